/**
 * Dates as Excel counts them: whole days in the 1900 system, 1 = 1 January 1900.
 * All of the calculation is on these; no local time anywhere (SPEC §9).
 */

export interface DateParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly day: number;
}

/** 31 December 9999, the last day that Excel knows. */
export const LAST_SERIAL = 2_958_465;

/** Excel's own leap-day mistake: it shows serial 60 as 29 February 1900, a day that never was. */
const FALSE_LEAP_DAY = 60;

/** Serial minus days since 1 January 1970, for dates after the false leap day. */
const EPOCH_1970 = 25_569;

/** How much lower a serial of a workbook that counts from 1904 is. */
export const DAYS_1904 = 1462;

const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/**
 * The serial of a date of the Gregorian calendar from 1 January 1900 on. The date must be a real one
 * (`isRealDate`): nothing is checked here.
 */
export function serialOf(year: number, month: number, day: number): number {
  const serial = daysSince1970(year, month, day) + EPOCH_1970;
  return serial > FALSE_LEAP_DAY ? serial : serial - 1;
}

/** Year, month and day of a serial; serial 60 comes back as Excel shows it, 29 February 1900. */
export function partsOf(serial: number): DateParts {
  if (serial === FALSE_LEAP_DAY) return { year: 1900, month: 2, day: 29 };
  return partsOfDays(serial - EPOCH_1970 + (serial < FALSE_LEAP_DAY ? 1 : 0));
}

/** Whether the calendar has the date, and Excel can hold it: years 1900 to 9999. */
export function isRealDate(year: number, month: number, day: number): boolean {
  return (
    year >= 1900 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** "31 July 2023" */
export function formatDate(serial: number): string {
  const { year, month, day } = partsOf(serial);
  return `${day} ${monthName(month)} ${year}`;
}

/** "2023-07-31" */
export function isoDate(serial: number): string {
  const { year, month, day } = partsOf(serial);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** "July" for 7. */
export function monthName(month: number): string {
  return MONTH_NAMES[month - 1] ?? "";
}

export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Years begin in March here, so that the leap day is a year's last. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}

function partsOfDays(days: number): DateParts {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}
