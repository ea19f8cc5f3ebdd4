/**
 * Columns that hold only the latest of many dates: what an extract of today says of them is not what one of an earlier
 * month would have said.
 */
import type { ListId } from "./listSpec";

export interface LatestDate {
  /** What was last done: "visit". */
  readonly what: string;
  /** The event list that has every date of it; null = there is none. */
  readonly eventList: ListId | null;
}

const LATEST_DATES: ReadonlyMap<string, LatestDate> = new Map<string, LatestDate>([
  ["lastVisit", { what: "visit", eventList: "visits" }],
  ["lastCoreGroup", { what: "core group", eventList: "core-groups" }],
  ["lastSupervision", { what: "supervision", eventList: "supervisions" }],
  ["carePlan", { what: "care plan", eventList: null }],
]);

/** null where the column holds each date of its own row. */
export function latestDate(column: string): LatestDate | null {
  return LATEST_DATES.get(column) ?? null;
}
