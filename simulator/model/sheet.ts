/** One worksheet: its cells, kept sparsely, and everything that lies on it. */
import type { Area } from "./address";
import { lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS } from "./address";
import type { ChartModel } from "./chart";
import type { Rule, Validation } from "./rule";
import type { SheetProtection } from "./protection";
import type { PrintSetup } from "./print";
import type { Table } from "./table";
import type { XmlNode } from "../../src/files/openxml/xml";

/** "#N/A", "#DIV/0!" … */
export interface CellError {
  readonly error: string;
}

/** What a cell holds or comes to; null = blank. */
export type Scalar = string | number | boolean | CellError | null;

export interface Cell {
  value: Scalar;
  /** en-US, without "="; null = a plain value. Structured references of the cell's own row are spelt [@Column]. */
  formula: string | null;
  look: number;
  /** Rich text of the file, as long as the text is not overwritten: its number among the shared strings, or its inline node. */
  rich?: number | XmlNode;
  /** The value is the one that the file holds for the formula: Excel worked it out. */
  saved?: true;
  /** What a file says of an array formula: the cells that it fills. */
  arrayRange?: string;
  /** Marks of a file that say more of the value: cm="1" for an array that spills, vm for a rich value. */
  marks?: string;
}

export interface Row {
  /** By column; holes are blank cells. */
  readonly cells: (Cell | undefined)[];
  /** In points; null = the sheet's standard height. */
  height: number | null;
  hidden: boolean;
  /** The look of the row's other cells, or null. */
  look: number | null;
  /** Attributes of a file that the host does not model (outline levels …). */
  rest: Readonly<Record<string, string>>;
}

/** A run of columns that share a width and a look. */
export interface ColumnRun {
  readonly first: number;
  readonly last: number;
  /** In characters, as the file has it; null = standard. */
  readonly width: number | null;
  readonly hidden: boolean;
  readonly look: number;
  readonly rest: Readonly<Record<string, string>>;
}

export interface Link {
  readonly area: Area;
  /** "'Clinic CIN'!A1", or null for an outside address. */
  readonly location: string | null;
  readonly address: string | null;
  readonly display: string | null;
  readonly tip: string | null;
}

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

export interface Sheet {
  /** What the client knows it by. */
  readonly id: string;
  name: string;
  visibility: Visibility;
  tabColour: string;
  showGridlines: boolean;
  showHeadings: boolean;
  frozen: { readonly rows: number; readonly columns: number };
  /** Cells selected when the sheet was last looked at. */
  selection: Area;
  rows: Map<number, Row>;
  columns: readonly ColumnRun[];
  /** In characters. */
  standardWidth: number;
  /** In points. */
  standardHeight: number;
  merges: readonly Area[];
  tables: Table[];
  rules: Rule[];
  validations: Validation[];
  links: Link[];
  charts: ChartModel[];
  print: PrintSetup;
  protection: SheetProtection;
  /** The criteria of the sheet's own filter, which its file holds, were cleared: its buttons stay. */
  filterCleared?: boolean;
  /** Written or shifted since it was opened: only then is its part of the file written anew. */
  touched: boolean;
  /** Its file holds formulas that fill more than their own cell. */
  hasArrays: boolean;
  /** Name of its part in the package it came from, or null. */
  readonly part: string | null;
  /** false = a chart or macro sheet of a file: it has its place among the tabs, and no cells. */
  readonly hasCells: boolean;
}

export const DEFAULT_WIDTH = 8.43;
export const DEFAULT_HEIGHT = 15;

export const isError = (value: Scalar): value is CellError => typeof value === "object" && value !== null;

export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.rows.get(row)?.cells[column];
}

export function rowFor(sheet: Sheet, row: number): Row {
  let record = sheet.rows.get(row);
  if (!record) {
    record = { cells: [], height: null, hidden: false, look: null, rest: {} };
    sheet.rows.set(row, record);
  }
  return record;
}

