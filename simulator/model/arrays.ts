/**
 * Formulas that fill more than their own cell, as a file holds them: a spill, or an array entered with
 * Ctrl+Shift+Enter. The simulated Excel makes none by itself; it keeps those of a file, and what a write does to them.
 */
import { type Area, covers, intersect, parseArea } from "./address";
import { HostFault } from "./fault";
import { put } from "./headings";
import { cellFor, eachCell, type Sheet, WHOLE_SHEET } from "./sheet";

export interface ArrayFormula {
  /** Without "=". */
  readonly formula: string;
  /** Its first cell holds the formula. */
  readonly area: Area;
  /** A spill; false = entered with Ctrl+Shift+Enter. */
  readonly spills: boolean;
}

/** Those that fill a cell of `area`. */
export function arraysIn(sheet: Sheet, area: Area): readonly ArrayFormula[] {
  if (!sheet.hasArrays) return [];
  const found: ArrayFormula[] = [];
  eachCell(sheet, WHOLE_SHEET, ({ formula, arrayRange, marks }) => {
    const filled = formula === null || arrayRange === undefined ? null : parseArea(arrayRange);
    if (formula !== null && filled && intersect(filled, area)) {
      found.push({ formula, area: filled, spills: marks?.includes(" cm=") ?? false });
    }
  });
  return found;
}

/** Throws InvalidOperation where only a part of an array entered with Ctrl+Shift+Enter would change. */
export function refusePartOfArray(arrays: readonly ArrayFormula[], written: Area): void {
  if (arrays.some(({ spills, area }) => !spills && !covers(written, area)))
    throw new HostFault("InvalidOperation", "You can't change part of an array.");
}

/** After a write: a spill whose formula went leaves its other cells blank; one that was written into shows #SPILL!. */
export function settleSpills(sheet: Sheet, spills: readonly ArrayFormula[], written: Area): void {
  for (const { formula, area } of spills) {
    const anchor = cellFor(sheet, area.row, area.column);
    const gone = anchor.formula === null || anchor.arrayRange === undefined;
    const isWritten = (row: number, column: number) =>
      intersect(written, { row, column, rows: 1, columns: 1 }) !== null;
    let blocked = false;
    eachCell(sheet, area, (cell, row, column) => {
      blocked ||= cell !== anchor && isWritten(row, column) && cell.value !== null;
    });
    if (!gone && !blocked) continue;
    eachCell(sheet, area, (cell, row, column) => {
      if (cell !== anchor && !isWritten(row, column)) put(cell, null, null);
    });
    if (!gone) put(anchor, { error: "#SPILL!" }, formula);
  }
}
