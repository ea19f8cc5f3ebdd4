/** Excel.Range. */
import {
  type Area,
  formatArea,
  intersect,
  isWholeColumns,
  isWholeRows,
  lastColumn,
  lastRow,
  liesOnSheet,
  MAX_COLUMNS,
  MAX_ROWS,
  parseArea,
} from "../model/address";
import { HostFault } from "../model/fault";
import { type Cell, holdsValue, isError, lookAt, type Scalar, type Sheet, usedArea } from "../model/sheet";
import { type Input, refuseProtected, writeInputs } from "../model/write";
import { calculate, holdsFormula } from "../calculation/calculate";
import {
  type Argument,
  type HostClass,
  type HostObject,
  hostObject,
  type Json,
  wholeArgument,
} from "../host/hostObject";
import { EVENT } from "../host/events";
import { addressOf, announceChange, type ObjectContext, place, rangeIn, type RangeTarget } from "./context";
import {
  columnHidden,
  pointsAbove,
  pointsBefore,
  rowHidden,
  setColumnsHidden,
  setRowsHidden,
} from "./geometry";
import { gridOf, shown } from "./grid";
import { hyperlinkAt, setHyperlink } from "./hyperlink";
import { rangeFormatObject, setNumberFormats } from "./rangeFormat";
import { conditionalFormatsObject } from "./conditionalFormats";
import { dataValidationObject } from "./dataValidation";
import { giveStyle, styleOf } from "./styles";
import { shownText } from "./shownText";
import { arrayFormulas, isFilledBy, spillAt } from "./spills";
import { setColumnProperties, setRowProperties } from "./manySizes";
import { clear, copyFrom, insert, regionRound, remove } from "./rangeEdit";

/** As many cells as Excel hands over at a time. */
const LARGEST_READ = 5_000_000;

export function rangeObject(context: ObjectContext, sheet: Sheet, area: Area): HostObject {
  if (!liesOnSheet(area)) throw new HostFault("InvalidArgument");
  const target: RangeTarget = { context, sheet, area, alive: true };
  context.workbook.tracked.add(target);
  return hostObject(RANGE, target);
}

type Grid = readonly (readonly Json[])[];

/** One value for each cell; null for whole rows and columns, as Excel gives no values of those. */
function read(
  range: RangeTarget,
  valueOf: (cell: Cell | undefined, row: number, column: number) => Json,
): Grid | null {
  const { sheet, area } = place(range);
  if (isWholeColumns(area) || isWholeRows(area)) return null;
  if (area.rows * area.columns > LARGEST_READ) throw new HostFault("ResponsePayloadSizeLimitExceeded");
  const grid: Json[][] = [];
  for (let row = area.row; row <= lastRow(area); row++) {
    const cells = sheet.rows.get(row)?.cells;
    const values: Json[] = [];
    for (let column = area.column; column <= lastColumn(area); column++) {
      values.push(valueOf(cells?.[column], row, column));
    }
    grid.push(values);
  }
  return grid;
}

function calculated(range: RangeTarget): void {
  const { workbook, sheet, area } = place(range);
  if (!workbook.needsCalculation || workbook.calculationMode === "Manual") return;
  if (holdsFormula(sheet, area)) calculate(workbook);
}

function valueType(value: Scalar): string {
  if (value === null) return "Empty";
  if (isError(value)) return "Error";
  if (typeof value === "boolean") return "Boolean";
  return typeof value === "number" ? "Double" : "String";
}

function write(range: RangeTarget, value: Json): void {
  const { workbook, sheet, area } = place(range);
  const at = gridOf(area, value);
  writeInputs(workbook, sheet, area, (row, column) => inputOf(at(row, column)));
  announceChange(range.context, sheet, area, "RangeEdited");
}

function inputOf(value: Json): Input {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  throw new HostFault("InvalidArgument");
}

function derived(range: RangeTarget, area: (from: Area) => Area | null): HostObject {
  const { sheet, area: from } = place(range);
  const to = area(from);
  if (!to || !liesOnSheet(to)) throw new HostFault("InvalidArgument");
  return rangeObject(range.context, sheet, to);
}

function used(range: RangeTarget, valuesOnly: Argument): HostObject | null {
  const { sheet, area } = place(range);
  const found = usedArea(
    sheet,
    area,
    valuesOnly === true ? holdsValue : (cell) => holdsValue(cell) || cell.look !== 0,
  );
  return found && rangeObject(range.context, sheet, found);
}

function meeting(range: RangeTarget, other: Argument): HostObject | null {
  const { sheet, area } = place(range);
  const given =
    typeof other === "string" ? { sheet, area: parseArea(other.replace(/^.*!/, "")) } : rangeIn(other);
  if (!given?.area) throw new HostFault("InvalidArgument");
  const common = given.sheet === sheet ? intersect(area, given.area) : null;
  return common && rangeObject(range.context, sheet, common);
}

