/** Excel.ChartAxes and Excel.ChartAxis. */
import type { ChartAxisModel } from "../../model/chart";
import { HostFault } from "../../model/fault";
import {
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
import { altered, type ChartTarget, liveChart } from "./chartTarget";
import { fontObject, lineObject, titleObject } from "./chartText";

type AxisKey = "valueAxis" | "categoryAxis";

interface AxisTarget {
  readonly target: ChartTarget;
  readonly key: AxisKey;
}

export const axesObject = (target: ChartTarget): HostObject => hostObject(AXES, target);

const AXES: HostClass<ChartTarget> = {
  name: "ChartAxes",
  navigation: {
    ValueAxis: (target) => hostObject(AXIS, { target, key: "valueAxis" }),
    CategoryAxis: (target) => hostObject(AXIS, { target, key: "categoryAxis" }),
  },
  methods: {
    GetItem(target, type) {
      const word = wordArgument(type, ["Value", "Category"]);
      return hostObject(AXIS, { target, key: word === "Value" ? "valueAxis" : "categoryAxis" });
    },
  },
};

const axisOf = ({ target, key }: AxisTarget): ChartAxisModel => liveChart(target)[key];
const changed = ({ target, key }: AxisTarget): ChartAxisModel => altered(target)[key];

/** A bound of the axis: "" lets Excel choose. */
const bound = (key: "minimum" | "maximum" | "majorUnit") => ({
  get: (axis: AxisTarget): Json => axisOf(axis)[key] ?? "",
  set: (axis: AxisTarget, value: Json): void => {
    changed(axis)[key] = value === "" || value === null ? null : numberArgument(value);
  },
});

const AXIS: HostClass<AxisTarget> = {
  name: "ChartAxis",
  properties: {
    Type: { get: ({ key }) => (key === "valueAxis" ? "Value" : "Category") },
    Visible: {
      get: (axis) => axisOf(axis).visible,
      set(axis, value) {
        changed(axis).visible = booleanArgument(value);
      },
    },
    Minimum: bound("minimum"),
    Maximum: bound("maximum"),
    MajorUnit: bound("majorUnit"),
    NumberFormat: {
      get: (axis) => axisOf(axis).numberFormat ?? "General",
      set(axis, value) {
        const model = changed(axis);
        model.numberFormat = textArgument(value);
        model.linkNumberFormat = false;
      },
    },
    LinkNumberFormat: {
      get: (axis) => axisOf(axis).linkNumberFormat,
      set(axis, value) {
        changed(axis).linkNumberFormat = booleanArgument(value);
      },
    },
    TickLabelPosition: {
      get: (axis) => axisOf(axis).tickLabelPosition,
      set(axis, value) {
        changed(axis).tickLabelPosition = wordArgument(value, ["NextToAxis", "High", "Low", "None"]);
      },
    },
    MajorTickMark: {
      get: (axis) => axisOf(axis).majorTickMark,
      set(axis, value) {
        changed(axis).majorTickMark = wordArgument(value, ["None", "Cross", "Inside", "Outside"]);
      },
    },
    MinorTickMark: {
      get: (axis) => axisOf(axis).minorTickMark,
      set(axis, value) {
        changed(axis).minorTickMark = wordArgument(value, ["None", "Cross", "Inside", "Outside"]);
      },
    },
    TickLabelSpacing: {
      get: (axis) => axisOf(axis).tickLabelSpacing ?? 1,
      set(axis, value) {
        changed(axis).tickLabelSpacing = wholeArgument(value);
      },
    },
    CategoryType: {
      get: (axis) => axisOf(axis).categoryType,
      set(axis, value) {
        changed(axis).categoryType = wordArgument(value, ["Automatic", "TextAxis", "DateAxis"]);
      },
    },
    TextOrientation: {
      get: (axis) => axisOf(axis).textOrientation,
      set(axis, value) {
        const degrees = numberArgument(value);
        if (degrees < -90 || degrees > 180) throw new HostFault("InvalidArgument");
        changed(axis).textOrientation = degrees;
      },
    },
    IsBetweenCategories: {
      get: (axis) => axisOf(axis).isBetweenCategories,
      set(axis, value) {
        changed(axis).isBetweenCategories = booleanArgument(value);
      },
    },
  },
  navigation: {
    Title: ({ target, key }) => titleObject(target, (chart) => chart[key].title, "ChartAxisTitle"),
    MajorGridlines: (axis) => hostObject(GRIDLINES, { ...axis, lines: "majorGridlines" }),
    MinorGridlines: (axis) => hostObject(GRIDLINES, { ...axis, lines: "minorGridlines" }),
    Format: (axis) => hostObject(AXIS_FORMAT, axis),
  },
};

interface GridlinesTarget extends AxisTarget {
  readonly lines: "majorGridlines" | "minorGridlines";
}

const GRIDLINES: HostClass<GridlinesTarget> = {
  name: "ChartGridlines",
  properties: {
    Visible: {
      get: (grid) => axisOf(grid)[grid.lines].visible,
      set(grid, value) {
        changed(grid)[grid.lines].visible = booleanArgument(value);
      },
    },
  },
  navigation: { Format: (grid) => hostObject(GRIDLINES_FORMAT, grid) },
};

const GRIDLINES_FORMAT: HostClass<GridlinesTarget> = {
  name: "ChartGridlinesFormat",
  navigation: {
    Line: ({ target, key, lines }) =>
      lineObject(
        target,
        (chart) => chart[key][lines].line,
        (chart, line) => {
          chart[key][lines].line = line;
        },
      ),
  },
};

const AXIS_FORMAT: HostClass<AxisTarget> = {
  name: "ChartAxisFormat",
  navigation: {
    Font: ({ target, key }) =>
      fontObject(
        target,
        (chart) => chart[key].font,
        (chart, font) => {
          chart[key].font = font;
        },
      ),
    Line: ({ target, key }) =>
      lineObject(
        target,
        (chart) => chart[key].line,
        (chart, line) => {
          chart[key].line = line;
        },
      ),
  },
};
