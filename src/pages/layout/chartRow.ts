/** Charts in one row across the page's full width, below its longest table, as high as the sheet of paper has room for. */
import type { SheetPlan } from "../plan";
import type { ChartLook } from "./chartLook";
import { heightBetween, PAPER_PROPORTION, widthBetween } from "./paper";
import { lastRowOf } from "./part";
import type { PagePart } from "./part";

/** `body`: the page without its charts. */
export function chartRow(charts: readonly ChartLook[], body: SheetPlan): PagePart {
  const { lastColumn } = body.print;
  const lastTableRow = Math.max(...body.tables.map(lastRowOf));
  const top = lastTableRow + 2;
  const rows = rowsFor(body, top);
  const spans = sharedOut(body, charts.length);
  return {
    charts: charts.map((chart, i) => {
      const [left = 0, right = lastColumn] = spans[i] ?? [];
      const hasRoom = widthBetween(body, left, right) >= WIDE_ENOUGH;
      return {
        ...chart,
        monthsALabel: hasRoom ? 1 : 2,
        // No line runs on beyond the last month.
        label: hasRoom ? { ...chart.label, position: "right" } : chart.label,
        top,
        left,
        bottom: top + rows - 1,
        right,
      };
    }),
    rowHeights: { [lastTableRow + 1]: AIR },
  };
}

/** Points between the tables and the charts. */
const AIR = 12;
/** Points that thirteen labels such as "May-23" take side by side; half a month beyond the last one then holds a figure. */
const WIDE_ENOUGH = 470;
const LOWEST = 225;
const HIGHEST = 430;

function rowsFor(body: SheetPlan, top: number): number {
  const { lastColumn } = body.print;
  const above = heightBetween(body, 0, top - 1);
  const free = widthBetween(body, 0, lastColumn) / PAPER_PROPORTION - above;
  return Math.floor(Math.min(HIGHEST, Math.max(LOWEST, free)) / heightBetween(body, top, top));
}

/** First and last column of each of `shares` neighbouring groups of about the same width. */
function sharedOut(body: SheetPlan, shares: number): readonly (readonly [number, number])[] {
  const { lastColumn } = body.print;
  const total = widthBetween(body, 0, lastColumn);
  const groups: [number, number][] = [];
  let column = 0;
  for (let share = 1; share <= shares; share += 1) {
    const first = column;
    const goal = (total * share) / shares;
    const lastAllowed = lastColumn - (shares - share);
    while (column < lastAllowed && middleOf(body, column + 1) <= goal) column += 1;
    groups.push([first, share === shares ? lastColumn : column]);
    column += 1;
  }
  return groups;
}

/** Points from the page's left edge. */
function middleOf(body: SheetPlan, column: number): number {
  return widthBetween(body, 0, column - 1) + widthBetween(body, column, column) / 2;
}
