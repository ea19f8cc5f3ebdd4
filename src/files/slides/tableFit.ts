/** How a table fits on slides: widths of its columns, heights of its rows, and where it is broken when it is too long. */
import { linesIn, textWidth, widthFor } from "../../pages/layout/textWidth";
import type { PageTable } from "./pageTables";
import { CHARACTER, INCH, POINT, type SlideCell } from "./slidePlan";

/** Inside a cell, on each side. */
export const CELL_MARGIN = { across: Math.round(0.06 * INCH), down: Math.round(0.03 * INCH) };
const LINE = 1.2;
/** Nothing on a slide is smaller. */
export const SMALLEST = 10;
const SIZES = [12, 11, SMALLEST] as const;
/** Of a table that is broken over several slides. */
const BROKEN_SIZE = 11;
/** In characters; a longer text wraps. */
const WIDEST_TEXT = 46;
const LONGEST_TEXT = 300;
const LONG_SHARE = 0.25;
/** Rows are given more room where the slide has it, up to this. */
const MOST_STRETCH = 1.5;

export interface Measured {
  readonly table: PageTable;
  readonly size: number;
  readonly columnWidths: readonly number[];
  readonly headingHeight: number;
  readonly rowHeights: readonly number[];
}

/** The width in which no text of the table wraps but long ones. */
export function likedWidth(table: PageTable): number {
  return likedWidths(table, SIZES[0]).reduce((sum, width) => sum + width, 0);
}

/** One piece, or as many as `height` makes of it; `beside` = how many stand side by side on a slide. */
export function pieces(table: PageTable, width: number, height: number, beside: number): readonly Measured[] {
  const likes = (size: number) => likedWidths(table, size).reduce((sum, each) => sum + each, 0) <= width;
  // Rather a little smaller than wrapped.
  const sizes = [...SIZES.filter(likes), ...SIZES.filter((size) => !likes(size))];
  const tried = sizes
    .map((size) => measured(table, width, size))
    .filter((each) => each.size === SMALLEST || !isSqueezed(each, width));
  for (const whole of tried) {
    const count = Math.ceil(bodyOf(whole) / (height - whole.headingHeight));
    if (count === 1) return [whole];
    // A list may go on beside itself: larger type in two columns is easier to read than one column of the smallest.
    if (count <= beside) {
      const even = broken(whole, Math.min(height, whole.headingHeight + (bodyOf(whole) / count) * 1.08));
      return even.length <= beside ? even : broken(whole, height);
    }
  }
  const size = isSqueezed(measured(table, width, BROKEN_SIZE), width) ? SMALLEST : BROKEN_SIZE;
  return broken(measured(table, width, size), height);
}

/** Whether its words are wider than its columns may be. */
function isSqueezed({ columnWidths }: Measured, width: number): boolean {
  return columnWidths.reduce((sum, each) => sum + each, 0) > width * 1.001;
}

const bodyOf = ({ rowHeights }: Measured): number => rowHeights.reduce((sum, row) => sum + row, 0);

export function heightOf(piece: Measured): number {
  return piece.headingHeight + bodyOf(piece);
}

/** With rows as high as the slide allows, all pieces alike. */
export function stretched(all: readonly Measured[], height: number): readonly Measured[] {
  const room = Math.min(...all.map((piece) => (height - piece.headingHeight) / Math.max(1, bodyOf(piece))));
  const factor = Math.min(MOST_STRETCH, room);
  if (factor <= 1) return all;
  return all.map((piece) => ({
    ...piece,
    rowHeights: piece.rowHeights.map((row) => Math.floor(row * factor)),
  }));
}

function measured(table: PageTable, width: number, size: number): Measured {
  const columnWidths = columnWidthsFor(table, width, size);
  const rowHeight = (cells: readonly SlideCell[]): number => {
    const lines = cells.map(({ text, bold }, i) =>
      linesIn(text, room(columnWidths[i] ?? CHARACTER), fontOf(bold, size)),
    );
    return Math.round(Math.max(1, ...lines) * size * LINE * POINT + 2 * CELL_MARGIN.down);
  };
  return {
    table,
    size,
    columnWidths,
    headingHeight: rowHeight(table.headings),
    rowHeights: table.rows.map(rowHeight),
  };
}

