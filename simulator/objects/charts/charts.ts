/** Excel.ChartCollection and Excel.Chart. */
import { lastColumn, lastRow, parseArea } from "../../model/address";
import { type ChartModel, newChart } from "../../model/chart";
import { setSource } from "../../model/chartSource";
import { HostFault } from "../../model/fault";
import type { Sheet } from "../../model/sheet";
import { newId } from "../../model/workbook";
import {
  type Argument,
  booleanArgument,
  type HostClass,
  type HostObject,
  hostObject,
  type Json,
  numberArgument,
  textArgument,
  wholeArgument,
  wordArgument,
} from "../../host/hostObject";
import { axesObject } from "./chartAxes";
import { altered, type ChartTarget, liveChart } from "./chartTarget";
import { borderObject, fillObject, fontObject, titleObject } from "./chartText";
import { seriesCollectionObject } from "./chartSeries";
import { type ObjectContext, rangeIn } from "../context";
import { columnAtPoint, pointsAbove, pointsBefore, rowAtPoint } from "../geometry";

interface CollectionTarget {
  readonly context: ObjectContext;
  readonly sheet: Sheet;
}

export const chartCollectionObject = (context: ObjectContext, sheet: Sheet): HostObject =>
  hostObject(CHARTS, { context, sheet });

const chartObject = ({ context, sheet }: CollectionTarget, chart: ChartModel): HostObject =>
  hostObject(CHART, { context, sheet, chart });

const find = ({ sheet }: CollectionTarget, key: Argument | Json): ChartModel | undefined => {
  const wanted = String(key).toLowerCase();
  return sheet.charts.find(
    (chart) => chart.id.toLowerCase() === wanted || chart.name.toLowerCase() === wanted,
  );
};

const CHART_KINDS = [
  "Line",
  "LineMarkers",
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
  "BarStacked100",
  "Pie",
  "Area",
  "XYScatter",
] as const;

function add(target: CollectionTarget, kind: Argument, source: Argument, seriesBy: Argument): HostObject {
  const { context, sheet } = target;
  if (sheet.protection.protected) throw new HostFault("AccessDenied");
  const word = textArgument(kind);
  const known = CHART_KINDS.find((each) => each.toLowerCase() === word.toLowerCase());
  if (!known) throw new HostFault("ApiNotFound", `The simulated Excel draws no chart of the type ${word}.`);
  const range = rangeIn(source);
  if (!range) throw new HostFault("InvalidArgument");
  const by = seriesBy == null ? "Auto" : wordArgument(seriesBy, ["Auto", "Columns", "Rows"]);
  let count = sheet.charts.length + 1;
  while (sheet.charts.some((chart) => chart.name === `Chart ${count}`)) count++;
  const chart = newChart(newId(context.workbook), `Chart ${count}`, known);
  setSource(context.workbook, chart, range.sheet, range.area, by);
  // A chart of one series takes its name for a title, and needs no legend to tell lines apart.
  chart.title.visible = chart.series.length === 1;
  sheet.charts.push(chart);
  sheet.touched = true;
  return chartObject(target, chart);
}

const CHARTS: HostClass<CollectionTarget> = {
  name: "ChartCollection",
  properties: { Count: { get: ({ sheet }) => sheet.charts.length } },
  items: (target) => target.sheet.charts.map((chart) => chartObject(target, chart)),
  item(target, key) {
    const chart = find(target, key);
    if (!chart) throw new HostFault("ItemNotFound");
    return chartObject(target, chart);
  },
  methods: {
    Add: add,
    GetCount: ({ sheet }) => sheet.charts.length,
    GetItem(target, name) {
      const chart = find(target, name);
      if (!chart) throw new HostFault("ItemNotFound");
      return chartObject(target, chart);
    },
    GetItemAt(target, index) {
      const chart = target.sheet.charts[wholeArgument(index)];
      if (!chart) throw new HostFault("InvalidArgument");
      return chartObject(target, chart);
    },
    GetItemOrNullObject(target, name) {
      const chart = find(target, name);
      return chart ? chartObject(target, chart) : null;
    },
  },
};

/** A chart's place in points, each side a property that moves or stretches it. */
const side = (which: "left" | "top" | "width" | "height") => ({
  get: (target: ChartTarget): Json => bounds(target)[which],
  set: (target: ChartTarget, value: Json): void => {
    const points = numberArgument(value);
    if (points < 0) throw new HostFault("InvalidArgument");
    place(target, { ...bounds(target), [which]: points });
  },
});

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function bounds(target: ChartTarget): Bounds {
  const { from, to } = liveChart(target);
  const { sheet } = target;
  const left = pointsBefore(sheet, from.column) + from.columnOffset;
  const top = pointsAbove(sheet, from.row) + from.rowOffset;
  return {
    left,
    top,
    width: pointsBefore(sheet, to.column) + to.columnOffset - left,
    height: pointsAbove(sheet, to.row) + to.rowOffset - top,
  };
}

function place(target: ChartTarget, { left, top, width, height }: Bounds): void {
  const { sheet } = target;
  const chart = liveChart(target);
  const start = { ...columnAtPoint(sheet, left), ...named(rowAtPoint(sheet, top)) };
  const end = { ...columnAtPoint(sheet, left + width), ...named(rowAtPoint(sheet, top + height)) };
  chart.from = {
    row: start.row,
    column: start.column,
    rowOffset: start.rowOffset,
    columnOffset: start.offset,
  };
  chart.to = { row: end.row, column: end.column, rowOffset: end.rowOffset, columnOffset: end.offset };
  sheet.touched = true;
}

