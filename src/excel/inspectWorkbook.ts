/** What the pane shows before a build: the lists found, the settings as entered, and the report they would make. Writes nothing. */
import { CannotBuild } from "../clinic/cannotBuild";
import { recogniseLists } from "../clinic/extracts/recognise";
import type { Recognition } from "../clinic/extracts/recognition";
import type { WorkbookValues } from "../clinic/cells/worksheet";
import { createIssueLog } from "../clinic/issues/issueLog";
import type { ClinicReport } from "../clinic/report";
import { type EnteredSettings, readSettings } from "../clinic/settings/readSettings";
import { createTeamDirectory, type TeamSuggestion } from "../clinic/teams/teams";
import { pagesOf } from "../pages/pageNames";
import { calculate, clockNow } from "./buildClinic";
import { BUILD_KEY, type LastBuild, lastBuildFrom } from "./host/lastBuild";
import { isStaging } from "./host/staging";
import { sheetOfPage } from "./read/ourSheets";
import { readWithSurvey } from "./read/readWorkbook";
import type { Survey } from "./read/survey";
import { ClinicError } from "./host/clinicError";

export interface Inspection {
  readonly values: WorkbookValues;
  readonly recognition: Recognition;
  readonly entered: EnteredSettings;
  /** What a build would report now; null when no figure can be made. */
  readonly report: ClinicReport | null;
  /** Why no figure can be made: a plain sentence. */
  readonly cannotBuild: string | null;
  /** Team names met in the extracts that no row of ClinicTeams has, with the one that each most resembles. */
  readonly unknownTeams: readonly TeamSuggestion[];
  /** Each page in its order: the sheet that it stands on, or null when a build makes it. */
  readonly pages: readonly { readonly page: string; readonly name: string; readonly sheet: string | null }[];
  readonly lastBuild: LastBuild | null;
  /** A load that was broken off has left its hidden sheet. */
  readonly loadLeftBehind: boolean;
}

/** @param today serial; the computer's own date unless given. Throws ClinicError; Cancelled. */
export async function inspectWorkbook(
  options: { readonly today?: number; readonly signal?: AbortSignal } = {},
): Promise<Inspection> {
  const { values, survey } = await readWithSurvey(undefined, options.signal);
  const today = options.today ?? Math.floor(clockNow());
  const entered = readSettings(values.settings, createIssueLog(), values.date1904);
  const made = await reportOrReason(values, today, options.signal);
  return {
    values,
    recognition: recogniseLists(values.sheets, values.choices, createIssueLog(), entered.columnMatches),
    entered,
    ...made,
    unknownTeams: suggestions(entered, made.report),
    pages: pagesOf(entered.catalogue).map(({ page, sheet }) => ({
      page,
      name: sheet,
      sheet: standingSheet(survey, page, sheet),
    })),
    loadLeftBehind: survey.sheets.some(({ name }) => isStaging(name)),
    lastBuild: lastBuildFrom(survey.kept.get(BUILD_KEY)),
  };
}

async function reportOrReason(
  values: WorkbookValues,
  today: number,
  signal: AbortSignal | undefined,
): Promise<{ readonly report: ClinicReport | null; readonly cannotBuild: string | null }> {
  try {
    return { report: await calculate(values, today, () => undefined, signal), cannotBuild: null };
  } catch (error) {
    if (error instanceof CannotBuild) return { report: null, cannotBuild: error.message };
    throw error;
  }
}

/** Before the first build there is no ClinicTeams to hold a name against. */
function suggestions(entered: EnteredSettings, report: ClinicReport | null): readonly TeamSuggestion[] {
  if (entered.teams.length === 0 || report === null) return [];
  const directory = createTeamDirectory(entered.teams);
  for (const team of report.settings.teams) if (team.origin === "unknown") directory.codeOf(team.name);
  return directory.suggestions();
}

/** A sheet of the user's with a page's name is told of at the build, which it stops. */
function standingSheet(survey: Survey, page: string, name: string): string | null {
  try {
    return sheetOfPage(survey, { page, name, tables: [] })?.name ?? null;
  } catch (error) {
    if (error instanceof ClinicError) return null;
    throw error;
  }
}
