/** Reads an .xlsx into the values that a build is handed, with the library alone: no add-in code has a hand in it. */
import { Workbook, type Cell, type CellValue as StoredValue, type Worksheet } from "@cj-tech-master/excelts";
import path from "node:path";
import { cellText } from "../../src/clinic/cells/names";
import type { CellValue, SheetValues, TableValues, WorkbookValues } from "../../src/clinic/cells/worksheet";
import { ANALYST_TABLES } from "../../src/clinic/settings/settingsTables";

export const SAMPLE = path.resolve(__dirname, "../../samples/clinic-2023-07.xlsx");
const SETTINGS_TABLES = Object.keys(ANALYST_TABLES);
const HISTORY_TABLE = "Clinic_history";
const OWN_SHEET = /^Clinic /;

/** @param from a path, or the bytes of the file. */
export async function readSample(from: string | Uint8Array = SAMPLE): Promise<WorkbookValues> {
  const workbook = new Workbook();
  if (typeof from === "string") await workbook.xlsx.readFile(from);
  else await workbook.xlsx.load(from);
  const tables = workbook.worksheets.flatMap(tablesOf);
  return {
    sheets: workbook.worksheets.filter(({ name }) => !OWN_SHEET.test(name)).map(sheetOf),
    settings: tables.filter(({ name }) => SETTINGS_TABLES.includes(name)),
    history: tables.find(({ name }) => name === HISTORY_TABLE) ?? null,
    choices: {},
    date1904: workbook.properties.date1904 === true,
  };
}

/** What the columns of children's and workers' IDs hold. */
export function idsIn({ sheets }: WorkbookValues): readonly string[] {
  const isOfIds = (cell: CellValue): boolean => /Unique ID|Worker/.test(cellText(cell));
  return sheets.flatMap(({ rows }) => {
    const headings = rows.find((row) => row.some(isOfIds)) ?? [];
    const columns = headings.flatMap((cell, i) => (isOfIds(cell) ? [i] : []));
    return rows
      .slice(rows.indexOf(headings) + 1)
      .flatMap((row) => columns.map((i) => cellText(row[i] ?? "")));
  });
}

function sheetOf(sheet: Worksheet): SheetValues {
  return {
    name: sheet.name,
    firstRow: 0,
    firstColumn: 0,
    rows: block(sheet, 1, 1, sheet.rowCount, sheet.columnCount),
  };
}

function tablesOf(sheet: Worksheet): TableValues[] {
  return sheet.getTables().map((table) => {
    const [, left = "A", top = "1", right = "A", bottom = "1"] =
      /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(table.ref) ?? [];
    const [firstColumn, lastColumn] = [columnNumber(left), columnNumber(right)];
    const [headings = [], ...rows] = block(sheet, Number(top), firstColumn, Number(bottom), lastColumn);
    return {
      name: table.name,
      sheet: sheet.name,
      headerRow: Number(top) - 1,
      firstColumn: firstColumn - 1,
      headings: headings.map(String),
      rows,
      formats: rows.map((row, r) =>
        row.map((_, c) => formatOf(sheet.getCell(Number(top) + 1 + r, firstColumn + c).numFmt)),
      ),
    };
  });
}

function block(sheet: Worksheet, top: number, left: number, bottom: number, right: number): CellValue[][] {
  return Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (__, c) => valueOf(sheet.getCell(top + r, left + c))),
  );
}

function formatOf(format: string | { readonly formatCode: string } | undefined): string {
  return typeof format === "string" ? format : (format?.formatCode ?? "General");
}

/** Of merged cells only the first holds the value. */
function valueOf(cell: Cell): CellValue {
  return cell.isMerged && cell.master !== cell ? "" : plain(cell.value);
}

function plain(value: StoredValue): CellValue {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if ("error" in value) return value.error;
  throw new TypeError("Workbooks for tests hold only text, numbers, dates, errors and blanks.");
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
