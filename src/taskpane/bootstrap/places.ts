/** Where a figure stands: the table of the pack that holds it, and its line there. */
import { indicatorEntry } from "../../clinic/indicators/catalogue";
import { DEMAND_MONTH_END_IDS, DEMAND_MONTH_IDS, type IndicatorId } from "../../clinic/indicators/ids";
import { DEMAND_MONTH, DEMAND_MONTH_END } from "../../pages/demand";
import { seriesTableName } from "../../pages/layout/seriesTable";
import { tableName } from "../../pages/references";

export interface TablePlace {
  readonly table: string;
  /** A row of the body counted from 0, or the totals row. */
  readonly line: number | "total";
}

/** Months that a chart's table holds: its last row is the reporting month. */
const LAST_MONTH = 12;

export function placeOfFigure(id: IndicatorId): TablePlace {
  const entry = indicatorEntry(id);
  switch (entry.family) {
    case "demand in the month":
      return { table: DEMAND_MONTH, line: DEMAND_MONTH_IDS.indexOf(entry.id) };
    case "demand at month end":
      return { table: DEMAND_MONTH_END, line: DEMAND_MONTH_END_IDS.indexOf(entry.id) };
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
