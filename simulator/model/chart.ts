/** A chart on a sheet: what of it the add-in can set, and the file's own markup as long as nothing is set. */
import type { XmlNode } from "../xlsx/xml";

/** "#RRGGBB", points, and a dash as the Excel API names it ("Continuous", "Dash" …); null = automatic. */
export interface LineLook {
  readonly colour: string | null;
  readonly weight: number | null;
  readonly dash: string | null;
  readonly visible: boolean;
}

export interface TextLook {
  readonly name: string | null;
  readonly size: number | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly colour: string | null;
}

export interface MarkerLook {
  /** "Automatic", "None", "Circle" … */
  readonly style: string;
  readonly size: number | null;
  readonly background: string | null;
  readonly foreground: string | null;
}

export interface LabelLook {
  readonly showValue: boolean;
  readonly showSeriesName: boolean;
  readonly showCategoryName: boolean;
  readonly showLegendKey: boolean;
  readonly showPercentage: boolean;
  readonly showBubbleSize: boolean;
  /** "Top", "Right" … or null for where it falls. */
  readonly position: string | null;
  readonly numberFormat: string | null;
  readonly separator: string | null;
  readonly font: TextLook;
}

export interface ChartPointModel {
  label: LabelLook | null;
  marker: MarkerLook | null;
}

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

export interface ChartTitleModel {
  visible: boolean;
  /** null = Excel's own. */
  text: string | null;
  overlay: boolean;
  font: TextLook;
}

export interface ChartAxisModel {
  visible: boolean;
  minimum: number | null;
  maximum: number | null;
  majorUnit: number | null;
  numberFormat: string | null;
  linkNumberFormat: boolean;
  title: ChartTitleModel;
  majorGridlines: { visible: boolean; line: LineLook };
  minorGridlines: { visible: boolean; line: LineLook };
  line: LineLook;
  font: TextLook;
  tickLabelPosition: string;
  majorTickMark: string;
  minorTickMark: string;
  tickLabelSpacing: number | null;
  categoryType: string;
  textOrientation: number;
  /** Where this axis crosses the other: "between" points or on them. */
  isBetweenCategories: boolean;
}

/** A corner of a drawing: a cell and how far into it, in points. */
export interface Corner {
  readonly row: number;
  readonly column: number;
  readonly rowOffset: number;
  readonly columnOffset: number;
}

export interface ChartModel {
  readonly id: string;
  name: string;
  /** As the Excel API names it: "Line", "LineMarkers", "ColumnClustered" … */
  kind: string;
  from: Corner;
  to: Corner;
  title: ChartTitleModel;
  legend: { visible: boolean; position: string; overlay: boolean; font: TextLook };
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

export const PLAIN_LINE: LineLook = { colour: null, weight: null, dash: null, visible: true };
export const PLAIN_TEXT: TextLook = { name: null, size: null, bold: null, italic: null, colour: null };
export const PLAIN_MARKER: MarkerLook = {
  style: "Automatic",
  size: null,
  background: null,
  foreground: null,
};
export const PLAIN_LABEL: LabelLook = {
  showValue: true,
  showSeriesName: false,
  showCategoryName: false,
  showLegendKey: false,
  showPercentage: false,
  showBubbleSize: false,
  position: null,
  numberFormat: null,
  separator: null,
  font: PLAIN_TEXT,
};

export function newAxis(): ChartAxisModel {
  return {
    visible: true,
    minimum: null,
    maximum: null,
    majorUnit: null,
    numberFormat: null,
    linkNumberFormat: true,
    title: { visible: false, text: null, overlay: false, font: PLAIN_TEXT },
    majorGridlines: { visible: false, line: PLAIN_LINE },
    minorGridlines: { visible: false, line: PLAIN_LINE },
    line: PLAIN_LINE,
    font: PLAIN_TEXT,
    tickLabelPosition: "NextToAxis",
    majorTickMark: "Outside",
    minorTickMark: "None",
    tickLabelSpacing: null,
    categoryType: "Automatic",
    textOrientation: 0,
    isBetweenCategories: true,
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
