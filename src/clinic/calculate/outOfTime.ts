/** SPEC §5 Out of Time: a row for each record that a by-team table counts and that is not in time. */
import { certain } from "../cells/certain";
import type { OutOfTimeRow } from "../report";
import type { Team } from "../teams/team";
import { teamsByName } from "./teamCounts";
import type { TeamCounts } from "./teamCounts";

/** By indicator in pack order, then by team as its table stands, then in worksheet order. Pauses after each table. */
export function* outOfTimeRows(
  tables: Iterable<TeamCounts>,
  teams: readonly Team[],
): Generator<void, readonly OutOfTimeRow[]> {
  const order = new Int32Array(teams.length);
  teamsByName(teams).forEach((code, place) => (order[code] = place));
  const rows: OutOfTimeRow[] = [];
  for (const counts of tables) {
    for (const row of rowsOf(counts, teams, order)) rows.push(row);
    yield;
  }
  return rows;
}

function rowsOf({ entry, list, judgement, listed }: TeamCounts, teams: readonly Team[], order: Int32Array) {
  const teamCodes = list.teams();
  const children = list.values("child");
  const teamOf = (row: number): number => certain(teamCodes[row]);
  const placeOf = (row: number): number => certain(order[teamOf(row)]);
  return listed
    .slice()
    .sort((a, b) => placeOf(a) - placeOf(b) || a - b)
    .map((row): OutOfTimeRow => ({
      indicator: entry.id,
      team: certain(teams[teamOf(row)]).name,
      child: String(children[row] ?? "").trim(),
      ...judgement.lateness(row),
      sheet: list.sheets[list.sheetOf?.[row] ?? 0] ?? "",
      row: certain(list.rowOf[row]),
    }));
}
