import type { Cohort, Terms, Timescale } from "../indicators/entry";
import type { ListsRead } from "./needs";

const NO_TIMESCALE: Timescale = { timescale: 0, unit: "days" };

/** How many different children the cohorts hold together; a record without an ID is a child of its own. */
export function countChildren(cohorts: readonly Cohort[], lists: ListsRead, terms: Terms): number {
  const groups = cohorts.flatMap((cohort) => {
    const list = lists.get(cohort.list);
    return list ? [{ children: list.children(), rows: cohort.rows(list, terms, NO_TIMESCALE) }] : [];
  });
  let highest = -1;
  for (const { children, rows } of groups)
    for (const row of rows) highest = Math.max(highest, children[row]!);
  const met = new Uint8Array(highest + 1);
  let count = 0;
  for (const { children, rows } of groups) {
    for (const row of rows) {
      const child = children[row]!;
      count += 1 - met[child]!;
      met[child] = 1;
    }
  }
  return count;
}
