/** The step of the pane that the analyst was at: kept in workbook.settings, so that the pane opens there again. */
import { runInExcel } from "./host/run";

const PANE_STEP_KEY = "clinic.paneStep";

/** What was kept; null when nothing was. Throws ClinicError. */
export async function savedPaneStep(): Promise<string | null> {
  return runInExcel("opening the pane", async (context) => {
    const kept = context.workbook.settings.getItemOrNullObject(PANE_STEP_KEY);
    kept.load("value");
    await context.sync();
    return kept.isNullObject ? null : String(kept.value);
  });
}

/** Throws ClinicError. */
export async function savePaneStep(step: string): Promise<void> {
  await runInExcel("keeping the pane's step", async (context) => {
    context.workbook.settings.add(PANE_STEP_KEY, step);
    await context.sync();
  });
}
