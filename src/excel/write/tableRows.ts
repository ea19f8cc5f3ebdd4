/**
 * How a table gets its rows, so that a stop after any action loses none that is published: room first, then the content
 * in one act, then what is over goes (SPEC §5). All rows are body rows counted from 0. Pure.
 */
import { certain } from "../../clinic/cells/certain";
import type { CellValue } from "../../clinic/cells/worksheet";
import { rowsOfMonth } from "../../clinic/past/readHistory";
import { readMonth } from "../../clinic/calendar/readMonth";
import type { CellContent, TablePlan } from "../../pages/plan";
import { NONE } from "../../pages/wording";
import type { TableFound } from "../read/survey";

export interface Span {
  readonly at: number;
  readonly count: number;
}

export interface TableRows {
  /** Rows of the body as it stands; 0 = the table is yet to be made. */
  readonly standing: number;
  /** Blank rows that are put in first; `at` = `standing` puts them at the end. */
  readonly insert: Span;
  /** What is written, from which row on; the last of it may be blank rows that go afterwards. */
  readonly from: number;
  readonly content: readonly (readonly CellContent[])[];
  /** Of `content`, how many rows stay. */
  readonly filled: number;
  /** Rows that go once `content` is written, counted with the inserted ones: the last span first. */
  readonly remove: readonly Span[];
}

/** Rows of the body when all is done. */
export function rowsAfter({ standing, insert, remove }: TableRows): number {
  return standing + insert.count - remove.reduce((sum, { count }) => sum + count, 0);
}

/** The same of a table that is made, too. */
export function bodyRowsAfter(rows: TableRows): number {
  return rows.standing === 0 ? rows.filled : rowsAfter(rows);
}

/** Whether no row comes and none goes. */
export function keepsItsLength({ standing, insert, remove }: TableRows): boolean {
  return standing > 0 && insert.count === 0 && remove.length === 0;
}

/** Where the rows that are written stand when all is done. */
export function writtenFrom({ from, remove }: TableRows): number {
  return from - remove.reduce((sum, { at, count }) => sum + (at < from ? count : 0), 0);
}

/** `body`: the values of Clinic History's rows as they stand; null where nothing of them was read. */
export function planRows(
  plan: TablePlan,
  standing: TableFound | undefined,
  body: readonly (readonly CellValue[])[] | null,
  date1904: boolean,
): TableRows {
  // A table always has one body row at the least: Excel knows none without.
  const rows = plan.rows.length > 0 ? plan.rows : [blankRow(plan)];
  if (!standing)
    return { standing: 0, insert: NOTHING, from: 0, content: rows, filled: rows.length, remove: [] };
  if (plan.keepExistingRows && !plan.isHalfMade) return addedRows(plan, standing);
  if (plan.keepsOtherMonths && body)
    return monthsRows(
      plan,
      plan.keepsOtherMonths.month,
      { headings: standing.headings, rows: body },
      date1904,
    );
  return allRows(rows, plan, bodyRows(standing));
}

export function bodyRows({ area, hasTotal }: Pick<TableFound, "area" | "hasTotal">): number {
  return area.rows - 1 - (hasTotal ? 1 : 0);
}

const NOTHING: Span = { at: 0, count: 0 };

function allRows(rows: TableRows["content"], plan: TablePlan, standing: number): TableRows {
  const over = Math.max(0, standing - rows.length);
  return {
    standing,
    insert: { at: standing, count: Math.max(0, rows.length - standing) },
    from: 0,
    content: [...rows, ...blankRows(plan, over)],
    filled: rows.length,
    remove: over > 0 ? [{ at: rows.length, count: over }] : [],
  };
}

/**
 * A settings table that stands: rows that are missing come after the last that is filled. Blank rows are what a build
 * leaves that was stopped between making room and filling it: those at the end are used, those in between go.
 */
