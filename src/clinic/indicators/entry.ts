/**
 * What the catalogue says of an indicator: data, and two small functions (who counts, who is in time).
 * Tables, pages, charts, definitions, settings, history, functions and the out-of-time list all follow from it.
 */
import type { WorkingCalendar } from "../calendar/workingDays";
import type { ListId } from "../extracts/lists";
import type { ReadList } from "../extracts/readList";
import type { FigureKind } from "../report";
import type {
  BetterWhen,
  IndicatorSettings,
  NotYetDue,
  Team,
  TeamScope,
  TimeUnit,
} from "../settings/settings";
import type { DemandMonthEndId, DemandMonthId, IndicatorId, SeriesId, TeamTableId } from "./ids";

/** The days, teams and words that the two functions may go by. Dates are serials. */
export interface Terms {
  readonly monthStart: number;
  readonly monthEnd: number;
  readonly asAt: number;
  readonly calendar: WorkingCalendar;
  readonly teams: readonly Team[];
  /** ClinicOptions: an outcome that contains one of these means ICPC. */
  readonly icpcOutcomes: readonly string[];
}

/** The indicator's own timescale, resolved. */
export interface Timescale {
  readonly timescale: number;
  readonly unit: TimeUnit;
}

/** Who counts: records of one list. */
export interface Cohort {
  readonly list: ListId;
  /** Columns (keys of the list) without which nobody can be counted. */
  readonly columns: readonly string[];
  /** The record numbers, in worksheet order. */
  readonly rows: (list: ReadList, terms: Terms, timescale: Timescale) => Int32Array;
}

/** Where a counted record stands: in the numerator, out of it, or too new to say. */
export const NOT_MET = 0;
export const MET = 1;
export const NOT_YET_DUE = 2;
export type Standing = typeof NOT_MET | typeof MET | typeof NOT_YET_DUE;

/** SPEC §5 Out of Time: what is shown of a record that is not in time. */
export interface Lateness {
  /** Serial; null = nothing recorded. */
  readonly date: number | null;
  /** Beyond what is due; null where it cannot or need not be said. */
  readonly daysOver: number | null;
  readonly unit: TimeUnit;
}

/** Who is in time: made once for a list, asked of each counted record. */
export interface Judgement {
  readonly standing: (row: number) => Standing;
  readonly lateness: (row: number) => Lateness;
}

export interface Test {
  readonly columns: readonly string[];
  readonly judge: (list: ReadList, terms: Terms, timescale: Timescale) => Judgement;
}

/** What an indicator's row of ClinicTargets holds until the analyst changes it. */
export interface IndicatorDefaults {
  readonly betterWhen: BetterWhen | null;
  readonly target: number | null;
  readonly amberWithin: number | null;
  readonly timescale: number | null;
  readonly unit: TimeUnit | null;
  readonly notYetDue: NotYetDue | null;
  readonly teams: TeamScope;
  /** Whether the published pack states the target; otherwise it is a starting value to confirm. */
  readonly targetIsPublished: boolean;
}

interface Entry {
  /** The row's wording, or the table's title. */
  readonly wording: string;
  /** What it is called where neither page nor table title stands above it: in key messages. */
  readonly nameInMessages: string;
  readonly kind: FigureKind;
  /** The rule in words, with the current settings. */
  readonly rule: (settings: IndicatorSettings) => string;
  readonly defaults: IndicatorDefaults;
  /** Title of its chart; null = it has none. */
  readonly chartTitle: string | null;
}

/** How a demand figure or a chart's figure is made. */
export type Measure =
  | { readonly counts: "rows in the month"; readonly list: ListId; readonly date: string }
  | { readonly counts: "children"; readonly cohorts: readonly Cohort[] }
  | { readonly counts: "plans"; readonly cohort: Cohort }
  | { readonly counts: "share"; readonly cohort: Cohort; readonly test: Test }
  | { readonly counts: "rate"; readonly of: IndicatorId }
  | { readonly counts: "rolling rate"; readonly of: IndicatorId; readonly months: number };

export interface DemandMonthEntry extends Entry {
  readonly family: "demand in the month";
  readonly id: DemandMonthId;
  readonly measure: Measure;
}

export interface DemandMonthEndEntry extends Entry {
  readonly family: "demand at month end";
  readonly id: DemandMonthEndId;
  readonly measure: Measure;
}

export interface ChartEntry extends Entry {
  readonly family: "chart";
  readonly id: Extract<IndicatorId, SeriesId>;
  readonly page: IndicatorPage;
  readonly measure: Measure;
}

export interface TeamTableEntry extends Entry {
  readonly family: "by team";
  readonly id: TeamTableId;
  readonly page: IndicatorPage;
  readonly cohort: Cohort;
  readonly test: Test;
  /** The records that the out-of-time list names. */
  readonly listed: "not in the numerator" | "in the numerator";
  /** The headline count that its denominator is held against. */
  readonly headline: DemandMonthEndId | null;
}

/** The output page that bears an indicator's table or chart (SPEC §5). */
export type IndicatorPage =
  "assessments" | "cin" | "icpc" | "cp-visits" | "cp-core-groups" | "cla-visits" | "cla-supervision";

export type IndicatorEntry = DemandMonthEntry | DemandMonthEndEntry | TeamTableEntry | ChartEntry;
