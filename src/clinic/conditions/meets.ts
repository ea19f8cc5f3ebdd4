/** Which rows meet a condition (SPEC §3). Pure: reads cells and dates through what it is handed, and raises no issue. */
import { edate } from "../calendar/months";
import { BLANK_DATE, readDate } from "../calendar/readDate";
import type { WorkingCalendar } from "../calendar/workingDays";
import { isBlank, numberIn } from "../cells/cells";
import { cellText, isExcelError, nameKey } from "../cells/names";
import { isNothing } from "../cells/nothing";
import type { CellValue } from "../cells/worksheet";
import type { Clause, Comparison, Condition, Period } from "./condition";

/** The rows that a condition is asked of, by number. */
export interface RowsAsked {
  /** The cell under a heading; a number of a date or a count as Excel holds it. */
  cell(heading: string): (row: number) => CellValue;
  /** Serials of the 1900 system; 0 = blank or unreadable. */
  dates(heading: string): (row: number) => number;
  /** Serial of the row's own date, by which "earlier" is told: 0 = none. Absent where no clause may ask. */
  readonly ownDate?: (row: number) => number;
  /** The start of what is open; 0 = none. Absent where no clause may ask. */
  readonly start?: (row: number) => number;
  /** Codes of the same child are the same. Absent where no clause may ask. */
  readonly child?: (row: number) => number;
  readonly rowCount: number;
  /** Serial: what is open is open at the end of this day. */
  readonly monthEnd: number;
  readonly calendar: WorkingCalendar;
  readonly date1904: boolean;
}

/** Whether a row meets every clause. Made once, then asked of each row. */
export function meets(condition: Condition, rows: RowsAsked): (row: number) => boolean {
  const clauses = condition.map((clause) => meetsClause(clause, rows));
  return (row) => clauses.every((holds) => holds(row));
}

function meetsClause(clause: Clause, rows: RowsAsked): (row: number) => boolean {
  switch (clause.says) {
    case "filled": {
      const cell = rows.cell(clause.heading);
      return (row) => saysNothing(cell(row)) !== clause.isFilled;
    }
    case "contains":
      return ofCells(rows.cell(clause.heading), contains(clause.values));
    case "compares":
      return ofCells(rows.cell(clause.heading), compares(clause.comparison, clause.values, rows.date1904));
    case "follows earlier":
      return followsEarlier(clause.heading, clause.within, rows);
    case "open longer":
      return openLonger(clause.than, rows);
  }
}

/** Cells repeat, so that each different one is judged once. */
function ofCells(cell: (row: number) => CellValue, judge: (cell: CellValue) => boolean) {
  const judged = new Map<CellValue, boolean>();
  return (row: number): boolean => {
    const value = cell(row);
    let answer = judged.get(value);
    if (answer === undefined) judged.set(value, (answer = judge(value)));
    return answer;
  };
}

function isEmpty(cell: CellValue): boolean {
  return isBlank(cell) || isExcelError(cell);
}

/** A word for nothing is as good as an empty cell (SPEC §2), unless a condition asks for that very word. */
function saysNothing(cell: CellValue): boolean {
  return isEmpty(cell) || isNothing(cell);
}

/** Whole words of the cell's text need not match; case, spaces and punctuation make no difference. */
function contains(values: readonly string[]): (cell: CellValue) => boolean {
  const wanted = values.map(keyOf);
  return (cell) => {
    if (isEmpty(cell)) return false;
    const key = keyOf(textOf(cell));
    return wanted.some((value) => key.includes(value));
  };
}

/** Whether a cell is the value: numbers and dates by what they are, text as headings are compared. A blank cell is no value. */
export function isValue(value: string, date1904: boolean): (cell: CellValue) => boolean {
  const key = keyOf(value);
  const number = numberIn(value);
  const date = number === null ? readDate(value, date1904) : BLANK_DATE;
  return (cell) => {
    if (isEmpty(cell)) return false;
    if (number !== null) return numberIn(cell) === number || keyOf(textOf(cell)) === key;
    if (date > 0 && readDate(cell, date1904) === date) return true;
    return keyOf(textOf(cell)) === key;
  };
}

/** An empty cell meets "<>", since it is none of the values, and no other comparison. */
function compares(comparison: Comparison, values: readonly string[], date1904: boolean) {
  if (comparison === "=" || comparison === "<>") {
    const isOne = values.map((value) => isValue(value, date1904));
    return (cell: CellValue): boolean => isOne.some((is) => is(cell)) === (comparison === "=");
  }
  const [value = ""] = values;
  const number = numberIn(value);
  const limit = number ?? readDate(value, date1904);
  const measure = (cell: CellValue): number | null => {
    if (isEmpty(cell)) return null;
    if (number !== null) return numberIn(cell);
    const date = readDate(cell, date1904);
    return date > 0 ? date : null;
  };
  return (cell: CellValue): boolean => {
    const found = measure(cell);
    return found !== null && isInOrder(found, comparison, limit);
  };
}

function isInOrder(found: number, comparison: Comparison, limit: number): boolean {
  switch (comparison) {
    case ">=":
      return found >= limit;
    case "<=":
      return found <= limit;
    case ">":
      return found > limit;
    case "<":
      return found < limit;
    case "=":
      return found === limit;
    case "<>":
      return found !== limit;
  }
}

/**
 * An earlier row is one of the same child whose own date is earlier. Its date under the heading must be no later than
 * the row's own date, and the row's own date no later than the period after it; both ends count.
 */
function followsEarlier(heading: string, within: Period, rows: RowsAsked): (row: number) => boolean {
  const { ownDate = noDate, child = (row: number) => row, rowCount } = rows;
  const reached = rows.dates(heading);
  const rowsOfChild = new Map<number, number[]>();
  for (let row = 0; row < rowCount; row++) {
    if (ownDate(row) === 0 || reached(row) === 0) continue;
    const code = child(row);
    const known = rowsOfChild.get(code);
    if (known) known.push(row);
    else rowsOfChild.set(code, [row]);
  }
  return (row) => {
    const own = ownDate(row);
    if (own === 0) return false;
    return (rowsOfChild.get(child(row)) ?? []).some((other) => {
      const date = reached(other);
      return ownDate(other) < own && date <= own && own <= endOf(date, within);
    });
  };
}

function endOf(date: number, { count, unit }: Period): number {
  return unit === "months" ? edate(date, count) : date + count;
}

/** "Longer than 18 months" is met from the day that ends the eighteenth month, since a day counts to its end (SPEC §4 cp-18-months). */
function openLonger({ count, unit }: Period, rows: RowsAsked): (row: number) => boolean {
  const { start = noDate, monthEnd, calendar } = rows;
  const latestByMonths = unit === "months" ? edate(monthEnd, -count) : 0;
  return (row) => {
    const from = start(row);
    if (from === 0 || from > monthEnd) return false;
    if (unit === "months") return from <= latestByMonths;
    return (unit === "days" ? monthEnd - from : calendar.kept(from, monthEnd)) > count;
  };
}

function noDate(): number {
  return 0;
}

function textOf(cell: CellValue): string {
  return typeof cell === "boolean" ? (cell ? "Yes" : "No") : cellText(cell);
}

/** As headings are compared; text of signs only is compared as it is. TRUE and FALSE are Yes and No. */
function keyOf(text: string): string {
  const key = nameKey(text);
  if (key === "true") return "yes";
  return key === "false" ? "no" : key || text;
}
