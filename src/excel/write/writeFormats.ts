/** The looks of a page: the workbook's own cell styles, each given to all its places at once; sizes and number formats. */
import { cellsAt } from "../host/ranges";
import { CELL_LOOKS, PAGE_STYLE, styleNameOf } from "../../pages/look";
import { columnPoints } from "../../pages/layout/paper";
import { headingStyle, totalStyle } from "../../pages/layout/rowHeights";
import type { CellStyle, SheetPlan, TablePlan } from "../../pages/plan";
import { addressOf, outside, overlap, type Rectangle } from "../host/rectangles";
import { CALL_BYTES, type SheetJob } from "../host/requests";
import { setNumberFormat } from "../host/cellText";
import type { FormattedRectangle } from "./writeCells";

export interface StyledRectangle extends Rectangle {
  readonly style: CellStyle;
  /** Absent = left as it is. */
  readonly numberFormat?: string;
}

/** Where a page's table cells stand in rows that are higher than their text. */
type InTables = NonNullable<SheetPlan["verticalAlign"]>;

/**
 * The looks of `styled` as cell styles, each given to all its places at once. `blank`: cells of the page that hold
 * nothing of ours nor of the user's; they get the page's typeface.
 */
export function lookJobs(
  styled: readonly StyledRectangle[],
  inTables: InTables = "top",
  blank: readonly Rectangle[] = [],
): SheetJob[] {
  const places = new Map<string, Rectangle[]>();
  const add = (style: CellStyle, areas: readonly Rectangle[]) => {
    const name = styleNameOf(style, inTables);
    places.set(name, [...(places.get(name) ?? []), ...areas]);
  };
  const merged = mergeRectangles(styled);
  merged.forEach((each, i) => {
    // Where two meet the later one counts.
    const over = merged.slice(i + 1).filter((later) => later.style !== each.style && overlap(each, later));
    add(each.style, outside(each, over));
  });
  const lead = blank.map((area): SheetJob => styleJob(PAGE_STYLE, addressOf(area)));
  return [
    ...lead,
    ...[...places].flatMap(([name, areas]) => addressesOf(areas).map((address) => styleJob(name, address))),
  ];
}

/** Number formats of rectangles, after their looks and those of the tables. */
export function numberFormatJobs(formatted: readonly FormattedRectangle[]): SheetJob[] {
  return formatted.map(({ numberFormat, ...area }) => ({
    bytes: 3 * CALL_BYTES,
    write: (sheet) => setNumberFormat(rangeAt(sheet, area), numberFormat),
  }));
}

function styleJob(name: string, address: string): SheetJob {
  return {
    bytes: 3 * CALL_BYTES + address.length,
    write(sheet) {
      sheet.getRanges(address).style = name;
    },
  };
}

/** Characters of an address: Excel's limit is not documented (o-js#5198), and this is far below what users report. */
const LONGEST_ADDRESS = 1_000;

/** "A1:B2,D4", as few as go. */
function addressesOf(areas: readonly Rectangle[]): string[] {
  return joined(areas.map(addressOf));
}

function joined(parts: readonly string[]): string[] {
  const addresses: string[] = [];
  for (const part of parts) {
    const last = addresses.at(-1);
    if (last !== undefined && last.length + part.length < LONGEST_ADDRESS)
      addresses[addresses.length - 1] = `${last},${part}`;
    else addresses.push(part);
  }
  return addresses;
}

/** Everything on the page that has a style: the plan's own rectangles, and each table's headings, body and total. */
export function styledParts(plan: SheetPlan, tables: readonly TablePlan[]): StyledRectangle[] {
  return [
    ...plan.styles,
    ...tables.flatMap((table) => tableParts(table, table.row + 1, Math.max(1, table.rows.length))),
  ];
}

/** `firstRow` and `rows`: the body rows to style; headings and total always are. */
export function tableParts(table: TablePlan, firstRow: number, rows: number): StyledRectangle[] {
  const { row, column, total } = table;
  return table.columns.flatMap(({ style }, i) => {
    const at = { column: column + i, columns: 1 };
    const parts: StyledRectangle[] = [{ row, rows: 1, ...at, style: headingStyle(style) }];
    if (rows > 0) parts.push({ row: firstRow, rows, ...at, style });
    if (total) parts.push({ row: firstRow + rows, rows: 1, ...at, style: totalStyle(style) });
    return parts;
  });
}

/** Joins neighbours in a row, then rectangles below each other, that look the same. */
export function mergeRectangles(all: readonly StyledRectangle[]): StyledRectangle[] {
  const across = merge(
    all,
    (a, b) => a.row === b.row && a.rows === b.rows && a.column + a.columns === b.column,
    (a, b) => ({ ...a, columns: a.columns + b.columns }),
  );
  return merge(
    across,
    (a, b) => a.column === b.column && a.columns === b.columns && a.row + a.rows === b.row && !ruled(a),
    (a, b) => ({ ...a, rows: a.rows + b.rows }),
  );
}

