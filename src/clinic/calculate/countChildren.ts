import type { Cohort, Terms, Timescale } from "../indicators/entry";
import { recordsOf } from "./needs";
import type { ListsRead } from "./needs";

/** Of a count, which has none. */
export const NO_TIMESCALE: Timescale = { timescale: 0, unit: "days" };

/**
 * How many different children the cohorts hold together; a record without an ID is a child of its own. Pauses
 * after each cohort.
 */
export function* countChildren(
  cohorts: readonly Cohort[],
  lists: ListsRead,
  terms: Terms,
): Generator<void, number> {
  const groups: Int32Array[] = [];
  for (const cohort of cohorts) {
    const list = recordsOf(lists, cohort.list);
    if (list) groups.push(list.childrenOf(cohort.rows(list, terms, NO_TIMESCALE)));
    if (cohorts.length > 1) yield;
  }
  const met = new Uint8Array(groups.reduce((most, children) => Math.max(most, highest(children)), -1) + 1);
  let count = 0;
  for (const children of groups) {
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!;
      count += 1 - met[child]!;
      met[child] = 1;
    }
  }
  return count;
}

/** -1 of none. */
export function highest(codes: Int32Array): number {
  let most = -1;
  for (let i = 0; i < codes.length; i++) if (codes[i]! > most) most = codes[i]!;
  return most;
}
