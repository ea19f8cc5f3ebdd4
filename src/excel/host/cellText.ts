/**
 * Plan cells → what Range.formulas takes. Excel reads a text as if it had been typed, so a text that looks
 * like something else gets an apostrophe before it, which Excel keeps out of sight (SPEC §8 formula-like text).
 */
import type { CellContent } from "../../pages/plan";

export function cellForExcel(content: CellContent): string | number {
  if (content === null) return "";
  if (typeof content === "number") return content;
  if (typeof content === "string") return textForExcel(content);
  return content.formula;
}

/** For a cell with the format General; an "@" cell takes the text as it is, and could show the apostrophe. */
export function textForExcel(text: string): string {
  const whole = shortened(text);
  return isTakenForFormula(whole) || isTakenForValue(whole) ? `'${whole}` : whole;
}

export function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
}

/** A body column may be formatted "@" when it holds texts and nothing else: a formula in an "@" cell stays text. */
export function holdsTextOnly(column: readonly CellContent[]): boolean {
  const isText = (cell: CellContent) => typeof cell === "string" && cell.length <= LONGEST_TEXT_CELL;
  return column.some(isText) && column.every((cell) => cell === null || isText(cell));
}

/** Longer texts are cut. */
export const LONGEST_TEXT = 32_000;

/** Some versions of Excel show longer texts in "@" cells as #####. */
const LONGEST_TEXT_CELL = 255;

/** Begins as a formula does, blanks in front or not, or with an apostrophe, of which Excel would swallow the first. */
function isTakenForFormula(text: string): boolean {
  return /^\s*[=+\-@]|^['\t\r]/.test(text);
}

/** A number, percent, amount, fraction, date, time, TRUE or error value as it would be typed, in any British or ISO way. */
function isTakenForValue(text: string): boolean {
  const typed = text.trim();
  if (typed === "") return text !== "";
  if (/^(true|false)$/i.test(typed) || /^#[A-Z0-9/]+[!?]?$/i.test(typed)) return true;
  if (
    /^[(£$€\s]*[-+]?[.,\d]/.test(typed) &&
    /^[(£$€\s]*[-+\d.,\s/:]+(e[+-]?\d+)?\s*[%)apm.\s]*$/i.test(typed)
  )
    return true;
  return MONTH.test(typed) && /\d/.test(typed) && typed.length <= 30;
}

/** Figures may stand directly before and behind it: Excel makes 1 March of "MAR1". */
const MONTH =
  /(?:^|[^a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(uary|ruary|ch|il|e|y|ust|tember|ober|ember)?(?![a-z])/i;

/** The number format of a cell that holds text. */
export const TEXT_FORMAT = "@";

/** One format for all cells of a range: Excel fills the range with a single value. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}
