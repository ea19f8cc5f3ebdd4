/**
 * What the catalogue says of an indicator: data, and two small functions (who counts, who is in time).
 * Tables, pages, charts, definitions, settings, history, functions and the out-of-time list all follow from it.
 */
import type { WorkingCalendar } from "../calendar/workingDays";
import type { ColumnOf, ListColumns, ListId } from "../lists/lists";
import type { Records } from "../extracts/readList";
import type { FigureKind } from "../measures/terms";
import type { BetterWhen, NotYetDue, TeamScope, TimeUnit } from "../measures/terms";
import type { IndicatorSettings } from "./indicatorSettings";
import type { ClinicService } from "../teams/service";
import type { Team } from "../teams/team";
import type { TeamPage } from "./teamPages";
import type { OwnColumn } from "./own/ownCohort";
import type { OwnMeasure } from "./own/ownMeasure";
import type { ChartOnlyId, DemandMonthEndId, DemandMonthId, IndicatorId, TeamTableId } from "./ids";

/** The days, teams and words that the two functions may go by. Dates are serials. */
export interface Terms {
  readonly monthStart: number;
  readonly monthEnd: number;
  readonly asAt: number;
  readonly calendar: WorkingCalendar;
  readonly teams: readonly Team[];
  /** Which services are of disabled children. */
  readonly services: readonly ClinicService[];
  /** ClinicOptions: an outcome that contains one of these means ICPC. */
  readonly icpcOutcomes: readonly string[];
}

/** The indicator's own timescale, resolved. */
export interface Timescale {
  readonly timescale: number;
  readonly unit: TimeUnit;
}

/** The rows of a council's own indicator, read by its own headings and conditions. */
export type OwnRows = `own ${string}`;

interface Columns extends ListColumns {
  readonly [rows: OwnRows]: OwnColumn;
}
type Source = keyof Columns;
export type ColumnIn<S extends Source> = Columns[S];

/** Who counts: records of one list. A name that is no column of it does not compile. */
export interface Cohort<S extends Source = Source> {
  readonly list: S;
  /** Without one of these nobody can be counted. */
  readonly columns: readonly ColumnIn<S>[];
  /** Read where the list has them: nobody needs them to be counted, but the count differs without. */
  readonly alsoReads?: readonly ColumnIn<S>[];
  /** It is all the records whose date in this column lies in the month, and no others. */
  readonly allDatedBy?: ColumnIn<S>;
  /** The record numbers, in worksheet order. */
  readonly rows: (list: Records<ColumnIn<S>>, terms: Terms, timescale: Timescale) => Int32Array;
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
  /** The last day on which it is, or would have been, in time; null where there is none. */
  readonly due: number | null;
  readonly state: LateState;
}

/** Still to be done; done, in time or not; or no thing that can be done (a repeat plan). */
export type LateState = "to do" | "done" | "counted";

/** Who is in time: made once for a list, asked of each counted record. */
export interface Judgement {
  readonly standing: (row: number) => Standing;
  readonly lateness: (row: number) => Lateness;
}

export interface Test<Column extends string = string> {
  /** Without one of these nobody can be judged. */
  readonly columns: readonly Column[];
  /** Read where the list has them: nobody needs them to be judged, but the judgement differs without. */
  readonly alsoReads?: readonly Column[];
  readonly judge: (list: Records<Column>, terms: Terms, timescale: Timescale) => Judgement;
}

/** Who counts, and who of them is in time: the test reads columns of the cohort's own list. */
export type CohortAndTest =
  | { [L in ListId]: { readonly cohort: Cohort<L>; readonly test: Test<ColumnOf<L>> } }[ListId]
  | { readonly cohort: Cohort<OwnRows>; readonly test: Test<OwnColumn> };

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
  /** The row of ClinicMeasures that it is made from; absent = built in. */
  readonly own?: OwnMeasure;
}

/** A column of the list in which its date stands: a name that the list has not does not compile. */
type RowsInTheMonth = {
  [L in ListId]: { readonly counts: "rows in the month"; readonly list: L; readonly date: ColumnOf<L> };
}[ListId];

/** How a demand figure or a chart's figure is made. `Id`: the indicators that it may be made from. */
export type Measure<Id extends string = IndicatorId> =
  | RowsInTheMonth
  | { readonly counts: "children"; readonly cohorts: readonly Cohort[] }
  | { readonly counts: "plans"; readonly cohort: Cohort }
  | ({ readonly counts: "share" } & CohortAndTest)
  | { readonly counts: "rate"; readonly of: Id }
  | { readonly counts: "rolling rate"; readonly of: Id; readonly months: number };

/*
 * IDs are taken from the entries (`ids.ts`). So a family's file first writes its entries with any words for IDs,
 * `…Entry<string, string>`, and then gives them out as `…Entry`: each other indicator that an entry names (`Known`) must exist.
 */

export interface DemandMonthEntry<
  Id extends string = DemandMonthId,
  Known extends string = IndicatorId,
> extends Entry {
  readonly family: "demand in the month";
  readonly id: Id;
  readonly measure: Measure<Known>;
}

export interface DemandMonthEndEntry<
  Id extends string = DemandMonthEndId,
  Known extends string = IndicatorId,
> extends Entry {
  readonly family: "demand at month end";
  readonly id: Id;
  readonly measure: Measure<Known>;
}

export interface ChartEntry<
  Id extends string = ChartOnlyId,
  Known extends string = IndicatorId,
> extends Entry {
  readonly family: "chart";
  readonly id: Id;
  readonly page: TeamPage;
  readonly measure: Measure<Known>;
}

interface ByTeam<Id extends string, Known extends string> extends Entry {
  readonly family: "by team";
  readonly id: Id;
  readonly page: TeamPage;
  /** The records that the out-of-time list names; the worse side is the numerator where lower is better. */
  readonly listed: "not in the numerator" | "in the numerator" | "the worse side";
  /** What has to be done, as a list of things to do says it: "CP visit"; absent = its name in messages. */
  readonly toDo?: string;
  /** Records to be done that the cohort holds only once they are done or due. */
  readonly notYetDone?: Cohort;
  /** The headline count that its denominator is held against. */
  readonly headline: Known | null;
}

export type TeamTableEntry<Id extends string = TeamTableId, Known extends string = DemandMonthEndId> = ByTeam<
  Id,
  Known
> &
  CohortAndTest;

export type IndicatorEntry = DemandMonthEntry | DemandMonthEndEntry | TeamTableEntry | ChartEntry;
