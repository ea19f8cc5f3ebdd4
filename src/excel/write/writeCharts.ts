/** Native line charts: one that stands is brought up to date, not replaced, so that links to it hold. */
import { cellsAt } from "../host/ranges";
import { ACCENT, GRID_GREY, TARGET_LINE, TYPEFACE } from "../../pages/look";
import type { ChartPlan, SheetPlan, TablePlan } from "../../pages/plan";
import { addressOf } from "../host/rectangles";
import { CALL_BYTES, type SheetJob } from "../host/requests";
import { chartParts } from "./drawnParts";

/**
 * `standing`: the charts on the sheet by name, with how many series each has. Ours that the plan no longer has would show
 * old figures: they go.
 */
export function chartJobs(
  plan: SheetPlan,
  standing: ReadonlyMap<string, number>,
  /** Whether the last build drew that part like this. */
  isDrawn: (part: string) => boolean,
): SheetJob[] {
  const planned = new Set(plan.charts.map((chart) => chart.name));
  const retired = [...standing.keys()].filter(
    (name) => name.startsWith("Clinic_chart_") && !planned.has(name),
  );
  return [
    ...retired.map((name): SheetJob => ({
      bytes: 2 * CALL_BYTES,
      write: (sheet) => sheet.charts.getItem(name).delete(),
    })),
    ...plan.charts.flatMap((chart) => {
      const table = plan.tables.find(({ name }) => name === chart.table);
      const series = standing.get(chart.name) ?? null;
      const { frame, axes, figures } = chartParts(chart.name);
      if (!table) return [];
      if (series !== seriesOf(chart) || !isDrawn(frame)) return [chartJob(chart, table, series)];
      return isDrawn(axes) && isDrawn(figures)
        ? []
        : [changedChartJob(chart, { axes: !isDrawn(axes), figures: !isDrawn(figures) })];
    }),
  ];
}

function seriesOf({ hasTarget }: ChartPlan): number {
  return hasTarget ? 2 : 1;
}

/** `standing`: how many series it has; null = it is yet to be made. */
function chartJob(plan: ChartPlan, table: TablePlan, standing: number | null): SheetJob {
  return {
    bytes: 66 * CALL_BYTES,
    write(sheet) {
      const { row, column } = table;
      // Excel guesses the series of a block, and an empty column is none: one that surely is there begins the chart.
      const chart =
        standing === null
          ? sheet.charts.add("Line", cellsAt(sheet, row, column, table.rows.length + 1, 1), "Columns")
          : sheet.charts.getItem(plan.name);
      if (standing === null) chart.name = plan.name;
      const isNew = standing === null;
      const [figures, target] = setSeries(sheet, chart, table, {
        standing: standing ?? 1,
        wanted: seriesOf(plan),
      });
      drawFrame(chart, plan);
      drawAxes(chart, plan, isNew);
      if (figures) drawFigures(figures, plan, isNew);
      if (target) drawTarget(target, isNew);
    },
  };
}

/** A chart whose frame stands, and what of it is another than last time. */
function changedChartJob(
  plan: ChartPlan,
  changed: { readonly axes: boolean; readonly figures: boolean },
): SheetJob {
  return {
    bytes: 40 * CALL_BYTES,
    write(sheet) {
      const chart = sheet.charts.getItem(plan.name);
      if (changed.axes) drawAxes(chart, plan, false);
      if (changed.figures) drawFigures(chart.series.getItemAt(0), plan, false);
    },
  };
}

/** Months, the figure, the target: each series is told its name, its values and its months. */
function setSeries(
  sheet: Excel.Worksheet,
  chart: Excel.Chart,
  { row, column, rows, headings }: TablePlan,
  { standing, wanted }: { readonly standing: number; readonly wanted: number },
): Excel.ChartSeries[] {
  for (let surplus = standing - 1; surplus >= wanted; surplus--) chart.series.getItemAt(surplus).delete();
  const cells = (at: number) => cellsAt(sheet, row + 1, column + at, rows.length, 1);
  return Array.from({ length: wanted }, (_, i) => {
    const name = headings[i + 1] ?? "";
    const series = i < standing ? chart.series.getItemAt(i) : chart.series.add(name);
    series.name = name;
    series.setValues(cells(i + 1));
    series.setXAxisValues(cells(0));
    return series;
  });
}

