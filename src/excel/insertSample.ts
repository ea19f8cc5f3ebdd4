/** Puts given sheets of values into the workbook as new sheets: for the sample extracts. Never over a sheet that stands. */
import { listSpec } from "../clinic/lists/lists";
import type { CellValue } from "../clinic/cells/worksheet";
import { setNumberFormat, textForExcel } from "./host/cellText";
import { ClinicError } from "./host/clinicError";
import { oneAtATime } from "./host/oneAtATime";
import { sameName } from "./read/ourSheets";
import { groupJobs, sendGroups, CALL_BYTES, bytesOf } from "./host/requests";
import { runInExcel } from "./host/run";

export interface SampleSheet {
  readonly name: string;
  /** Cells from A1; all rows of one length. */
  readonly rows: readonly (readonly CellValue[])[];
  /** Number format of a column's cells, by zero-based column; text columns are "@". */
  readonly formats: Readonly<Record<number, string>>;
}

/** Throws ClinicError, before anything is written, when a sheet of one of the names stands or something else is writing. */
export function insertSample(samples: readonly SampleSheet[]): Promise<void> {
  return oneAtATime("sample", () =>
    insertSheets(samples, "inserting the sample", "Open a new, empty workbook for the sample."),
  );
}

/**
 * A sheet of its own for figures to paste into. Throws ClinicError, before anything is written, when a sheet of that
 * name stands.
 */
export function insertPastFigures(rows: SampleSheet["rows"]): Promise<void> {
  const { name } = listSpec("past-figures");
  return oneAtATime("sample", () =>
    insertSheets(
      [{ name, rows, formats: {} }],
      `inserting ${name}`,
      "Paste the figures into that sheet, or rename it and try again.",
    ),
  );
}

async function insertSheets(samples: readonly SampleSheet[], step: string, whenTaken: string): Promise<void> {
  await runInExcel(step, async (context, onSheet) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    const taken = samples.find(({ name }) => worksheets.items.some((sheet) => sameName(sheet.name, name)));
    if (taken) throw sheetStands(taken.name, whenTaken);
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

function sheetStands(name: string, whatToDo: string): ClinicError {
  return new ClinicError(
    `The workbook already has a sheet called "${name}".`,
    whatToDo,
    `Code SheetStands, sheet "${name}".`,
  );
}
