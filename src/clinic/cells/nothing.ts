/** Words that say that nothing is recorded (SPEC §2): as good as a blank cell. */
import type { CellValue } from "./worksheet";

const WORDS: ReadonlySet<string> = new Set([
  "null",
  "(null)",
  "(blank)",
  "blank",
  "n/a",
  "#n/a",
  "na",
  "none",
  "nil",
  "-",
  "--",
  "\u2013",
  "\u2014",
  ".",
  "tbc",
  "not recorded",
  "not known",
  "unknown",
]);

const LONGEST = 16;
/** No word for nothing ends in any other sign: most IDs and names are dismissed at one look. */
const LAST_SIGNS: ReadonlySet<number> = new Set(
  [...WORDS, "\u00a0", " ", "\t"].flatMap((word) => {
    const last = word.at(-1) ?? "";
    return [last.charCodeAt(0), last.toUpperCase().charCodeAt(0)];
  }),
);

/** Whether the cell holds such a word, in any case and with any spaces about it. Nothing at all is no word: see `isBlank`. */
export function isNothing(cell: CellValue | undefined): cell is string {
  if (typeof cell !== "string" || cell === "" || cell.length > LONGEST) return false;
  if (!LAST_SIGNS.has(cell.charCodeAt(cell.length - 1))) return false;
  return WORDS.has(cell.trim().toLowerCase().replace(/\s+/g, " "));
}

const UNALLOCATED: ReadonlySet<string> = new Set([
  "unallocated",
  "not allocated",
  "unassigned",
  "not assigned",
  "awaiting allocation",
  "to be allocated",
  "no worker",
  "no allocated worker",
]);

/** Whether the cell stands where a worker's ID would, and says that there is no worker. */
export function isUnallocated(cell: CellValue): boolean {
  return (
    typeof cell === "string" &&
    UNALLOCATED.has(
      cell
        .trim()
        .toLowerCase()
        .replace(/[\s_-]+/g, " "),
    )
  );
}
