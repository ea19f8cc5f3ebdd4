/** Excel.TableCollection, Excel.Table, its columns and rows. */
import { type Area, lastRow, parseArea, unquoteSheetName } from "../model/address";
import { HostFault } from "../model/fault";
import { type Sheet, cellAt, cellFor } from "../model/sheet";
import {
  addTable,
  insertTableRows,
  removeTable,
  renameTable,
  resizeTable,
  showTotals,
  withoutLastBodyRow,
} from "../model/tableEdit";
import { shiftCells } from "../model/shift";
import { bodyArea, columnIndexOf, headerArea, type Table, totalsArea } from "../model/table";
import { allTables, sheetNamed } from "../model/workbook";
import { type Input, settleHeadings, writeInputs } from "../model/write";
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
import { autoFilterObject } from "./autoFilter";
import { announceChange, type ObjectContext, rangeIn } from "./context";
import { gridOf, rangeObject, shown } from "./range";
import { worksheetObject } from "./worksheets";

interface CollectionTarget {
  readonly context: ObjectContext;
  /** null = of the whole workbook. */
  readonly sheet: Sheet | null;
}

interface TableTarget {
  readonly context: ObjectContext;
  readonly sheet: Sheet;
  readonly table: Table;
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

function live({ context, sheet, table }: TableTarget): Table {
  if (!context.workbook.sheets.includes(sheet) || !sheet.tables.includes(table))
    throw new HostFault("ItemNotFound");
  return table;
}

function altered(target: TableTarget): Table {
  const table = live(target);
  if (target.sheet.protection.protected) throw new HostFault("AccessDenied");
  table.touched = true;
  target.sheet.touched = true;
  return table;
}

const part = (target: TableTarget, area: Area | null): HostObject => {
  if (!area || area.rows < 1) throw new HostFault("ItemNotFound");
  return rangeObject(target.context, target.sheet, area);
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
  get: (target: TableTarget): Json => live(target)[key],
  set: (target: TableTarget, value: Json): void => {
    altered(target)[key] = booleanArgument(value);
  },
});

/** Filters let every row be seen again. */
function clearFilters(target: TableTarget): void {
  const table = live(target);
  if (table.filter.length === 0) return;
  altered(target).filter = [];
  const body = bodyArea(table);
  for (let row = body.row; row <= lastRow(body); row++) {
    const record = target.sheet.rows.get(row);
    if (record) record.hidden = false;
  }
}

