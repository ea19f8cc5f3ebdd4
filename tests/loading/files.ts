/** Files as exports write them, made for tests. */
import type { CellValue } from "../../src/clinic/cells/worksheet";
import type { FileOutcome, FileRead } from "../../src/loading/fileSheets";
import { readFile } from "../../src/loading/readFile";
import { formatDate } from "../../src/clinic/calendar/serials";

export type Encoding =
  "utf-8" | "utf-8 with mark" | "utf-16le" | "utf-16le without mark" | "utf-16be" | "windows-1252";

/** The bytes of a text; Windows-1252 only as far as Latin-1 goes. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case "utf-8":
      return new TextEncoder().encode(text);
    case "utf-8 with mark":
      return new TextEncoder().encode(`\ufeff${text}`);
    case "utf-16le":
      return new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
    case "utf-16le without mark":
      return new Uint8Array(Buffer.from(text, "utf16le"));
    case "utf-16be":
      return new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le").swap16());
    case "windows-1252":
      return new Uint8Array(Buffer.from(text, "latin1"));
  }
}

/** Rows as a CSV; numbers in the columns named are written as days. */
export function csvText(
  rows: readonly (readonly CellValue[])[],
  options: {
    readonly delimiter?: string;
    readonly dates?: readonly number[];
    readonly newline?: string;
  } = {},
): string {
  const { delimiter = ",", dates = [], newline = "\r\n" } = options;
  const cell = (value: CellValue, column: number): string => {
    const text = typeof value === "number" && dates.includes(column) ? formatted(value) : String(value);
    return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  return rows.map((row) => row.map(cell).join(delimiter)).join(newline) + newline;
}

function formatted(serial: number): string {
  return serial >= 1 ? formatDate(serial) : String(serial);
}

export function csvFile(name: string, text: string, encoding: Encoding = "utf-8"): FileOutcome {
  return readFile({ name, bytes: encode(text, encoding) });
}

export function mustRead(outcome: FileOutcome): FileRead {
  if (outcome.refused) throw new Error(`${outcome.file}: ${outcome.refused.why}`);
  return outcome;
}
