/**
 * Cells of a council's own indicators that no list reads, as the columns of lists are read (SPEC §2, §8): words for nothing
 * are blank, and what cannot be used as it stands is an issue at its cell.
 */
import { readDate, UNREADABLE_DATE } from "../../calendar/readDate";
import { isBlank, numberIn } from "../../cells/cells";
import { withThousands } from "../../cells/counts";
import { isExcelError, nameKey } from "../../cells/names";
import { isNothing } from "../../cells/nothing";
import type { CellValue } from "../../cells/worksheet";
import type { Condition } from "../../conditions/condition";
import { queryEntry } from "../../entries/entries";
import { comparableId } from "../../extracts/childIndex";
import type { KnownIds } from "../../extracts/knownIds";
import { createTally } from "../../extracts/tally";
import type { IssueFound, IssueLog } from "../../issues/issueLog";
import { reporter, type RuleCode } from "../../issues/rulesCatalogue";
import type { OwnMeasure } from "../../indicators/own/ownMeasure";
import type { TeamDirectory } from "../../teams/teams";
import type { Source } from "./ownSource";

/** Several indicators may read one cell: what is wrong with it is said once. */
export function saidOnce(log: IssueLog): IssueLog {
  const said = new Set<string>();
  return {
    issues: log.issues,
    add(found: IssueFound) {
      const key = [found.code, found.sheet, found.cell, found.message].join("\u0000");
      if (said.has(key)) return;
      said.add(key);
      log.add(found);
    },
  };
}

type Cell = (row: number) => CellValue;

/** Says what is wrong in a column; words for nothing are told together, at its heading, by `end`. */
function issuesOf(heading: string, source: Source, log: IssueLog) {
  const list = source.base?.id ?? null;
  const nothing = createTally();
  let rowWithNothing = 0;
  const sheetOf = (row: number): string => source.sheets[source.sheetOf?.[row] ?? 0] ?? "";
  return {
    say(code: RuleCode, row: number): void {
      reporter(log, code, list, { column: heading })(sheetOf(row), source.addressOf(heading, row));
    },
    addNothing(cell: string, row: number): void {
      nothing.add(cell);
      rowWithNothing = row;
    },
    end(): void {
      if (nothing.count === 0) return;
      const words = { column: heading, words: nothing.inWords() };
      const at = source.headingAddressOf(heading, rowWithNothing);
      reporter(log, "words-for-nothing", list, words)(sheetOf(rowWithNothing), at);
    },
  };
}

/** Serials; 0 where the cell is blank or no date can be read from it. */
export function readOwnDates(heading: string, source: Source, date1904: boolean, log: IssueLog): Int32Array {
  const dates = new Int32Array(source.rowCount);
  if (heading === "") return dates;
  const cell = source.cell(heading);
  const issues = issuesOf(heading, source, log);
  for (let row = 0; row < source.rowCount; row++) {
    const value = cell(row);
    if (isBlank(value)) continue;
    if (isNothing(value)) issues.addNothing(value, row);
    else {
      const serial = readDate(value, date1904);
      if (serial !== UNREADABLE_DATE) dates[row] = serial;
      else issues.say(isExcelError(value) ? "error-value" : "unreadable-date", row);
    }
  }
  issues.end();
  return dates;
}

