/** Where the rows of a council's own indicator are, and the cells under any heading of them. */
import { columnLetters } from "../../cells/addresses";
import { isBlank } from "../../cells/cells";
import { cellText, isExcelError, nameKey } from "../../cells/names";
import { isNothing } from "../../cells/nothing";
import type { CellValue, SheetValues } from "../../cells/worksheet";
import { addIssue } from "../../entries/entries";
import { comparableId } from "../../extracts/childIndex";
import type { ReadList } from "../../extracts/readList";
import type { Recognition } from "../../extracts/recognition";
import type { OwnMeasure } from "../../indicators/own/ownMeasure";
import type { IssueLog } from "../../issues/issueLog";
import { listSpec } from "../../lists/lists";
import { readOwnSheet } from "./ownSheet";

export interface Workbook {
  readonly sheets: readonly SheetValues[];
  readonly recognition: Recognition;
  /** With events in place of "last …" columns. */
  readonly lists: { get(list: ReadList["id"]): ReadList | null };
  readonly log: IssueLog;
}

/** Cells and columns of the rows, before the measure's own columns are named. */
export interface Source {
  readonly name: string;
  readonly base: ReadList | null;
  readonly rowCount: number;
  readonly sheets: readonly string[];
  readonly sheetOf: Uint8Array | null;
  readonly rowOf: Int32Array;
  readonly headings: readonly string[];
  /** The column's key where the heading is one of the list's own columns. */
  keyOf(heading: string): string | null;
  hasHeading(heading: string): boolean;
  cell(heading: string): (row: number) => CellValue;
  addressOf(heading: string, row: number): string;
  /** Of the heading above that row. */
  headingAddressOf(heading: string, row: number): string;
  readonly children: () => Int32Array;
  readonly childCell: (row: number) => CellValue;
}

/** The rows, or a plain sentence why there are none; a wrong entry of Clinic Setup is then also an issue. */
export function sourceOf({ source, row }: OwnMeasure, workbook: Workbook): Source | string {
  const { recognition, lists, log } = workbook;
  const asked = source.from === "sheet" ? source.sheet : source.typed;
  const sheet = workbook.sheets.find((each) => nameKey(each.name) === nameKey(asked));
  if (source.from === "list" && !(sheet && isMeant(sheet, source.list, asked, recognition))) {
    const base = lists.get(source.list);
    const match = recognition.get(source.list);
    const { name } = listSpec(source.list);
    if (!base || !match) return `The workbook has no ${name} list.`;
    return listSource(
      base,
      match.sheets.map(({ sheet, headerRow }) => ({ sheet, headerRow })),
      name,
    );
  }
  if (!sheet) {
    const reason = `The workbook has no list and no sheet called “${asked}”.`;
    addIssue(
      row.place("List"),
      "error",
      "wrong-measure",
      `${reason} This indicator has no figure.`,
      "Type the name of a list or of a sheet as its tab has it.",
    );
    return reason;
  }
  const own = readOwnSheet(sheet, log);
  if (!own) {
    const reason = `The sheet “${sheet.name}” has no heading for a child’s ID among its first 50 rows.`;
    addIssue(
      row.place("List"),
      "error",
      "wrong-measure",
      `${reason} This indicator has no figure.`,
      "Give the column of IDs the heading Child Unique ID.",
    );
    return reason;
  }
  const { headerRow, records, child } = own;
  const rowOf = records.map((record) => sheet.firstRow + record + 1);
  const childCell = (record: number): CellValue => sheet.rows[records[record]!]![child] ?? "";
  return {
    ...cellsOf([{ sheet, headerRow }], null, rowOf),
    name: sheet.name,
    base: null,
    rowCount: records.length,
    sheets: [sheet.name],
    sheetOf: null,
    rowOf,
    keyOf: () => null,
    children: () => codesOf(records.length, childCell),
    childCell,
  };
}

/**
 * "Leaving care" is another name of the list Care Leavers: a sheet called so that is read as no such list is what the analyst
 * means. The list's own name means the list wherever it is read.
 */
