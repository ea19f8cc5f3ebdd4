/** Columns and rows of Excel.Table. */
import { type Area, lastRow } from "../model/address";
import { HostFault } from "../model/fault";
import { refuseFiltered } from "../model/filters";
import { cellAt, cellFor } from "../model/sheet";
import { shiftCells } from "../model/shift";
import { bodyArea, columnIndexOf, headerArea, totalsArea } from "../model/table";
import { addTableColumn, insertTableRows, withoutLastBodyRow } from "../model/tableEdit";
import { settleHeadings } from "../model/headings";
import { type Input, writeInputs } from "../model/write";
import {
  type Argument,
  type HostClass,
  type HostObject,
  hostObject,
  type Json,
  textArgument,
  wholeArgument,
} from "../host/hostObject";
import { announceChange } from "./context";
import { gridOf, shown } from "./grid";
import { rangeObject } from "./range";
import { alteredTable, liveTable, partOfTable, type TableTarget } from "./tableTarget";

export const columnsObject = (target: TableTarget): HostObject => hostObject(COLUMNS, target);
export const rowsObject = (target: TableTarget): HostObject => hostObject(ROWS, target);

interface ColumnTarget extends TableTarget {
  readonly columnId: number;
}

function indexOf(target: ColumnTarget): number {
  const index = liveTable(target).columns.findIndex((column) => column.id === target.columnId);
  if (index < 0) throw new HostFault("ItemNotFound");
  return index;
}

const columnObject = (target: TableTarget, index: number): HostObject => {
  const column = liveTable(target).columns[index];
  if (!column) throw new HostFault("InvalidArgument");
  return hostObject(COLUMN, { ...target, columnId: column.id });
};

function columnBy(target: TableTarget, key: Argument | Json): number {
  const table = liveTable(target);
  const byName = columnIndexOf(table, String(key));
  return byName >= 0 ? byName : table.columns.findIndex((column) => column.id === Number(key));
}

/** A column at the end of the table: cells to its right move on. Columns in between are inserted with the sheet's. */
function addColumn(target: TableTarget, index: Argument, values: Argument, name: Argument): HostObject {
  const { context, sheet } = target;
  const table = alteredTable(target);
  if ((index != null && index !== -1 && index !== table.columns.length) || values != null || name != null)
    throw new HostFault("ApiNotFound", "The simulated Excel adds blank columns, at the end of a table.");
  const edge = { ...table.area, column: table.area.column + table.area.columns, columns: 1 };
  shiftCells(context.workbook, sheet, { sheet: sheet.name, along: "columns", kind: "insert", area: edge });
  addTableColumn(context.workbook, sheet, table);
  return columnObject(target, table.columns.length - 1);
}

const COLUMNS: HostClass<TableTarget> = {
  name: "TableColumnCollection",
  properties: { Count: { get: (target) => liveTable(target).columns.length } },
  items: (target) => liveTable(target).columns.map((_, index) => columnObject(target, index)),
  item(target, key) {
    const index = columnBy(target, key);
    if (index < 0) throw new HostFault("ItemNotFound");
    return columnObject(target, index);
  },
  methods: {
    Add: addColumn,
    GetCount: (target) => liveTable(target).columns.length,
    GetItemAt: (target, index) => columnObject(target, wholeArgument(index)),
    GetItemOrNullObject(target, key) {
      const index = columnBy(target, key);
      return index < 0 ? null : columnObject(target, index);
    },
  },
};

const strip = (target: ColumnTarget, area: Area | null): HostObject =>
  partOfTable(target, area && { ...area, column: area.column + indexOf(target), columns: 1 });

const COLUMN: HostClass<ColumnTarget> = {
  name: "TableColumn",
  identity: ({ columnId }) => ({ Id: columnId }),
  properties: {
    Id: { get: ({ columnId }) => columnId },
    Index: { get: indexOf },
    Name: {
      get: (target) => liveTable(target).columns[indexOf(target)]!.name,
      set(target, value) {
        const table = alteredTable(target);
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
        const { area } = liveTable(target);
        const column = area.column + indexOf(target);
        const values: Json[][] = [];
        for (let row = area.row; row <= lastRow(area); row++)
          values.push([shown(cellAt(target.sheet, row, column)?.value ?? null)]);
        return values;
      },
    },
  },
  methods: {
    GetRange: (target) => strip(target, liveTable(target).area),
    GetHeaderRowRange: (target) => strip(target, headerArea(liveTable(target))),
    GetDataBodyRange: (target) => strip(target, bodyArea(liveTable(target))),
    GetTotalRowRange: (target) => strip(target, totalsArea(liveTable(target))),
  },
};

interface RowTarget extends TableTarget {
  readonly index: number;
}

function addRows(target: TableTarget, at: Argument, values: Argument): HostObject {
  const table = alteredTable(target);
  const { context, sheet } = target;
  const count = bodyArea(table).rows;
  const index = at == null || at === -1 ? count : wholeArgument(at);
  const rows = values == null ? [table.columns.map(() => null)] : values;
  if (!Array.isArray(rows) || rows.length === 0) throw new HostFault("InvalidArgument");
  const shape = { row: 0, column: 0, rows: rows.length, columns: table.columns.length };
  const valueAt = gridOf(shape, rows as Json);
  refuseFiltered(sheet, table);
  insertTableRows(context.workbook, sheet, table, index, rows.length);
  const body = bodyArea(table);
  const added = { ...body, row: body.row + index, rows: rows.length };
  writeInputs(context.workbook, sheet, added, (row, column) => {
    const value = valueAt(row, column);
    return value === null || typeof value === "object" ? null : value;
  });
  announceChange(context, sheet, added, "RowInserted", "ShiftCellDown");
  return hostObject(ROW, { ...target, index });
}

/** Takes body rows out; the cells below in the table's columns move up. */
function deleteRows(target: TableTarget, index: number, count: number): void {
  const table = alteredTable(target);
  const body = bodyArea(table);
  refuseFiltered(target.sheet, table);
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
  properties: { Count: { get: (target) => bodyArea(liveTable(target)).rows } },
  items: (target) =>
    Array.from({ length: bodyArea(liveTable(target)).rows }, (_, index) =>
      hostObject(ROW, { ...target, index }),
    ),
  methods: {
    Add: addRows,
    GetCount: (target) => bodyArea(liveTable(target)).rows,
    GetItemAt(target, index) {
      const at = wholeArgument(index);
      if (at < 0 || at >= bodyArea(liveTable(target)).rows) throw new HostFault("InvalidArgument");
      return hostObject(ROW, { ...target, index: at });
    },
    DeleteRowsAt: (target, index, count) =>
      deleteRows(target, wholeArgument(index), count == null ? 1 : wholeArgument(count)),
  },
};

const rowArea = (target: RowTarget): Area => {
  const body = bodyArea(liveTable(target));
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
        const { area, columns } = liveTable(target);
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
