/** One code a child, the same in every list (SPEC §2 Children). */
import type { CellValue } from "./worksheet";

export interface ChildIndex {
  /** The child's code, from 0. IDs are compared as trimmed, upper-case text; a number is its digits. */
  codeOf(cell: CellValue): number;
  /** A code that no other row has, for a row without an ID. */
  codeOfUnknownChild(): number;
  /** How many codes there are so far. */
  readonly size: number;
}

export function createChildIndex(): ChildIndex {
  const byCell = new Map<CellValue, number>();
  const byText = new Map<string, number>();
  let size = 0;
  return {
    codeOf(cell) {
      const cached = byCell.get(cell);
      if (cached !== undefined) return cached;
      const text = comparableId(cell);
      let code = byText.get(text);
      if (code === undefined) byText.set(text, (code = size++));
      byCell.set(cell, code);
      return code;
    },
    codeOfUnknownChild: () => size++,
    get size() {
      return size;
    },
  };
}

/** "123.0" is what a number becomes on its way through a CSV file. */
export function comparableId(cell: CellValue): string {
  if (typeof cell === "number") return String(cell);
  const text = String(cell)
    .replace(/[\u200b\ufeff]/g, "")
    .trim()
    .toUpperCase();
  return /^\d+\.0+$/.test(text) ? text.slice(0, text.indexOf(".")) : text;
}
