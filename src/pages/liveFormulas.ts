/**
 * The live formulas of the pages: RAG words and directions of travel that read the thresholds on Clinic Settings
 * through defined names, by the rules of `clinic/calculate/measures` (SPEC §4), without the add-in.
 * Parts are formula text without "=".
 */
import type { FigureKind } from "../clinic/report";
import type { IndicatorId } from "../clinic/indicators/ids";
import { columnOf, tableName, thisRow, totalOf } from "./references";
import { CASELOAD_THRESHOLD, amberName, betterName, targetName } from "./thresholdNames";
import { NONE, RAG_WORDS, TRAVEL_WORDS, TREND_WORDS } from "./wording";

/** A figure as the pack shows it, and when there is one. */
export interface LiveFigure {
  /** In points for a percent. */
  readonly shown: string;
  /** TRUE when there is no figure. */
  readonly missing: string;
}

/** The shown percent of two cells of whole numbers: halves up, exact where a percent ends in 5. */
export function percentFigure(numerator: string, denominator: string): LiveFigure {
  return {
    shown: `ROUND(1000*${numerator}/${denominator},0)/10`,
    missing: `NOT(AND(ISNUMBER(${denominator}),N(${denominator})<>0))`,
  };
}

/** The shown figure of one cell; a percent's cell holds a ratio. */
export function cellFigure(kind: FigureKind, cell: string): LiveFigure {
  return {
    shown: kind === "percent" ? `ROUND(ROUND(1000*${cell},6),0)/10` : `ROUND(${cell},0)`,
    missing: `NOT(ISNUMBER(${cell}))`,
  };
}

/** A figure that stands in no cell, as shown: last month's on a page of this one. */
export function knownFigure(shown: number): LiveFigure {
  return { shown: String(shown), missing: "FALSE" };
}

/** numerator ÷ denominator, "-" where the denominator is 0. */
export function ratioFormula(numerator: string, denominator: string): string {
  return `=IF(${denominator}=0,"${NONE}",${numerator}/${denominator})`;
}

/** Green, Amber or Red; "-" without a figure, a target or a better direction. */
export function ragFormula(id: IndicatorId, figure: LiveFigure): string {
  const miss = `ROUND(${shortfall(id, figure.shown)},6)`;
  return (
    `=IF(OR(${figure.missing},${cannotBeJudged(id)}),"${NONE}",` +
    `IF(${miss}<=0,"${RAG_WORDS.green}",IF(${miss}<=${amberName(id)},"${RAG_WORDS.amber}","${RAG_WORDS.red}")))`
  );
}

/** Improving, worsening or the same, with its arrow; "-" as for RAG, or without the month before. */
export function travelFormula(id: IndicatorId, previous: LiveFigure, current: LiveFigure): string {
  const gained = `ROUND(${shortfall(id, previous.shown)}-${shortfall(id, current.shown)},6)`;
  return (
    `=IF(OR(${previous.missing},${current.missing},${cannotBeJudged(id)}),"${NONE}",` +
    `CHOOSE(SIGN(${gained})+2,"${TRAVEL_WORDS.worsening}","${TRAVEL_WORDS.same}","${TRAVEL_WORDS.improving}"))`
  );
}

/** The raw movement, with its arrow; "-" without the month before. */
export function trendFormula(previous: LiveFigure, current: LiveFigure): string {
  return (
    `=IF(OR(${previous.missing},${current.missing}),"${NONE}",` +
    `CHOOSE(SIGN(${current.shown}-${previous.shown})+2,` +
    `"${TREND_WORDS.down}","${TREND_WORDS.flat}","${TREND_WORDS.up}"))`
  );
}

/** "20+" for a caseload at or above the threshold. */
export function highlightFormula(allocations: string): string {
  return `=IF(${isHighlighted(allocations)},${CASELOAD_THRESHOLD}&"+","${NONE}")`;
}

/** TRUE for a caseload at or above the threshold. Text is greater than any number in Excel, so it is asked first. */
export function isHighlighted(allocations: string): string {
  return `AND(ISNUMBER(${allocations}),N(${allocations})>=${CASELOAD_THRESHOLD})`;
}

/** The target as a cell shows it: a ratio for a percent, "-" when there is none. */
export function targetFormula(id: IndicatorId, kind: FigureKind): string {
  const target = targetName(id);
  return kind === "percent" ? `=IF(ISNUMBER(${target}),${target}/100,"${NONE}")` : `=${target}`;
}

/** The pooled percent of a by-team table, from its totals. */
export function tableTotalFigure(id: IndicatorId): LiveFigure {
  const table = tableName(id);
  return percentFigure(totalOf(table, "Numerator"), totalOf(table, "Denominator"));
}

export function rowFigure(table: string): LiveFigure {
  return percentFigure(thisRow(table, "Numerator"), thisRow(table, "Denominator"));
}

/** The pooled percent from the column sums, for the total row itself. */
export function sumsFigure(table: string): LiveFigure {
  return percentFigure(`SUM(${columnOf(table, "Numerator")})`, `SUM(${columnOf(table, "Denominator")})`);
}

function cannotBeJudged(id: IndicatorId): string {
  return `NOT(ISNUMBER(${targetName(id)})),${betterName(id)}="${NONE}"`;
}

/** How far a figure is on the wrong side of its target (negative: on the right side). */
function shortfall(id: IndicatorId, figure: string): string {
  const target = targetName(id);
  const better = betterName(id);
  return (
    `IF(${better}="higher",${target}-${figure},` +
    `IF(${better}="lower",${figure}-${target},ABS(${figure}-${target})))`
  );
}
