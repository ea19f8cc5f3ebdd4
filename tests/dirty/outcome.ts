/** What a build made of a workbook, in the words of a dirty case: figures by id, issues by cell. */
import { isoDate } from "../../src/clinic/calendar/serials";
import type { ClinicReport } from "../../src/clinic/report";
import type { Figure } from "./baseline";

/** Every figure of the reporting month: a table's total, the latest value of all else; null = not available. */
export function figuresIn(report: ClinicReport): Readonly<Record<string, Figure>> {
  const latest = (row: { readonly values: readonly (number | null)[] }): number | null =>
    row.values.at(-1) ?? null;
  const figures: Record<string, Figure> = {};
  for (const row of [...report.demandMonth, ...report.demandMonthEnd]) figures[row.id] = latest(row);
  for (const row of report.series) figures[row.id] ??= latest(row);
  for (const { id } of report.unavailable) if (!id.startsWith("caseloads-")) figures[id] = null;
  for (const { id, total } of report.tables) figures[id] = [total.denominator, total.numerator];
  return figures;
}

/** "error unreadable-date Contacts!B3", once a cell; without a cell "query extract-older-than-as-at Contacts". */
export function issuesIn(report: ClinicReport): readonly string[] {
  const places = report.issues.flatMap(({ severity, code, sheet, cells }) =>
    (cells.length === 0 ? [""] : cells).map((cell) => `${severity} ${code} ${sheet}${cell && `!${cell}`}`),
  );
  return [...new Set(places)].sort();
}

/** "20 SW North *": allocations, status, team, and a star where it is highlighted. */
export function caseloadsIn(report: ClinicReport): Readonly<Record<string, readonly string[]>> | null {
  const tables = report.caseloads.map(({ id, rows }) => [
    id,
    rows.map(({ allocations, status, team, highlight }) =>
      [allocations, status, team, ...(highlight ? ["*"] : [])].join(" "),
    ),
  ]);
  return tables.length === 0 ? null : (Object.fromEntries(tables) as Record<string, string[]>);
}

/** "cin-visits-6w · South Team · N2 · 2023-05-01 · 49 days · CIN Plans 3". */
export function outOfTimeIn(report: ClinicReport): readonly string[] {
  return report.outOfTime.map(({ indicator, team, child, date, daysOver, unit, sheet, row }) =>
    [
      indicator,
      team,
      child,
      date === null ? "-" : isoDate(date),
      daysOver === null ? "-" : `${daysOver} ${unit}`,
      `${sheet} ${row}`,
    ].join(" · "),
  );
}

/** "90 red"; "none" where there is no target. */
export function standingIn(report: ClinicReport, id: string): string {
  const line = report.headlines.find((headline) => headline.id === id);
  return line ? `${line.target} ${line.rag ?? "-"}` : "none";
}
