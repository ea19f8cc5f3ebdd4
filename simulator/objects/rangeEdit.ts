/** What `Range.delete`, `insert`, `clear` and `copyFrom` do. */
import { type Area, covers, lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS, parseArea } from "../model/address";
import { HostFault } from "../model/fault";
import { cellAt, holdsValue, rowFor, type Sheet, usedArea } from "../model/sheet";
import { shiftCells } from "../model/shift";
import { withoutLastBodyRow } from "../model/tableEdit";
import { clearArea, refuseProtected } from "../model/write";
import { type Argument, type HostObject, wordArgument } from "../host/hostObject";
import { announceChange, place, rangeIn, type RangeTarget } from "./context";

export function remove(range: RangeTarget, shift: Argument): void {
  const { workbook, sheet, area } = place(range);
  const word =
    shift == null ? (area.columns >= area.rows ? "Up" : "Left") : wordArgument(shift, ["Up", "Left"]);
  refuseProtected(workbook, sheet, area);
  const along = word === "Up" ? "rows" : "columns";
  const gone = along === "rows" ? withoutLastBodyRow(sheet, area) : area;
  if (gone.rows > 0) shiftCells(workbook, sheet, { sheet: sheet.name, along, kind: "delete", area: gone });
  workbook.needsCalculation = true;
  announceChange(
    range.context,
    sheet,
    area,
    along === "rows" ? "CellDeleted" : "CellDeleted",
    word === "Up" ? "ShiftCellUp" : "ShiftCellLeft",
  );
}

export function insert(range: RangeTarget, shift: Argument): HostObject {
  const { workbook, sheet, area } = place(range);
  const word = wordArgument(shift, ["Down", "Right"]);
  refuseProtected(workbook, sheet, area);
  const along = word === "Down" ? "rows" : "columns";
  shiftCells(workbook, sheet, { sheet: sheet.name, along, kind: "insert", area });
  announceChange(
    range.context,
    sheet,
    area,
    "CellInserted",
    word === "Down" ? "ShiftCellDown" : "ShiftCellRight",
  );
  return range.context.make.range(sheet, area);
}

export function copyFrom(range: RangeTarget, source: Argument, kind: Argument): void {
  const { workbook, sheet, area } = place(range);
  const from =
    typeof source === "string" ? { sheet, area: parseArea(source.replace(/^.*!/, "")) } : rangeIn(source);
  if (!from?.area) throw new HostFault("InvalidArgument");
  const word = kind == null ? "All" : wordArgument(kind, ["All", "Formats", "Values"]);
  const origin = from.area;
  const to = {
    ...area,
    rows: Math.max(area.rows, origin.rows),
    columns: Math.max(area.columns, origin.columns),
  };
  refuseProtected(workbook, sheet, to);
  for (let row = 0; row < to.rows; row++) {
    for (let column = 0; column < to.columns; column++) {
      const cell = cellAt(
        from.sheet,
        origin.row + (row % origin.rows),
        origin.column + (column % origin.columns),
      );
      const at = rowFor(sheet, to.row + row).cells;
      const old = at[to.column + column];
      const look = word === "Values" ? (old?.look ?? 0) : (cell?.look ?? 0);
      const held = word === "Formats" ? old : cell;
      at[to.column + column] = {
        value: held?.value ?? null,
        formula: word === "Values" ? null : (held?.formula ?? null),
        look,
      };
    }
  }
  sheet.touched = true;
  workbook.needsCalculation = true;
  announceChange(range.context, sheet, to, "RangeEdited");
}

export function clear(range: RangeTarget, applyTo: Argument): void {
  const { workbook, sheet, area } = place(range);
  const what =
    applyTo == null
      ? "All"
      : wordArgument(applyTo, ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks"]);
  if (what === "Hyperlinks" || what === "RemoveHyperlinks") {
    refuseProtected(workbook, sheet, area);
    sheet.links = sheet.links.filter((link) => !covers(area, link.area));
    sheet.touched = true;
    return;
  }
  clearArea(workbook, sheet, area, what);
  if (what === "All") {
    sheet.links = sheet.links.filter((link) => !covers(area, link.area));
    sheet.rules = sheet.rules.filter((rule) => !rule.areas.every((inner) => covers(area, inner)));
    sheet.validations = sheet.validations.filter((each) => !each.areas.every((inner) => covers(area, inner)));
  }
  announceChange(range.context, sheet, area, "RangeEdited");
}

/** Cells joined to these by cells that hold something, as Ctrl+A marks them. */
export function regionRound(sheet: Sheet, from: Area): Area {
  let region = from;
  for (;;) {
    const row = Math.max(0, region.row - 1);
    const column = Math.max(0, region.column - 1);
    const wider: Area = {
      row,
      column,
      rows: Math.min(MAX_ROWS, lastRow(region) + 2) - row,
      columns: Math.min(MAX_COLUMNS, lastColumn(region) + 2) - column,
    };
    const filled = usedArea(sheet, wider, holdsValue);
    if (!filled || covers(region, filled)) return region;
    const top = Math.min(region.row, filled.row);
    const left = Math.min(region.column, filled.column);
    region = {
      row: top,
      column: left,
      rows: Math.max(lastRow(region), lastRow(filled)) - top + 1,
      columns: Math.max(lastColumn(region), lastColumn(filled)) - left + 1,
    };
  }
}