/** The cell, made if it was blank, with the look that its row or column gives a new cell. */
export function cellFor(sheet: Sheet, row: number, column: number): Cell {
  const record = rowFor(sheet, row);
  let cell = record.cells[column];
  if (!cell) {
    cell = { value: null, formula: null, look: inheritedLook(sheet, row, column) };
    record.cells[column] = cell;
  }
  return cell;
}

export function lookAt(sheet: Sheet, row: number, column: number): number {
  return cellAt(sheet, row, column)?.look ?? inheritedLook(sheet, row, column);
}

function inheritedLook(sheet: Sheet, row: number, column: number): number {
  return sheet.rows.get(row)?.look ?? columnRunAt(sheet, column)?.look ?? 0;
}

export function columnRunAt(sheet: Sheet, column: number): ColumnRun | undefined {
  return sheet.columns.find((run) => run.first <= column && column <= run.last);
}

/** Gives each column of `area` what `change` makes of it, and keeps the runs in order. */
export function changeColumns(sheet: Sheet, area: Area, change: (run: ColumnRun) => ColumnRun): void {
  const from = area.column;
  const to = lastColumn(area);
  const runs: ColumnRun[] = [];
  let next = from;
  const plain = (first: number, last: number): ColumnRun => ({
    first,
    last,
    width: null,
    hidden: false,
    look: 0,
    rest: {},
  });
  for (const run of sheet.columns) {
    if (run.last < from || run.first > to) {
      runs.push(run);
      continue;
    }
    if (run.first < from) runs.push({ ...run, last: from - 1 });
    if (run.first > next) runs.push(change(plain(next, run.first - 1)));
    runs.push(change({ ...run, first: Math.max(run.first, from), last: Math.min(run.last, to) }));
    next = Math.min(run.last, to) + 1;
    if (run.last > to) runs.push({ ...run, first: to + 1 });
  }
  if (next <= to) runs.push(change(plain(next, to)));
  sheet.columns = runs.sort((one, other) => one.first - other.first);
}

/** Calls `visit` for each cell that stands in `area`, row by row. */
export function eachCell(
  sheet: Sheet,
  area: Area,
  visit: (cell: Cell, row: number, column: number) => void,
): void {
  const right = lastColumn(area);
  const visitRow = (record: Row, row: number): void => {
    const end = Math.min(right, record.cells.length - 1);
    for (let column = area.column; column <= end; column++) {
      const cell = record.cells[column];
      if (cell) visit(cell, row, column);
    }
  };
  if (area.rows > sheet.rows.size) {
    for (const row of sortedRows(sheet)) {
      if (row >= area.row && row <= lastRow(area)) visitRow(sheet.rows.get(row)!, row);
    }
    return;
  }
  for (let row = area.row; row <= lastRow(area); row++) {
    const record = sheet.rows.get(row);
    if (record) visitRow(record, row);
  }
}

export function sortedRows(sheet: Sheet): readonly number[] {
  return [...sheet.rows.keys()].sort((one, other) => one - other);
}

export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

/** The smallest rectangle round the cells that `counts`, within `area`; null where there are none. */
export function usedArea(sheet: Sheet, area: Area, counts: (cell: Cell) => boolean): Area | null {
  let top = MAX_ROWS;
  let bottom = -1;
  let left = MAX_COLUMNS;
  let right = -1;
  for (const [row, record] of sheet.rows) {
    if (row < area.row || row > lastRow(area)) continue;
    const end = Math.min(lastColumn(area), record.cells.length - 1);
    let first = area.column;
    while (first <= end && !(record.cells[first] && counts(record.cells[first]!))) first++;
    if (first > end) continue;
    let last = end;
    while (!(record.cells[last] && counts(record.cells[last]!))) last--;
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, first);
    right = Math.max(right, last);
  }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

export const holdsValue = (cell: Cell): boolean => cell.value !== null || cell.formula !== null;