const TABLE: HostClass<TableTarget> = {
  name: "Table",
  identity: ({ table }) => ({ Id: idOf(table) }),
  properties: {
    Id: { get: (target) => idOf(live(target)) },
    LegacyId: { get: (target) => String(live(target).id) },
    Name: {
      get: (target) => live(target).name,
      set: (target, value) => renameTable(target.context.workbook, altered(target), textArgument(value)),
    },
    Style: {
      get: (target) => live(target).style,
      set(target, value) {
        altered(target).style = textArgument(value);
      },
    },
    ShowHeaders: {
      get: (target) => live(target).showHeaders,
      set(target, value) {
        if (booleanArgument(value) !== live(target).showHeaders) {
          throw new HostFault("ApiNotFound", "The simulated Excel does not switch a table's headings off.");
        }
      },
    },
    ShowTotals: {
      get: (target) => live(target).showTotals,
      set: (target, value) =>
        showTotals(target.context.workbook, target.sheet, altered(target), booleanArgument(value)),
    },
    ShowFilterButton: box("showFilterButton"),
    ShowBandedRows: box("showBandedRows"),
    ShowBandedColumns: box("showBandedColumns"),
    HighlightFirstColumn: box("highlightFirstColumn"),
    HighlightLastColumn: box("highlightLastColumn"),
  },
  navigation: {
    Worksheet: (target) => worksheetObject(target.context, target.sheet),
    Columns: (target) => hostObject(COLUMNS, target),
    Rows: (target) => hostObject(ROWS, target),
    AutoFilter: (target) => autoFilterObject(target.context, target.sheet, live(target)),
  },
  methods: {
    GetRange: (target) => part(target, live(target).area),
    GetHeaderRowRange: (target) => part(target, headerArea(live(target))),
    GetDataBodyRange: (target) => part(target, bodyArea(live(target))),
    GetTotalRowRange: (target) => part(target, totalsArea(live(target))),
    Resize(target, given) {
      const table = live(target);
      const area = rangeIn(given)?.area ?? parseArea(textArgument(given).replace(/^.*!/, ""));
      if (!area) throw new HostFault("InvalidArgument");
      resizeTable(target.context.workbook, target.sheet, table, area);
    },
    ClearFilters: clearFilters,
    ReapplyFilters: () => null,
    ConvertToRange(target) {
      const { area } = altered(target);
      removeTable(target.context.workbook, target.sheet, target.table);
      return rangeObject(target.context, target.sheet, area);
    },
    Delete(target) {
      const table = altered(target);
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

interface ColumnTarget extends TableTarget {
  readonly columnId: number;
}

function indexOf(target: ColumnTarget): number {
  const index = live(target).columns.findIndex((column) => column.id === target.columnId);
  if (index < 0) throw new HostFault("ItemNotFound");
  return index;
}

const columnObject = (target: TableTarget, index: number): HostObject => {
  const column = live(target).columns[index];
  if (!column) throw new HostFault("InvalidArgument");
  return hostObject(COLUMN, { ...target, columnId: column.id });
};

function columnBy(target: TableTarget, key: Argument | Json): number {
  const table = live(target);
  const byName = columnIndexOf(table, String(key));
  return byName >= 0 ? byName : table.columns.findIndex((column) => column.id === Number(key));
}

const COLUMNS: HostClass<TableTarget> = {
  name: "TableColumnCollection",
  properties: { Count: { get: (target) => live(target).columns.length } },
  items: (target) => live(target).columns.map((_, index) => columnObject(target, index)),
  item(target, key) {
    const index = columnBy(target, key);
    if (index < 0) throw new HostFault("ItemNotFound");
    return columnObject(target, index);
  },
  methods: {
    GetCount: (target) => live(target).columns.length,
    GetItemAt: (target, index) => columnObject(target, wholeArgument(index)),
    GetItemOrNullObject(target, key) {
      const index = columnBy(target, key);
      return index < 0 ? null : columnObject(target, index);
    },
  },
};

const strip = (target: ColumnTarget, area: Area | null): HostObject =>
  part(target, area && { ...area, column: area.column + indexOf(target), columns: 1 });

const COLUMN: HostClass<ColumnTarget> = {
  name: "TableColumn",
  identity: ({ columnId }) => ({ Id: columnId }),
  properties: {
    Id: { get: ({ columnId }) => columnId },
    Index: { get: indexOf },
    Name: {
      get: (target) => live(target).columns[indexOf(target)]!.name,
      set(target, value) {
        const table = altered(target);
        const cell = {
          row: table.area.row,
          column: table.area.column + indexOf(target),
          rows: 1,
          columns: 1,
        };
        Object.assign(cellFor(target.sheet, cell.row, cell.column), {
          value: textArgument(value),
          formula: null,
        });
        settleHeadings(target.context.workbook, target.sheet, cell);
      },
    },
    Values: {
      get(target) {
        const { area } = live(target);
        const column = area.column + indexOf(target);
        const values: Json[][] = [];
        for (let row = area.row; row <= lastRow(area); row++)
          values.push([shown(cellAt(target.sheet, row, column)?.value ?? null)]);
        return values;
      },
    },
  },
  methods: {
    GetRange: (target) => strip(target, live(target).area),
    GetHeaderRowRange: (target) => strip(target, headerArea(live(target))),
    GetDataBodyRange: (target) => strip(target, bodyArea(live(target))),
    GetTotalRowRange: (target) => strip(target, totalsArea(live(target))),
  },
};

interface RowTarget extends TableTarget {
  readonly index: number;
}

function addRows(target: TableTarget, at: Argument, values: Argument): HostObject {
  const table = altered(target);
  const { context, sheet } = target;
  const count = bodyArea(table).rows;
  const index = at == null || at === -1 ? count : wholeArgument(at);
  const rows = values == null ? [table.columns.map(() => null)] : values;
  if (!Array.isArray(rows) || rows.length === 0) throw new HostFault("InvalidArgument");
  const shape = { row: 0, column: 0, rows: rows.length, columns: table.columns.length };
  const valueAt = gridOf(shape, rows as Json);
  insertTableRows(context.workbook, sheet, table, index, rows.length);
  const body = bodyArea(table);
  const added = { ...body, row: body.row + index, rows: rows.length };
  writeInputs(context.workbook, sheet, added, (row, column) => {
    const value = valueAt(row, column);
    return value === null || typeof value === "object" ? null : (value as Input);
  });
  announceChange(context, sheet, added, "RowInserted", "ShiftCellDown");
  return hostObject(ROW, { ...target, index });
}

/** Takes body rows out; the cells below in the table's columns move up. */
function deleteRows(target: TableTarget, index: number, count: number): void {
  const table = altered(target);
  const body = bodyArea(table);
  if (index < 0 || count < 1 || index + count > body.rows) throw new HostFault("InvalidArgument");
  const gone = withoutLastBodyRow(target.sheet, { ...body, row: body.row + index, rows: count });
  if (gone.rows > 0) {
    shiftCells(target.context.workbook, target.sheet, {
      sheet: target.sheet.name,
      along: "rows",
      kind: "delete",
      area: gone,
    });
  }
  announceChange(
    target.context,
    target.sheet,
    { ...body, row: body.row + index, rows: count },
    "RowDeleted",
    "ShiftCellUp",
  );
}

const ROWS: HostClass<TableTarget> = {
  name: "TableRowCollection",
  properties: { Count: { get: (target) => bodyArea(live(target)).rows } },
  items: (target) =>
    Array.from({ length: bodyArea(live(target)).rows }, (_, index) => hostObject(ROW, { ...target, index })),
  methods: {
    Add: addRows,
    GetCount: (target) => bodyArea(live(target)).rows,
    GetItemAt(target, index) {
      const at = wholeArgument(index);
      if (at < 0 || at >= bodyArea(live(target)).rows) throw new HostFault("InvalidArgument");
      return hostObject(ROW, { ...target, index: at });
    },
    DeleteRowsAt: (target, index, count) =>
      deleteRows(target, wholeArgument(index), count == null ? 1 : wholeArgument(count)),
  },
};

const rowArea = (target: RowTarget): Area => {
  const body = bodyArea(live(target));
  if (target.index >= body.rows) throw new HostFault("ItemNotFound");
  return { ...body, row: body.row + target.index, rows: 1 };
};

const ROW: HostClass<RowTarget> = {
  name: "TableRow",
  identity: () => ({}),
  properties: {
    Index: { get: ({ index }) => index },
    Values: {
      get(target) {
        const { row } = rowArea(target);
        const { area, columns } = live(target);
        return [
          columns.map((_, index) => shown(cellAt(target.sheet, row, area.column + index)?.value ?? null)),
        ];
      },
      set(target, value) {
        const area = rowArea(target);
        const valueAt = gridOf(area, value);
        writeInputs(
          target.context.workbook,
          target.sheet,
          area,
          (row, column) => valueAt(row, column) as Input,
        );
      },
    },
  },
  methods: {
    GetRange: (target) => rangeObject(target.context, target.sheet, rowArea(target)),
    Delete: (target) => deleteRows(target, target.index, 1),
  },
};
