/** Changing how cells look, by cell, by whole column or by whole row. */
import { type Area, isWholeColumns, lastColumn, lastRow } from "../model/address";
import { cellAt, cellFor, changeColumns, eachCell, lookAt, rowFor } from "../model/sheet";
import type { Look } from "../../src/files/openxml/looks";
import { refuseProtected } from "../model/write";
import { place, type RangeTarget } from "./context";

/** Gives every cell of `area` the look that `change` makes of its own. `key` names the change. */
export function changeLooks(range: RangeTarget, area: Area, key: string, change: (look: Look) => Look): void {
  const { workbook, sheet } = place(range);
  if (sheet.protection.protected && sheet.protection.attributes["formatCells"] !== "0")
    refuseProtected(workbook, sheet, area);
  const changed = (index: number): number => workbook.looks.changed(index, key, change);
  sheet.touched = true;
  if (isWholeColumns(area)) {
    changeColumns(sheet, area, (run) => ({ ...run, look: changed(run.look) }));
    eachCell(sheet, area, (cell) => {
      cell.look = changed(cell.look);
    });
    return;
  }
  if (area.columns > 1000) {
    for (let row = area.row; row <= lastRow(area); row++)
      rowFor(sheet, row).look = changed(rowFor(sheet, row).look ?? 0);
    eachCell(sheet, area, (cell) => {
      cell.look = changed(cell.look);
    });
    return;
  }
  for (let row = area.row; row <= lastRow(area); row++) {
    for (let column = area.column; column <= lastColumn(area); column++) {
      const old = lookAt(sheet, row, column);
      const next = changed(old);
      if (next !== old || cellAt(sheet, row, column)) cellFor(sheet, row, column).look = next;
    }
  }
}
