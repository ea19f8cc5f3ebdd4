/** What `Range.delete`, `insert`, `clear` and `copyFrom` do. */
import {
  type Area,
  covers,
  intersect,
  lastColumn,
  lastRow,
  liesOnSheet,
  MAX_COLUMNS,
  MAX_ROWS,
  overlaps,
  parseArea,
} from "../model/address";
import { arraysIn, refusePartOfArray, settleSpills } from "../model/arrays";
import { HostFault } from "../model/fault";
import { refuseFiltered, rowsLeftOut } from "../model/filters";
import { bodyArea } from "../model/table";
import { expandTables } from "../model/autoExpand";
import { put, settleHeadings } from "../model/headings";
import { cellAt, cellFor, holdsValue, type Sheet, usedArea } from "../model/sheet";
import { offsetFormula } from "../formulas/references";
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
  if (along === "rows")
    for (const table of sheet.tables) if (overlaps(bodyArea(table), area)) refuseFiltered(sheet, table);
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
  // Columns that came into a table are given headings.
  if (along === "columns") for (const table of sheet.tables) settleHeadings(workbook, sheet, table.area);
  announceChange(
    range.context,
    sheet,
    area,
    "CellInserted",
    word === "Down" ? "ShiftCellDown" : "ShiftCellRight",
  );
  return range.context.make.range(sheet, area);
}

/**
 * As Excel pastes: an area of one source's size is filled from its first cell on, a larger one only where it holds the
 * source a whole number of times; values, formulas and looks by the kind; rows that a filter hides are left out.
 */
export function copyFrom(
  range: RangeTarget,
  source: Argument,
  kind: Argument,
  skipBlanks: Argument,
  transpose: Argument,
): void {
  const { workbook, sheet, area } = place(range);
  const from =
    typeof source === "string" ? { sheet, area: parseArea(source.replace(/^.*!/, "")) } : rangeIn(source);
  if (!from?.area) throw new HostFault("InvalidArgument");
  if (transpose === true) throw new HostFault("ApiNotFound", "The simulated Excel does not transpose.");
  const word = kind == null ? "All" : wordArgument(kind, ["All", "Formats", "Formulas", "Values"]);
  const origin = from.area;
  const tiles = area.rows % origin.rows === 0 && area.columns % origin.columns === 0;
  const to = tiles ? area : { ...area, rows: origin.rows, columns: origin.columns };
  if (!liesOnSheet(to)) throw new HostFault("InvalidArgument");
  refuseProtected(workbook, sheet, to);
  if (sheet.merges.some((merge) => intersect(merge, to) && !covers(to, merge)))
    throw new HostFault("InvalidOperation", "The copy would tear a merged cell.");
  const arrays = arraysIn(sheet, to);
  refusePartOfArray(arrays, to);
  // What is copied is what stood there before: source and destination may overlap.
  const held = Array.from({ length: origin.rows }, (_, row) =>
    Array.from({ length: origin.columns }, (__, column) => {
      const cell = cellAt(from.sheet, origin.row + row, origin.column + column);
      return cell ? { ...cell } : undefined;
    }),
  );
  const leftOut = rowsLeftOut(workbook, sheet, to);
  for (let row = 0; row < to.rows; row++) {
    if (leftOut.has(to.row + row)) continue;
    for (let column = 0; column < to.columns; column++) {
      const cell = held[row % origin.rows]![column % origin.columns];
      if (skipBlanks === true && !(cell && holdsValue(cell))) continue;
      if (!cell && !cellAt(sheet, to.row + row, to.column + column)) continue;
      const at = cellFor(sheet, to.row + row, to.column + column);
      if (word !== "Formats") {
        const formula = cell?.formula ?? null;
        const down = to.row + row - (origin.row + (row % origin.rows));
        const right = to.column + column - (origin.column + (column % origin.columns));
        put(
          at,
          cell?.value ?? null,
          word === "Values" || formula === null ? null : offsetFormula(formula, down, right),
        );
      }
      if (word === "All" || word === "Formats") at.look = cell?.look ?? 0;
    }
  }
  settleSpills(
    sheet,
    arrays.filter((array) => array.spills),
    to,
  );
  sheet.touched = true;
  workbook.needsCalculation = true;
  if (word !== "Formats") {
    settleHeadings(workbook, sheet, to);
    expandTables(workbook, sheet, to);
  }
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
