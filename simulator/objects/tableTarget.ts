/** A table as a target: still there, and open to changes. */
import type { Area } from "../model/address";
import { HostFault } from "../model/fault";
import type { Sheet } from "../model/sheet";
import type { Table } from "../model/table";
import type { HostObject } from "../host/hostObject";
import type { ObjectContext } from "./context";
import { rangeObject } from "./range";

export interface TableTarget {
  readonly context: ObjectContext;
  readonly sheet: Sheet;
  readonly table: Table;
}

export function liveTable({ context, sheet, table }: TableTarget): Table {
  if (!context.workbook.sheets.includes(sheet) || !sheet.tables.includes(table))
    throw new HostFault("ItemNotFound");
  return table;
}

export function alteredTable(target: TableTarget): Table {
  const table = liveTable(target);
  if (target.sheet.protection.protected) throw new HostFault("AccessDenied");
  table.touched = true;
  target.sheet.touched = true;
  return table;
}

/** A part of the table as a range; throws ItemNotFound where the table has none. */
export const partOfTable = (target: TableTarget, area: Area | null): HostObject => {
  if (!area || area.rows < 1) throw new HostFault("ItemNotFound");
  return rangeObject(target.context, target.sheet, area);
};
