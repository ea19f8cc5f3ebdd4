/** Excel.AutoFilter, to read and to clear: the simulated Excel does not filter rows itself. */
import { hiddenInSheetFilter, hiddenInTable, sheetFilterArea, showRows } from "../model/filters";
import { HostFault } from "../model/fault";
import type { Sheet } from "../model/sheet";
import type { Table } from "../model/table";
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

function areaOf({ context, sheet, table }: FilterTarget) {
  if (table) return table.showFilterButton ? table.area : null;
  return sheetFilterArea(context.workbook, sheet);
}

function hidden({ context, sheet, table }: FilterTarget): readonly number[] {
  return table ? hiddenInTable(sheet, table) : hiddenInSheetFilter(context.workbook, sheet);
}

const FILTER: HostClass<FilterTarget> = {
  name: "AutoFilter",
  properties: {
    Enabled: { get: (target) => areaOf(target) !== null },
    IsDataFiltered: { get: (target) => hidden(target).length > 0 },
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
      const { sheet, table } = target;
      if (!areaOf(target)) throw new HostFault("ItemNotFound");
      showRows(sheet, hidden(target));
      if (table) {
        table.filter = [];
        table.touched = true;
      } else sheet.filterCleared = true;
    },
  },
};
