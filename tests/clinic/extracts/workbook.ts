/** Small sheets for tests of reading. */
import { recogniseLists } from "../../../src/clinic/extracts/recognise";
import { readLists } from "../../../src/clinic/extracts/readLists";
import type { Lists } from "../../../src/clinic/extracts/readLists";
import type { Recognition } from "../../../src/clinic/extracts/recognition";
import type { CellValue, ListChoices, SheetValues } from "../../../src/clinic/cells/worksheet";
import { createIssueLog } from "../../../src/clinic/issues/issueLog";
import type { IssueLog } from "../../../src/clinic/issues/issueLog";
import { findIssues } from "../../../src/clinic/rules/rules";
import type { Team } from "../../../src/clinic/teams/team";
import { createTeamDirectory } from "../../../src/clinic/teams/teams";
import type { TeamDirectory } from "../../../src/clinic/teams/teams";

export const MONTH_END = 45138; // Monday 31 July 2023
export const TODAY = 45145;

export function sheet(
  name: string,
  rows: readonly (readonly CellValue[])[],
  at = { row: 0, column: 0 },
): SheetValues {
  return { name, firstRow: at.row, firstColumn: at.column, rows };
}

export function team(name: string, otherNames: readonly string[] = []): Team {
  return {
    name,
    shortName: name,
    otherNames,
    service: "SWF",
    locality: "Central",
    inClinicTables: true,
    origin: "known",
  };
}

const TEAMS = [team("SWF Central 1"), team("SWF East 1")];

export interface ReadWorkbook {
  readonly recognition: Recognition;
  readonly lists: Lists;
  readonly log: IssueLog;
  readonly directory: TeamDirectory;
}

export interface ReadOptions {
  readonly choices?: ListChoices;
  readonly teams?: readonly Team[];
  readonly date1904?: boolean;
}

export function readWorkbook(sheets: readonly SheetValues[], options: ReadOptions = {}): ReadWorkbook {
  const log = createIssueLog();
  const recognition = recogniseLists(sheets, options.choices ?? {}, log);
  const directory = createTeamDirectory(options.teams ?? TEAMS);
  const lists = readLists(recognition, directory, options.date1904 ?? false, log);
  return { recognition, lists, log, directory };
}

export interface SearchOptions extends ReadOptions {
  readonly asAt?: number;
  readonly today?: number;
}

/** The log after every rule has been over the sheets. */
export function searchedLog(sheets: readonly SheetValues[], options: SearchOptions = {}): IssueLog {
  const read = readWorkbook(sheets, options);
  const settings = {
    icpcOutcomes: ["ICPC"],
    statuses: [],
    monthEnd: MONTH_END,
    asAt: options.asAt ?? MONTH_END,
  };
  for (const _ of findIssues({ ...read, settings, today: options.today ?? TODAY }));
  return read.log;
}

/** Every issue of the sheets as "code sheet!A1", one a cell, in the order of the log. */
export function issuesOf(sheets: readonly SheetValues[], options: SearchOptions = {}): string[] {
  return placesIn(searchedLog(sheets, options));
}

export function placesIn(log: IssueLog): string[] {
  return log
    .issues()
    .flatMap(({ code, sheet: name, cells }) =>
      (cells.length > 0 ? cells : [""]).map((cell) => `${code} ${name}!${cell}`),
    );
}
