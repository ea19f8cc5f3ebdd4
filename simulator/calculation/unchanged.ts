/**
 * Which formulas of a file need not be worked out again: nothing that they see has changed since Excel saved them. What
 * Excel left in them then stands, whether or not our evaluator would come to the same.
 */
import { unquoteSheetName } from "../model/address";
import type { Cell, Sheet } from "../model/sheet";
import { tableNamed, type Workbook } from "../model/workbook";
import { scanFormula } from "../formulas/scan";

const CHANGES_BY_ITSELF = /^(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT|CELL|INFO)$/i;

/** Whether the cell's saved value still holds. Made anew for each calculation. */
export function stillHolds(workbook: Workbook): (cell: Cell, sheet: Sheet) => boolean {
  let stale: ReadonlySet<Sheet> | null = null;
  return (cell, sheet) => cell.saved === true && !(stale ??= staleSheets(workbook)).has(sheet);
}

/** Sheets that were written to, and those with a formula that sees such a one, near or far. */
function staleSheets(workbook: Workbook): ReadonlySet<Sheet> {
  const seenBy = new Map<Sheet, ReadonlySet<Sheet | "anything">>();
  const sightOf = (formula: string, home: Sheet, deep = 0): Set<Sheet | "anything"> => {
    const seen = new Set<Sheet | "anything">([home]);
    for (const piece of scanFormula(formula)) {
      if (piece.kind === "function" && CHANGES_BY_ITSELF.test(piece.text)) seen.add("anything");
      if ((piece.kind === "reference" || piece.kind === "name") && piece.sheet !== null)
        seen.add(sheetOf(workbook, piece.sheet) ?? "anything");
      if (piece.kind === "structured" && piece.table !== "")
        seen.add(tableNamed(workbook, piece.table)?.sheet ?? "anything");
      if (piece.kind === "name" && !/^(?:true|false)$/i.test(piece.name)) {
        const table = tableNamed(workbook, piece.name);
        const name = workbook.names.find((each) => each.name.toLowerCase() === piece.name.toLowerCase());
        if (table) seen.add(table.sheet);
        else if (!name || deep > 20) seen.add("anything");
        else for (const further of sightOf(name.formula, home, deep + 1)) seen.add(further);
      }
    }
    return seen;
  };
  for (const sheet of workbook.sheets.filter(({ touched }) => !touched)) {
    const seen = new Set<Sheet | "anything">();
    for (const { cells } of sheet.rows.values())
      cells.forEach((cell) => {
        if (cell && cell.formula !== null)
          for (const further of sightOf(cell.formula, sheet)) seen.add(further);
      });
    seenBy.set(sheet, seen);
  }
  const stale = new Set(
    workbook.sheets.filter((sheet) => sheet.touched || seenBy.get(sheet)?.has("anything")),
  );
  for (let grew = true; grew;) {
    grew = false;
    for (const [sheet, seen] of seenBy)
      if (!stale.has(sheet) && [...seen].some((other) => other !== "anything" && stale.has(other))) {
        stale.add(sheet);
        grew = true;
      }
  }
  return stale;
}

function sheetOf(workbook: Workbook, spelt: string): Sheet | undefined {
  const wanted = unquoteSheetName(spelt).toLowerCase();
  return workbook.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}