function addedRows(plan: TablePlan, found: TableFound): TableRows {
  const standing = bodyRows(found);
  const filled = filledRows(found, standing);
  const from = filled.lastIndexOf(true) + 1;
  const free = standing - from;
  const added = plan.rows.length;
  const isLeft = FILLED_BY_BUILDS.has(found.name.toLowerCase());
  const spare = from + added === 0 ? 1 : 0;
  const over = isLeft ? Math.max(0, free - added - spare) : 0;
  const between = isLeft ? spansOf(filled.slice(0, from).map((is) => !is)) : [];
  return {
    standing,
    insert: { at: standing, count: Math.max(0, added - free) },
    from,
    content: plan.rows,
    filled: added,
    remove: [...(over > 0 ? [{ at: standing - over, count: over }] : []), ...between.reverse()],
  };
}

/** Their rows are a build's to add; in ClinicHolidays a blank row is the analyst's to fill. */
const FILLED_BY_BUILDS: ReadonlySet<string> = new Set(["clinicoptions", "clinictargets", "clinicteams"]);

function filledRows({ body, foundAs, name }: TableFound, standing: number): boolean[] {
  // Made, and stopped before it was even named: it has never been filled.
  if (body === null) return Array.from({ length: standing }, () => foundAs === name);
  return body.values.map((row) => row.some((cell) => cell !== ""));
}

/**
 * The month's rows take the place of its old ones, in one act; all others stay untouched. A month that is new comes
 * before the first later one.
 */
function monthsRows(
  plan: TablePlan,
  month: string,
  table: { readonly headings: readonly string[]; readonly rows: readonly (readonly CellValue[])[] },
  date1904: boolean,
): TableRows {
  const rows = plan.rows.filter((row) => row[0] === month);
  const standing = table.rows.length;
  // No figure can be made of the month: what was published of it stays.
  if (rows.length === 0) return { standing, insert: NOTHING, from: 0, content: [], filled: 0, remove: [] };
  const goes = table.rows.map((row) => row.every((cell) => cell === "" || cell === NONE));
  const own = rowsOfMonth(table, month, date1904);
  for (const at of own) goes[at] = true;
  const spans = spansOf(goes);
  const last = own.at(-1);
  const block =
    last === undefined
      ? { at: placeOfMonth(table.rows, month, date1904), count: 0 }
      : certain(spans.find(({ at, count }) => at <= last && last < at + count));
  const touching =
    last === undefined ? spans.find(({ at, count }) => at <= block.at && block.at <= at + count) : block;
  const place = touching ?? block;
  const more = Math.max(0, rows.length - place.count);
  const over = Math.max(0, place.count - rows.length);
  const moved = (span: Span): Span => (span.at > place.at ? { ...span, at: span.at + more } : span);
  const remove = spans
    .filter((span) => span !== touching)
    .map(moved)
    .concat(over > 0 ? [{ at: place.at + rows.length, count: over }] : [])
    .sort((a, b) => b.at - a.at);
  return {
    standing,
    insert: { at: place.at + place.count, count: more },
    from: place.at,
    content: [...rows, ...blankRows(plan, over)],
    filled: rows.length,
    remove,
  };
}

function placeOfMonth(rows: readonly (readonly CellValue[])[], month: string, date1904: boolean): number {
  const later = rows.findIndex((row) => (readMonth(row[0] ?? "", date1904) ?? "") > month);
  return later < 0 ? rows.length : later;
}

function spansOf(marked: readonly boolean[]): Span[] {
  const spans: { at: number; count: number }[] = [];
  marked.forEach((is, at) => {
    const last = spans.at(-1);
    if (!is) return;
    if (last && last.at + last.count === at) last.count++;
    else spans.push({ at, count: 1 });
  });
  return spans;
}

function blankRows(plan: TablePlan, count: number): CellContent[][] {
  return Array.from({ length: count }, () => blankRow(plan));
}

function blankRow(plan: TablePlan): CellContent[] {
  return plan.headings.map(() => null);
}
