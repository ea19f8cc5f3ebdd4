/** What a load that was broken off has left is finished or removed: at the pane's start, and before every load. */
import { writingNow } from "../host/oneAtATime";
import { surveyWorkbook } from "../read/survey";
import { runInExcel } from "../host/run";
import { finishChangeOver, removeStaging } from "../read/changeOver";

/** Nothing is done while the add-in writes: what stands is then not left over. Throws ClinicError. */
export async function tidyAtStart(): Promise<void> {
  if (writingNow() === null) await tidyAfterLoading();
}

export async function tidyAfterLoading(): Promise<void> {
  await runInExcel("tidying up after a load", async (context, onSheet) => {
    const survey = await surveyWorkbook(context, onSheet);
    if (!(await finishChangeOver(context, survey))) await removeStaging(context, survey);
  });
}
