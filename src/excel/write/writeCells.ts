/**
 * Texts, numbers and formulas of a rectangle. Columns of texts are "@" before they are filled: Excel reads an add-in's text
 * in US English, "01/02/2023" as the second of January (o-js#1559). Other cells are General while they are filled, so that
 * texts among them go in by the one rule of cellText.ts; their own formats come after.
 */
import { bodyOnce, cellsOnce, once, partOnce, tableOn } from "../host/once";
import type { BlockPlan, CellContent, TablePlan } from "../../pages/plan";
import {
  cellForExcel,
  holdsTextOnly,
  setNumberFormat,
  shortened,
  TEXT_FORMAT,
  textForExcel,
} from "../host/cellText";
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
function ownFormats(
  formats: readonly (string | undefined)[],
  rows: readonly (readonly CellContent[])[],
): string[] {
  return formats.map(
    (format, i) => format ?? (holdsTextOnly(rows.map((row) => row[i] ?? null)) ? TEXT_FORMAT : GENERAL),
  );
}

/**
 * Rows of a table's body. A column of texts only is "@" while it is filled unless it has a format of its own, so that no
 * ID loses its zeros and no text becomes a formula; rows are written in slices. Where all rows are written in one go,
 * Excel refuses them if the table has got others meanwhile. Their lasting formats come after the looks (`formatJobs`).
 */
export function bodyJobs(
  { name }: Pick<TablePlan, "name">,
  { from, rows, formats, whole }: BodyRows,
): SheetJob[] {
  const own = ownFormats(formats, rows);
  const isText = own.map((format, i) => format === TEXT_FORMAT && rows.every((row) => isTakenAsItIs(row[i])));
  const texts = runsOf(isText.map((text) => (text ? TEXT_FORMAT : GENERAL))).filter(
    ({ format }) => format === TEXT_FORMAT,
  );
  const slice = Math.max(1, Math.floor(CELLS_A_JOB / Math.max(1, formats.length)));
  const slices: SheetJob[] = [];
  for (let first = 0; first < rows.length; first += slice) {
    const cells = rows
      .slice(first, first + slice)
      .map((row) => isText.map((text, i) => (text ? asText : cellForExcel)(row[i] ?? null)));
    slices.push({
      bytes: bytesOf(cells) + (3 + texts.length * 3) * CALL_BYTES,
      write(sheet) {
        const at = { row: from + first, column: 0, rows: cells.length, columns: formats.length };
        const body = bodyOnce(sheet, name);
        const range = at.row === 0 && at.rows === whole ? body : partOnce(body, at);
        setNumberFormat(range, GENERAL);
        for (const run of texts) setNumberFormat(columnsOf(range, run), TEXT_FORMAT);
        range.formulas = cells;
      },
    });
  }
  return slices;
}

/** Cells of a table whose formats go in as one list, cell by cell; of a longer one they are set by columns. */
const CELLS_LISTED = 600;

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
}

/** Number formats of a table, after its looks: giving cells a style makes them General. */
export function tableFormatJob({ name, formats, rows, body, whole, hasTotal }: TableFormats): SheetJob {
  const own = ownFormats(formats, rows);
  const ofTotal = own.map((format) => (format === TEXT_FORMAT ? GENERAL : format));
  const columns = own.length;
  if (whole && (body.count + 2) * columns <= CELLS_LISTED) {
    const grid = [
      own.map(() => TEXT_FORMAT),
      ...Array.from({ length: body.count }, () => own),
      ...(hasTotal ? [ofTotal] : []),
    ];
    return {
      bytes: 3 * CALL_BYTES + bytesOf(grid),
      write(sheet) {
        once(tableOn(sheet, name).getRange()).numberFormat = grid;
      },
    };
  }
  const runs = runsOf(own).filter(({ format }) => format !== GENERAL);
  const totalRuns = runsOf(ofTotal).filter(({ format }) => format !== GENERAL);
  return {
    bytes: (4 + (runs.length + totalRuns.length) * 5) * CALL_BYTES,
    write(sheet) {
      const table = tableOn(sheet, name);
      const all = bodyOnce(sheet, name);
      const part = whole ? all : partOnce(all, { row: body.from, column: 0, rows: body.count, columns });
      for (const run of runs) setNumberFormat(columnsOf(part, run), run.format);
      if (!whole) return;
      setNumberFormat(once(table.getHeaderRowRange()), TEXT_FORMAT);
      if (!hasTotal || totalRuns.length === 0) return;
      const total = once(table.getTotalRowRange());
      for (const run of totalRuns) setNumberFormat(columnsOf(total, run), run.format);
    },
  };
}

function columnsOf(
  range: Excel.Range,
  { start, columns }: { readonly start: number; readonly columns: number },
): Excel.Range {
  const first = once(range.getColumn(start));
  return columns === 1 ? first : once(first.getResizedRange(0, columns - 1));
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

/** A totals row: its texts are set as such one by one, its formulas as they are. */
export function totalJob(table: string, total: readonly CellContent[]): SheetJob {
  const cells = [total.map((cell) => cellForExcel(cell))];
  return {
    bytes: bytesOf(cells) + 2 * CALL_BYTES,
    write(sheet) {
      const range = once(tableOn(sheet, table).getTotalRowRange());
      setNumberFormat(range, GENERAL);
      range.formulas = cells;
    },
  };
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
      cellsOnce(sheet, row, column, cells.length, cells[0]?.length ?? 1).formulas = cells.map((each) => [
        ...each,
      ]);
    },
  };
}
