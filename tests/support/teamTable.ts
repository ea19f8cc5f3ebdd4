/** Counts a by-team table over a list made by hand, in July 2023 and with the indicator's defaults unless told otherwise. */
import { countByTeam, sum } from "../../src/clinic/calculate/teamCounts";
import { indicatorEntry } from "../../src/clinic/indicators/catalogue";
import type { TeamTableEntry, Terms } from "../../src/clinic/indicators/entry";
import type { ListId } from "../../src/clinic/lists/lists";
import type { TeamTableId } from "../../src/clinic/indicators/ids";
import type { IndicatorSettings } from "../../src/clinic/indicators/indicatorSettings";
import { julyTerms, madeList } from "./madeList";
import type { MadeRow } from "./madeList";

export interface Given {
  readonly terms?: Partial<Terms>;
  readonly settings?: Partial<IndicatorSettings>;
}

export function counted(id: TeamTableId, rows: readonly MadeRow[], given: Given = {}) {
  const entry = indicatorEntry(id) as TeamTableEntry;
  const settings: IndicatorSettings = { id, ...entry.defaults, population: null, ...given.settings };
  return countByTeam(entry, madeList(entry.cohort.list as ListId, rows), julyTerms(given.terms), settings);
}

/** [denominator, numerator] of the whole table. */
export function total(
  id: TeamTableId,
  rows: readonly MadeRow[],
  given: Given = {},
): readonly [number, number] {
  const counts = counted(id, rows, given);
  return [sum(counts.denominator), sum(counts.numerator)];
}

/** What the out-of-time list says of the one record given; when it is due is for stillToDo.test.ts. */
export function lateness(id: TeamTableId, row: MadeRow, given: Given = {}) {
  const counts = counted(id, [row], given);
  expect(counts.listed).toEqual([0]);
  const { date, daysOver, unit } = counts.judgement.lateness(0);
  return { date, daysOver, unit };
}

export const COUNTED_IN_TIME = [1, 1];
export const COUNTED_LATE = [1, 0];
export const NOT_COUNTED = [0, 0];
