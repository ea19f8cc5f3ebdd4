/**
 * Ranges that one request uses and no later one. `Excel.run` has Excel keep every range that is asked for, and give it
 * back at the end: three actions besides the one that finds it. A range that is let go at once costs neither.
 */
import type { Rectangle } from "./rectangles";

/** The same range, not kept: after the request it can no longer be asked or written. What it loaded can still be read. */
export function once<Cells extends Excel.Range | Excel.RangeAreas>(range: Cells): Cells {
  range.untrack();
  return range;
}

/** `getRangeByIndexes`, not kept. */
export function cellsOnce(
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  rows: number,
  columns: number,
): Excel.Range {
  return once(sheet.getRangeByIndexes(row, column, rows, columns));
}

const known = new WeakMap<Excel.Worksheet, Map<string, Excel.Table>>();

/** A table by its name: asked for once however often it is written to. */
export function tableOn(sheet: Excel.Worksheet, name: string): Excel.Table {
  const tables = known.get(sheet) ?? new Map<string, Excel.Table>();
  known.set(sheet, tables);
  const table = tables.get(name) ?? sheet.tables.getItem(name);
  tables.set(name, table);
  return table;
}

/** Rows of a table's body, not kept. */
export function bodyOnce(sheet: Excel.Worksheet, table: string): Excel.Range {
  return once(tableOn(sheet, table).getDataBodyRange());
}

/** A part of `range`, not kept; counted from its first cell. */
export function partOnce(range: Excel.Range, { row, column, rows, columns }: Rectangle): Excel.Range {
  const first = once(range.getCell(row, column));
  return rows === 1 && columns === 1 ? first : once(first.getResizedRange(rows - 1, columns - 1));
}
