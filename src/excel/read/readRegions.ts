/**
 * Reads rectangles of cells. The first rows of all share a request, which shows how much Excel has to say of a cell of each;
 * what is left comes in blocks of nearly 4 MB, as many as that takes and no more: Excel on the web refuses over 5 MB.
 */
import { certain } from "../../clinic/cells/certain";
import { cellsAt } from "../host/ranges";
import { columnLetters } from "../../clinic/cells/addresses";
import type { CellValue } from "../../clinic/cells/worksheet";
import { stopIfCancelled, unlessCancelled } from "../host/cancel";
import { ClinicError } from "../host/clinicError";
import { codeOf } from "../host/excelError";
import { type Rectangle, rectangleOf } from "../host/rectangles";
import type { OnSheet } from "../host/run";
import {
  type Block,
  createSizes,
  firstBlocks,
  firstRequests,
  nextRequest,
  type Region,
  requestsFor,
} from "./blocks";

export type { Region };

export interface ReadingOptions {
  readonly onSheet: OnSheet;
  /** "formulas": a cell's formula where it has one. Unless given, values. */
  readonly what?: "values" | "formulas";
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** One grid of values a region, in their order. One request after the other, the signal looked at in between. */
export async function readRegions(
  context: Excel.RequestContext,
  regions: readonly Region[],
  options: ReadingOptions,
): Promise<CellValue[][][]> {
  const filled = await filledParts(context, regions, options);
  const grids = regions.map(({ area }, i) =>
    filled[i]?.length === 1 && filled[i]?.[0] === area ? [] : blankRows(area),
  );
  const parts = regions.flatMap((region, i) =>
    (filled[i] ?? []).map((area): Block => ({ ...region, area, region: i })),
  );
  const { first, rest } = firstBlocks(parts);
  const sizes = createSizes();
  const read = async (blocks: readonly Block[]): Promise<void> => {
    stopIfCancelled(options.signal);
    const answer = await unlessCancelled(readBlocks(context, blocks, options), options.signal);
    answer.forEach((rows, i) => {
      const block = certain(blocks[i]);
      sizes.add(block, rows);
      place(rows, block.area, certain(grids[block.region]), certain(regions[block.region]).area);
    });
  };
  const readFirst = async ([blocks, ...later]: readonly Block[][], done: number): Promise<number> => {
    if (!blocks) return done;
    await read(blocks);
    options.onProgress?.(done + 1, done + 1 + later.length + requestsFor(rest, sizes));
    return readFirst(later, done + 1);
  };
  const readRest = async (left: readonly Block[], done: number): Promise<void> => {
    if (left.length === 0) return;
    const { blocks, rest: later } = nextRequest(left, sizes);
    await read(blocks);
    options.onProgress?.(done + 1, done + 1 + requestsFor(later, sizes));
    return readRest(later, done + 1);
  };
  await readRest(rest, await readFirst(firstRequests(first), 0));
  return grids;
}

/** Puts rows read into the region's grid. Parts beside each other may come in any order: each keeps what the others have begun. */
function place(rows: CellValue[][], area: Rectangle, grid: CellValue[][], whole: Rectangle): void {
  const first = area.row - whole.row;
  const indent = area.column - whole.column;
  rows.forEach((row, j) => {
    const begun = grid[first + j] ?? [];
    if (indent === 0)
      grid[first + j] = begun.length > row.length ? [...row, ...begun.slice(row.length)] : row;
    else if (row.some((cell) => cell !== "")) {
      const left = Array.from({ length: indent }, (_, c) => begun[c] ?? "");
      grid[first + j] = [...left, ...row, ...begun.slice(indent + row.length)];
    }
  });
}

/**
 * One stray cell far below makes a used range of a million rows, one far to the right a range of sixteen thousand
 * columns. Of such a region each band is asked what it holds (one request for all, columns before rows), and only that is
 * read; the region itself where it is neither wide nor tall.
 */
async function filledParts(
  context: Excel.RequestContext,
  regions: readonly Region[],
  options: ReadingOptions,
): Promise<Rectangle[][]> {
  const whole = regions.map(({ area }) => [area]);
  const narrow = await askBands(context, regions, whole, COLUMNS, options);
  return askBands(context, regions, narrow, ROWS, options);
}

/** How an area is cut into bands (null: it is not), and how much of a band is read: rows that are read join to the left. */
interface Banding {
  readonly bandsOf: (area: Rectangle) => Rectangle[] | null;
  readonly filled: (band: Rectangle, used: Rectangle) => Rectangle;
}

const COLUMNS: Banding = {
  bandsOf: columnBandsOf,
  filled: ({ column }, used) => ({ ...used, column, columns: used.column + used.columns - column }),
};
const ROWS: Banding = {
  bandsOf: rowBandsOf,
  filled: (band, { row, rows }) => ({ ...band, row, rows }),
};

/** What the bands of each part hold; a part without bands as it is. */
async function askBands(
  context: Excel.RequestContext,
  regions: readonly Region[],
  parts: readonly Rectangle[][],
  { bandsOf, filled }: Banding,
  { signal }: ReadingOptions,
): Promise<Rectangle[][]> {
  const asked = parts.map((areas, i) =>
    areas.map((area) => {
      const bands = bandsOf(area);
      return {
        area,
        bands: bands?.map((band) => askBand(context, certain(regions[i]).sheetId, band)) ?? null,
      };
    }),
  );
  if (asked.flat().some(({ bands }) => bands !== null)) {
    stopIfCancelled(signal);
    await context.sync();
  }
  return asked.map((areas) =>
    areas.flatMap(({ area, bands }) =>
      bands === null
        ? [area]
        : bands.flatMap(({ band, used }) => (used.isNullObject ? [] : [filled(band, rectangleOf(used))])),
    ),
  );
}

function columnBandsOf(area: Rectangle): Rectangle[] | null {
  if (area.columns <= WIDE) return null;
  return Array.from({ length: Math.ceil(area.columns / COLUMN_BAND) }, (_, i) => ({
    ...area,
    column: area.column + i * COLUMN_BAND,
    columns: Math.min(COLUMN_BAND, area.columns - i * COLUMN_BAND),
  }));
}

function rowBandsOf(area: Rectangle): Rectangle[] | null {
  if (area.rows <= TALL) return null;
  return Array.from({ length: Math.ceil(area.rows / BAND) }, (_, i) => ({
    ...area,
    row: area.row + i * BAND,
    rows: Math.min(BAND, area.rows - i * BAND),
  }));
}

function askBand(context: Excel.RequestContext, sheetId: string, band: Rectangle) {
  const { row, column, rows, columns } = band;
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const used = cellsAt(sheet, row, column, rows, columns).getUsedRangeOrNullObject(true);
  used.load("rowIndex,rowCount,columnIndex,columnCount");
  return { band, used };
}

/** The same blank row over and over: a million of them cost next to nothing. */
function blankRows({ rows, columns }: Rectangle): CellValue[][] {
  const blank: CellValue[] = Array.from({ length: columns > WIDE ? 0 : columns }, () => "");
  return Array.from({ length: rows }, () => blank);
}

const TALL = 100_000;
const BAND = 20_000;
/** Farther than any extract goes: a row of so many columns is still a small part of what Excel hands over. */
const WIDE = 1_000;
const COLUMN_BAND = 500;

/** Cells with long texts can be too much for one answer all the same: then each half is asked for apart. */
async function readBlocks(
  context: Excel.RequestContext,
  blocks: readonly Block[],
  options: ReadingOptions,
): Promise<CellValue[][][]> {
  const [only] = blocks;
  const { onSheet, what = "values" } = options;
  onSheet(only && blocks.length === 1 ? only.sheet : null);
  const ranges = blocks.map(({ sheetId, area }) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const range = cellsAt(sheet, area.row, area.column, area.rows, area.columns);
    if (what === "formulas") range.load("formulas");
    else range.load("values");
    return range;
  });
  try {
    await context.sync();
    const values = ranges.map((range) => range[what] as CellValue[][] | null);
    const whole = values.filter((rows) => rows !== null);
    if (whole.length === values.length) return whole;
    if (only && !canHalve(blocks)) throw tooLong(only);
  } catch (error) {
    if (!TOO_LARGE.has(codeOf(error))) throw error;
    if (only && !canHalve(blocks)) throw tooLong(only);
  }
  return readHalves(context, blocks, options);
}

