/** A sheet of a file as a list: its headings, its columns, and the rows that are records. */
import { isBlank } from "../clinic/cells/cells";
import { cellText, nameKey } from "../clinic/cells/names";
import type { CellValue } from "../clinic/cells/worksheet";
import type { ColumnMatch } from "../clinic/extracts/columnMatches";
import { recogniseLists } from "../clinic/extracts/recognise";
import type { Recognition, SheetMatch } from "../clinic/extracts/recognition";
import { beginsAsNote, rowKinds } from "../clinic/extracts/records";
import { HEADER_ROWS } from "../clinic/extracts/sheetFit";
import { createIssueLog } from "../clinic/issues/issueLog";
import { columnSpec } from "../clinic/lists/lists";
import type { ColumnType } from "../clinic/lists/lists";
import type { FileRead, SheetOfFile } from "./fileSheets";

export interface SourceColumn {
  /** Zero-based, of the file's rows. */
  readonly index: number;
  readonly heading: string;
  /** The list's key for it; null = no column of the list's. */
  readonly key: string | null;
  readonly type: ColumnType | null;
}

export interface SourceList {
  readonly file: FileRead;
  readonly sheet: SheetOfFile;
  /** null = it is not recognised as a list. */
  readonly match: SheetMatch | null;
  readonly headerRow: number;
  /** Those with a heading or a cell below it. */
  readonly columns: readonly SourceColumn[];
  readonly records: readonly (readonly CellValue[])[];
  /** Rows below the headings that are no records: notes, totals, repeated headings. */
  readonly footers: number;
  /** Zero-based file row of the first record that has a cell to the right of all headings; null = none. */
  readonly tornRow: number | null;
}

/**
 * What each list of the file is read from, and what else fits it.
 * @param matches the workbook's ClinicColumns.
 */
export function recogniseFile(file: FileRead, matches: readonly ColumnMatch[]): Recognition {
  return recogniseLists(file.sheets, {}, createIssueLog(), matchesOfFile(file, matches));
}

/**
 * What was matched on a sheet holds for a sheet of the file that has the same headings, whatever it is called: next
 * month's export of the report.
 */
function matchesOfFile(file: FileRead, matches: readonly ColumnMatch[]): readonly ColumnMatch[] {
  const reports = new Map<string, ColumnMatch[]>();
  for (const match of matches) {
    const key = [match.list, nameKey(match.sheet)].join("\u0000");
    reports.set(key, [...(reports.get(key) ?? []), match]);
  }
  const taken = new Set<string>();
  return [...reports.values()].flatMap((report) => {
    const [first] = report;
    const headings = report.flatMap((match) => (match.kind === "column" ? [nameKey(match.heading)] : []));
    const sheet = file.sheets.find(({ rows }) =>
      rows.slice(0, HEADER_ROWS).some((cells) => {
        const keys = new Set(cells.map((cell) => (typeof cell === "string" ? nameKey(cell) : "")));
        return headings.every((heading) => keys.has(heading));
      }),
    );
    // The same list matched on two sheets of the workbook: one sheet of the file is read once.
    const key = `${first?.list ?? ""} ${sheet?.name ?? ""}`;
    if (!sheet || headings.length === 0 || taken.has(key)) return [];
    taken.add(key);
    return report.map((match) => ({ ...match, sheet: sheet.name }));
  });
}

/** null where the sheet has no row of headings with rows below it. */
export function sourceList(file: FileRead, sheet: SheetOfFile, match: SheetMatch | null): SourceList | null {
  const headerRow = match?.headerRow ?? likelyHeaderRow(sheet);
  if (headerRow === null) return null;
  const kindOf = match ? rowKinds(match) : plainKinds();
  const records: (readonly CellValue[])[] = [];
  let footers = 0;
  let tornRow: number | null = null;
  const width = lastHeading(sheet, headerRow);
  for (let row = headerRow + 1; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row] ?? [];
    const kind = kindOf(cells);
    if (kind === "record") {
      records.push(cells);
      if (sheet.isText && tornRow === null && cells.some((cell, i) => i > width && !isBlank(cell)))
        tornRow = row;
    } else if (kind !== "blank") footers++;
  }
  return {
    file,
    sheet,
    match,
    headerRow,
    columns: columnsOf(sheet, headerRow, match, records),
    records,
    footers,
    tornRow,
  };
}

/** The first of the first rows that is filled with texts as no later one is wider: two cells at the least. */
function likelyHeaderRow(sheet: SheetOfFile): number | null {
  const filled = (row: number): number => (sheet.rows[row] ?? []).filter((cell) => !isBlank(cell)).length;
  const looked = Math.min(sheet.rows.length, HEADER_ROWS);
  let widest = 0;
  for (let row = 0; row < looked; row++) widest = Math.max(widest, filled(row));
  if (widest < 2) return null;
  for (let row = 0; row < Math.min(looked, sheet.rows.length - 1); row++) {
    const texts = (sheet.rows[row] ?? []).every((cell) => typeof cell === "string");
    if (texts && filled(row) >= Math.max(2, widest * 0.6)) return row;
  }
  return null;
}

/** Of a sheet that is no list: a row with one filled cell that begins as a note does is none. */
function plainKinds(): (cells: readonly CellValue[]) => "record" | "blank" | "note" {
  return (cells) => {
    const filled = cells.filter((cell) => !isBlank(cell));
    if (filled.length === 0) return "blank";
    const [only] = filled;
    return filled.length === 1 && typeof only === "string" && beginsAsNote(only) ? "note" : "record";
  };
}

function lastHeading(sheet: SheetOfFile, headerRow: number): number {
  const headings = sheet.rows[headerRow] ?? [];
  let last = headings.length - 1;
  while (last >= 0 && isBlank(headings[last])) last--;
  return last;
}

function columnsOf(
  sheet: SheetOfFile,
  headerRow: number,
  match: SheetMatch | null,
  records: readonly (readonly CellValue[])[],
): readonly SourceColumn[] {
  const keys = new Map([...(match?.columns.values() ?? [])].map(({ index, key }) => [index, key]));
  return (sheet.rows[headerRow] ?? []).flatMap((cell, index): SourceColumn[] => {
    const key = keys.get(index) ?? null;
    const heading = cellText(cell);
    if (heading === "" && records.every((row) => isBlank(row[index]))) return [];
    const type = match && key !== null ? (columnSpec(match.list, key)?.type ?? null) : null;
    return [
      {
        index,
        heading: heading === "" ? `Column ${index + 1}` : heading,
        key,
        type: type ?? pastFigureType(match, index, key),
      },
    ];
  });
}

/** Past Figures: what is neither an indicator nor a month or team is a month's column of figures. */
function pastFigureType(match: SheetMatch | null, _index: number, key: string | null): ColumnType | null {
  return match?.list === "past-figures" && key === null ? "number" : null;
}

/** Headings as they are compared, sorted: two exports of one report have the same. */
export function headingsKey(cells: readonly CellValue[]): string {
  return cells
    .map((cell) => nameKey(cellText(cell)))
    .filter((key) => key !== "")
    .sort()
    .join("\n");
}
