/** A chart's series: their looks, labelled points, and the figures kept beside their references. */
import type {
  ChartCells,
  ChartDescription,
  LabelLook,
  MarkerLook,
  SeriesDescription,
} from "./chartDescription";
import { shapeLook, solid, textLook, val } from "./chartMarkup";
import { element, textNode, type XmlNode } from "./xml";

export function seriesNode(chart: ChartDescription, kind: string, series: SeriesDescription): XmlNode {
  const order = chart.series.indexOf(series);
  const isLine = kind.startsWith("Line") || kind === "XYScatter";
  const name =
    series.name === null
      ? null
      : element("c:tx", {}, [
          typeof series.name === "string"
            ? element("c:v", {}, [textNode(series.name)])
            : reference(series.name),
        ]);
  const scatter = kind === "XYScatter";
  return element("c:ser", {}, [
    val("idx", order),
    val("order", order),
    name,
    shapeLook(isLine ? null : series.fill, series.line),
    isLine ? markerNode(series.marker, kind) : null,
    isLine || kind === "Area" ? null : kind === "Pie" ? null : val("invertIfNegative", 0),
    ...pointNodes(series, isLine, kind),
    labelsNode(series),
    series.categories === null
      ? null
      : element(scatter ? "c:xVal" : "c:cat", {}, [reference(series.categories)]),
    series.values === null ? null : element(scatter ? "c:yVal" : "c:val", {}, [reference(series.values)]),
    isLine ? val("smooth", series.smooth ? 1 : 0) : null,
  ]);
}

function markerNode(marker: MarkerLook, kind: string): XmlNode | null {
  // A plain line has no markers unless it is told to.
  const style = marker.style === "Automatic" && kind === "Line" ? "None" : marker.style;
  const look = [
    marker.background === null || marker.background === "none" ? null : solid(marker.background),
    marker.foreground === null ? null : element("a:ln", {}, [solid(marker.foreground)]),
  ];
  if (style === "Automatic" && marker.size === null && look.every((part) => part === null)) return null;
  return element("c:marker", {}, [
    style === "Automatic" ? null : val("symbol", style.toLowerCase()),
    style === "None" || marker.size === null ? null : val("size", marker.size),
    look.some((part) => part !== null) && style !== "None" ? element("c:spPr", {}, look) : null,
  ]);
}

function pointNodes(series: SeriesDescription, isLine: boolean, kind: string): readonly XmlNode[] {
  return [...series.points]
    .sort(([one], [other]) => one - other)
    .flatMap(([index, { marker }]) =>
      marker === null || !isLine
        ? []
        : [element("c:dPt", {}, [val("idx", index), markerNode(marker, kind), val("bubble3D", 0)])],
    );
}

const POSITIONS: Readonly<Record<string, string>> = {
  Top: "t",
  Bottom: "b",
  Left: "l",
  Right: "r",
  Center: "ctr",
  InsideEnd: "inEnd",
  InsideBase: "inBase",
  OutsideEnd: "outEnd",
  BestFit: "bestFit",
};

function labelParts(label: LabelLook): readonly (XmlNode | null)[] {
  const flag = (name: string, on: boolean): XmlNode => val(name, on ? 1 : 0);
  const position = label.position === null ? undefined : POSITIONS[label.position];
  return [
    label.numberFormat === null
      ? null
      : element("c:numFmt", { formatCode: label.numberFormat, sourceLinked: 0 }),
    element("c:spPr", {}, [element("a:noFill"), element("a:ln", {}, [element("a:noFill")])]),
    textLook(label.font, null),
    position ? val("dLblPos", position) : null,
    flag("showLegendKey", label.showLegendKey),
    flag("showVal", label.showValue),
    flag("showCatName", label.showCategoryName),
    flag("showSerName", label.showSeriesName),
    flag("showPercent", label.showPercentage),
    flag("showBubbleSize", label.showBubbleSize),
    label.separator === null ? null : element("c:separator", {}, [textNode(label.separator)]),
  ];
}

const NO_LABELS = ["showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"];

function labelsNode(series: SeriesDescription): XmlNode | null {
  const labelled = [...series.points]
    .sort(([one], [other]) => one - other)
    .flatMap(([index, { label }]) => (label === null ? [] : [{ index, label }]));
  if (labelled.length === 0 && series.labels === null) return null;
  return element("c:dLbls", {}, [
    ...labelled.map(({ index, label }) => element("c:dLbl", {}, [val("idx", index), ...labelParts(label)])),
    ...(series.labels ? labelParts(series.labels) : NO_LABELS.map((name) => val(name, 0))),
  ]);
}

function reference(cells: ChartCells): XmlNode {
  const points = cells.values.flatMap((value, index) =>
    value === null ? [] : [element("c:pt", { idx: index }, [element("c:v", {}, [textNode(String(value))])])],
  );
  const count = val("ptCount", cells.values.length);
  const source = element("c:f", {}, [textNode(cells.formula)]);
  if (cells.kind === "words")
    return element("c:strRef", {}, [source, element("c:strCache", {}, [count, ...points])]);
  const format = element("c:formatCode", {}, [textNode(cells.numberFormat)]);
  return element("c:numRef", {}, [source, element("c:numCache", {}, [format, count, ...points])]);
}
