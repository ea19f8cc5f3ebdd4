/** A1 addresses. */
import type { SheetValues } from "./worksheet";

const LETTERS = 26;
const CODE_OF_A = 65;

/** "A" for 0, "AA" for 26. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / LETTERS))
    letters = String.fromCharCode(CODE_OF_A + ((rest - 1) % LETTERS)) + letters;
  return letters;
}

/** The address of a cell by its place in `sheet.rows`. */
export function cellAddress(
  sheet: Pick<SheetValues, "firstRow" | "firstColumn">,
  row: number,
  column: number,
): string {
  return `${columnLetters(sheet.firstColumn + column)}${sheet.firstRow + row + 1}`;
}
