/** Which columns of a list the figures are made from: they are read before the counting begins. */
import { LISTS } from "../lists/lists";
import type { ListId } from "../lists/lists";
import { INDICATORS } from "../indicators/catalogue";
import { needsOf } from "./needs";
import type { Need } from "./needs";

const NEEDED: readonly Need[] = INDICATORS.flatMap(needsOf);

/** Whether a figure cannot be made without the column, or differs without it. */
export function matters(list: ListId, column: string): boolean {
  return NEEDED.some(
    ({ list: of, columns, alsoReads = [] }) => of === list && [...columns, ...alsoReads].includes(column),
  );
}

/** Keys of all columns that counting reads; children among them only where it asks for every row's. */
export function columnsCounted(list: ListId): readonly string[] {
  return COUNTED.get(list) ?? [];
}

/** Events and allocations: every column is read. */
const READ_WHOLE: ReadonlySet<ListId> = new Set<ListId>([
  "allocations",
  "visits",
  "core-groups",
  "supervisions",
]);

const COUNTED: ReadonlyMap<ListId, readonly string[]> = new Map(
  LISTS.map(({ id, columns }) => {
    const keys = columns.map(({ key }) => key);
    const counted = keys.filter((key) => READ_WHOLE.has(id) || (key !== "child" && matters(id, key)));
    return [id, counted];
  }),
);
