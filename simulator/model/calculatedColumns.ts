/**
 * Excel's option "Fill formulas in tables to create calculated columns", which is on by default and acts on what an
 * add-in writes too (office-js #2093, #5909, #6745). Excel for the web, Windows and the Mac differ in when they fill; here
 * the strictest holds: a column that a formula was written into ends with the bottom one of them in every row.
 */
import { type Area, lastRow, overlaps } from "./address";
import { cellAt, cellFor, type Sheet } from "./sheet";
import { put } from "./headings";
import { bodyArea, type Table } from "./table";
import { offsetFormula } from "../formulas/references";

/** `area` was just written; `isFormula` says which of its cells, by sheet row and column, were given a formula. */
export function fillCalculatedColumns(
  sheet: Sheet,
  area: Area,
  isFormula: (row: number, column: number) => boolean,
): void {
  for (const table of sheet.tables) {
    const body = bodyArea(table);
    if (!overlaps(body, area)) continue;
    for (let index = 0; index < body.columns; index++) {
      const column = body.column + index;
      if (column < area.column || column >= area.column + area.columns) continue;
      const bottom = bottomFormula(body, area, (row) => isFormula(row, column));
      if (bottom !== null) fillColumn(sheet, table, index, bottom);
    }
  }
}

/** The lowest row of the body that was given a formula; null = none was. */
function bottomFormula(body: Area, area: Area, isFormula: (row: number) => boolean): number | null {
  for (let row = Math.min(lastRow(body), lastRow(area)); row >= Math.max(body.row, area.row); row--) {
    if (isFormula(row)) return row;
  }
  return null;
}

function fillColumn(sheet: Sheet, table: Table, index: number, bottom: number): void {
  const body = bodyArea(table);
  const column = body.column + index;
  const formula = cellAt(sheet, bottom, column)?.formula ?? null;
  if (formula === null) return;
  const moves = offsetFormula(formula, 1, 0) !== formula;
  for (let row = body.row; row <= lastRow(body); row++) {
    const wanted = moves ? offsetFormula(formula, row - bottom, 0) : formula;
    const cell = cellFor(sheet, row, column);
    if (cell.formula !== wanted) put(cell, null, wanted);
  }
  // New rows are filled with it as it is, which only holds where it does not move with its row.
  table.columns = table.columns.map((each, at) =>
    at === index ? { ...each, calculatedFormula: moves ? null : formula } : each,
  );
  table.touched = true;
}
