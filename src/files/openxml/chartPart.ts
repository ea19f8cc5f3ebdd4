/** A chart → its part, in the schema's order, with the figures it shows kept beside their references. */
import type { ChartAxis, ChartDescription } from "./chartDescription";
import { shapeLook, textLook, title, val } from "./chartMarkup";
import { seriesNode } from "./chartSeries";
import { element, type XmlNode } from "./xml";

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export function chartPart(chart: ChartDescription): XmlNode {
  return element("c:chartSpace", { "xmlns:c": CHART, "xmlns:a": DRAWING, "xmlns:r": RELATIONSHIPS }, [
    val("date1904", chart.date1904 ? 1 : 0),
    val("roundedCorners", chart.roundedCorners ? 1 : 0),
    element("c:chart", {}, [
      title(chart.title),
      val("autoTitleDeleted", chart.title.visible ? 0 : 1),
      plotArea(chart),
      legend(chart),
      val("plotVisOnly", chart.plotVisibleOnly ? 1 : 0),
      val(
        "dispBlanksAs",
        { NotPlotted: "gap", Zero: "zero", Interpolated: "span" }[chart.displayBlanksAs] ?? "gap",
      ),
    ]),
    shapeLook(chart.fill, chart.border),
    textLook(chart.font, null),
    chart.embeddedWorkbook === null
      ? null
      : element("c:externalData", { "r:id": chart.embeddedWorkbook }, [val("autoUpdate", 0)]),
  ]);
}

function legend({ legend: model }: ChartDescription): XmlNode | null {
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

function plotArea(chart: ChartDescription): XmlNode {
  const kinds = [...new Set(chart.series.map((series) => series.kind ?? chart.kind))];
  if (kinds.length === 0) kinds.push(chart.kind);
  const hasAxes = chart.kind !== "Pie";
  return element("c:plotArea", {}, [
    element("c:layout"),
    ...kinds.map((kind) => {
      const members = chart.series.filter((series) => (series.kind ?? chart.kind) === kind);
      return chartGroup(
        kind,
        members.map((series) => seriesNode(chart, kind, series)),
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

function axes(chart: ChartDescription): readonly XmlNode[] {
  const { categoryAxis, valueAxis } = chart;
  const flat = chart.kind.startsWith("Bar");
  const scatter = chart.kind === "XYScatter";
  const shared = (axis: ChartAxis, position: string, isValue: boolean): readonly (XmlNode | null)[] => [
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

function gridlines(name: string, { visible, line }: ChartAxis["majorGridlines"]): XmlNode | null {
  return visible ? element(`c:${name}`, {}, [shapeLook(null, line)]) : null;
}
