/** The one way to Excel: every batch of the add-in goes through here. */
import { explainError } from "./excelError";

/** Says which sheet is being read or written, so that an error can name it; null = none in particular. */
export type OnSheet = (sheet: string | null) => void;

/**
 * Runs `batch` in Excel, waiting while the user is typing in a cell.
 * Throws ClinicError (or Cancelled, or CannotBuild, where the batch throws them); never an Office error.
 */
export async function runInExcel<Result>(
  step: string,
  batch: (context: Excel.RequestContext, onSheet: OnSheet) => Promise<Result>,
): Promise<Result> {
  let sheet: string | null = null;
  try {
    return await Excel.run({ delayForCellEdit: true }, (context) =>
      batch(context, (name) => {
        sheet = name;
      }),
    );
  } catch (error) {
    throw explainError(error, { step, sheet });
  }
}
