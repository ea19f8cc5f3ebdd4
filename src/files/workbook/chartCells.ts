/** The cells of a table of months that a chart draws: Month, the figure, Target. */
import type { ChartCells } from "../openxml/chartDescription";
import { columnLetters } from "../../clinic/cells/addresses";
import { onSheet } from "../../pages/references";
import type { LineChartCells } from "../lineChart";
import { fixed, type FixedTable } from "./fixedSheet";

export function monthLabelCells(table: FixedTable, sheet: string): LineChartCells {
  const first = table.row + 2;
  const last = table.row + 1 + table.rows.length;
  const body = (i: number): string => {
    const column = columnLetters(table.column + i);
    return `${onSheet(sheet)}$${column}$${first}:$${column}$${last}`;
  };
  const heading = (i: number): ChartCells => ({
    kind: "words",
    formula: `${onSheet(sheet)}$${columnLetters(table.column + i)}$${table.row + 1}`,
    values: [table.headings[i] ?? null],
  });
  const numbers = (i: number): ChartCells => ({
    kind: "numbers",
    formula: body(i),
    numberFormat: table.columns[i]?.numberFormat ?? "General",
    values: contents(table, i).map((content) => (typeof content === "number" ? content : null)),
  });
  return {
    months: {
      kind: "words",
      formula: body(0),
      values: contents(table, 0).map((content) => (content === null ? null : String(content))),
    },
    name: heading(1),
    figures: numbers(1),
    targetName: heading(2),
    target: numbers(2),
  };
}

function contents(table: FixedTable, i: number): readonly (string | number | null)[] {
  return table.rows.map((row) => fixed(row[i] ?? null));
}
