/** A build: read, calculate, plan, write; then those who show its figures are told. */
import { calculateInSteps } from "../clinic/calculate/calculateClinic";
import { serialOf } from "../clinic/calendar/serials";
import type { WorkbookValues } from "../clinic/extracts/worksheet";
import type { ClinicReport } from "../clinic/report";
import { settingsRows } from "../clinic/settings/settingsRows";
import { planWorkbook } from "../pages/planWorkbook";
import { runInSlices } from "./breathe";
import { announceBuilt } from "./buildEvents";
import { Cancelled, stopIfCancelled } from "./cancel";
import { BUILD_KEY, lastBuildText } from "./lastBuild";
import { readWorkbook } from "./readWorkbook";
import { showFirstPage, writePlan } from "./writePlan";

export interface BuildProgress {
  readonly step: "reading" | "calculating" | "writing";
  readonly done: number;
  readonly of: number;
  /** In plain words: "Reading the extract sheets". */
  readonly text: string;
}

export interface BuildOptions {
  /** Serial of the day of the build; the computer's own date unless given. */
  readonly today?: number;
  /** Serial with the time of day, shown as "built"; the computer's own clock unless given. */
  readonly now?: number;
  readonly onProgress?: (progress: BuildProgress) => void;
  readonly signal?: AbortSignal;
}

export type BuildOutcome =
  | {
      /** incomplete = cancelled while writing: the pages say so, and the next build puts them right. */
      readonly state: "complete" | "incomplete";
      readonly report: ClinicReport;
      readonly sheetsWritten: readonly string[];
      /** Serial with the time of day. */
      readonly builtAt: number;
    }
  | {
      /** The last pack stands as it was. */
      readonly state: "cancelled-before-writing";
      readonly report: null;
      readonly sheetsWritten: readonly [];
    };

/** Throws ClinicError (Excel or the workbook stands in the way) or CannotBuild (no figure can be made). */
export async function buildClinic(options: BuildOptions = {}): Promise<BuildOutcome> {
  try {
    return await build(options);
  } catch (error) {
    if (error instanceof Cancelled)
      return { state: "cancelled-before-writing", report: null, sheetsWritten: [] };
    throw error;
  }
}

async function build({ today, now = clockNow(), onProgress, signal }: BuildOptions): Promise<BuildOutcome> {
  const tell = (step: BuildProgress["step"], done: number, of: number, text: string) =>
    onProgress?.({ step, done, of, text });
  tell("reading", 0, 1, "Reading the extract sheets");
  const values = await readWorkbook(
    (done, of) => tell("reading", done, of, "Reading the extract sheets"),
    signal,
  );
  tell("calculating", 0, 1, "Calculating the figures");
  const report = await calculate(
    values,
    today ?? Math.floor(now),
    (text) => tell("calculating", 0, 1, text),
    signal,
  );
  stopIfCancelled(signal);
  tell("writing", 0, 1, "Writing the clinic sheets");
  const settings = settingsRows(values.settings, report.settings.teams);
  const built = { month: report.month, builtAt: now };
  const { sheetsWritten, state } = await writePlan(planWorkbook(report, { at: now, settings }), {
    signal,
    onProgress: (done, of) => tell("writing", done, of, "Writing the clinic sheets"),
    keep: {
      key: BUILD_KEY,
      started: lastBuildText({ ...built, state: "incomplete" }),
      finished: lastBuildText({ ...built, state: "complete" }),
    },
  });
  const [first] = sheetsWritten;
  if (state === "complete" && first !== undefined) await showFirstPage(first);
  announceBuilt();
  return { state, report, sheetsWritten, builtAt: now };
}

/** The report of what was read, in slices between which the pane can breathe. */
export function calculate(
  values: WorkbookValues,
  today: number,
  onStep: (step: string) => void,
  signal?: AbortSignal,
): Promise<ClinicReport> {
  return runInSlices(calculateInSteps(values, today), onStep, signal);
}

/** The day and time on the analyst's own clock, as Excel counts them. */
export function clockNow(): number {
  const now = new Date();
  const day = serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  return day + (now.getHours() * 60 + now.getMinutes()) / 1440;
}
