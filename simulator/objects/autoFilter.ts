/** Excel.AutoFilter, to read and to clear: the simulated Excel does not filter rows itself. */
import { lastRow } from "../model/address";
import { HostFault } from "../model/fault";
import type { Sheet } from "../model/sheet";
import { bodyArea, type Table } from "../model/table";
import { asReference } from "../formulas/references";
import { type HostClass, type HostObject, hostObject } from "../host/hostObject";
import type { ObjectContext } from "./context";
import { rangeObject } from "./range";

interface FilterTarget {
  readonly context: ObjectContext;
  readonly sheet: Sheet;
  /** null = the sheet's own filter. */
  readonly table: Table | null;
}

export const autoFilterObject = (context: ObjectContext, sheet: Sheet, table: Table | null): HostObject =>
  hostObject(FILTER, { context, sheet, table });

const FILTER_NAME = "_xlnm._FilterDatabase";

function areaOf({ context, sheet, table }: FilterTarget) {
  if (table) return table.showFilterButton ? table.area : null;
  const name = context.workbook.names.find((each) => each.scope === sheet.id && each.name === FILTER_NAME);
  return (name && asReference(name.formula)?.area) ?? null;
}

function anyHidden(target: FilterTarget): boolean {
  const area = target.table ? bodyArea(target.table) : areaOf(target);
  if (!area) return false;
  for (let row = area.row; row <= lastRow(area); row++) if (target.sheet.rows.get(row)?.hidden) return true;
  return false;
}

const FILTER: HostClass<FilterTarget> = {
  name: "AutoFilter",
  properties: {
    Enabled: { get: (target) => areaOf(target) !== null },
    IsDataFiltered: { get: (target) => areaOf(target) !== null && anyHidden(target) },
  },
  methods: {
    GetRange(target) {
      const area = areaOf(target);
      if (!area) throw new HostFault("ItemNotFound");
      return rangeObject(target.context, target.sheet, area);
    },
    GetRangeOrNullObject(target) {
      const area = areaOf(target);
      return area && rangeObject(target.context, target.sheet, area);
    },
    ClearCriteria(target) {
      if (!target.table)
        throw new HostFault("ApiNotFound", "The simulated Excel does not clear a sheet's own filter.");
      target.table.filter = [];
      target.table.touched = true;
      const area = bodyArea(target.table);
      for (let row = area.row; row <= lastRow(area); row++) {
        const record = target.sheet.rows.get(row);
        if (record) record.hidden = false;
      }
      target.sheet.touched = true;
    },
  },
};
