/** The sample workbook in a simulated Excel, put there sheet by sheet with Excel's own API. */
import { newWorkbook, type SimulatedExcel } from "../../simulator";
import type { CellValue, TableValues } from "../../src/clinic/cells/worksheet";
import { readSample } from "../support/readSample";

export async function sampleInExcel(): Promise<SimulatedExcel> {
  const excel = newWorkbook();
  excel.install();
  const { sheets, settings } = await readSample();
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    for (const { name, rows } of sheets) {
      worksheets.add(name).getRangeByIndexes(0, 0, rows.length, rows[0]?.length ?? 1).values = typed(rows);
    }
    const sheet = worksheets.add("Clinic Settings");
    sheet.getRange("A1").values = [["Clinic Settings"]];
    for (const table of settings) addTable(sheet, table);
    worksheets.getItem("Sheet1").delete();
    await context.sync();
  });
  return excel;
}

function addTable(
  sheet: Excel.Worksheet,
  { name, headerRow, firstColumn, headings, rows, formats }: TableValues,
): void {
  const range = sheet.getRangeByIndexes(headerRow, firstColumn, rows.length + 1, headings.length);
  range.values = typed([headings, ...rows]);
  sheet.tables.add(range, true).name = name;
  if (formats) {
    sheet.getRangeByIndexes(headerRow + 1, firstColumn, rows.length, headings.length).numberFormat =
      formats.map((row) => [...row]);
  }
}

/** Texts behind an apostrophe, so that Excel takes none for a number or a date. */
function typed(rows: readonly (readonly CellValue[])[]): CellValue[][] {
  return rows.map((row) => row.map((cell) => (typeof cell === "string" && cell !== "" ? `'${cell}` : cell)));
}
