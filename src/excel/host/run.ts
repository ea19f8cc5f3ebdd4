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
    const context = await patientContext();
    const result = await batch(context, (name) => {
      sheet = name;
    });
    await context.sync();
    return result;
  } catch (error) {
    throw explainError(error, { step, sheet });
  }
}

/**
 * A context whose requests wait for the user to leave a cell. Inside `Excel.run` Excel keeps every range that is asked for
 * and takes it back at the end: three more actions each, of thousands. In this context a range is good for the request that
 * asks for it, and what it loaded can still be read. `Excel.run` is only told of the context, and gives up before it
 * sends anything: it is the one way to ask for that patience.
 */
async function patientContext(): Promise<Excel.RequestContext> {
  const context = new Excel.RequestContext();
  const told = new Error("told");
  try {
    await Excel.run({ delayForCellEdit: true, previousObjects: context }, () => Promise.reject(told));
  } catch (error) {
    if (error !== told) throw error;
  }
  return context;
}
