/**
 * The parts of a page's drawing, as digests: a part that the last build drew in the same way, in the same place, is left
 * alone. Pure.
 */
import type { SheetPlan, TablePlan } from "../../pages/plan";
import { digestOf } from "../host/digest";
import type { DrawnPage } from "../host/drawn";
import { isWithin, type Rectangle } from "../host/rectangles";
import type { TableFound } from "../read/survey";
import type { FittedLayout } from "./fitLayout";
import { keepsItsLength, type TableRows } from "./tableRows";
import { isListed, ownFormats, type TableFormats } from "./writeCells";

/** Raised when the writer draws the same plan in another way. */
const DRAWING = 1;

/**
 * sizes = widths and heights; looks = styles and links, with which Excel clears number formats and rules as well; formats =
 * of one table. `formats`: of the tables that stand on the page.
 */
export function drawnParts(plan: SheetPlan, formats: readonly TableFormats[]): DrawnPage {
  const { rules, links, verticalAlign, columnWidths, rowHeights, rowHeight, tabColour } = plan;
  const { footer, ...print } = plan.print;
  const tables = plan.tables.map(({ row, column, columns, rows, total, choices }) => ({
    at: [row, column, rows.length, total !== null],
    looks: columns.map(({ style }) => style),
    choices,
  }));
  // A rectangle inside a table has no look of its own, only a number format.
  const listed = new Set(formats.filter(isListed).map(({ name }) => name));
  const withOwnFormats = plan.tables.filter(({ name }) => listed.has(name)).map(areaOfPlan);
  const styles = plan.styles.filter((each) => !withOwnFormats.some((area) => isWithin(each, area)));
  const parts: Record<string, unknown> = {
    sizes: [columnWidths, rowHeights, rowHeight, print.lastRow],
    looks: [styles, tables, verticalAlign, links],
    rules,
    paper: print,
    footer,
    tab: tabColour,
  };
  for (const table of formats)
    parts[formatsPart(table.name)] = [ownFormats(table.formats, table.rows), table.body, table.others];
  for (const chart of plan.charts) {
    const { axis, monthsALabel, labelledPoint, label, ...frame } = chart;
    const table = plan.tables.find(({ name }) => name === chart.table);
    const of = chartParts(chart.name);
    parts[of.frame] = [frame, table && placeOfTable(table)];
    parts[of.axes] = [axis, monthsALabel];
    parts[of.figures] = [labelledPoint, label];
  }
  return Object.fromEntries(
    Object.entries(parts).map(([part, drawn]) => [part, digestOf(JSON.stringify([DRAWING, drawn ?? null]))]),
  );
}

export const formatsPart = (table: string) => `formats ${table}`;

/** frame = its place, series, title and legend; figures = its line and the label on it. */
export function chartParts(chart: string) {
  return { frame: `${chart} frame`, axes: `${chart} axes`, figures: `${chart} figures` };
}

/** Headings, body and totals row. */
export function areaOfPlan({ row, column, headings, rows, total }: TablePlan): Rectangle {
  return { row, column, rows: Math.max(1, rows.length) + 1 + (total ? 1 : 0), columns: headings.length };
}

function placeOfTable({ row, column, rows, headings }: TablePlan) {
  return [row, column, rows.length, headings];
}

/** What Excel clears with the looks. */
const GO_WITH_LOOKS = /^(looks|rules|formats .*)$/;

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
  const looks = isAsLong && before["looks"] === now["looks"];
  return (part) =>
    now[part] !== undefined && before[part] === now[part] && (looks || !GO_WITH_LOOKS.test(part));
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
