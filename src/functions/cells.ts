/**
 * Reads one cell of an argument as Excel's own functions do: blank is 0 or "", digits as text are their number, TRUE is
 * 1. What cannot be read throws #VALUE! naming the argument, never what stands in it.
 */
import { readDate, UNREADABLE_DATE } from "../clinic/calendar/readDate";
import { DAYS_1904, LAST_SERIAL } from "../clinic/calendar/serials";
import type { BetterWhen, TimeUnit } from "../clinic/measures/terms";
import { invalidNumber, invalidValue } from "./errors";

/** An argument that is left out, or a cell without anything. */
export function isBlank(cell: unknown): boolean {
  return cell === undefined || cell === null || cell === "";
}

/**
 * The same where a word, a team, a month, a day or an option is meant: Excel on the desktop hands a blank cell over as 0
 * (o-js#4702), and 0 is none of them.
 */
export function isBlankWord(cell: unknown): boolean {
  return isBlank(cell) || cell === 0;
}

export function readNumber(cell: unknown, argument: string): number {
  if (typeof cell === "number") return cell;
  if (isBlank(cell)) return 0;
  if (typeof cell === "boolean") return cell ? 1 : 0;
  const read = typeof cell === "string" ? numberFromText(cell) : null;
  if (read === null) throw invalidValue(`The ${argument} must be a number.`);
  return read;
}

/** As Excel's own, a fraction is cut off: 2.9 working days are 2. */
export function readWhole(cell: unknown, argument: string): number {
  const read = Math.trunc(readNumber(cell, argument));
  if (Math.abs(read) > LAST_SERIAL) throw invalidNumber();
  return read;
}

/**
 * A day as a serial of the 1900 system: a date, a date as text (day first, SPEC §9), or a serial as text. Times are
 * dropped; blank is 0, no day, in a workbook that counts from 1904 too.
 * @param date1904 the workbook counts from 1904.
 */
export function readDay(cell: unknown, argument: string, date1904: boolean): number {
  if (isBlankWord(cell)) return 0;
  const fromText = typeof cell === "string" ? readDate(cell, date1904) : UNREADABLE_DATE;
  if (fromText > 0) return fromText;
  const serial = Math.floor(readAsDay(cell, argument)) + (date1904 ? DAYS_1904 : 0);
  if (serial < 0 || serial > LAST_SERIAL) throw invalidNumber();
  return serial;
}

function readAsDay(cell: unknown, argument: string): number {
  if (typeof cell === "string" && !isBlank(cell) && numberFromText(cell) === null) {
    throw invalidValue(`The ${argument} must be a date.`);
  }
  return readNumber(cell, argument);
}

/** Trimmed; blank is "". */
export function readText(cell: unknown): string {
  return isBlankWord(cell) ? "" : String(cell).trim();
}

/** Left out or blank: higher is better. */
export function readBetterWhen(cell: unknown): BetterWhen {
  const word = readText(cell).toLowerCase();
  if (word === "") return "higher";
  if (word === "higher" || word === "lower" || word === "near") return word;
  throw invalidValue("Better when must be higher, lower or near.");
}

/** Left out or blank: days. */
export function readUnit(cell: unknown): TimeUnit {
  const words = readText(cell).toLowerCase().replace(/\s+/g, " ");
  if (words === "" || words === "days" || words === "day") return "days";
  if (words === "working days" || words === "working day" || words === "wd") return "working days";
  throw invalidValue("The unit must be days or working days.");
}

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?$/i;

/** "1,234", " 45 ", "45%", "1e3"; null for any other text. */
function numberFromText(text: string): number | null {
  const trimmed = text.trim();
  const percent = trimmed.endsWith("%");
  const digits = (percent ? trimmed.slice(0, -1) : trimmed).trim();
  if (!/\d/.test(digits) || !NUMBER.test(digits)) return null;
  const read = Number(digits.replaceAll(",", ""));
  if (!Number.isFinite(read)) return null;
  return percent ? read / 100 : read;
}
