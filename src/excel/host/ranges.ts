/** Cells and tables of a sheet, as Excel's API names them. A range is good for the request that asks for it (run.ts). */
import type { Rectangle } from "./rectangles";

/** Zero-based. */
export function cellsAt(
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  rows: number,
  columns: number,
): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
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

export function bodyCells(sheet: Excel.Worksheet, table: string): Excel.Range {
  return tableOn(sheet, table).getDataBodyRange();
}

/** Counted from the first cell of `range`. */
export function partOf(range: Excel.Range, { row, column, rows, columns }: Rectangle): Excel.Range {
  const first = range.getCell(row, column);
  return rows === 1 && columns === 1 ? first : first.getResizedRange(rows - 1, columns - 1);
}
