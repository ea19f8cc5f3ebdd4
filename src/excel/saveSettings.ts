/** The pane's edits of Clinic Settings: single cells, in the workbook, where the analyst sees them. */
import { DAYS_1904 } from "../clinic/calendar/serials";
import type { IndicatorId } from "../clinic/indicators/ids";
import { createIssueLog } from "../clinic/issues/issueLog";
import { readSettings } from "../clinic/settings/readSettings";
import { settingsRows, startingTarget } from "../clinic/settings/settingsRows";
import { foundByBuild } from "../pages/foundByBuild";
import type { SETTINGS_TABLES, SettingsTableName } from "../clinic/settings/settingsTables";
import { planWorkbook } from "../pages/planWorkbook";
import { calculate, clockNow } from "./buildClinic";
import { setNumberFormat, TEXT_FORMAT, textForExcel } from "./host/cellText";
import { ClinicError } from "./host/clinicError";
import { isAnalystsPage } from "./host/marks";
import { oneAtATime } from "./host/oneAtATime";
import { readWorkbook, settingsOf } from "./read/readWorkbook";
import { runInExcel } from "./host/run";
import { type CellEdit, editCells, type NewRow, type SettingsEdit, type SettingValue } from "./settingsEdits";
import { type Survey, surveyWorkbook, type TableFound } from "./read/survey";
import { writePlan } from "./write/writePlan";

export interface Saved {
  /** Tables whose filter was cleared, as a row had to be added; usually none. */
  readonly filtersCleared: readonly string[];
}

/** `setting`: a row of ClinicOptions, such as OPTION_NAMES.month. */
export function setOption(setting: string, value: SettingValue): Promise<Saved> {
  return saveSettings([{ act: "set", table: "ClinicOptions", key: setting, heading: "Value", value }]);
}

export type TargetColumn = Exclude<(typeof SETTINGS_TABLES.ClinicTargets)[number], "ID">;

/** Percents in points (90): the cell's own percent format is taken away. */
export function setTarget(id: IndicatorId, heading: TargetColumn, value: SettingValue): Promise<Saved> {
  return saveSettings([{ act: "set", table: "ClinicTargets", key: id, heading, value }]);
}

export type TeamColumn = Exclude<(typeof SETTINGS_TABLES.ClinicTeams)[number], "Team">;

/** `team`: its full name. */
export function setTeam(team: string, heading: TeamColumn, value: SettingValue): Promise<Saved> {
  return saveSettings([{ act: "set", table: "ClinicTeams", key: team, heading, value }]);
}

/** The same for many teams at once, in one request. */
export function setTeams(
  teams: readonly string[],
  entries: Readonly<Partial<Record<TeamColumn, SettingValue>>>,
): Promise<Saved> {
  return saveSettings(
    teams.flatMap((team) =>
      Object.entries(entries).map(([heading, value]) => ({
        act: "set" as const,
        table: "ClinicTeams" as const,
        key: team,
        heading,
        value,
      })),
    ),
  );
}

/** From now on a cell that says `met` means `team`: it is one of the team's other names. */
export function mapTeam(met: string, team: string): Promise<Saved> {
  return saveSettings([
    { act: "add-name", table: "ClinicTeams", key: team, heading: "Also known as", name: met },
  ]);
}

/** A new row of ClinicTeams; a team that stands there is given what is new. */
export function addTeam(
  name: string,
  entries: Readonly<Partial<Record<TeamColumn, string>>>,
): Promise<Saved> {
  const columns = Object.entries({ "In clinic tables": "Yes", ...entries });
  return saveSettings(
    columns.map(([heading, value]) => ({ act: "set", table: "ClinicTeams", key: name, heading, value })),
  );
}

/**
 * All edits in one request; Clinic Settings and Clinic Setup are made first where one, or a table of it, is missing.
 * `startsAs`: what a new row of ClinicTargets holds besides, of an indicator that is not in the workbook yet.
 * Throws ClinicError (also while something longer is writing), CannotBuild.
 */
