/** A page is put together from parts, each of which knows where it stands; this joins them into one sheet. */
import { wrappedRows } from "./rowHeights";
import type {
  BlockPlan,
  ChartPlan,
  LinkPlan,
  PrintArea,
  RulePlan,
  SheetPlan,
  StylePlan,
  TablePlan,
} from "../plan";
import { fitsOnePaper } from "./paper";

export interface PagePart {
  readonly blocks?: readonly BlockPlan[];
  readonly styles?: readonly StylePlan[];
  readonly tables?: readonly TablePlan[];
  readonly rules?: readonly RulePlan[];
  readonly links?: readonly LinkPlan[];
  readonly charts?: readonly ChartPlan[];
  /** In characters, by zero-based column; the widest part wins. */
  readonly columnWidths?: Readonly<Record<number, number>>;
  readonly rowHeights?: Readonly<Record<number, number>>;
}

export interface PageFrame {
  readonly page: string;
  readonly name: string;
  readonly tabColour: string;
  readonly frozenRows: number;
  /** Rows repeated on each printed page. */
  readonly titleRows: readonly [number, number] | null;
  readonly footer: string;
  /** Of rows with one line of text, in points. */
  readonly rowHeight: number;
  readonly verticalAlign: "top" | "centre";
  /** All on one sheet of paper unless that would make it too small to read; or as many as it takes. */
  readonly paper: "one" | "as many as it takes" | "each table by itself";
}

export function assemble(frame: PageFrame, parts: readonly PagePart[]): SheetPlan {
  const blocks = parts.flatMap((part) => part.blocks ?? []);
  const tables = parts.flatMap((part) => part.tables ?? []);
  const charts = parts.flatMap((part) => part.charts ?? []);
  const { lastRow, lastColumn } = extent(blocks, tables, charts);
  const columnWidths = widest(parts.map((part) => part.columnWidths ?? {}));
  const rowHeights = widest([
    ...parts.map((part) => part.rowHeights ?? {}),
    wrappedRows(tables, columnWidths),
  ]);
  const { rowHeight } = frame;
  const isOnePaper =
    frame.paper === "one" && fitsOnePaper({ columnWidths, rowHeights, rowHeight }, lastRow, lastColumn);
  return {
    page: frame.page,
    name: frame.name,
    tabColour: frame.tabColour,
    blocks,
    styles: parts.flatMap((part) => part.styles ?? []).map((style) => acrossPage(style, lastColumn)),
    tables,
    rules: parts.flatMap((part) => part.rules ?? []),
    links: parts.flatMap((part) => part.links ?? []),
    charts,
    columnWidths,
    rowHeights,
    rowHeight,
    verticalAlign: frame.verticalAlign,
    frozenRows: frame.frozenRows,
    print: {
      orientation: "landscape",
      ...(isOnePaper ? { pagesTall: 1 as const } : {}),
      ...(frame.paper !== "each table by itself" || tables.length < 2 ? {} : { areas: tables.map(areaOf) }),
      lastRow,
      lastColumn,
      titleRows: isOnePaper ? null : (frame.titleRows ?? headingRows(tables)),
      footer: frame.footer,
    },
  };
}

/** A list and its title; the first begins with the page's own top. */
function areaOf(table: TablePlan, at: number): PrintArea {
  const row = at === 0 ? 0 : table.row - 1;
  const { column, headings } = table;
  return { row, column, rows: lastRowOf(table) - row + 1, columns: headings.length };
}

/** On several sheets of paper the headings that the page begins with stand on each. */
function headingRows(tables: readonly TablePlan[]): readonly [number, number] | null {
  if (tables.length === 0) return null;
  const row = Math.min(...tables.map((table) => table.row));
  return [row, row];
}

/** Zero-based row of a table's last cells, its total included. */
export function lastRowOf(table: TablePlan): number {
  return table.row + table.rows.length + (table.total === null ? 0 : 1);
}

export function lastColumnOf(table: TablePlan): number {
  return table.column + table.headings.length - 1;
}

/** The sentence that matters stands on a band as wide as the page. */
function acrossPage(style: StylePlan, lastColumn: number): StylePlan {
  return style.style === "what-matters" ? { ...style, columns: lastColumn - style.column + 1 } : style;
}

function extent(
  blocks: readonly BlockPlan[],
  tables: readonly TablePlan[],
  charts: readonly ChartPlan[],
): { readonly lastRow: number; readonly lastColumn: number } {
  const rows = [
    ...blocks.map((block) => block.row + block.cells.length - 1),
    ...tables.map(lastRowOf),
    ...charts.map((chart) => chart.bottom),
  ];
  const columns = [
    ...blocks.map((block) => block.column + (block.cells[0]?.length ?? 1) - 1),
    ...tables.map(lastColumnOf),
    ...charts.map((chart) => chart.right),
  ];
  return { lastRow: Math.max(0, ...rows), lastColumn: Math.max(0, ...columns) };
}

function widest(all: readonly Readonly<Record<number, number>>[]): Readonly<Record<number, number>> {
  const result: Record<number, number> = {};
  for (const sizes of all) {
    for (const [at, size] of Object.entries(sizes)) {
      result[Number(at)] = Math.max(size, result[Number(at)] ?? 0);
    }
  }
  return result;
}
