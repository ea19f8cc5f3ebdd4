/**
 * Reads a condition as an analyst types it (SPEC §3): "Outcome = Agreed; Agreed in part", "Placements >= 3",
 * "Closed not blank", "Type contains respite", "follows earlier within 12 months of Date of Referral",
 * "open longer than 45 working days", several joined by " and ".
 */
import { readDate } from "../calendar/readDate";
import { numberIn } from "../cells/cells";
import { cellText, nameKey } from "../cells/names";
import type { Clause, Comparison, Fault, ParsedCondition, PeriodUnit } from "./condition";

const HOW_TO =
  "Type a heading and what it must hold, such as: Outcome = Agreed; Declined, Placements >= 3, Closed not blank, Type contains respite.";

/**
 * @param text the whole cell, not blank.
 * @param isHeading whether the sheet has the heading, where that is known: it settles which words of "A = b and c and d >= 2"
 *   belong to a heading.
 */
export function parseCondition(text: string, isHeading?: (heading: string) => boolean): ParsedCondition {
  const clauses: Clause[] = [];
  const texts = partsOf(cellText(text), isHeading);
  for (const part of texts) {
    const clause = readClause(part);
    if ("fix" in clause) return { condition: null, texts: [], fault: clause };
    clauses.push(clause);
  }
  return { condition: clauses, texts, fault: null };
}

/**
 * Splits at " and ", but not inside quotes, and not where the words before or behind say nothing by themselves: in "Outcome
 * = Advice and information" and in "Visits and reviews >= 2" it belongs to a value and to a heading.
 */
function partsOf(text: string, isHeading: (heading: string) => boolean = () => false): readonly string[] {
  const parts: string[] = [];
  let waiting: string[] = [];
  for (const piece of splitOutsideQuotes(text, /\s+and\s+/iy)) {
    if (!CLAUSE.test(piece)) {
      waiting.push(piece);
      continue;
    }
    const last = parts.at(-1);
    const joined = waiting.map((_, from) => [...waiting.slice(from), piece].join(" and "));
    const known = isHeading(headingOf(piece)) ? -1 : joined.findIndex((each) => isHeading(headingOf(each)));
    const ofHeading = known >= 0 ? known : last !== undefined && takesWords(last) ? waiting.length : 0;
    if (last !== undefined && ofHeading > 0) {
      parts[parts.length - 1] = [last, ...waiting.slice(0, ofHeading)].join(" and ");
    }
    parts.push(joined[ofHeading] ?? piece);
    waiting = [];
  }
  const last = parts.pop();
  return [...parts, [...(last === undefined ? [] : [last]), ...waiting].join(" and ")];
}

/** What stands before the sign of a clause. */
function headingOf(clause: string): string {
  const [, heading = ""] = COMPARES.exec(clause) ?? CONTAINS.exec(clause) ?? FILLED.exec(clause) ?? [];
  return unquoted(heading);
}

const FOLLOWS = /^follows\b/i;
const OPEN_LONGER = /^open (?:for )?longer\b/i;
const FILLED = /^(.*?)\s+(?:is\s+)?(not\s+blank|blank)$/i;
const CONTAINS = /^(.*?)\s+contains\b\s*(.*)$/i;
const COMPARES = /^(.*?)\s*(<>|!=|≠|>=|=>|≥|<=|=<|≤|=|>|<)\s*(.*)$/;
const CLAUSE = new RegExp(
  [FOLLOWS, OPEN_LONGER, /\s(?:not\s+)?blank$/i, /\scontains\b/i, /[<>=≠≥≤]/]
    .map(({ source }) => source)
    .join("|"),
  "i",
);

/** A clause that ends in values goes on in words without a sign of their own. */
function takesWords(clause: string): boolean {
  return !OPEN_LONGER.test(clause) && !FILLED.test(clause);
}

function readClause(text: string): Clause | Fault {
  if (FOLLOWS.test(text)) return readFollows(text);
  if (OPEN_LONGER.test(text)) return readOpenLonger(text);
  const contains = CONTAINS.exec(text);
  const compares = COMPARES.exec(text);
  // What comes first decides: "Note contains a = b" and "Outcome = contains a fee".
  const [, before = "", among = ""] = contains ?? [];
  const [, compared = "", sign = "", value = ""] = compares ?? [];
  if (contains && (!compares || before.length < compared.length)) {
    return withHeading(before, (heading) => {
      const values = valuesIn(among);
      return values.length === 0 ? noValue() : { says: "contains", heading, values };
    });
  }
  if (compares) return readComparison(compared, SIGNS.get(sign) ?? "=", value);
  const filled = FILLED.exec(text);
  if (filled) {
    const [, named = "", word = ""] = filled;
    const isFilled = /^not/i.test(word);
    return withHeading(named, (heading) => ({ says: "filled", heading, isFilled }));
  }
  return {
    message: "This is not a condition: it has no =, <>, >=, contains or not blank.",
    fix: HOW_TO,
  };
}

