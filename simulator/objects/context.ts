/** What every Excel object of a workbook shares, and ranges as targets. */
import { type Area, formatArea, quoteSheetName } from "../model/address";
import { HostFault } from "../model/fault";
import type { Manners } from "../model/manners";
import type { Sheet } from "../model/sheet";
import type { TrackedRange, Workbook } from "../model/workbook";
import { EVENT, type EventQueue, WORKBOOK_TARGET } from "../host/events";
import { type Argument, type HostObject, isHostObject } from "../host/hostObject";
import type { Json } from "../host/hostObject";

export interface ObjectContext {
  readonly workbook: Workbook;
  readonly manners: Manners;
  readonly events: EventQueue;
  /** Objects that lead back to each other (a range to its sheet, a sheet to its ranges) are made by way of here. */
  readonly make: {
    readonly range: (sheet: Sheet, area: Area) => HostObject;
    readonly worksheet: (sheet: Sheet) => HostObject;
  };
}

/** Target of a Range: its place may move while the client holds it. */
export interface RangeTarget extends TrackedRange {
  readonly context: ObjectContext;
}

/** The range's sheet and cells, if both are still there; throws InvalidReference. */
export function place(range: RangeTarget): {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly area: Area;
} {
  const { workbook } = range.context;
  if (!range.alive || !workbook.sheets.includes(range.sheet)) throw new HostFault("InvalidReference");
  return { workbook, sheet: range.sheet, area: range.area };
}

/** A sheet that may have been deleted since; throws ItemNotFound. */
export function standing(context: ObjectContext, sheet: Sheet): Sheet {
  if (!context.workbook.sheets.includes(sheet)) throw new HostFault("ItemNotFound");
  return sheet;
}

export const addressOf = (sheet: Sheet, area: Area): string =>
  `${quoteSheetName(sheet.name)}!${formatArea(area)}`;

/** The cells of an argument that is a Range object; null where it is none. */
export function rangeIn(argument: Argument): { readonly sheet: Sheet; readonly area: Area } | null {
  if (!isHostObject(argument) || argument.className !== "Range") return null;
  return place(argument.target as RangeTarget);
}

/** Tells the listeners that cells have changed. */
export function announceChange(
  context: ObjectContext,
  sheet: Sheet,
  area: Area,
  changeType: string,
  shift = "None",
): void {
  const message: Readonly<Record<string, Json>> = {
    address: formatArea(area),
    changeType,
    source: "Local",
    worksheetId: sheet.id,
    referenceId: "",
    shiftDirection: shift,
    triggerSource: "ThisLocalAddin",
  };
  context.events.add({ type: EVENT.sheetChanged, targetId: sheet.id, message });
  context.events.add({ type: EVENT.sheetChanged, targetId: WORKBOOK_TARGET, message });
}
