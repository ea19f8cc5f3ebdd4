/**
 * What could be wrong, told before a build (in the pane and by the command line's `check`): each finding as data,
 * with the sentence that says it and what the analyst is offered. Nothing here stops a build but the month's question.
 * Dates are serials, months "YYYY-MM", percents 0–100 and unrounded.
 */
import type { IndicatorId } from "./indicators/ids";
import type { ListId } from "./lists/lists";

/** What the analyst can do about a finding; to go on as it is, is always possible. */
export type Offer =
  /** Report this month; null = the month that the extracts give. */
  | { readonly act: "report-month"; readonly month: string | null }
  | { readonly act: "set-as-at"; readonly date: number }
  | { readonly act: "load-events"; readonly lists: readonly ListId[] }
  /** Choose what each sheet is read as. */
  | { readonly act: "match-sheets" }
  | { readonly act: "set-teams" }
  | { readonly act: "set-targets" };

interface Told {
  /** Plain and whole by itself. */
  readonly sentence: string;
  /** What it rests on, a line each. */
  readonly lines: readonly string[];
  readonly offers: readonly Offer[];
}

/** SPEC §5 History: a published month is replaced, or a month earlier than one that was built. */
export interface MonthQuestion extends Told {
  readonly kind: "month";
  readonly month: string;
  /** The month that a blank reporting month would give. */
  readonly monthOfExtracts: string;
  /** The latest contact, referral or assessment date up to today; null = there is none. */
  readonly extractsRunTo: number | null;
  readonly isInHistory: boolean;
  /** The latest month in the history where that is later than the reporting month. */
  readonly laterMonth: string | null;
}

/** A sheet with a child ID and dates that is not read as a list. */
export interface SheetsNotRead extends Told {
  readonly kind: "sheets-not-read";
  readonly sheets: readonly string[];
}

/** Of two sheets for one list the newer is not read. */
export interface OlderSheetRead extends Told {
  readonly kind: "older-sheet-read";
  readonly list: ListId;
  readonly read: { readonly sheet: string; readonly runsTo: number | null };
  readonly newer: { readonly sheet: string; readonly runsTo: number };
}

/** A share whose latest dates lie after the as-at date for some: they count as late, whatever came before. */
export interface LateByExtract {
  readonly indicator: IndicatorId;
  readonly list: ListId;
  readonly plansAfter: number;
  readonly denominator: number;
  readonly asCounted: number | null;
  /** Looking back from the extract's last day. */
  readonly fromLastDay: number | null;
  readonly lastDay: number;
}

export interface ExtractsAfterMonthEnd extends Told {
  readonly kind: "extracts-after-month-end";
  readonly asAt: number;
  readonly measures: readonly LateByExtract[];
}

/** SPEC §4: shares that read a latest date are not made for a month before the extracts' own. */
export interface LatestDatesNotKept extends Told {
  readonly kind: "latest-dates-not-kept";
  readonly indicators: readonly IndicatorId[];
}

export interface ListsEndEarly extends Told {
  readonly kind: "lists-end-early";
  readonly lists: readonly { readonly list: ListId; readonly runsTo: number }[];
  /** The day to which the others run. */
  readonly othersRunTo: number;
}

export interface TeamsLeftOut extends Told {
  readonly kind: "teams-left-out";
  readonly teams: readonly string[];
  readonly lists: readonly {
    readonly list: ListId;
    readonly children: number;
    readonly outside: number;
  }[];
}

/** Two names that one slip of the pen tells apart, with the rows that each has in all lists. */
export interface TeamsSpeltAlike extends Told {
  readonly kind: "teams-spelt-alike";
  readonly pairs: readonly (readonly { readonly team: string; readonly rows: number }[])[];
}

export interface BigChanges extends Told {
  readonly kind: "big-changes";
  readonly changes: readonly {
    readonly indicator: IndicatorId;
    readonly previous: number;
    readonly value: number;
    /** The size of a change that counts as "about the same" (SPEC §5). */
    readonly usual: number;
  }[];
}

/** Last month's number + started − ended, held against this month's. */
export interface StockAndFlow extends Told {
  readonly kind: "stock-and-flow";
  readonly flows: readonly {
    readonly list: ListId;
    readonly lastMonth: number;
    readonly started: number;
    readonly ended: number;
    readonly thisMonth: number;
    /** This month less what last month, started and ended come to. */
    readonly remainder: number;
    readonly teams: readonly { readonly team: string; readonly remainder: number }[];
  }[];
}

export interface PastRecounted extends Told {
  readonly kind: "past-recounted";
  readonly months: readonly {
    readonly indicator: IndicatorId;
    readonly month: string;
    readonly published: number;
    readonly recounted: number;
  }[];
}

export interface TargetsToAgree extends Told {
  readonly kind: "targets-to-agree";
  readonly indicators: readonly IndicatorId[];
}

export type Finding =
  | MonthQuestion
  | SheetsNotRead
  | OlderSheetRead
  | ExtractsAfterMonthEnd
  | LatestDatesNotKept
  | ListsEndEarly
  | TeamsLeftOut
  | TeamsSpeltAlike
  | BigChanges
  | StockAndFlow
  | PastRecounted
  | TargetsToAgree;
