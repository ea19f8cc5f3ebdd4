/** What is queried of a sheet as a whole: columns that change what its rows mean, and its age (SPEC §2, §8). */
import { columnLetters } from "../extracts/addresses";
import { columnSpec, listSpec } from "../extracts/lists";
import type { ListId } from "../extracts/lists";
import type { ReadList } from "../extracts/readList";
import type { SheetMatch } from "../extracts/recognition";
import type { IssueLog } from "./issueLog";
import type { IssueSearch } from "./issueSearch";
import { reporter } from "./rulesCatalogue";

/** Events are recorded every month: with none in so many days up to the as-at date, the extract is an old one. */
const DAYS_WITHOUT_A_DATE = 31;

/** Care leavers start and end so seldom that a month without either says nothing. */
const SELDOM_DATED: ReadonlySet<ListId> = new Set<ListId>(["care-leavers"]);

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

function headingCell(match: SheetMatch, column: string): string {
  const found = match.columns.get(column);
  if (!found) return "";
  const { sheet } = match;
  return `${columnLetters(sheet.firstColumn + found.index)}${sheet.firstRow + match.headerRow + 1}`;
}

/** A slip into the future does not make an extract a new one. */
function oldExtract(list: ReadList, { settings, today, log }: IssueSearch): void {
  const columns = listSpec(list.id).activityDates.filter((key) => list.has(key));
  if (columns.length === 0 || list.rowCount === 0 || SELDOM_DATED.has(list.id)) return;
  const first = settings.asAt - DAYS_WITHOUT_A_DATE;
  const last = Math.max(today, settings.asAt);
  const isRecent = (date: number): boolean => date > first && date <= last;
  if (columns.some((key) => list.dates(key).some(isRecent))) return;
  const report = reporter(log, "extract-older-than-as-at", list.id);
  for (const sheet of list.sheets) report(sheet, "");
}
