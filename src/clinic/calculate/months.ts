/** Thirteen months of each indicator: the reporting month computed, the others as published (SPEC §4). */
import { monthsUpTo } from "../calendar/months";
import {
  DEMAND_AT_MONTH_END,
  DEMAND_IN_THE_MONTH,
  indicatorEntry,
  INDICATORS,
} from "../indicators/catalogue";
import type { IndicatorEntry } from "../indicators/entry";
import { SERIES_IDS } from "../indicators/ids";
import type { IndicatorId } from "../indicators/ids";
import type { ChartSeries, DemandMonthEndRow, DemandMonthRow, Headline } from "../report";
import type { ClinicSettings } from "../settings/settings";
import { rag, shown, travel, trend } from "./measures";
import { settingsOf } from "./monthFigures";
import type { FiguresOfOtherMonths, MonthFigures } from "./monthFigures";

const MONTHS_SHOWN = 13;

/** Reads a value a month of `months`, oldest first; null = no figure. */
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

export function demandInTheMonth(valuesOf: ValuesOf): readonly DemandMonthRow[] {
  return DEMAND_IN_THE_MONTH.map((entry) => {
    const values = valuesOf(entry.id);
    const { previous, current } = lastTwo(entry, values);
    const { id, wording, kind } = entry;
    return { id, indicator: wording, kind, values, trend: trend(previous, current) };
  });
}

export function demandAtMonthEnd(valuesOf: ValuesOf, settings: ClinicSettings): readonly DemandMonthEndRow[] {
  return DEMAND_AT_MONTH_END.map((entry) => {
    const values = valuesOf(entry.id);
    const { id, wording, kind } = entry;
    const { target, rag: colour, travel: direction } = standing(entry, values, settings);
    return { id, indicator: wording, kind, values, target, rag: colour, travel: direction };
  });
}

export function chartSeries(valuesOf: ValuesOf, settings: ClinicSettings): readonly ChartSeries[] {
  return SERIES_IDS.map((id) => {
    const entry = indicatorEntry(id);
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
export function headlines(valuesOf: ValuesOf, settings: ClinicSettings): readonly Headline[] {
  return INDICATORS.filter((entry) => settingsOf(settings, entry).target !== null).map((entry) => {
    const values = valuesOf(entry.id);
    return {
      id: entry.id,
      indicator: entry.wording,
      kind: entry.kind,
      value: values.at(-1) ?? null,
      previous: values.at(-2) ?? null,
      ...standing(entry, values, settings),
    };
  });
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
