/**
 * Working days: Monday to Friday less England and Wales bank holidays and local closures (SPEC §1).
 * Every question is a look-up or two in a table, because each row of each list asks one; the few days of a council's
 * own are kept apart, so that the table need not be made again for each.
 */
import { BANK_HOLIDAYS } from "./bankHolidays.generated";
import { serialOf } from "./serials";

export interface WorkingCalendar {
  isWorkingDay(serial: number): boolean;
  /** Working days up to and including the day, from a fixed origin: only differences mean anything. */
  index(serial: number): number;
  /** The n-th working day after the day; before it when n is negative; the day itself when n is 0. */
  addWorkingDays(serial: number, n: number): number;
  /** Working days from start to end: leaves out the start, has the end; negative backwards. */
  workingDaysBetween(start: number, end: number): number;
  /** SPEC §1 "n wd kept": the working days after `from`, up to and including `to`; 0 when `to` is not after it. */
  kept(from: number, to: number): number;
}

/** Days with a place in the tables. Before and after them there are weekends but no holidays. */
const FIRST = serialOf(1950, 1, 1);
const LAST = serialOf(2079, 12, 31);

/**
 * @param closures local closures as serials, in any order; weekends and bank holidays among them do
 *   no harm, nor do days outside 1950–2079.
 */
export function createCalendar(closures: readonly number[]): WorkingCalendar {
  const bankHolidays = (withoutClosures ??= calendarOfBankHolidays());
  const lost = [...new Set(closures)]
    .filter((day) => day >= FIRST && day <= LAST && bankHolidays.index(day) > bankHolidays.index(day - 1))
    .sort((a, b) => a - b);
  return questions(lost.length === 0 ? bankHolidays : withClosures(bankHolidays, lost));
}

/** What all questions come down to. */
interface DayCount {
  /** Working days up to and including the day. */
  index(serial: number): number;
  /** The first day whose index is `wanted`: a working day. */
  dayAt(wanted: number): number;
}

/** The same for every council, so made once. */
let withoutClosures: DayCount | null = null;

function questions({ index, dayAt }: DayCount): WorkingCalendar {
  return {
    index,
    isWorkingDay: (serial) => index(serial) > index(serial - 1),
    addWorkingDays: (serial, n) => {
      if (n === 0) return serial;
      return n > 0 ? dayAt(index(serial) + n) : dayAt(index(serial - 1) + n + 1);
    },
    workingDaysBetween: (start, end) =>
      end >= start ? index(end) - index(start) : index(end - 1) - index(start - 1),
    kept: (from, to) => (to > from ? index(to) - index(from) : 0),
  };
}

function calendarOfBankHolidays(): DayCount {
  const holidays = new Uint8Array(LAST - FIRST + 1);
  for (const [year, month, day] of BANK_HOLIDAYS) holidays[serialOf(year, month, day) - FIRST] = 1;
  const upTo = new Int32Array(LAST - FIRST + 1);
  const nth = new Int32Array(LAST - FIRST + 1);
  const before = weekdaysUpTo(FIRST - 1);
  let count = 0;
  for (let day = FIRST; day <= LAST; day++) {
    if (isWeekday(day) && holidays[day - FIRST] === 0) nth[count++] = day;
    upTo[day - FIRST] = before + count;
  }
  const last = before + count;
  const afterWeekdays = weekdaysUpTo(LAST);
  return {
    index: (serial) => {
      if (serial < FIRST) return weekdaysUpTo(serial);
      if (serial > LAST) return last + weekdaysUpTo(serial) - afterWeekdays;
      return upTo[serial - FIRST]!;
    },
    dayAt: (wanted) => {
      if (wanted <= before) return weekdayAt(wanted);
      if (wanted > last) return weekdayAt(wanted - last + afterWeekdays);
      return nth[wanted - before - 1]!;
    },
  };
}

/** @param lost working days of `base` on which the council was closed, in order. */
function withClosures(base: DayCount, lost: readonly number[]): DayCount {
  const days = Int32Array.from(lost);
  const indices = days.map((day) => base.index(day));
  /** How many of the closures, in either measure, are not after `limit`. */
  const countUpTo = (sorted: Int32Array, limit: number): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! <= limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  /** By closure: the index that the working day before it has once the closures are left out. */
  const reached = indices.map((index, i) => index - i - 1);
  return {
    index: (serial) => base.index(serial) - countUpTo(days, serial),
    dayAt: (wanted) => base.dayAt(wanted + countUpTo(reached, wanted - 1)),
  };
}

/** Serials run Saturday 0, Sunday 1, Monday 2 … Friday 6, modulo 7. */
function isWeekday(serial: number): boolean {
  return serial % 7 > 1;
}

/** Mondays to Fridays from serial 0 (a Saturday) up to and including the day. */
function weekdaysUpTo(serial: number): number {
  const weeks = Math.floor(serial / 7);
  return weeks * 5 + Math.max(0, serial - weeks * 7 - 1);
}

/** The day on which `weekdaysUpTo` reaches `wanted`. */
function weekdayAt(wanted: number): number {
  const weeks = Math.floor((wanted - 1) / 5);
  return weeks * 7 + (wanted - 1 - weeks * 5) + 2;
}
