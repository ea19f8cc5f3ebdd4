/** One code a child, the same in every list (SPEC §2 Children). */
import { createPlainIds, NOT_PLAIN } from "./plainIds";
import type { CellValue } from "../cells/worksheet";

export interface ChildIndex {
  /** The child's code, from 0. IDs are compared as trimmed, upper-case text; a number is its digits. */
  codeOf(cell: CellValue): number;
  /** A code that no other row has, for a row without an ID. */
  codeOfUnknownChild(): number;
  /** Whether an ID like it has been met. */
  has(id: string): boolean;
  /** IDs met that begin with a nought. */
  readonly withLeadingZeros: ReadonlySet<string>;
  /** How many codes there are so far. */
  readonly size: number;
}

const ZERO = "0".charCodeAt(0);

/** @param expected about how many children there will be; more do no harm. */
export function createChildIndex(expected = 0): ChildIndex {
  const plain = createPlainIds(expected);
  /** By the cell as it stands and by the ID that it means, for what is no plain ID. */
  const others = new Map<CellValue, number>();
  let size = 0;
  /** Takes the next code for an ID that is new. */
  const taken = (code: number): number => {
    if (code === size) size++;
    return code;
  };
  const withLeadingZeros = new Set<string>();
  const noteZeros = (id: string): void => {
    if (id.charCodeAt(0) === ZERO) withLeadingZeros.add(id);
  };
  return {
    codeOf(cell) {
      if (typeof cell === "string") noteZeros(cell);
      const code = typeof cell === "string" ? plain.codeOf(cell, size) : NOT_PLAIN;
      if (code !== NOT_PLAIN) return taken(code);
      const known = others.get(cell);
      if (known !== undefined) return known;
      const text = comparableId(cell);
      noteZeros(text);
      const ofText = plain.codeOf(text, size);
      const found = taken(ofText !== NOT_PLAIN ? ofText : (others.get(text) ?? size));
      others.set(cell, found);
      others.set(text, found);
      return found;
    },
    codeOfUnknownChild: () => size++,
    has: (id) => plain.find(id) !== NOT_PLAIN || others.has(id),
    withLeadingZeros,
    get size() {
      return size;
    },
  };
}

/** "123.0" is what a number becomes on its way through a CSV file. */
export function comparableId(cell: CellValue): string {
  if (typeof cell === "number") return String(cell);
  if (isPlainId(cell)) return cell;
  const text = String(cell)
    .replace(/[\u200b\ufeff]/g, "")
    .trim()
    .toUpperCase();
  return /^\d+\.0+$/.test(text) ? text.slice(0, text.indexOf(".")) : text;
}

/** Text of capital letters and digits only: nothing to trim or turn. A loop, because it is asked of each row of each list. */
export function isPlainId(cell: CellValue | undefined): cell is string {
  if (typeof cell !== "string" || cell === "") return false;
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i);
    if (code < 48 || code > 90 || (code > 57 && code < 65)) return false;
  }
  return true;
}
