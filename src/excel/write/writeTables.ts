/**
 * Tables: made once, then grown and shrunk in place, never deleted and their totals row never switched off,
 * so that a manager's formulas that point at them still hold (SPEC §5). All goes through the table's own objects,
 * which move with rows that a colleague puts in between two requests.
 */
import { bodyOnce, cellsOnce, once, partOnce, tableOn } from "../host/once";
import type { TablePlan } from "../../pages/plan";
import { cellForExcel, TEXT_FORMAT } from "../host/cellText";
import type { TableFound } from "../read/survey";
import { NO_FIGURES } from "./ownTexts";
import { bytesOf, CALL_BYTES, type SheetJob } from "../host/requests";
import { bodyRows, bodyRowsAfter, type Span, type TableRows, writtenFrom } from "./tableRows";
import { bodyJobs, tableFormatJob, totalJob, writeHeadings } from "./writeCells";

/** The table is made, named and given its headings and totals row; its rows come with `contentJobs`. */
export function shapeJob(plan: TablePlan, standing: TableFound | undefined, rows: TableRows): SheetJob {
  return {
    bytes: 20 * CALL_BYTES,
    write: (sheet) => (standing ? reshapeTable(sheet, plan, standing) : makeTable(sheet, plan, rows.filled)),
  };
}

/** Room, the cells of the rows that are written, what is over taken out, and the totals row. */
export function contentJobs(plan: TablePlan, rows: TableRows): SheetJob[] {
  const { insert, from, content, remove } = rows;
  const formats = plan.columns.map((column) => column.numberFormat);
  const jobs: SheetJob[] = [];
  if (plan.keepsOtherMonths && rows.standing > 0) jobs.push(unchangedJob(plan, rows.standing));
  if (insert.count > 0) jobs.push(insertJob(plan, rows));
  if (content.length > 0) {
    const whole = rows.standing === 0 ? content.length : rows.standing + insert.count;
    jobs.push(...bodyJobs(plan, { from, rows: content, formats, whole }));
  }
  jobs.push(...remove.map((span) => removeJob(plan, span)));
  if (plan.total) jobs.push(totalJob(plan.name, plan.total));
  return plan.keepsOtherMonths ? [together(jobs)] : jobs;
}

/** Its number formats, once it has its looks. Of a settings table that stands only the new rows get theirs. */
export function tableFormatJobs(plan: TablePlan, rows: TableRows): SheetJob[] {
  const isAdded = plan.keepExistingRows && !plan.isHalfMade && rows.standing > 0;
  if (isAdded && rows.filled === 0) return [];
  const columns = plan.columns.map(({ numberFormat }) => numberFormat);
  return [
    tableFormatJob({
      name: plan.name,
      // Other months' rows are texts or figures by column, whatever this month's are.
      formats: plan.keepsOtherMonths ? columns.map((format) => format ?? "General") : columns,
      rows: rows.content.slice(0, rows.filled),
      body: isAdded
        ? { from: writtenFrom(rows), count: rows.filled }
        : { from: 0, count: bodyRowsAfter(rows) },
      whole: !isAdded,
      hasTotal: plan.total !== null,
    }),
  ];
}

/** In one request: no colleague comes in between. */
function together(jobs: readonly SheetJob[]): SheetJob {
  return {
    bytes: jobs.reduce((sum, job) => sum + job.bytes, 0),
    write: (sheet) => jobs.forEach((job) => job.write(sheet)),
  };
}

/** A table that this build has no figures for: one blank row, and a word above it that says so. */
export function retireJob(found: TableFound): SheetJob {
  const { row, column, columns } = found.area;
  const rows = bodyRows(found);
  return {
    bytes: 8 * CALL_BYTES,
    write(sheet) {
      const body = bodyOnce(sheet, found.name);
      if (rows > 1) partOnce(body, { row: 1, column: 0, rows: rows - 1, columns }).delete("Up");
      once(body.getRow(0)).values = [Array.from({ length: columns }, () => "")];
      if (row > 0) cellsOnce(sheet, row - 1, column, 1, 1).values = [[NO_FIGURES]];
    },
  };
}

/** Excel's plainest: the looks of pages/look.ts come over it. */
const TABLE_STYLE = "TableStyleLight1";

function makeTable(sheet: Excel.Worksheet, plan: TablePlan, rows: number): void {
  writeHeadings(cellsOnce(sheet, plan.row, plan.column, 1, plan.headings.length), plan.headings);
  const table = sheet.tables.add(
    cellsOnce(sheet, plan.row, plan.column, rows + 1, plan.headings.length),
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

function reshapeTable(sheet: Excel.Worksheet, plan: TablePlan, standing: TableFound): void {
  const table = tableOn(sheet, standing.foundAs);
  if (standing.foundAs !== standing.name) nameTable(table, plan);
  if (!plan.keepExistingRows) {
    renewHeadings(table, plan, standing);
  }
  if (plan.total && !standing.hasTotal) table.showTotals = true;
}

/**
 * Excel alters a heading that another column of the table still has ("Aug-22" becomes "Aug-222"): when months move
 * along by one, all of them are first called something else.
 */
function renewHeadings(table: Excel.Table, { headings }: TablePlan, standing: TableFound): void {
  const range = once(table.getHeaderRowRange());
  const moves = headings.some((heading, i) => heading !== standing.headings[i]);
  if (moves && headings.some((heading) => standing.headings.includes(heading))) {
    writeHeadings(
      range,
      headings.map((_, i) => `Being written ${i + 1}`),
    );
  }
  writeHeadings(range, headings);
}

/**
 * A format for every row there should be, which Excel refuses where there are more or fewer: rows that others put into
 * Clinic History since it was read stop the build here, before one is written over.
 */
function unchangedJob(plan: TablePlan, rows: number): SheetJob {
  return {
    bytes: 3 * CALL_BYTES + rows * 7,
    write(sheet) {
      const months = once(bodyOnce(sheet, plan.name).getColumn(0));
      months.numberFormat = Array.from({ length: rows }, () => [TEXT_FORMAT]);
    },
  };
}

/** Rows of a settings table come with what they hold, so that a stop leaves none of them blank; others blank. */
function insertJob(plan: TablePlan, { standing, insert, from, content }: TableRows): SheetJob {
  const shown = plan.keepExistingRows ? content.slice(standing - from) : [];
  const cells = Array.from({ length: insert.count }, (_, i) =>
    plan.headings.map((_heading, column) => cellForExcel(shown[i]?.[column] ?? null)),
  );
  return {
    bytes: 3 * CALL_BYTES + bytesOf(cells),
    write(sheet) {
      const { rows } = tableOn(sheet, plan.name);
      rows.add(insert.at === standing ? undefined : insert.at, cells);
    },
  };
}

function removeJob(plan: TablePlan, { at, count }: Span): SheetJob {
  return {
    bytes: 4 * CALL_BYTES,
    write(sheet) {
      const body = bodyOnce(sheet, plan.name);
      partOnce(body, { row: at, column: 0, rows: count, columns: plan.headings.length }).delete("Up");
    },
  };
}
