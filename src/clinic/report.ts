/**
 * ClinicReport: the one result of the calculation. Pages, the report JSON, worksheet functions and
 * the pane read this and nothing else.
 */
import type { DataIssue } from "./issues/dataIssue";
import type { Finding, MonthQuestion } from "./findings";
import type { FigureKind, Rag, Travel, Trend } from "./measures/terms";
import type { LateState } from "./indicators/entry";
import type { ListId } from "./lists/lists";
import type { DemandMonthEndId, DemandMonthId, IndicatorId, SeriesId, TeamTableId } from "./indicators/ids";
import type { BetterWhen, TimeUnit } from "./measures/terms";
import type { ClinicSettings } from "./settings/settings";
import type { IndicatorSettings } from "./indicators/indicatorSettings";

export interface DemandMonthRow {
  readonly id: DemandMonthId;
  readonly indicator: string;
  /** What it is called where neither page nor table title stands above it. */
  readonly nameInMessages: string;
  readonly kind: FigureKind;
  /** One a month of `months`; M's unrounded; null = no figure. */
  readonly values: readonly (number | null)[];
  readonly trend: Trend | null;
}

export interface DemandMonthEndRow {
  readonly id: DemandMonthEndId;
  readonly indicator: string;
  /** What it is called where neither page nor table title stands above it. */
  readonly nameInMessages: string;
  readonly kind: FigureKind;
  readonly values: readonly (number | null)[];
  readonly target: number | null;
  readonly rag: Rag | null;
  readonly travel: Travel | null;
}

export interface TeamRow {
  /** Full name. */
  readonly team: string;
  readonly denominator: number;
  readonly numerator: number;
  /** 0–100, unrounded; null when the denominator is 0. */
  readonly percent: number | null;
  readonly rag: Rag | null;
}

export interface TeamTable {
  readonly id: TeamTableId;
  readonly title: string;
  readonly rows: readonly TeamRow[];
  readonly total: Omit<TeamRow, "team">;
  /** Rows of teams outside the clinic tables, which the table leaves out. */
  readonly outside: number;
}

export interface CaseloadRow {
  readonly allocations: number;
  readonly status: string;
  /** Short name. */
  readonly team: string;
  readonly highlight: boolean;
}

export interface CaseloadTable {
  /** "caseloads-20-plus" (whatever the threshold), "caseloads-bit", "caseloads-swf-central" … */
  readonly id: string;
  readonly title: string;
  readonly rows: readonly CaseloadRow[];
}

export interface ChartSeries {
  readonly id: SeriesId;
  /** The chart's title. */
  readonly title: string;
  readonly kind: FigureKind;
  readonly values: readonly (number | null)[];
  readonly target: number | null;
}

/** A child (plan, assessment, ICPC) that a by-team table counts and that is not in time. */
export interface OutOfTimeRow {
  readonly indicator: TeamTableId;
  readonly team: string;
  readonly child: string;
  /** The last / authorised / ICPC date (serial); null = nothing recorded. */
  readonly date: number | null;
  /** Beyond what is due, in `unit`; null for a date after A and for cp-repeat. */
  readonly daysOver: number | null;
  readonly unit: "days" | "working days";
  /** The last day on which it would have been in time; null where there is none. */
  readonly due: number | null;
  readonly state: LateState;
  readonly sheet: string;
  /** 1-based worksheet row. */
  readonly row: number;
}

/** Something that is still to be done for a child: late, or due soon. */
export interface ToDo extends Pick<
  OutOfTimeRow,
  "indicator" | "team" | "child" | "date" | "daysOver" | "unit" | "sheet" | "row"
> {
  /** "CP visit" */
  readonly what: string;
  /** Serial: the last day on which it is in time. */
  readonly due: number;
}

/** SPEC §5 Out of Time: one row for each child. */
export interface ChildToDo {
  readonly child: string;
  /** Full names, those of what is due first, first. */
  readonly teams: readonly string[];
  /** At least one; what was or is due first, first. */
  readonly things: readonly ToDo[];
}

export interface Unavailable {
  readonly id: string;
  readonly reason: string;
}

export interface Source {
  readonly list: ListId;
  readonly name: string;
  readonly sheets: readonly string[];
  readonly rows: number;
  /** Earliest date of the list's main date column, and its latest activity up to the day of the build; null = none. */
  readonly firstDate: number | null;
  readonly lastDate: number | null;
  /** Column names (as in SPEC §2) that the list lacks. */
  readonly missingColumns: readonly string[];
  readonly errors: number;
  readonly queries: number;
}

