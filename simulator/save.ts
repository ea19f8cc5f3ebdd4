/** A workbook as a file, its formulas worked out first. */
import { calculate } from "./calculation/calculate";
import type { Workbook } from "./model/workbook";
import { writeXlsx } from "./xlsx/write";

export async function saveXlsx(workbook: Workbook): Promise<Uint8Array> {
  if (workbook.calculationMode !== "Manual") calculate(workbook);
  return writeXlsx(workbook);
}
