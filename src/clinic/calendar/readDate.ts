/** Reads a date from a cell in every form that case-management systems and people write (SPEC §9). */
import type { CellValue } from "../cells/worksheet";
import { DAYS_1904, isRealDate, LAST_SERIAL, serialOf } from "./serials";

export const BLANK_DATE = 0;
export const UNREADABLE_DATE = -1;

/**
 * The day a cell names, as a serial of the 1900 system above 0; `BLANK_DATE` (0) for an empty cell;
 * `UNREADABLE_DATE` (-1) for anything else. Times are dropped, day comes before month, digits as text
 * are no date.
 * @param date1904 the workbook counts from 1904: its serials are 1,462 lower (text is not affected).
 */
export function readDate(cell: CellValue, date1904: boolean): number {
  if (typeof cell === "number") return readSerial(cell, date1904);
  if (cell === "") return BLANK_DATE;
  return typeof cell === "string" ? readDateText(cell) : UNREADABLE_DATE;
}

/** A number below 1 is a time without a day. */
function readSerial(value: number, date1904: boolean): number {
  if (!(value >= 1)) return UNREADABLE_DATE;
  const serial = Math.floor(value) + (date1904 ? DAYS_1904 : 0);
  return serial <= LAST_SERIAL ? serial : UNREADABLE_DATE;
}

const TIME =
  "(?:[t\\s,]+(?:at\\s+)?\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:[.,]\\d+)?)?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:z|utc|gmt|bst|[+-]\\d{2}:?\\d{2})?)?$";
const WEEKDAY = "^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\\s+)?";
const YEAR = "'?(\\d{4}|\\d{2})";
const MONTH = "([a-z]{3,9})\\.?";

/** 31/07/2023, 31.07.23, 31-7-2023, 31 07 2023 */
const DAY_FIRST = new RegExp(`${WEEKDAY}(\\d{1,2})(\\s*[/.-]\\s*|\\s+)(\\d{1,2})\\2${YEAR}${TIME}`);
/** 2023-07-31, 2023/07/31, with or without a time */
const YEAR_FIRST = new RegExp(`${WEEKDAY}(\\d{4})([/.-])(\\d{1,2})\\2(\\d{1,2})${TIME}`);
/** 31 July 2023, 31-Jul-23, 31st of July, 2023, Mon 31Jul2023 */
const DAY_MONTH_NAME = new RegExp(
  `${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s,./-]*${MONTH}[\\s,./-]*${YEAR}${TIME}`,
);
/** July 31, 2023: the name leaves no doubt which number is the day */
const MONTH_NAME_DAY = new RegExp(
  `${WEEKDAY}${MONTH}[\\s-]*(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,\\s*|[\\s-]+)${YEAR}${TIME}`,
);

function readDateText(text: string): number {
  const plain = plainText(text);
  if (plain === "") return BLANK_DATE;
  let m = DAY_FIRST.exec(plain);
  if (m) return dateOf(fullYear(m[4] ?? ""), Number(m[3]), Number(m[1]));
  if ((m = YEAR_FIRST.exec(plain))) return dateOf(Number(m[1]), Number(m[3]), Number(m[4]));
  if ((m = DAY_MONTH_NAME.exec(plain)))
    return dateOf(fullYear(m[3] ?? ""), monthFromName(m[2] ?? ""), Number(m[1]));
  if ((m = MONTH_NAME_DAY.exec(plain)))
    return dateOf(fullYear(m[3] ?? ""), monthFromName(m[1] ?? ""), Number(m[2]));
  return UNREADABLE_DATE;
}

/** Lower case, one kind of space and of dash, trimmed. `\s` has the non-breaking space. */
export function plainText(text: string): string {
  return text
    .replace(/[\u200b\ufeff]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/[\u2018\u2019]/g, "'")
    .trim()
    .toLowerCase();
}

/** SPEC §9: 00–49 are 20yy; 50–99 then are 19yy. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

const MONTH_STARTS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH_IN_FULL =
  "january february march april may june july august september october november december".split(" ");

/** 1–12 for "jul", "july" or "sept" in lower case; 0 for any other word. */
export function monthFromName(name: string): number {
  const month = MONTH_STARTS.indexOf(name.slice(0, 3)) + 1;
  const full = MONTH_IN_FULL[month - 1];
  return full !== undefined && (full.startsWith(name) || name === "sept") ? month : 0;
}

function dateOf(year: number, month: number, day: number): number {
  return isRealDate(year, month, day) ? serialOf(year, month, day) : UNREADABLE_DATE;
}
