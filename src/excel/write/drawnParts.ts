/**
 * The parts of a page's drawing, as digests: a part that the last build drew in the same way, in the same place, is left
 * alone. Pure.
 */
import type { SheetPlan, TablePlan } from "../../pages/plan";
import { digestOf } from "../host/digest";
import type { DrawnPage } from "../host/drawn";
import type { TableFound } from "../read/survey";
import type { FittedLayout } from "./fitLayout";
import type { TableRows } from "./tableRows";

/** Raised when the writer draws the same plan in another way. */
const DRAWING = 1;

/**
 * sizes = widths and heights; looks = styles, number formats, links and rules, which Excel clears together. `formats`: of
 * each table's columns, as they come out.
 */
export function drawnParts(plan: SheetPlan, formats: ReadonlyMap<string, readonly string[]>): DrawnPage {
  const { rules, links, styles, verticalAlign, columnWidths, rowHeights, rowHeight, print, tabColour } = plan;
  const tables = plan.tables.map(({ name, row, column, columns, rows, total, choices }) => ({
    at: [row, column, rows.length, total !== null],
    looks: columns.map(({ style }) => style),
    formats: formats.get(name),
    choices,
  }));
  const parts: Record<string, unknown> = {
    sizes: [columnWidths, rowHeights, rowHeight],
    looks: [styles, tables, verticalAlign, rules, links],
    paper: print,
    tab: tabColour,
  };
  for (const chart of plan.charts) {
    const table = plan.tables.find(({ name }) => name === chart.table);
    parts[chartPart(chart.name)] = [chart, table && placeOfTable(table)];
  }
  return Object.fromEntries(
    Object.entries(parts).map(([part, drawn]) => [part, digestOf(JSON.stringify([DRAWING, drawn ?? null]))]),
  );
}

export function chartPart(chart: string): string {
  return `chart ${chart}`;
}

function placeOfTable({ row, column, rows, headings }: TablePlan) {
  return [row, column, rows.length, headings];
}

/** Which parts are as the last build drew them: none where anything has moved. */
export function standingParts(
  now: DrawnPage,
  before: DrawnPage | undefined,
  { steps, retired, standing, plan }: FittedLayout,
  rowsOf: (table: TablePlan) => TableRows,
): (part: string) => boolean {
  const tables = plan.tables.map((table) => ({ table, found: standing.get(table.name.toLowerCase()) }));
  const isInPlace =
    steps.length === 0 &&
    retired.length === 0 &&
    tables.every(({ table, found }) => found && isAt(table, found));
  if (!before || !isInPlace) return () => false;
  const isAsLong = tables.every(({ table }) => keepsItsLength(rowsOf(table)));
  return (part) => (part !== "looks" || isAsLong) && before[part] === now[part];
}

function isAt({ row, column, headings, total, name }: TablePlan, found: TableFound): boolean {
  const { area } = found;
  return (
    area.row === row &&
    area.column === column &&
    area.columns === headings.length &&
    (total !== null) === found.hasTotal &&
    found.foundAs === name
  );
}

/** No row comes and none goes. */
export function keepsItsLength({ standing, insert, remove }: TableRows): boolean {
  return standing > 0 && insert.count === 0 && remove.length === 0;
}
