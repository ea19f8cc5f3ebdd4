/** Reads a month from a cell or from a row of headings (SPEC §2 Past Figures, §3 Reporting month, §9). */
import { certain } from "../cells/certain";
import type { CellValue } from "../cells/worksheet";
import { addMonths, monthEnd, monthKey, monthOf, monthsBetween, monthStart } from "./months";
import { fullYear, monthFromName, plainText, readDate } from "./readDate";
import { partsOf } from "./serials";

/** Figures of other years are no pack's: a number outside is a figure or an ID, not a month. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2089;

/** Words that stand round a month in a heading and change nothing about which month it is. */
const LEAD_IN = /^(?:(?:for )?(?:the )?month (?:end(?:ing|ed)?|of)|month end|as at|at|end of|m\/e)[:\s]+/;
const AFTERTHOUGHT =
  /\s*(?:\*+|[([][^)\]]*[)\]]|[-,]?\s*(?:restated|revised|provisional|actuals?|final|total))$/;

/** "Jul-22", "July 2022", "Jul '22", "Jul22" */
const NAME_FIRST = /^([a-z]{3,9})\.?[\s,./-]*'?(\d{4}|\d{2})$/;
/** "22-Jul", "2022 Jul": without a day, so the number is the year */
const YEAR_THEN_NAME = /^'?(\d{4}|\d{2})[\s,./-]*([a-z]{3,9})\.?$/;
/** "2022-07", "2022/7" */
const YEAR_FIRST = /^(\d{4})[\s./-](\d{1,2})$/;
/** "07/2022", "7-2022" */
const NUMBER_FIRST = /^(\d{1,2})[\s./-](\d{4})$/;

/**
 * The month a cell names, "YYYY-MM", or null where it names none. A date in any form of `readDate`
 * gives the month that it lies in.
 */
export function readMonth(cell: CellValue, date1904: boolean): string | null {
  if (typeof cell === "boolean" || cell === "") return null;
  if (typeof cell === "number") return monthOfDay(readDate(cell, date1904));
  const text = plainText(cell).replace(LEAD_IN, "").replace(AFTERTHOUGHT, "");
  return monthFromText(text) ?? monthOfDay(readDate(text, date1904));
}

export interface MonthHeadings {
  /** One a heading: its month, or null where it names none. */
  readonly months: readonly (string | null)[];
  /** Excel had turned "Jul-22" into 22 July of the year of typing, and `months` puts that right: a query. */
  readonly turned: boolean;
}

/**
 * The months of a row of headings. Serials whose day is a two-digit year and whose months so read run on
 * consecutively are read as Jul-22 and not as 22 July (SPEC §9). Days that are all the first or the last
 * of their month are what they say.
 * @param latest the reporting month, where known: of two readings that both run on, the one whose months
 *   are not after it is taken.
 */
export function readMonthHeadings(
  headings: readonly CellValue[],
  date1904: boolean,
  latest: string | null = null,
): MonthHeadings {
  const months = headings.map((heading) => readMonth(heading, date1904));
  const turned = headings.map((heading, i) => {
    const month = months[i] ?? null;
    return typeof heading === "number" && month !== null ? turnedMonth(readDate(heading, date1904)) : month;
  });
  const isTurned = looksTurned(headings, months, turned, date1904, latest);
  return { months: isTurned ? turned : months, turned: isTurned };
}

/** "2022-07" for 22 July of any year: what was typed before Excel made a day of it. */
export function turnedMonth(serial: number): string {
  const { month, day } = partsOf(serial);
  return monthKey(2000 + day, month);
}

function looksTurned(
  headings: readonly CellValue[],
  asTheyStand: readonly (string | null)[],
  turned: readonly (string | null)[],
  date1904: boolean,
  latest: string | null,
): boolean {
  const days = headings.flatMap((heading, i) =>
    typeof heading === "number" && asTheyStand[i] !== null ? [readDate(heading, date1904)] : [],
  );
  if (days.length < 2 || !runOn(turned)) return false;
  if (days.every((day) => day === monthStart(monthOf(day)) || day === monthEnd(monthOf(day)))) return false;
  if (!runOn(asTheyStand) || latest === null) return true;
  const isAfter = (month: string | null): boolean => month !== null && month > latest;
  return !turned.some(isAfter) && (asTheyStand.some(isAfter) || nearer(turned, asTheyStand, latest));
}

/** Whether the last of `these` is no further from the reporting month than the last of `those`. */
function nearer(
  these: readonly (string | null)[],
  those: readonly (string | null)[],
  latest: string,
): boolean {
  const distance = (months: readonly (string | null)[]): number =>
    Math.min(...months.flatMap((month) => (month === null ? [] : [Math.abs(monthsBetween(month, latest))])));
  return distance(these) <= distance(those);
}

/** Each month the one after (or, newest first, the one before) the last. */
function runOn(months: readonly (string | null)[]): boolean {
  const named = months.filter((month): month is string => month !== null);
  const steps = (step: number): boolean =>
    named.slice(1).every((month, i) => month === addMonths(certain(named[i]), step));
  return steps(1) || steps(-1);
}

function monthFromText(text: string): string | null {
  let m = NAME_FIRST.exec(text);
  if (m) return checked(fullYear(m[2] ?? ""), monthFromName(m[1] ?? ""));
  if ((m = YEAR_THEN_NAME.exec(text))) return checked(fullYear(m[1] ?? ""), monthFromName(m[2] ?? ""));
  if ((m = YEAR_FIRST.exec(text))) return checked(Number(m[1]), Number(m[2]));
  if ((m = NUMBER_FIRST.exec(text))) return checked(Number(m[2]), Number(m[1]));
  return null;
}

function monthOfDay(serial: number): string | null {
  if (serial <= 0) return null;
  const { year, month } = partsOf(serial);
  return checked(year, month);
}

function checked(year: number, month: number): string | null {
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 ? monthKey(year, month) : null;
}
