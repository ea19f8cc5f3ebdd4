/** The small workbooks beside this file: each was once read wrongly. */
import path from "node:path";
import { openWorkbook, type SimulatedExcel } from "../../simulator";
import { calculateClinic } from "../../src/clinic/calculate/calculateClinic";
import { serialOf } from "../../src/clinic/calendar/serials";
import type { TableValues } from "../../src/clinic/cells/worksheet";
import type { ClinicReport } from "../../src/clinic/report";
import { readWorkbook } from "../../src/excel/read/readWorkbook";

const TODAY = serialOf(2023, 8, 1);

/** The workbook in the simulated Excel, with the client on it. */
export async function openCase(name: string): Promise<SimulatedExcel> {
  const excel = await openWorkbook(path.join(__dirname, `${name}.xlsx`));
  excel.install();
  return excel;
}

/** What a build would make of it for July, on 1 August 2023. */
export async function reportOfCase(name: string): Promise<ClinicReport> {
  await openCase(name);
  return calculateClinic({ ...(await readWorkbook()), settings: [JULY] }, TODAY);
}

const JULY: TableValues = {
  name: "ClinicOptions",
  sheet: "Clinic Settings",
  headerRow: 2,
  firstColumn: 0,
  headings: ["Setting", "Value"],
  rows: [["Reporting month", "2023-07"]],
};
