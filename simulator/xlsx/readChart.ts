/** A chart's part → what the host can set of it. The part itself is kept beside it, and written back until then. */
import {
  type ChartAxisModel,
  type ChartModel,
  type ChartSeriesModel,
  type ChartTitleModel,
  newAxis,
  newChart,
  newSeries,
} from "../model/chart";
import {
  type LabelLook,
  type LineLook,
  type MarkerLook,
  PLAIN_LABEL,
  PLAIN_LINE,
  PLAIN_MARKER,
  PLAIN_TEXT,
  type TextLook,
} from "../../src/files/openxml/chartDescription";
import {
  child,
  children,
  descend,
  localName,
  textOf,
  valueOf,
  type XmlNode,
} from "../../src/files/openxml/xml";

export function readChart(
  root: XmlNode,
  part: string,
  ids: { readonly chart: string; newId(): string },
): ChartModel {
  const body = child(root, "chart");
  const plot = child(body, "plotArea");
  const groups = plot?.children.filter((node) => /Chart$/.test(localName(node))) ?? [];
  const chart = newChart(ids.chart, "", kindOf(groups[0]));
  chart.source = { part, root };
  const autoTitleDeleted = valueOf(child(body, "autoTitleDeleted")) === "1";
  chart.title = readTitle(child(body, "title"));
  if (!child(body, "title"))
    chart.title.visible = !autoTitleDeleted && groups.flatMap((group) => children(group, "ser")).length === 1;
  const legend = child(body, "legend");
  chart.legend = {
    visible: legend !== undefined,
    position: LEGEND[valueOf(child(legend, "legendPos")) ?? "r"] ?? "Right",
    overlay: valueOf(child(legend, "overlay")) === "1",
    font: readText(child(legend, "txPr")),
  };
  chart.series = groups.flatMap((group) =>
    children(group, "ser").map((node) => {
      const series = readSeries(node, ids.newId());
      const kind = kindOf(group);
      series.kind = kind === chart.kind ? null : kind;
      return series;
    }),
  );
  const category = child(plot, "catAx") ?? child(plot, "dateAx") ?? children(plot, "valAx")[1];
  if (category) chart.categoryAxis = readAxis(category);
  const value = child(plot, "valAx");
  if (value) chart.valueAxis = readAxis(value);
  chart.valueAxis.isBetweenCategories = chart.categoryAxis.isBetweenCategories =
    (valueOf(child(value, "crossBetween")) ?? "between") === "between";
  chart.displayBlanksAs = BLANKS[valueOf(child(body, "dispBlanksAs")) ?? "zero"] ?? "Zero";
  chart.plotVisibleOnly = valueOf(child(body, "plotVisOnly")) !== "0";
  chart.font = readText(child(root, "txPr"));
  const look = child(root, "spPr");
  chart.fill = readFillColour(look);
  chart.border = readLine(look);
  chart.roundedCorners = valueOf(child(root, "roundedCorners")) === "1";
  return chart;
}

const LEGEND: Readonly<Record<string, string>> = {
  b: "Bottom",
  t: "Top",
  l: "Left",
  r: "Right",
  tr: "Corner",
};
const BLANKS: Readonly<Record<string, string>> = { gap: "NotPlotted", zero: "Zero", span: "Interpolated" };

function kindOf(group: XmlNode | undefined): string {
  const name = group ? localName(group) : "lineChart";
  const grouping = valueOf(child(group, "grouping")) ?? "standard";
  if (name === "barChart") {
    const across = valueOf(child(group, "barDir")) === "bar" ? "Bar" : "Column";
    return `${across}${grouping === "stacked" ? "Stacked" : grouping === "percentStacked" ? "Stacked100" : "Clustered"}`;
  }
  if (name === "pieChart") return "Pie";
  if (name === "areaChart") return "Area";
  if (name === "scatterChart") return "XYScatter";
  return valueOf(child(group, "marker")) === "1" ? "LineMarkers" : "Line";
}

