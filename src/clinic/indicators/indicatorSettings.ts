/** A row of ClinicTargets (SPEC §3), every blank filled with the indicator's default. */
import type { IndicatorId } from "./ids";
import type { BetterWhen, NotYetDue, TeamScope, TimeUnit } from "../measures/terms";

export interface IndicatorSettings {
  readonly id: IndicatorId;
  readonly betterWhen: BetterWhen | null;
  /** Points for a percent (90), the rate's own unit for a rate; null = no target. */
  readonly target: number | null;
  /** How far a miss may be and still be amber; null = no amber. */
  readonly amberWithin: number | null;
  /** In `unit`; null where the indicator has none. */
  readonly timescale: number | null;
  readonly unit: TimeUnit | null;
  readonly notYetDue: NotYetDue | null;
  readonly teams: TeamScope;
  /** Population for this rate, else the option's; null = rates not available. */
  readonly population: number | null;
}
