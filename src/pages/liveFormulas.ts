/**
 * The live formulas of the pages: RAG words and directions of travel that read the thresholds on Clinic Settings
 * through defined names, by the rules of `clinic/calculate/measures` (SPEC §4), without the add-in.
 * Parts are formula text without "=".
 */
import type { FigureKind } from "../clinic/measures/terms";
import type { IndicatorId } from "../clinic/indicators/ids";
import type { ClinicReport } from "../clinic/report";
import { columnOf, thisRow } from "./references";
import {
  CASELOAD_THRESHOLD,
  STATUSES,
  STATUS_LIMITS,
  amberName,
  betterName,
  targetName,
} from "./thresholdNames";
import { ABOUT_THE_SAME, NONE, RAG_WORDS, TRAVEL_WORDS, TREND_WORDS } from "./wording";

/** A share of fewer is marked (SPEC §5). */
export const FEW = 10;

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

/** numerator ÷ denominator, "-" where the denominator is 0. */
export function ratioFormula(numerator: string, denominator: string): string {
  return `=IF(${denominator}=0,"${NONE}",${numerator}/${denominator})`;
}

/** What a figure is held against: parts of a formula. */
export interface LiveTerms {
  /** A number, in points for a percent; text when there is no target. */
  readonly target: string;
  /** "higher", "lower", "near" or "-". */
  readonly better: string;
  /** How far a miss may be and still be amber; 0 when there is no amber. */
  readonly amber: string;
}

/** Of one indicator: for a table that is all about it. */
export function termsOf(id: IndicatorId): LiveTerms {
  return { target: targetName(id), better: betterName(id), amber: amberName(id) };
}

/** Of the indicator whose number `ref` comes to: for a column that is about another in every row. */
export function termsByRef(ref: string): LiveTerms {
  return {
    target: definitionOf(ref, "Target"),
    better: definitionOf(ref, "Better when"),
    amber: `N(${definitionOf(ref, "Amber within")})`,
  };
}

/** A cell of Clinic Definitions, in the row of the indicator whose number `ref` comes to. */
export function definitionOf(ref: string, heading: DefinitionHeading): string {
  return byRef(DEFINITIONS, heading, ref);
}

/** A cell of a table with a column "Ref", in the row of that number. */
export function byRef(table: string, heading: string, ref: number | string): string {
  return `INDEX(${columnOf(table, heading)},MATCH(${ref},${columnOf(table, REF)},0))`;
}

export const DEFINITIONS = "Clinic_definitions";
/** Heading of the numbers by which rows of one page find those of another: an indicator's place in the pack. */
export const REF = "Ref";

/** An indicator's number on all pages of this build, from 1. */
export function refOf(id: IndicatorId, { definitions }: ClinicReport): number {
  return definitions.findIndex((each) => each.id === id) + 1;
}

type DefinitionHeading = "Better when" | "Target" | "Amber within" | "Measured in" | "Sheet";

/** How Clinic Definitions says what a figure is measured in. */
export const MEASURED_IN: Readonly<Record<FigureKind, string>> = {
  percent: "%",
  count: "Number",
  rate: "Rate per 10,000",
};

/** The shown figure of a cell whose row says by its number whether it is a percent. */
export function figureByRef(ref: string, cell: string): LiveFigure {
  const percent = cellFigure("percent", cell);
  const whole = cellFigure("count", cell);
  return {
    shown: `IF(${isPercent(ref)},${percent.shown},${whole.shown})`,
    missing: whole.missing,
  };
}

export function isPercent(ref: string): string {
  return `${definitionOf(ref, "Measured in")}="${MEASURED_IN.percent}"`;
}

/** Green, Amber or Red; "-" without a figure, a target or a better direction. */
export function ragFormula(terms: LiveTerms, figure: LiveFigure): string {
  const miss = `ROUND(${shortfall(terms, figure.shown)},6)`;
  return (
    `=IF(OR(${figure.missing},${cannotBeJudged(terms)}),"${NONE}",` +
    `IF(${miss}<=0,"${RAG_WORDS.green}",IF(${miss}<=${terms.amber},"${RAG_WORDS.amber}","${RAG_WORDS.red}")))`
  );
}

/**
 * Improving, worsening or the same, with its arrow; "-" as for RAG, or without the month before.
 * @param isUsual part of a formula that is TRUE where the change says nothing; absent = every change counts.
 */
export function travelFormula(
  terms: LiveTerms,
  previous: LiveFigure,
  current: LiveFigure,
  isUsual?: string,
): string {
  const gained = `ROUND(${shortfall(terms, previous.shown)}-${shortfall(terms, current.shown)},6)`;
  const judged = `CHOOSE(SIGN(${gained})+2,"${TRAVEL_WORDS.worsening}","${TRAVEL_WORDS.same}","${TRAVEL_WORDS.improving}")`;
  const said = isUsual === undefined ? judged : `IF(${isUsual},"${ABOUT_THE_SAME}",${judged})`;
  return `=IF(OR(${previous.missing},${current.missing},${cannotBeJudged(terms)}),"${NONE}",${said})`;
}

/** The raw movement, with its arrow; "-" without the month before. */
export function trendFormula(previous: LiveFigure, current: LiveFigure): string {
  return (
    `=IF(OR(${previous.missing},${current.missing}),"${NONE}",` +
    `CHOOSE(SIGN(${current.shown}-${previous.shown})+2,` +
    `"${TREND_WORDS.down}","${TREND_WORDS.flat}","${TREND_WORDS.up}"))`
  );
}

/** "20+" for a caseload at or above the number of the worker's status, else of the option. */
export function highlightFormula(allocations: string, status: string): string {
  const own = `INDEX(${STATUS_LIMITS},MATCH(${status},${STATUSES},0))`;
  const limit = `IFERROR(IF(N(${own})>0,${own},${CASELOAD_THRESHOLD}),${CASELOAD_THRESHOLD})`;
  return `=IF(N(${allocations})<${limit},"${NONE}",${limit}&"+")`;
}

/** TRUE in a row whose Flag says so: the rule follows the word. */
export function isFlagged(flag: string): string {
  return `AND(${flag}<>"${NONE}",${flag}<>"")`;
}

/** MATCH takes * ? ~ for more than themselves. A part of a formula. */
export function withoutWildcards(cell: string): string {
  return `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${cell},"~","~~"),"*","~*"),"?","~?")`;
}

export function rowFigure(table: string): LiveFigure {
  return percentFigure(thisRow(table, "Numerator"), thisRow(table, "Denominator"));
}

/** The pooled percent from the column sums, for the total row itself. */
export function sumsFigure(table: string): LiveFigure {
  return percentFigure(`SUM(${columnOf(table, "Numerator")})`, `SUM(${columnOf(table, "Denominator")})`);
}

function cannotBeJudged({ target, better }: LiveTerms): string {
  return `NOT(ISNUMBER(${target})),${better}="${NONE}"`;
}

/** How far a figure is on the wrong side of its target (negative: on the right side). */
function shortfall({ target, better }: LiveTerms, figure: string): string {
  return (
    `IF(${better}="near",ABS(${target}-(${figure})),` + `IF(${better}="higher",1,-1)*(${target}-(${figure})))`
  );
}
