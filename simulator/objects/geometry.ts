/** Where rows and columns lie in points, and which are hidden. */
import { type Area, lastColumn, lastRow } from "../model/address";
import { changeColumns, columnRunAt, rowFor, type Sheet } from "../model/sheet";

/** The file counts a column's width in digits of the default font: seven pixels each at 96 dots an inch. */
const PIXELS_PER_CHARACTER = 7;
const POINTS_PER_PIXEL = 0.75;
/** What a column without a width of its own has: 64 pixels. */
const STANDARD_COLUMN_POINTS = 48;

const pointsOfWidth = (width: number): number => Math.round(width * PIXELS_PER_CHARACTER) * POINTS_PER_PIXEL;
const widthOfPoints = (points: number): number => points / POINTS_PER_PIXEL / PIXELS_PER_CHARACTER;

function columnPoints(sheet: Sheet, column: number): number {
  const run = columnRunAt(sheet, column);
  if (run?.hidden) return 0;
  return run?.width == null ? STANDARD_COLUMN_POINTS : pointsOfWidth(run.width);
}

function rowPoints(sheet: Sheet, row: number): number {
  const record = sheet.rows.get(row);
  if (record?.hidden) return 0;
  return record?.height ?? sheet.standardHeight;
}

/** From the sheet's left edge to the left edge of the column. */
export function pointsBefore(sheet: Sheet, column: number): number {
  let points = 0;
  let next = 0;
  for (const run of sheet.columns) {
    if (run.first >= column) break;
    points += (run.first - next) * STANDARD_COLUMN_POINTS;
    const last = Math.min(run.last, column - 1);
    points += (last - run.first + 1) * columnPoints(sheet, run.first);
    next = last + 1;
  }
  return points + Math.max(0, column - next) * STANDARD_COLUMN_POINTS;
}

export function pointsAbove(sheet: Sheet, row: number): number {
  let points = row * sheet.standardHeight;
  for (const [at, record] of sheet.rows) {
    if (at < row && (record.hidden || record.height !== null))
      points += rowPoints(sheet, at) - sheet.standardHeight;
  }
  return points;
}

/** The column in which a point lies, and how far in. */
export function columnAtPoint(
  sheet: Sheet,
  points: number,
): { readonly column: number; readonly offset: number } {
  let rest = Math.max(0, points);
  let column = 0;
  for (; rest >= columnPoints(sheet, column) && column < 16_383; column++)
    rest -= columnPoints(sheet, column);
  return { column, offset: rest };
}

export function rowAtPoint(sheet: Sheet, points: number): { readonly row: number; readonly offset: number } {
  let rest = Math.max(0, points);
  let row = 0;
  for (; rest >= rowPoints(sheet, row) && row < 1_048_575; row++) rest -= rowPoints(sheet, row);
  return { row, offset: rest };
}

export const rowHidden = (sheet: Sheet, row: number): boolean => sheet.rows.get(row)?.hidden ?? false;
export const columnHidden = (sheet: Sheet, column: number): boolean =>
  columnRunAt(sheet, column)?.hidden ?? false;

export function setRowsHidden(sheet: Sheet, area: Area, hidden: boolean): void {
  for (let row = area.row; row <= lastRow(area); row++) rowFor(sheet, row).hidden = hidden;
  sheet.touched = true;
}

export function setColumnsHidden(sheet: Sheet, area: Area, hidden: boolean): void {
  changeColumns(sheet, area, (run) => ({ ...run, hidden }));
  sheet.touched = true;
}

/** In points; null where the columns differ. */
export function columnWidthOf(sheet: Sheet, area: Area): number | null {
  const first = columnPoints(sheet, area.column);
  for (let column = area.column + 1; column <= Math.min(lastColumn(area), area.column + 500); column++) {
    if (columnPoints(sheet, column) !== first) return null;
  }
  return first;
}

export function setColumnWidth(sheet: Sheet, area: Area, points: number): void {
  const width = Math.round(widthOfPoints(points) * 256) / 256;
  changeColumns(sheet, area, (run) => ({ ...run, width, hidden: points === 0 ? true : run.hidden }));
  sheet.touched = true;
}

export function rowHeightOf(sheet: Sheet, area: Area): number | null {
  const first = rowPoints(sheet, area.row);
  for (let row = area.row + 1; row <= Math.min(lastRow(area), area.row + 500); row++) {
    if (rowPoints(sheet, row) !== first) return null;
  }
  return first;
}

export function setRowHeight(sheet: Sheet, area: Area, points: number): void {
  for (let row = area.row; row <= lastRow(area); row++) {
    const record = rowFor(sheet, row);
    record.height = points;
    // As Excel's own do, a height that was asked for stays whatever the row comes to hold.
    record.rest = { ...record.rest, customHeight: "1" };
  }
  sheet.touched = true;
}
