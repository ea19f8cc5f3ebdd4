/**
 * Writes assets/sample-extracts.json, what "Insert sample extracts" puts into a workbook, from
 * samples/clinic-2023-07.xlsx. Run it when the sample workbook changes: npx tsx scripts/makeSampleAsset.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Workbook, type Cell, type Worksheet } from "@cj-tech-master/excelts";
import { serialOf } from "../src/clinic/calendar/serials";

const ROOT = join(__dirname, "..");

/** A sheet of the sample, from A1. */
interface SampleSheet {
  readonly name: string;
  /** en-US number format of each column below its headings; "General" where it has none. */
  readonly formats: readonly string[];
  /** Cells that are formatted otherwise than their column: A1 address to format. */
  readonly cellFormats: Readonly<Record<string, string>>;
  /** Values row by row; dates as serials of the 1900 system, blank cells "". */
  readonly rows: readonly (readonly (string | number | boolean)[])[];
  readonly tables: readonly { readonly name: string; readonly address: string }[];
}

void main();

async function main(): Promise<void> {
  const workbook = new Workbook();
  await workbook.xlsx.load(readFileSync(join(ROOT, "samples", "clinic-2023-07.xlsx")));
  const sheets = workbook.worksheets.map(sampleSheet);
  writeFileSync(join(ROOT, "assets", "sample-extracts.json"), `${JSON.stringify({ sheets })}\n`);
}

function sampleSheet(sheet: Worksheet): SampleSheet {
  const columns = Array.from({ length: sheet.columnCount }, (_, index) => index + 1);
  const rows = Array.from({ length: sheet.rowCount }, (_, index) => index + 1);
  const formats = columns.map((column) => commonestFormat(sheet, column));
  const cellFormats: Record<string, string> = {};
  for (const row of rows) {
    for (const column of columns) {
      const cell = sheet.getCell(row, column);
      if (typeof valueOf(cell) === "number" && formatOf(cell) !== formats[column - 1])
        cellFormats[cell.address] = formatOf(cell);
    }
  }
  return {
    name: sheet.name,
    formats,
    cellFormats,
    rows: rows.map((row) => columns.map((column) => valueOf(sheet.getCell(row, column)))),
    tables: sheet.getTables().map(({ table }) => ({ name: table.name, address: table.tableRef ?? "" })),
  };
}

/** Text takes any format, so only the numbers and dates of a column say which is its own. */
function commonestFormat(sheet: Worksheet, column: number): string {
  const counts = new Map<string, number>();
  for (let row = 2; row <= sheet.rowCount; row++) {
    const cell = sheet.getCell(row, column);
    if (typeof valueOf(cell) === "number") counts.set(formatOf(cell), (counts.get(formatOf(cell)) ?? 0) + 1);
  }
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1]);
  return commonest?.[0] ?? "General";
}

function formatOf(cell: Cell): string {
  const format = typeof valueOf(cell) === "number" ? cell.numFmt : undefined;
  return (typeof format === "object" ? format.formatCode : format) ?? "General";
}

function valueOf(cell: Cell): string | number | boolean {
  const { value } = cell;
  if (value === null || value === undefined) return "";
  if (value instanceof Date) {
    return serialOf(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate());
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new Error(`${cell.address} of the sample holds something other than text, a number or a date.`);
}
