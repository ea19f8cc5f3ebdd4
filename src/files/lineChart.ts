/** The pack's chart (SPEC §5): thirteen months as one line, the target dashed, the last point labelled. Sheets and slides draw it alike. */
import { ACCENT, GRID_GREY, TARGET_LINE, TYPEFACE } from "../pages/look";
import type { ChartPlan } from "../pages/plan";
import {
  type ChartCells,
  type ChartDescription,
  plainAxis,
  PLAIN_LABEL,
  PLAIN_LINE,
  PLAIN_MARKER,
  PLAIN_TEXT,
  type SeriesDescription,
  type TextLook,
} from "./openxml/chartDescription";

export interface LineChartCells {
  readonly months: ChartCells;
  readonly name: ChartCells | string;
  /** null = a month without a figure: the line has a gap. */
  readonly figures: ChartCells;
  readonly targetName: ChartCells | string;
  readonly target: ChartCells;
}

/** What of a chart does not depend on where it stands. */
export type LineChartLook = Pick<
  ChartPlan,
  "title" | "hasTarget" | "axis" | "monthsALabel" | "labelledPoint" | "label"
>;

/** Points, of the sizes of a chart's words. */
export interface WordSizes {
  readonly title: number;
  readonly label: number;
  readonly others: number;
}

const ON_A_SHEET: WordSizes = { title: 12, label: 10, others: 9 };

/** `embeddedWorkbook`: the relationship of the workbook behind a slide's chart; null on a sheet. */
export function describeLineChart(
  look: LineChartLook,
  cells: LineChartCells,
  embeddedWorkbook: string | null = null,
  sizes: WordSizes = ON_A_SHEET,
): ChartDescription {
  const words: TextLook = { ...PLAIN_TEXT, name: TYPEFACE, size: sizes.others, colour: TARGET_LINE };
  const title = { visible: true, text: look.title, overlay: false };
  const value = plainAxis();
  return {
    kind: "Line",
    title: {
      ...title,
      font: { ...words, size: sizes.title, bold: true, colour: ACCENT },
    },
    legend: { visible: look.hasTarget, position: "Bottom", overlay: false, font: words },
    series: [figures(look, cells, sizes), ...(look.hasTarget ? [target(cells)] : [])],
    categoryAxis: {
      ...plainAxis(),
      line: { ...PLAIN_LINE, colour: TARGET_LINE },
      font: words,
      // At the foot of the chart, wherever the axes cross.
      tickLabelPosition: "Low",
      tickLabelSpacing: look.monthsALabel,
    },
    valueAxis: {
      ...value,
      minimum: look.axis.minimum,
      maximum: look.axis.maximum,
      majorUnit: look.axis.majorUnit,
      numberFormat: look.axis.numberFormat,
      linkNumberFormat: false,
      title: {
        visible: look.axis.title !== "",
        text: look.axis.title,
        overlay: false,
        font: { ...words, bold: false },
      },
      majorGridlines: { visible: true, line: { ...PLAIN_LINE, colour: GRID_GREY, weight: 0.75 } },
      line: { ...PLAIN_LINE, visible: false },
      font: words,
    },
    displayBlanksAs: "NotPlotted",
    plotVisibleOnly: false,
    font: words,
    fill: null,
    border: { ...PLAIN_LINE, visible: false },
    roundedCorners: false,
    date1904: false,
    embeddedWorkbook,
  };
}

const LABEL_POSITIONS = { above: "Top", below: "Bottom", right: "Right" } as const;

function figures(look: LineChartLook, cells: LineChartCells, sizes: WordSizes): SeriesDescription {
  const label = {
    ...PLAIN_LABEL,
    position: LABEL_POSITIONS[look.label.position],
    numberFormat: look.label.numberFormat,
    font: { ...PLAIN_TEXT, name: TYPEFACE, size: sizes.label, bold: true, colour: ACCENT },
  };
  return {
    name: cells.name,
    values: cells.figures,
    categories: cells.months,
    line: { colour: ACCENT, weight: 2.25, dash: "Continuous", visible: true },
    fill: null,
    marker: { style: "Circle", size: 5, background: ACCENT, foreground: ACCENT },
    smooth: false,
    labels: null,
    points: new Map(look.labelledPoint === null ? [] : [[look.labelledPoint, { label, marker: null }]]),
    kind: null,
  };
}

function target(cells: LineChartCells): SeriesDescription {
  return {
    name: cells.targetName,
    values: cells.target,
    categories: cells.months,
    line: { colour: TARGET_LINE, weight: 1.5, dash: "Dash", visible: true },
    fill: null,
    marker: { ...PLAIN_MARKER, style: "None" },
    smooth: false,
    labels: null,
    points: new Map(),
    kind: null,
  };
}
