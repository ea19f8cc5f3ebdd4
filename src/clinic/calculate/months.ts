/** Thirteen months of each indicator: the reporting month computed, the others as published (SPEC §4). */
import { MONTHS_SHOWN, monthsUpTo } from "../calendar/months";
import type { IndicatorEntry } from "../indicators/entry";
import type { IndicatorId, SeriesId } from "../indicators/ids";
import { isUsual } from "../measures/change";
import type { ChartSeries, ClinicReport, DemandMonthEndRow, DemandMonthRow, Headline } from "../report";
import type { ClinicSettings } from "../settings/settings";
import { rag, shown, travel, trend } from "../measures/measures";
import { settingsOf } from "./monthFigures";
import type { FiguresOfOtherMonths, MonthFigures } from "./monthFigures";

/** Reads a value for each month of `months`, oldest first; null = no figure. */
export type ValuesOf = (id: IndicatorId) => readonly (number | null)[];

export function monthsShown(settings: ClinicSettings): readonly string[] {
  return monthsUpTo(settings.month, MONTHS_SHOWN);
}

export function thirteenMonths(
  months: readonly string[],
  { figures }: MonthFigures,
  past: FiguresOfOtherMonths,
): ValuesOf {
  const last = months.length - 1;
  return (id) =>
    months.map((month, i) => (i === last ? (figures.get(id)?.value ?? null) : past.value(id, month)));
}

export function demandInTheMonth(
  valuesOf: ValuesOf,
  { catalogue }: ClinicSettings,
): readonly DemandMonthRow[] {
  return catalogue.demandInTheMonth.map((entry) => {
    const values = valuesOf(entry.id);
    const { previous, current } = lastTwo(entry, values);
    const { id, wording, nameInMessages, kind } = entry;
    return { id, indicator: wording, nameInMessages, kind, values, trend: trend(previous, current) };
  });
}

export function demandAtMonthEnd(valuesOf: ValuesOf, settings: ClinicSettings): readonly DemandMonthEndRow[] {
  return settings.catalogue.demandAtMonthEnd.map((entry) => {
    const values = valuesOf(entry.id);
    const { id, wording, nameInMessages, kind } = entry;
    const { target, rag: colour, travel: direction } = standing(entry, values, settings);
    return { id, indicator: wording, nameInMessages, kind, values, target, rag: colour, travel: direction };
  });
}

export function chartSeries(valuesOf: ValuesOf, settings: ClinicSettings): readonly ChartSeries[] {
  return settings.catalogue.charted.map((entry) => {
    const id = entry.id as SeriesId;
    return {
      id,
      title: entry.chartTitle ?? entry.wording,
      kind: entry.kind,
      values: valuesOf(id),
      target: settingsOf(settings, entry).target,
    };
  });
}

/** Every indicator with a target, in pack order; the figures as shown. */
export function headlines(
  valuesOf: ValuesOf,
  settings: ClinicSettings,
  usualChanges: ClinicReport["usualChanges"],
  breakOf: (id: IndicatorId) => string | null,
): readonly Headline[] {
  return settings.catalogue.entries
    .filter((entry) => settingsOf(settings, entry).target !== null)
    .map((entry) => {
      const values = valuesOf(entry.id);
      const reason = breakOf(entry.id);
      return {
        id: entry.id,
        indicator: nameInFull(entry),
        nameInMessages: entry.nameInMessages,
        kind: entry.kind,
        value: values.at(-1) ?? null,
        previous: values.at(-2) ?? null,
        ...standing(entry, values, settings),
        ...(reason === null
          ? sameAsUsual(entry, values, usualChanges[entry.id])
          : { breakReason: reason, travel: null }),
      };
    });
}

/** A table's title and a chart's say their subject only together with the page that they are on (SPEC §5 "names in full"). */
function nameInFull({ family, wording, nameInMessages }: IndicatorEntry): string {
  return family === "by team" || family === "chart" ? nameInMessages : wording;
}

function sameAsUsual(
  entry: IndicatorEntry,
  values: readonly (number | null)[],
  usual: number | undefined,
): Pick<Headline, "isAboutTheSame"> {
  const { previous, current } = lastTwo(entry, values);
  if (previous === null || current === null || current === previous) return {};
  return isUsual(current - previous, usual) ? { isAboutTheSame: true } : {};
}

function standing(entry: IndicatorEntry, values: readonly (number | null)[], settings: ClinicSettings) {
  const { target, betterWhen, amberWithin } = settingsOf(settings, entry);
  const { previous, current } = lastTwo(entry, values);
  return {
    target,
    betterWhen,
    rag: rag(current, target, betterWhen, amberWithin),
    travel: target === null ? null : travel(previous, current, betterWhen, target),
  };
}

/** As shown, since that is what trend, direction and RAG compare. */
function lastTwo({ kind }: IndicatorEntry, values: readonly (number | null)[]) {
  return { previous: shown(kind, values.at(-2) ?? null), current: shown(kind, values.at(-1) ?? null) };
}
