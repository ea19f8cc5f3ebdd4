/** Rows that a filter hides, and what Excel does not do with them. The simulated Excel does not filter rows itself. */
import { type Area, lastRow } from "./address";
import { HostFault } from "./fault";
import type { Sheet } from "./sheet";
import { bodyArea, type Table } from "./table";
import type { Workbook } from "./workbook";
import { asReference } from "../formulas/references";

const FILTER_NAME = "_xlnm._FilterDatabase";

/** Where the sheet's own filter is, its headings with it; null = it has none. */
export function sheetFilterArea(workbook: Workbook, sheet: Sheet): Area | null {
  const name = workbook.names.find((each) => each.scope === sheet.id && each.name === FILTER_NAME);
  return (name && asReference(name.formula)?.area) ?? null;
}

/** Rows of `area` that a filter of the table hides. */
export function hiddenInTable(sheet: Sheet, table: Table, area: Area = bodyArea(table)): readonly number[] {
  return table.showFilterButton ? hiddenRows(sheet, bodyArea(table), area) : [];
}

/** Rows of `area` that the sheet's own filter hides. */
export function hiddenInSheetFilter(workbook: Workbook, sheet: Sheet, area?: Area): readonly number[] {
  const filter = sheetFilterArea(workbook, sheet);
  return filter ? hiddenRows(sheet, filter, area ?? filter) : [];
}

function hiddenRows(sheet: Sheet, filter: Area, area: Area): readonly number[] {
  const rows: number[] = [];
  const last = Math.min(lastRow(filter), lastRow(area));
  for (let row = Math.max(filter.row, area.row); row <= last; row++)
    if (sheet.rows.get(row)?.hidden) rows.push(row);
  return rows;
}

/**
 * Rows that a write of several rows leaves out, since a filter hides them (o-js#224). A write of one row reaches it.
 */
export function rowsLeftOut(workbook: Workbook, sheet: Sheet, area: Area): ReadonlySet<number> {
  if (area.rows < 2) return new Set();
  return new Set([
    ...hiddenInSheetFilter(workbook, sheet, area),
    ...sheet.tables.flatMap((table) => hiddenInTable(sheet, table, area)),
  ]);
}

/** Throws FilteredRangeConflict where a filter hides rows of a table that is to get or lose some. */
export function refuseFiltered(sheet: Sheet, table: Table): void {
  if (hiddenInTable(sheet, table).length > 0) throw new HostFault("FilteredRangeConflict");
}

export function showRows(sheet: Sheet, rows: readonly number[]): void {
  for (const row of rows) {
    const record = sheet.rows.get(row);
    if (record) record.hidden = false;
  }
  sheet.touched = true;
}
