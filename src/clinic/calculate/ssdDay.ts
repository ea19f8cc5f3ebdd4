/** The month's last day, told before the lists are read: involvements of the Standard Safeguarding Dataset are those open then. */
import { monthEnd } from "../calendar/months";
import type { WorkbookValues } from "../cells/worksheet";
import { readLists } from "../extracts/readLists";
import { recogniseLists } from "../extracts/recognise";
import { hasSsd, type SsdDay } from "../extracts/ssd";
import { createIssueLog } from "../issues/issueLog";
import type { EnteredSettings } from "../settings/readSettings";
import { monthOfExtracts } from "../settings/resolveSettings";
import { createTeamDirectory } from "../teams/teams";
import { latestActivity } from "./latestActivity";

/** null where no sheet is a table of the dataset. */
export function ssdDayOf(values: WorkbookValues, entered: EnteredSettings, today: number): SsdDay | null {
  const { sheets, choices, date1904 } = values;
  if (!hasSsd(sheets)) return null;
  return { monthEnd: monthEnd(entered.options.month ?? latestMonth()), date1904 };

  /** None of the lists that show it goes by involvements. */
  function latestMonth(): string {
    const log = createIssueLog();
    const recognition = recogniseLists(sheets, choices, log, entered.columnMatches);
    const lists = readLists(recognition, createTeamDirectory(entered.teams), date1904, log);
    return monthOfExtracts(entered, { today, latestActivityDate: latestActivity(lists, today) });
  }
}
