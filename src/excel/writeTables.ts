/**
 * Tables: made once, then grown and shrunk in place, never deleted and their totals row never switched off,
 * so that a manager's formulas that point at them still hold (SPEC §5).
 */
import type { TablePlan } from "../pages/plan";
import type { Rectangle } from "./rectangles";
import { CALL_BYTES, type SheetJob } from "./requests";
import type { TableFound } from "./survey";
import { bodyJobs, totalJob, writeHeadings } from "./writeCells";

/** Which body rows of a table the plan fills: all of them, or, in a settings table that stands, the added ones. */
export interface FilledRows {
  /** Zero-based worksheet row of the first one. */
  readonly row: number;
  readonly count: number;
  /** Rows that stand above them and are left alone. */
  readonly kept: number;
}

/** A table always has one body row at the least: Excel knows none without. */
export function filledRows(plan: TablePlan, standing: TableFound | undefined): FilledRows {
  if (!plan.keepExistingRows || !standing)
    return { row: plan.row + 1, count: Math.max(1, plan.rows.length), kept: 0 };
  const kept = isBlank(standing) ? 0 : bodyRows(standing);
  return { row: standing.area.row + 1 + kept, count: plan.rows.length, kept };
}

/** The body of the table once it has its rows. */
export function bodyAfter(plan: TablePlan, standing: TableFound | undefined): Rectangle {
  const { kept, count } = filledRows(plan, standing);
  const at = plan.keepExistingRows && standing ? standing.area : plan;
  return {
    row: at.row + 1,
    column: at.column,
    rows: Math.max(1, kept + count),
    columns: plan.headings.length,
  };
}

/** Everything that gives the table its place and size; its cells are filled by `contentJobs`. */
export function shapeJob(plan: TablePlan, standing: TableFound | undefined): SheetJob {
  const { kept, count } = filledRows(plan, standing);
  const wanted = Math.max(1, kept + count);
  const added = standing ? Math.max(0, wanted - bodyRows(standing)) : 0;
  return {
    bytes: 20 * CALL_BYTES + added * plan.headings.length * 3,
    write: (sheet) =>
      standing ? reshapeTable(sheet, plan, standing, wanted) : makeTable(sheet, plan, wanted),
  };
}

/** Cells of the filled rows and of the totals row. */
export function contentJobs(plan: TablePlan, standing: TableFound | undefined): SheetJob[] {
  const { row, count } = filledRows(plan, standing);
  const body = bodyAfter(plan, standing);
  if (count === 0) return [];
  const rows = plan.rows.length > 0 ? plan.rows : [plan.headings.map(() => null)];
  const formats = plan.columns.map((column) => column.numberFormat);
  const jobs = bodyJobs({ row, column: body.column }, rows, formats);
  if (plan.total) {
    const place = { row: body.row + body.rows, column: body.column };
    jobs.push(totalJob(place, plan.total, formats));
  }
  return jobs;
}

/** A table that this build has no figures for: one blank row, and a word above it that says so. */
export function retireJob(table: TableFound): SheetJob {
  const { row, column, columns } = table.area;
  return {
    bytes: 8 * CALL_BYTES,
    write(sheet) {
      sheet.tables.getItem(table.name).clearFilters();
      removeRows(sheet, table, 1);
      sheet.getRangeByIndexes(row + 1, column, 1, columns).values = [
        Array.from({ length: columns }, () => ""),
      ];
      if (row > 0) sheet.getRangeByIndexes(row - 1, column, 1, 1).values = [["No figures this month"]];
    },
  };
}

/** Excel's plainest: the looks of pages/look.ts come over it. */
const TABLE_STYLE = "TableStyleLight1";

function makeTable(sheet: Excel.Worksheet, plan: TablePlan, rows: number): void {
  writeHeadings(sheet, plan.row, plan.column, plan.headings);
  const table = sheet.tables.add(
    sheet.getRangeByIndexes(plan.row, plan.column, rows + 1, plan.headings.length),
    true,
  );
  nameTable(table, plan);
  if (plan.total) table.showTotals = true;
}

function nameTable(table: Excel.Table, plan: TablePlan): void {
  table.name = plan.name;
  table.style = TABLE_STYLE;
  table.showBandedRows = false;
  table.showFilterButton = plan.showFilter;
}

function reshapeTable(sheet: Excel.Worksheet, plan: TablePlan, standing: TableFound, rows: number): void {
  const table = sheet.tables.getItem(standing.foundAs);
  if (standing.foundAs !== standing.name) nameTable(table, plan);
  if (!plan.keepExistingRows) {
    table.clearFilters();
    renewHeadings(sheet, plan, standing);
    removeRows(sheet, standing, rows);
  }
  const added = rows - bodyRows(standing);
  if (added > 0) {
    const blank = Array.from({ length: added }, () =>
      Array.from({ length: standing.area.columns }, () => ""),
    );
    table.rows.add(undefined, blank);
  }
  if (plan.total && !standing.hasTotal) table.showTotals = true;
}

/**
 * Excel alters a heading that another column of the table still has ("Aug-22" becomes "Aug-222"): when months move
 * along by one, all of them are first called something else.
 */
function renewHeadings(sheet: Excel.Worksheet, plan: TablePlan, standing: TableFound): void {
  const { headings, row, column } = plan;
  const moves = headings.some((heading, i) => heading !== standing.headings[i]);
  if (moves && headings.some((heading) => standing.headings.includes(heading))) {
    writeHeadings(
      sheet,
      row,
      column,
      headings.map((_, i) => `Being written ${i + 1}`),
    );
  }
  writeHeadings(sheet, row, column, headings);
}

function removeRows(sheet: Excel.Worksheet, { area, hasTotal }: TableFound, keep: number): void {
  const surplus = area.rows - 1 - (hasTotal ? 1 : 0) - keep;
  if (surplus > 0)
    sheet.getRangeByIndexes(area.row + 1 + keep, area.column, surplus, area.columns).delete("Up");
}

function bodyRows({ area, hasTotal }: TableFound): number {
  return area.rows - 1 - (hasTotal ? 1 : 0);
}

/** A settings table that was made and never filled has one row with nothing in it. */
function isBlank({ body }: TableFound): boolean {
  return body !== null && body.values.length === 1 && (body.values[0] ?? []).every((cell) => cell === "");
}
