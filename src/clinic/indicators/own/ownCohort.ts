/** Who counts in a council's own indicator, and why a row does not: one set of conditions for the figure and its preview. */
import { edate, monthOf, monthStart } from "../../calendar/months";
import type { Records } from "../../extracts/readList";
import type { Cohort, OwnRows, Terms, Timescale } from "../entry";
import type { OwnMeasure } from "./ownMeasure";

/** Keys of the columns that a reading of its rows has, whatever their headings (`clinic/calculate/own`). */
export const OWN_COLUMNS = ["by", "start", "end", "date", "due", "frequency", "team"] as const;
/** TRUE where a row meets With, or Only where. */
export const WITH = "with";
export const ONLY_WHERE = "onlyWhere";
/** A column that its list or sheet has. */
export type ReadColumn = (typeof OWN_COLUMNS)[number];
export type OwnColumn = ReadColumn | typeof WITH | typeof ONLY_WHERE;

/** Why a row is not counted: the first condition that it does not meet. */
export type NotCounted =
  | "not where"
  | "no start"
  | "starts after"
  | "ended"
  | "falls due before"
  | "falls due after"
  | "no date"
  | "dated before"
  | "dated after";

export function ownCohort(measure: OwnMeasure): Cohort<OwnRows> {
  return {
    list: `own ${measure.id}`,
    columns: [],
    rows: (list, terms, timescale) => oneForEach(measure, list, rowsCounted(measure, list, terms, timescale)),
  };
}

function rowsCounted(
  measure: OwnMeasure,
  list: Records<OwnColumn>,
  terms: Terms,
  timescale: Timescale,
): Int32Array {
  const whyNot = whyNotCounted(measure, list, terms, timescale);
  const rows = new Int32Array(list.rowCount);
  let count = 0;
  for (let row = 0; row < list.rowCount; row++) if (whyNot(row) === null) rows[count++] = row;
  return rows.subarray(0, count);
}

/** null = the row is counted, unless another row of the same child is counted in its place (`each`). */
export function whyNotCounted(
  measure: OwnMeasure,
  list: Records<OwnColumn>,
  terms: Terms,
  timescale: Timescale,
): (row: number) => NotCounted | null {
  const counts = list.values(ONLY_WHERE);
  const outside = whyOutside(measure, list, terms, timescale);
  return (row) => outside(row) ?? (counts[row] === true ? null : "not where");
}

function whyOutside(
  { counted, countedWhenDue }: OwnMeasure,
  list: Records<OwnColumn>,
  { monthStart: first, monthEnd, calendar }: Terms,
  { timescale, unit }: Timescale,
): (row: number) => NotCounted | null {
  const start = list.dates("start");
  const whyNotStarted = (row: number): NotCounted | null => {
    if (start[row]! <= 0) return "no start";
    return start[row]! > monthEnd ? "starts after" : null;
  };
  if (counted === "open at month end") {
    const end = list.dates("end");
    return (row) => whyNotStarted(row) ?? (end[row] === 0 || end[row]! > monthEnd ? null : "ended");
  }
  const from = firstDayCounted(counted, first, monthEnd);
  if (countedWhenDue) {
    return (row) => {
      const notStarted = whyNotStarted(row);
      if (notStarted !== null) return notStarted;
      const began = start[row]!;
      const due = unit === "days" ? began + timescale : calendar.addWorkingDays(began, timescale);
      if (due < from) return "falls due before";
      return due > monthEnd ? "falls due after" : null;
    };
  }
  const by = list.dates("by");
  return (row) => {
    const date = by[row]!;
    if (date <= 0) return "no date";
    if (date < from) return "dated before";
    return date > monthEnd ? "dated after" : null;
  };
}

/** Serial of the first day whose rows are counted. */
export function firstDayCounted(counted: OwnMeasure["counted"], first: number, monthEnd: number): number {
  if (counted === "12 months to M") return edate(first, -11);
  if (counted !== "since April") return first;
  const month = monthOf(monthEnd);
  const year = Number(month.slice(0, 4)) - (month.slice(5) < "04" ? 1 : 0);
  return monthStart(`${year}-04`);
}

/**
 * One row for each child, or a child and date: the one with the latest start on or before its own date (a tie, or none: the
 * first), as for conferences; of a child's several dates the latest.
 */
function oneForEach({ each, counted }: OwnMeasure, list: Records<OwnColumn>, rows: Int32Array): Int32Array {
  if (each === "row") return rows;
  const start = list.dates("start");
  const own = counted === "open at month end" ? start : list.dates("by");
  const children = list.childrenOf(rows);
  const startBefore = (row: number): number => (start[row]! <= own[row]! ? start[row]! : 0);
  const isBetter = (row: number, held: number): boolean =>
    own[row]! !== own[held]! ? own[row]! > own[held]! : startBefore(row) > startBefore(held);
  const chosen = new Map<string | number, number>();
  rows.forEach((row, i) => {
    const key = each === "child" ? children[i]! : `${children[i]!} ${own[row]!}`;
    const held = chosen.get(key);
    if (held === undefined || isBetter(row, held)) chosen.set(key, row);
  });
  return Int32Array.from(chosen.values()).sort();
}
