/** Plans, conferences and enquiries that contradict each other or lack what they should have (SPEC §8). */
import { certain } from "../cells/certain";
import { isBlank } from "../cells/cells";
import { columnSpec, listSpec } from "../lists/lists";
import type { ListId } from "../lists/lists";
import { NO_PLAN, plansNamed } from "../lists/planWords";
import type { ReadList } from "../extracts/readList";
import type { CellValue } from "../cells/worksheet";
import { cellAsFound, eachRecord, reportAt } from "./places";
import type { IssueSearch } from "./issueSearch";
import { reporter } from "../issues/rulesCatalogue";
import { openRows } from "../indicators/cohorts";
import { visitFrequency } from "../indicators/visitFrequency";
import { isExcelError } from "../cells/names";

export function* planRules(search: IssueSearch): Generator<void> {
  for (const id of ["cin-plans", "cp-plans", "cla"] as const) {
    moreThanOneOpen(search, id);
    yield;
  }
  concurrentPlans(search);
  yield;
  yield* careLeaversTwice(search);
  yield* conferences(search);
  yield* missingOutcomes(search);
  yield* earlyHelpWithoutStart(search);
  yield* blankPreviousPlans(search);
  unknownFrequencies(search);
  yield* unreadablePlans(search, "visits");
  yield* unreadablePlans(search, "supervisions");
}

function openAtMonthEnd({ settings }: IssueSearch, list: ReadList): Int32Array {
  return openRows(list.dates("start"), list.dates("end"), settings.monthEnd);
}

function moreThanOneOpen(search: IssueSearch, id: ListId): void {
  const list = search.lists.get(id);
  if (!list) return;
  const report = reporter(search.log, "more-than-one-open-plan", id, { list: listSpec(id).name });
  const children = list.children();
  const met = new Set<number>();
  for (const record of openAtMonthEnd(search, list)) {
    const child = certain(children[record]);
    if (met.has(child)) reportAt(report, list, record, "child");
    met.add(child);
  }
}

function concurrentPlans(search: IssueSearch): void {
  const cin = search.lists.get("cin-plans");
  const cp = search.lists.get("cp-plans");
  if (!cin || !cp) return;
  const report = reporter(search.log, "concurrent-cin-cp", "cin-plans");
  const onCpPlan = new Set<number>();
  const cpChildren = cp.children();
  for (const record of openAtMonthEnd(search, cp)) onCpPlan.add(certain(cpChildren[record]));
  const cinChildren = cin.children();
  for (const record of openAtMonthEnd(search, cin))
    if (onCpPlan.has(certain(cinChildren[record]))) reportAt(report, cin, record, "child");
}

function* careLeaversTwice({ lists, log }: IssueSearch): Generator<void> {
  const list = lists.get("care-leavers");
  if (!list) return;
  const report = reporter(log, "care-leaver-twice", list.id);
  const children = list.children();
  const met = new Set<number>();
  yield* eachRecord(list, (record) => {
    const child = certain(children[record]);
    if (met.has(child)) reportAt(report, list, record, "child");
    met.add(child);
  });
}

function* conferences({ lists, log }: IssueSearch): Generator<void> {
  const list = lists.get("section-47");
  if (!list?.has("icpc")) return;
  const report = reporter(log, "icpc-at-weekend", list.id);
  const dates = list.dates("icpc");
  yield* eachRecord(list, (record) => {
    if (isWeekend(certain(dates[record]))) reportAt(report, list, record, "icpc");
  });
}

/** Serial 1 is a Sunday by Excel's count, which is right from March 1900 on. */
function isWeekend(serial: number): boolean {
  const daysAfterSunday = (serial - 1) % 7;
  return serial > 0 && (daysAfterSunday === 0 || daysAfterSunday === 6);
}

function* missingOutcomes({ lists, recognition, log }: IssueSearch): Generator<void> {
  const list = lists.get("section-47");
  if (!list?.has("outcome")) return;
  const report = reporter(log, "outcome-missing", list.id);
  const completed = list.dates("completed");
  const outcomes = list.values("outcome");
  yield* eachRecord(list, (record) => {
    if (completed[record] === 0 || outcomes[record] !== "") return;
    if (isBlank(cellAsFound(recognition, list, record, "outcome"))) reportAt(report, list, record, "outcome");
  });
}

/** A row of Early Help may be a referral only; one that has ended, or has no date at all, lacks its start. */
function* earlyHelpWithoutStart({ lists, recognition, log }: IssueSearch): Generator<void> {
  const list = lists.get("early-help");
  if (!list?.has("start")) return;
  const column = columnSpec(list.id, "start")?.heading ?? "";
  const report = reporter(log, "missing-start", list.id, { column });
  const start = list.dates("start");
  const end = list.dates("end");
  const referral = list.dates("referral");
  const assessment = list.dates("assessment");
  yield* eachRecord(list, (record) => {
    if (start[record] !== 0) return;
    if (end[record] === 0 && (referral[record] !== 0 || assessment[record] !== 0)) return;
    if (isBlank(cellAsFound(recognition, list, record, "start"))) reportAt(report, list, record, "start");
  });
}

function* blankPreviousPlans({ lists, recognition, log }: IssueSearch): Generator<void> {
  const list = lists.get("cp-plans");
  if (!list?.has("previousPlans")) return;
  const report = reporter(log, "previous-plans-blank", list.id);
  const previous = list.values("previousPlans");
  yield* eachRecord(list, (record) => {
    if (previous[record] !== "") return;
    if (isBlank(cellAsFound(recognition, list, record, "previousPlans")))
      reportAt(report, list, record, "previousPlans");
  });
}

/** Of children looked after at month end: the others are in no figure. */
function unknownFrequencies(search: IssueSearch): void {
  const list = search.lists.get("cla");
  if (!list?.has("visitFrequency")) return;
  const report = reporter(search.log, "visit-frequency-unknown", list.id);
  const frequencies = list.values("visitFrequency");
  for (const record of openAtMonthEnd(search, list))
    if (
      visitFrequency(frequencies[record] ?? "") === null &&
      !isExcelError(cellAsFound(search.recognition, list, record, "visitFrequency"))
    )
      reportAt(report, list, record, "visitFrequency");
}

function* unreadablePlans({ lists, recognition, log }: IssueSearch, id: ListId): Generator<void> {
  const list = lists.get(id);
  if (!list) return;
  const report = reporter(log, "plan-unreadable", id);
  const plans = list.values("plan");
  const isNamed = new Map<CellValue, boolean>();
  yield* eachRecord(list, (record) => {
    const cell = plans[record] ?? "";
    let named = isNamed.get(cell);
    if (named === undefined) isNamed.set(cell, (named = plansNamed(cell) !== NO_PLAN));
    if (named) return;
    // An error value is an issue already.
    if (cell !== "" || isBlank(cellAsFound(recognition, list, record, "plan")))
      reportAt(report, list, record, "plan");
  });
}
