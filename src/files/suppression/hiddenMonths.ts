/** Which months of the demand figures, charts and headlines are [c] (SPEC §10). */
import { INDICATORS } from "../../clinic/indicators/catalogue";
import type { Cohort, IndicatorEntry } from "../../clinic/indicators/entry";
import type { IndicatorId, TeamTableId } from "../../clinic/indicators/ids";
import type { ClinicReport } from "../../clinic/report";
import type { HiddenInTable } from "./hiddenRows";
import { shown } from "../../clinic/measures/measures";
import { isSmall, isSmallShare } from "./small";

type Shown = Pick<
  ClinicReport,
  "settings" | "months" | "demandMonth" | "demandMonthEnd" | "series" | "headlines" | "history"
>;

/** By indicator: the months (places in `report.months`) whose figure is hidden. */
export type HiddenMonths = ReadonlyMap<IndicatorId, ReadonlySet<number>>;

export function hiddenMonths(report: Shown, tables: ReadonlyMap<TeamTableId, HiddenInTable>): HiddenMonths {
  const hidden = new Map<IndicatorId, Set<number>>();
  const hide = (id: IndicatorId, month: number): void =>
    void hidden.set(id, (hidden.get(id) ?? new Set<number>()).add(month));
  const last = report.months.length - 1;
  for (const { id, kind, values } of [...report.demandMonth, ...report.demandMonthEnd, ...report.series]) {
    if (kind === "count")
      values.forEach((value, month) => value !== null && isSmall(value) && hide(id, month));
  }
  // What a month's figure was made of, where the history says it.
  for (const { month, team, indicator, numerator, denominator } of report.history) {
    const at = report.months.indexOf(month);
    if (team !== "Total" || at < 0 || numerator === null || denominator === null) continue;
    if (
      report.settings.catalogue.entry(indicator).kind === "percent" &&
      (isSmall(denominator) || isSmallShare({ numerator, denominator }))
    )
      hide(indicator, at);
  }
  for (const { id, month, percent, of } of sharesOfCounts(report, tables))
    if (isSmall(of) || couldBeSmallShare(percent, of)) hide(id, month);
  for (const [id, { totalShare }] of tables) {
    if (totalShare) hide(id, last);
  }
  for (const headline of headlinesOf(tables)) hide(headline, last);
  hideRates(hidden, hide, report.months.length);
  return hidden;
}

/** Counts of the very children of tables that all hide their total. */
function headlinesOf(tables: ReadonlyMap<TeamTableId, HiddenInTable>): readonly IndicatorId[] {
  const shows = new Map<IndicatorId, boolean>();
  for (const [id, { totalDenominator }] of tables) {
    const count = COUNT_OF.get(id);
    if (count !== undefined) shows.set(count, (shows.get(count) ?? false) || !totalDenominator);
  }
  return [...shows].filter(([, isShown]) => !isShown).map(([headline]) => headline);
}

/** A percent beside the count that it is a percent of: together they say its numerator. */
interface ShareOfCount {
  readonly id: IndicatorId;
  readonly month: number;
  readonly percent: number;
  readonly of: number;
}

function sharesOfCounts(
  report: Shown,
  tables: ReadonlyMap<TeamTableId, HiddenInTable>,
): readonly ShareOfCount[] {
  const counts = new Map<IndicatorId, readonly (number | null)[]>(
    [...report.demandMonth, ...report.demandMonthEnd].map(({ id, values }) => [id, values]),
  );
  const last = report.months.length - 1;
  const percents = [
    ...report.series
      .filter(({ kind }) => kind === "percent")
      .flatMap(({ id, values }) => values.map((percent, month) => ({ id, month, percent }))),
    ...report.headlines
      .filter(({ kind }) => kind === "percent")
      .map(({ id, previous }) => ({ id, month: last - 1, percent: previous })),
  ];
  const ofTables = new Set<IndicatorId>(tables.keys());
  return percents.flatMap(({ id, month, percent }) => {
    const of = counts.get(COUNT_OF.get(id) ?? id)?.[month] ?? null;
    // This month's are the tables' own matter.
    const isOfTable = month === last && ofTables.has(id);
    return percent === null || of === null || isOfTable ? [] : [{ id, month, percent, of }];
  });
}

/** Whether any number that comes to the percent as shown is small, or leaves a small one. */
function couldBeSmallShare(percent: number, denominator: number): boolean {
  const asShown = shown("percent", percent);
  const least = Math.ceil(((asShown - 0.05) / 100) * denominator - 1e-9);
  const most = Math.floor(((asShown + 0.05) / 100) * denominator + 1e-9);
  for (let numerator = least; numerator <= most; numerator++)
    if (isSmallShare({ numerator, denominator })) return true;
  return false;
}

/** Percent → the count of all that it is a percent of, where no team is outside the clinic tables. */
const COUNT_OF: ReadonlyMap<string, IndicatorId> = new Map(
  INDICATORS.flatMap((entry): readonly (readonly [string, IndicatorId])[] => {
    const count = "headline" in entry && entry.headline !== null ? entry.headline : countOfAllDated(entry);
    return count === null ? [] : [[entry.id, count]];
  }),
);

/** The demand figure that counts the records of a share's cohort, where the cohort is all that are dated in the month. */
function countOfAllDated(share: IndicatorEntry): IndicatorId | null {
  const cohort = cohortOf(share);
  if (cohort?.allDatedBy === undefined) return null;
  const count = INDICATORS.find(
    (entry) =>
      "measure" in entry &&
      entry.measure.counts === "rows in the month" &&
      entry.measure.list === cohort.list &&
      entry.measure.date === cohort.allDatedBy,
  );
  return count?.id ?? null;
}

function cohortOf(entry: IndicatorEntry): Cohort | null {
  if (entry.family === "by team") return entry.cohort;
  return entry.measure.counts === "share" ? entry.measure.cohort : null;
}

/** A rate says its count: it goes with it; a rolling one is made of a year of counts, and goes with any. */
function hideRates(
  hidden: ReadonlyMap<IndicatorId, ReadonlySet<number>>,
  hide: (id: IndicatorId, month: number) => void,
  months: number,
): void {
  for (const { id, of, rolls } of RATES) {
    const counts = hidden.get(of);
    if (!counts || counts.size === 0) continue;
    for (let month = 0; month < months; month++) if (rolls || counts.has(month)) hide(id, month);
  }
}

const RATES: readonly { readonly id: IndicatorId; readonly of: IndicatorId; readonly rolls: boolean }[] =
  INDICATORS.flatMap((entry) => {
    if (!("measure" in entry)) return [];
    const { measure } = entry;
    return measure.counts === "rate" || measure.counts === "rolling rate"
      ? [{ id: entry.id, of: measure.of, rolls: measure.counts === "rolling rate" }]
      : [];
  });
