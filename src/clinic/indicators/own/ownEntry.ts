/** A council's own indicator as an entry of the catalogue: the same data as a built-in one, made from its row. */
import { edate, monthOf, monthStart } from "../../calendar/months";
import { nameKey } from "../../cells/names";
import { listSpec } from "../../lists/lists";
import type { Records } from "../../extracts/readList";
import { watched } from "../defaults";
import type { Cohort, IndicatorDefaults, IndicatorEntry, OwnRows, Terms, Test, Timescale } from "../entry";
import {
  doneWithinUnit,
  lastWithin,
  lastWithinFirstDue,
  lastWithinOwnFrequency,
  notOverdue,
  whereTrue,
} from "../inTime";
import type { IndicatorSettings } from "../indicatorSettings";
import { notYetDueInWords, teamsInWords, timescaleInWords } from "../words";
import type { OwnMeasure } from "./ownMeasure";

/** Keys of the columns that a reading of its rows has, whatever their headings (`clinic/extracts/ownRows`). */
export const OWN_COLUMNS = ["by", "start", "end", "date", "due", "frequency", "team"] as const;
/** TRUE where a row meets With, or Only where. */
export const WITH = "with";
export const ONLY_WHERE = "onlyWhere";
export type OwnColumn = (typeof OWN_COLUMNS)[number] | typeof WITH | typeof ONLY_WHERE;

export function ownEntry(measure: OwnMeasure): IndicatorEntry {
  const shared = {
    id: measure.id,
    wording: measure.title,
    nameInMessages: measure.title,
    chartTitle: measure.hasChart ? measure.title : null,
    own: measure,
    rule: (settings: IndicatorSettings) => ruleInWords(measure, settings),
  };
  const cohort = ownCohort(measure);
  if (measure.page === null) {
    const count = {
      ...shared,
      kind: "count",
      defaults: watched,
      measure: { counts: "plans", cohort },
    } as const;
    return measure.counted === "open at month end"
      ? { ...count, family: "demand at month end" }
      : { ...count, family: "demand in the month" };
  }
  return {
    ...shared,
    family: "by team",
    kind: "percent",
    page: measure.page,
    cohort,
    test: ownTest(measure),
    defaults: defaultsOf(measure),
    listed: measure.measure === "share with" ? "the worse side" : "not in the numerator",
    headline: null,
  };
}

function defaultsOf({ measure }: OwnMeasure): IndicatorDefaults {
  const none: IndicatorDefaults = { ...watched, teams: "clinic" };
  switch (measure) {
    case "share last done within":
      return { ...none, betterWhen: "higher", unit: "days", notYetDue: "in time" };
    case "share done within":
      return { ...none, betterWhen: "higher", unit: "days" };
    case "share not overdue":
      return { ...none, betterWhen: "higher" };
    case "share with":
    case "count":
      return none;
  }
}

function ownTest(measure: OwnMeasure): Test<OwnColumn> {
  switch (measure.measure) {
    case "share last done within":
      if (measure.headings.frequency !== "") return lastWithinOwnFrequency("date", "frequency");
      return measure.firstDue ? lastWithinFirstDue("date", measure.firstDue) : lastWithin("date");
    case "share done within":
      return doneWithinUnit("start", "date");
    case "share not overdue":
      return notOverdue("due", "date");
    case "share with":
    case "count":
      return whereTrue(WITH);
  }
}

function ownCohort(measure: OwnMeasure): Cohort<OwnRows> {
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
  const counts = list.values(ONLY_WHERE);
  const isIn = inCohort(measure, list, terms, timescale);
  const rows = new Int32Array(list.rowCount);
  let count = 0;
  for (let row = 0; row < list.rowCount; row++) if (counts[row] === true && isIn(row)) rows[count++] = row;
  return rows.subarray(0, count);
}

function inCohort(
  { counted, countedWhenDue }: OwnMeasure,
  list: Records<OwnColumn>,
  { monthStart: first, monthEnd, calendar }: Terms,
  { timescale, unit }: Timescale,
): (row: number) => boolean {
  if (counted === "open at month end") {
    const [start, end] = [list.dates("start"), list.dates("end")];
    return (row) => start[row]! > 0 && start[row]! <= monthEnd && (end[row] === 0 || end[row]! > monthEnd);
  }
  const from = firstDayCounted(counted, first, monthEnd);
  if (countedWhenDue) {
    const start = list.dates("start");
    return (row) => {
      const began = start[row]!;
      if (began === 0 || began > monthEnd) return false;
      const due = unit === "days" ? began + timescale : calendar.addWorkingDays(began, timescale);
      return due >= from && due <= monthEnd;
    };
  }
  const by = list.dates("by");
  return (row) => by[row]! >= from && by[row]! <= monthEnd;
}

function firstDayCounted(counted: OwnMeasure["counted"], first: number, monthEnd: number): number {
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

/** By another of its names the list may be a sheet that is called so: then it is said as it was typed. */
function sourceInWords(source: OwnMeasure["source"]): string {
  if (source.from === "sheet") return `the sheet ${source.sheet}`;
  const { name } = listSpec(source.list);
  return nameKey(source.typed) === nameKey(name) || nameKey(source.typed) === nameKey(source.list)
    ? name
    : source.typed;
}

const COUNTED_IN_WORDS: Readonly<Record<OwnMeasure["counted"], string>> = {
  "open at month end": "open on the last day of the month",
  "dated in month": "in the month",
  "12 months to M": "in the twelve months to the end of the month",
  "since April": "from 1 April to the end of the month",
};

/** The row of ClinicMeasures, in words. */
function ruleInWords(measure: OwnMeasure, settings: IndicatorSettings): string {
  const { source, each, headings, onlyWhereText } = measure;
  const name = sourceInWords(source);
  const rows =
    each === "row"
      ? `Rows of ${name}`
      : `Rows of ${name}, one ${each === "child" ? "a child" : "a child and date"},`;
  const by = measure.countedWhenDue
    ? `that fell due ${COUNTED_IN_WORDS[measure.counted]}`
    : measure.counted === "open at month end"
      ? COUNTED_IN_WORDS[measure.counted]
      : `whose ${headings.by || headings.date || "date"} lies ${COUNTED_IN_WORDS[measure.counted]}`;
  const only = onlyWhereText === "" ? "" : `, only where ${onlyWhereText}`;
  const parts = [`${rows} ${by}${only}`];
  const first = measure.firstDue
    ? `${timescaleInWords({ ...settings, ...measure.firstDue })} after the start`
    : `${timescaleInWords(settings)} after the start`;
  switch (measure.measure) {
    case "count":
      return `${parts.join("")}, all teams.`;
    case "share last done within":
      parts.push(
        `: those whose ${headings.date} is no more than ${timescaleInWords(settings)} before the as-at date` +
          `${headings.frequency === "" ? "" : `, or the row’s own ${headings.frequency}`}. ` +
          notYetDueInWords(settings, headings.frequency === "" ? first : "that long after the start"),
      );
      break;
    case "share done within":
      parts.push(`: those whose ${headings.date} is within ${timescaleInWords(settings)} of the start.`);
      break;
    case "share not overdue":
      parts.push(
        `: those whose ${headings.due} does not lie before the as-at date` +
          `${headings.date === "" ? "" : `, or whose ${headings.date} is on or after it`}. A row without a due date is not overdue.`,
      );
      break;
    case "share with":
      parts.push(`: those with ${measure.withText}.`);
  }
  return `${parts.join("")} ${teamsInWords(settings)}`;
}