/** In characters, what a cell has for its text; a column made for its longest word has room for it, rounded or not. */
function room(width: number): number {
  return Math.max(1, (width - 2 * CELL_MARGIN.across) / CHARACTER + 0.01);
}

function fontOf(bold: boolean, size: number) {
  return { weight: bold ? ("bold" as const) : ("regular" as const), size };
}

/** By what the columns hold; but no column narrower than its longest word, at the cost of those that have room. */
function columnWidthsFor(table: PageTable, width: number, size: number): readonly number[] {
  const liked = likedWidths(table, size);
  const all = liked.reduce((sum, each) => sum + each, 0);
  const shared = liked.map((each) => (each / all) * width);
  const least = columnsOf(table).map(([heading, ...cells]) =>
    Math.max(
      heading ? leastFor(heading, size, 1) : 0,
      ...cells.map((cell) => leastFor(cell, size, UNBROKEN)),
    ),
  );
  const lacking = shared.reduce((sum, given, i) => sum + Math.max(0, (least[i] ?? 0) - given), 0);
  const spare = shared.map((given, i) => Math.max(0, given - (least[i] ?? 0)));
  const allSpare = spare.reduce((sum, each) => sum + each, 0);
  if (lacking === 0) return shared.map(Math.floor);
  const taken = allSpare === 0 ? 0 : Math.min(1, lacking / allSpare);
  return shared.map((given, i) => Math.floor(Math.max(given - (spare[i] ?? 0) * taken, least[i] ?? 0)));
}

/** Heading and cells, by column. */
function columnsOf({ headings, rows }: PageTable): readonly (readonly SlideCell[])[] {
  return headings.map((heading, i) => [heading, ...rows.flatMap((row) => row.slice(i, i + 1))]);
}

/** A long text wraps; the longer it is, the more of a wide slide it gets. */
function sparing(width: number): number {
  return Math.min(WIDEST_TEXT, width) + Math.max(0, Math.min(width, LONGEST_TEXT) - WIDEST_TEXT) * LONG_SHARE;
}

/** Headings may take two lines. */
function likedWidths(table: PageTable, size: number): readonly number[] {
  return columnsOf(table).map(([heading, ...cells]) => {
    const body = cells.map(({ text, bold }) => sparing(textWidth(text, fontOf(bold, size))));
    const head = heading ? widthFor(heading.text, fontOf(true, size), 2) : 0;
    return (Math.max(head, ...body) + 1) * CHARACTER + 2 * CELL_MARGIN.across;
  });
}

/** Words that are longer than this are broken. */
const LONGEST_WORD = 24;

/** "100.0% [u]" and "↑ Improving" stay on one line. */
const UNBROKEN = 11;

/** A text of no more than `unbroken` characters is one word. */
function leastFor({ text, bold }: SlideCell, size: number, unbroken: number): number {
  const words =
    text.length <= unbroken ? [text] : text.split(/\s+/).map((word) => word.slice(0, LONGEST_WORD));
  const widest = Math.max(0, ...words.map((word) => textWidth(word, fontOf(bold, size))));
  return widest * CHARACTER + 2 * CELL_MARGIN.across;
}

/** Consecutive rows, as many as fit under the headings each time; a total is never alone. */
function broken(whole: Measured, height: number): readonly Measured[] {
  const { table, headingHeight, rowHeights } = whole;
  const starts = [0];
  let used = headingHeight;
  rowHeights.forEach((row, i) => {
    const start = starts[starts.length - 1] ?? 0;
    if (used + row > height && i > start) {
      const onlyTotal = table.hasTotal && i === rowHeights.length - 1 && i - 1 > start;
      const next = onlyTotal ? i - 1 : i;
      starts.push(next);
      used = headingHeight + rowHeights.slice(next, i).reduce((sum, each) => sum + each, 0);
    }
    used += row;
  });
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? rowHeights.length;
    const isLast = end === rowHeights.length;
    return {
      ...whole,
      table: { ...table, rows: table.rows.slice(start, end), hasTotal: table.hasTotal && isLast },
      rowHeights: rowHeights.slice(start, end),
    };
  });
}
