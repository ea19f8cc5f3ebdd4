/** Writing into cells: protection, entry as if typed, tables whose headings follow their cells. */
import type { Area } from "./address";
import { arraysIn, refusePartOfArray, settleSpills } from "./arrays";
import { expandTables } from "./autoExpand";
import { readEntry } from "./entry";
import { HostFault } from "./fault";
import { rowsLeftOut } from "./filters";
import { type Cell, cellAt, cellFor, eachCell, lookAt, rowFor, type Sheet } from "./sheet";
import { fillCalculatedColumns } from "./calculatedColumns";
import { put, settleHeadings } from "./headings";
import type { Workbook } from "./workbook";
import { checkFormula } from "../formulas/check";
import { readStructured, spellStructured, tableAt } from "../formulas/structured";
import { respell } from "../formulas/scan";

/** What a write may hold for a cell: null leaves it as it is, "" clears it. */
export type Input = string | number | boolean | null;

/** Throws AccessDenied where the sheet is protected and a cell of `area` is locked. */
export function refuseProtected(workbook: Workbook, sheet: Sheet, area: Area): void {
  if (!sheet.protection.protected) return;
  const allUnlocked =
    area.rows * area.columns <= 10_000 &&
    everyCell(area, (row, column) => !workbook.looks.look(lookAt(sheet, row, column)).locked);
  if (!allUnlocked) throw new HostFault("AccessDenied");
}

/** Throws AccessDenied where the sheet is protected and does not permit it. */
export function unprotected(sheet: Sheet, permission: "formatColumns" | "formatRows"): Sheet {
  if (sheet.protection.protected && sheet.protection.attributes[permission] !== "0")
    throw new HostFault("AccessDenied");
  return sheet;
}

function everyCell(area: Area, holds: (row: number, column: number) => boolean): boolean {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (!holds(row, column)) return false;
    }
  }
  return true;
}

/** Writes a grid of inputs, as `Range.values` and `Range.formulas` do. Nothing is written where a cell is refused. */
export function writeInputs(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  inputAt: (row: number, column: number) => Input,
): void {
  refuseProtected(workbook, sheet, area);
  const arrays = arraysIn(sheet, area);
  refusePartOfArray(arrays, area);
  const thisYear = new Date().getUTCFullYear();
  const entries: { readonly row: number; readonly column: number; readonly write: (cell: Cell) => void }[] =
    [];
  const leftOut = rowsLeftOut(workbook, sheet, area);
  for (let row = 0; row < area.rows; row++) {
    if (leftOut.has(area.row + row)) continue;
    for (let column = 0; column < area.columns; column++) {
      const input = inputAt(row, column);
      if (input === null) continue;
      const place = { sheet, row: area.row + row, column: area.column + column };
      const write = prepare(workbook, place, input, thisYear);
      if (write) entries.push({ row: place.row, column: place.column, write });
    }
  }
  for (const { row, column, write } of entries) write(cellFor(sheet, row, column));
  const spills = arrays.filter((array) => array.spills);
  settleSpills(sheet, spills, area);
  sheet.touched = true;
  workbook.needsCalculation = true;
  settleHeadings(workbook, sheet, area);
  fillCalculatedColumns(sheet, area, (row, column) => {
    const input = inputAt(row - area.row, column - area.column);
    return (
      typeof input === "string" && input !== "" && (cellAt(sheet, row, column)?.formula ?? null) !== null
    );
  });
  if (entries.length > 0) expandTables(workbook, sheet, area);
}

function prepare(
  workbook: Workbook,
  place: { readonly sheet: Sheet; readonly row: number; readonly column: number },
  input: Exclude<Input, null>,
  thisYear: number,
): ((cell: Cell) => void) | null {
  const { sheet, row, column } = place;
  if (input === "") {
    return cellAt(sheet, row, column) ? (cell) => put(cell, null, null) : null;
  }
  if (typeof input !== "string") {
    if (typeof input === "number" && !Number.isFinite(input)) throw new HostFault("InvalidArgument");
    return (cell) => put(cell, input, null);
  }
  if (input.length > 32_767)
    throw new HostFault("InvalidArgument", "A cell holds at most 32,767 characters.");
  const look = workbook.looks.look(lookAt(sheet, row, column));
  const entry = readEntry(input, look.numberFormat, workbook.date1904, thisYear);
  const formula = entry.formula === null ? null : shortenOwnRow(entry.formula, place);
  if (formula !== null) checkFormula(workbook, formula, place);
  return (cell) => {
    put(cell, entry.value, formula);
    const format = entry.format;
    if (format !== null && look.numberFormat === "General") {
      cell.look = workbook.looks.changed(cell.look, `format ${format}`, (old) => ({
        ...old,
        numberFormat: format,
      }));
    }
    if (entry.quotePrefix !== look.quotePrefix) {
      const quotePrefix = entry.quotePrefix;
      cell.look = workbook.looks.changed(cell.look, `quote ${quotePrefix}`, (old) => ({
        ...old,
        quotePrefix,
      }));
    }
  };
}

/** Excel shows Table[@Column] inside that table as [@Column]. */
function shortenOwnRow(
  formula: string,
  place: { readonly sheet: Sheet; readonly row: number; readonly column: number },
): string {
  const own = formula.includes("[") ? tableAt(place) : undefined;
  if (!own) return formula;
  return respell(formula, (piece) => {
    const reference = piece.kind === "structured" ? readStructured(piece.table, piece.inside) : null;
    if (!reference?.rows.includes("#This Row")) return null;
    const ours = reference.table.toLowerCase() === own.name.toLowerCase() || reference.table === "";
    return spellStructured(ours ? { ...reference, table: "" } : reference);
  });
}

/** Clears values, formats or both of `area`, as `Range.clear` does. */
export function clearArea(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  what: "All" | "Contents" | "Formats",
): void {
  refuseProtected(workbook, sheet, area);
  eachCell(sheet, area, (cell, row, column) => {
    if (what !== "Formats") put(cell, null, null);
    if (what !== "Contents") cell.look = 0;
    if (cell.value === null && cell.formula === null && cell.look === 0)
      delete rowFor(sheet, row).cells[column];
  });
  sheet.touched = true;
  workbook.needsCalculation = true;
  if (what !== "Formats") settleHeadings(workbook, sheet, area);
}
