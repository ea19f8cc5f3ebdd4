/** Dates for the pane, on top of the clinic's own calendar. Serials are whole days of the 1900 system. */
import { monthName, partsOf, serialOf } from "../../clinic/calendar/serials";

export { monthEnd, monthInWords, monthsUpTo } from "../../clinic/calendar/months";
export { formatDate as longDate, isoDate } from "../../clinic/calendar/serials";
export { dateAndTime } from "../../pages/wording";

/** 45138 → "31 Jul 2023" */
export function shortDate(serial: number): string {
  const { year, month, day } = partsOf(serial);
  return `${day} ${monthName(month).slice(0, 3)} ${year}`;
}

/** What a date field holds, "2023-07-31" → 45138; null when it is empty or half typed. */
export function serialOfIso(text: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? serialOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}
