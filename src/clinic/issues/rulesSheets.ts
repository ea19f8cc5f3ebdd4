/** What is queried of a sheet as a whole: columns that change what its rows mean, and its age (SPEC §2, §8). */
import { columnLetters } from "../extracts/addresses";
import { columnSpec, listSpec } from "../extracts/lists";
import type { ListId } from "../extracts/lists";
import type { ReadList } from "../extracts/readList";
import type { SheetMatch } from "../extracts/recognition";
import type { IssueLog } from "./issueLog";
import type { IssueSearch } from "./issueSearch";
import { reporter } from "./rulesCatalogue";

/** However seldom a list has a date, with none in so many days up to the as-at date its extract is an old one. */
const LONGEST_SILENCE = 30;
/** The longest that offices are shut, from the Friday before Christmas to New Year's Eve: no list is old for less. */
const SHORTEST_SILENCE = 9;
/** How often a list has a date is seen from its last so many days … */
const LOOKED_BACK = 90;
/** … and it is old when it has been silent for so many times as long as it is between two dates. */
const TIMES_AS_LONG = 5;

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

/** What was recorded after an extract was run is not in it, and may make up for what looks late. */
function oldExtract(list: ReadList, { settings, today, log }: IssueSearch): void {
  const keys = listSpec(list.id).activityDates.filter((key) => list.has(key));
  if (keys.length === 0 || list.rowCount === 0 || SELDOM_DATED.has(list.id)) return;
  const columns = keys.map((key) => list.dates(key));
  // A slip into the future does not make an extract a new one.
  const latest = latestUpTo(columns, Math.max(today, settings.asAt));
  const silence = settings.asAt - latest;
  if (silence <= SHORTEST_SILENCE) return;
  const likely = longestLikelySilence(columns, latest);
  if (silence <= likely) return;
  const report = reporter(log, "extract-older-than-as-at", list.id, { days: String(likely + 1) });
  for (const sheet of list.sheets) report(sheet, "");
}

function latestUpTo(columns: readonly Int32Array[], last: number): number {
  let latest = 0;
  for (const dates of columns)
    for (let i = 0; i < dates.length; i++) if (dates[i]! > latest && dates[i]! <= last) latest = dates[i]!;
  return latest;
}

function longestLikelySilence(columns: readonly Int32Array[], latest: number): number {
  let count = 0;
  for (const dates of columns)
    for (let i = 0; i < dates.length; i++)
      if (dates[i]! > latest - LOOKED_BACK && dates[i]! <= latest) count++;
  const likely = Math.ceil((TIMES_AS_LONG * LOOKED_BACK) / Math.max(1, count));
  return Math.min(LONGEST_SILENCE, Math.max(SHORTEST_SILENCE, likely));
}
