/**
 * Texts, numbers and formulas of a rectangle. Columns of texts are "@" before they are filled: Excel reads an add-in's text
 * in US English, "01/02/2023" as the second of January (o-js#1559). Other cells are General while they are filled, so that
 * texts among them go in by the one rule of cellText.ts; their own formats come after.
 */
import { bodyCells, cellsAt, partOf, tableOn } from "../host/ranges";
import type { BlockPlan, CellContent, TablePlan } from "../../pages/plan";
import {
  cellForExcel,
  holdsTextOnly,
  setNumberFormat,
  shortened,
  TEXT_FORMAT,
  textForExcel,
} from "../host/cellText";
import type { Rectangle } from "../host/rectangles";
import { bytesOf, CALL_BYTES, type SheetJob } from "../host/requests";

/** Cells in one property set: keeps a single job well under a request. */
const CELLS_A_JOB = 20_000;

const GENERAL = "General";

/** Body rows of a table that are written. */
export interface BodyRows {
  /** Counted from 0 in the body. */
  readonly from: number;
  readonly rows: readonly (readonly CellContent[])[];
  readonly formats: readonly (string | undefined)[];
  /** Rows of the whole body at that moment. */
  readonly whole: number;
}

/** Of each column: its own format, "@" where it has none and holds texts only, else General. */
export function ownFormats(
  formats: readonly (string | undefined)[],
  rows: readonly (readonly CellContent[])[],
): string[] {
  return formats.map(
    (format, i) => format ?? (holdsTextOnly(rows.map((row) => row[i] ?? null)) ? TEXT_FORMAT : GENERAL),
  );
}

/**
 * Rows of a table's body, in slices. A column of texts only is "@" while it is filled unless it has a format of its own, so
 * that no ID loses its zeros and no text becomes a formula. Where all rows are written in one go, Excel refuses them if the
 * table has got others meanwhile. Lasting formats come after the looks (`tableFormatJob`).
 */
export function bodyJobs(table: Pick<TablePlan, "name">, body: BodyRows): SheetJob[] {
  const { rows, formats } = body;
  const own = ownFormats(formats, rows);
  const isText = own.map((format, i) => format === TEXT_FORMAT && rows.every((row) => isTakenAsItIs(row[i])));
  const texts = runsOf(isText.map((text) => (text ? TEXT_FORMAT : GENERAL))).filter(
    ({ format }) => format === TEXT_FORMAT,
  );
  return gridJobs(table.name, { ...body, ...gridOf(rows, isText) }, (range) => {
    setNumberFormat(range, GENERAL);
    for (const run of texts) setNumberFormat(columnsOf(range, run), TEXT_FORMAT);
  });
}

/** The same once the cells have their lasting formats; needs `takesFormatsFirst`. */
export function formattedBodyJobs(table: Pick<TablePlan, "name">, body: BodyRows): SheetJob[] {
  const isText = ownFormats(body.formats, body.rows).map((format) => format === TEXT_FORMAT);
  return gridJobs(table.name, { ...body, ...gridOf(body.rows, isText) }, () => undefined);
}

/** Of the body's rows only what differs, in cells that have their lasting formats; needs `takesFormatsFirst`. */
export function differingBodyJobs(
  table: Pick<TablePlan, "name">,
  body: BodyRows,
  isThere: (row: number, column: number, content: CellContent) => boolean,
): SheetJob[] {
  const isText = ownFormats(body.formats, body.rows).map((format) => format === TEXT_FORMAT);
  const { cells, columns } = gridOf(body.rows, isText);
  const differs = body.rows.map((row, r) => cells[r]?.map((_, c) => !isThere(r, c, row[c] ?? null)) ?? []);
  const wholeColumns = columns.filter(({ column }) => differs.some((row) => row[column] === true));
  const grid = cells.map((row, r) => row.map((cell, c) => (differs[r]?.[c] === true ? cell : null)));
  const filled = [...grid.keys()].filter((row) => holdsSomething(grid[row] ?? []));
  const first = filled[0] ?? -1;
  const last = filled.at(-1) ?? -1;
  // A table of ordinary length is written as a whole: Excel refuses it where it has got other rows.
  const isShort = grid.length * body.formats.length <= CELLS_LISTED;
  const [from, to] = isShort ? [0, grid.length] : [first, last + 1];
  const written = first < 0 ? [] : grid.slice(from, to);
  return gridJobs(
    table.name,
    { ...body, first: Math.max(0, from), cells: written, columns: wholeColumns },
    () => undefined,
  );
}

function holdsSomething(row: Grid[number]): boolean {
  return row.some((cell) => cell !== null);
}

/** Whether its cells can be filled once they have their lasting formats: of an apostrophe in an "@" cell nobody knows. */
export function takesFormatsFirst({ formats, rows }: Pick<BodyRows, "formats" | "rows">): boolean {
  return ownFormats(formats, rows).every(
    (format, i) => format !== TEXT_FORMAT || rows.every((row) => isTakenAsItIs(row[i])),
  );
}