function readSeries(node: XmlNode, id: string): ChartSeriesModel {
  const series = newSeries(id);
  const name = descend(node, "tx", "strRef", "f");
  series.nameFormula = name ? textOf(name) : null;
  series.nameText = name ? null : (descend(node, "tx", "v") && textOf(descend(node, "tx", "v"))) || null;
  const reference = (holder: string): string | null => {
    const source = child(node, holder);
    const found = descend(source, "numRef", "f") ?? descend(source, "strRef", "f");
    return found ? textOf(found) : null;
  };
  series.values = reference("val") ?? reference("yVal");
  series.categories = reference("cat") ?? reference("xVal");
  const look = child(node, "spPr");
  series.line = readLine(look);
  series.fill = readFillColour(look);
  series.marker = readMarker(child(node, "marker"));
  series.smooth = valueOf(child(node, "smooth")) === "1";
  const labels = child(node, "dLbls");
  if (labels && children(labels, "dLbl").length < labels.children.length && showsAny(labels))
    series.labels = readLabel(labels);
  for (const label of children(labels, "dLbl")) {
    if (valueOf(child(label, "delete")) === "1") continue;
    pointAt(series, Number(valueOf(child(label, "idx")))).label = readLabel(label);
  }
  for (const point of children(node, "dPt")) {
    const marker = child(point, "marker");
    if (marker) pointAt(series, Number(valueOf(child(point, "idx")))).marker = readMarker(marker);
  }
  return series;
}

function pointAt(series: ChartSeriesModel, index: number) {
  let point = series.points.get(index);
  if (!point) {
    point = { label: null, marker: null };
    series.points.set(index, point);
  }
  return point;
}

const showsAny = (labels: XmlNode): boolean =>
  ["showVal", "showSerName", "showCatName", "showPercent"].some(
    (name) => valueOf(child(labels, name)) === "1",
  );

const POSITIONS: Readonly<Record<string, string>> = {
  t: "Top",
  b: "Bottom",
  l: "Left",
  r: "Right",
  ctr: "Center",
  inEnd: "InsideEnd",
  inBase: "InsideBase",
  outEnd: "OutsideEnd",
  bestFit: "BestFit",
};

function readLabel(node: XmlNode): LabelLook {
  const shows = (name: string): boolean => valueOf(child(node, name)) === "1";
  const position = valueOf(child(node, "dLblPos"));
  return {
    ...PLAIN_LABEL,
    showValue: shows("showVal"),
    showSeriesName: shows("showSerName"),
    showCategoryName: shows("showCatName"),
    showLegendKey: shows("showLegendKey"),
    showPercentage: shows("showPercent"),
    showBubbleSize: shows("showBubbleSize"),
    position: position ? (POSITIONS[position] ?? null) : null,
    numberFormat: child(node, "numFmt")?.attributes["formatCode"] ?? null,
    separator: child(node, "separator") ? textOf(child(node, "separator")) : null,
    font: readText(child(node, "txPr")),
  };
}

function readMarker(node: XmlNode | undefined): MarkerLook {
  if (!node) return PLAIN_MARKER;
  const symbol = valueOf(child(node, "symbol"));
  const size = valueOf(child(node, "size"));
  const look = child(node, "spPr");
  return {
    style: symbol ? symbol.charAt(0).toUpperCase() + symbol.slice(1) : "Automatic",
    size: size ? Number(size) : null,
    background: readFillColour(look),
    foreground: readLine(look).colour,
  };
}

/** "#RRGGBB" of a solid fill; "none" for no fill; null for an automatic one. */
function readFillColour(look: XmlNode | undefined): string | null {
  if (child(look, "noFill")) return "none";
  const rgb = valueOf(descend(look, "solidFill", "srgbClr"));
  return rgb ? `#${rgb.toUpperCase()}` : null;
}

const DASHES: Readonly<Record<string, string>> = {
  solid: "Continuous",
  dash: "Dash",
  sysDash: "Dot",
  dashDot: "DashDot",
  lgDashDotDot: "DashDotDot",
  sysDot: "RoundDot",
  lgDash: "Dash",
};

const EMU_PER_POINT = 12_700;

