import type { ReadList } from "../../extracts/readList";
import { listSpec } from "../../lists/lists";

/** The latest day up to today that the list's dates show: about when it was run; 0 = no date shows it. Serials. */
export function latestDay(list: Pick<ReadList, "id" | "has" | "dates">, today: number): number {
  let latest = 0;
  for (const key of listSpec(list.id).activityDates) {
    if (!list.has(key)) continue;
    for (const date of list.dates(key)) if (date > latest && date <= today) latest = date;
  }
  return latest;
}
