/** Cells by zero-based rows and columns, and their A1 spelling. */
import { columnLetters } from "../../src/clinic/cells/addresses";

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A rectangle of cells, zero-based. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Zero-based column of "A", "aa" … */
export function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

const CELLS = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/** The rectangle that "A1", "$B$2:C9", "A:C" or "3:4" names; null when it names none. */
export function parseArea(text: string): Area | null {
  const cells = CELLS.exec(text);
  if (cells) {
    const [, left, top, right = left, bottom = top] = cells;
    return between(Number(top) - 1, columnNumber(left!), Number(bottom) - 1, columnNumber(right!));
  }
  const columns = COLUMNS.exec(text);
  if (columns) return between(0, columnNumber(columns[1]!), MAX_ROWS - 1, columnNumber(columns[2]!));
  const rows = ROWS.exec(text);
  if (rows) return between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
  return null;
}

/** The rectangle whose corners these are, in any order; null where a corner lies off the sheet. */
function between(row1: number, column1: number, row2: number, column2: number): Area | null {
  const area = {
    row: Math.min(row1, row2),
    column: Math.min(column1, column2),
    rows: Math.abs(row2 - row1) + 1,
    columns: Math.abs(column2 - column1) + 1,
  };
  return liesOnSheet(area) ? area : null;
}

export function liesOnSheet(area: Area): boolean {
  return (
    area.row >= 0 &&
    area.column >= 0 &&
    area.rows >= 1 &&
    area.columns >= 1 &&
    lastRow(area) < MAX_ROWS &&
    lastColumn(area) < MAX_COLUMNS
  );
}

export const lastRow = (area: Area): number => area.row + area.rows - 1;
export const lastColumn = (area: Area): number => area.column + area.columns - 1;
export const isWholeColumns = (area: Area): boolean => area.row === 0 && area.rows === MAX_ROWS;
export const isWholeRows = (area: Area): boolean => area.column === 0 && area.columns === MAX_COLUMNS;

/** "A1:B2", "A1", "A:C", "3:4". */
export function formatArea(area: Area): string {
  if (isWholeRows(area)) return `${area.row + 1}:${lastRow(area) + 1}`;
  if (isWholeColumns(area)) return `${columnLetters(area.column)}:${columnLetters(lastColumn(area))}`;
  return corners(cellAddress(area.row, area.column), cellAddress(lastRow(area), lastColumn(area)));
}

/** "$A$1:$B$2", "$A:$C", "$3:$4". */
export function formatAbsoluteArea(area: Area): string {
  if (isWholeRows(area)) return `$${area.row + 1}:$${lastRow(area) + 1}`;
  if (isWholeColumns(area)) return `$${columnLetters(area.column)}:$${columnLetters(lastColumn(area))}`;
  return corners(absoluteCell(area.row, area.column), absoluteCell(lastRow(area), lastColumn(area)));
}

export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;
const absoluteCell = (row: number, column: number): string => `$${columnLetters(column)}$${row + 1}`;
const corners = (first: string, last: string): string => (first === last ? first : `${first}:${last}`);

const PLAIN_SHEET_NAME = /^[A-Za-z_\u00c0-\uffff][A-Za-z0-9_.\u00c0-\uffff]*$/;
const LOOKS_LIKE_CELL =
  /^([A-Za-z]{1,3}\d{1,7}|[Rr]\d*[Cc]\d*|[RrCc]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$/;

/** A sheet's name as a formula spells it: in apostrophes where it needs them. */
export function quoteSheetName(name: string): string {
  return PLAIN_SHEET_NAME.test(name) && !LOOKS_LIKE_CELL.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

/** The name without the apostrophes of a formula. */
export function unquoteSheetName(spelling: string): string {
  return spelling.startsWith("'") ? spelling.slice(1, -1).replace(/''/g, "'") : spelling;
}

export function overlaps(one: Area, other: Area): boolean {
  return intersect(one, other) !== null;
}

export function intersect(one: Area, other: Area): Area | null {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(lastRow(one), lastRow(other)) - row + 1;
  const columns = Math.min(lastColumn(one), lastColumn(other)) - column + 1;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function covers(outer: Area, inner: Area): boolean {
  return (
    outer.row <= inner.row &&
    outer.column <= inner.column &&
    lastRow(outer) >= lastRow(inner) &&
    lastColumn(outer) >= lastColumn(inner)
  );
}

export function sameArea(one: Area, other: Area): boolean {
  return (
    one.row === other.row &&
    one.column === other.column &&
    one.rows === other.rows &&
    one.columns === other.columns
  );
}

/** `area` without `hole`: up to four rectangles that do not overlap. */
export function subtract(area: Area, hole: Area): readonly Area[] {
  const middle = intersect(area, hole);
  if (!middle) return [area];
  const pieces: Area[] = [];
  const above = middle.row - area.row;
  const below = lastRow(area) - lastRow(middle);
  const before = middle.column - area.column;
  const after = lastColumn(area) - lastColumn(middle);
  if (above > 0) pieces.push({ ...area, rows: above });
  if (before > 0) pieces.push({ ...middle, column: area.column, columns: before });
  if (after > 0) pieces.push({ ...middle, column: lastColumn(middle) + 1, columns: after });
  if (below > 0) pieces.push({ ...area, row: lastRow(middle) + 1, rows: below });
  return pieces;
}
