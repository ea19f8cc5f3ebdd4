/** Reads, reviews and loads files for the pane: brought in, libraries and all, when a file is first chosen. */
import { explainError } from "../../excel/host/excelError";
import { loadFiles as loadInExcel } from "../../excel/load/loadFiles";
import { reviewFiles as reviewInExcel } from "../../excel/load/reviewFiles";
import type { FileOutcome } from "../../loading/fileSheets";
import type { LoadPlan } from "../../loading/loadPlan";
import type { ChosenFile, LoadingProgress, LoadResult } from "../ports";
import { problemOf } from "../state/problem";
import { readApart } from "./readApart";

/** One file after the other: each takes its memory. */
export async function reviewFiles(files: readonly ChosenFile[]): Promise<LoadPlan> {
  const outcomes: FileOutcome[] = [];
  for (const file of files) {
    outcomes.push(await outcomeOf(file));
  }
  return reviewInExcel(outcomes);
}

async function outcomeOf({ name, bytes }: ChosenFile): Promise<FileOutcome> {
  try {
    return await readApart({ name, bytes: await bytes() });
  } catch {
    return { file: name, refused: OUT_OF_REACH };
  }
}

/** Open in another program, or on a network drive or in the cloud and not on this machine. */
const OUT_OF_REACH = {
  why: "The file cannot be opened.",
  whatToDo: "Check that it is on this machine and open in no other program, then choose it again.",
};

export async function loadFiles(
  plan: LoadPlan,
  onProgress: (progress: LoadingProgress) => void,
  signal: AbortSignal,
): Promise<LoadResult> {
  const outcome = await loadInExcel(plan, {
    onProgress: (done, of, name) => onProgress({ done, of, name }),
    signal,
  });
  const { problem } = outcome;
  return {
    loaded: outcome.loaded,
    notLoaded: outcome.notLoaded,
    problem: problem && problemOf(explainError(problem, { step: "loading files", sheet: null })),
  };
}
