import type { CellValue } from "../extracts/worksheet";

const FREQUENCY = /^(\d+)\s*(days?|weeks?|)$/i;
const DAYS_A_WEEK = 7;

/**
 * A child's visit frequency in days from "42", "42 days" or "6 weeks" (SPEC §4 cla-visits); null when the cell
 * says nothing of the kind, so that the timescale stands.
 */
export function visitFrequencyInDays(cell: CellValue): number | null {
  const text =
    typeof cell === "boolean"
      ? ""
      : String(cell)
          .replace(/[\s\u00a0]+/g, " ")
          .trim();
  const [, count = "", unit = ""] = FREQUENCY.exec(text) ?? [];
  const days = Number(count) * (/^week/i.test(unit) ? DAYS_A_WEEK : 1);
  return days > 0 ? days : null;
}
