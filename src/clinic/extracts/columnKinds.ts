/** What the cells of a sheet's column look like, in words that give away none of them. */
import { readDate } from "../calendar/readDate";
import { isBlank, numberIn } from "../cells/cells";
import { cellText } from "../cells/names";
import { isNothing } from "../cells/nothing";
import type { CellValue } from "../cells/worksheet";

export interface CellLook {
  /** What half of the filled cells or more are. */
  readonly kind: "dates" | "numbers" | "text" | "blank";
  /** "dates", "numbers", "text of 7 characters", "blank": no cell's own words. */
  readonly inWords: string;
  /** Different values among the filled cells, 0–1: near 1 for IDs, low for teams and statuses. */
  readonly variety: number;
}

/** So many rows show what a column holds. */
export const ROWS_LOOKED_AT = 200;
/** A serial of the years 2000 to 2089: other numbers are counts, ages and IDs. */
const FIRST_DAY = 36_526;
const LAST_DAY = 69_396;

/** @param cells those below the heading. */
export function lookOf(cells: readonly CellValue[], date1904: boolean): CellLook {
  const filled = cells.filter((cell) => !isBlank(cell) && !isNothing(cell)).slice(0, ROWS_LOOKED_AT);
  if (filled.length === 0) return { kind: "blank", inWords: "blank", variety: 0 };
  const variety = new Set(filled.map(cellText)).size / filled.length;
  const mostly = (holds: (cell: CellValue) => boolean): boolean =>
    filled.filter(holds).length * 2 >= filled.length;
  if (mostly((cell) => isLikelyDate(cell, date1904))) return { kind: "dates", inWords: "dates", variety };
  if (mostly((cell) => numberIn(cell) !== null)) return { kind: "numbers", inWords: "numbers", variety };
  return { kind: "text", inWords: textInWords(filled), variety };
}

/** A day of these years, or text that names one. */
export function isLikelyDate(cell: CellValue, date1904: boolean): boolean {
  const date = readDate(cell, date1904);
  return date >= FIRST_DAY && date <= LAST_DAY;
}

function textInWords(filled: readonly CellValue[]): string {
  const lengths = filled.map((cell) => cellText(cell).length);
  const shortest = lengths.reduce((least, length) => Math.min(least, length));
  const longest = lengths.reduce((most, length) => Math.max(most, length));
  if (longest === 1) return "text of 1 character";
  return shortest === longest
    ? `text of ${longest} characters`
    : `text of ${shortest} to ${longest} characters`;
}
