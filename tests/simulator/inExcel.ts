/** A new simulated workbook with the client on it, and a way to expect what Excel refuses. */
import { newWorkbook, type SimulatedExcel } from "../../simulator/index";

export function freshExcel(): SimulatedExcel {
  const excel = newWorkbook();
  excel.install();
  return excel;
}

/** The error code that a batch is refused with; "none" where it is not. */
export async function codeOf(batch: (context: Excel.RequestContext) => Promise<unknown>): Promise<string> {
  try {
    await Excel.run(async (context) => {
      await batch(context);
      await context.sync();
    });
    return "none";
  } catch (error) {
    return error instanceof OfficeExtension.Error ? error.code : String(error);
  }
}

/** Values of a range after everything before it is done. */
export async function valuesAt(sheet: string, address: string): Promise<unknown[][]> {
  return read(sheet, address, "values");
}

export async function formulasAt(sheet: string, address: string): Promise<unknown[][]> {
  return read(sheet, address, "formulas");
}

async function read(sheet: string, address: string, property: "values" | "formulas"): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load(property);
    await context.sync();
    return range[property] as unknown[][];
  });
}

/** Writes a block at A1 of Sheet1. */
export async function fill(values: readonly (readonly unknown[])[], address: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange(address).values = values as unknown[][] as never;
    await context.sync();
  });
}
