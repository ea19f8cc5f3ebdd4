/** Rows as high as their wrapped texts: a planned height is never left to a program that opens the workbook. */
import { CELL_LOOKS } from "../look";
import type { CellStyle, TablePlan } from "../plan";
import { textOf } from "../wording";
import { linesIn } from "./textWidth";

const POINTS_A_LINE = 14.5;
const ABOVE_AND_BELOW = 4;
const HEADING_ABOVE_AND_BELOW = 7;
/** Excel has no higher rows. */
const HIGHEST = 409;
/** What an indent takes of a column's width, in characters. */
export const INDENT_WIDTH = 1.4;

/**
 * In points, by zero-based row, for headings and for rows with a text of more than one line. All tables of the page count:
 * those side by side share their rows. A table whose column widths are not planned is the analyst's own.
 */
export function wrappedRows(
  tables: readonly TablePlan[],
  columnWidths: Readonly<Record<number, number>>,
): Readonly<Record<number, number>> {
  const heights: Record<number, number> = {};
  const raise = (row: number, height: number) => {
    heights[row] = Math.min(HIGHEST, Math.max(height, heights[row] ?? 0));
  };
  for (const table of tables) {
    const widths = table.headings.map((_, i) => columnWidths[table.column + i]);
    if (widths.includes(undefined)) continue;
    const count = lineCounter();
    const headings = table.headings.map((heading, i) =>
      count(heading, widths[i] ?? 0, headingStyle(table.columns[i]?.style ?? "text")),
    );
    raise(table.row, headingHeight(Math.max(...headings)));
    const wrapping = table.columns.flatMap(({ style }, i) => (CELL_LOOKS[style].wrap ? [{ style, i }] : []));
    table.rows.forEach((row, r) => {
      const lines = wrapping.map(({ style, i }) => count(textOf(row[i] ?? null), widths[i] ?? 0, style));
      const most = Math.max(1, ...lines);
      if (most > 1) raise(table.row + 1 + r, rowHeightFor(most));
    });
  }
  return heights;
}

/** Points that a row of a table takes for a text of so many lines. */
export function rowHeightFor(lines: number): number {
  return POINTS_A_LINE * lines + ABOVE_AND_BELOW;
}

/** A column's heading has the column's alignment. */
export function headingStyle(style: CellStyle): CellStyle {
  const { align } = CELL_LOOKS[style];
  if (align === "right") return "heading-number";
  return align === "centre" ? "heading-centred" : "heading";
}

/** A column's total has the column's alignment. */
export function totalStyle(style: CellStyle): CellStyle {
  const { align } = CELL_LOOKS[style];
  if (align === "right") return style === "number-quiet" ? "total-number-quiet" : "total-number";
  return align === "centre" ? "total-centred" : "total-text";
}

function headingHeight(lines: number): number {
  return POINTS_A_LINE * lines + HEADING_ABOVE_AND_BELOW;
}

/** Long lists say the same few things again and again. */
function lineCounter(): (text: string, width: number, style: CellStyle) => number {
  const counted = new Map<string, number>();
  return (text, width, style) => {
    const key = `${style}|${width}|${text}`;
    const known = counted.get(key);
    if (known !== undefined) return known;
    const { bold, size, indent } = CELL_LOOKS[style];
    const lines = linesIn(text, width - indent * INDENT_WIDTH, { weight: bold ? "bold" : "regular", size });
    counted.set(key, lines);
    return lines;
  };
}
