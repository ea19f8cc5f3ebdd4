/** The settings of SPEC §3, resolved: every blank filled with its default, every wrong entry an issue. */
import type { IndicatorId } from "../indicators/ids";

export type BetterWhen = "higher" | "lower" | "near";
export type TimeUnit = "days" | "working days";
export type NotYetDue = "in time" | "excluded";
export type TeamScope = "clinic" | "all";
export type Service = "BIT" | "SWF" | "CWD" | "Frontline" | "Other";

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

export interface Team {
  readonly name: string;
  readonly shortName: string;
  readonly otherNames: readonly string[];
  readonly service: Service | null;
  /** "Central"; "" when not recorded. */
  readonly locality: string;
  readonly inClinicTables: boolean;
  /** known = a row of ClinicTeams; unknown = met in an extract only; blank = "Team not recorded". */
  readonly origin: "known" | "unknown" | "blank";
}

export interface ClinicSettings {
  /** "YYYY-MM" */
  readonly month: string;
  /** First and last day of the month, and the as-at date: serials. */
  readonly monthStart: number;
  readonly monthEnd: number;
  readonly asAt: number;
  readonly caseloadThreshold: number;
  readonly population: number | null;
  readonly councilName: string;
  readonly icpcOutcomes: readonly string[];
  readonly indicators: ReadonlyMap<IndicatorId, IndicatorSettings>;
  readonly teams: readonly Team[];
  /** Local closures: serials with their names. */
  readonly closures: readonly { readonly date: number; readonly name: string }[];
}
