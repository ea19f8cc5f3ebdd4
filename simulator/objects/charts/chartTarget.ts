/** A chart as a target: still there, and told apart from its file once something of it is set. */
import type { ChartModel } from "../../model/chart";
import { HostFault } from "../../model/fault";
import type { Sheet } from "../../model/sheet";
import type { ObjectContext } from "../context";

export interface ChartTarget {
  readonly context: ObjectContext;
  readonly sheet: Sheet;
  readonly chart: ChartModel;
}

export function liveChart({ context, sheet, chart }: ChartTarget): ChartModel {
  if (!context.workbook.sheets.includes(sheet) || !sheet.charts.includes(chart))
    throw new HostFault("ItemNotFound");
  return chart;
}

/** The chart, about to be changed: from now on its markup comes from the model. */
export function altered(target: ChartTarget): ChartModel {
  const chart = liveChart(target);
  if (target.sheet.protection.protected) throw new HostFault("AccessDenied");
  chart.source = null;
  target.sheet.touched = true;
  return chart;
}
