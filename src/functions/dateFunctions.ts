/** WORKINGDAYS, DUEDATE, MONTHEND and INTIME over cells: the pack's own calendar (SPEC §7, §9). */
import { inTime } from "../clinic/measures/measures";
import { addMonths, monthEnd, monthOf } from "../clinic/calendar/months";
import { DAYS_1904, LAST_SERIAL } from "../clinic/calendar/serials";
import { createCalendar, type WorkingCalendar } from "../clinic/calendar/workingDays";
import { listOf, type Cells, type Result } from "./arrays";
import { isBlankWord, readDay, readNumber, readUnit, readWhole } from "./cells";
import { invalidNumber, isCellError } from "./errors";

/** How the workbook counts days, and which of them are worked. */
export interface Days {
  readonly date1904: boolean;
  readonly calendar: WorkingCalendar;
}

/** From the day after `start` up to and including `end`; negative backwards. */
export function workingDaysOfCells({ date1904, calendar }: Days, start: unknown, end: unknown): Result {
  return calendar.workingDaysBetween(readDay(start, "start", date1904), readDay(end, "end", date1904));
}

/** The working day that is `workingDays` after `start`; before it when negative. */
export function dueDateOfCells({ date1904, calendar }: Days, start: unknown, workingDays: unknown): Result {
  const from = readDay(start, "start", date1904);
  return serialGiven(
    calendar.addWorkingDays(from, readWhole(workingDays, "number of working days")),
    date1904,
  );
}

/** The last day of the month that is `months` on; of the date's own month when left out. */
export function monthEndOfCells(date1904: boolean, date: unknown, months: unknown): Result {
  const month = addMonths(monthOf(readDay(date, "date", date1904)), readWhole(months, "number of months"));
  if (!/^\d{4}-/.test(month)) throw invalidNumber();
  return serialGiven(monthEnd(month), date1904);
}

/** Whether what was last done on `last` is within the timescale of `asAt`; never (blank) and later are not. */
export function inTimeOfCells(
  { date1904, calendar }: Days,
  last: unknown,
  asAt: unknown,
  timescale: unknown,
  unit: unknown,
): Result {
  const within = readNumber(timescale, "timescale");
  if (within < 0) throw invalidNumber();
  const lastDay = readDay(last, "last date", date1904);
  return inTime(lastDay, readDay(asAt, "as-at date", date1904), within, readUnit(unit), calendar);
}

/** Bank holidays are built in; `closures` are on top of them. An error value among them is passed through. */
export function daysWith(closures: Cells, date1904: boolean): Days {
  const closed: number[] = [];
  for (const cell of listOf(closures)) {
    if (isCellError(cell)) throw cell;
    if (!isBlankWord(cell)) closed.push(readDay(cell, "closures", date1904));
  }
  return { date1904, calendar: calendarWith(closed) };
}

/** A calendar is a table of 47,000 days: five thousand cells with the same closures share one. */
const calendars = new Map<string, WorkingCalendar>();
const CALENDARS_KEPT = 8;

function calendarWith(closed: readonly number[]): WorkingCalendar {
  const key = closed.join(" ");
  const kept = calendars.get(key);
  if (kept) return kept;
  if (calendars.size >= CALENDARS_KEPT) calendars.clear();
  const calendar = createCalendar(closed);
  calendars.set(key, calendar);
  return calendar;
}

/** As the workbook counts. A day that it cannot hold is #NUM!. */
function serialGiven(serial: number, date1904: boolean): number {
  const given = date1904 ? serial - DAYS_1904 : serial;
  if (!(given >= 0 && serial <= LAST_SERIAL)) throw invalidNumber();
  return given;
}
