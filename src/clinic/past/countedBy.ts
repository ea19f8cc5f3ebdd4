/** How a figure was counted, as Clinic History keeps it, and whether two months were counted alike (SPEC §5 [b]). */
import { withThousands } from "../cells/counts";
import type { IndicatorEntry } from "../indicators/entry";
import type { IndicatorSettings } from "../indicators/indicatorSettings";
import type { CountedBy } from "../report";
import type { Team } from "../teams/team";

const ALL = "all";

/** @param of the Total names the teams that are left out; a team's own row only counts them. */
export function countedBy(
  { family }: Pick<IndicatorEntry, "family">,
  { timescale, unit, teams: scope }: IndicatorSettings,
  teams: readonly Team[],
  of: "total" | "team",
): CountedBy {
  const leftOut =
    family === "by team" && scope === "clinic"
      ? teams.filter(({ inClinicTables, origin }) => origin === "known" && !inClinicTables)
      : [];
  const names = leftOut.map(({ name }) => name).join("; ");
  const but = `${ALL} but ${withThousands(leftOut.length)}`;
  return {
    timescale,
    unit,
    teamsCounted: leftOut.length === 0 ? ALL : of === "total" ? `${but}: ${names}` : but,
  };
}

/** The teams that a Total's `teamsCounted` leaves out. */
export function teamsLeftOut({ teamsCounted }: CountedBy): readonly string[] {
  const [, names = ""] = /^all but [\d,]+: (.+)$/s.exec(teamsCounted) ?? [];
  return names.split("; ").filter((name) => name !== "");
}
