/** A chart → its part, in the schema's order, with the figures it shows kept beside their references. */
import type {
  ChartAxisModel,
  ChartModel,
  ChartSeriesModel,
  ChartTitleModel,
  LabelLook,
  LineLook,
  MarkerLook,
  TextLook,
} from "../model/chart";
import { type Area, lastColumn, lastRow } from "../model/address";
import { cellAt, isError, type Scalar, type Sheet } from "../model/sheet";
import { sheetNamed, type Workbook } from "../model/workbook";
import { asReference } from "../formulas/references";
import { lookAt } from "../model/sheet";
import { element, textNode, type XmlNode } from "./xml";

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export function writeChart(workbook: Workbook, sheet: Sheet, chart: ChartModel): XmlNode {
  return element("c:chartSpace", { "xmlns:c": CHART, "xmlns:a": DRAWING, "xmlns:r": RELATIONSHIPS }, [
    val("date1904", workbook.date1904 ? 1 : 0),
    val("roundedCorners", chart.roundedCorners ? 1 : 0),
    element("c:chart", {}, [
      title(chart.title),
      val("autoTitleDeleted", chart.title.visible ? 0 : 1),
      plotArea(workbook, sheet, chart),
      legend(chart),
      val("plotVisOnly", chart.plotVisibleOnly ? 1 : 0),
      val(
        "dispBlanksAs",
        { NotPlotted: "gap", Zero: "zero", Interpolated: "span" }[chart.displayBlanksAs] ?? "gap",
      ),
    ]),
    shapeLook(chart.fill, chart.border),
    textLook(chart.font, null),
  ]);
}

const val = (name: string, value: string | number): XmlNode => element(`c:${name}`, { val: value });

const hex = (colour: string): XmlNode => element("a:srgbClr", { val: colour.slice(1) });
const solid = (colour: string): XmlNode => element("a:solidFill", {}, [hex(colour)]);

function shapeLook(fill: string | null, line: LineLook): XmlNode | null {
  const parts = [fill === null ? null : fill === "none" ? element("a:noFill") : solid(fill), lineNode(line)];
  return parts.some((part) => part !== null) ? element("c:spPr", {}, parts) : null;
}

const DASHES: Readonly<Record<string, string>> = {
  Continuous: "solid",
  Dash: "dash",
  DashDot: "dashDot",
  DashDotDot: "lgDashDotDot",
  Dot: "sysDash",
  RoundDot: "sysDot",
};
const EMU_PER_POINT = 12_700;

function lineNode(line: LineLook): XmlNode | null {
  if (!line.visible) return element("a:ln", {}, [element("a:noFill")]);
  if (line.colour === null && line.weight === null && line.dash === null) return null;
  const rounded = line.weight !== null && line.weight >= 1 ? element("a:round") : null;
  return element(
    "a:ln",
    {
      w: line.weight === null ? undefined : Math.round(line.weight * EMU_PER_POINT),
      cap: rounded && line.dash === "Continuous" ? "rnd" : undefined,
    },
    [
      line.colour === null ? null : solid(line.colour),
      line.dash === null ? null : element("a:prstDash", { val: DASHES[line.dash] ?? "solid" }),
      rounded,
    ],
  );
}

const plainText = (font: TextLook): boolean => Object.values(font).every((value) => value === null);

function runProperties(name: string, font: TextLook): XmlNode {
  return element(
    name,
    {
      lang: name === "a:rPr" ? "en-GB" : undefined,
      sz: font.size === null ? undefined : Math.round(font.size * 100),
      b: font.bold === null ? undefined : font.bold ? 1 : 0,
      i: font.italic === null ? undefined : font.italic ? 1 : 0,
    },
    [
      font.colour === null ? null : solid(font.colour),
      font.name === null ? null : element("a:latin", { typeface: font.name }),
      font.name === null ? null : element("a:cs", { typeface: font.name }),
    ],
  );
}

/** Text properties of labels and of the chart as a whole; null where nothing is set. */
function textLook(font: TextLook, rotation: number | null): XmlNode | null {
  if (plainText(font) && !rotation) return null;
  return element("c:txPr", {}, [
    element("a:bodyPr", rotation ? { rot: Math.round(-rotation * 60_000), vert: "horz" } : {}),
    element("a:lstStyle"),
    element("a:p", {}, [
      element("a:pPr", {}, [runProperties("a:defRPr", font)]),
      element("a:endParaRPr", { lang: "en-GB" }),
    ]),
  ]);
}

function title(model: ChartTitleModel, rotation?: number): XmlNode | null {
  if (!model.visible) return null;
  const body = element("a:bodyPr", rotation === undefined ? {} : { rot: rotation, vert: "horz" });
  const text =
    model.text === null
      ? null
      : element("c:tx", {}, [
          element("c:rich", {}, [
            body,
            element("a:lstStyle"),
            element("a:p", {}, [
              element("a:pPr", {}, [runProperties("a:defRPr", model.font)]),
              element("a:r", {}, [
                runProperties("a:rPr", model.font),
                element("a:t", {}, [textNode(model.text)]),
              ]),
            ]),
          ]),
        ]);
  return element("c:title", {}, [
    text,
    val("overlay", model.overlay ? 1 : 0),
    text ? null : textLook(model.font, null),
  ]);
}

function legend({ legend: model }: ChartModel): XmlNode | null {
  if (!model.visible) return null;
  const position = { Bottom: "b", Top: "t", Left: "l", Right: "r", Corner: "tr" }[model.position] ?? "r";
  return element("c:legend", {}, [
    val("legendPos", position),
    val("overlay", model.overlay ? 1 : 0),
    textLook(model.font, null),
  ]);
}

