/** A line chart of the workbook as SVG: title, axes, lines with their dashes, gaps, and the labelled points. */
import type { ChartModel, ChartSeriesModel } from "../../model/chart";

const SVG = "http://www.w3.org/2000/svg";
const INK = "#3D3D3D";
const PALETTE = ["#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"];
const DASHES: Readonly<Record<string, string>> = {
  Dash: "6 4",
  DashDot: "6 3 1 3",
  Dot: "2 3",
  RoundDot: "1 4",
  SquareDot: "2 3",
  LongDash: "10 4",
};

/** What the chart draws of the workbook's cells. */
export interface ChartFigures {
  readonly categories: readonly string[];
  /** By series; null = a gap. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly names: readonly string[];
  /** As the value axis shows a figure. */
  readonly axisText: (value: number) => string;
}

export function drawChart(
  chart: ChartModel,
  figures: ChartFigures,
  width: number,
  height: number,
): SVGSVGElement {
  const svg = element("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" });
  const title = chart.title.visible ? (chart.title.text ?? figures.names[0] ?? "") : "";
  svg.setAttribute("aria-label", `Chart: ${title}`);
  svg.append(element("rect", { width, height, fill: chart.fill ?? "#FFFFFF", stroke: "#D0D0D0" }));
  if (title !== "") svg.append(text(title, width / 2, 20, { size: chart.title.font.size ?? 14, bold: true }));
  const legend = chart.legend.visible ? 22 : 0;
  const axisTitle = chart.valueAxis.title.visible ? (chart.valueAxis.title.text ?? "") : "";
  const plot = {
    left: 46 + (axisTitle === "" ? 0 : 16),
    top: 34,
    right: width - 34,
    bottom: height - 40 - legend,
  };
  const scale = valueScale(chart, figures);
  const x = (index: number) =>
    plot.left + ((index + 0.5) / Math.max(figures.categories.length, 1)) * (plot.right - plot.left);
  const y = (value: number) =>
    plot.bottom - ((value - scale.minimum) / (scale.maximum - scale.minimum)) * (plot.bottom - plot.top);

  for (let value = scale.minimum; value <= scale.maximum + scale.step / 1000; value += scale.step) {
    svg.append(
      element("line", { x1: plot.left, x2: plot.right, y1: y(value), y2: y(value), stroke: "#E3E3E3" }),
    );
    svg.append(text(figures.axisText(value), plot.left - 6, y(value) + 3.5, { size: 10, anchor: "end" }));
  }
  if (axisTitle !== "") {
    const label = text(axisTitle, 14, (plot.top + plot.bottom) / 2, { size: 10 });
    label.setAttribute("transform", `rotate(-90 14 ${(plot.top + plot.bottom) / 2})`);
    svg.append(label);
  }
  const every = Math.ceil((figures.categories.length * 38) / Math.max(plot.right - plot.left, 1));
  figures.categories.forEach((category, index) => {
    if (index % every === 0) svg.append(text(category, x(index), plot.bottom + 15, { size: 10 }));
  });
  chart.series.forEach((series, at) => {
    const values = figures.values[at] ?? [];
    const colour = series.line.colour ?? PALETTE[at % PALETTE.length] ?? INK;
    if (series.line.visible) svg.append(linePath(series, values, colour, x, y));
    svg.append(...pointLabels(series, values, colour, x, y, figures.axisText));
    if (chart.legend.visible)
      svg.append(
        ...legendEntry(
          { series, name: figures.names[at] ?? "", colour },
          { middle: (width / (chart.series.length + 1)) * (at + 1), height },
        ),
      );
  });
  return svg;
}

type Place = (value: number) => number;

function linePath(
  series: ChartSeriesModel,
  values: readonly (number | null)[],
  colour: string,
  x: Place,
  y: Place,
): SVGElement {
  let path = "";
  let pen = "M";
  values.forEach((value, index) => {
    if (value === null) pen = "M";
    else {
      path += `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)} `;
      pen = "L";
    }
  });
  return element("path", {
    d: path,
    fill: "none",
    stroke: colour,
    "stroke-width": series.line.weight ?? 2.25,
    "stroke-linejoin": "round",
    ...(DASHES[series.line.dash ?? ""] ? { "stroke-dasharray": DASHES[series.line.dash ?? ""] ?? "" } : {}),
  });
}

function pointLabels(
  series: ChartSeriesModel,
  values: readonly (number | null)[],
  colour: string,
  x: Place,
  y: Place,
  figureText: (value: number) => string,
): readonly SVGElement[] {
  return values.flatMap((value, index) => {
    const point = series.points.get(index);
    if (value === null || (!point?.label && !series.labels)) return [];
    return [
      element("circle", { cx: x(index), cy: y(value), r: 3, fill: colour }),
      text(figureText(value), x(index), y(value) - 8, { size: 11, bold: true, fill: colour }),
    ];
  });
}

function legendEntry(
  { series, name, colour }: { series: ChartSeriesModel; name: string; colour: string },
  { middle, height }: { middle: number; height: number },
): readonly SVGElement[] {
  return [
    element("line", {
      x1: middle - 44,
      x2: middle - 22,
      y1: height - 14,
      y2: height - 14,
      stroke: colour,
      "stroke-width": 2.25,
      ...(DASHES[series.line.dash ?? ""] ? { "stroke-dasharray": DASHES[series.line.dash ?? ""] ?? "" } : {}),
    }),
    text(name, middle - 16, height - 10, { size: 10, anchor: "start" }),
  ];
}

function valueScale(chart: ChartModel, figures: ChartFigures) {
  const known = figures.values.flat().filter((value): value is number => value !== null);
  const lowest = Math.min(0, ...known);
  const highest = Math.max(...known, lowest);
  const minimum = chart.valueAxis.minimum ?? (lowest < 0 ? lowest : 0);
  const maximum = chart.valueAxis.maximum ?? niceCeiling(highest === minimum ? minimum + 1 : highest);
  return { minimum, maximum, step: chart.valueAxis.majorUnit ?? niceStep((maximum - minimum) / 5) };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5].find((step) => step * power >= rough) ?? 10) * power;
}

function niceCeiling(value: number): number {
  const step = niceStep(value / 5);
  return Math.ceil(value / step) * step;
}

interface TextLook {
  readonly size: number;
  readonly bold?: boolean;
  readonly anchor?: "start" | "middle" | "end";
  readonly fill?: string;
}

function text(words: string, x: number, y: number, look: TextLook): SVGElement {
  const label = element("text", {
    x,
    y,
    "text-anchor": look.anchor ?? "middle",
    "font-family": "Arial, sans-serif",
    "font-size": look.size,
    "font-weight": look.bold ? 700 : 400,
    fill: look.fill ?? INK,
  });
  label.textContent = words;
  return label;
}

function element<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
