/**
 * Texts, numbers and formulas of a rectangle. Cells are General while they are filled, so that texts go in by the one
 * rule of cellText.ts; their own formats come after, "@" among them.
 */
import type { BlockPlan, CellContent } from "../pages/plan";
import { cellForExcel, holdsTextOnly, textForExcel } from "./cellText";
import { bytesOf, CALL_BYTES, type SheetJob } from "./requests";

/** Cells in one property set: keeps a single job well under a request. */
const CELLS_A_JOB = 20_000;

export const TEXT_FORMAT = "@";
const GENERAL = "General";

/** One format for all cells of a range: Excel fills the range with a single value. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}

/**
 * The body of a table. A column of texts only becomes "@" unless it has a format of its own, so that no ID
 * loses its zeros and no text becomes a formula; rows are written in slices.
 */
export function bodyJobs(
  place: { readonly row: number; readonly column: number },
  rows: readonly (readonly CellContent[])[],
  formats: readonly (string | undefined)[],
): SheetJob[] {
  const own = formats.map(
    (format, i): string =>
      format ?? (holdsTextOnly(rows.map((row) => row[i] ?? null)) ? TEXT_FORMAT : GENERAL),
  );
  const jobs: SheetJob[] = [
    formatJob(
      place,
      rows.length,
      formats.map(() => GENERAL),
    ),
  ];
  const slice = Math.max(1, Math.floor(CELLS_A_JOB / Math.max(1, formats.length)));
  for (let from = 0; from < rows.length; from += slice) {
    const cells = rows
      .slice(from, from + slice)
      .map((row) => own.map((_, i) => cellForExcel(row[i] ?? null)));
    jobs.push(cellsJob(place.row + from, place.column, cells));
  }
  jobs.push(formatJob(place, rows.length, own));
  return jobs;
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
export function writeHeadings(
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  headings: readonly string[],
): void {
  const range = sheet.getRangeByIndexes(row, column, 1, headings.length);
  setNumberFormat(range, GENERAL);
  range.values = [headings.map(textForExcel)];
  setNumberFormat(range, TEXT_FORMAT);
}

/** A totals row: its texts are set as such one by one, its formulas as they are. */
export function totalJob(
  place: { readonly row: number; readonly column: number },
  total: readonly CellContent[],
  formats: readonly (string | undefined)[],
): SheetJob {
  const cells = [total.map((cell) => cellForExcel(cell))];
  const format = formatJob(
    place,
    1,
    formats.map((each) => (each === undefined || each === TEXT_FORMAT ? GENERAL : each)),
  );
  const content = cellsJob(place.row, place.column, cells);
  return {
    bytes: format.bytes + content.bytes,
    write(sheet) {
      format.write(sheet);
      content.write(sheet);
    },
  };
}

/** Neighbouring columns of one format are set together. */
function formatJob(
  place: { readonly row: number; readonly column: number },
  rows: number,
  formats: readonly string[],
): SheetJob {
  const runs: { format: string; start: number; columns: number }[] = [];
  formats.forEach((format, i) => {
    const last = runs[runs.length - 1];
    if (last?.format === format) last.columns++;
    else runs.push({ format, start: i, columns: 1 });
  });
  return {
    bytes: runs.length * 2 * CALL_BYTES,
    write(sheet) {
      for (const { format, start, columns } of runs) {
        setNumberFormat(sheet.getRangeByIndexes(place.row, place.column + start, rows, columns), format);
      }
    },
  };
}

function cellsJob(row: number, column: number, cells: readonly (readonly (string | number)[])[]): SheetJob {
  return {
    bytes: bytesOf(cells) + CALL_BYTES,
    write(sheet) {
      sheet.getRangeByIndexes(row, column, cells.length, cells[0]?.length ?? 1).formulas = cells.map(
        (each) => [...each],
      );
    },
  };
}
