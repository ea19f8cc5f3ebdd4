/** Shows the analyst a place in the workbook. */
import { ClinicError } from "./host/clinicError";
import { runInExcel } from "./host/run";

/** Activates the sheet (made visible when it is hidden) and selects the cell or range. Throws ClinicError. */
export async function goTo(sheetName: string, cell: string): Promise<void> {
  await runInExcel("going to a cell", async (context, onSheet) => {
    onSheet(sheetName);
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
    sheet.load("visibility");
    await context.sync();
    if (sheet.isNullObject) {
      throw new ClinicError(
        `There is no sheet "${sheetName}" any more.`,
        "Look again at the extracts, or build again.",
        `Code SheetGone, sheet "${sheetName}".`,
      );
    }
    if (sheet.visibility !== "Visible") sheet.visibility = "Visible";
    sheet.activate();
    sheet.getRange(cell === "" ? "A1" : cell).select();
    await context.sync();
  });
}
