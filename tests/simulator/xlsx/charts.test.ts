import { openWorkbook } from "../../../simulator/index";
import { readPart } from "../../../src/files/openxml/package";
import {
  child,
  children,
  descend,
  localName,
  textOf,
  valueOf,
  type XmlNode,
} from "../../../src/files/openxml/xml";
import { freshExcel } from "../inExcel";
import { faultsOf, partsOf } from "./packageOf";

/** A line of four months with a gap, and a dashed target; the last point labelled. */
async function lineChart(): Promise<Uint8Array> {
  const excel = freshExcel();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:A5").numberFormat = [["@"], ["@"], ["@"], ["@"], ["@"]];
    sheet.getRange("A1:C5").values = [
      ["Month", "In time", "Target"],
      ["Apr-23", 80, 90],
      ["May-23", "", 90],
      ["Jun-23", 85.5, 90],
      ["Jul-23", 91, 90],
    ];
    const chart = sheet.charts.add("Line", sheet.getRange("A1:C5"), "Columns");
    chart.name = "Clinic_chart_x";
    chart.title.text = "Visits & <more>";
    chart.setPosition("E2", "L18");
    chart.legend.position = "Bottom";
    chart.displayBlanksAs = "NotPlotted";
    chart.axes.valueAxis.minimum = 0;
    chart.axes.valueAxis.maximum = 100;
    chart.axes.valueAxis.numberFormat = "0";
    chart.axes.valueAxis.title.text = "Percent";
    chart.axes.valueAxis.majorGridlines.format.line.color = "#D9D9D9";
    const [figures, target] = [chart.series.getItemAt(0), chart.series.getItemAt(1)];
    figures.format.line.color = "#12436D";
    figures.format.line.weight = 2.25;
    figures.markerStyle = "Circle";
    figures.markerSize = 5;
    const label = figures.points.getItemAt(3);
    label.hasDataLabel = true;
    label.dataLabel.position = "Top";
    label.dataLabel.numberFormat = "0.0";
    target.format.line.color = "#3D3D3D";
    target.format.line.lineStyle = "Dash";
    target.markerStyle = "None";
    await context.sync();
  });
  return excel.saveXlsx();
}

const names = (node: XmlNode | undefined): readonly string[] => (node?.children ?? []).map(localName);

