/** What reading Past Figures in either form, and Clinic History, have in common. */
import type { SheetValues, TableValues } from "../cells/worksheet";
import type { IssueLog } from "../issues/issueLog";
import { addPastIssue, type PastPlace, type PastSource } from "./pastFigure";

export function sourceOf(sheet: SheetValues): PastSource {
  return { list: "past-figures", ...sheet };
}

export function historySource(table: TableValues): PastSource {
  return {
    list: "history",
    name: table.sheet,
    rows: table.rows,
    firstRow: table.headerRow + 1,
    firstColumn: table.firstColumn,
  };
}

export function queryUnknownIndicator(place: PastPlace, log: IssueLog): void {
  addPastIssue(
    log,
    place,
    "query",
    "unknown-indicator",
    "This is not the ID or the wording of an indicator, so the row is not used.",
    "Use an ID or a wording listed on Clinic Definitions.",
  );
}

export function queryTurnedMonths(place: PastPlace, log: IssueLog): void {
  addPastIssue(
    log,
    place,
    "query",
    "months-turned-into-dates",
    "Excel has turned these months into days of one year (Jul-22 into 22 July); they are read as months again.",
    "Check the months; type them in full, such as July 2022.",
  );
}
