/** What rows of ClinicTargets start from. A starting value is the pack's practice, not a published target. */
import type { NotYetDue, TeamScope, TimeUnit } from "../measures/terms";
import type { IndicatorDefaults } from "./entry";

/** A count or rate that is watched without a target. */
export const watched: IndicatorDefaults = {
  betterWhen: null,
  target: null,
  amberWithin: null,
  timescale: null,
  unit: null,
  notYetDue: null,
  teams: "all",
  targetIsPublished: false,
};

/** A rate whose target the published pack prints. */
export function publishedTarget(betterWhen: "higher" | "lower", target: number, amberWithin: number) {
  return { ...watched, betterWhen, target, amberWithin, targetIsPublished: true };
}

/** A percent by team with a target to confirm. */
export function startingTarget(
  betterWhen: "higher" | "lower",
  target: number,
  amberWithin: number,
  teams: TeamScope = "clinic",
): IndicatorDefaults {
  return { ...watched, betterWhen, target, amberWithin, teams };
}

export function within(timescale: number, unit: TimeUnit, base: IndicatorDefaults): IndicatorDefaults {
  return { ...base, timescale, unit };
}

export function newOnesAre(notYetDue: NotYetDue, base: IndicatorDefaults): IndicatorDefaults {
  return { ...base, notYetDue };
}