/** Codes of the teams under a heading; of "" all are the team that is not recorded. */
export function readOwnTeams(
  heading: string,
  source: Source,
  directory: TeamDirectory,
  knownIds: KnownIds,
  log: IssueLog,
): Int32Array {
  const codes = new Int32Array(source.rowCount);
  if (heading === "") return codes.fill(source.rowCount > 0 ? directory.codeOf("") : 0);
  const cell = source.cell(heading);
  const issues = issuesOf(heading, source, log);
  let ids: ReadonlySet<string> | null = null;
  const isId = (value: CellValue): boolean =>
    knownIds.has(value) || (ids ??= idsIn(source)).has(comparableId(value));
  for (let row = 0; row < source.rowCount; row++) {
    const value = cell(row);
    const isKnown = directory.isKnown(value);
    // The analyst may have a team of any name: only what Clinic Settings does not know is nothing, or an ID that has slipped.
    if (isKnown) {
      codes[row] = directory.codeOf(value);
      if (directory.ambiguous(value)) issues.say("team-ambiguous", row);
    } else if (isBlank(value) || isExcelError(value) || isNothing(value) || isId(value)) {
      codes[row] = directory.codeOf("");
      if (isBlank(value)) issues.say("team-blank", row);
      else if (isExcelError(value)) issues.say("error-value", row);
      else if (isNothing(value)) issues.addNothing(value, row);
      else issues.say("id-in-cell", row);
    } else {
      const code = (codes[row] = directory.codeOf(value));
      if (directory.teams[code]?.origin === "unknown") issues.say("team-unknown", row);
    }
  }
  issues.end();
  return codes;
}

function idsIn({ rowCount, childCell }: Source): ReadonlySet<string> {
  const ids = Array.from({ length: rowCount }, (_, row) => childCell(row));
  return new Set(ids.filter((id) => !isBlank(id) && !isNothing(id)).map(comparableId));
}

/** What a condition cannot measure is no part of what it asks for, and that must not pass in silence. */
export function reportUnmeasured(
  condition: Condition,
  source: Source,
  date1904: boolean,
  log: IssueLog,
): void {
  for (const clause of condition) {
    if (clause.says === "filled") reportNothing(clause.heading, source, log);
    if (clause.says !== "compares" || clause.comparison === "=" || clause.comparison === "<>") continue;
    const { heading, values } = clause;
    if (!isOwn(heading, source)) continue;
    if (numberIn(values[0] ?? "") === null) readOwnDates(heading, source, date1904, log);
    else reportNoNumbers(source.cell(heading), heading, source, log);
  }
}

/** A column of the list is read, with its issues, where lists are. */
function isOwn(heading: string, source: Source): boolean {
  return source.hasHeading(heading) && source.keyOf(heading) === null;
}

function reportNoNumbers(cell: Cell, heading: string, source: Source, log: IssueLog): void {
  const issues = issuesOf(heading, source, log);
  for (let row = 0; row < source.rowCount; row++) {
    const value = cell(row);
    if (isBlank(value) || numberIn(value) !== null) continue;
    if (isNothing(value)) issues.addNothing(value, row);
    else issues.say(isExcelError(value) ? "error-value" : "text-not-number", row);
  }
  issues.end();
}

function reportNothing(heading: string, source: Source, log: IssueLog): void {
  if (!isOwn(heading, source)) return;
  const cell = source.cell(heading);
  const issues = issuesOf(heading, source, log);
  for (let row = 0; row < source.rowCount; row++) {
    const value = cell(row);
    if (isNothing(value)) issues.addNothing(value, row);
    else if (isExcelError(value)) issues.say("error-value", row);
  }
  issues.end();
}

/** Without a date of birth there is no age, and the row drops out of what asks for one. */
export function queryRowsWithoutAge(
  births: Int32Array,
  { row }: OwnMeasure,
  source: Source,
  column: "With" | "Only where",
): void {
  const missing = births.reduce((count, birth) => count + (birth === 0 ? 1 : 0), 0);
  if (missing === 0) return;
  queryEntry(
    row.place(column),
    "own-measure-without-age",
    `Rows of ${source.name} without a date of birth that can be read: ${withThousands(missing)}. Their age counts as blank.`,
    "Record the dates of birth in the case system.",
  );
}

/** Whether a condition asks for the child's age, which no heading of the sheet gives. */
export function asksForAge(condition: Condition, source: Source): boolean {
  return condition.some(
    (clause) =>
      "heading" in clause && nameKey(clause.heading) === "age" && !source.hasHeading(clause.heading),
  );
}
