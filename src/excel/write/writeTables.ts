/**
 * Tables: made once, then grown and shrunk in place, never deleted and their totals row never switched off,
 * so that a manager's formulas that point at them still hold (SPEC §5). All goes through the table's own objects,
 * which move with rows that a colleague puts in between two requests.
 */
import { bodyCells, cellsAt, partOf, tableOn } from "../host/ranges";
import type { CellContent, TablePlan } from "../../pages/plan";
import { cellForExcel, TEXT_FORMAT } from "../host/cellText";
import { isWithin } from "../host/rectangles";
import type { TableFound } from "../read/survey";
import { NO_FIGURES } from "./ownTexts";
import { bytesOf, CALL_BYTES, type SheetJob } from "../host/requests";
import { type CellsThere, type IsSpelling, isThere } from "./differences";
import { bodyRows, bodyRowsAfter, keepsItsLength, type Span, type TableRows, writtenFrom } from "./tableRows";
import {
  bodyJobs,
  differingBodyJobs,
  formattedBodyJobs,
  type FormattedRectangle,
  isListed,
  type TableFormats,
  takesFormatsFirst,
  totalJob,
  writeHeadings,
} from "./writeCells";

/** The table is made, named and given its headings and totals row; its rows come with `contentJobs`. null = it has all that. */
export function shapeJob(
  plan: TablePlan,
  standing: TableFound | undefined,
  rows: TableRows,
): SheetJob | null {
  if (!standing) return { bytes: 20 * CALL_BYTES, write: (sheet) => makeTable(sheet, plan, rows.filled) };
  return hasShape(plan, standing)
    ? null
    : { bytes: 20 * CALL_BYTES, write: (sheet) => reshapeTable(sheet, plan, standing) };
}

function hasShape(plan: TablePlan, { foundAs, name, headings, hasTotal }: TableFound): boolean {
  const hasHeadings = plan.keepExistingRows || plan.headings.every((heading, i) => heading === headings[i]);
  return foundAs === name && hasHeadings && (hasTotal || !plan.total);
}

/** What a table stands in need of: rows of its own making room, or only the cells that differ. */
export interface ContentJobs {
  /** Before looks and formats. */
  readonly early: readonly SheetJob[];
  /** Once the cells have their lasting formats. */
  readonly late: readonly SheetJob[];
}

/**
 * Room, the cells of the rows that are written, what is over taken out, and the totals row. A table that is made, and one
 * that keeps its length, is filled once it has its formats. `standing`: its cells, of which only what differs is written;
 * null = they have lost their formats, or are yet to be made.
 */
export function contentJobs(plan: TablePlan, rows: TableRows, standing: StandingCells | null): ContentJobs {
  const { content } = rows;
  const formats = columnFormats(plan);
  const isMade = rows.standing === 0;
  const isFilledLate = isMade ? !plan.keepsOtherMonths : keepsItsLength(rows);
  if (!isFilledLate || !takesFormatsFirst({ formats, rows: content }))
    return { early: renewJobs(plan, rows), late: [] };
  const late = standing ? differenceJobs(plan, rows, standing) : filledJobs(plan, rows);
  const isKept = plan.keepsOtherMonths !== undefined && late.length > 0;
  return { early: [], late: isKept ? [together([unchangedJob(plan, rows.standing), ...late])] : late };
}

function filledJobs(plan: TablePlan, { standing, from, content }: TableRows): SheetJob[] {
  const whole = standing === 0 ? content.length : standing;
  const body = { from, rows: content, formats: columnFormats(plan), whole };
  const total = plan.total && totalJob(plan.name, plan.total, { isFormatted: true });
  const jobs = content.length > 0 ? formattedBodyJobs(plan, body) : [];
  return total ? [...jobs, total] : jobs;
}

/** A table's cells as they are. */
export interface StandingCells {
  /** Of its first heading. */
  readonly row: number;
  readonly column: number;
  readonly there: CellsThere;
  readonly isSpelling: IsSpelling;
}

function differenceJobs(
  plan: TablePlan,
  { standing: whole, from, content }: TableRows,
  { row, column, there, isSpelling }: StandingCells,
): SheetJob[] {
  const isAt = (bodyRow: number) => (at: number, content: CellContent) =>
    isThere(content, there(row + 1 + bodyRow, column + at), (formula, found) =>
      isSpelling({ table: plan.name, column: at }, formula, found),
    );
  const body = { from, rows: content, formats: columnFormats(plan), whole };
  const jobs = differingBodyJobs(plan, body, (r, c, cell) => isAt(from + r)(c, cell));
  const total = plan.total && totalJob(plan.name, plan.total, { isFormatted: true, isThere: isAt(whole) });
  return total ? [...jobs, total] : jobs;
}

function columnFormats({ columns, keepsOtherMonths }: TablePlan): (string | undefined)[] {
  const formats = columns.map(({ numberFormat }) => numberFormat);
  // Other months' rows are texts or figures by column, whatever this month's are.
  return keepsOtherMonths ? formats.map((format) => format ?? "General") : formats;
}

/** All of it anew. */
function renewJobs(plan: TablePlan, rows: TableRows): SheetJob[] {
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
  const total = plan.total && totalJob(plan.name, plan.total);
  if (total) jobs.push(total);
  return plan.keepsOtherMonths ? [together(jobs)] : jobs;
}

/** Its number formats, once it has its looks. Of a settings table that stands only the new rows get theirs. */
export function tableFormats(
  plan: TablePlan,
  rows: TableRows,
  others: readonly FormattedRectangle[],
): TableFormats | null {
  const isAdded = plan.keepExistingRows && !plan.isHalfMade && rows.standing > 0;
  if (isAdded && rows.filled === 0) return null;
  const formats = {
    name: plan.name,
    formats: columnFormats(plan),
    rows: rows.content.slice(0, rows.filled),
    body: isAdded ? { from: writtenFrom(rows), count: rows.filled } : { from: 0, count: bodyRowsAfter(rows) },
    whole: !isAdded,
    hasTotal: plan.total !== null,
  };
  const inside = others
    .filter((each) => isWithin(each, { ...plan, rows: formats.body.count + 2, columns: plan.columns.length }))
    .map((each) => ({ ...each, row: each.row - plan.row, column: each.column - plan.column }));
  return { ...formats, others: isListed(formats) ? inside : [] };
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
      const body = bodyCells(sheet, found.name);
      if (rows > 1) partOf(body, { row: 1, column: 0, rows: rows - 1, columns }).delete("Up");
      body.getRow(0).values = [Array.from({ length: columns }, () => "")];
      if (row > 0) cellsAt(sheet, row - 1, column, 1, 1).values = [[NO_FIGURES]];
    },
  };
}

/** Excel's plainest: the looks of pages/look.ts come over it. */
const TABLE_STYLE = "TableStyleLight1";

function makeTable(sheet: Excel.Worksheet, plan: TablePlan, rows: number): void {
  writeHeadings(cellsAt(sheet, plan.row, plan.column, 1, plan.headings.length), plan.headings);
  const table = sheet.tables.add(cellsAt(sheet, plan.row, plan.column, rows + 1, plan.headings.length), true);
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
  if (headings.every((heading, i) => heading === standing.headings[i])) return;
  const range = table.getHeaderRowRange();
  if (headings.some((heading) => standing.headings.includes(heading))) {
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
      const months = bodyCells(sheet, plan.name).getColumn(0);
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
      const body = bodyCells(sheet, plan.name);
      partOf(body, { row: at, column: 0, rows: count, columns: plan.headings.length }).delete("Up");
    },
  };
}