async function readHalves(
  context: Excel.RequestContext,
  blocks: readonly Block[],
  options: ReadingOptions,
): Promise<CellValue[][][]> {
  const [only] = blocks;
  if (!only || blocks.length > 1) {
    const middle = Math.ceil(blocks.length / 2);
    const first = await readBlocks(context, blocks.slice(0, middle), options);
    return [...first, ...(await readBlocks(context, blocks.slice(middle), options))];
  }
  const { area } = only;
  if (area.rows > 1) {
    const rows = Math.ceil(area.rows / 2);
    const upper = { ...only, area: { ...area, rows } };
    const lower = { ...only, area: { ...area, row: area.row + rows, rows: area.rows - rows } };
    const halves = await readBlocks(context, [upper], options);
    return [[...halves, ...(await readBlocks(context, [lower], options))].flat()];
  }
  const columns = Math.ceil(area.columns / 2);
  const left = { ...only, area: { ...area, columns } };
  const right = {
    ...only,
    area: { ...area, column: area.column + columns, columns: area.columns - columns },
  };
  const halves = await readBlocks(context, [left], options);
  const cells = [...halves, ...(await readBlocks(context, [right], options))].flat(2);
  return [[cells]];
}

function canHalve(blocks: readonly Block[]): boolean {
  const [only] = blocks;
  return blocks.length > 1 || (only !== undefined && only.area.rows * only.area.columns > 1);
}

function tooLong({ sheet, area }: Block): ClinicError {
  const cell = `${columnLetters(area.column)}${area.row + 1}`;
  return new ClinicError(
    `Cell ${cell} of the sheet "${sheet}" is too long for Excel to pass on.`,
    "Clear the cell, or delete its column if the clinic does not need it, then try again.",
    `Code CellTooLong, while reading the workbook, sheet "${sheet}", cell ${cell}.`,
  );
}

const TOO_LARGE: ReadonlySet<string> = new Set([
  "ResponsePayloadSizeLimitExceeded",
  "RangeExceedsLimit",
  "OperationCellsExceedLimit",
]);
