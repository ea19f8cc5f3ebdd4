/** Native line charts: one that stands is brought up to date, not replaced, so that links to it hold. */
import { cellsOnce } from "../host/once";
import { ACCENT, GRID_GREY, TARGET_LINE, TYPEFACE } from "../../pages/look";
import type { ChartPlan, SheetPlan, TablePlan } from "../../pages/plan";
import { addressOf } from "../host/rectangles";
import { CALL_BYTES, type SheetJob } from "../host/requests";

/**
 * `standing`: the charts on the sheet by name, with how many series each has. Ours that the plan no longer has would show
 * old figures: they go.
 */
export function chartJobs(
  plan: SheetPlan,
  standing: ReadonlyMap<string, number>,
  /** Whether the last build drew it like this. */
  isDrawn: (chart: string) => boolean,
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
      const isThere = series === seriesOf(chart) && isDrawn(chart.name);
      return table && !isThere ? [chartJob(chart, table, series)] : [];
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
          ? sheet.charts.add("Line", cellsOnce(sheet, row, column, table.rows.length + 1, 1), "Columns")
          : sheet.charts.getItem(plan.name);
      if (standing === null) chart.name = plan.name;
      setSeries(sheet, chart, table, { standing: standing ?? 1, wanted: seriesOf(plan) });
      drawFrame(chart, plan);
      drawAxes(chart, plan);
      drawFigures(chart, plan);
      if (plan.hasTarget) drawTarget(chart);
    },
  };
}

/** Months, the figure, the target: each series is told its name, its values and its months. */
function setSeries(
  sheet: Excel.Worksheet,
  chart: Excel.Chart,
  { row, column, rows, headings }: TablePlan,
  { standing, wanted }: { readonly standing: number; readonly wanted: number },
): void {
  for (let surplus = standing - 1; surplus >= wanted; surplus--) chart.series.getItemAt(surplus).delete();
  const cells = (at: number) => cellsOnce(sheet, row + 1, column + at, rows.length, 1);
  for (let i = 0; i < wanted; i++) {
    const name = headings[i + 1] ?? "";
    const series = i < standing ? chart.series.getItemAt(i) : chart.series.add(name);
    series.name = name;
    series.setValues(cells(i + 1));
    series.setXAxisValues(cells(0));
  }
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

function drawAxes(chart: Excel.Chart, { axis, monthsALabel }: ChartPlan): void {
  const { valueAxis, categoryAxis } = chart.axes;
  categoryAxis.tickLabelSpacing = monthsALabel;
  categoryAxis.format.line.color = TARGET_LINE;
  // At the foot of the chart, wherever the axes cross.
  categoryAxis.tickLabelPosition = "Low";
  valueAxis.majorUnit = axis.majorUnit ?? "";
  valueAxis.format.line.clear();
  valueAxis.minimum = axis.minimum ?? "";
  valueAxis.maximum = axis.maximum ?? "";
  valueAxis.numberFormat = axis.numberFormat;
  if (axis.title !== "") valueAxis.title.text = axis.title;
  valueAxis.title.visible = axis.title !== "";
  valueAxis.majorGridlines.visible = true;
  valueAxis.majorGridlines.format.line.color = GRID_GREY;
  valueAxis.majorGridlines.format.line.weight = 0.75;
}

function drawFigures(chart: Excel.Chart, plan: ChartPlan): void {
  const line = chart.series.getItemAt(0);
  line.smooth = false;
  line.format.line.color = ACCENT;
  line.format.line.lineStyle = "Continuous";
  line.format.line.weight = 2.25;
  line.markerStyle = "Circle";
  line.markerSize = 5;
  line.markerBackgroundColor = ACCENT;
  line.markerForegroundColor = ACCENT;
  line.hasDataLabels = false;
  if (plan.labelledPoint === null) return;
  const point = line.points.getItemAt(plan.labelledPoint);
  point.hasDataLabel = true;
  point.dataLabel.showValue = true;
  point.dataLabel.position = LABEL_POSITIONS[plan.label.position];
  point.dataLabel.numberFormat = plan.label.numberFormat;
  point.dataLabel.format.font.bold = true;
  point.dataLabel.format.font.size = 10;
  point.dataLabel.format.font.color = ACCENT;
}

const LABEL_POSITIONS = { above: "Top", below: "Bottom", right: "Right" } as const;

function drawTarget(chart: Excel.Chart): void {
  const line = chart.series.getItemAt(1);
  line.smooth = false;
  line.format.line.color = TARGET_LINE;
  line.format.line.lineStyle = "Dash";
  line.format.line.weight = 1.5;
  line.markerStyle = "None";
  line.hasDataLabels = false;
}

function corner(row: number, column: number) {
  return { row, column, rows: 1, columns: 1 };
}