const CATEGORY_AXIS = 500_000_001;
const VALUE_AXIS = 500_000_002;

function plotArea(workbook: Workbook, sheet: Sheet, chart: ChartModel): XmlNode {
  const kinds = [...new Set(chart.series.map((series) => series.kind ?? chart.kind))];
  if (kinds.length === 0) kinds.push(chart.kind);
  const hasAxes = chart.kind !== "Pie";
  return element("c:plotArea", {}, [
    element("c:layout"),
    ...kinds.map((kind) => {
      const members = chart.series.filter((series) => (series.kind ?? chart.kind) === kind);
      return chartGroup(
        kind,
        members.map((series) => seriesNode(workbook, sheet, chart, kind, series)),
      );
    }),
    ...(hasAxes ? axes(chart) : []),
  ]);
}

function chartGroup(kind: string, series: readonly XmlNode[]): XmlNode {
  const axisIds = [val("axId", CATEGORY_AXIS), val("axId", VALUE_AXIS)];
  const stacked = kind.endsWith("Stacked100")
    ? "percentStacked"
    : kind.endsWith("Stacked")
      ? "stacked"
      : "clustered";
  if (kind.startsWith("Column") || kind.startsWith("Bar")) {
    return element("c:barChart", {}, [
      val("barDir", kind.startsWith("Bar") ? "bar" : "col"),
      val("grouping", stacked),
      val("varyColors", 0),
      ...series,
      val("gapWidth", 100),
      stacked === "clustered" ? null : val("overlap", 100),
      ...axisIds,
    ]);
  }
  if (kind === "Pie")
    return element("c:pieChart", {}, [val("varyColors", 1), ...series, val("firstSliceAng", 0)]);
  if (kind === "Area") {
    return element("c:areaChart", {}, [
      val("grouping", "standard"),
      val("varyColors", 0),
      ...series,
      ...axisIds,
    ]);
  }
  if (kind === "XYScatter") {
    return element("c:scatterChart", {}, [
      val("scatterStyle", "lineMarker"),
      val("varyColors", 0),
      ...series,
      ...axisIds,
    ]);
  }
  return element("c:lineChart", {}, [
    val("grouping", "standard"),
    val("varyColors", 0),
    ...series,
    val("marker", 1),
    ...axisIds,
  ]);
}

function seriesNode(
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

function axes(chart: ChartModel): readonly XmlNode[] {
  const { categoryAxis, valueAxis } = chart;
  const flat = chart.kind.startsWith("Bar");
  const scatter = chart.kind === "XYScatter";
  const shared = (axis: ChartAxisModel, position: string, isValue: boolean): readonly (XmlNode | null)[] => [
    element("c:scaling", {}, [
      val("orientation", "minMax"),
      axis.maximum === null ? null : val("max", axis.maximum),
      axis.minimum === null ? null : val("min", axis.minimum),
    ]),
    val("delete", axis.visible ? 0 : 1),
    val("axPos", position),
    gridlines("majorGridlines", axis.majorGridlines),
    gridlines("minorGridlines", axis.minorGridlines),
    title(axis.title, isValue && !flat ? -5_400_000 : undefined),
    element("c:numFmt", {
      formatCode: axis.numberFormat ?? "General",
      sourceLinked: axis.linkNumberFormat ? 1 : 0,
    }),
    val("majorTickMark", tick(axis.majorTickMark)),
    val("minorTickMark", tick(axis.minorTickMark)),
    val(
      "tickLblPos",
      { NextToAxis: "nextTo", High: "high", Low: "low", None: "none" }[axis.tickLabelPosition] ?? "nextTo",
    ),
    shapeLook(null, axis.line),
    textLook(axis.font, axis.textOrientation),
  ];
  const category = [
    val("axId", CATEGORY_AXIS),
    ...shared(categoryAxis, flat ? "l" : "b", false),
    val("crossAx", VALUE_AXIS),
    val("crosses", "autoZero"),
  ];
  const value = [
    val("axId", VALUE_AXIS),
    ...shared(valueAxis, flat ? "b" : "l", true),
    val("crossAx", CATEGORY_AXIS),
    val("crosses", "autoZero"),
    val("crossBetween", categoryAxis.isBetweenCategories ? "between" : "midCat"),
    valueAxis.majorUnit === null ? null : val("majorUnit", valueAxis.majorUnit),
  ];
  if (scatter) {
    return [
      element("c:valAx", {}, [...category, val("crossBetween", "midCat")]),
      element("c:valAx", {}, value),
    ];
  }
  if (categoryAxis.categoryType === "DateAxis") {
    return [
      element("c:dateAx", {}, [
        ...category,
        val("auto", 0),
        val("lblOffset", 100),
        val("baseTimeUnit", "months"),
      ]),
      element("c:valAx", {}, value),
    ];
  }
  return [
    element("c:catAx", {}, [
      ...category,
      val("auto", categoryAxis.categoryType === "TextAxis" ? 0 : 1),
      val("lblAlgn", "ctr"),
      val("lblOffset", 100),
      categoryAxis.tickLabelSpacing === null ? null : val("tickLblSkip", categoryAxis.tickLabelSpacing),
      val("noMultiLvlLbl", 0),
    ]),
    element("c:valAx", {}, value),
  ];
}

const tick = (word: string): string =>
  ({ None: "none", Cross: "cross", Inside: "in", Outside: "out" })[word] ?? "out";

function gridlines(name: string, { visible, line }: ChartAxisModel["majorGridlines"]): XmlNode | null {
  return visible ? element(`c:${name}`, {}, [shapeLook(null, line)]) : null;
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
