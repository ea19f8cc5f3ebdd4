/** Which lists and columns a figure needs, and why it is not available in words (SPEC §2, §6 unavailable). */
import { columnSpec, listSpec } from "../lists/lists";
import type { ListId } from "../lists/lists";
import type { ReadList, Records } from "../extracts/readList";
import type { Cohort, IndicatorEntry, Measure, OwnRows, Test } from "../indicators/entry";

export interface Need {
  readonly list: ListId | OwnRows;
  readonly columns: readonly string[];
  /** Without these the figure can be made, but differs. */
  readonly alsoReads?: readonly string[];
}

/** The lists as the calculation asks for them: null = the workbook has no such list. */
export interface ListsRead {
  get(id: ListId): ReadList | null;
  /** The rows of a council's own indicator, or why they cannot be counted. Absent = there are none. */
  own?(rows: OwnRows): Records | string;
}

/** null = the workbook has no such list, or the rows cannot be counted. */
export function recordsOf(lists: ListsRead, list: ListId | OwnRows): Records | null {
  if (!isOwnRows(list)) return lists.get(list);
  const rows = lists.own?.(list);
  return rows === undefined || typeof rows === "string" ? null : rows;
}

export function isOwnRows(list: ListId | OwnRows): list is OwnRows {
  return list.startsWith("own ");
}

/** What the list sheets must hold for the indicator's own count; a rate's needs are those of the count it divides. */
export function needsOf(entry: IndicatorEntry): readonly Need[] {
  let needs = found.get(entry);
  if (!needs) found.set(entry, (needs = findNeeds(entry)));
  return needs;
}

const found = new WeakMap<IndicatorEntry, readonly Need[]>();

function findNeeds(entry: IndicatorEntry): readonly Need[] {
  return entry.family === "by team" ? [together(entry.cohort, entry.test)] : needsOfMeasure(entry.measure);
}

/** A plain sentence naming the list or the column that is missing; null when nothing is. */
export function whatIsMissing(needs: readonly Need[], lists: ListsRead): string | null {
  for (const { list, columns } of needs) {
    if (isOwnRows(list)) {
      const rows = lists.own?.(list);
      if (typeof rows === "string") return rows;
      continue;
    }
    const read = lists.get(list);
    if (read === null) return `The workbook has no ${listSpec(list).name} list.`;
    const absent = columns.filter((column) => !read.has(column));
    if (absent.length > 0) {
      const { name } = listSpec(list);
      const headings = absent.map((column) => `“${columnSpec(list, column)?.heading ?? column}”`);
      return `${name} has no ${headings.join(" or ")} column.`;
    }
  }
  return null;
}

function needsOfMeasure(measure: Measure): readonly Need[] {
  switch (measure.counts) {
    case "rows in the month":
      return [{ list: measure.list, columns: [measure.date] }];
    case "children":
      return measure.cohorts;
    case "plans":
      return [measure.cohort];
    case "share":
      return [together(measure.cohort, measure.test)];
    case "rate":
    case "rolling rate":
      return [];
  }
}

function together(cohort: Cohort, test: Test): Need {
  return {
    list: cohort.list,
    columns: [...new Set([...cohort.columns, ...test.columns])],
    alsoReads: [...(cohort.alsoReads ?? []), ...(test.alsoReads ?? [])],
  };
}