function drawFrame(chart: Excel.Chart, plan: ChartPlan): void {
  chart.setPosition(addressOf(corner(plan.top, plan.left)), addressOf(corner(plan.bottom, plan.right)));
  chart.format.font.name = TYPEFACE;
  chart.format.font.size = 9;
  chart.format.font.color = TARGET_LINE;
  chart.format.border.lineStyle = "None";
  chart.title.text = plan.title;
  chart.title.visible = true;
  chart.title.format.font.name = TYPEFACE;
  chart.title.format.font.size = 12;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = ACCENT;
  chart.legend.visible = plan.hasTarget;
  if (plan.hasTarget) chart.legend.position = "Bottom";
  chart.displayBlanksAs = "NotPlotted";
  chart.plotVisibleOnly = false;
}

/** `isNew`: Excel has just made it; what it does by itself then (automatic scales, gridlines, no labels) is not asked for. */
function drawAxes(chart: Excel.Chart, { axis, monthsALabel }: ChartPlan, isNew: boolean): void {
  const { valueAxis, categoryAxis } = chart.axes;
  categoryAxis.tickLabelSpacing = monthsALabel;
  categoryAxis.format.line.color = TARGET_LINE;
  // At the foot of the chart, wherever the axes cross.
  categoryAxis.tickLabelPosition = "Low";
  valueAxis.format.line.clear();
  if (!isNew || axis.majorUnit !== null) valueAxis.majorUnit = axis.majorUnit ?? "";
  if (!isNew || axis.minimum !== null) valueAxis.minimum = axis.minimum ?? "";
  if (!isNew || axis.maximum !== null) valueAxis.maximum = axis.maximum ?? "";
  valueAxis.numberFormat = axis.numberFormat;
  if (axis.title !== "") valueAxis.title.text = axis.title;
  if (!isNew || axis.title !== "") valueAxis.title.visible = axis.title !== "";
  const { majorGridlines } = valueAxis;
  if (!isNew) majorGridlines.visible = true;
  majorGridlines.format.line.color = GRID_GREY;
  majorGridlines.format.line.weight = 0.75;
}

function drawFigures(series: Excel.ChartSeries, plan: ChartPlan, isNew: boolean): void {
  const { line } = series.format;
  line.color = ACCENT;
  line.lineStyle = "Continuous";
  line.weight = 2.25;
  series.markerStyle = "Circle";
  series.markerSize = 5;
  series.markerBackgroundColor = ACCENT;
  series.markerForegroundColor = ACCENT;
  if (!isNew) drawPlainly(series);
  if (plan.labelledPoint === null) return;
  const point = series.points.getItemAt(plan.labelledPoint);
  point.hasDataLabel = true;
  const { dataLabel } = point;
  dataLabel.showValue = true;
  dataLabel.position = LABEL_POSITIONS[plan.label.position];
  dataLabel.numberFormat = plan.label.numberFormat;
  dataLabel.format.font.bold = true;
  dataLabel.format.font.size = 10;
  dataLabel.format.font.color = ACCENT;
}

function drawPlainly(series: Excel.ChartSeries): void {
  series.smooth = false;
  series.hasDataLabels = false;
}

const LABEL_POSITIONS = { above: "Top", below: "Bottom", right: "Right" } as const;

function drawTarget(series: Excel.ChartSeries, isNew: boolean): void {
  const { line } = series.format;
  line.color = TARGET_LINE;
  line.lineStyle = "Dash";
  line.weight = 1.5;
  series.markerStyle = "None";
  if (!isNew) drawPlainly(series);
}

function corner(row: number, column: number) {
  return { row, column, rows: 1, columns: 1 };
}
