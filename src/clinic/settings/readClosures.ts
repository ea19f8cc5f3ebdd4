/** ClinicHolidays (SPEC §3): local closures, on top of the built-in bank holidays. */
import { FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR } from "../calendar/bankHolidays.generated";
import { partsOf } from "../calendar/serials";
import type { IssueLog } from "../issues/issueLog";
import { dateEntry, isBlankEntry, queryEntry, wrongEntry } from "../entries/entries";
import { cellText, isExcelError } from "../cells/names";
import type { SettingsTable } from "../entries/settingsTable";

export interface Closure {
  /** Serial. */
  readonly date: number;
  readonly name: string;
}

export function readClosures(table: SettingsTable, date1904: boolean, log: IssueLog): readonly Closure[] {
  const closures: Closure[] = [];
  for (const row of table.filledRows) {
    const name = "The date of this closure";
    const place = { table, row, heading: "Date", name, otherwise: "the closure is left out", log };
    const date = isBlankEntry(place) ? wrongEntry(place, "its date") : dateEntry(place, date1904);
    if (date === undefined) continue;
    const { year } = partsOf(date);
    if (year < FIRST_HOLIDAY_YEAR || year > LAST_HOLIDAY_YEAR) {
      queryEntry(
        place,
        "closure-outside-built-in-years",
        `This closure lies outside the years ${FIRST_HOLIDAY_YEAR} to ${LAST_HOLIDAY_YEAR}, for which bank holidays are built in; it counts, but that year's bank holidays do not.`,
        "Check the year; if it is right, add that year's bank holidays here too.",
      );
    }
    const reason = table.value(row, "Name");
    closures.push({ date, name: isExcelError(reason) ? "" : cellText(reason) });
  }
  return closures;
}
