/** Conditions of Clinic Setup (SPEC §3: With, Only where) put together from choices. */

/** A comparison as the form offers it, and as a condition has it. */
export const COMPARISONS = [
  { key: "=", text: "is one of" },
  { key: "<>", text: "is none of" },
  { key: "contains", text: "contains" },
  { key: ">=", text: "is at least" },
  { key: "<=", text: "is at most" },
  { key: "not blank", text: "is filled in" },
  { key: "blank", text: "is blank" },
  { key: "follows", text: "lies shortly before this row’s date, on an earlier row of the child" },
] as const;

export type Comparison = (typeof COMPARISONS)[number]["key"];

export const PERIOD_UNITS = ["days", "working days", "months"] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** "Outcome = Agreed; Declined"; "" while the value is missing. */
export function clauseOf(heading: string, comparison: Comparison, value: string, unit: string): string {
  const wanted = value.trim();
  switch (comparison) {
    case "blank":
    case "not blank":
      return `${quoted(heading)} ${comparison}`;
    case "follows":
      return wanted === "" ? "" : `follows earlier within ${wanted} ${unit} of ${quoted(heading)}`;
    default:
      return wanted === "" ? "" : `${quoted(heading)} ${comparison} ${wanted}`;
  }
}

export function openLonger(count: string, unit: string): string {
  return count.trim() === "" ? "" : `open longer than ${count.trim()} ${unit}`;
}

/** One more clause at the end of a condition. */
export function withClause(condition: string, clause: string): string {
  return condition.trim() === "" ? clause : `${condition.trim()} and ${clause}`;
}

/** Signs and words that a condition gives a meaning are put in quotation marks. */
export function quoted(text: string): string {
  return /[;<>=≠≥≤]|\b(?:and|contains|blank|follows|open)\b/i.test(text) && !text.includes('"')
    ? `"${text}"`
    : text;
}
