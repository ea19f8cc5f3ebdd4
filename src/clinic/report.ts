/**
 * ClinicReport: the one result of the calculation. Pages, the report JSON, worksheet functions and
 * the pane read this and nothing else.
 */
import type { ListId } from "./extracts/lists";
import type { DemandMonthEndId, DemandMonthId, IndicatorId, SeriesId, TeamTableId } from "./indicators/ids";
import type { BetterWhen, ClinicSettings, IndicatorSettings } from "./settings/settings";

export type Rag = "green" | "amber" | "red";
export type Trend = "up" | "down" | "flat";
export type Travel = "improving" | "worsening" | "same";
/** How a figure is shown: a whole number, a rate per 10,000 with no decimals, a percent (0–100) with one. */
export type FigureKind = "count" | "rate" | "percent";

export interface DemandMonthRow {
  readonly id: DemandMonthId;
  readonly indicator: string;
  readonly kind: FigureKind;
  /** One a month of `months`; M's unrounded; null = no figure. */
  readonly values: readonly (number | null)[];
  readonly trend: Trend | null;
}

export interface DemandMonthEndRow {
  readonly id: DemandMonthEndId;
  readonly indicator: string;
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
  readonly sheet: string;
  /** 1-based worksheet row. */
  readonly row: number;
}

export type IssueSeverity = "error" | "query";

/** Never holds a child's row: `message` names the sheet, the cell and what to do, not what stands there. */
export interface DataIssue {
  readonly severity: IssueSeverity;
  readonly code: string;
  readonly list: ListId | "settings" | "history" | null;
  readonly sheet: string;
  /** A1 addresses of every cell it is about, in worksheet order; empty when it is about the whole sheet. */
  readonly cells: readonly string[];
  /** One plain sentence: what is wrong. */
  readonly message: string;
  /** One plain sentence: what to do. */
  readonly fix: string;
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
  /** Earliest and latest date of the list's main date column; null when it holds none. */
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
  readonly indicator: string;
  readonly kind: FigureKind;
  readonly value: number | null;
  readonly previous: number | null;
  readonly target: number | null;
  readonly betterWhen: BetterWhen | null;
  readonly rag: Rag | null;
  readonly travel: Travel | null;
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
  readonly outOfTime: readonly OutOfTimeRow[];
  readonly issues: readonly DataIssue[];
  readonly unavailable: readonly Unavailable[];
  readonly sources: readonly Source[];
  readonly definitions: readonly Definition[];
  readonly reconciliations: readonly Reconciliation[];
  /** All of Clinic History as it should stand after this build, oldest month first. */
  readonly history: readonly HistoryRow[];
}
