/** Reads rectangles of cells in blocks small enough to be parsed without a pause and to stay far below 5 MB. */
import type { CellValue } from "../clinic/extracts/worksheet";
import { stopIfCancelled } from "./cancel";
import { ClinicError } from "./clinicError";
import { codeOf } from "./excelError";
import type { Rectangle } from "./rectangles";
import type { OnSheet } from "./run";

export interface Region {
  readonly sheetId: string;
  /** For error messages. */
  readonly sheet: string;
  readonly area: Rectangle;
}

export interface ReadingOptions {
  readonly onSheet: OnSheet;
  /** "formulas": a cell's formula where it has one. Unless given, values. */
  readonly what?: "values" | "formulas";
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

const CELLS_A_BLOCK = 40_000;
/** Small sheets share a request: about 1 MB. */
const CELLS_A_REQUEST = 60_000;

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
  const requests = groupBlocks(
    regions.flatMap((region, i) => (filled[i] ?? []).flatMap((area) => blocksOf({ ...region, area }, i))),
  );
  const readFrom = async (next: number): Promise<void> => {
    const blocks = requests[next];
    if (!blocks) return;
    stopIfCancelled(options.signal);
    const read = await readBlocks(context, blocks, options);
    read.forEach((rows, i) => {
      const block = blocks[i];
      const region = block && regions[block.region];
      const grid = block && grids[block.region];
      if (!region || !grid) return;
      const first = block.area.row - region.area.row;
      rows.forEach((row, j) => {
        grid[first + j] = row;
      });
    });
    options.onProgress?.(next + 1, requests.length);
    return readFrom(next + 1);
  };
  await readFrom(0);
  return grids;
}

/**
 * One stray cell far below makes a used range of a million rows. Of a tall region each band of rows is asked what it
 * holds (one request for all), and only that is read; the region itself where it is not tall.
 */
async function filledParts(
  context: Excel.RequestContext,
  regions: readonly Region[],
  { signal }: ReadingOptions,
): Promise<Rectangle[][]> {
  const asked = regions.map(({ sheetId, area }) =>
    area.rows > TALL ? bandsOf(area).map((band) => askBand(context, sheetId, band)) : null,
  );
  if (asked.some((bands) => bands !== null)) {
    stopIfCancelled(signal);
    await context.sync();
  }
  return regions.map(({ area }, i) => {
    const bands = asked[i];
    if (!bands) return [area];
    return bands.flatMap(({ used }) =>
      used.isNullObject ? [] : [{ ...area, row: used.rowIndex, rows: used.rowCount }],
    );
  });
}

function bandsOf(area: Rectangle): Rectangle[] {
  const count = Math.ceil(area.rows / BAND);
  return Array.from({ length: count }, (_, i) => ({
    ...area,
    row: area.row + i * BAND,
    rows: Math.min(BAND, area.rows - i * BAND),
  }));
}

function askBand(context: Excel.RequestContext, sheetId: string, { row, column, rows, columns }: Rectangle) {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const used = sheet.getRangeByIndexes(row, column, rows, columns).getUsedRangeOrNullObject(true);
  used.load("rowIndex,rowCount");
  return { used };
}

/** The same blank row over and over: a million of them cost next to nothing. */
function blankRows({ rows, columns }: Rectangle): CellValue[][] {
  const blank: CellValue[] = Array.from({ length: columns }, () => "");
  return Array.from({ length: rows }, () => blank);
}

const TALL = 100_000;
const BAND = 20_000;

interface Block extends Region {
  /** Which region it is part of. */
  readonly region: number;
}

function blocksOf(whole: Region, region: number): Block[] {
  const { area } = whole;
  const rows = Math.max(1, Math.floor(CELLS_A_BLOCK / area.columns));
  const count = Math.ceil(area.rows / rows);
  return Array.from({ length: count }, (_, i) => ({
    ...whole,
    region,
    area: { ...area, row: area.row + i * rows, rows: Math.min(rows, area.rows - i * rows) },
  }));
}

function groupBlocks(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  let cells = Infinity;
  for (const block of blocks) {
    const size = block.area.rows * block.area.columns;
    if (cells + size > CELLS_A_REQUEST) {
      groups.push([]);
      cells = 0;
    }
    groups[groups.length - 1]?.push(block);
    cells += size;
  }
  return groups;
}

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
    const range = context.workbook.worksheets
      .getItem(sheetId)
      .getRangeByIndexes(area.row, area.column, area.rows, area.columns);
    if (what === "formulas") range.load("formulas");
    else range.load("values");
    return range;
  });
  try {
    await context.sync();
    const values = ranges.map((range) => range[what] as CellValue[][] | null);
    const whole = values.filter((rows) => rows !== null);
    if (whole.length === values.length) return whole;
    if (!canHalve(blocks)) throw new ClinicError(...TOO_LONG);
  } catch (error) {
    if (!TOO_LARGE.has(codeOf(error)) || !canHalve(blocks)) throw error;
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
  const rows = Math.ceil(only.area.rows / 2);
  const upper = { ...only, area: { ...only.area, rows } };
  const lower = { ...only, area: { ...only.area, row: only.area.row + rows, rows: only.area.rows - rows } };
  const halves = await readBlocks(context, [upper], options);
  return [[...halves, ...(await readBlocks(context, [lower], options))].flat()];
}

function canHalve(blocks: readonly Block[]): boolean {
  return blocks.length > 1 || (blocks[0]?.area.rows ?? 0) > 1;
}

const TOO_LONG = [
  "A row of a sheet is too long for Excel to hand over.",
  "Delete columns that the clinic does not need from the extract, then try again.",
  "Code RowTooLong, while reading the workbook.",
] as const;

const TOO_LARGE: ReadonlySet<string> = new Set([
  "ResponsePayloadSizeLimitExceeded",
  "RangeExceedsLimit",
  "OperationCellsExceedLimit",
]);