/** null leaves a cell as it is. */
type Grid = readonly (readonly (string | number | null)[])[];

interface WholeColumn {
  readonly column: number;
  readonly formula: string;
}

interface GridOfBody {
  /** Which of the rows `cells` begins with; the first unless given. */
  readonly first?: number;
  readonly cells: Grid;
  /** Columns with one formula in every row, written as one value for all of them: null in `cells`. */
  readonly columns: readonly WholeColumn[];
}

function gridOf(rows: BodyRows["rows"], isText: readonly boolean[]): GridOfBody {
  const columns = isText.flatMap((_, column): WholeColumn[] => {
    const formula = wholeFormula(rows, column);
    return formula === null ? [] : [{ column, formula }];
  });
  const isWhole = new Set(columns.map(({ column }) => column));
  const cells = rows.map((row) =>
    isText.map((text, i) => (isWhole.has(i) ? null : (text ? asText : cellForExcel)(row[i] ?? null))),
  );
  return { cells, columns };
}

/** Characters that a column written as one value saves at the least; it takes two actions more. */
const WORTH_A_COLUMN = 1_500;

function wholeFormula(rows: BodyRows["rows"], column: number): string | null {
  const first = rows[0]?.[column] ?? null;
  if (typeof first !== "object" || first === null) return null;
  if ((rows.length - 1) * first.formula.length < WORTH_A_COLUMN) return null;
  const isSameText = (cell: CellContent | undefined) =>
    typeof cell === "object" && cell !== null && cell.formula === first.formula;
  return rows.every((row) => isSameText(row[column])) ? first.formula : null;
}

/** `prepare`: the formats that the cells of a slice need before they are filled. */
function gridJobs(
  name: string,
  { from, rows, formats, whole, first: begin = 0, cells, columns }: BodyRows & GridOfBody,
  prepare: (range: Excel.Range) => void,
): SheetJob[] {
  const slice = Math.max(1, Math.floor(CELLS_A_JOB / Math.max(1, formats.length)));
  const firsts = Array.from({ length: Math.ceil(cells.length / slice) }, (_, i) => i * slice);
  const slices = firsts.map((first): SheetJob => {
    const part = cells.slice(first, first + slice).map((row) => [...row]);
    return {
      bytes: bytesOf(part) + 9 * CALL_BYTES,
      write(sheet) {
        const range = rowsOfBody(sheet, name, {
          from: from + begin + first,
          count: part.length,
          whole,
          formats,
        });
        prepare(range);
        range.formulas = part;
      },
    };
  });
  if (columns.length === 0) return slices;
  const ofColumns: SheetJob = {
    bytes: columns.reduce((sum, { formula }) => sum + formula.length + 2 * CALL_BYTES, 2 * CALL_BYTES),
    write(sheet) {
      const range = rowsOfBody(sheet, name, { from, count: rows.length, whole, formats });
      for (const { column, formula } of columns)
        range.getColumn(column).formulas = formula as unknown as string[][]; // one value for all cells
    },
  };
  return [...slices, ofColumns];
}

function rowsOfBody(
  sheet: Excel.Worksheet,
  name: string,
  { from, count, whole, formats }: Pick<BodyRows, "from" | "whole" | "formats"> & { readonly count: number },
): Excel.Range {
  const body = bodyCells(sheet, name);
  return from === 0 && count === whole
    ? body
    : partOf(body, { row: from, column: 0, rows: count, columns: formats.length });
}

/** Cells of a table whose formats go in as one list, cell by cell; of a longer one they are set by columns. */
const CELLS_LISTED = 1_000;

export interface TableFormats {
  readonly name: string;
  /** Of its columns; undefined = whatever `rows` need. */
  readonly formats: readonly (string | undefined)[];
  readonly rows: readonly (readonly CellContent[])[];
  /** Body rows, counted from 0, that are given formats. */
  readonly body: { readonly from: number; readonly count: number };
  /** Headings and totals row are given theirs too. */
  readonly whole: boolean;
  readonly hasTotal: boolean;
  /** Rectangles of the table with formats of their own, counted from its first heading. */
  readonly others: readonly FormattedRectangle[];
}

export interface FormattedRectangle extends Rectangle {
  readonly numberFormat: string;
}

/** Whether `others` go in with the rest; if not, they are to be set by themselves. */
export function isListed({
  whole,
  body,
  formats,
}: Pick<TableFormats, "whole" | "body" | "formats">): boolean {
  return whole && (body.count + 2) * formats.length <= CELLS_LISTED;
}

/**
 * Number formats of a table, after its looks: giving cells a style makes them General. `isGeneral`: whether they are that
 * now; if not, General is set like any other.
 */
