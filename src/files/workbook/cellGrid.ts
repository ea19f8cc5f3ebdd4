/** All cells of a fixed page, each with its look: what stands last stands over the others, as when Excel is written to. */
import { headingStyle, totalStyle } from "../../pages/layout/rowHeights";
import type { CellStyle, StylePlan } from "../../pages/plan";
import type { CellFormat } from "./cellLooks";
import { fixed, type FixedSheet, type FixedTable } from "./fixedSheet";

export interface GridCell {
  readonly content: string | number | null;
  readonly format: CellFormat;
}

/** By row, then by column, zero-based. */
export type CellGrid = ReadonlyMap<number, ReadonlyMap<number, GridCell>>;

interface Drawn {
  content: string | number | null;
  style: CellStyle;
  numberFormat: string | undefined;
  fill: CellFormat["fill"];
}

const AS_TEXT = "@";
const GENERAL = "General";

export function cellGrid(sheet: FixedSheet): CellGrid {
  const rows = new Map<number, Map<number, Drawn>>();
  const at = (row: number, column: number): Drawn => {
    const cells = rows.get(row) ?? new Map<number, Drawn>();
    rows.set(row, cells);
    const known = cells.get(column);
    if (known) return known;
    const made: Drawn = { content: null, style: "page-lead", numberFormat: undefined, fill: null };
    cells.set(column, made);
    return made;
  };
  for (const block of sheet.blocks)
    block.cells.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (cell !== null) at(block.row + r, block.column + c).content = fixed(cell);
      }),
    );
  for (const table of sheet.tables) drawTable(table, at);
  for (const link of sheet.links) at(link.row, link.column).content = link.text;
  for (const style of sheet.styles) drawStyle(style, sheet.tables, at);
  for (const { row, column, look } of sheet.fills) at(row, column).fill = look;
  return new Map(
    [...rows].map(([row, cells]) => [row, new Map([...cells].map(([c, cell]) => [c, finished(cell)]))]),
  );
}

type At = (row: number, column: number) => Drawn;

function drawTable(table: FixedTable, at: At): void {
  table.columns.forEach(({ style, numberFormat }, i) => {
    const column = table.column + i;
    Object.assign(at(table.row, column), {
      content: table.headings[i] ?? "",
      style: headingStyle(style),
      numberFormat: AS_TEXT,
    });
    table.rows.forEach((row, r) =>
      Object.assign(at(table.row + 1 + r, column), { content: fixed(row[i] ?? null), style, numberFormat }),
    );
    if (table.total) {
      const cell = at(table.row + 1 + table.rows.length, column);
      Object.assign(cell, { content: fixed(table.total[i] ?? null), style: totalStyle(style), numberFormat });
    }
  });
}

/** Within a table only the number format counts: its columns have the looks. */
function drawStyle(style: StylePlan, tables: readonly FixedTable[], at: At): void {
  for (let row = style.row; row < style.row + style.rows; row++) {
    for (let column = style.column; column < style.column + style.columns; column++) {
      const cell = at(row, column);
      if (!tables.some((table) => holds(table, row, column))) cell.style = style.style;
      if (style.numberFormat !== undefined) cell.numberFormat = style.numberFormat;
    }
  }
}

function holds(table: FixedTable, row: number, column: number): boolean {
  const last = table.row + table.rows.length + (table.total ? 1 : 0);
  return (
    row >= table.row && row <= last && column >= table.column && column < table.column + table.headings.length
  );
}

/** A number in a column of texts stays a number. */
function finished({ content, style, numberFormat, fill }: Drawn): GridCell {
  const format = numberFormat ?? GENERAL;
  const suited = format === AS_TEXT && typeof content === "number" ? GENERAL : format;
  return { content, format: { style, numberFormat: suited, fill } };
}
