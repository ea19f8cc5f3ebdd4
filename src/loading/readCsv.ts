/** A CSV file → one sheet of texts (SPEC §11). */
import Papa from "papaparse";
import { decodeText } from "./decodeText";
import { textKind } from "./fileKind";
import type { FileOutcome, Refusal } from "./fileSheets";
import { baseName, evenRows } from "./grids";

const DELIMITERS = [",", ";", "\t", "|"];

export function readCsv(file: string, bytes: Uint8Array): FileOutcome {
  const text = decodeText(bytes).replace(/^\ufeff/, "");
  const other = textKind(text);
  if (other) return { file, refused: other };
  const { delimiter, body } = statedDelimiter(text);
  const { data, errors } = Papa.parse<string[]>(body, {
    ...(delimiter === null ? { delimitersToGuess: DELIMITERS } : { delimiter }),
    skipEmptyLines: false,
  });
  const quote = errors.find(({ type }) => type === "Quotes");
  if (quote) return { file, refused: brokenQuote(quote.row) };
  const rows = evenRows(data.map((row) => row.map(withoutGuard)));
  const width = rows[0]?.length ?? 0;
  if (width < 2) return { file, refused: NO_COLUMNS };
  const sheet = {
    name: baseName(file),
    firstRow: 0,
    firstColumn: 0,
    rows,
    dateColumns: new Set<number>(),
    isText: true,
  };
  return { file, sheets: [sheet], date1904: false, refused: null };
}

/** "sep=;" on the first line, as Excel writes and reads it. */
function statedDelimiter(text: string): { readonly delimiter: string | null; readonly body: string } {
  const stated = /^"?sep=(.)"?\r?\n/i.exec(text);
  return { delimiter: stated?.[1] ?? null, body: stated ? text.slice(stated[0].length) : text };
}

/** ="00123" is how some systems keep Excel from taking a number's zeros. */
function withoutGuard(cell: string): string {
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
}

const NO_COLUMNS: Refusal = {
  why: "No columns are found: the file is not a list separated by commas, semicolons or tabs.",
  whatToDo: "Export the list as .xlsx or CSV, with a row of headings, then choose that file.",
};

/** @param row zero-based, of the rows read. */
function brokenQuote(row: number | undefined): Refusal {
  const where = row === undefined ? "" : ` in row ${row + 1}`;
  return {
    why: `A quotation mark${where} is not closed as it should be, so it is not clear where the cells end.`,
    whatToDo: "Export the list as .xlsx, or mend that row, then choose the file again.",
  };
}
