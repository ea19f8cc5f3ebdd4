/** The published report with other counts, so that a test may say what is small. */
import { TEAM_TABLES, INDICATORS } from "../../src/clinic/indicators/catalogue";
import type { IndicatorId } from "../../src/clinic/indicators/ids";
import { percent, rag, rate, shown, travel, trend } from "../../src/clinic/measures/measures";
import type { ClinicReport, HistoryRow, TeamRow, TeamTable } from "../../src/clinic/report";
import type { Team } from "../../src/clinic/teams/team";
import { publishedReport } from "./publishedReport";

const base = publishedReport([], "all");

type Pair = readonly [denominator: number, numerator: number];
export type Counts = Readonly<Record<string, readonly Pair[]>>;

/** The teams of `reportWith`, of two localities. */
const TEAMS: readonly Team[] = Array.from({ length: 6 }, (_, i) => ({
  name: `Team ${i + 1}`,
  shortName: `Team ${i + 1}`,
  otherNames: [],
  service: "SWF",
  locality: i % 2 === 0 ? "East" : "West",
  inClinicTables: true,
  origin: "known",
}));

/** What of the months before is other than published. */
export interface Before {
  /** By demand count: thirteen months, of which the last is M. */
  readonly months: Readonly<Record<string, readonly number[]>>;
  /** By table: the total of the month before M, which the history knows. */
  readonly totals: Readonly<Record<string, Pair>>;
}

/** The published report with by-team tables of these counts, and headline counts, rates, charts and headlines to match. */
export function reportWith(counts: Counts, population: number, before?: Before): ClinicReport {
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
    const isWhole = (each: (typeof TEAM_TABLES)[number]): boolean =>
      headline === "assessments-completed"
        ? each.id === "assessments-45wd"
        : each.headline === headline && each.id !== "cla-care-planning";
    const entry = TEAM_TABLES.find(isWhole);
    return entry ? (tables.find(({ id }) => id === entry.id)?.total.denominator ?? null) : null;
  };
  const valuesOf = (
    id: IndicatorId,
    published: readonly (number | null)[],
    kind: string,
  ): readonly (number | null)[] => {
    const table = tables.find((each) => each.id === id);
    const total = before?.totals[id];
    if (kind === "percent") {
      const previous = total ? percent(total[1], total[0]) : (published.at(-2) ?? null);
      return [...published.slice(0, -2), previous, table ? table.total.percent : (published.at(-1) ?? null)];
    }
    if (kind === "rate") return ratesOf(id);
    const months = before?.months[id] ?? published;
    return [...months.slice(0, -1), countOf(id) ?? months.at(-1) ?? null];
  };
  /** Past rates of the published council are of another population: they follow from the counts, where all of those are here. */
  const ratesOf = (id: IndicatorId): readonly (number | null)[] => {
    const measure = INDICATORS.flatMap((entry) =>
      entry.id === id && "measure" in entry ? [entry.measure] : [],
    )[0];
    if (measure?.counts !== "rate" && measure?.counts !== "rolling rate") throw new Error(`${id} is no rate`);
    const row = [...base.demandMonth, ...base.demandMonthEnd].find((each) => each.id === measure.of)!;
    const values = valuesOf(measure.of, row.values, "count");
    const length = measure.counts === "rate" ? 1 : measure.months;
    return values.map((_, i) => {
      const window = i + 1 < length ? [] : values.slice(i + 1 - length, i + 1);
      const isWhole = window.length > 0 && window.every((value) => value !== null);
      return isWhole
        ? rate(
            window.reduce<number>((sum, value) => sum + (value ?? 0), 0),
            population,
          )
        : null;
    });
  };
  const renewed = <
    Row extends {
      readonly id: IndicatorId;
      readonly kind: string;
      readonly values: readonly (number | null)[];
    },
  >(
    row: Row,
  ): Row => ({ ...row, values: valuesOf(row.id, row.values, row.kind) });
  const last = (values: readonly (number | null)[], kind: "count" | "rate" | "percent") =>
    [shown(kind, values.at(-2) ?? null), shown(kind, values.at(-1) ?? null)] as const;
  const month = base.months.at(-2)!;
  const history = TEAM_TABLES.flatMap(({ id }): HistoryRow[] => {
    const total = before?.totals[id];
    return total
      ? [
          {
            month,
            indicator: id,
            team: "Total",
            denominator: total[0],
            numerator: total[1],
            value: percent(total[1], total[0]),
          },
        ]
      : [];
  });
  return {
    ...base,
    settings: { ...base.settings, population, teams: [...base.settings.teams, ...TEAMS] },
    tables,
    demandMonth: base.demandMonth
      .map(renewed)
      .map((row) => ({ ...row, trend: trend(...last(row.values, row.kind)) })),
    demandMonthEnd: base.demandMonthEnd.map(renewed).map((row) => {
      const {
        target = null,
        betterWhen = null,
        amberWithin = null,
      } = base.settings.indicators.get(row.id) ?? {};
      const [previous, value] = last(row.values, row.kind);
      return {
        ...row,
        target,
        rag: rag(value, target, betterWhen, amberWithin),
        travel: travel(previous, value, betterWhen, target),
      };
    }),
    series: base.series.map(renewed),
    headlines: base.headlines.map((line) => {
      const published = [...Array.from({ length: 11 }, () => null), line.previous, line.value];
      const values = valuesOf(line.id, published, line.kind);
      const [previous, value] = last(values, line.kind);
      const { target, betterWhen } = line;
      const { amberWithin = null } = base.settings.indicators.get(line.id) ?? {};
      return {
        ...line,
        value: values.at(-1) ?? null,
        previous: values.at(-2) ?? null,
        rag: rag(value, target, betterWhen, amberWithin),
        travel: travel(previous, value, betterWhen, target),
      };
    }),
    history,
    reconciliations: [],
  };
}
