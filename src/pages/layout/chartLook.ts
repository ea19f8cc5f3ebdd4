/** How a chart draws its thirteen months: axis, the labelled last point, the target (SPEC §4, §5). */
import type { SeriesId } from "../../clinic/indicators/ids";
import type { ChartSeries, ClinicReport } from "../../clinic/report";
import type { ChartPlan } from "../plan";
import { tableName } from "../references";
import { seriesOf, seriesTableName } from "./seriesTable";
import { WHOLE } from "./tableColumn";

/** All of a chart but its place, and what follows from its width. */
export type ChartLook = Omit<ChartPlan, "top" | "left" | "bottom" | "right" | "monthsALabel">;

export function chartOf(id: SeriesId, report: ClinicReport): ChartLook {
  const series = seriesOf(id, report);
  const lastWithFigure = series.values.reduce<number>((last, value, i) => (value === null ? last : i), -1);
  return {
    name: tableName(`chart-${id}`),
    title: series.title,
    table: seriesTableName(id),
    hasTarget: series.target !== null,
    axis: axisOf(series),
    labelledPoint: lastWithFigure < 0 ? null : lastWithFigure,
    label: {
      numberFormat: series.kind === "percent" ? "0.0%" : WHOLE,
      position: labelPosition(series, lastWithFigure),
    },
  };
}

/** The percent charts of a page have one axis: from 50 only where all of them would (SPEC §5). */
export function alikeAxes(charts: readonly ChartLook[]): readonly ChartLook[] {
  const percents = charts.filter(({ axis }) => axis.maximum === 1);
  const widest = percents.find(({ axis }) => axis.minimum === 0);
  return widest
    ? charts.map((chart) => (chart.axis.maximum === 1 ? { ...chart, axis: widest.axis } : chart))
    : charts;
}

/** Percents run from 0 to 100 unless all, the target too, lies above 50 (SPEC §5); counts from 0. */
function axisOf(series: ChartSeries): ChartPlan["axis"] {
  if (series.kind !== "percent") {
    return {
      minimum: 0,
      maximum: null,
      numberFormat: WHOLE,
      title: series.kind === "rate" ? "Rate per 10,000" : "Number",
      majorUnit: null,
    };
  }
  const half = allAboveHalf(series);
  // The labels of the axis say "%" themselves.
  return {
    minimum: half ? 0.5 : 0,
    maximum: 1,
    numberFormat: "0%",
    title: "",
    majorUnit: half ? 0.1 : 0.2,
  };
}

function allAboveHalf({ values, target }: ChartSeries): boolean {
  const drawn = [...values, target].filter((value) => value !== null);
  return drawn.length > 0 && drawn.every((value) => value > 50);
}

/** Nearer than this part of the axis, a label meets a line. */
const NEAR = 0.1;

/** Away from a target that is near, else away from the line that comes from the month before. */
function labelPosition(series: ChartSeries, at: number): ChartPlan["label"]["position"] {
  const value = series.values[at] ?? null;
  if (value === null) return "above";
  const { bottom, span } = drawnBetween(series);
  if (value - bottom < NEAR * span) return "above";
  const { target } = series;
  if (target !== null && Math.abs(value - target) < NEAR * span) return value < target ? "below" : "above";
  const before = series.values[at - 1] ?? null;
  return before !== null && before > value ? "below" : "above";
}

function drawnBetween(series: ChartSeries): { readonly bottom: number; readonly span: number } {
  if (series.kind === "percent")
    return allAboveHalf(series) ? { bottom: 50, span: 50 } : { bottom: 0, span: 100 };
  return { bottom: 0, span: Math.max(1, series.target ?? 0, ...series.values.map((value) => value ?? 0)) };
}
