/** Excel.ChartSeriesCollection, its series, their points and labels. */
import { formatAbsoluteArea, quoteSheetName } from "../../model/address";
import { type ChartPointModel, type ChartSeriesModel, newSeries } from "../../model/chart";
import {
  type LabelLook,
  type MarkerLook,
  PLAIN_LABEL,
  PLAIN_MARKER,
} from "../../../src/files/openxml/chartDescription";
import { HostFault } from "../../model/fault";
import { cellAt } from "../../model/sheet";
import { newId, sheetNamed } from "../../model/workbook";
import { asReference } from "../../formulas/references";
import {
  type Argument,
  booleanArgument,
  type HostClass,
  type HostObject,
  hostObject,
  type Json,
  textArgument,
  wholeArgument,
  wordArgument,
} from "../../host/hostObject";
import { altered, type ChartTarget, liveChart } from "./chartTarget";
import { fillObject, fontObject, lineObject } from "./chartText";
import { hexColour } from "../colour";
import { rangeIn } from "../context";
import { shown } from "../grid";

export const seriesCollectionObject = (target: ChartTarget): HostObject => hostObject(COLLECTION, target);

interface SeriesTarget {
  readonly target: ChartTarget;
  readonly series: ChartSeriesModel;
}

const seriesObject = (target: ChartTarget, series: ChartSeriesModel): HostObject =>
  hostObject(SERIES, { target, series });

const COLLECTION: HostClass<ChartTarget> = {
  name: "ChartSeriesCollection",
  properties: { Count: { get: (target) => liveChart(target).series.length } },
  items: (target) => liveChart(target).series.map((series) => seriesObject(target, series)),
  methods: {
    GetCount: (target) => liveChart(target).series.length,
    GetItemAt(target, index) {
      const series = liveChart(target).series[wholeArgument(index)];
      if (!series) throw new HostFault("InvalidArgument");
      return seriesObject(target, series);
    },
    Add(target, name, index) {
      const chart = altered(target);
      const series = newSeries(newId(target.context.workbook));
      series.nameText = name == null ? null : textArgument(name);
      chart.series.splice(index == null ? chart.series.length : wholeArgument(index), 0, series);
      return seriesObject(target, series);
    },
  },
};

function live({ target, series }: SeriesTarget): ChartSeriesModel {
  if (!liveChart(target).series.includes(series)) throw new HostFault("ItemNotFound");
  return series;
}

function changed(each: SeriesTarget): ChartSeriesModel {
  altered(each.target);
  return live(each);
}

function cellsOf(argument: Argument): string {
  const range = rangeIn(argument);
  if (!range) throw new HostFault("InvalidArgument");
  return `${quoteSheetName(range.sheet.name)}!${formatAbsoluteArea(range.area)}`;
}

function nameOf({ target, series }: SeriesTarget): string {
  if (series.nameFormula === null)
    return series.nameText ?? `Series${liveChart(target).series.indexOf(series) + 1}`;
  const reference = asReference(series.nameFormula);
  const sheet =
    reference &&
    (reference.sheet === null ? target.sheet : sheetNamed(target.context.workbook, reference.sheet));
  return sheet ? String(shown(cellAt(sheet, reference.area.row, reference.area.column)?.value ?? null)) : "";
}

const MARKERS = [
  "Automatic",
  "None",
  "Square",
  "Diamond",
  "Triangle",
  "X",
  "Star",
  "Dot",
  "Dash",
  "Circle",
  "Plus",
] as const;

