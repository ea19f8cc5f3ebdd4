/** The settings of SPEC §3, resolved: every blank filled with its default, every wrong entry an issue. */
import type { IndicatorSettings } from "../indicators/indicatorSettings";
import type { Team } from "../teams/team";
import type { Catalogue } from "../indicators/catalogue";
import type { IndicatorId } from "../indicators/ids";
import type { ColumnMatch } from "../extracts/columnMatches";
import type { WordMeaning } from "../extracts/wordMeanings";
import type { OwnMeasure } from "../indicators/own/ownMeasure";
import type { ClinicStatus } from "./readServices";
import type { ClinicService } from "../teams/service";

/** clinic = everything but children · council = no team and no worker · outside = council figures only. */
export const AUDIENCES = ["clinic", "council", "outside"] as const;
export type Audience = (typeof AUDIENCES)[number];

export const SMALL_NUMBERS = ["shown", "suppressed"] as const;
export type SmallNumbers = (typeof SMALL_NUMBERS)[number];

export interface ClinicSettings {
  /** The indicators of the pack, built in and the council's own. */
  readonly catalogue: Catalogue;
  /** "YYYY-MM" */
  readonly month: string;
  /** First and last day of the month, and the as-at date: serials. */
  readonly monthStart: number;
  readonly monthEnd: number;
  readonly asAt: number;
  readonly caseloadThreshold: number;
  readonly population: number | null;
  readonly councilName: string;
  /** Whom the managers' copy and the slides are made for unless something else is chosen (SPEC §10). */
  readonly copiesFor: Audience;
  readonly smallNumbersInCopies: SmallNumbers;
  readonly icpcOutcomes: readonly string[];
  readonly indicators: ReadonlyMap<IndicatorId, IndicatorSettings>;
  readonly teams: readonly Team[];
  /** Local closures: serials with their names. */
  readonly closures: readonly { readonly date: number; readonly name: string }[];
  /** Clinic Setup: headings and words that the analyst has matched. */
  readonly columnMatches: readonly ColumnMatch[];
  readonly words: readonly WordMeaning[];
  readonly services: readonly ClinicService[];
  readonly statuses: readonly ClinicStatus[];
  readonly measures: readonly OwnMeasure[];
}