/** A line of the Summary's headline RAG table: every indicator with a target, in pack order. */
export interface Headline {
  readonly id: IndicatorId;
  /** Its name in full, which says its subject by itself (SPEC §5). */
  readonly indicator: string;
  /** What it is called where neither page nor table title stands above it. */
  readonly nameInMessages: string;
  readonly kind: FigureKind;
  readonly value: number | null;
  readonly previous: number | null;
  readonly target: number | null;
  readonly betterWhen: BetterWhen | null;
  readonly rag: Rag | null;
  readonly travel: Travel | null;
  /** A change that says nothing (SPEC §5 "about the same"). */
  readonly isAboutTheSame?: true;
  /** Why last month's figure is not compared, and `travel` null, in words that follow "since" (SPEC §5 [b]). */
  readonly breakReason?: string;
}

/** A figure of one month, as Clinic History keeps it. */
export interface HistoryRow {
  readonly month: string;
  readonly indicator: IndicatorId;
  /** "Total" or a team's full name. */
  readonly team: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  /** How it was counted; absent = it is not known: the row was built before the history kept that. */
  readonly countedBy?: CountedBy;
}

/** What a figure of another month must share for the two to be compared (SPEC §5 History). */
export interface CountedBy {
  readonly timescale: number | null;
  readonly unit: TimeUnit | null;
  /** "all", or "all but 2" and on a Total which: "all but 2: CWD East; MASH". */
  readonly teamsCounted: string;
}

/** SPEC §5 Definitions: an indicator's rule in words, and what it is measured against. */
export interface Definition {
  readonly id: IndicatorId;
  readonly indicator: string;
  readonly rule: string;
  readonly settings: IndicatorSettings;
  readonly unavailable: string | null;
}

/** A headline count held against a by-team table's denominator. */
export interface Reconciliation {
  readonly headline: IndicatorId;
  readonly headlineCount: number;
  readonly table: TeamTableId;
  readonly tableTotal: number;
  /** Why they differ: team outside the clinic tables, second open plans, not yet due … each with its count. Sums to the difference. */
  readonly parts: readonly { readonly reason: string; readonly count: number }[];
}

export interface Caution {
  readonly indicator: IndicatorId;
  readonly sentence: string;
}

export interface ClinicReport {
  readonly month: string;
  readonly settings: ClinicSettings;
  /** Thirteen months, oldest first, the reporting month last: "YYYY-MM". */
  readonly months: readonly string[];
  readonly demandMonth: readonly DemandMonthRow[];
  readonly demandMonthEnd: readonly DemandMonthEndRow[];
  readonly tables: readonly TeamTable[];
  readonly caseloads: readonly CaseloadTable[];
  readonly series: readonly ChartSeries[];
  readonly headlines: readonly Headline[];
  /** Key messages in plain English, most important first (SPEC §5 Summary). */
  readonly messages: readonly string[];
  /** A change up to this is "about the same" (SPEC §5), in the figure's own unit; absent = every change counts. */
  readonly usualChanges: Readonly<Partial<Record<IndicatorId, number>>>;
  readonly outOfTime: readonly OutOfTimeRow[];
  /** Late and not done yet, longest first. */
  readonly outstanding: readonly ChildToDo[];
  /** Due from the as-at date on within ten working days, soonest first. */
  readonly dueSoon: readonly ChildToDo[];
  readonly issues: readonly DataIssue[];
  readonly unavailable: readonly Unavailable[];
  readonly sources: readonly Source[];
  readonly definitions: readonly Definition[];
  readonly reconciliations: readonly Reconciliation[];
  /** The month that a blank reporting month would give: the extracts' own. */
  readonly monthOfExtracts: string;
  /** Asked before the month is built, since it would replace what was published; null = building it is routine. */
  readonly monthQuestion: MonthQuestion | null;
  /** What could be wrong, told before a build: what weighs most first, the month's question among them. */
  readonly findings: readonly Finding[];
  /** What the reader of a figure has to know: sentences for its page and the Summary. */
  readonly cautions: readonly Caution[];
  /** Targets at a starting value that nobody has agreed yet. */
  readonly targetsToAgree: readonly IndicatorId[];
  /** All of Clinic History as it should stand after this build, oldest month first. */
  readonly history: readonly HistoryRow[];
}