const named = ({ row, offset }: { readonly row: number; readonly offset: number }) => ({
  row,
  rowOffset: offset,
});

function setPosition(target: ChartTarget, start: Argument, end: Argument): void {
  const first = cellsIn(start);
  const last = end == null ? null : cellsIn(end);
  const chart = liveChart(target);
  if (!last) {
    const { width, height } = bounds(target);
    place(target, {
      left: pointsBefore(target.sheet, first.column),
      top: pointsAbove(target.sheet, first.row),
      width,
      height,
    });
    return;
  }
  if (lastRow(last) < first.row || lastColumn(last) < first.column) throw new HostFault("InvalidArgument");
  chart.from = { row: first.row, column: first.column, rowOffset: 0, columnOffset: 0 };
  chart.to = { row: lastRow(last) + 1, column: lastColumn(last) + 1, rowOffset: 0, columnOffset: 0 };
  target.sheet.touched = true;
}

function cellsIn(argument: Argument) {
  const area = rangeIn(argument)?.area ?? parseArea(textArgument(argument).replace(/^.*!/, ""));
  if (!area) throw new HostFault("InvalidArgument");
  return area;
}

const CHART: HostClass<ChartTarget> = {
  name: "Chart",
  identity: ({ chart }) => ({ Id: chart.id }),
  properties: {
    Id: { get: (target) => liveChart(target).id },
    Name: {
      get: (target) => liveChart(target).name,
      set(target, value) {
        const name = textArgument(value);
        const chart = liveChart(target);
        if (
          name === "" ||
          target.sheet.charts.some(
            (other) => other !== chart && other.name.toLowerCase() === name.toLowerCase(),
          )
        ) {
          throw new HostFault("InvalidArgument");
        }
        chart.name = name;
        target.sheet.touched = true;
      },
    },
    ChartType: {
      get: (target) => liveChart(target).kind,
      set(target, value) {
        altered(target).kind = wordArgument(value, CHART_KINDS);
      },
    },
    Left: side("left"),
    Top: side("top"),
    Width: side("width"),
    Height: side("height"),
    DisplayBlanksAs: {
      get: (target) => liveChart(target).displayBlanksAs,
      set(target, value) {
        altered(target).displayBlanksAs = wordArgument(value, ["NotPlotted", "Zero", "Interpolated"]);
      },
    },
    PlotVisibleOnly: {
      get: (target) => liveChart(target).plotVisibleOnly,
      set(target, value) {
        altered(target).plotVisibleOnly = booleanArgument(value);
      },
    },
  },
  navigation: {
    Worksheet: (target) => target.context.make.worksheet(target.sheet),
    Title: (target) => titleObject(target, (chart) => chart.title, "ChartTitle"),
    Legend: (target) => hostObject(LEGEND, target),
    Series: seriesCollectionObject,
    Axes: axesObject,
    Format: (target) => hostObject(AREA_FORMAT, target),
  },
  methods: {
    SetData(target, source, seriesBy) {
      const range = rangeIn(source);
      if (!range) throw new HostFault("InvalidArgument");
      const by = seriesBy == null ? "Auto" : wordArgument(seriesBy, ["Auto", "Columns", "Rows"]);
      setSource(target.context.workbook, altered(target), range.sheet, range.area, by);
    },
    SetPosition: setPosition,
    Activate: (target) => void liveChart(target),
    Delete(target) {
      const chart = liveChart(target);
      if (target.sheet.protection.protected) throw new HostFault("AccessDenied");
      target.sheet.charts = target.sheet.charts.filter((other) => other !== chart);
      target.sheet.touched = true;
    },
  },
};

const LEGEND: HostClass<ChartTarget> = {
  name: "ChartLegend",
  properties: {
    Visible: {
      get: (target) => liveChart(target).legend.visible,
      set(target, value) {
        altered(target).legend.visible = booleanArgument(value);
      },
    },
    Position: {
      get: (target) => liveChart(target).legend.position,
      set(target, value) {
        altered(target).legend.position = wordArgument(value, ["Top", "Bottom", "Left", "Right", "Corner"]);
      },
    },
    Overlay: {
      get: (target) => liveChart(target).legend.overlay,
      set(target, value) {
        altered(target).legend.overlay = booleanArgument(value);
      },
    },
  },
  navigation: { Format: (target) => hostObject(LEGEND_FORMAT, target) },
};

const LEGEND_FORMAT: HostClass<ChartTarget> = {
  name: "ChartLegendFormat",
  navigation: {
    Font: (target) =>
      fontObject(
        target,
        (chart) => chart.legend.font,
        (chart, font) => {
          chart.legend.font = font;
        },
      ),
  },
};

const AREA_FORMAT: HostClass<ChartTarget> = {
  name: "ChartAreaFormat",
  properties: {
    RoundedCorners: {
      get: (target) => liveChart(target).roundedCorners,
      set(target, value) {
        altered(target).roundedCorners = booleanArgument(value);
      },
    },
  },
  navigation: {
    Font: (target) =>
      fontObject(
        target,
        (chart) => chart.font,
        (chart, font) => {
          chart.font = font;
        },
      ),
    Fill: (target) =>
      fillObject(target, (chart, fill) => {
        chart.fill = fill;
      }),
    Border: (target) =>
      borderObject(
        target,
        (chart) => chart.border,
        (chart, line) => {
          chart.border = line;
        },
      ),
  },
};
