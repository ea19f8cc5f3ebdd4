/** Puts given sheets of values into the workbook as new sheets: for the sample extracts. Never over a sheet that stands. */
import type { CellValue } from "../clinic/extracts/worksheet";
import { textForExcel } from "./cellText";
import { ClinicError } from "./clinicError";
import { sameName } from "./ourSheets";
import { groupJobs, sendGroups, CALL_BYTES, bytesOf } from "./requests";
import { runInExcel } from "./run";
import { setNumberFormat } from "./writeCells";

export interface SampleSheet {
  readonly name: string;
  /** Cells from A1; all rows of one length. */
  readonly rows: readonly (readonly CellValue[])[];
  /** Number format of a column's cells, by zero-based column; text columns are "@". */
  readonly formats: Readonly<Record<number, string>>;
}

/** Throws ClinicError, before anything is written, when a sheet of one of the names stands. */
export async function insertSample(samples: readonly SampleSheet[]): Promise<void> {
  await runInExcel("inserting the sample", async (context, onSheet) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    const taken = samples.find(({ name }) => worksheets.items.some((sheet) => sameName(sheet.name, name)));
    if (taken) throw sheetStands(taken.name);
    const jobs = samples.map((sample) => ({
      sheet: sample.name,
      bytes: CALL_BYTES * 4 + bytesOf(sample.rows.map((row) => row.map(String))),
      write: () => writeSample(worksheets.add(sample.name), sample),
    }));
    await sendGroups(context, groupJobs(jobs), { onSheet, onSent: () => undefined });
  });
}

function writeSample(sheet: Excel.Worksheet, { rows, formats }: SampleSheet): void {
  const columns = rows[0]?.length ?? 0;
  if (columns === 0) return;
  sheet.getRangeByIndexes(0, 0, rows.length, columns).values = rows.map((row) =>
    row.map((cell) => (typeof cell === "string" ? textForExcel(cell) : cell)),
  );
  for (const [column, format] of Object.entries(formats)) {
    setNumberFormat(sheet.getRangeByIndexes(0, Number(column), rows.length, 1), format);
  }
}

function sheetStands(name: string): ClinicError {
  return new ClinicError(
    `The workbook already has a sheet called "${name}".`,
    "Open a new, empty workbook for the sample.",
    `Code SheetStands, sheet "${name}".`,
  );
}