/** Only the last merged rectangle of a look is tried: what stands together is listed together. */
function merge(
  all: readonly StyledRectangle[],
  touch: (a: StyledRectangle, b: StyledRectangle) => boolean,
  join: (a: StyledRectangle, b: StyledRectangle) => StyledRectangle,
): StyledRectangle[] {
  const last = new Map<string, number>();
  const merged: StyledRectangle[] = [];
  for (const each of all) {
    const look = `${each.style}|${each.numberFormat ?? ""}`;
    const i = last.get(look);
    const before = i === undefined ? undefined : merged[i];
    if (i !== undefined && before && touch(before, each)) merged[i] = join(before, each);
    else last.set(look, merged.push(each) - 1);
  }
  return merged;
}

/** A rule below (or above) belongs to each rectangle's own edge as well as between its rows. */
function ruled({ style }: StyledRectangle): boolean {
  return CELL_LOOKS[style].rule === "above";
}

function rangeAt(sheet: Excel.Worksheet, { row, column, rows, columns }: Rectangle): Excel.Range {
  return cellsAt(sheet, row, column, rows, columns);
}

/**
 * Widths and heights. `rows`: how many rows of the sheet have ever been the page's: all of them get the page's own
 * height first, so that none keeps what a longer text once needed.
 */
export function sizeJobs(plan: SheetPlan, rows: number): SheetJob[] {
  const { columnWidths, rowHeights = {}, rowHeight } = plan;
  const columns = Math.max(0, ...Object.keys(columnWidths).map((at) => Number(at) + 1));
  const listed = Math.min(rows, ROWS_LISTED, rowHeight === undefined ? lastOf(rowHeights) : rows);
  const widths = Array.from({ length: columns }, (_, at) => sized("columnWidth", widthOf(columnWidths[at])));
  const heights = Array.from({ length: listed }, (_, at) => sized("rowHeight", rowHeights[at] ?? rowHeight));
  const below = grouped(
    neighboursOfOneHeight(rowHeights, listed).map(
      ({ row, count, height }) => [height, `${row + 1}:${row + count}`] as const,
    ),
  );
  return [
    {
      bytes: (columns + listed) * SIZE_BYTES + (below.length + 3) * 3 * CALL_BYTES,
      write(sheet) {
        if (columns > 0) cellsAt(sheet, 0, 0, 1, columns).setColumnProperties(widths);
        if (listed > 0) cellsAt(sheet, 0, 0, listed, 1).setRowProperties(heights);
        if (rowHeight !== undefined && rows > listed)
          sheet.getRange(`${listed + 1}:${rows}`).format.rowHeight = rowHeight;
        for (const [height, address] of below) sheet.getRanges(address).format.rowHeight = height;
      },
    },
  ];
}

/** Rows whose heights go in as one list; of a longer page the others are set in groups of one height. */
const ROWS_LISTED = 150;
/** What one width or height costs in a request, roughly. */
const SIZE_BYTES = 35;

function sized<Size extends "columnWidth" | "rowHeight">(
  size: Size,
  points: number | undefined,
): { format?: Record<Size, number> } {
  return points === undefined ? {} : { format: { [size]: points } as Record<Size, number> };
}

function widthOf(characters: number | undefined): number | undefined {
  return characters === undefined ? undefined : columnPoints(characters);
}

function lastOf(rowHeights: Readonly<Record<number, number>>): number {
  return Math.max(0, ...Object.keys(rowHeights).map((at) => Number(at) + 1));
}

/** Places of one size together. */
function grouped(places: readonly (readonly [size: number, address: string])[]): [number, string][] {
  const bySize = new Map<number, string[]>();
  for (const [size, address] of places) bySize.set(size, [...(bySize.get(size) ?? []), address]);
  return [...bySize].flatMap(([size, parts]) =>
    joined(parts).map((address): [number, string] => [size, address]),
  );
}

interface RowsOfOneHeight {
  readonly row: number;
  readonly count: number;
  readonly height: number;
}

/** From the row `from` on. */
function neighboursOfOneHeight(
  rowHeights: Readonly<Record<number, number>>,
  from: number,
): readonly RowsOfOneHeight[] {
  const runs: { row: number; count: number; height: number }[] = [];
  const rows = Object.entries(rowHeights)
    .map(([at, height]) => [Number(at), height] as const)
    .filter(([at]) => at >= from);
  for (const [row, height] of rows.sort(([a], [b]) => a - b)) {
    const last = runs.at(-1);
    if (last && last.height === height && last.row + last.count === row) last.count += 1;
    else runs.push({ row, count: 1, height });
  }
  return runs;
}
