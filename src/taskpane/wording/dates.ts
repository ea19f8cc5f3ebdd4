/** Dates for the pane, on top of the clinic's own calendar. Serials are whole days of the 1900 system. */
import { monthName, partsOf, twoDigits } from "../../clinic/calendar/serials";

export { monthEnd, monthInWords } from "../../clinic/calendar/months";
export { formatDate as longDate } from "../../clinic/calendar/serials";
export { dateAndTime } from "../../pages/wording";

/** 45138 → "31 Jul 2023" */
export function shortDate(serial: number): string {
  const { year, month, day } = partsOf(serial);
  return `${day} ${monthName(month).slice(0, 3)} ${year}`;
}

/** As it is typed: 45138 → "31/07/2023" */
export function typedDate(serial: number): string {
  const { year, month, day } = partsOf(serial);
  return `${twoDigits(day)}/${twoDigits(month)}/${year}`;
}
