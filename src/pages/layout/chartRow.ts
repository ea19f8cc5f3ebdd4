/** Charts in one row across the page's full width, below its longest table. */
import type { ChartPlan, TablePlan } from "../plan";
import { lastColumnOf, lastRowOf } from "./part";
import type { PagePart } from "./part";

const ROWS_TALL = 19;
const ROWS_BETWEEN = 2;

export function chartRow(
  charts: readonly Omit<ChartPlan, "top" | "left" | "bottom" | "right">[],
  tables: readonly TablePlan[],
  columnWidths: Readonly<Record<number, number>>,
): PagePart {
  const top = Math.max(...tables.map(lastRowOf)) + ROWS_BETWEEN;
  const lastColumn = Math.max(...tables.map(lastColumnOf));
  const widths = Array.from({ length: lastColumn + 1 }, (_, column) => columnWidths[column] ?? 9);
  const spans = sharedOut(widths, charts.length);
  return {
    charts: charts.map((chart, i) => {
      const [left = 0, right = lastColumn] = spans[i] ?? [];
      return { ...chart, top, left, bottom: top + ROWS_TALL - 1, right };
    }),
  };
}

/** First and last column of each of `shares` neighbouring groups of about the same width. */
function sharedOut(widths: readonly number[], shares: number): readonly (readonly [number, number])[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const groups: [number, number][] = [];
  let column = 0;
  let reached = 0;
  for (let share = 1; share <= shares; share += 1) {
    const first = column;
    const goal = (total * share) / shares;
    const lastAllowed = widths.length - 1 - (shares - share);
    reached += widths[column] ?? 0;
    while (column < lastAllowed && reached + (widths[column + 1] ?? 0) / 2 <= goal) {
      column += 1;
      reached += widths[column] ?? 0;
    }
    groups.push([first, share === shares ? widths.length - 1 : column]);
    column += 1;
  }
  return groups;
}
