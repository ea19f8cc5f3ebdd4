/**
 * Every indicator: those of SPEC §4 in pack order, and after each sort the council's own (SPEC §3 ClinicMeasures). Tables,
 * pages, charts, definitions, settings, history, functions and the out-of-time list read this, and name no indicator themselves.
 */
import { nameKey } from "../cells/names";
import { CHARTS } from "./charts";
import { DEMAND_AT_MONTH_END, DEMAND_IN_THE_MONTH } from "./demand";
import type { DemandMonthEndEntry, DemandMonthEntry, IndicatorEntry, TeamTableEntry } from "./entry";
import type { IndicatorId } from "./ids";
import type { TeamPage } from "./teamPages";
import { TEAM_TABLES } from "./teamTables";

export interface Catalogue {
  /** Those that are shown, in pack order. */
  readonly entries: readonly IndicatorEntry[];
  /** With those that the council has switched off: others may be counted from them. */
  readonly all: readonly IndicatorEntry[];
  readonly demandInTheMonth: readonly DemandMonthEntry[];
  readonly demandAtMonthEnd: readonly DemandMonthEndEntry[];
  readonly teamTables: readonly TeamTableEntry[];
  /** Those with a chart, in the order of their pages. */
  readonly charted: readonly IndicatorEntry[];
  /** The pages of by-team tables and charts that hold something, in pack order. */
  readonly pages: readonly TeamPage[];
  /** @throws RangeError when there is no such entry: a mistake in the code, not in a workbook. */
  entry(id: IndicatorId): IndicatorEntry;
  /** The indicator that an id, wording or title means; null for any other text. */
  of(text: string): IndicatorId | null;
  /** The page of a chart or by-team table; null of a demand row without a chart. */
  pageOf(entry: IndicatorEntry): TeamPage | null;
}

/** @param isShown false = left out everywhere (ClinicTargets, Show). */
export function createCatalogue(
  own: readonly IndicatorEntry[],
  isShown: (id: IndicatorId) => boolean = () => true,
): Catalogue {
  const all: readonly IndicatorEntry[] = [
    ...DEMAND_IN_THE_MONTH,
    ...own.filter(({ family }) => family === "demand in the month"),
    ...DEMAND_AT_MONTH_END,
    ...own.filter(({ family }) => family === "demand at month end"),
    ...TEAM_TABLES,
    ...own.filter(({ family }) => family === "by team"),
    ...CHARTS,
  ];
  const entries = all.filter(({ id }) => isShown(id));
  const byId = new Map(all.map((entry) => [entry.id, entry]));
  const words = wordsOf(all);
  const asTheyStand = new Map(
    all.flatMap(({ id, wording }) =>
      [id, wording].map((text) => [text, words.get(normalisedWording(text)) ?? id] as const),
    ),
  );
  const teamTables = entries.filter((entry) => entry.family === "by team");
  /** A charted headline count stands with the tables whose denominators are held against it. */
  const pageOf = (entry: IndicatorEntry): TeamPage | null =>
    "page" in entry ? entry.page : (TEAM_TABLES.find(({ headline }) => headline === entry.id)?.page ?? null);
  const isOn = (entry: IndicatorEntry, page: TeamPage): boolean => pageOf(entry)?.key === page.key;
  const charted = entries.filter((entry) => entry.chartTitle !== null && pageOf(entry) !== null);
  const pages = pagesOf([...TEAM_TABLES, ...CHARTS, ...own]).filter((page) =>
    [...teamTables, ...charted].some((entry) => isOn(entry, page)),
  );
  return {
    entries,
    all,
    demandInTheMonth: entries.filter((entry) => entry.family === "demand in the month"),
    demandAtMonthEnd: entries.filter((entry) => entry.family === "demand at month end"),
    teamTables,
    charted: pages.flatMap((page) =>
      charted.filter((entry) => isOn(entry, page)).sort((a, b) => placeOnPage(a) - placeOnPage(b)),
    ),
    pages,
    entry(id) {
      const entry = byId.get(id);
      if (!entry) throw new RangeError(`The catalogue has no indicator “${id}”.`);
      return entry;
    },
    of: (text) => asTheyStand.get(text) ?? words.get(normalisedWording(text)) ?? null,
    pageOf,
  };
}

/** The pages of the entries, each once, in the order of the first entry on it. */
function pagesOf(entries: readonly IndicatorEntry[]): readonly TeamPage[] {
  const pages = new Map<string, TeamPage>();
  for (const entry of entries) {
    if ("page" in entry && !pages.has(entry.page.key)) pages.set(entry.page.key, entry.page);
  }
  return [...pages.values()];
}

/** On a page the charts of counts come before those of its tables. */
function placeOnPage({ family }: IndicatorEntry): number {
  return family === "by team" ? 1 : 0;
}

/** What a wording is compared by: as headings are, but "%" is the word that it stands for. */
export function normalisedWording(text: string): string {
  return nameKey(text.replace(/%/g, " percent "));
}

/** Ids, wordings, table titles and chart titles, normalised; a built-in indicator's words are its own. */
function wordsOf(entries: readonly IndicatorEntry[]): ReadonlyMap<string, IndicatorId> {
  const words = new Map<string, IndicatorId>();
  const builtInFirst = [...entries.filter(({ own }) => !own), ...entries.filter(({ own }) => own)];
  for (const { id, wording, chartTitle, own } of builtInFirst) {
    for (const text of [id, wording, ...(chartTitle === null ? [] : [chartTitle])]) {
      const key = normalisedWording(text);
      if (!own || !words.has(key)) words.set(key, id);
    }
  }
  return words;
}

/** The pages of the pack, with those that the council has emptied by switching indicators off. */
export const TEAM_PAGES: readonly TeamPage[] = pagesOf([...TEAM_TABLES, ...CHARTS]);

/** The indicators of SPEC §4, all shown. */
export const BUILT_IN: Catalogue = createCatalogue([]);
export const INDICATORS: readonly IndicatorEntry[] = BUILT_IN.all;

export { DEMAND_AT_MONTH_END, DEMAND_IN_THE_MONTH, TEAM_TABLES };

/** A built-in indicator. @throws RangeError for any other id. */
export function indicatorEntry(id: IndicatorId): IndicatorEntry {
  return BUILT_IN.entry(id);
}

/** The built-in indicator that an id, wording or title means; null for any other text. */
export function indicatorOf(text: string): IndicatorId | null {
  return BUILT_IN.of(text);
}
