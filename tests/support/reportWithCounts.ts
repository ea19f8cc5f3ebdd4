/** The published report with other counts, so that a test may say what is small. */
import { TEAM_TABLES } from "../../src/clinic/indicators/catalogue";
import { percent, rag, rate, shown } from "../../src/clinic/measures/measures";
import type { ClinicReport, TeamRow, TeamTable } from "../../src/clinic/report";
import { publishedReport } from "./publishedReport";

const base = publishedReport();

export type Counts = Readonly<Record<string, readonly (readonly [denominator: number, numerator: number])[]>>;

/** The published report with by-team tables of these counts, and headline counts, charts and headlines to match. */
export function reportWith(
  counts: Counts,
  population: number,
  changes: Partial<ClinicReport> = {},
): ClinicReport {
  const tables = TEAM_TABLES.filter(({ id }) => id in counts).map(({ id, wording }): TeamTable => {
    const { target = null, betterWhen = null, amberWithin = null } = base.settings.indicators.get(id) ?? {};
    const row = (denominator: number, numerator: number): Omit<TeamRow, "team"> => {
      const share = percent(numerator, denominator);
      return {
        denominator,
        numerator,
        percent: share,
        rag: rag(shown("percent", share), target, betterWhen, amberWithin),
      };
    };
    const rows = (counts[id] ?? []).flatMap(([d, n], i) =>
      d === 0 ? [] : [{ team: `Team ${i + 1}`, ...row(d, n) }],
    );
    const sum = (of: (each: TeamRow) => number): number => rows.reduce((all, each) => all + of(each), 0);
    return {
      id,
      title: wording,
      rows,
      outside: 0,
      total: row(
        sum(({ denominator }) => denominator),
        sum(({ numerator }) => numerator),
      ),
    };
  });
  const countOf = (headline: string): number | null => {
    const entry = TEAM_TABLES.find((each) => each.headline === headline && each.id !== "cla-care-planning");
    return entry ? (tables.find(({ id }) => id === entry.id)?.total.denominator ?? null) : null;
  };
  const now = (id: string, before: number | null): number | null => {
    const table = tables.find((each) => each.id === id);
    if (table) return table.total.percent;
    if (id === "cp-rate") return rate(countOf("cp") ?? 0, population);
    if (id === "cla-rate") return rate(countOf("cla") ?? 0, population);
    return countOf(id) ?? before;
  };
  const renewed = <Row extends { readonly id: string; readonly values: readonly (number | null)[] }>(
    row: Row,
  ): Row => ({
    ...row,
    values: [...row.values.slice(0, -1), now(row.id, row.values.at(-1) ?? null)],
  });
  return {
    ...base,
    settings: { ...base.settings, population },
    tables,
    // Past rates of the published council are of another population.
    demandMonthEnd: base.demandMonthEnd
      .map(renewed)
      .map((row) =>
        row.kind === "rate"
          ? { ...row, values: row.values.map((value, i) => (i === 12 ? value : null)) }
          : row,
      ),
    demandMonth: base.demandMonth.map((row) =>
      row.kind === "rate" ? { ...row, values: row.values.map(() => null) } : row,
    ),
    series: base.series.map(renewed),
    headlines: base.headlines.map((line) => ({ ...line, value: now(line.id, line.value) })),
    history: [],
    reconciliations: [],
    ...changes,
  };
}
