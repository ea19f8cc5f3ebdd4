/** The pane's edits of Clinic Settings: single cells, in the workbook, where the analyst sees them. */
import { DAYS_1904 } from "../clinic/calendar/serials";
import type { IndicatorId } from "../clinic/indicators/ids";
import { settingsRows } from "../clinic/settings/settingsRows";
import type { SETTINGS_TABLES, SettingsTableName } from "../clinic/settings/settingsTable";
import { planWorkbook } from "../pages/planWorkbook";
import { calculate, clockNow } from "./buildClinic";
import { textForExcel } from "./cellText";
import { ClinicError } from "./clinicError";
import { SETTINGS_PAGE } from "./marks";
import { readWorkbook } from "./readWorkbook";
import { runInExcel } from "./run";
import { type CellEdit, editCells, type SettingsEdit, type SettingValue } from "./settingsEdits";
import { type Survey, surveyWorkbook, type TableFound } from "./survey";
import { setNumberFormat, TEXT_FORMAT } from "./writeCells";
import { writePlan } from "./writePlan";

/** `setting`: a row of ClinicOptions, such as OPTION_NAMES.month. */
export function setOption(setting: string, value: SettingValue): Promise<void> {
  return saveSettings([{ act: "set", table: "ClinicOptions", key: setting, heading: "Value", value }]);
}

export type TargetColumn = Exclude<(typeof SETTINGS_TABLES.ClinicTargets)[number], "ID">;

/** Percents in points (90): the cell's own percent format is taken away. */
export function setTarget(id: IndicatorId, heading: TargetColumn, value: SettingValue): Promise<void> {
  return saveSettings([{ act: "set", table: "ClinicTargets", key: id, heading, value }]);
}

export type TeamColumn = Exclude<(typeof SETTINGS_TABLES.ClinicTeams)[number], "Team">;

/** `team`: its full name. */
export function setTeam(team: string, heading: TeamColumn, value: SettingValue): Promise<void> {
  return saveSettings([{ act: "set", table: "ClinicTeams", key: team, heading, value }]);
}

/** From now on a cell that says `met` means `team`: it is one of the team's other names. */
export function mapTeam(met: string, team: string): Promise<void> {
  return saveSettings([
    { act: "add-name", table: "ClinicTeams", key: team, heading: "Also known as", name: met },
  ]);
}

/** A new row of ClinicTeams; a team that stands there is given what is new. */
export function addTeam(name: string, entries: Readonly<Partial<Record<TeamColumn, string>>>): Promise<void> {
  const columns = Object.entries({ "In clinic tables": "Yes", ...entries });
  return saveSettings(
    columns.map(([heading, value]) => ({ act: "set", table: "ClinicTeams", key: name, heading, value })),
  );
}

/** All edits in one request; Clinic Settings is made first where it, or a table of it, is missing. Throws ClinicError, CannotBuild. */
export async function saveSettings(edits: readonly SettingsEdit[]): Promise<void> {
  if (!(await tryToSave(edits))) {
    await makeSettings();
    if (!(await tryToSave(edits))) throw noSettings();
  }
}

/** Writes Clinic Settings, and nothing else, with the defaults for what the extracts hold. Throws ClinicError, CannotBuild. */
export async function makeSettings(): Promise<void> {
  const now = clockNow();
  const values = await readWorkbook();
  const report = await calculate(values, Math.floor(now), () => undefined);
  const plan = planWorkbook(report, {
    at: now,
    settings: settingsRows(values.settings, report.settings.teams),
  });
  await writePlan({ ...plan, sheets: plan.sheets.filter((sheet) => sheet.page === SETTINGS_PAGE) });
}

/** false when a table is missing: nothing has then been written. */
async function tryToSave(edits: readonly SettingsEdit[]): Promise<boolean> {
  return runInExcel("saving a setting", async (context, onSheet) => {
    const survey = await surveyWorkbook(context, onSheet);
    const names = [...new Set(edits.map((edit) => edit.table))];
    const tables = names.flatMap((name) => tableNamed(survey, name) ?? []);
    if (tables.length < names.length) return false;
    for (const table of tables) {
      const sheet = survey.sheets.find(({ id }) => id === table.sheetId);
      if (sheet?.isProtected) throw isProtected(sheet.name);
      const own = edits.filter((edit) => edit.table.toLowerCase() === table.name.toLowerCase());
      writeEdits(context, survey, table, own);
    }
    await context.sync();
    return true;
  });
}

function writeEdits(
  context: Excel.RequestContext,
  survey: Survey,
  table: TableFound,
  edits: readonly SettingsEdit[],
): void {
  const sheet = context.workbook.worksheets.getItem(table.sheetId);
  const { cells, addedRows } = editCells(table, edits);
  if (addedRows > 0) {
    const blank = Array.from({ length: addedRows }, () => table.headings.map(() => ""));
    sheet.tables.getItem(table.name).rows.add(undefined, blank);
  }
  for (const { row, column, value } of cells) {
    const range = sheet.getRangeByIndexes(table.area.row + 1 + row, table.area.column + column, 1, 1);
    writeValue(range, value, survey.date1904);
  }
}

/** The format is part of what is meant: 90 in a percent's cell would be 9000%, Jul-23 in a general one a day. */
function writeValue(range: Excel.Range, value: CellEdit["value"], date1904: boolean): void {
  if (value === null) {
    range.values = [[""]];
  } else if (typeof value === "string") {
    setNumberFormat(range, "General");
    range.values = [[textForExcel(value)]];
    setNumberFormat(range, TEXT_FORMAT);
  } else if (typeof value === "number") {
    setNumberFormat(range, "General");
    range.values = [[value]];
  } else {
    setNumberFormat(range, "dd/mm/yyyy");
    range.values = [[date1904 ? value.date - DAYS_1904 : value.date]];
  }
}

function tableNamed(survey: Survey, name: SettingsTableName): TableFound | undefined {
  return survey.tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
}

function isProtected(sheet: string): ClinicError {
  return new ClinicError(
    `The sheet "${sheet}" is protected, so the setting cannot be saved.`,
    "Choose Review, then Unprotect Sheet on that sheet, then try again.",
    `Code SheetProtected, sheet "${sheet}".`,
  );
}

function noSettings(): ClinicError {
  return new ClinicError(
    "A table of Clinic Settings is missing and could not be made.",
    "Delete the sheet Clinic Settings if it stands without its four tables, then try again.",
    "Code SettingsTableMissing.",
  );
}
