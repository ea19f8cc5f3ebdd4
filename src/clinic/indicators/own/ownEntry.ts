/** A council's own indicator as an entry of the catalogue: the same data as a built-in one, made from its row. */
import { nameKey } from "../../cells/names";
import { listSpec } from "../../lists/lists";
import { watched } from "../defaults";
import type { IndicatorDefaults, IndicatorEntry, Test } from "../entry";
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
import { type OwnColumn, ownCohort, WITH } from "./ownCohort";
import type { OwnMeasure } from "./ownMeasure";

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
