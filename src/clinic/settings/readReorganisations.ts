/** Became and From of ClinicTeams (SPEC §3): which teams a team is from some month on. */
import { readMonth } from "../calendar/readMonth";
import { cellText, nameKey } from "../cells/names";
import { addIssue, isBlankEntry, textEntry, wrongEntry, type EntryPlace } from "../entries/entries";
import type { Became, Team } from "../teams/team";
import { namesOf } from "../teams/teams";

type RowPlace = Pick<EntryPlace, "table" | "row" | "log">;

const NOT_USED = "the reorganisation is not used";

/** @param placeOf the row of ClinicTeams that a team, by its place in `teams`, was read from. */
export function readReorganisations(
  teams: readonly Team[],
  placeOf: (team: number) => RowPlace,
  date1904: boolean,
): readonly Team[] {
  const names = namesOf(teams);
  const teamNamed = (name: string): string | null =>
    teams[names.get(nameKey(name) || name)?.[0] ?? -1]?.name ?? null;
  return teams.map((team, at): Team => {
    const became = readBecame(team, placeOf(at), teamNamed, date1904);
    return became ? { ...team, became } : team;
  });
}

function readBecame(
  { name }: Team,
  row: RowPlace,
  teamNamed: (name: string) => string | null,
  date1904: boolean,
): Became | null {
  const at = (heading: string): EntryPlace => ({ ...row, heading, name: heading, otherwise: NOT_USED });
  const [became, from] = [at("Became"), at("From")];
  if (isBlankEntry(became)) {
    if (!isBlankEntry(from))
      wrong(became, "From has a month, but Became names no team.", "Type the team, or clear From.");
    return null;
  }
  const typed = (textEntry(became) ?? "")
    .split(";")
    .map(cellText)
    .filter((each) => each !== "");
  const teams = [...new Set(typed.map(teamNamed))];
  if (teams.length === 0) return null;
  if (teams.includes(null))
    return wrong(
      became,
      "Became names a team that has no row in ClinicTeams.",
      "Add a row for the new team, or correct the spelling; several teams are separated by semicolons.",
    );
  if (teams.includes(name) && teams.length === 1)
    return wrong(became, "This team became itself.", "Type the team that it became, or clear the cell.");
  if (isBlankEntry(from))
    return wrong(
      from,
      "Became has no month from which it holds.",
      "Type the month under From, such as June 2023.",
    );
  const month = readMonth(from.table.value(from.row, "From"), date1904);
  if (month === null) return wrongEntry(from, "a month such as June 2023") ?? null;
  return { teams: teams.filter((each) => each !== null), from: month };
}

function wrong(place: EntryPlace, message: string, fix: string): null {
  addIssue(place, "error", "wrong-setting", `${message} The reorganisation is not used.`, fix);
  return null;
}
