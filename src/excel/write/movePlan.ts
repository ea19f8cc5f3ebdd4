/** Moves the columns of a sheet plan to the right, piece by piece; the formulas of its rules move with them. Pure. */
import type { BlockPlan, CellContent, SheetPlan } from "../../pages/plan";
import { columnLetters } from "../../clinic/cells/addresses";
import { columnNumber } from "../host/rectangles";

/** From planned column `from` on, everything stands `by` columns further right. */
export interface ColumnShift {
  readonly from: number;
  readonly by: number;
}

export function movePlanColumns(plan: SheetPlan, shifts: readonly ColumnShift[]): SheetPlan {
  const to = (column: number) => movedColumn(column, shifts);
  const wide = <Place extends { readonly column: number; readonly columns: number }>(
    place: Place,
  ): Place => ({
    ...place,
    column: to(place.column),
    columns: to(place.column + place.columns - 1) - to(place.column) + 1,
  });
  return {
    ...plan,
    blocks: plan.blocks.flatMap((block) => splitBlock(block, to)),
    styles: plan.styles.map(wide),
    tables: plan.tables.map((table) =>
      table.keepExistingRows ? table : { ...table, column: to(table.column) },
    ),
    rules: plan.rules.map((rule) => ({ ...wide(rule), formula: moveFormulaColumns(rule.formula, to) })),
    links: plan.links.map((link) => ({ ...link, column: to(link.column) })),
    charts: plan.charts.map((chart) => ({ ...chart, left: to(chart.left), right: to(chart.right) })),
    columnWidths: Object.fromEntries(
      Object.entries(plan.columnWidths).map(([at, width]) => [to(Number(at)), width]),
    ),
    print: {
      ...plan.print,
      lastColumn: to(plan.print.lastColumn),
      ...(plan.print.areas && {
        areas: plan.print.areas.map(wide),
      }),
    },
  };
}

/** Where a column of the plan comes to stand. */
export function movedColumn(column: number, shifts: readonly ColumnShift[]): number {
  let by = 0;
  for (const shift of shifts) if (shift.from <= column) by = shift.by;
  return column + by;
}

/**
 * A1 references of the same sheet; texts, structured references, names, numbers and other sheets' cells stay as they are.
 * Numbers are a piece of their own: 1E5 holds no cell E5, and WebKit before 16.4 cannot look behind.
 */
export function moveFormulaColumns(formula: string, to: (column: number) => number): string {
  const pieces =
    /"(?:[^"]|"")*"|'(?:[^']|'')*'!\$?[A-Z]{0,3}\$?\d*(?::\$?[A-Z]{1,3}\$?\d*)?|\[(?:[^[\]]|\[[^\]]*\])*\]|[A-Za-z_\\][\w.]*(?:!\$?[A-Z]{1,3}\$?\d+|(?=[[(]))|[\d.][\w.$]*|(\$?)([A-Z]{1,3})(\$?\d+)(?![\w.(!])|[A-Za-z_\\$][\w.$]*/g;
  return formula.replace(pieces, (piece: string, dollar?: string, letters?: string, row?: string) =>
    letters === undefined ? piece : `${dollar}${columnLetters(to(columnNumber(letters)))}${row}`,
  );
}

function splitBlock(block: BlockPlan, to: (column: number) => number): BlockPlan[] {
  const width = Math.max(0, ...block.cells.map((row) => row.length));
  const pieces: BlockPlan[] = [];
  let start = 0;
  for (let i = 1; i <= width; i++) {
    if (i < width && to(block.column + i) === to(block.column + start) + (i - start)) continue;
    const cells: CellContent[][] = block.cells.map((row) => row.slice(start, i));
    pieces.push({ row: block.row, column: to(block.column + start), cells });
    start = i;
  }
  return pieces;
}
