/** A chart on a sheet: what of it the add-in can set, and the file's own markup as long as nothing is set. */
import {
  type ChartAxis,
  type ChartLegend,
  type ChartTitle,
  type Gridlines,
  type LabelLook,
  type LineLook,
  type MarkerLook,
  plainAxis,
  PLAIN_LINE,
  PLAIN_MARKER,
  PLAIN_TEXT,
  type PointLook,
  type TextLook,
} from "../../src/files/openxml/chartDescription";
import type { Corner } from "../../src/files/openxml/drawing";
import type { XmlNode } from "../../src/files/openxml/xml";

type Settable<Description> = { -readonly [Part in keyof Description]: Description[Part] };

export type ChartTitleModel = Settable<ChartTitle>;
export type ChartPointModel = Settable<PointLook>;
export type ChartAxisModel = Settable<Omit<ChartAxis, "title" | "majorGridlines" | "minorGridlines">> & {
  title: ChartTitleModel;
  majorGridlines: Settable<Gridlines>;
  minorGridlines: Settable<Gridlines>;
};

export interface ChartSeriesModel {
  readonly id: string;
  /** A formula of one cell without "=", or null with `nameText`. */
  nameFormula: string | null;
  nameText: string | null;
  values: string | null;
  categories: string | null;
  line: LineLook;
  fill: string | null;
  marker: MarkerLook;
  smooth: boolean;
  /** Labels on every point, or null. */
  labels: LabelLook | null;
  points: Map<number, ChartPointModel>;
  /** The chart type where it differs from the chart's. */
  kind: string | null;
}

export interface ChartModel {
  readonly id: string;
  name: string;
  /** As the Excel API names it: "Line", "LineMarkers", "ColumnClustered" … */
  kind: string;
  from: Corner;
  to: Corner;
  title: ChartTitleModel;
  legend: Settable<ChartLegend>;
  series: ChartSeriesModel[];
  categoryAxis: ChartAxisModel;
  valueAxis: ChartAxisModel;
  /** "NotPlotted" leaves gaps. */
  displayBlanksAs: string;
  plotVisibleOnly: boolean;
  font: TextLook;
  fill: string | null;
  border: LineLook;
  roundedCorners: boolean;
  /** Markup of a file and the part that it came in; null once something of it was set. */
  source: { readonly part: string; readonly root: XmlNode } | null;
}

export function newAxis(): ChartAxisModel {
  const { title, majorGridlines, minorGridlines, ...axis } = plainAxis();
  return {
    ...axis,
    title: { ...title },
    majorGridlines: { ...majorGridlines },
    minorGridlines: { ...minorGridlines },
  };
}

export function newSeries(id: string): ChartSeriesModel {
  return {
    id,
    nameFormula: null,
    nameText: null,
    values: null,
    categories: null,
    line: PLAIN_LINE,
    fill: null,
    marker: PLAIN_MARKER,
    smooth: false,
    labels: null,
    points: new Map(),
    kind: null,
  };
}

export function newChart(id: string, name: string, kind: string): ChartModel {
  const valueAxis = newAxis();
  valueAxis.majorGridlines.visible = true;
  return {
    id,
    name,
    kind,
    from: { row: 1, column: 1, rowOffset: 0, columnOffset: 0 },
    to: { row: 16, column: 9, rowOffset: 0, columnOffset: 0 },
    title: { visible: true, text: null, overlay: false, font: PLAIN_TEXT },
    legend: { visible: true, position: "Bottom", overlay: false, font: PLAIN_TEXT },
    series: [],
    categoryAxis: newAxis(),
    valueAxis,
    displayBlanksAs: "NotPlotted",
    plotVisibleOnly: true,
    font: PLAIN_TEXT,
    fill: null,
    border: PLAIN_LINE,
    roundedCorners: false,
    source: null,
  };
}
