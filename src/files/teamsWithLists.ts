/** Which teams a list can be made for. */
import type { ClinicReport } from "../clinic/report";

/** Full names of the teams that have figures or children to list, in the order of the tables. */
export function teamsWithLists({
  tables,
  outOfTime,
  outstanding,
  dueSoon,
}: Pick<ClinicReport, "tables" | "outOfTime" | "outstanding" | "dueSoon">): readonly string[] {
  const teams = new Set([
    ...tables.flatMap(({ rows }) => rows.map(({ team }) => team)),
    ...outOfTime.map(({ team }) => team),
    ...[...outstanding, ...dueSoon].flatMap((child) => child.teams),
  ]);
  return [...teams].sort((one, other) => one.toLowerCase().localeCompare(other.toLowerCase(), "en"));
}
