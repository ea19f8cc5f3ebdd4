/** A child's own visit frequency (SPEC §4 cla-visits): days, or calendar months. */
import { certain } from "../cells/certain";
import { edate } from "../calendar/months";
import type { CellValue } from "../cells/worksheet";

export interface Frequency {
  readonly count: number;
  readonly unit: "days" | "months";
}

const DAYS_A_WEEK = 7;
const MONTHS_A_QUARTER = 3;

const UNITS: Readonly<Record<string, Frequency>> = {
  day: { count: 1, unit: "days" },
  dai: { count: 1, unit: "days" },
  week: { count: DAYS_A_WEEK, unit: "days" },
  wk: { count: DAYS_A_WEEK, unit: "days" },
  fortnight: { count: 2 * DAYS_A_WEEK, unit: "days" },
  month: { count: 1, unit: "months" },
  mth: { count: 1, unit: "months" },
  quarter: { count: MONTHS_A_QUARTER, unit: "months" },
  year: { count: 12, unit: "months" },
  annual: { count: 12, unit: "months" },
};

const NUMBERS: readonly string[] = "one two three four five six seven eight nine ten eleven twelve".split(
  " ",
);

const NUMBER = String.raw`(\d{1,4}|${NUMBERS.join("|")})`;
const UNIT = `(${Object.keys(UNITS).join("|")})`;
/** "42", "42 days", "6 weeks", "6-weekly", "every three months", "weekly", "quarterly" */
const FREQUENCY = new RegExp(
  String.raw`^(?:(?:once )?every )?(?:${NUMBER} ?(?:calendar )?)?(?:${UNIT}(?:s|ly|y)?)?(?: visits?)?$`,
);

/** null when the cell is blank or its words are not known, so that the timescale stands. */
export function visitFrequency(cell: CellValue): Frequency | null {
  if (typeof cell === "boolean") return null;
  const text = String(cell)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\.0+$/, "")
    .replace(/(\w)-(?=\w)/g, "$1 ")
    .replace(/[\s()_]+/g, " ")
    .trim();
  const [, number, unit] = FREQUENCY.exec(text) ?? [];
  if (number === undefined && unit === undefined) return null;
  const count = number === undefined ? 1 : NUMBERS.indexOf(number) + 1 || Number(number);
  const each = certain(UNITS[unit ?? "day"]);
  return count > 0 ? { count: count * each.count, unit: each.unit } : null;
}

/** The day up to which something done, or begun, on `day` is enough: months by EDATE. Serials. */
export function dueAfter(day: number, { count, unit }: Frequency): number {
  return unit === "days" ? day + count : edate(day, count);
}

/** The earliest day that is within the frequency before `asAt`: looking back, months by EDATE. Serials. */
export function earliestWithin(asAt: number, { count, unit }: Frequency): number {
  return unit === "days" ? asAt - count : edate(asAt, -count);
}
