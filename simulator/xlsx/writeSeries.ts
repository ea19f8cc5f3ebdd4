/** A chart's series: their looks, labelled points, and the figures kept beside their references. */
import { type Area, lastColumn, lastRow } from "../model/address";
import type { ChartModel, ChartSeriesModel, LabelLook, MarkerLook } from "../model/chart";
import { cellAt, isError, lookAt, type Scalar, type Sheet } from "../model/sheet";
import { sheetNamed, type Workbook } from "../model/workbook";
import { asReference } from "../formulas/references";
import { shapeLook, solid, textLook, val } from "./chartMarkup";
import { element, textNode, type XmlNode } from "./xml";

export function seriesNode(
  workbook: Workbook,
  sheet: Sheet,
  chart: ChartModel,
  kind: string,
  series: ChartSeriesModel,
): XmlNode {
  const order = chart.series.indexOf(series);
  const isLine = kind.startsWith("Line") || kind === "XYScatter";
  const name =
    series.nameFormula !== null
      ? element("c:tx", {}, [stringReference(workbook, sheet, series.nameFormula)])
      : series.nameText !== null
        ? element("c:tx", {}, [element("c:v", {}, [textNode(series.nameText)])])
        : null;
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
      : element(scatter ? "c:xVal" : "c:cat", {}, [reference(workbook, sheet, series.categories)]),
    series.values === null
      ? null
      : element(scatter ? "c:yVal" : "c:val", {}, [numberReference(workbook, sheet, series.values)]),
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

function pointNodes(series: ChartSeriesModel, isLine: boolean, kind: string): readonly XmlNode[] {
  return [...series.points]
    .filter(([, point]) => point.marker !== null && isLine)
    .sort(([one], [other]) => one - other)
    .map(([index, point]) =>
      element("c:dPt", {}, [val("idx", index), markerNode(point.marker!, kind), val("bubble3D", 0)]),
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

function labelsNode(series: ChartSeriesModel): XmlNode | null {
  const labelled = [...series.points]
    .filter(([, point]) => point.label !== null)
    .sort(([one], [other]) => one - other);
  if (labelled.length === 0 && series.labels === null) return null;
  return element("c:dLbls", {}, [
    ...labelled.map(([index, point]) =>
      element("c:dLbl", {}, [val("idx", index), ...labelParts(point.label!)]),
    ),
    ...(series.labels ? labelParts(series.labels) : NO_LABELS.map((name) => val(name, 0))),
  ]);
}

/** The cells of a reference, in order; none where it cannot be followed. */
function cells(
  workbook: Workbook,
  home: Sheet,
  formula: string,
): readonly { readonly value: Scalar; readonly format: string }[] {
  const found = asReference(formula);
  const sheet = found && (found.sheet === null ? home : sheetNamed(workbook, found.sheet));
  if (!found || !sheet) return [];
  const { area } = found;
  if (area.rows * area.columns > 10_000) return [];
  return eachPlace(area).map(({ row, column }) => ({
    value: cellAt(sheet, row, column)?.value ?? null,
    format: workbook.looks.look(lookAt(sheet, row, column)).numberFormat,
  }));
}

function eachPlace(area: Area): readonly { readonly row: number; readonly column: number }[] {
  const places: { row: number; column: number }[] = [];
  for (let row = area.row; row <= lastRow(area); row++) {
    for (let column = area.column; column <= lastColumn(area); column++) places.push({ row, column });
  }
  return places;
}

function reference(workbook: Workbook, sheet: Sheet, formula: string): XmlNode {
  const numeric = cells(workbook, sheet, formula).every(
    ({ value }) => value === null || typeof value === "number",
  );
  return numeric ? numberReference(workbook, sheet, formula) : stringReference(workbook, sheet, formula);
}

function stringReference(workbook: Workbook, sheet: Sheet, formula: string): XmlNode {
  const shown = cells(workbook, sheet, formula);
  const points = shown.flatMap(({ value }, index) =>
    value === null
      ? []
      : [
          element("c:pt", { idx: index }, [
            element("c:v", {}, [textNode(isError(value) ? value.error : String(value))]),
          ]),
        ],
  );
  return element("c:strRef", {}, [
    element("c:f", {}, [textNode(formula)]),
    element("c:strCache", {}, [val("ptCount", shown.length), ...points]),
  ]);
}

function numberReference(workbook: Workbook, sheet: Sheet, formula: string): XmlNode {
  const shown = cells(workbook, sheet, formula);
  const points = shown.flatMap(({ value }, index) =>
    typeof value === "number"
      ? [element("c:pt", { idx: index }, [element("c:v", {}, [textNode(String(value))])])]
      : [],
  );
  return element("c:numRef", {}, [
    element("c:f", {}, [textNode(formula)]),
    element("c:numCache", {}, [
      element("c:formatCode", {}, [textNode(shown[0]?.format ?? "General")]),
      val("ptCount", shown.length),
      ...points,
    ]),
  ]);
}
