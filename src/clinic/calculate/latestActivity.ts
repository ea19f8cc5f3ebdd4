import type { ListId } from "../lists/lists";
import type { ListsRead } from "./needs";

/** SPEC §3 Reporting month: the dates that show up to when the extracts run. */
const ACTIVITY: readonly (readonly [ListId, string])[] = [
  ["contacts", "date"],
  ["referrals", "date"],
  ["assessments", "start"],
  ["assessments", "authorised"],
];

/** The latest contact, referral or assessment date that is not after today; null when there is none. Serials. */
export function latestActivity(lists: ListsRead, today: number): number | null {
  let latest = 0;
  for (const [id, column] of ACTIVITY) {
    const list = lists.get(id);
    if (!list?.has(column)) continue;
    for (const date of list.dates(column)) if (date > latest && date <= today) latest = date;
  }
  return latest || null;
}