/** The schema's order; what is not in a list may not stand there. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  chartSpace: [
    "date1904",
    "lang",
    "roundedCorners",
    "style",
    "clrMapOvr",
    "pivotFmts",
    "chart",
    "spPr",
    "txPr",
  ],
  chart: ["title", "autoTitleDeleted", "plotArea", "legend", "plotVisOnly", "dispBlanksAs"],
  lineChart: [
    "grouping",
    "varyColors",
    "ser",
    "dLbls",
    "dropLines",
    "hiLowLines",
    "upDownBars",
    "marker",
    "smooth",
    "axId",
  ],
  ser: [
    "idx",
    "order",
    "tx",
    "spPr",
    "marker",
    "dPt",
    "dLbls",
    "trendline",
    "errBars",
    "cat",
    "val",
    "smooth",
  ],
  dLbl: [
    "idx",
    "delete",
    "layout",
    "tx",
    "numFmt",
    "spPr",
    "txPr",
    "dLblPos",
    "showLegendKey",
    "showVal",
    "showCatName",
    "showSerName",
    "showPercent",
    "showBubbleSize",
    "separator",
  ],
  valAx: [
    "axId",
    "scaling",
    "delete",
    "axPos",
    "majorGridlines",
    "minorGridlines",
    "title",
    "numFmt",
    "majorTickMark",
    "minorTickMark",
    "tickLblPos",
    "spPr",
    "txPr",
    "crossAx",
    "crosses",
    "crossBetween",
    "majorUnit",
  ],
  catAx: [
    "axId",
    "scaling",
    "delete",
    "axPos",
    "majorGridlines",
    "minorGridlines",
    "title",
    "numFmt",
    "majorTickMark",
    "minorTickMark",
    "tickLblPos",
    "spPr",
    "txPr",
    "crossAx",
    "crosses",
    "auto",
    "lblAlgn",
    "lblOffset",
    "tickLblSkip",
    "noMultiLvlLbl",
  ],
  scaling: ["logBase", "orientation", "max", "min"],
};

function expectOrder(node: XmlNode): void {
  const order = ORDER[localName(node)];
  if (order) {
    const places = names(node).map((name) => order.indexOf(name));
    expect([localName(node), places]).toEqual([
      localName(node),
      [...places].sort((one, other) => one - other),
    ]);
    expect([localName(node), names(node).filter((name) => !order.includes(name))]).toEqual([
      localName(node),
      [],
    ]);
  }
  node.children.forEach(expectOrder);
}

test("a chart's part follows the schema's order and says what was set", async () => {
  const bytes = await lineChart();
  const source = await partsOf(bytes);
  expect(faultsOf(source)).toEqual([]);
  const root = readPart(source, "xl/charts/chart1.xml")!;
  expectOrder(root);
  const plot = descend(root, "chart", "plotArea");
  const [figures, target] = children(child(plot, "lineChart"), "ser");
  expect(textOf(descend(figures, "val", "numRef", "f"))).toBe("Sheet1!$B$2:$B$5");
  expect(textOf(descend(figures, "cat", "strRef", "f"))).toBe("Sheet1!$A$2:$A$5");
  expect(textOf(descend(figures, "tx", "strRef", "f"))).toBe("Sheet1!$B$1");
  const points = children(descend(figures, "val", "numRef", "numCache"), "pt");
  expect(points.map((point) => [point.attributes["idx"], textOf(point)])).toEqual([
    ["0", "80"],
    ["2", "85.5"],
    ["3", "91"],
  ]);
  expect(valueOf(descend(target, "spPr", "ln", "prstDash"))).toBe("dash");
  expect(valueOf(descend(target, "marker", "symbol"))).toBe("none");
  expect([figures, target].map((series) => valueOf(child(series, "smooth")))).toEqual(["0", "0"]);
  const label = descend(figures, "dLbls", "dLbl");
  expect([
    valueOf(child(label, "idx")),
    valueOf(child(label, "showVal")),
    valueOf(child(label, "dLblPos")),
  ]).toEqual(["3", "1", "t"]);
  expect(valueOf(descend(root, "chart", "dispBlanksAs"))).toBe("gap");
  const axis = child(plot, "valAx");
  expect([valueOf(descend(axis, "scaling", "min")), valueOf(descend(axis, "scaling", "max"))]).toEqual([
    "0",
    "100",
  ]);
  expect(child(axis, "numFmt")!.attributes).toEqual({ formatCode: "0", sourceLinked: "0" });
});

test("a chart reads back as it was set, and is written again as it was", async () => {
  const bytes = await lineChart();
  const again = await openWorkbook(bytes);
  again.install();
  await Excel.run(async (context) => {
    const chart = context.workbook.worksheets.getItem("Sheet1").charts.getItem("Clinic_chart_x");
    chart.load("name,chartType,displayBlanksAs");
    chart.title.load("text,visible");
    const { valueAxis } = chart.axes;
    valueAxis.load("minimum,maximum,numberFormat");
    const [figures, target] = [chart.series.getItemAt(0), chart.series.getItemAt(1)];
    figures.load("name,markerStyle,markerSize,smooth");
    figures.format.line.load("color,weight");
    target.format.line.load("color,lineStyle");
    const label = figures.points.getItemAt(3);
    label.load("hasDataLabel,value");
    label.dataLabel.load("position,numberFormat");
    await context.sync();
    expect([chart.chartType, chart.displayBlanksAs, chart.title.text]).toEqual([
      "LineMarkers",
      "NotPlotted",
      "Visits & <more>",
    ]);
    expect([valueAxis.minimum, valueAxis.maximum, valueAxis.numberFormat]).toEqual([0, 100, "0"]);
    expect([figures.name, figures.markerStyle, figures.markerSize, figures.smooth]).toEqual([
      "In time",
      "Circle",
      5,
      false,
    ]);
    expect([figures.format.line.color, figures.format.line.weight]).toEqual(["#12436D", 2.25]);
    expect([target.format.line.color, target.format.line.lineStyle]).toEqual(["#3D3D3D", "Dash"]);
    expect([label.hasDataLabel, label.value, label.dataLabel.position, label.dataLabel.numberFormat]).toEqual(
      [true, 91, "Top", "0.0"],
    );
    // Setting what is set already writes the part anew, from the model alone.
    chart.title.text = "Visits & <more>";
    await context.sync();
  });
  const before = readPart(await partsOf(bytes), "xl/charts/chart1.xml");
  const after = readPart(await partsOf(await again.saveXlsx()), "xl/charts/chart1.xml");
  expect(after).toEqual(before);
});

test("a chart of another program keeps its own markup while its references follow their cells", async () => {
  const bytes = await lineChart();
  const excel = await openWorkbook(bytes);
  excel.install();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1:C1").insert("Down");
    await context.sync();
  });
  const source = await partsOf(await excel.saveXlsx());
  const root = readPart(source, "xl/charts/chart1.xml")!;
  const [figures] = children(descend(root, "chart", "plotArea", "lineChart"), "ser");
  expect(textOf(descend(figures, "val", "numRef", "f"))).toBe("Sheet1!$B$3:$B$6");
  expect(valueOf(descend(figures, "marker", "symbol"))).toBe("circle");
});

test("deleting the last chart takes its drawing with it", async () => {
  const excel = await openWorkbook(await lineChart());
  excel.install();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").charts.getItem("Clinic_chart_x").delete();
    await context.sync();
  });
  const source = await partsOf(await excel.saveXlsx());
  expect(faultsOf(source)).toEqual([]);
  expect([...source.parts.keys()].filter((part) => /chart|drawing/.test(part))).toEqual([]);
});

test("setData keeps a line's looks and points it at other cells", async () => {
  const excel = await openWorkbook(await lineChart());
  excel.install();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const chart = sheet.charts.getItem("Clinic_chart_x");
    chart.setData(sheet.getRange("A1:B4"), "Columns");
    chart.series.load("items/name");
    chart.series.getItemAt(0).format.line.load("color");
    const line = chart.series.getItemAt(0).format.line;
    line.load("color");
    await context.sync();
    expect(chart.series.items.map(({ name }) => name)).toEqual(["In time"]);
    expect(line.color).toBe("#12436D");
  });
});