export function tableFormatJob(table: TableFormats, isGeneral: boolean): SheetJob {
  const { name, formats, rows, body, whole, hasTotal, others } = table;
  const own = ownFormats(formats, rows);
  const ofTotal = own.map((format) => (format === TEXT_FORMAT ? GENERAL : format));
  const columns = own.length;
  if (isListed(table)) {
    const grid = [
      own.map(() => TEXT_FORMAT),
      ...Array.from({ length: body.count }, () => [...own]),
      ...(hasTotal ? [ofTotal] : []),
    ];
    for (const { row, column, rows: high, columns: wide, numberFormat } of others)
      for (const cells of grid.slice(row, row + high)) cells.fill(numberFormat, column, column + wide);
    return {
      bytes: 3 * CALL_BYTES + bytesOf(grid),
      write(sheet) {
        tableOn(sheet, name).getRange().numberFormat = grid;
      },
    };
  }
  const isSet = ({ format }: { readonly format: string }) => !isGeneral || format !== GENERAL;
  const runs = runsOf(own).filter(isSet);
  const totalRuns = runsOf(ofTotal).filter(isSet);
  return {
    bytes: (4 + (runs.length + totalRuns.length) * 5) * CALL_BYTES,
    write(sheet) {
      const found = tableOn(sheet, name);
      const all = bodyCells(sheet, name);
      const part = whole ? all : partOf(all, { row: body.from, column: 0, rows: body.count, columns });
      for (const run of runs) setNumberFormat(columnsOf(part, run), run.format);
      if (!whole) return;
      setNumberFormat(found.getHeaderRowRange(), TEXT_FORMAT);
      if (!hasTotal || totalRuns.length === 0) return;
      const total = found.getTotalRowRange();
      for (const run of totalRuns) setNumberFormat(columnsOf(total, run), run.format);
    },
  };
}

function columnsOf(
  range: Excel.Range,
  { start, columns }: { readonly start: number; readonly columns: number },
): Excel.Range {
  const first = range.getColumn(start);
  return columns === 1 ? first : first.getResizedRange(0, columns - 1);
}

/** In an "@" cell a formula would be text, and of an apostrophe in front nobody knows. */
function isTakenAsItIs(cell: CellContent | undefined): boolean {
  if (typeof cell === "string") return !cell.startsWith("'");
  return cell === null || cell === undefined;
}

/** For a cell that has the format "@" already: Excel reads nothing into what is written there. */
function asText(content: CellContent): string {
  return typeof content === "object" ? "" : shortened(String(content));
}

/** Blocks stand outside tables: each text that needs it gets its apostrophe, and no format is set. */
export function blockJob(block: BlockPlan): SheetJob | null {
  const width = Math.max(0, ...block.cells.map((row) => row.length));
  if (width === 0) return null;
  const cells = block.cells.map((row) =>
    Array.from({ length: width }, (_, i) => cellForExcel(row[i] ?? null)),
  );
  return cellsJob(block.row, block.column, cells);
}

/** Headings are texts, also those that look like dates ("Jul-23"). */
export function writeHeadings(range: Excel.Range, headings: readonly string[]): void {
  const asTexts = headings.every(isTakenAsItIs);
  setNumberFormat(range, asTexts ? TEXT_FORMAT : GENERAL);
  range.values = [asTexts ? [...headings] : headings.map(textForExcel)];
  if (!asTexts) setNumberFormat(range, TEXT_FORMAT);
}

/** A totals row: its texts are set as such one by one, its formulas as they are. `isThere`: cells that are left alone. */
export function totalJob(
  table: string,
  total: readonly CellContent[],
  { isFormatted = false, isThere = () => false }: TotalRow = {},
): SheetJob | null {
  const row = total.map((cell, i) => (isThere(i, cell) ? null : cellForExcel(cell)));
  if (!holdsSomething(row)) return null;
  return {
    bytes: bytesOf([row]) + 2 * CALL_BYTES,
    write(sheet) {
      const range = tableOn(sheet, table).getTotalRowRange();
      if (!isFormatted) setNumberFormat(range, GENERAL);
      range.formulas = [row];
    },
  };
}

interface TotalRow {
  /** It has its lasting formats. */
  readonly isFormatted?: boolean;
  readonly isThere?: (column: number, content: CellContent) => boolean;
}

/** Neighbouring columns of one format are set together. */
function runsOf(formats: readonly string[]): { format: string; start: number; columns: number }[] {
  const runs: { format: string; start: number; columns: number }[] = [];
  formats.forEach((format, i) => {
    const last = runs[runs.length - 1];
    if (last?.format === format) last.columns++;
    else runs.push({ format, start: i, columns: 1 });
  });
  return runs;
}

function cellsJob(row: number, column: number, cells: readonly (readonly (string | number)[])[]): SheetJob {
  return {
    bytes: bytesOf(cells) + CALL_BYTES,
    write(sheet) {
      cellsAt(sheet, row, column, cells.length, cells[0]?.length ?? 1).formulas = cells.map((each) => [
        ...each,
      ]);
    },
  };
}
