/** The looks of a page: one base for the whole page, then only what differs from it, by merged rectangles. */
import { CELL_LOOKS, type CellLook, RULE_GREY, TOTAL_RULE, TYPEFACE } from "../pages/look";
import { columnPoints } from "../pages/layout/paper";
import { headingStyle, totalStyle } from "../pages/layout/rowHeights";
import type { CellStyle, SheetPlan, TablePlan } from "../pages/plan";
import { around, type Rectangle } from "./rectangles";
import { CALL_BYTES, type SheetJob } from "./requests";
import { setNumberFormat } from "./writeCells";

export interface StyledRectangle extends Rectangle {
  readonly style: CellStyle;
  /** Absent = left as it is. */
  readonly numberFormat?: string;
}

const BASE: CellLook = CELL_LOOKS["page-lead"];

/** `styled` decides which cells of the page are given a look: all of it, or only the new rows of settings tables. */
export function formatJobs(
  styled: readonly StyledRectangle[],
  verticalAlign: SheetPlan["verticalAlign"] = "top",
): SheetJob[] {
  const merged = mergeRectangles(styled);
  const page = around(merged);
  if (!page) return [];
  const base: SheetJob = {
    bytes: 5 * CALL_BYTES,
    write(sheet) {
      const { font } = rangeAt(sheet, page).format;
      font.name = TYPEFACE;
      font.size = BASE.size;
      font.color = BASE.colour;
    },
  };
  return [
    base,
    ...merged.map((rectangle): SheetJob => ({
      bytes: 8 * CALL_BYTES,
      write: (sheet) => applyLook(rangeAt(sheet, rectangle), rectangle, verticalAlign),
    })),
  ];
}

/** Everything on the page that has a style: the plan's own rectangles, and each table's headings, body and total. */
export function styledParts(plan: SheetPlan, tables: readonly TablePlan[]): StyledRectangle[] {
  return [
    ...plan.styles,
    ...tables.flatMap((table) => tableParts(table, table.row + 1, Math.max(1, table.rows.length))),
  ];
}

/** `firstRow` and `rows`: the body rows to style; headings and total always are. */
export function tableParts(table: TablePlan, firstRow: number, rows: number): StyledRectangle[] {
  const { row, column, total } = table;
  return table.columns.flatMap(({ style }, i) => {
    const at = { column: column + i, columns: 1 };
    const parts: StyledRectangle[] = [{ row, rows: 1, ...at, style: headingStyle(style) }];
    if (rows > 0) parts.push({ row: firstRow, rows, ...at, style });
    if (total) parts.push({ row: firstRow + rows, rows: 1, ...at, style: totalStyle(style) });
    return parts;
  });
}

/** Joins neighbours in a row, then rectangles below each other, that look the same. */
export function mergeRectangles(all: readonly StyledRectangle[]): StyledRectangle[] {
  const across = merge(
    all,
    (a, b) => a.row === b.row && a.rows === b.rows && a.column + a.columns === b.column,
    (a, b) => ({ ...a, columns: a.columns + b.columns }),
  );
  return merge(
    across,
    (a, b) => a.column === b.column && a.columns === b.columns && a.row + a.rows === b.row && !ruled(a),
    (a, b) => ({ ...a, rows: a.rows + b.rows }),
  );
}

/** Only the last merged rectangle of a look is tried: what stands together is listed together. */
function merge(
  all: readonly StyledRectangle[],
  touch: (a: StyledRectangle, b: StyledRectangle) => boolean,
  join: (a: StyledRectangle, b: StyledRectangle) => StyledRectangle,
): StyledRectangle[] {
  const last = new Map<string, number>();
  const merged: StyledRectangle[] = [];
  for (const each of all) {
    const look = `${each.style}|${each.numberFormat ?? ""}`;
    const i = last.get(look);
    const before = i === undefined ? undefined : merged[i];
    if (i !== undefined && before && touch(before, each)) merged[i] = join(before, each);
    else last.set(look, merged.push(each) - 1);
  }
  return merged;
}

/** A rule below (or above) belongs to each rectangle's own edge as well as between its rows. */
function ruled({ style }: StyledRectangle): boolean {
  return CELL_LOOKS[style].rule === "above";
}

function applyLook(
  range: Excel.Range,
  { style, numberFormat, rows }: StyledRectangle,
  inTables: "top" | "centre",
): void {
  const look = CELL_LOOKS[style];
  const { format } = range;
  if (numberFormat !== undefined) setNumberFormat(range, numberFormat);
  if (look.size !== BASE.size) format.font.size = look.size;
  if (look.bold) format.font.bold = true;
  if (look.colour !== BASE.colour) format.font.color = look.colour;
  if (look.underline) format.font.underline = "Single";
  if (look.fill !== null) format.fill.color = look.fill;
  if (look.wrap) format.wrapText = true;
  format.horizontalAlignment = HORIZONTAL[look.align];
  if (look.indent > 0) format.indentLevel = look.indent;
  format.verticalAlignment = VERTICAL[look.vertical === "table" ? inTables : look.vertical];
  if (look.rule === "above") drawRule(format, "EdgeTop", TOTAL_RULE);
  if (look.rule === "below") {
    drawRule(format, "EdgeBottom", RULE_GREY);
    if (rows > 1) drawRule(format, "InsideHorizontal", RULE_GREY);
  }
}

const HORIZONTAL = { left: "Left", centre: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", centre: "Center", bottom: "Bottom" } as const;

function drawRule(
  format: Excel.RangeFormat,
  edge: "EdgeTop" | "EdgeBottom" | "InsideHorizontal",
  colour: string,
): void {
  const border = format.borders.getItem(edge);
  border.style = "Continuous";
  border.weight = "Thin";
  border.color = colour;
}

function rangeAt(sheet: Excel.Worksheet, { row, column, rows, columns }: Rectangle): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

/**
 * Widths and heights. `rows`: how many rows of the sheet have ever been the page's: all of them get the page's own
 * height first, so that none keeps what a longer text once needed.
 */
export function sizeJobs(plan: SheetPlan, rows: number): SheetJob[] {
  const widths = Object.entries(plan.columnWidths);
  const heights = neighboursOfOneHeight(plan.rowHeights ?? {});
  const { rowHeight } = plan;
  return [
    {
      bytes: (widths.length + heights.length + 1) * 2 * CALL_BYTES,
      write(sheet) {
        for (const [at, characters] of widths) {
          sheet.getRangeByIndexes(0, Number(at), 1, 1).getEntireColumn().format.columnWidth =
            columnPoints(characters);
        }
        if (rowHeight !== undefined)
          sheet.getRangeByIndexes(0, 0, rows, 1).getEntireRow().format.rowHeight = rowHeight;
        for (const { row, count, height } of heights) {
          sheet.getRangeByIndexes(row, 0, count, 1).getEntireRow().format.rowHeight = height;
        }
      },
    },
  ];
}

interface RowsOfOneHeight {
  readonly row: number;
  readonly count: number;
  readonly height: number;
}

function neighboursOfOneHeight(rowHeights: Readonly<Record<number, number>>): readonly RowsOfOneHeight[] {
  const runs: { row: number; count: number; height: number }[] = [];
  const rows = Object.entries(rowHeights).map(([at, height]) => [Number(at), height] as const);
  for (const [row, height] of rows.sort(([a], [b]) => a - b)) {
    const last = runs.at(-1);
    if (last && last.height === height && last.row + last.count === row) last.count += 1;
    else runs.push({ row, count: 1, height });
  }
  return runs;
}
