/** Dates that cannot be, that are out of order, or that do not show what they should (SPEC §4, §8). */
import { serialOf } from "../calendar/serials";
import { eventsFor } from "../extracts/events";
import type { EventLookup, LastEvents } from "../extracts/events";
import { columnSpec, listSpec } from "../lists/lists";
import type { ListId } from "../lists/lists";
import type { ReadList } from "../extracts/readList";
import type { ClinicSettings } from "../settings/settings";
import type { IssueLog } from "../issues/issueLog";
import { eachRecord, reportAt } from "./places";
import { reporter } from "../issues/rulesCatalogue";
import type { RuleCode } from "../issues/rulesCatalogue";

const FIRST_LIKELY_DAY = serialOf(1990, 1, 1);

/** @param lastLikelyDay the later of today and the as-at date. */
export function* impossibleDates(list: ReadList, lastLikelyDay: number, log: IssueLog): Generator<void> {
  for (const { key, heading, type } of listSpec(list.id).columns) {
    if (type !== "date" || !list.has(key)) continue;
    const future = reporter(log, "date-in-future", list.id, { column: heading });
    const longAgo = reporter(log, "date-before-1990", list.id, { column: heading });
    const dates = list.dates(key);
    yield* eachRecord(list, (record) => {
      const date = dates[record]!;
      if (date > lastLikelyDay) reportAt(future, list, record, key);
      else if (date > 0 && date < FIRST_LIKELY_DAY) reportAt(longAgo, list, record, key);
    });
  }
}

interface Order {
  readonly list: ListId;
  /** The first of these that the row has is when it began. */
  readonly began: readonly string[];
  readonly ended: string;
  readonly code: RuleCode;
}

const ORDERS: readonly Order[] = [
  { list: "early-help", began: ["start"], ended: "end", code: "end-before-start" },
  { list: "cin-plans", began: ["start"], ended: "end", code: "end-before-start" },
  { list: "cp-plans", began: ["start"], ended: "end", code: "end-before-start" },
  { list: "cla", began: ["start"], ended: "end", code: "end-before-start" },
  { list: "care-leavers", began: ["start"], ended: "end", code: "end-before-start" },
  { list: "assessments", began: ["start"], ended: "authorised", code: "authorised-before-start" },
  { list: "section-47", began: ["start", "strategy"], ended: "completed", code: "completed-before-start" },
  { list: "section-47", began: ["strategy"], ended: "icpc", code: "icpc-before-strategy" },
];

export function* datesOutOfOrder(list: ReadList, log: IssueLog): Generator<void> {
  for (const { list: id, began, ended, code } of ORDERS) {
    if (id !== list.id || !list.has(ended)) continue;
    const report = reporter(log, code, id, { column: columnSpec(id, ended)?.heading ?? ended });
    const from = began.map((key) => list.dates(key));
    const to = list.dates(ended);
    yield* eachRecord(list, (record) => {
      const end = to[record]!;
      if (end === 0) return;
      const start = from.find((dates) => dates[record]! > 0)?.[record] ?? 0;
      if (end < start) reportAt(report, list, record, ended);
    });
  }
}

const LAST_COLUMNS: readonly string[] = ["lastVisit", "lastCoreGroup", "carePlan", "lastSupervision"];

/**
 * A last date before the plan's start, or after the as-at date on a plan open at month end. Where an event list
 * takes the column's place, the event's cell is the one to blame.
 */
export function* lastDatesOutOfPlace(
  list: ReadList,
  events: LastEvents,
  { monthEnd, asAt }: Pick<ClinicSettings, "monthEnd" | "asAt">,
  today: number,
  log: IssueLog,
): Generator<void> {
  if (!list.has("start")) return;
  const start = list.dates("start");
  const end = list.dates("end");
  for (const key of LAST_COLUMNS) {
    const lookup = eventsFor(events, list.id, key);
    if (!lookup && !list.has(key)) continue;
    const words = { column: columnSpec(list.id, key)?.heading ?? key };
    const early = reporter(log, "last-date-before-start", list.id, words);
    const late = reporter(log, "last-date-after-as-at", list.id, words);
    const dates = lookup ? list.children().map((child) => lookup.dateOf(child)) : list.dates(key);
    yield* eachRecord(list, (record) => {
      const last = dates[record]!;
      const began = start[record]!;
      if (last === 0 || began === 0) return;
      if (last < began) reportLast(early, list, record, key, lookup);
      const isOpen = began <= monthEnd && (end[record] === 0 || end[record]! > monthEnd);
      // Later than today as well is a slip of its own, reported as such.
      if (isOpen && last > asAt && last <= Math.max(today, asAt)) reportLast(late, list, record, key, lookup);
    });
  }
}

function reportLast(
  report: ReturnType<typeof reporter>,
  list: ReadList,
  record: number,
  column: string,
  lookup: EventLookup | null,
): void {
  if (!lookup) return reportAt(report, list, record, column);
  const event = lookup.recordOf(list.children()[record]!);
  if (event >= 0) reportAt(report, lookup.list, event, "date");
}
