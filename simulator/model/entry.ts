/**
 * What Excel makes of a text that is written into a cell as if it were typed: numbers, dates, percents, times,
 * logical values, errors and formulas are taken for what they look like; an apostrophe or the format "@" keeps text.
 * The simulated Excel is British, but an add-in's text is read in US English, month first, by design (o-js#1559, #3775).
 */
import type { Scalar } from "./sheet";

export interface Entry {
  readonly value: Scalar;
  /** Without "=". */
  readonly formula: string | null;
  /** Format that a cell formatted General takes on, or null. */
  readonly format: string | null;
  readonly quotePrefix: boolean;
}

export function readEntry(text: string, numberFormat: string, date1904: boolean, thisYear: number): Entry {
  if (text.startsWith("'")) return { ...plain(text.slice(1)), quotePrefix: true };
  if (numberFormat === "@") return plain(text);
  if (text.length > 1 && text.startsWith("=")) return { ...plain(null), formula: text.slice(1) };
  const trimmed = text.trim();
  const number = readNumber(trimmed);
  if (number) return number;
  if (/^(true|false)$/i.test(trimmed)) return plain(trimmed.toLowerCase() === "true");
  if (ERRORS.includes(trimmed.toUpperCase())) return plain({ error: trimmed.toUpperCase() });
  const moment = readMoment(trimmed, thisYear);
  if (moment) return { ...plain(moment.serial - (date1904 ? DAYS_TO_1904 : 0)), format: moment.format };
  // As in Excel, "+", "-" and "@" start a formula as "=" does, where they are not a number's sign.
  if (text.length > 1 && (text.startsWith("+") || text.startsWith("-")))
    return { ...plain(null), formula: text };
  if (text.length > 1 && text.startsWith("@")) return { ...plain(null), formula: text.slice(1) };
  return plain(text);
}

const ERRORS = ["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"];
const DAYS_TO_1904 = 1462;

const plain = (value: Scalar): Entry => ({ value, formula: null, format: null, quotePrefix: false });

function readNumber(text: string): Entry | null {
  const fraction = /^(\d+) (\d{1,3})\/(\d{1,3})$/.exec(text);
  if (fraction && Number(fraction[3]) > 0) {
    const value = Number(fraction[1]) + Number(fraction[2]) / Number(fraction[3]);
    return { ...plain(value), format: "# ?/?" };
  }
  const inBrackets = /^\((\d[^()]*)\)$/.exec(text)?.[1];
  if (inBrackets !== undefined) return readNumber(`-${inBrackets}`);
  return readPlainNumber(text);
}

function readPlainNumber(text: string): Entry | null {
  const match = /^([+-]?)(£|\$|€)?([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?(%)?$/i.exec(text);
  if (!match) return null;
  const [, sign, currency, inner, whole, fraction, exponent, percent] = match;
  if (whole === undefined && (fraction === undefined || fraction === ".")) return null;
  if (sign && inner) return null;
  const digits = `${(whole ?? "0").replace(/,/g, "")}${fraction ?? ""}${exponent ?? ""}`;
  const size = Number(digits) / (percent ? 100 : 1);
  const value = sign === "-" || inner === "-" ? -size : size;
  if (!Number.isFinite(value)) return null;
  const places = fraction && fraction.length > 1 ? ".00" : "";
  const format = percent
    ? `0${places}%`
    : currency
      ? `${currency}#,##0${places}`
      : whole?.includes(",")
        ? `#,##0${places}`
        : exponent
          ? "0.00E+00"
          : null;
  return { ...plain(value), format };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

interface Moment {
  readonly serial: number;
  readonly format: string;
}

function readMoment(text: string, thisYear: number): Moment | null {
  const time = readTime(text);
  if (time) return time;
  const split = /^(\S.*\S)\s+(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?)$/i.exec(text);
  if (split) {
    const day = readDay(split[1]!, thisYear);
    const clock = readTime(split[2]!);
    return day && clock && { serial: day.serial + clock.serial, format: "dd/mm/yyyy hh:mm" };
  }
  return readDay(text, thisYear);
}

function readTime(text: string): Moment | null {
  const match = /^(\d{1,4}):(\d{2})(?::(\d{2}))?(?:\s*([ap])m)?$/i.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds, half] = match;
  if (Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0) : Number(hours);
  return {
    serial: (hour * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) / 86_400,
    format: seconds ? "hh:mm:ss" : "hh:mm",
  };
}

function readDay(text: string, thisYear: number): Moment | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]), "dd/mm/yyyy");
  const american = /^(\d{1,2})([-/])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (american) {
    const year = american[4] === undefined ? thisYear : fullYear(american[4]);
    return day(
      year,
      Number(american[1]),
      Number(american[3]),
      american[4] === undefined ? "d-mmm" : "dd/mm/yyyy",
    );
  }
  const figures = /^(?:(\d{4})[-/](\d{1,2})|(\d{1,2})[-/](\d{4}))$/.exec(text);
  if (figures) return day(Number(figures[1] ?? figures[4]), Number(figures[2] ?? figures[3]), 1, "mmm-yy");
  // "MAR1" and "SEPT2" too, of which genes had to be renamed.
  const monthYear = /^([A-Za-z]{3,9})[- /]?(\d{4}|\d{1,2})$/.exec(text);
  if (monthYear) {
    const month = monthNumber(monthYear[1]!);
    if (month === null) return null;
    const figure = Number(monthYear[2]);
    // "Jul-22" is the 22nd of July this year; "Jul-45", which is no day, is July 1945.
    const asDay = monthYear[2]!.length <= 2 ? day(thisYear, month, figure, "d-mmm") : null;
    return asDay ?? day(fullYear(monthYear[2]!), month, 1, "mmm-yy");
  }
  const named = /^(\d{1,2})[- /]?([A-Za-z]{3,9})(?:[- /](\d{4}|\d{2}))?$/.exec(text);
  if (named) {
    const month = monthNumber(named[2]!);
    if (month === null) return null;
    return named[3] === undefined
      ? day(thisYear, month, Number(named[1]), "d-mmm")
      : day(fullYear(named[3]), month, Number(named[1]), "d-mmm-yy");
  }
  return null;
}

function monthNumber(name: string): number | null {
  const wanted = name.toLowerCase();
  const index = MONTHS.findIndex((short) => wanted.startsWith(short));
  if (index < 0) return null;
  const full = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" })
    .format(Date.UTC(2001, index, 1))
    .toLowerCase();
  return wanted.length === 3 || wanted === "sept" || wanted === full ? index + 1 : null;
}

const fullYear = (digits: string): number => {
  const year = Number(digits);
  return digits.length === 4 ? year : year < 30 ? 2000 + year : 1900 + year;
};

const EPOCH = Date.UTC(1899, 11, 30);

function day(year: number, month: number, date: number, format: string): Moment | null {
  const at = Date.UTC(year, month - 1, date);
  const check = new Date(at);
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== date || year < 1900 || year > 9999)
    return null;
  const serial = Math.round((at - EPOCH) / 86_400_000);
  return { serial: serial < 61 ? serial - 1 : serial, format };
}
