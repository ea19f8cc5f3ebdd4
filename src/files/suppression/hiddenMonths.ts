/** Which months of the demand figures, charts and headlines are [c] (SPEC §10). */
import { INDICATORS } from "../../clinic/indicators/catalogue";
import type { IndicatorId, TeamTableId } from "../../clinic/indicators/ids";
import type { ClinicReport } from "../../clinic/report";
import type { HiddenInTable } from "./hiddenRows";
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
  for (const [id, { totalShare }] of tables) {
    if (totalShare) hide(id, last);
  }
  for (const headline of headlinesOf(tables)) hide(headline, last);
  hideRates(hidden, hide, report.months.length);
  return hidden;
}

/** Headline counts of the very children of tables that all hide their total. */
function headlinesOf(tables: ReadonlyMap<TeamTableId, HiddenInTable>): readonly IndicatorId[] {
  const shows = new Map<IndicatorId, boolean>();
  for (const [id, { totalDenominator }] of tables) {
    const entry = INDICATORS.find((each) => each.id === id);
    if (entry && "headline" in entry && entry.headline !== null)
      shows.set(entry.headline, (shows.get(entry.headline) ?? false) || !totalDenominator);
  }
  return [...shows].filter(([, isShown]) => !isShown).map(([headline]) => headline);
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
