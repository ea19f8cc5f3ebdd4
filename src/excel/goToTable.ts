/** Shows the analyst a line of one of the pack's tables, wherever on its sheet the table stands now. */
import { ClinicError } from "./host/clinicError";
import { runInExcel } from "./host/run";

/** `line`: a row of the body counted from 0, or the totals row. Throws ClinicError. */
export async function goToTable(tableName: string, line: number | "total"): Promise<void> {
  await runInExcel("going to a table", async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(tableName);
    table.load("showTotals");
    await context.sync();
    if (table.isNullObject) throw tableGone(tableName);
    const body = table.getDataBodyRange();
    body.load("rowCount");
    table.worksheet.load("visibility");
    await context.sync();
    if (table.worksheet.visibility !== "Visible") table.worksheet.visibility = "Visible";
    table.worksheet.activate();
    const range =
      line === "total"
        ? table.showTotals
          ? table.getTotalRowRange()
          : body.getLastRow()
        : body.getRow(Math.min(line, body.rowCount - 1));
    range.select();
    await context.sync();
  });
}

function tableGone(tableName: string): ClinicError {
  return new ClinicError(
    "The table of this figure is no longer in the workbook.",
    "Build the clinic tables again.",
    `Code TableGone, table "${tableName}".`,
  );
}
