/** CASELOADS: the pack's own count of each worker's allocations (SPEC §4 Caseloads, §7). No worker is named. */
import { caseloadTables } from "../clinic/calculate/caseloads";
import { nameKey } from "../clinic/cells/names";
import type { Team } from "../clinic/teams/team";
import { namesOf } from "../clinic/teams/teams";
import type { Result } from "./arrays";
import { isBlankWord, readNumber, readText } from "./cells";
import { invalidNumber, notAvailable } from "./errors";
import type { PackContents } from "./packContents";

/** Allocations, Status and Team (short name), most first. Left out, `team` is every team and `threshold` everyone. */
export function caseloadsOfCells(
  { allocations }: PackContents,
  team: unknown,
  threshold: unknown,
): Result[][] {
  if (allocations === null) throw notAvailable("The workbook has no Allocations list.");
  const least = isBlankWord(threshold) ? 0 : readNumber(threshold, "threshold");
  if (least < 0) throw invalidNumber();
  const name = readText(team);
  const shortName = name === "" ? null : shortNameOf(name, allocations.teams);
  const [everyone] = caseloadTables(allocations.list, {
    teams: allocations.teams,
    services: [],
    caseloadThreshold: least,
  });
  const rows = (everyone?.rows ?? []).filter((row) => shortName === null || row.team === shortName);
  return [
    ["Allocations", "Status", "Team"],
    ...rows.map((row): Result[] => [row.allocations, row.status, row.team]),
  ];
}

function shortNameOf(name: string, teams: readonly Team[]): string {
  const code = namesOf(teams).get(nameKey(name) || name)?.[0];
  const team = code === undefined ? undefined : teams[code];
  if (!team) throw notAvailable("No team in the workbook has that name.");
  return team.shortName;
}