function spillOf(range: RangeTarget): HostObject | null {
  const spill = spillAt(place(range));
  return spill && rangeObject(range.context, range.sheet, spill);
}

function uniform(range: RangeTarget, valueAt: (row: number, column: number) => Json): Json {
  const { area } = place(range);
  const first = valueAt(area.row, area.column);
  for (let row = area.row; row < area.row + Math.min(area.rows, 1000); row++) {
    for (let column = area.column; column < area.column + Math.min(area.columns, 1000); column++) {
      if (valueAt(row, column) !== first) return null;
    }
  }
  return first;
}

const formulaOf = (cell: Cell | undefined): Json =>
  cell === undefined ? "" : cell.formula !== null ? `=${cell.formula}` : shown(cell.value);

function formulas(range: RangeTarget): Grid | null {
  const shared = arrayFormulas(place(range));
  return read(range, (cell, row, column) => shared(row, column) ?? formulaOf(cell));
}

const RANGE: HostClass<RangeTarget> = {
  name: "Range",
  properties: {
    Values: {
      get(range) {
        calculated(range);
        return read(range, (cell) => shown(cell?.value ?? null));
      },
      set: write,
    },
    Formulas: { get: formulas, set: write },
    FormulasLocal: { get: formulas, set: write },
    Text: {
      get(range) {
        calculated(range);
        return read(range, (cell) => (cell ? shownText(range.context.workbook, cell) : ""));
      },
    },
    ValueTypes: {
      get(range) {
        calculated(range);
        return read(range, (cell) => valueType(cell?.value ?? null));
      },
    },
    NumberFormat: {
      get(range) {
        const { workbook, sheet } = place(range);
        return read(
          range,
          (_cell, row, column) => workbook.looks.look(lookAt(sheet, row, column)).numberFormat,
        );
      },
      set: setNumberFormats,
    },
    NumberFormatLocal: {
      get(range) {
        const { workbook, sheet } = place(range);
        return read(
          range,
          (_cell, row, column) => workbook.looks.look(lookAt(sheet, row, column)).numberFormat,
        );
      },
      set: setNumberFormats,
    },
    Address: { get: (range) => addressOf(place(range).sheet, place(range).area) },
    AddressLocal: { get: (range) => addressOf(place(range).sheet, place(range).area) },
    RowIndex: { get: (range) => place(range).area.row },
    ColumnIndex: { get: (range) => place(range).area.column },
    RowCount: { get: (range) => place(range).area.rows },
    ColumnCount: { get: (range) => place(range).area.columns },
    CellCount: {
      get(range) {
        const { area } = place(range);
        const count = area.rows * area.columns;
        return count > 2 ** 31 - 1 ? -1 : count;
      },
    },
    IsEntireColumn: { get: (range) => isWholeColumns(place(range).area) },
    IsEntireRow: { get: (range) => isWholeRows(place(range).area) },
    Hidden: {
      get: (range) =>
        uniform(range, (row, column) => rowHidden(range.sheet, row) || columnHidden(range.sheet, column)),
    },
    RowHidden: {
      get: (range) => uniform(range, (row) => rowHidden(range.sheet, row)),
      set(range, hidden) {
        const { sheet, area } = place(range);
        setRowsHidden(sheet, area, hidden === true);
      },
    },
    ColumnHidden: {
      get: (range) => uniform(range, (_row, column) => columnHidden(range.sheet, column)),
      set(range, hidden) {
        const { sheet, area } = place(range);
        setColumnsHidden(sheet, area, hidden === true);
      },
    },
    Hyperlink: {
      get: (range) => hyperlinkAt(place(range)),
      set: (range, link) => setHyperlink(place(range), link),
    },
    Style: { get: styleOf, set: giveStyle },
    Top: { get: (range) => pointsAbove(range.sheet, place(range).area.row) },
    Left: { get: (range) => pointsBefore(range.sheet, place(range).area.column) },
    Height: {
      get: (range) =>
        pointsAbove(range.sheet, lastRow(place(range).area) + 1) - pointsAbove(range.sheet, range.area.row),
    },
    Width: {
      get: (range) =>
        pointsBefore(range.sheet, lastColumn(place(range).area) + 1) -
        pointsBefore(range.sheet, range.area.column),
    },
    HasSpill: { get: (range) => isFilledBy(place(range), ({ spills }) => spills) },
    SavedAsArray: { get: (range) => isFilledBy(place(range), () => true) },
  },
  navigation: {
    Worksheet: (range) => range.context.make.worksheet(place(range).sheet),
    Format: (range) => rangeFormatObject(range),
    ConditionalFormats: (range) => conditionalFormatsObject(range),
    DataValidation: (range) => dataValidationObject(range),
  },
  methods: {
    GetCell: (range, row, column) =>
      derived(range, (from) => ({
        row: from.row + wholeArgument(row),
        column: from.column + wholeArgument(column),
        rows: 1,
        columns: 1,
      })),
    GetRow: (range, row) =>
      derived(range, (from) =>
        wholeArgument(row) < from.rows ? { ...from, row: from.row + wholeArgument(row), rows: 1 } : null,
      ),
    GetColumn: (range, column) =>
      derived(range, (from) =>
        wholeArgument(column) < from.columns
          ? { ...from, column: from.column + wholeArgument(column), columns: 1 }
          : null,
      ),
    GetLastCell: (range) =>
      derived(range, (from) => ({ row: lastRow(from), column: lastColumn(from), rows: 1, columns: 1 })),
    GetLastRow: (range) => derived(range, (from) => ({ ...from, row: lastRow(from), rows: 1 })),
    GetLastColumn: (range) => derived(range, (from) => ({ ...from, column: lastColumn(from), columns: 1 })),
    GetResizedRange: (range, rows, columns) =>
      derived(range, (from) => ({
        ...from,
        rows: from.rows + wholeArgument(rows),
        columns: from.columns + wholeArgument(columns),
      })),
    GetAbsoluteResizedRange: (range, rows, columns) =>
      derived(range, (from) => ({ ...from, rows: wholeArgument(rows), columns: wholeArgument(columns) })),
    GetOffsetRange: (range, rows, columns) =>
      derived(range, (from) => ({
        ...from,
        row: from.row + wholeArgument(rows),
        column: from.column + wholeArgument(columns),
      })),
    GetRowsBelow: (range, count) =>
      derived(range, (from) => ({
        ...from,
        row: lastRow(from) + 1,
        rows: count == null ? 1 : wholeArgument(count),
      })),
    GetRowsAbove: (range, count) =>
      derived(range, (from) => {
        const rows = count == null ? 1 : wholeArgument(count);
        return { ...from, row: from.row - rows, rows };
      }),
    GetColumnsAfter: (range, count) =>
      derived(range, (from) => ({
        ...from,
        column: lastColumn(from) + 1,
        columns: count == null ? 1 : wholeArgument(count),
      })),
    GetColumnsBefore: (range, count) =>
      derived(range, (from) => {
        const columns = count == null ? 1 : wholeArgument(count);
        return { ...from, column: from.column - columns, columns };
      }),
    GetEntireColumn: (range) => derived(range, (from) => ({ ...from, row: 0, rows: MAX_ROWS })),
    GetEntireRow: (range) => derived(range, (from) => ({ ...from, column: 0, columns: MAX_COLUMNS })),
    GetBoundingRect: (range, other) =>
      derived(range, (from) => {
        const given = typeof other === "string" ? parseArea(other.replace(/^.*!/, "")) : rangeIn(other)?.area;
        if (!given) throw new HostFault("InvalidArgument");
        const row = Math.min(from.row, given.row);
        const column = Math.min(from.column, given.column);
        return {
          row,
          column,
          rows: Math.max(lastRow(from), lastRow(given)) - row + 1,
          columns: Math.max(lastColumn(from), lastColumn(given)) - column + 1,
        };
      }),
    GetUsedRange: (range, valuesOnly) => {
      const found = used(range, valuesOnly);
      if (!found) throw new HostFault("ItemNotFound");
      return found;
    },
    GetUsedRangeOrNullObject: used,
    GetIntersection: (range, other) => {
      const found = meeting(range, other);
      if (!found) throw new HostFault("ItemNotFound");
      return found;
    },
    GetIntersectionOrNullObject: meeting,
    GetSpillingToRangeOrNullObject: spillOf,
    GetSurroundingRegion: (range) => derived(range, (from) => regionRound(range.sheet, from)),
    Clear: clear,
    Delete: remove,
    Insert: insert,
    CopyFrom: copyFrom,
    SetColumnProperties: setColumnProperties,
    SetRowProperties: setRowProperties,
    Calculate: (range) => calculate(range.context.workbook),
    Select(range) {
      const { workbook, sheet, area } = place(range);
      if (sheet.visibility !== "Visible") throw new HostFault("InvalidOperation");
      workbook.activeSheet = sheet;
      sheet.selection = area;
      sheet.touched = true;
      range.context.events.add({
        type: EVENT.selectionChanged,
        targetId: sheet.id,
        message: { address: formatArea(area), worksheetId: sheet.id },
      });
    },
    Merge(range) {
      const { workbook, sheet, area } = place(range);
      refuseProtected(workbook, sheet, area);
      if (sheet.tables.some((table) => intersect(table.area, area))) throw new HostFault("InvalidOperation");
      sheet.merges = [...sheet.merges.filter((merge) => !intersect(merge, area)), area];
      sheet.touched = true;
    },
    Unmerge(range) {
      const { workbook, sheet, area } = place(range);
      refuseProtected(workbook, sheet, area);
      sheet.merges = sheet.merges.filter((merge) => !intersect(merge, area));
      sheet.touched = true;
    },
    _ValidateArraySize: (range, rows, columns) => {
      const { area } = place(range);
      if (area.rows !== rows || area.columns !== columns) throw new HostFault("InvalidArgument");
    },
  },
};
