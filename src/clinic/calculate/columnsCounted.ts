/** Which columns of a list the figures are made from: they are read before the counting begins. */
import type { ListId } from "../extracts/lists";
import { INDICATORS } from "../indicators/catalogue";
import type { IndicatorEntry } from "../indicators/entry";
import { needsOf } from "./needs";
import type { Need } from "./needs";

/** No figure lacks for these, but it differs without them. */
const ALSO_COUNTED: ReadonlySet<string> = new Set(["end", "visitFrequency"]);

const NEEDED: readonly Need[] = INDICATORS.flatMap(needsOf);

/** Whether a figure cannot be made without the column, or differs without it. */
export function matters(list: ListId, column: string): boolean {
  return (
    ALSO_COUNTED.has(column) || NEEDED.some((need) => need.list === list && need.columns.includes(column))
  );
}

/** Keys of all columns that counting reads, children among them only where they are told apart. */
export function columnsCounted(list: ListId, keys: readonly string[]): readonly string[] {
  return keys.filter((key) =>
    key === "child" ? TELLS_CHILDREN_APART.has(list) : READ_WHOLE.has(list) || matters(list, key),
  );
}

/** Events and allocations: every column is read. */
const READ_WHOLE: ReadonlySet<ListId> = new Set<ListId>([
  "allocations",
  "visits",
  "core-groups",
  "supervisions",
]);

const TELLS_CHILDREN_APART: ReadonlySet<ListId> = new Set<ListId>([
  ...READ_WHOLE,
  ...INDICATORS.flatMap(listsOfChildren),
  // One conference a child and date.
  "section-47",
]);

function listsOfChildren(entry: IndicatorEntry): readonly ListId[] {
  if (entry.family === "by team" || entry.measure.counts !== "children") return [];
  return entry.measure.cohorts.map(({ list }) => list);
}
