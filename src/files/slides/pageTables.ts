/** The tables of a fixed page as slides show them: every cell a text with its alignment, weight and fill. */
import { format } from "numfmt";
import { headingStyle } from "../../pages/layout/rowHeights";
import { CELL_LOOKS } from "../../pages/look";
import { type CellGrid, cellGrid, type GridCell } from "../workbook/cellGrid";
import type { FixedSheet, FixedTable } from "../workbook/fixedSheet";
import type { SlideCell } from "./slidePlan";

export interface PageTable {
  readonly name: string;
  readonly title: string;
  /** Alternative text. */
  readonly description: string;
  readonly headings: readonly SlideCell[];
  readonly rows: readonly (readonly SlideCell[])[];
  /** The last of `rows` is the total. */
  readonly hasTotal: boolean;
}

/** All tables of the page but those that a chart draws. */
export function pageTables(sheet: FixedSheet): readonly PageTable[] {
  const drawn = new Set(sheet.charts.map(({ table }) => table));
  const grid = cellGrid(sheet);
  return sheet.tables.filter(({ name }) => !drawn.has(name)).map((table) => pageTable(table, grid));
}

/** `columns`: those shown, by heading; all unless given. */
export function withColumns(table: PageTable, columns: readonly string[]): PageTable {
  const kept = table.headings.flatMap(({ text }, i) => (columns.includes(text) ? [i] : []));
  const pick = <T>(cells: readonly T[]): readonly T[] => kept.flatMap((i) => cells.slice(i, i + 1));
  return {
    ...table,
    headings: pick(table.headings),
    rows: table.rows.map(pick),
  };
}

function pageTable(table: FixedTable, grid: CellGrid): PageTable {
  const columns = table.headings.map((_, i) => table.column + i);
  const line = (row: number): readonly SlideCell[] =>
    columns.map((column) => slideCell(grid.get(row)?.get(column)));
  const body = table.rows.length + (table.total === null ? 0 : 1);
  return {
    name: table.name,
    title: table.description.title,
    description: table.description.text,
    headings: table.headings.map((text, i) => ({
      text,
      bold: true,
      fill: null,
      align: CELL_LOOKS[headingStyle(table.columns[i]?.style ?? "text")].align,
    })),
    rows: Array.from({ length: body }, (_, i) => line(table.row + 1 + i)),
    hasTotal: table.total !== null,
  };
}

function slideCell(cell: GridCell | undefined): SlideCell {
  if (!cell) return { text: "", align: "left", bold: false, fill: null };
  const { align, bold } = CELL_LOOKS[cell.format.style];
  return { text: cellInWords(cell), align, bold, fill: cell.format.fill };
}

/** As Excel shows it. */
function cellInWords({ content, format: { numberFormat } }: GridCell): string {
  if (content === null) return "";
  if (typeof content === "string") return content;
  // Excel shows "70." for #,##0.##; a reader expects "70".
  return format(numberFormat, content, { throws: false }).replace(/(\d)\.$/, "$1");
}