const SERIES: HostClass<SeriesTarget> = {
  name: "ChartSeries",
  properties: {
    Name: {
      get: nameOf,
      set(each, value) {
        const series = changed(each);
        const text = textArgument(value);
        const formula = text.startsWith("=") && asReference(text.slice(1)) ? text.slice(1) : null;
        series.nameFormula = formula;
        series.nameText = formula === null ? text : null;
      },
    },
    ChartType: {
      get: (each) => live(each).kind ?? liveChart(each.target).kind,
      set(each, value) {
        changed(each).kind = wordArgument(value, ["Line", "LineMarkers", "ColumnClustered"]);
      },
    },
    Smooth: {
      get: (each) => live(each).smooth,
      set(each, value) {
        changed(each).smooth = booleanArgument(value);
      },
    },
    HasDataLabels: {
      get: (each) => live(each).labels !== null,
      set(each, value) {
        const series = changed(each);
        series.labels = booleanArgument(value) ? (series.labels ?? PLAIN_LABEL) : null;
        // Labels switched off for the series go from each of its points.
        if (!series.labels) for (const point of series.points.values()) point.label = null;
      },
    },
    ...markerProperties<SeriesTarget>(
      (each) => live(each).marker,
      (each, marker) => {
        changed(each).marker = marker;
      },
    ),
    PlotOrder: { get: (each) => liveChart(each.target).series.indexOf(live(each)) + 1 },
    AxisGroup: { get: () => "Primary" },
  },
  navigation: {
    Format: (each) => hostObject(SERIES_FORMAT, each),
    Points: (each) => hostObject(POINTS, each),
    DataLabels: (each) =>
      labelObject({
        target: each.target,
        get: () => live(each).labels,
        put: (label) => {
          live(each).labels = label;
        },
        name: "ChartDataLabels",
      }),
  },
  methods: {
    SetValues(each, source) {
      changed(each).values = cellsOf(source);
    },
    SetXAxisValues(each, source) {
      changed(each).categories = cellsOf(source);
    },
    Delete(each) {
      const chart = altered(each.target);
      chart.series = chart.series.filter((other) => other !== each.series);
    },
  },
};

/** The four marker properties that a series and a point have alike. */
function markerProperties<T>(
  get: (target: T) => MarkerLook,
  put: (target: T, marker: MarkerLook) => void,
): Readonly<Record<string, { get(target: T): Json; set(target: T, value: Json): void }>> {
  return {
    MarkerStyle: {
      get: (target) => get(target).style,
      set: (target, value) => put(target, { ...get(target), style: wordArgument(value, MARKERS) }),
    },
    MarkerSize: {
      get: (target) => get(target).size ?? 5,
      set(target, value) {
        const size = wholeArgument(value);
        if (size < 2 || size > 72) throw new HostFault("InvalidArgument");
        put(target, { ...get(target), size });
      },
    },
    MarkerBackgroundColor: {
      get: (target) => get(target).background ?? "",
      set: (target, value) => put(target, { ...get(target), background: hexColour(value) }),
    },
    MarkerForegroundColor: {
      get: (target) => get(target).foreground ?? "",
      set: (target, value) => put(target, { ...get(target), foreground: hexColour(value) }),
    },
  };
}

const SERIES_FORMAT: HostClass<SeriesTarget> = {
  name: "ChartSeriesFormat",
  navigation: {
    Line: (each) =>
      lineObject(
        each.target,
        () => live(each).line,
        (_chart, line) => {
          live(each).line = line;
        },
      ),
    Fill: (each) =>
      fillObject(each.target, (_chart, colour) => {
        live(each).fill = colour;
      }),
  },
};

/** As many points as the series has cells. */
function pointCount(each: SeriesTarget): number {
  const area = asReference(live(each).values ?? "")?.area;
  return area ? area.rows * area.columns : 0;
}

const POINTS: HostClass<SeriesTarget> = {
  name: "ChartPointsCollection",
  properties: { Count: { get: pointCount } },
  items: (each) =>
    Array.from({ length: pointCount(each) }, (_, index) => hostObject(POINT, { ...each, index })),
  methods: {
    GetCount: pointCount,
    GetItemAt(each, index) {
      const at = wholeArgument(index);
      if (at < 0 || at >= pointCount(each)) throw new HostFault("InvalidArgument");
      return hostObject(POINT, { ...each, index: at });
    },
  },
};

interface PointTarget extends SeriesTarget {
  readonly index: number;
}

const pointOf = (point: PointTarget): ChartPointModel =>
  live(point).points.get(point.index) ?? { label: null, marker: null };

