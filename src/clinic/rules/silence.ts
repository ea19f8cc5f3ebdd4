/** How long a list may be silent before its extract looks old: seldom dated lists longer, daily ones less. */
import type { ReadList } from "../extracts/readList";
import { listSpec } from "../lists/lists";
import type { ListId } from "../lists/lists";

/** However seldom a list has a date, with none in so many days up to the as-at date its extract is an old one. */
const LONGEST_SILENCE = 30;
/** The longest that offices are shut, from the Friday before Christmas to New Year's Eve: no list is old for less. */
const SHORTEST_SILENCE = 9;
/** How often a list has a date is seen from its last so many days … */
const LOOKED_BACK = 90;
/** … and it is old when it has been silent for so many times as long as it is between two dates. */
const TIMES_AS_LONG = 5;

/** Care leavers start and end so seldom that a month without either says nothing. */
const SELDOM_DATED: ReadonlySet<ListId> = new Set<ListId>(["care-leavers"]);

/** The list's latest date up to `last`, and the dates that show it; null where its dates say nothing of its age. */
export function latestDateUpTo(list: ReadList, last: number): number | null {
  const columns = datedColumns(list);
  return columns === null ? null : latestUpTo(columns, last);
}

/** How many days without a date are likely after `latest`; null where its dates say nothing of its age. */
export function likelySilence(list: ReadList, latest: number): number | null {
  const columns = datedColumns(list);
  return columns === null ? null : longestLikelySilence(columns, latest);
}

function datedColumns(list: ReadList): readonly Int32Array[] | null {
  const keys = listSpec(list.id).activityDates.filter((key) => list.has(key));
  if (keys.length === 0 || list.rowCount === 0 || SELDOM_DATED.has(list.id)) return null;
  return keys.map((key) => list.dates(key));
}

function latestUpTo(columns: readonly Int32Array[], last: number): number {
  let latest = 0;
  for (const dates of columns) for (const date of dates) if (date > latest && date <= last) latest = date;
  return latest;
}

function longestLikelySilence(columns: readonly Int32Array[], latest: number): number {
  let count = 0;
  for (const dates of columns)
    for (const date of dates) if (date > latest - LOOKED_BACK && date <= latest) count++;
  const likely = Math.ceil((TIMES_AS_LONG * LOOKED_BACK) / Math.max(1, count));
  return Math.min(LONGEST_SILENCE, Math.max(SHORTEST_SILENCE, likely));
}