const SIGNS: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ["=", "="],
  ["<>", "<>"],
  ["!=", "<>"],
  ["≠", "<>"],
  [">=", ">="],
  ["=>", ">="],
  ["≥", ">="],
  ["<=", "<="],
  ["=<", "<="],
  ["≤", "<="],
  [">", ">"],
  ["<", "<"],
]);

function readComparison(named: string, comparison: Comparison, right: string): Clause | Fault {
  return withHeading(named, (heading) => {
    const values = valuesIn(right);
    if (values.length === 0) return noValue();
    if (comparison === "=" || comparison === "<>") {
      return { says: "compares", heading, comparison, values };
    }
    const [value = ""] = values;
    const isOrdered = values.length === 1 && (numberIn(value) !== null || readDate(value, false) > 0);
    if (isOrdered) return { says: "compares", heading, comparison, values };
    return {
      message: `After ${comparison} this has no number and no date to compare with.`,
      fix: `Type one number or date, such as: Placements ${comparison} 3, or Start Date ${comparison} 01/04/2023.`,
    };
  });
}

function withHeading(named: string, read: (heading: string) => Clause | Fault): Clause | Fault {
  const heading = unquoted(named);
  if (nameKey(heading) !== "") return read(heading);
  return { message: "This condition has no heading before the sign.", fix: HOW_TO };
}

function noValue(): Fault {
  return {
    message: "This condition has no value to compare with.",
    fix: "Type the value after the sign, several separated by semicolons; for an empty cell type: blank, or not blank.",
  };
}

const UNITS: readonly (readonly [RegExp, PeriodUnit, number])[] = [
  [/^days?$/i, "days", 1],
  [/^(?:working days?|wd)$/i, "working days", 1],
  [/^weeks?$/i, "days", 7],
  [/^months?$/i, "months", 1],
  [/^years?$/i, "months", 12],
];

const PERIOD = "(\\d+)\\s*([a-z][a-z ]*?)";
const FOLLOWS_WHOLE = new RegExp(`^follows (?:an )?earlier within ${PERIOD} of (.+)$`, "i");
const OPEN_LONGER_WHOLE = new RegExp(`^open (?:for )?longer than ${PERIOD}$`, "i");

function readFollows(text: string): Clause | Fault {
  const [, count = "", unit = "", heading = ""] = FOLLOWS_WHOLE.exec(text) ?? [];
  const within = periodOf(count, unit);
  if (within && within.unit !== "working days" && nameKey(heading) !== "") {
    return { says: "follows earlier", heading: unquoted(heading), within };
  }
  return {
    message: "This does not say how long after an earlier row, or which date.",
    fix: "Type it as: follows earlier within 12 months of Date of Referral (or a number of days).",
  };
}

function readOpenLonger(text: string): Clause | Fault {
  const [, count = "", unit = ""] = OPEN_LONGER_WHOLE.exec(text) ?? [];
  const than = periodOf(count, unit);
  if (than) return { says: "open longer", than };
  return {
    message: "This does not say how long something has been open.",
    fix: "Type it as: open longer than 45 working days (or a number of days or months).",
  };
}

function periodOf(count: string, unit: string): { count: number; unit: PeriodUnit } | null {
  const found = UNITS.find(([words]) => words.test(unit.trim()));
  const number = Number(count);
  if (!found || !(number >= 1) || number > MOST) return null;
  return { count: number * found[2], unit: found[1] };
}

/** Longer than any life, in days: more is a slip of the keyboard. */
const MOST = 40_000;

/** Separated by semicolons outside quotes; blanks among them are dropped. */
function valuesIn(text: string): readonly string[] {
  return splitOutsideQuotes(text, /\s*;\s*/y)
    .map(unquoted)
    .filter((value) => value !== "");
}

const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["“", "”"],
  ["‘", "’"],
]);

/** @param separator sticky. */
function splitOutsideQuotes(text: string, separator: RegExp): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length;) {
    const closing = QUOTES.get(text.charAt(at));
    const end = closing === undefined ? -1 : text.indexOf(closing, at + 1);
    if (end > 0) {
      at = end + 1;
      continue;
    }
    separator.lastIndex = at;
    const found = separator.exec(text);
    if (found) {
      pieces.push(text.slice(from, at));
      at += found[0].length;
      from = at;
    } else at++;
  }
  return [...pieces, text.slice(from)];
}

function unquoted(text: string): string {
  const trimmed = text.trim();
  const closing = QUOTES.get(trimmed[0] ?? "");
  const isQuoted = closing !== undefined && trimmed.length > 1 && trimmed.endsWith(closing);
  return isQuoted ? trimmed.slice(1, -1).trim() : trimmed;
}