function isMeant(sheet: SheetValues, list: ReadList["id"], asked: string, recognition: Recognition): boolean {
  const read = recognition.get(list)?.sheets ?? [];
  if (read.some((match) => match.sheet.name === sheet.name)) return false;
  return read.length === 0 || nameKey(asked) !== nameKey(listSpec(list).name);
}

interface Part {
  readonly sheet: SheetValues;
  readonly headerRow: number;
}

function listSource(base: ReadList, parts: readonly Part[], name: string): Source {
  const spec = listSpec(base.id);
  const raw = cellsOf(parts, base.sheetOf, base.rowOf);
  const ids = base.values("child");
  const keyOf = (heading: string): string | null => {
    const key = nameKey(heading);
    const named = spec.columns.find(
      (column) =>
        nameKey(column.heading) === key || column.otherNames.some((other) => nameKey(other) === key),
    );
    // A heading of the sheet that is read as no column of the list is a column of its own.
    const isElsewhere = raw.hasHeading(heading) && !(named && isReadFrom(named.key, heading));
    return named && !isElsewhere && base.has(named.key) ? named.key : null;
  };
  const isReadFrom = (key: string, heading: string): boolean =>
    parts.some(({ sheet, headerRow }, part) => {
      const letter = base.columnLetter(key, part);
      const at = columnOf(sheet, headerRow, heading);
      return letter !== null && at >= 0 && columnLetters(sheet.firstColumn + at) === letter;
    });
  return {
    ...raw,
    name,
    base,
    rowCount: base.rowCount,
    sheets: base.sheets,
    sheetOf: base.sheetOf,
    rowOf: base.rowOf,
    keyOf,
    children: () => base.children(),
    childCell: (row) => ids[row] ?? "",
  };
}

function cellsOf(parts: readonly Part[], sheetOf: Uint8Array | null, rowOf: Int32Array) {
  const partOf = (row: number): number => sheetOf?.[row] ?? 0;
  const letterOf = (heading: string, row: number): string => {
    const { sheet, headerRow } = parts[partOf(row)]!;
    return columnLetters(sheet.firstColumn + Math.max(0, columnOf(sheet, headerRow, heading)));
  };
  return {
    headings: [
      ...new Set(parts.flatMap(({ sheet, headerRow }) => (sheet.rows[headerRow] ?? []).map(cellText))),
    ].filter((heading) => heading !== ""),
    hasHeading: (heading: string) =>
      parts.some(({ sheet, headerRow }) => columnOf(sheet, headerRow, heading) >= 0),
    cell: (heading: string) => {
      const columns = parts.map(({ sheet, headerRow }) => columnOf(sheet, headerRow, heading));
      return (row: number): CellValue => {
        const part = partOf(row);
        const { sheet } = parts[part]!;
        return sheet.rows[rowOf[row]! - 1 - sheet.firstRow]?.[columns[part] ?? -1] ?? "";
      };
    },
    addressOf: (heading: string, row: number): string => `${letterOf(heading, row)}${rowOf[row]!}`,
    headingAddressOf: (heading: string, row: number): string => {
      const { sheet, headerRow } = parts[partOf(row)]!;
      return `${letterOf(heading, row)}${sheet.firstRow + headerRow + 1}`;
    },
  };
}

function columnOf(sheet: SheetValues, headerRow: number, heading: string): number {
  const wanted = nameKey(heading);
  return wanted === ""
    ? -1
    : (sheet.rows[headerRow] ?? []).findIndex((cell) => nameKey(cellText(cell)) === wanted);
}

function codesOf(rowCount: number, cell: (row: number) => CellValue): Int32Array {
  const codes = new Map<string, number>();
  let next = 0;
  return Int32Array.from({ length: rowCount }, (_, row) => {
    const id = cell(row);
    if (isBlank(id) || isNothing(id) || isExcelError(id)) return next++;
    const key = comparableId(id);
    let code = codes.get(key);
    if (code === undefined) codes.set(key, (code = next++));
    return code;
  });
}
