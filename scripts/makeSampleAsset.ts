/**
 * Writes assets/sample-extracts.json, what "Insert sample extracts" puts into a workbook, from
 * samples/clinic-2023-07.xlsx. Run it when the sample workbook changes: npx tsx scripts/makeSampleAsset.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Workbook, type Cell, type Worksheet } from "@cj-tech-master/excelts";
import { monthLabel, monthOf } from "../src/clinic/calendar/months";
import { serialOf } from "../src/clinic/calendar/serials";
import type { SampleSheet } from "../src/excel/insertSample";
import type { SettingsEdit } from "../src/excel/settingsEdits";

const ROOT = join(__dirname, "..");

void main();

async function main(): Promise<void> {
  const workbook = new Workbook();
  await workbook.xlsx.load(readFileSync(join(ROOT, "samples", "clinic-2023-07.xlsx")));
  // Clinic Settings is no extract: the add-in makes it, and is told what its defaults cannot know.
  const extracts = workbook.worksheets.filter((sheet) => sheet.getTables().length === 0);
  const settings = workbook.worksheets.flatMap(sampleSettings);
  writeFileSync(
    join(ROOT, "assets", "sample-extracts.json"),
    `${JSON.stringify({ sheets: extracts.map(sampleSheet), settings })}\n`,
  );
}

/** The options that are filled in, and the rates' own populations. */
function sampleSettings(sheet: Worksheet): SettingsEdit[] {
  return sheet.getTables().flatMap(({ name, ref }) => {
    const [, left = "A", top = "1", bottom = "1"] = /^([A-Z])(\d+):[A-Z](\d+)$/.exec(ref) ?? [];
    const entries = (column: string, heading: string): SettingsEdit[] =>
      Array.from({ length: Number(bottom) - Number(top) }, (_, i) => Number(top) + 1 + i).flatMap((row) => {
        const key = String(valueOf(sheet.getCell(`${left}${row}`)));
        const value = valueOf(sheet.getCell(`${column}${row}`));
        if (value === "" || typeof value === "boolean") return [];
        return [{ act: "set", table: name as "ClinicOptions" | "ClinicTargets", key, heading, value }];
      });
    if (name === "ClinicOptions") return entries("B", "Value");
    return name === "ClinicTargets" ? entries("M", "Population") : [];
  });
}

function sampleSheet(sheet: Worksheet): SampleSheet {
  const columns = Array.from({ length: sheet.columnCount }, (_, index) => index + 1);
  const rows = Array.from({ length: sheet.rowCount }, (_, index) => index + 1);
  const formats = columns.map((column) => commonestFormat(sheet, column));
  return {
    name: sheet.name,
    formats: Object.fromEntries(
      formats.flatMap((format, column) => (format === "General" ? [] : [[column, format]])),
    ),
    rows: rows.map((row) =>
      columns.map((column) => {
        const cell = sheet.getCell(row, column);
        // A column has one format here: a heading that is a date in a column of counts becomes the text it shows.
        return formatOf(cell) === "mmm-yy" ? monthLabel(monthOf(Number(valueOf(cell)))) : valueOf(cell);
      }),
    ),
  };
}

/** Text takes any format, so only the numbers and dates of a column below its heading say which is its own. */
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
