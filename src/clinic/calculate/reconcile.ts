/** SPEC §5 Definitions: headline counts held against the denominators of the tables below them. */
import { certain } from "../cells/certain";
import { inSentence } from "../cells/names";
import type { Reconciliation } from "../report";
import type { Team } from "../teams/team";
import type { MonthFigures } from "./monthFigures";
import { sum, teamsByName } from "./teamCounts";
import type { TeamCounts } from "./teamCounts";

type Part = Reconciliation["parts"][number];

/** How the reason of a team outside the clinic tables ends; the team's name stands before it. */
export const IS_OUTSIDE = " is not in the clinic tables";

/** One for each table that counts the plans of a headline's children. Parts are signed and sum to headline − table. */
export function reconcile(
  { figures, tables }: MonthFigures,
  teams: readonly Team[],
): readonly Reconciliation[] {
  return [...tables.values()].flatMap((counts): Reconciliation[] => {
    const { headline } = counts.entry;
    const headlineCount = headline === null ? null : (figures.get(headline)?.value ?? null);
    if (headline === null || headlineCount === null) return [];
    const tableTotal = sum(counts.denominator);
    const parts = [
      ...outsideTeams(counts, teams),
      ...leftOut(counts),
      ...furtherPlans(headlineCount, counts, tableTotal),
    ];
    return [{ headline, headlineCount, table: counts.entry.id, tableTotal, parts }];
  });
}

/** Records of the cohort that the table leaves out because their team is not in the clinic tables. */
export function outsideTables({ parts }: Pick<Reconciliation, "parts">): number {
  return parts
    .filter(({ reason }) => reason.endsWith(IS_OUTSIDE))
    .reduce((total, { count }) => total + count, 0);
}

function outsideTeams({ outside }: TeamCounts, teams: readonly Team[]): Part[] {
  return teamsByName(teams)
    .map((code) => ({
      reason: `${inSentence(certain(teams[code]).name)}${IS_OUTSIDE}`,
      count: certain(outside[code]),
    }))
    .filter(({ count }) => count > 0);
}

function leftOut({ entry, leftOut: count }: TeamCounts): Part[] {
  return count === 0 ? [] : [{ reason: `Not yet due, and left out of “${entry.wording}”`, count }];
}

/** Tables count plans, headlines count children: the rest is what one child holds more than once. */
function furtherPlans(
  headlineCount: number,
  { outside, leftOut: notDue }: TeamCounts,
  tableTotal: number,
): Part[] {
  const further = tableTotal + sum(outside) + notDue - headlineCount;
  return further === 0
    ? []
    : [{ reason: "Further open plans of a child who is counted once", count: -further }];
}
