/** What a cell holds, before it is read as a date, a number, an ID or a team. */
import type { CellValue } from "./worksheet";

/** Nothing, or nothing but spaces of any kind. */
export function isBlank(cell: CellValue | undefined): boolean {
  if (cell === "" || cell === undefined) return true;
  if (typeof cell !== "string") return false;
  const first = cell.charCodeAt(0);
  const mayBeSpaces = first <= 32 || first === 0xa0 || first > 0x1fff;
  return mayBeSpaces && cell.replace(/[\u200b\ufeff]/g, "").trim() === "";
}

/** A number, or the number that text states ("3", "1,200"); null for other text and for TRUE and FALSE. */
export function numberIn(cell: CellValue): number | null {
  if (typeof cell === "number") return cell;
  if (typeof cell !== "string") return null;
  const text = cell.trim();
  return /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(text) ? Number(text.replace(/,/g, "")) : null;
}

/** Text that a careless program would calculate: it begins with =, +, - or @ and is no plain number or dash. */
export function isFormulaLike(cell: CellValue): boolean {
  if (typeof cell !== "string" || !startsLikeFormula(cell)) return false;
  const text = cell.trim();
  return /^[=+\-@]\s*[^\s=+\-@]/.test(text) && numberIn(text) === null;
}

/** The cheap part of the test, for every cell of a long column. */
function startsLikeFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  return first === 61 || first === 43 || first === 45 || first === 64 || first <= 32 || first === 0xa0;
}
