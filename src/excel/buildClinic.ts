/** A build: read, calculate, plan, write; then those who show its figures are told. */
import { calculateInSteps } from "../clinic/calculate/calculateClinic";
import { serialOf } from "../clinic/calendar/serials";
import type { WorkbookValues } from "../clinic/cells/worksheet";
import type { MonthQuestion } from "../clinic/findings";
import type { ClinicReport } from "../clinic/report";
import { settingsRows } from "../clinic/settings/settingsRows";
import { foundByBuild } from "../pages/foundByBuild";
import { planWorkbook } from "../pages/planWorkbook";
import { runInSlices } from "./host/breathe";
import { announceBuilt } from "./buildEvents";
import { Cancelled, stopIfCancelled } from "./host/cancel";
import { installationId } from "./host/installation";
import { BUILD_KEY, type LastBuild, lastBuildFrom, lastBuildText } from "./host/lastBuild";
import { oneAtATime } from "./host/oneAtATime";
import { readWithSurvey } from "./read/readWorkbook";
import { refuseClaimed } from "./write/keepClaim";
import { showFirstPage, writePlan } from "./write/writePlan";

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
  /** "yes" = the analyst's yes to `MonthQuestion`; "ask" unless given: then nothing is written and the outcome says so. */
  readonly replaceMonth?: "ask" | "yes";
  /** The analyst knows that the colleague whose claim on the workbook still holds is not building. */
  readonly buildAnyway?: boolean;
  /** Which computer this is, for co-authors; a name kept on it unless given. */
  readonly installation?: string;
  /** By which claims run out: milliseconds since 1970; the computer's own unless given. */
  readonly clock?: () => number;
}

export type BuildOutcome =
  | {
      /** incomplete = cancelled while writing: the pages say so, and the next build puts them right. */
      readonly state: "complete" | "incomplete";
      readonly report: ClinicReport;
      readonly sheetsWritten: readonly string[];
      /** Extract sheets that somebody changed meanwhile: the Summary says so. */
      readonly changedExtracts: readonly string[];
      /** Excel refused the page setup: `toldAfterBuild` says it. */
      readonly paperRefused: boolean;
      /** Settings tables whose filter was cleared, as rows were added: `toldAfterBuild` says it. */
      readonly filtersCleared: readonly string[];
      /** Serial with the time of day. */
      readonly builtAt: number;
    }
  | {
      /** Nothing was written: the month's question wants a yes (`replaceMonth`). */
      readonly state: "month-to-confirm";
      readonly question: MonthQuestion;
      readonly report: ClinicReport;
      readonly sheetsWritten: readonly [];
    }
  | {
      /** The last pack stands as it was. */
      readonly state: "cancelled-before-writing";
      readonly report: null;
      readonly sheetsWritten: readonly [];
    };

/** Throws ClinicError (Excel, the workbook or another build stands in the way) or CannotBuild (no figure can be made). */
export async function buildClinic(options: BuildOptions = {}): Promise<BuildOutcome> {
  try {
    return await oneAtATime("build", () => build(options));
  } catch (error) {
    if (error instanceof Cancelled)
      return { state: "cancelled-before-writing", report: null, sheetsWritten: [] };
    throw error;
  }
}

async function build(options: BuildOptions): Promise<BuildOutcome> {
  const { today, now = clockNow(), onProgress, signal, replaceMonth = "ask", buildAnyway = false } = options;
  const { installation: by = installationId(), clock = Date.now } = options;
  const tell = (step: BuildProgress["step"], done: number, of: number, text: string) =>
    onProgress?.({ step, done, of, text });
  tell("reading", 0, 1, "Reading the extract sheets");
  const { values, survey, extracts } = await readWithSurvey(
    (done, of) => tell("reading", done, of, "Reading the extract sheets"),
    signal,
    "extracts",
  );
  if (!buildAnyway) refuseClaimed(survey, { by, clock });
  tell("calculating", 0, 1, "Calculating the figures");
  const report = await calculate(
    values,
    today ?? Math.floor(now),
    (text) => tell("calculating", 0, 1, text),
    signal,
  );
  stopIfCancelled(signal);
  const question =
    replaceMonth === "yes" ? null : questionBefore(report, lastBuildFrom(survey.kept.get(BUILD_KEY)));
  if (question !== null) return { state: "month-to-confirm", question, report, sheetsWritten: [] };
  tell("writing", 0, 1, "Writing the clinic sheets");
  const settings = settingsRows(values.settings, foundByBuild(report));
  const built = { month: report.month, builtAt: now, monthOfExtracts: report.monthOfExtracts };
  const { sheetsWritten, state, changedExtracts, paperRefused, filtersCleared } = await writePlan(
    planWorkbook(report, { at: now, settings }),
    {
      signal,
      onProgress: (done, of) => tell("writing", done, of, "Writing the clinic sheets"),
      keep: {
        key: BUILD_KEY,
        started: lastBuildText({ ...built, state: "incomplete" }),
        finished: lastBuildText({ ...built, state: "complete" }),
      },
      extracts,
      claim: { by, anyway: buildAnyway, clock, lastBuild: survey.kept.get(BUILD_KEY) },
    },
  );
  const [first] = sheetsWritten;
  if (state === "complete" && first !== undefined) await showFirstPage(first);
  announceBuilt();
  return { state, report, sheetsWritten, changedExtracts, paperRefused, filtersCleared, builtAt: now };
}

/** What is asked before the month is built; the retry of an interrupted build was asked when it first began. */
export function questionBefore(
  { month, monthOfExtracts, monthQuestion }: ClinicReport,
  last: LastBuild | null,
): MonthQuestion | null {
  const isRetry =
    last?.state === "incomplete" &&
    last.month === month &&
    (last.monthOfExtracts === undefined || last.monthOfExtracts === monthOfExtracts);
  return isRetry ? null : monthQuestion;
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
