/** What of a report a file does not show (SPEC §10): one model for the managers' copy and the slides. */
import type { IndicatorId, TeamTableId } from "../../clinic/indicators/ids";
import type { ClinicReport } from "../../clinic/report";
import { type HiddenInTable, hiddenInTables } from "./hiddenRows";
import { type HiddenMonths, hiddenMonths } from "./hiddenMonths";

export interface Suppression {
  readonly tables: ReadonlyMap<TeamTableId, HiddenInTable>;
  readonly months: HiddenMonths;
  /** This month's figure of an indicator, with its RAG. */
  readonly hidesFigure: (id: IndicatorId) => boolean;
  readonly hidesPrevious: (id: IndicatorId) => boolean;
  /** Its change, trend, arrow: it says this month's figure or the one before. */
  readonly hidesChange: (id: IndicatorId) => boolean;
}

/** `report` as the audience sees it: what is worked out from is what the file shows. */
export function suppress(report: ClinicReport): Suppression {
  const tables = hiddenInTables(report.tables);
  const months = hiddenMonths(report, tables);
  const last = report.months.length - 1;
  const hides = (id: IndicatorId, month: number): boolean => months.get(id)?.has(month) ?? false;
  return {
    tables,
    months,
    hidesFigure: (id) => hides(id, last),
    hidesPrevious: (id) => hides(id, last - 1),
    hidesChange: (id) => hides(id, last) || hides(id, last - 1),
  };
}
