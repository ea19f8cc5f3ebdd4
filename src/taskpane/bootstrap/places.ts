/** Where a figure stands: the table of the pack that holds it, and its line there. */
import { MONTHS_SHOWN } from "../../clinic/calendar/months";
import { DEMAND_AT_MONTH_END, DEMAND_IN_THE_MONTH, INDICATORS } from "../../clinic/indicators/catalogue";
import type { IndicatorId } from "../../clinic/indicators/ids";
import { DEMAND_MONTH, DEMAND_MONTH_END } from "../../pages/demand";
import { seriesTableName } from "../../pages/layout/seriesTable";
import { tableName } from "../../pages/references";

export interface TablePlace {
  readonly table: string;
  /** A row of the body counted from 0, or the totals row. */
  readonly line: number | "total";
}

/** Months that a chart's table holds: its last row is the reporting month. */
const LAST_MONTH = MONTHS_SHOWN - 1;

export function placeOfFigure(id: IndicatorId): TablePlace {
  const entry = INDICATORS.find((each) => each.id === id);
  // An indicator of the council's own: its by-team table.
  if (!entry) return { table: tableName(id), line: "total" };
  switch (entry.family) {
    case "demand in the month":
      return { table: DEMAND_MONTH, line: DEMAND_IN_THE_MONTH.indexOf(entry) };
    case "demand at month end":
      return { table: DEMAND_MONTH_END, line: DEMAND_AT_MONTH_END.indexOf(entry) };
    case "by team":
      return { table: tableName(entry.id), line: "total" };
    case "chart":
      return { table: seriesTableName(entry.id), line: LAST_MONTH };
  }
}

/** `id` of a caseload or by-team table, `row` of its body. */
export function placeOfRow(id: string, row: number): TablePlace {
  return { table: tableName(id), line: row };
}
