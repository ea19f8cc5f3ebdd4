/** The reporting month's own figures (SPEC §4): what each indicator comes to, or why it has none. */
import { certain } from "../cells/certain";
import { addMonths, monthInWords, monthsUpTo } from "../calendar/months";
import type { Records } from "../extracts/readList";
import { MET } from "../indicators/entry";
import type { IndicatorEntry, Measure, Terms, Timescale } from "../indicators/entry";
import type { IndicatorId, TeamTableId } from "../indicators/ids";
import type { ClinicSettings } from "../settings/settings";
import type { IndicatorSettings } from "../indicators/indicatorSettings";
import { countChildren } from "./countChildren";
import { percent, rate } from "../measures/measures";
import { needsOf, recordsOf, whatIsMissing } from "./needs";
import type { ListsRead, Need } from "./needs";
import { countByTeam, sum } from "./teamCounts";
import type { TeamCounts } from "./teamCounts";

/** Figures of other months, as published. */
export interface FiguresOfOtherMonths {
  value(indicator: IndicatorId, month: string): number | null;
}

/** `value` is unrounded, a percent 0–100; null with a reason = not available, without = nothing to divide by. */
export interface MonthFigure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unavailable: string | null;
}

export interface MonthFigures {
  readonly figures: ReadonlyMap<IndicatorId, MonthFigure>;
  readonly tables: ReadonlyMap<TeamTableId, TeamCounts>;
  /** Those that `whyNot` refused. */
  readonly notKept: readonly IndicatorId[];
}

export interface Counting {
  readonly lists: ListsRead;
  readonly terms: Terms;
  readonly settings: ClinicSettings;
  readonly past: FiguresOfOtherMonths;
  /** Why a figure with these needs cannot be made though the lists have them all: a plain sentence, or null. */
  readonly whyNot: (needs: readonly Need[]) => string | null;
}

const NO_TIMESCALE: Timescale = { timescale: 0, unit: "days" };

/** Yields after each indicator, and within one of several lists, so that a pane can breathe. */
export function* countMonth(counting: Counting): Generator<void, MonthFigures> {
  const figures = new Map<IndicatorId, MonthFigure>();
  const tables = new Map<TeamTableId, TeamCounts>();
  const notKept: IndicatorId[] = [];
  for (const entry of counting.settings.catalogue.all) {
    const missing = whatIsMissing(needsOf(entry), counting.lists);
    const refused = missing === null ? counting.whyNot(needsOf(entry)) : null;
    if (refused !== null) notKept.push(entry.id);
    if (missing !== null || refused !== null) {
      figures.set(entry.id, unavailable(missing ?? refused ?? ""));
    } else if (entry.family === "by team") {
      const list = certain(recordsOf(counting.lists, entry.cohort.list));
      const counts = countByTeam(entry, list, counting.terms, settingsOf(counting.settings, entry));
      tables.set(entry.id, counts);
      figures.set(entry.id, share(sum(counts.numerator), sum(counts.denominator)));
    } else {
      figures.set(entry.id, yield* measured(entry, entry.measure, figures, counting));
    }
    yield;
  }
  const shown = new Set(counting.settings.catalogue.entries.map(({ id }) => id));
  return { figures, tables: new Map([...tables].filter(([id]) => shown.has(id))), notKept };
}

/** The indicator's settings; its defaults where the settings hold no row for it. */
export function settingsOf(settings: ClinicSettings, entry: IndicatorEntry): IndicatorSettings {
  const found = settings.indicators.get(entry.id);
  if (found) return found;
  const { targetIsPublished: _, ...defaults } = entry.defaults;
  return { id: entry.id, ...defaults, population: settings.population };
}

function* measured(
  entry: IndicatorEntry,
  measure: Measure,
  figures: ReadonlyMap<IndicatorId, MonthFigure>,
  counting: Counting,
): Generator<void, MonthFigure> {
  const { lists, terms } = counting;
  switch (measure.counts) {
    case "rows in the month":
      return count(rowsInMonth(certain(lists.get(measure.list)), measure.date, terms));
    case "children":
      return count(yield* countChildren(measure.cohorts, lists, terms));
    case "plans":
      return count(
        measure.cohort.rows(certain(recordsOf(lists, measure.cohort.list)), terms, NO_TIMESCALE).length,
      );
    case "share": {
      const list = certain(recordsOf(lists, measure.cohort.list));
      const rows = measure.cohort.rows(list, terms, NO_TIMESCALE);
      const { standing } = measure.test.judge(list, terms, NO_TIMESCALE);
      return share(
        rows.reduce((met, row) => met + (standing(row) === MET ? 1 : 0), 0),
        rows.length,
      );
    }
    case "rate":
      return perPopulation(figures.get(measure.of), entry, counting);
    case "rolling rate":
      return perPopulation(rolling(measure.of, measure.months, figures, counting), entry, counting);
  }
}

function rowsInMonth(list: Records, column: string, { monthStart, monthEnd }: Terms): number {
  let rows = 0;
  for (const date of list.dates(column)) if (date >= monthStart && date <= monthEnd) rows++;
  return rows;
}

/** The month's own count and those of the months before it; one missing and there is no sum. */
function rolling(
  of: IndicatorId,
  months: number,
  figures: ReadonlyMap<IndicatorId, MonthFigure>,
  { settings, past }: Counting,
): MonthFigure {
  const own = figures.get(of) ?? unavailable("The count it needs is not made.");
  if (own.value === null) return own;
  let total = own.value;
  const missing: string[] = [];
  for (const month of monthsUpTo(addMonths(settings.month, -1), months - 1)) {
    const value = past.value(of, month);
    if (value === null) missing.push(monthInWords(month));
    else total += value;
  }
  if (missing.length > 0) {
    const which = `${missing[0]}${missing.length > 1 ? ` and ${missing.length - 1} more` : ""}`;
    return unavailable(
      `Past figures have no “${settings.catalogue.entry(of).wording}” for ${which}, and a part sum would mislead.`,
    );
  }
  return count(total);
}

function perPopulation(
  counted: MonthFigure | undefined,
  entry: IndicatorEntry,
  { settings }: Counting,
): MonthFigure {
  if (!counted || counted.value === null)
    return counted ?? unavailable("The count it divides is not available.");
  const { population } = settingsOf(settings, entry);
  const value = rate(counted.value, population);
  if (value === null) return unavailable("Clinic Settings has no population aged 0 to 17 for this rate.");
  return { value, numerator: counted.value, denominator: population, unavailable: null };
}

function count(value: number): MonthFigure {
  return { value, numerator: value, denominator: null, unavailable: null };
}

function share(numerator: number, denominator: number): MonthFigure {
  return { value: percent(numerator, denominator), numerator, denominator, unavailable: null };
}

function unavailable(reason: string): MonthFigure {
  return { value: null, numerator: null, denominator: null, unavailable: reason };
}
