/** Tables of the pack as they stand, for worksheet functions and the pane: one read a build. */
import type { TableValues } from "../clinic/extracts/worksheet";
import { BUILD_KEY, type LastBuild, lastBuildFrom } from "./lastBuild";
import { type Region, readRegions } from "./readRegions";
import { bodyOf, tableValues } from "./readWorkbook";
import { runInExcel } from "./run";
import { surveyWorkbook } from "./survey";

export interface PackTables {
  /** Those of the tables asked for that exist, with the rows of their bodies. */
  readonly tables: readonly TableValues[];
  /** null before the first build. */
  readonly lastBuild: LastBuild | null;
  readonly date1904: boolean;
}

/** @param names tables, such as "Clinic_history" or "ClinicTeams". Throws ClinicError. */
export async function readPackTables(names: readonly string[]): Promise<PackTables> {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return runInExcel("reading the clinic tables", async (context, onSheet) => {
    const survey = await surveyWorkbook(context, onSheet, [BUILD_KEY]);
    const tables = survey.tables.filter((table) => wanted.has(table.name.toLowerCase()));
    const regions = tables.map((table): Region => ({
      sheetId: table.sheetId,
      sheet: table.name,
      area: bodyOf(table),
    }));
    const rows = await readRegions(context, regions, { onSheet });
    return {
      tables: tables.map((table, i) => tableValues(survey, table, rows[i] ?? [])),
      lastBuild: lastBuildFrom(survey.kept.get(BUILD_KEY)),
      date1904: survey.date1904,
    };
  });
}