function setPoint(point: PointTarget, part: Partial<ChartPointModel>): void {
  changed(point).points.set(point.index, { ...pointOf(point), ...part });
}

const POINT: HostClass<PointTarget> = {
  name: "ChartPoint",
  properties: {
    Value: {
      get(point) {
        const reference = asReference(live(point).values ?? "");
        const { context, sheet } = point.target;
        const source =
          reference && (reference.sheet === null ? sheet : sheetNamed(context.workbook, reference.sheet));
        if (!source) return null;
        const { area } = reference;
        const row = area.row + Math.floor(point.index / area.columns);
        return shown(cellAt(source, row, area.column + (point.index % area.columns))?.value ?? null);
      },
    },
    HasDataLabel: {
      get: (point) => pointOf(point).label !== null || live(point).labels !== null,
      set(point, value) {
        const shows = booleanArgument(value);
        setPoint(point, {
          label: shows ? (pointOf(point).label ?? live(point).labels ?? PLAIN_LABEL) : null,
        });
      },
    },
    ...markerProperties<PointTarget>(
      (point) => pointOf(point).marker ?? PLAIN_MARKER,
      (point, marker) => setPoint(point, { marker }),
    ),
  },
  navigation: {
    DataLabel: (point) =>
      labelObject({
        target: point.target,
        get: () => pointOf(point).label,
        put: (label) => setPoint(point, { label }),
        name: "ChartDataLabel",
      }),
  },
};

interface LabelTarget {
  readonly target: ChartTarget;
  readonly get: () => LabelLook | null;
  readonly put: (label: LabelLook) => void;
  readonly name: string;
}

const labelObject = (label: LabelTarget): HostObject => hostObject({ ...LABEL, name: label.name }, label);

function setLabel(label: LabelTarget, part: Partial<LabelLook>): void {
  altered(label.target);
  const old = label.get();
  if (!old) throw new HostFault("InvalidOperation", "The point has no data label.");
  label.put({ ...old, ...part });
}

const box = (
  key:
    | "showValue"
    | "showSeriesName"
    | "showCategoryName"
    | "showLegendKey"
    | "showPercentage"
    | "showBubbleSize",
) => ({
  get: (label: LabelTarget): Json => label.get()?.[key] ?? false,
  set: (label: LabelTarget, value: Json): void => setLabel(label, { [key]: booleanArgument(value) }),
});

const POSITIONS = [
  "None",
  "Center",
  "InsideEnd",
  "InsideBase",
  "OutsideEnd",
  "Left",
  "Right",
  "Top",
  "Bottom",
  "BestFit",
  "Callout",
] as const;

const LABEL: HostClass<LabelTarget> = {
  name: "ChartDataLabel",
  properties: {
    ShowValue: box("showValue"),
    ShowSeriesName: box("showSeriesName"),
    ShowCategoryName: box("showCategoryName"),
    ShowLegendKey: box("showLegendKey"),
    ShowPercentage: box("showPercentage"),
    ShowBubbleSize: box("showBubbleSize"),
    Position: {
      get: (label) => label.get()?.position ?? "Right",
      set: (label, value) => setLabel(label, { position: wordArgument(value, POSITIONS) }),
    },
    NumberFormat: {
      get: (label) => label.get()?.numberFormat ?? "General",
      set: (label, value) => setLabel(label, { numberFormat: textArgument(value) }),
    },
    Separator: {
      get: (label) => label.get()?.separator ?? ", ",
      set: (label, value) => setLabel(label, { separator: textArgument(value) }),
    },
  },
  navigation: { Format: (label) => hostObject(LABEL_FORMAT, label) },
};

const LABEL_FORMAT: HostClass<LabelTarget> = {
  name: "ChartDataLabelFormat",
  navigation: {
    Font: (label) =>
      fontObject(
        label.target,
        () => label.get()?.font ?? PLAIN_LABEL.font,
        (_chart, font) => setLabel(label, { font }),
      ),
  },
};