export function saveSettings(edits: readonly SettingsEdit[], startsAs?: NewRow): Promise<Saved> {
  return oneAtATime("settings", async () => {
    const saved = await editTables(edits, startsAs);
    if (saved) return saved;
    await makeSettings();
    return (await editTables(edits, startsAs)) ?? missingTables();
  });
}

/** Writes Clinic Settings and Clinic Setup, and nothing else, with the defaults for what the extracts hold. */
async function makeSettings(): Promise<void> {
  const now = clockNow();
  const values = await readWorkbook();
  const report = await calculate(values, Math.floor(now), () => undefined);
  const plan = planWorkbook(report, {
    at: now,
    settings: settingsRows(values.settings, foundByBuild(report)),
  });
  await writePlan({ ...plan, sheets: plan.sheets.filter((sheet) => isAnalystsPage(sheet.page)) });
}

/** null when a table is missing: nothing has then been written. */
export async function editTables(edits: readonly SettingsEdit[], startsAs?: NewRow): Promise<Saved | null> {
  return runInExcel("saving a setting", async (context, onSheet) => {
    const survey = await surveyWorkbook(context, onSheet);
    const names = [...new Set(edits.map((edit) => edit.table))];
    const tables = names.flatMap((name) => tableNamed(survey, name) ?? []);
    if (tables.length < names.length) return null;
    const filtersCleared: string[] = [];
    for (const table of tables) {
      const sheet = survey.sheets.find(({ id }) => id === table.sheetId);
      if (sheet?.isProtected) throw isProtected(sheet.name);
      const own = edits.filter((edit) => edit.table.toLowerCase() === table.name.toLowerCase());
      if (writeEdits(context, survey, table, own, startsAs ?? newRowIn(survey)))
        filtersCleared.push(table.name);
    }
    await context.sync();
    return { filtersCleared };
  });
}

/** Returns whether the table's filter was cleared: behind one Excel adds no rows, or puts them elsewhere (o-js#994). */
function writeEdits(
  context: Excel.RequestContext,
  survey: Survey,
  table: TableFound,
  edits: readonly SettingsEdit[],
  newRow: NewRow,
): boolean {
  const sheet = context.workbook.worksheets.getItem(table.sheetId);
  const { cells, addedRows } = editCells(table, edits, newRow);
  // A row that is added would be hidden, and so could one that is written; Excel may refuse either (FilteredRangeConflict).
  const hides = addedRows > 0 || edits.some(({ act }) => act === "put-row");
  const clearsFilter = table.isFiltered === true && hides;
  if (clearsFilter) sheet.tables.getItem(table.name).clearFilters();
  if (addedRows > 0) {
    const blank = Array.from({ length: addedRows }, () => table.headings.map(() => ""));
    sheet.tables.getItem(table.name).rows.add(undefined, blank);
  }
  for (const { row, column, value } of cells) {
    const range = sheet.getRangeByIndexes(table.area.row + 1 + row, table.area.column + column, 1, 1);
    writeValue(range, value, survey.date1904);
  }
  return clearsFilter;
}

/** A new row of ClinicTargets is the indicator's own starting row: its other cells left blank would mean none. */
function newRowIn(survey: Survey): NewRow {
  return (table, key) => {
    if (table !== "ClinicTargets") return {};
    const { catalogue } = readSettings(settingsOf(survey), createIssueLog(), survey.date1904);
    const id = catalogue.of(key);
    return id === null ? {} : startingTarget(catalogue.entry(id));
  };
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

/** Throws the ClinicError that says so. */
export function missingTables(): never {
  throw new ClinicError(
    "A table of Clinic Settings or Clinic Setup is missing and could not be made.",
    "If that sheet is there without its tables, delete it, then try again.",
    "Code SettingsTableMissing.",
  );
}
