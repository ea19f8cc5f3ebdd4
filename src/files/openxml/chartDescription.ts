/**
 * A chart as plain data, for a sheet or for a slide. Words are those of the Excel API ("Line", "Dash", "Top"): whoever
 * drives Excel and whoever writes a file say the same.
 */

/** "#RRGGBB", points, and a dash ("Continuous", "Dash" …); null = automatic. */
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

export interface PointLook {
  readonly label: LabelLook | null;
  readonly marker: MarkerLook | null;
}

export interface ChartTitle {
  readonly visible: boolean;
  /** null = Excel's own. */
  readonly text: string | null;
  readonly overlay: boolean;
  readonly font: TextLook;
}

export interface ChartAxis {
  readonly visible: boolean;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly majorUnit: number | null;
  readonly numberFormat: string | null;
  readonly linkNumberFormat: boolean;
  readonly title: ChartTitle;
  readonly majorGridlines: Gridlines;
  readonly minorGridlines: Gridlines;
  readonly line: LineLook;
  readonly font: TextLook;
  readonly tickLabelPosition: string;
  readonly majorTickMark: string;
  readonly minorTickMark: string;
  readonly tickLabelSpacing: number | null;
  readonly categoryType: string;
  readonly textOrientation: number;
  /** Where this axis crosses the other: "between" points or on them. */
  readonly isBetweenCategories: boolean;
}

export interface Gridlines {
  readonly visible: boolean;
  readonly line: LineLook;
}

export interface ChartLegend {
  readonly visible: boolean;
  /** "Bottom", "Top", "Left", "Right" or "Corner". */
  readonly position: string;
  readonly overlay: boolean;
  readonly font: TextLook;
}

/** Cells that a chart draws, and what stood in them when the file was written; null = an empty cell, a gap. */
export type ChartCells =
  | {
      readonly kind: "numbers";
      /** A reference without "=": "'Clinic CIN'!$K$5:$K$17". */
      readonly formula: string;
      readonly numberFormat: string;
      readonly values: readonly (number | null)[];
    }
  | { readonly kind: "words"; readonly formula: string; readonly values: readonly (string | null)[] };

export interface SeriesDescription {
  /** A cell, or words of the chart's own. */
  readonly name: ChartCells | string | null;
  readonly values: ChartCells | null;
  readonly categories: ChartCells | null;
  readonly line: LineLook;
  readonly fill: string | null;
  readonly marker: MarkerLook;
  readonly smooth: boolean;
  /** Labels on every point, or null. */
  readonly labels: LabelLook | null;
  /** Points that differ, by their zero-based number. */
  readonly points: ReadonlyMap<number, PointLook>;
  /** The chart type where it differs from the chart's. */
  readonly kind: string | null;
}

export interface ChartDescription {
  /** "Line", "LineMarkers", "ColumnClustered" … */
  readonly kind: string;
  readonly title: ChartTitle;
  readonly legend: ChartLegend;
  readonly series: readonly SeriesDescription[];
  readonly categoryAxis: ChartAxis;
  readonly valueAxis: ChartAxis;
  /** "NotPlotted" leaves gaps. */
  readonly displayBlanksAs: string;
  readonly plotVisibleOnly: boolean;
  readonly font: TextLook;
  readonly fill: string | null;
  readonly border: LineLook;
  readonly roundedCorners: boolean;
  /** Dates of the workbook count from 1904. */
  readonly date1904: boolean;
  /** The relationship of the workbook that "Edit data" opens, on a slide; null on a sheet. */
  readonly embeddedWorkbook: string | null;
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

export function plainAxis(): ChartAxis {
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
