/** Headings of tables: their cells and their columns have one name, and formulas follow it. */
import { type Area, overlaps } from "./address";
import { type Cell, cellFor, type Scalar, type Sheet } from "./sheet";
import { everyFormula } from "./shift";
import { headerArea, type Table, type TableColumn } from "./table";
import type { Workbook } from "./workbook";
import { renameInFormula, tableAt } from "../formulas/structured";

/** Headings of tables are text and unique, whatever is written; their columns take the cells' new names. */
export function settleHeadings(workbook: Workbook, sheet: Sheet, written: Area): void {
  for (const table of sheet.tables) {
    const header = headerArea(table);
    if (!header || !overlaps(header, written)) continue;
    for (let index = 0; index < table.columns.length; index++) {
      const cell = cellFor(sheet, header.row, header.column + index);
      const column = table.columns[index]!;
      const shown = cell.value === null ? "" : String(textOf(cell.value));
      if (shown === column.name && typeof cell.value === "string" && cell.formula === null) continue;
      const name = uniqueHeading(table, index, shown);
      put(cell, name, null);
      if (name !== column.name) renameTableColumn(workbook, sheet, table, index, name);
    }
    table.touched = true;
  }
}

const textOf = (value: Exclude<Scalar, null>): string =>
  typeof value === "object"
    ? value.error
    : typeof value === "boolean"
      ? String(value).toUpperCase()
      : String(value);

/** `wanted`, or "Column3" where it is blank, with a number after it where another column has it. */
function uniqueHeading(
  table: { readonly columns: readonly TableColumn[] },
  index: number,
  wanted: string,
): string {
  const taken = new Set(
    table.columns.filter((_, other) => other !== index).map((column) => column.name.toLowerCase()),
  );
  const base = wanted.trim() === "" ? `Column${index + 1}` : wanted;
  let name = base;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${base}${count}`;
  return name;
}

/** A heading's new text: references to the column follow it. */
function renameTableColumn(
  workbook: Workbook,
  sheet: Sheet,
  table: Table,
  index: number,
  name: string,
): void {
  const old = table.columns[index]!.name;
  const rename = { table: table.name, newTable: table.name, column: [old, name] as const };
  if (!old.startsWith("\u0000")) {
    everyFormula(workbook, (formula, _home, cell) => renameInFormula(formula, rename, ownTable(cell)));
  }
  table.columns = table.columns.map((column, at) => (at === index ? { ...column, name } : column));
  table.touched = true;
  sheet.touched = true;
}

/** The name of the table that a formula's cell stands in. */
export const ownTable = (
  cell: { readonly sheet: Sheet; readonly row: number; readonly column: number } | undefined,
): string | null => (cell && tableAt(cell)?.name) ?? null;

/** Another value in the cell: what the file said of the old one goes. */
export function put(cell: Cell, value: Scalar, formula: string | null): void {
  cell.value = value;
  cell.formula = formula;
  delete cell.rich;
  delete cell.saved;
  delete cell.arrayRange;
  delete cell.marks;
}
