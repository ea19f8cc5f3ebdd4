/** How names and headings are compared: case, spaces, underscores, punctuation and quotes make no difference (SPEC §2). */
import type { CellValue } from "./worksheet";

/** Equal for two spellings of one name; "" for text without a letter or digit. */
export function nameKey(text: string): string {
  const lower = text.toLowerCase();
  let key = "";
  let from = 0;
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) continue;
    // Text without accents or odd spaces, which is nearly all of it, needs no tables of Unicode.
    if (code < 32 || code > 126) return keyByUnicode(text);
    key += lower.slice(from, i);
    from = i + 1;
  }
  return from === 0 ? lower : key + lower.slice(from);
}

function keyByUnicode(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A cell as trimmed text, with one ordinary space for each run of spaces of any kind; "" when it is blank. */
export function cellText(cell: CellValue): string {
  if (cell === "") return cell;
  const text = String(cell);
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text)) return text;
  return text
    .replace(/[\u200b\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

const LONGEST_IN_SENTENCE = 80;

/** A name as a sentence carries it: a cell may hold 32,767 characters. */
export function inSentence(name: string): string {
  return name.length > LONGEST_IN_SENTENCE ? `${name.slice(0, LONGEST_IN_SENTENCE)}…` : name;
}

const HASH = 35;

/** Whether the cell shows an Excel error, such as #N/A or #REF!. */
export function isExcelError(cell: CellValue): boolean {
  return (
    typeof cell === "string" &&
    cell.charCodeAt(0) === HASH &&
    /^#(?:N\/A|GETTING_DATA|[A-Z0-9/]+[!?])$/.test(cell)
  );
}
