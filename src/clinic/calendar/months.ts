/** Months as "YYYY-MM": they sort as text, and no day of theirs can be mistaken for another month's. */
import { daysInMonth, monthName, partsOf, serialOf, twoDigits } from "./serials";

/** Months of the pack: the reporting month and the twelve before it (SPEC §4). */
export const MONTHS_SHOWN = 13;

/** "2023-07" for any day of July 2023. */
export function monthOf(serial: number): string {
  const { year, month } = partsOf(serial);
  return monthKey(year, month);
}

export function monthKey(year: number, month: number): string {
  return `${year}-${twoDigits(month)}`;
}

/** First day: a serial. */
export function monthStart(month: string): number {
  const [year, number] = yearAndMonth(month);
  return serialOf(year, number, 1);
}

/** Last day: a serial. */
export function monthEnd(month: string): number {
  const [year, number] = yearAndMonth(month);
  return serialOf(year, number, daysInMonth(year, number));
}

/** The month `count` months on (back when negative). */
export function addMonths(month: string, count: number): string {
  const [year, number] = yearAndMonth(month);
  return monthAt(year * 12 + (number - 1) + count);
}

/** @param total months since year 0. */
function monthAt(total: number): string {
  return monthKey(Math.floor(total / 12), (((total % 12) + 12) % 12) + 1);
}

/** How many months `later` is after `earlier`; negative when it is before. */
export function monthsBetween(earlier: string, later: string): number {
  const [fromYear, fromMonth] = yearAndMonth(earlier);
  const [toYear, toMonth] = yearAndMonth(later);
  return (toYear - fromYear) * 12 + toMonth - fromMonth;
}

/** The `count` months up to and including `last`, oldest first. */
export function monthsUpTo(last: string, count: number): readonly string[] {
  const [year, month] = yearAndMonth(last);
  const total = year * 12 + (month - 1);
  return Array.from({ length: count }, (_, i) => monthAt(total + i + 1 - count));
}

/** "Jul-23" */
export function monthLabel(month: string): string {
  const [year, number] = yearAndMonth(month);
  return `${monthName(number).slice(0, 3)}-${twoDigits(year % 100)}`;
}

/** "July 2023" */
export function monthInWords(month: string): string {
  const [year, number] = yearAndMonth(month);
  return `${monthName(number)} ${year}`;
}

/** Excel's EDATE: the same day `months` on, or the month's last where it has no such day. */
export function edate(serial: number, months: number): number {
  const [year, number] = yearAndMonth(addMonths(monthOf(serial), months));
  return serialOf(year, number, Math.min(partsOf(serial).day, daysInMonth(year, number)));
}

function yearAndMonth(month: string): readonly [year: number, month: number] {
  return [Number(month.slice(0, -3)), Number(month.slice(-2))];
}