function readLine(look: XmlNode | undefined): LineLook {
  const line = child(look, "ln");
  if (!line) return PLAIN_LINE;
  const width = line.attributes["w"];
  const dash = valueOf(child(line, "prstDash"));
  const rgb = valueOf(descend(line, "solidFill", "srgbClr"));
  return {
    colour: rgb ? `#${rgb.toUpperCase()}` : null,
    weight: width ? Number(width) / EMU_PER_POINT : null,
    dash: dash ? (DASHES[dash] ?? null) : null,
    visible: child(line, "noFill") === undefined,
  };
}

function readText(properties: XmlNode | undefined): TextLook {
  return readRun(descend(properties, "p", "pPr", "defRPr"));
}

function readRun(run: XmlNode | undefined): TextLook {
  if (!run) return PLAIN_TEXT;
  const { sz, b, i } = run.attributes;
  const rgb = valueOf(descend(run, "solidFill", "srgbClr"));
  return {
    name: child(run, "latin")?.attributes["typeface"] ?? null,
    size: sz ? Number(sz) / 100 : null,
    bold: b === undefined ? null : b === "1",
    italic: i === undefined ? null : i === "1",
    colour: rgb ? `#${rgb.toUpperCase()}` : null,
  };
}

function readTitle(node: XmlNode | undefined): ChartTitleModel {
  if (!node) return { visible: false, text: null, overlay: false, font: PLAIN_TEXT };
  const rich = descend(node, "tx", "rich");
  const text = children(rich, "p")
    .map((paragraph) =>
      children(paragraph, "r")
        .map((run) => textOf(child(run, "t")))
        .join(""),
    )
    .join("\n");
  const firstRun = descend(rich, "p", "r", "rPr") ?? descend(rich, "p", "pPr", "defRPr");
  return {
    visible: true,
    text: rich ? text : null,
    overlay: valueOf(child(node, "overlay")) === "1",
    font: rich ? readRun(firstRun) : readText(child(node, "txPr")),
  };
}

const TICKS: Readonly<Record<string, string>> = {
  none: "None",
  cross: "Cross",
  in: "Inside",
  out: "Outside",
};
const TICK_LABELS: Readonly<Record<string, string>> = {
  nextTo: "NextToAxis",
  high: "High",
  low: "Low",
  none: "None",
};

function readAxis(node: XmlNode): ChartAxisModel {
  const number = (value: string | undefined): number | null => (value === undefined ? null : Number(value));
  const scaling = child(node, "scaling");
  const format = child(node, "numFmt")?.attributes;
  const grid = (name: string) => {
    const lines = child(node, name);
    return { visible: lines !== undefined, line: readLine(child(lines, "spPr")) };
  };
  const rotation = descend(node, "txPr", "bodyPr")?.attributes["rot"];
  return {
    ...newAxis(),
    visible: valueOf(child(node, "delete")) !== "1",
    minimum: number(valueOf(child(scaling, "min"))),
    maximum: number(valueOf(child(scaling, "max"))),
    majorUnit: number(valueOf(child(node, "majorUnit"))),
    numberFormat: format?.["formatCode"] ?? null,
    linkNumberFormat: format?.["sourceLinked"] !== "0",
    title: readTitle(child(node, "title")),
    majorGridlines: grid("majorGridlines"),
    minorGridlines: grid("minorGridlines"),
    line: readLine(child(node, "spPr")),
    font: readText(child(node, "txPr")),
    tickLabelPosition: TICK_LABELS[valueOf(child(node, "tickLblPos")) ?? "nextTo"] ?? "NextToAxis",
    majorTickMark: TICKS[valueOf(child(node, "majorTickMark")) ?? "cross"] ?? "Outside",
    minorTickMark: TICKS[valueOf(child(node, "minorTickMark")) ?? "cross"] ?? "None",
    tickLabelSpacing: number(valueOf(child(node, "tickLblSkip"))),
    categoryType:
      localName(node) === "dateAx"
        ? "DateAxis"
        : valueOf(child(node, "auto")) === "0"
          ? "TextAxis"
          : "Automatic",
    textOrientation: rotation ? -Number(rotation) / 60_000 : 0,
  };
}
