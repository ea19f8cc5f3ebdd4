/** Teams that are two by one slip of the pen in their names: they are told, never put together. */
import { distance } from "fastest-levenshtein";
import { counted } from "../../cells/counts";
import type { ReadList } from "../../extracts/readList";
import type { TeamsSpeltAlike } from "../../findings";
import type { Team } from "../../teams/team";

/** A shorter word that differs is another word: "East" and "West", "A" and "B". */
const SHORTEST_WORD = 5;
/** Words of so many letters may hold two slips. */
const LONG_WORD = 8;

interface Met {
  readonly team: Team;
  readonly rows: number;
}

/** @param guessed no team was entered yet; once some are, two rows of ClinicTeams are two teams by the analyst's word. */
export function teamsSpeltAlike(
  lists: readonly ReadList[],
  teams: readonly Team[],
  guessed: boolean,
): TeamsSpeltAlike | null {
  const rows = rowsByTeam(lists);
  const met: readonly Met[] = teams.flatMap((team, code) => {
    const count = rows.get(code) ?? 0;
    return count > 0 && team.origin !== "blank" ? [{ team, rows: count }] : [];
  });
  const pairs = met.flatMap((one, at) =>
    met
      .slice(at + 1)
      .filter((other) => guessed || one.team.origin === "unknown" || other.team.origin === "unknown")
      .filter((other) => areAlike(one.team.name, other.team.name))
      .map((other) => [one, other] as const),
  );
  if (pairs.length === 0) return null;
  return {
    kind: "teams-spelt-alike",
    pairs: pairs.map((pair) => pair.map(({ team, rows: count }) => ({ team: team.name, rows: count }))),
    sentence: `${counted(pairs.length, "pair of teams has", "pairs of teams have")} names that nearly agree, and would be two teams each: are they one?`,
    lines: pairs.map(
      ([one, other]) =>
        `“${one.team.name}” (${counted(one.rows, "row", "rows")}) and “${other.team.name}” (${counted(other.rows, "row", "rows")}): ` +
        "if they are one team, type the wrong spelling under Also known as in the team’s row of ClinicTeams on Clinic Settings, and delete the row of the wrong one if it has one.",
    ),
    offers: [{ act: "set-teams" }],
  };
}

function rowsByTeam(lists: readonly ReadList[]): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  for (const list of lists) {
    if (!list.has("team")) continue;
    for (const code of list.teams()) rows.set(code, (rows.get(code) ?? 0) + 1);
  }
  return rows;
}

/** One word differs, by its letters, not by its first, and the numbers are the same. */
function areAlike(one: string, other: string): boolean {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  if (left.length !== right.length) return false;
  const differing = left.flatMap((word, at) =>
    word === right[at] ? [] : [[word, right[at] ?? ""] as const],
  );
  const [pair] = differing;
  return pair !== undefined && differing.length === 1 && isSlip(...pair);
}

function isSlip(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  const areWords = [one, other].every((word) => /^\p{L}+$/u.test(word));
  if (!areWords || shorter < SHORTEST_WORD || one[0] !== other[0]) return false;
  return distance(one, other) <= (shorter < LONG_WORD ? 1 : 2);
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];
}
