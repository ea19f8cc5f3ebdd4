/** Rows of one length, and names of files as names of sheets. */
import type { CellValue } from "../clinic/cells/worksheet";
import { isBlank } from "../clinic/cells/cells";

/** Each row filled up with blanks to the last column that holds anything; blank rows at the end are left out. */
export function evenRows(rows: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] {
  let width = 0;
  let height = 0;
  rows.forEach((row, index) => {
    let last = row.length;
    while (last > 0 && isBlank(row[last - 1])) last--;
    if (last > 0) height = index + 1;
    width = Math.max(width, last);
  });
  return rows
    .slice(0, height)
    .map((row) =>
      row.length === width ? row : Array.from({ length: width }, (_, column) => row[column] ?? ""),
    );
}

/** "Contacts August.csv" → "Contacts August" */
export function baseName(file: string): string {
  return file.replace(/\.[a-z0-9]{1,5}$/i, "");
}

const LONGEST_SHEET_NAME = 31;

/** The name as Excel takes it for a sheet. */
export function sheetNameFor(name: string): string {
  const allowed = name
    .replace(/[:\\/?*[\]]/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, LONGEST_SHEET_NAME)
    .replace(/^['\s]+|['\s]+$/g, "");
  return allowed === "" || allowed.toLowerCase() === "history" ? "Loaded list" : allowed;
}
