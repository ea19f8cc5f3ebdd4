/**
 * Every indicator of SPEC §4, in pack order. Adding one is an entry here (and its id in ids.ts): tables, pages,
 * charts, definitions, settings, history, functions and the out-of-time list read this.
 */
import { nameKey } from "../settings/names";
import { CHARTS } from "./charts";
import { DEMAND_AT_MONTH_END, DEMAND_IN_THE_MONTH } from "./demand";
import type { IndicatorEntry } from "./entry";
import type { IndicatorId } from "./ids";
import { TEAM_TABLES } from "./teamTables";

export const INDICATORS: readonly IndicatorEntry[] = [
  ...DEMAND_IN_THE_MONTH,
  ...DEMAND_AT_MONTH_END,
  ...TEAM_TABLES,
  ...CHARTS,
];

const BY_ID: ReadonlyMap<IndicatorId, IndicatorEntry> = new Map(INDICATORS.map((entry) => [entry.id, entry]));

/** @throws RangeError when the catalogue has no such entry: a mistake in the code, not in a workbook. */
export function indicatorEntry(id: IndicatorId): IndicatorEntry {
  const entry = BY_ID.get(id);
  if (!entry) throw new RangeError(`The catalogue has no indicator “${id}”.`);
  return entry;
}

/** What a wording is compared by: as headings are, but "%" is the word that it stands for. */
export function normalisedWording(text: string): string {
  return nameKey(text.replace(/%/g, " percent "));
}

/** Ids, wordings, table titles and chart titles, normalised, for the Indicator column of past figures. */
export const indicatorWordings: ReadonlyMap<string, IndicatorId> = new Map(
  INDICATORS.flatMap(({ id, wording, chartTitle }) =>
    [id, wording, ...(chartTitle === null ? [] : [chartTitle])].map((words): [string, IndicatorId] => [
      normalisedWording(words),
      id,
    ]),
  ),
);

/** Ids and wordings just as they stand here, which is how most are written. */
const OWN_WORDS: ReadonlyMap<string, IndicatorId> = new Map(
  INDICATORS.flatMap(({ id, wording }) =>
    [id, wording].map((words) => [words, indicatorWordings.get(normalisedWording(words)) ?? id] as const),
  ),
);

/** The indicator that an id, wording or title means; null for any other text. */
export function indicatorOf(text: string): IndicatorId | null {
  return OWN_WORDS.get(text) ?? indicatorWordings.get(normalisedWording(text)) ?? null;
}

export { CHARTS, DEMAND_AT_MONTH_END, DEMAND_IN_THE_MONTH, TEAM_TABLES };
