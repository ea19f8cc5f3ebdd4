/** Teams outside the clinic tables, and how many children drop out of each list with them. */
import { certain } from "../../cells/certain";
import { inSentence } from "../../cells/names";
import type { TeamsLeftOut } from "../../findings";
import type { Terms } from "../../indicators/entry";
import { listSpec } from "../../lists/lists";
import type { ListId } from "../../lists/lists";
import { teamsByName } from "../teamCounts";
import type { TeamCounts } from "../teamCounts";
import { counted } from "../../cells/counts";

/** Teams named one by one for a list; the others are counted. */
const TEAMS_NAMED = 6;

interface LeftOutOfList {
  readonly list: ListId;
  readonly children: number;
  readonly outside: number;
  /** Children by team code. */
  readonly ofTeam: ReadonlyMap<number, number>;
}

/** @param guessed no team was entered yet: what is in the clinic tables was told from the names alone. */
export function teamsLeftOut(
  tables: Iterable<TeamCounts>,
  terms: Terms,
  guessed: boolean,
): TeamsLeftOut | null {
  const lists = new Map<ListId, LeftOutOfList>();
  for (const counts of tables) {
    const { id } = counts.list;
    if (id !== null && !lists.has(id) && counts.outside.some((rows) => rows > 0))
      lists.set(id, leftOutOf(id, counts, terms));
  }
  // Once the analyst has had the teams in hand, only a list that nearly vanishes is worth a word.
  const told = [...lists.values()].filter(({ children, outside }) => guessed || outside * 2 > children);
  if (told.length === 0) return null;
  const codes = teamsByName(terms.teams).filter((code) => told.some(({ ofTeam }) => ofTeam.has(code)));
  return {
    kind: "teams-left-out",
    teams: codes.map((code) => certain(terms.teams[code]).name),
    lists: told.map(({ list, children, outside }) => ({ list, children, outside })),
    sentence: guessed
      ? `${counted(codes.length, "team is", "teams are")} left out of the clinic tables because of ${codes.length === 1 ? "its name" : "their names"}: check before the first build.`
      : "Most children of a list are with teams that the clinic tables leave out.",
    lines: told.map((of) => lineOf(of, codes, terms)),
    offers: [{ act: "set-teams" }],
  };
}

function leftOutOf(id: ListId, { entry, list, settings }: TeamCounts, terms: Terms): LeftOutOfList {
  const timescale = { timescale: settings.timescale ?? 0, unit: settings.unit ?? "days" };
  const rows = entry.cohort.rows(list, terms, timescale);
  const children = list.childrenOf(rows);
  const teams = list.teams();
  const all = new Set<number>();
  const inside = new Set<number>();
  const byTeam = new Map<number, Set<number>>();
  rows.forEach((row, i) => {
    const child = certain(children[i]);
    const team = certain(teams[row]);
    all.add(child);
    if (settings.teams === "all" || terms.teams[team]?.inClinicTables) inside.add(child);
    else byTeam.set(team, (byTeam.get(team) ?? new Set()).add(child));
  });
  return {
    list: id,
    children: all.size,
    outside: [...all].filter((child) => !inside.has(child)).length,
    ofTeam: new Map([...byTeam].map(([team, ofTeam]) => [team, ofTeam.size])),
  };
}

function lineOf(
  { list, children, outside, ofTeam }: LeftOutOfList,
  codes: readonly number[],
  { teams }: Terms,
): string {
  const own = codes
    .filter((code) => ofTeam.has(code))
    .sort((a, b) => certain(ofTeam.get(b)) - certain(ofTeam.get(a)));
  const named = own
    .slice(0, TEAMS_NAMED)
    .map((code) => `${inSentence(certain(teams[code]).name)} ${certain(ofTeam.get(code))}`);
  const more =
    own.length > TEAMS_NAMED ? `, and ${counted(own.length - TEAMS_NAMED, "more team", "more teams")}` : "";
  return `${listSpec(list).name}: ${outside} of ${children} children drop out (${named.join(", ")}${more}).`;
}
