/** What was found and what was done, as the review of CLINIC formulas says it. */
import type { CellsLeft, ClinicFormulas, FormulaBlock, Replacement } from "../ports";
import { counted } from "./figures";

export function cellsToReplace(found: ClinicFormulas): number {
  return sum(found.sheets.flatMap(({ blocks }) => blocks));
}

/** "23 cells on 2 sheets will hold the values that they show now. 3 cells stay as they are." */
export function foundInWords(found: ClinicFormulas): string {
  const cells = cellsToReplace(found);
  const left = sum(found.sheets.flatMap((sheet) => sheet.left));
  if (cells + left + found.names.length === 0)
    return "No formula in this workbook calls a CLINIC function: there is nothing to replace.";
  const sheets = found.sheets.filter(({ blocks }) => blocks.length > 0).length;
  const will =
    cells === 0
      ? "No cell can be replaced by its value."
      : `${counted(cells, "cell")} on ${counted(sheets, "sheet")} will hold what ${cells === 1 ? "it shows" : "they show"} now, in place of ${cells === 1 ? "a formula" : "formulas"}.`;
  return [will, staying(left)].filter((sentence) => sentence !== "").join(" ");
}

/** "23 cells on 2 sheets now hold plain values." */
export function replacedInWords({ replaced, left }: Replacement): string {
  const cells = sum(replaced);
  const done =
    cells === 0
      ? "Nothing was replaced."
      : `${counted(cells, "cell")} on ${counted(replaced.length, "sheet")} now ${cells === 1 ? "holds a plain value" : "hold plain values"}.`;
  return [done, staying(sum(left))].filter((sentence) => sentence !== "").join(" ");
}

/** "9 cells, one formula: Team, Denominator, % …" */
export function blockInWords({ kind, cells, shows, errors }: FormulaBlock): string {
  const size = kind === "cells" ? counted(cells, "cell") : `${counted(cells, "cell")}, one formula`;
  const more = cells > shows.length ? " …" : "";
  const kept = errors === 0 ? "" : ` (${counted(errors, "error")} among them stay${errors === 1 ? "s" : ""})`;
  return `${size}: ${shows.map((text) => (text === "" ? "(blank)" : text)).join(", ")}${more}${kept}`;
}

export function leftInWords({ cells, shows, why }: CellsLeft): string {
  return cells === 1 ? `${shows}: ${why}` : `${counted(cells, "cell")}, ${shows}: ${why}`;
}

function staying(cells: number): string {
  if (cells === 0) return "";
  return cells === 1 ? "1 cell stays as it is." : `${counted(cells, "cell")} stay as they are.`;
}

function sum(parts: readonly { readonly cells: number }[]): number {
  return parts.reduce((total, { cells }) => total + cells, 0);
}
