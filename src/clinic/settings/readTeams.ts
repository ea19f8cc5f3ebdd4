/** ClinicTeams (SPEC §3): one row a team, in the order that decides between shared names. */
import type { IssueLog } from "../issues/issueLog";
import { addIssue, isBlankEntry, queryEntry, textEntry, wordEntry, type EntryPlace } from "./entries";
import { guessLocality, guessService, guessShortName } from "./guessTeam";
import { cellText, nameKey } from "./names";
import type { Service, Team } from "./settings";
import type { SettingsTable } from "./settingsTable";
import { namesOf } from "./teams";

const SERVICES: ReadonlyMap<string, Service> = new Map([
  ["bit", "BIT"],
  ["briefintervention", "BIT"],
  ["briefinterventionteam", "BIT"],
  ["swf", "SWF"],
  ["socialworkwithfamilies", "SWF"],
  ["cwd", "CWD"],
  ["childrenwithdisabilities", "CWD"],
  ["frontline", "Frontline"],
  ["other", "Other"],
]);

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["y", true],
  ["true", true],
  ["no", false],
  ["n", false],
  ["false", false],
]);

export function readTeams(table: SettingsTable, log: IssueLog): readonly Team[] {
  const teams: Team[] = [];
  const rows: number[] = [];
  const met = new Set<string>();
  for (const row of table.filledRows) {
    const place = { table, row, heading: "Team", name: "Team", log };
    const name = textEntry(place);
    if (name === undefined) {
      if (isBlankEntry(place))
        reject(place, "This row names no team, and is not used.", "Type the team's full name.");
    } else if (met.has(nameKey(name))) {
      reject(place, "This team stands twice; the higher row is used.", "Delete one of the two rows.");
    } else {
      met.add(nameKey(name));
      teams.push(readTeam(name, table, row, log));
      rows.push(row);
    }
  }
  querySharedNames(teams, rows, table, log);
  return teams;
}

function readTeam(name: string, table: SettingsTable, row: number, log: IssueLog): Team {
  const at = (heading: string): EntryPlace => ({ table, row, heading, name: heading, log });
  const services = "BIT, SWF, CWD, Frontline or Other";
  return {
    name,
    shortName: textEntry(at("Short name")) ?? guessShortName(name),
    otherNames: splitNames(textEntry(at("Also known as")) ?? ""),
    service: wordEntry(at("Service"), SERVICES, services) ?? guessService(name),
    // A blank cell is "locality not recorded" (SPEC §4 Caseloads); without the column, names must do.
    locality: table.has("Locality") ? (textEntry(at("Locality")) ?? "") : guessLocality(name),
    inClinicTables: wordEntry(at("In clinic tables"), YES_NO, "Yes or No") ?? true,
    origin: "known",
  };
}

function splitNames(text: string): readonly string[] {
  return text
    .split(";")
    .map(cellText)
    .filter((name) => name !== "");
}

/** SPEC §2: a name that two teams share is a query. */
function querySharedNames(
  teams: readonly Team[],
  rows: readonly number[],
  table: SettingsTable,
  log: IssueLog,
): void {
  const later = new Set<number>();
  for (const bearers of namesOf(teams).values()) for (const team of bearers.slice(1)) later.add(team);
  for (const team of [...later].sort((a, b) => a - b)) {
    queryEntry(
      { table, row: rows[team]!, heading: "Team", name: "Team", log },
      "shared-team-name",
      "One of this team's names also belongs to another team, which gets the rows that bear it.",
      "Leave the name with one team: full names go before short names, short names before others, then the higher row.",
    );
  }
}

function reject(place: EntryPlace, message: string, fix: string): void {
  addIssue(place, "error", "wrong-setting", message, fix);
}
