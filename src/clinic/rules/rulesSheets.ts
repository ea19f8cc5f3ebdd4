/** What is queried of a sheet as a whole: columns that change what its rows mean, and its age (SPEC §2, §8). */
import { cellAddress } from "../cells/addresses";
import { columnSpec } from "../lists/lists";
import type { ReadList } from "../extracts/readList";
import type { SheetMatch } from "../extracts/recognition";
import type { IssueLog } from "../issues/issueLog";
import type { IssueSearch } from "./issueSearch";
import { reporter } from "../issues/rulesCatalogue";
import { latestDateUpTo, likelySilence } from "./silence";

export function* sheetRules(present: readonly ReadList[], search: IssueSearch): Generator<void> {
  for (const { sheets } of search.recognition.lists) {
    for (const match of sheets) {
      absentEndDates(match, search.log);
      seenNotVisited(match, search.log);
      absentFrequency(match, search.log);
    }
  }
  for (const list of present) {
    oldExtract(list, search);
    yield;
  }
}

function absentEndDates(match: SheetMatch, log: IssueLog): void {
  const end = columnSpec(match.list, "end");
  if (!end || match.columns.has("end") || !match.columns.has("start")) return;
  reporter(log, "end-date-column-absent", match.list, { column: end.heading })(
    match.sheet.name,
    headingCell(match, "start"),
  );
}

function seenNotVisited(match: SheetMatch, log: IssueLog): void {
  if (!match.annexA?.lastVisitIsSeen || !match.columns.has("lastVisit")) return;
  reporter(log, "seen-not-visited", match.list)(match.sheet.name, headingCell(match, "lastVisit"));
}

/** One query for the list, as it stands for every child. */
function absentFrequency(match: SheetMatch, log: IssueLog): void {
  if (match.list !== "cla" || match.columns.has("visitFrequency")) return;
  reporter(log, "visit-frequency-assumed", match.list)(match.sheet.name, headingCell(match, "start"));
}

/** "" where the sheet lacks the column. */
export function headingCell(match: SheetMatch, column: string): string {
  const found = match.columns.get(column);
  if (!found) return "";
  return cellAddress(match.sheet, match.headerRow, found.index);
}

/** What was recorded after an extract was run is not in it, and may make up for what looks late. */
function oldExtract(list: ReadList, { settings, today, log }: IssueSearch): void {
  // A slip into the future does not make an extract a new one.
  const latest = latestDateUpTo(list, Math.max(today, settings.asAt));
  const likely = latest === null ? null : likelySilence(list, latest);
  if (latest === null || likely === null || settings.asAt - latest <= likely) return;
  const report = reporter(log, "extract-older-than-as-at", list.id, { days: String(likely + 1) });
  for (const sheet of list.sheets) report(sheet, "");
}
