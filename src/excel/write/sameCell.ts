/** Whether a cell shows what it should. Pure. */
import type { CellValue } from "../../clinic/cells/worksheet";
import { LONGEST_TEXT } from "../host/cellText";

/** Numbers to the last digits that a calculation may turn, texts as Excel takes them. */
export function isSame(expected: number | string, value: CellValue): boolean {
  if (typeof expected === "number")
    return typeof value === "number" && Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
  if (expected.length > LONGEST_TEXT) return String(value).length >= LONGEST_TEXT - 1;
  return plain(String(value)) === plain(expected);
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
