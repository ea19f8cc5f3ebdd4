/** The words that a figure is shown and judged in (SPEC §3, §4). */

export type Rag = "green" | "amber" | "red";
export type Trend = "up" | "down" | "flat";
export type Travel = "improving" | "worsening" | "same";
/** How a figure is shown: a whole number, a rate per 10,000 with no decimals, a percent (0–100) with one. */
export type FigureKind = "count" | "rate" | "percent";

export type BetterWhen = "higher" | "lower" | "near";
export type TimeUnit = "days" | "working days";
export type NotYetDue = "in time" | "excluded";
export type TeamScope = "clinic" | "all";
