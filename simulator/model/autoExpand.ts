/**
 * AutoExpansion: what is written directly below a table, or directly beside it, makes the table grow round it, for an
 * add-in as for a user (o-js#2097). A totals row keeps a table from growing downwards.
 */
import { type Area, lastColumn, lastRow, overlaps } from "./address";
import { settleHeadings } from "./headings";
import { cellAt, holdsValue, type Sheet } from "./sheet";
import type { Table, TableColumn } from "./table";
import type { Workbook } from "./workbook";

/** `written` has just been filled. Tables that it lies in part within are written to, not beside, and stay. */
export function expandTables(workbook: Workbook, sheet: Sheet, written: Area): void {
  for (const table of sheet.tables) {
    if (overlaps(table.area, written)) continue;
    growDown(sheet, table, written);
    growRight(workbook, sheet, table, written);
  }
}

const holds = (sheet: Sheet, row: number, column: number): boolean => {
  const cell = cellAt(sheet, row, column);
  return cell !== undefined && holdsValue(cell);
};

function growDown(sheet: Sheet, table: Table, written: Area): void {
  if (table.showTotals || written.row !== lastRow(table.area) + 1) return;
  for (let row = written.row; row <= lastRow(written); row++) {
    const next = { ...table.area, row, rows: 1 };
    const columns = Array.from({ length: next.columns }, (_, i) => next.column + i);
    const touches = columns.some(
      (column) => column >= written.column && column <= lastColumn(written) && holds(sheet, row, column),
    );
    if (!touches || isTaken(sheet, table, next)) return;
    table.area = { ...table.area, rows: table.area.rows + 1 };
    table.touched = true;
  }
}

function growRight(workbook: Workbook, sheet: Sheet, table: Table, written: Area): void {
  const { area } = table;
  if (written.column !== lastColumn(area) + 1) return;
  for (let column = written.column; column <= lastColumn(written); column++) {
    const next = { ...table.area, column, columns: 1 };
    const rows = Array.from({ length: next.rows }, (_, i) => next.row + i);
    const touches = rows.some(
      (row) => row >= written.row && row <= lastRow(written) && holds(sheet, row, column),
    );
    if (!touches || isTaken(sheet, table, next)) return;
    const id = Math.max(0, ...table.columns.map((each) => each.id)) + 1;
    table.columns = [...table.columns, newColumn(id)];
    table.area = { ...table.area, columns: table.area.columns + 1 };
    table.touched = true;
    settleHeadings(workbook, sheet, { ...next, rows: 1 });
  }
}

function isTaken(sheet: Sheet, table: Table, area: Area): boolean {
  return (
    sheet.tables.some((other) => other !== table && overlaps(other.area, area)) ||
    sheet.merges.some((merge) => overlaps(merge, area))
  );
}

const newColumn = (id: number): TableColumn => ({
  id,
  name: `\u0000${id}`,
  totalsFunction: null,
  totalsLabel: null,
  calculatedFormula: null,
  rest: {},
});
