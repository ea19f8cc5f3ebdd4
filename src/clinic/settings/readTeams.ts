/** ClinicTeams (SPEC §3): one row for each team, in the order that decides between shared names. */
import { certain } from "../cells/certain";
import type { IssueLog } from "../issues/issueLog";
import {
  addIssue,
  isBlankEntry,
  queryEntry,
  textEntry,
  wordEntry,
  type EntryPlace,
  YES_NO,
} from "../entries/entries";
import { guessLocality, guessService, guessShortName } from "../teams/guessTeam";
import { cellText, nameKey } from "../cells/names";
import { servicesInForce, teamsOf, type ClinicService } from "../teams/service";
import type { GuessedService, Team } from "../teams/team";
import type { SettingsTable } from "../entries/settingsTable";
import { namesOf } from "../teams/teams";
import { readReorganisations } from "./readReorganisations";

/** Other words for the services that the pack starts with. */
const SERVICES: ReadonlyMap<string, GuessedService> = new Map([
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

/** @param services the rows of ClinicServices; null or none = the pack's own. */
export function readTeams(
  table: SettingsTable,
  services: readonly ClinicService[] | null,
  date1904: boolean,
  log: IssueLog,
): readonly Team[] {
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
      reject(place, "This team is in two rows; the first is used.", "Delete one of the two rows.");
    } else {
      met.add(nameKey(name));
      teams.push(readTeam(name, table, row, services ?? [], log));
      rows.push(row);
    }
  }
  querySharedNames(teams, rows, table, log);
  queryServices(teams, services, rows, table, log);
  return readReorganisations(teams, (row) => ({ table, row: certain(rows[row]), log }), date1904);
}

function readTeam(
  name: string,
  table: SettingsTable,
  row: number,
  services: readonly ClinicService[],
  log: IssueLog,
): Team {
  const at = (heading: string): EntryPlace => ({ table, row, heading, name: heading, log });
  return {
    name,
    shortName: textEntry(at("Short name")) ?? guessShortName(name),
    otherNames: splitNames(textEntry(at("Also known as")) ?? ""),
    service: serviceEntry(at("Service"), services) ?? guessService(name),
    // A blank cell is "locality not recorded" (SPEC §4 Caseloads); without the column, names must do.
    locality: table.has("Locality") ? (textEntry(at("Locality")) ?? "") : guessLocality(name),
    inClinicTables: wordEntry(at("In clinic tables"), YES_NO, "Yes or No") ?? true,
    origin: "known",
  };
}

/** A row of ClinicServices before the pack's own words; any other word is a service that has no row yet. */
function serviceEntry(place: EntryPlace, services: readonly ClinicService[]): string | undefined {
  const typed = textEntry(place);
  if (typed === undefined) return undefined;
  const key = nameKey(typed);
  return services.find(({ name }) => nameKey(name) === key)?.name ?? SERVICES.get(key) ?? typed;
}

/** A service without a row has no caseload table, and that must not pass in silence. */
function queryServices(
  teams: readonly Team[],
  entered: readonly ClinicService[] | null,
  rows: readonly number[],
  table: SettingsTable,
  log: IssueLog,
): void {
  const services = servicesInForce(entered, teams);
  const listed = new Set(services.map(({ name }) => nameKey(name)));
  const ofEveryTeam = services.filter((each) => teams.every(teamsOf(each, teams)));
  if (ofEveryTeam.some(({ caseloads }) => caseloads !== "none")) return;
  teams.forEach(({ service }, i) => {
    if (service === null || listed.has(nameKey(service))) return;
    queryEntry(
      { table, row: certain(rows[i]), heading: "Service", name: "Service", log },
      "service-without-row",
      "ClinicServices has no row for this service, so its teams are in no caseload table but the one of high caseloads.",
      "Add a row for it to ClinicServices on Clinic Setup, or type the name of a service that has one.",
    );
  });
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
      { table, row: certain(rows[team]), heading: "Team", name: "Team", log },
      "shared-team-name",
      "One of this team's names also belongs to another team, which gets the rows with that name.",
      "Leave the name with one team: full names go before short names, short names before others, then the higher row.",
    );
  }
}

function reject(place: EntryPlace, message: string, fix: string): void {
  addIssue(place, "error", "wrong-setting", message, fix);
}
