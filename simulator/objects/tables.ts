/** Excel.TableCollection, Excel.Table, its columns and rows. */
import { parseArea, unquoteSheetName } from "../model/address";
import { HostFault } from "../model/fault";
import type { Sheet } from "../model/sheet";
import { shiftCells } from "../model/shift";
import { bodyArea, headerArea, type Table, totalsArea } from "../model/table";
import { addTable, removeTable, renameTable, resizeTable, showTotals } from "../model/tableEdit";
import { allTables, sheetNamed } from "../model/workbook";
import {
  type Argument,
  booleanArgument,
  type HostClass,
  type HostObject,
  hostObject,
  type Json,
  textArgument,
  wholeArgument,
} from "../host/hostObject";
import { hiddenInTable, showRows } from "../model/filters";
import { autoFilterObject } from "./autoFilter";
import { type ObjectContext, rangeIn } from "./context";
import { rangeObject } from "./range";
import { columnsObject, rowsObject } from "./tableParts";
import { alteredTable, liveTable, partOfTable, type TableTarget } from "./tableTarget";

interface CollectionTarget {
  readonly context: ObjectContext;
  /** null = of the whole workbook. */
  readonly sheet: Sheet | null;
}

export const tableCollectionObject = (context: ObjectContext, sheet: Sheet | null): HostObject =>
  hostObject(TABLES, { context, sheet });

const listed = ({ context, sheet }: CollectionTarget): readonly TableTarget[] =>
  allTables(context.workbook)
    .filter((each) => sheet === null || each.sheet === sheet)
    .map((each) => ({ context, ...each }));

const idOf = (table: Table): string => `{00000000-000C-0000-FFFF-${String(table.id).padStart(12, "0")}}`;

function find(target: CollectionTarget, key: Argument | Json): TableTarget | undefined {
  const wanted = String(key).toLowerCase();
  return listed(target).find(
    ({ table }) => idOf(table).toLowerCase() === wanted || table.name.toLowerCase() === wanted,
  );
}

function add(target: CollectionTarget, address: Argument, hasHeaders: Argument): HostObject {
  const { context } = target;
  const range = rangeIn(address);
  const text = range ? "" : textArgument(address);
  const bang = text.lastIndexOf("!");
  const sheet =
    range?.sheet ??
    (bang >= 0
      ? sheetNamed(context.workbook, unquoteSheetName(text.slice(0, bang)))
      : (target.sheet ?? context.workbook.activeSheet));
  const area = range?.area ?? parseArea(text.slice(bang + 1));
  if (!sheet || !area || (target.sheet && sheet !== target.sheet)) throw new HostFault("InvalidArgument");
  const table = addTable(context.workbook, sheet, area, booleanArgument(hasHeaders));
  context.workbook.needsCalculation = true;
  return hostObject(TABLE, { context, sheet, table });
}

const TABLES: HostClass<CollectionTarget> = {
  name: "TableCollection",
  properties: { Count: { get: (target) => listed(target).length } },
  items: (target) => listed(target).map((each) => hostObject(TABLE, each)),
  item(target, key) {
    const found = find(target, key);
    if (!found) throw new HostFault("ItemNotFound");
    return hostObject(TABLE, found);
  },
  methods: {
    Add: add,
    GetCount: (target) => listed(target).length,
    GetItemAt(target, index) {
      const found = listed(target)[wholeArgument(index)];
      if (!found) throw new HostFault("InvalidArgument");
      return hostObject(TABLE, found);
    },
    GetItemOrNullObject(target, key) {
      const found = find(target, key);
      return found ? hostObject(TABLE, found) : null;
    },
  },
};

/** A property of the table that is a plain yes or no. */
const box = (
  key:
    | "showFilterButton"
    | "showBandedRows"
    | "showBandedColumns"
    | "highlightFirstColumn"
    | "highlightLastColumn",
) => ({
  get: (target: TableTarget): Json => liveTable(target)[key],
  set: (target: TableTarget, value: Json): void => {
    alteredTable(target)[key] = booleanArgument(value);
  },
});

/** Filters let every row be seen again. */
function clearFilters(target: TableTarget): void {
  const table = liveTable(target);
  const hidden = hiddenInTable(target.sheet, table);
  if (table.filter.length === 0 && hidden.length === 0) return;
  alteredTable(target).filter = [];
  showRows(target.sheet, hidden);
}

const TABLE: HostClass<TableTarget> = {
  name: "Table",
  identity: ({ table }) => ({ Id: idOf(table) }),
  properties: {
    Id: { get: (target) => idOf(liveTable(target)) },
    LegacyId: { get: (target) => String(liveTable(target).id) },
    Name: {
      get: (target) => liveTable(target).name,
      set: (target, value) => renameTable(target.context.workbook, alteredTable(target), textArgument(value)),
    },
    Style: {
      get: (target) => liveTable(target).style,
      set(target, value) {
        alteredTable(target).style = textArgument(value);
      },
    },
    ShowHeaders: {
      get: (target) => liveTable(target).showHeaders,
      set(target, value) {
        if (booleanArgument(value) !== liveTable(target).showHeaders) {
          throw new HostFault("ApiNotFound", "The simulated Excel does not switch a table's headings off.");
        }
      },
    },
    ShowTotals: {
      get: (target) => liveTable(target).showTotals,
      set: (target, value) =>
        showTotals(target.context.workbook, target.sheet, alteredTable(target), booleanArgument(value)),
    },
    ShowFilterButton: box("showFilterButton"),
    ShowBandedRows: box("showBandedRows"),
    ShowBandedColumns: box("showBandedColumns"),
    HighlightFirstColumn: box("highlightFirstColumn"),
    HighlightLastColumn: box("highlightLastColumn"),
  },
  navigation: {
    Worksheet: (target) => target.context.make.worksheet(target.sheet),
    Columns: (target) => columnsObject(target),
    Rows: (target) => rowsObject(target),
    AutoFilter: (target) => autoFilterObject(target.context, target.sheet, liveTable(target)),
  },
  methods: {
    GetRange: (target) => partOfTable(target, liveTable(target).area),
    GetHeaderRowRange: (target) => partOfTable(target, headerArea(liveTable(target))),
    GetDataBodyRange: (target) => partOfTable(target, bodyArea(liveTable(target))),
    GetTotalRowRange: (target) => partOfTable(target, totalsArea(liveTable(target))),
    Resize(target, given) {
      const table = liveTable(target);
      const area = rangeIn(given)?.area ?? parseArea(textArgument(given).replace(/^.*!/, ""));
      if (!area) throw new HostFault("InvalidArgument");
      resizeTable(target.context.workbook, target.sheet, table, area);
    },
    ClearFilters: clearFilters,
    ReapplyFilters: () => null,
    ConvertToRange(target) {
      const { area } = alteredTable(target);
      removeTable(target.context.workbook, target.sheet, target.table);
      return rangeObject(target.context, target.sheet, area);
    },
    Delete(target) {
      const table = alteredTable(target);
      const { area } = table;
      removeTable(target.context.workbook, target.sheet, table);
      shiftCells(target.context.workbook, target.sheet, {
        sheet: target.sheet.name,
        along: "rows",
        kind: "delete",
        area,
      });
    },
  },
};
