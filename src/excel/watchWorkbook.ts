/** Tells when the sheets change, whoever changed them; our own builds are silent while they write. */
import { onClinicBuilt } from "./buildEvents";
import { explainError } from "./host/excelError";
import { runInExcel } from "./host/run";

/** Typing a column of cells is one change. Milliseconds. */
const QUIET = 800;

/** Calls back once things have been quiet for a moment. Resolves to a way to stop. Throws ClinicError. */
export async function watchWorkbook(onChange: () => void): Promise<() => Promise<void>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET);
    return Promise.resolve();
  };
  const stopHearing = onClinicBuilt(() => void changed());
  const registered = await runInExcel("watching the sheets", async (context) => {
    const { worksheets } = context.workbook;
    const handlers = [
      worksheets.onChanged.add(changed),
      worksheets.onAdded.add(changed),
      worksheets.onDeleted.add(changed),
    ];
    await context.sync();
    return handlers;
  });
  const renames = await watchRenames(changed);
  return async () => {
    clearTimeout(timer);
    stopHearing();
    await stopListening(registered);
    await renames();
  };
}

/** Renaming is told of from ExcelApi 1.17 on; before, a renamed sheet is found at the next look. */
async function watchRenames(changed: () => Promise<void>): Promise<() => Promise<void>> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.17")) return () => Promise.resolve();
  const handler = await runInExcel("watching the sheets' names", async (context) => {
    const added = context.workbook.worksheets.onNameChanged.add(changed);
    await context.sync();
    return added;
  });
  return () => stopListening([handler]);
}

/** A handler can only be taken away in the context that added it. */
async function stopListening(
  handlers: readonly OfficeExtension.EventHandlerResult<unknown>[],
): Promise<void> {
  const [first] = handlers;
  if (!first) return;
  try {
    await Excel.run(first.context, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    });
  } catch (error) {
    throw explainError(error, { step: "no longer watching the sheets", sheet: null });
  }
}
