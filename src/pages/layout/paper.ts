/** The proportions of a page: how wide and high its cells are, and how they fill a sheet of A4 landscape. */
import type { PrintArea, SheetPlan } from "../plan";

/**
 * Width by height that fills a sheet of A4 landscape. Within its margins that is 1.49; programs that lack Excel’s default font
 * draw columns wider, so a page is planned a little higher than it is wide.
 */
export const PAPER_PROPORTION = 1.38;
/** Excel's own, for columns and rows that no plan gives a size. */
const DEFAULT_WIDTH = 8.43;
const DEFAULT_HEIGHT = 15;

/** What is printed, one area after the other. */
export function areasOf({ areas, lastRow, lastColumn }: SheetPlan["print"]): readonly PrintArea[] {
  return areas ?? [{ row: 0, column: 0, rows: lastRow + 1, columns: lastColumn + 1 }];
}

type Sized = Pick<SheetPlan, "columnWidths" | "rowHeight" | "rowHeights">;

/** Points: seven pixels a character and five of padding, at 96 pixels an inch. */
export function columnPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

/** Points from the left edge of column `first` to the right edge of column `last`, zero-based. */
export function widthBetween(
  { columnWidths }: Pick<Sized, "columnWidths">,
  first: number,
  last: number,
): number {
  let points = 0;
  for (let column = first; column <= last; column += 1)
    points += columnPoints(columnWidths[column] ?? DEFAULT_WIDTH);
  return points;
}

/** Points from the upper edge of row `first` to the lower edge of row `last`, zero-based. */
export function heightBetween({ rowHeight, rowHeights }: Sized, first: number, last: number): number {
  let points = 0;
  for (let row = first; row <= last; row += 1) points += rowHeights?.[row] ?? rowHeight ?? DEFAULT_HEIGHT;
  return points;
}

/** Whether the page can be read on one sheet of paper: one with very many teams would come out too small. */
export function fitsOnePaper(sized: Sized, lastRow: number, lastColumn: number): boolean {
  const room = widthBetween(sized, 0, lastColumn) / PAPER_PROPORTION;
  return heightBetween(sized, 0, lastRow) <= room * MOST_SHRUNK;
}

/** A page that is higher than its paper by this much is made smaller to go on it. */
const MOST_SHRUNK = 1.4;

/** Makes the tables' rows higher, up to `highest` points, so that a page of tables fills its sheet of paper. */
export function fillPaper(sheet: SheetPlan, highest: number): SheetPlan {
  const { lastRow, lastColumn } = sheet.print;
  const wanted = widthBetween(sheet, 0, lastColumn) / PAPER_PROPORTION;
  const least = sheet.rowHeight ?? DEFAULT_HEIGHT;
  const heightAt = (rowHeight: number) => heightBetween(withRows(sheet, rowHeight), 0, lastRow);
  let rowHeight = least;
  while (rowHeight + STEP <= highest && heightAt(rowHeight + STEP) <= wanted) rowHeight += STEP;
  return withRows(sheet, rowHeight);
}

const STEP = 0.75;

function withRows(sheet: SheetPlan, rowHeight: number): SheetPlan {
  const bodies = sheet.tables.flatMap(({ row, rows }) => rows.map((_, i) => row + 1 + i));
  const raised = bodies.flatMap((row) => {
    const height = sheet.rowHeights?.[row];
    return height === undefined ? [] : [[row, Math.max(height, rowHeight)] as const];
  });
  return { ...sheet, rowHeight, rowHeights: { ...sheet.rowHeights, ...Object.fromEntries(raised) } };
}
