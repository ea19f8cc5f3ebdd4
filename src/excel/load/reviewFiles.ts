/** The review before a load: the files held against the workbook as it stands. Nothing is written. */
import type { FileOutcome } from "../../loading/fileSheets";
import type { LoadPlan, NotLoaded, SheetLoad } from "../../loading/loadPlan";
import { planLoad } from "../../loading/planLoad";
import { readWithSurvey } from "../read/readWorkbook";
import type { Survey } from "../read/survey";
import { type OnSheet, runInExcel } from "../host/run";
import { lookAtStanding } from "./standing";

/** Throws ClinicError; Cancelled. */
export async function reviewFiles(files: readonly FileOutcome[], signal?: AbortSignal): Promise<LoadPlan> {
  const { values, survey } = await readWithSurvey(undefined, signal);
  const plan = planLoad(
    files,
    values,
    survey.sheets.map(({ name }) => name),
  );
  return runInExcel("looking at the sheets to load", (context, onSheet) =>
    withRefusals(context, survey, plan, onSheet),
  );
}

async function withRefusals(
  context: Excel.RequestContext,
  survey: Survey,
  plan: LoadPlan,
  onSheet: OnSheet,
): Promise<LoadPlan> {
  const loads: SheetLoad[] = [];
  const notLoaded: NotLoaded[] = [...plan.notLoaded];
  const lookFrom = async (next: number): Promise<void> => {
    const load = plan.loads[next];
    if (!load) return;
    const { target } = load;
    const { refusal } =
      target.kind === "standing"
        ? await lookAtStanding(context, survey, { ...load, target }, onSheet)
        : { refusal: null };
    if (refusal) notLoaded.push({ file: load.file, fileSheet: load.fileSheet, kind: "refused", refusal });
    else loads.push(load);
    return lookFrom(next + 1);
  };
  await lookFrom(0);
  return { loads, notLoaded };
}
