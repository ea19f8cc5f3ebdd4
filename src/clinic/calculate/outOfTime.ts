/** SPEC §5 Out of Time: a row for each record that a by-team table counts and that is not in time. */
import type { OutOfTimeRow } from "../report";
import type { Team } from "../settings/settings";
import { teamsByName } from "./teamCounts";
import type { TeamCounts } from "./teamCounts";

/** By indicator in pack order, then by team as its table stands, then in worksheet order. */
export function outOfTimeRows(tables: Iterable<TeamCounts>, teams: readonly Team[]): readonly OutOfTimeRow[] {
  const order = new Int32Array(teams.length);
  teamsByName(teams).forEach((code, place) => (order[code] = place));
  return [...tables].flatMap((counts) => rowsOf(counts, teams, order));
}

function rowsOf({ entry, list, judgement, listed }: TeamCounts, teams: readonly Team[], order: Int32Array) {
  const teamCodes = list.teams();
  const children = list.values("child");
  return listed
    .slice()
    .sort((a, b) => order[teamCodes[a]!]! - order[teamCodes[b]!]! || a - b)
    .map((row): OutOfTimeRow => ({
      indicator: entry.id,
      team: teams[teamCodes[row]!]!.name,
      child: String(children[row] ?? "").trim(),
      ...judgement.lateness(row),
      sheet: list.sheets[list.sheetOf?.[row] ?? 0] ?? "",
      row: list.rowOf[row]!,
    }));
}
