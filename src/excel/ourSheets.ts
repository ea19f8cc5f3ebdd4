/**
 * Which sheets are the add-in's own: by their mark, not by name; Clinic Settings also by its four tables (SPEC §5).
 * Pure: works on a survey.
 */
import { ClinicError } from "./clinicError";
import { MARK_NAME, SETTINGS_PAGE, SETTINGS_TABLES } from "./marks";
import type { TablePlan } from "../pages/plan";
import type { SheetFound, Survey, TableFound } from "./survey";

/** Sheets that may hold extracts, in tab order: all that are not ours. */
export function extractSheets(survey: Survey): SheetFound[] {
  return survey.sheets.filter((sheet) => sheet.markedAs === null && !holdsSettings(survey, sheet));
}

/** What a page is called and which tables stand on it: enough to find its sheet. */
export interface PageSought {
  readonly page: string;
  /** The name it has when the add-in makes it. */
  readonly name: string;
  readonly tables: readonly string[];
}

/**
 * The page's sheet, whatever it is called by now; null when it has to be made. Of a sheet and its copy, the one
 * with our tables is ours (Excel renames the tables of a copy), then the one with our name.
 * Throws ClinicError when it has to be made and a sheet of the user's has its name.
 */
export function sheetOfPage(survey: Survey, sought: PageSought): SheetFound | null {
  const names = new Set(sought.tables.map((table) => table.toLowerCase()));
  const tablesOn = (sheet: SheetFound) =>
    survey.tables.filter((table) => table.sheetId === sheet.id && names.has(table.name.toLowerCase())).length;
  const isNamed = (sheet: SheetFound) => sameName(sheet.name, sought.name);
  const isOurs = (sheet: SheetFound) =>
    sheet.markedAs === sought.page ||
    (sought.page === SETTINGS_PAGE && holdsSettings(survey, sheet)) ||
    (survey.interrupted && isNamed(sheet) && isBlank(survey, sheet));
  const [ours] = survey.sheets
    .filter(isOurs)
    .sort((a, b) => tablesOn(b) - tablesOn(a) || Number(isNamed(b)) - Number(isNamed(a)));
  if (ours) return ours;
  const users = survey.sheets.find(isNamed);
  if (users) throw nameTaken(users.name);
  return null;
}

/** Throws ClinicError when the workbook or a sheet that has to be written is protected. */
export function refuseProtected(survey: Survey, sheets: readonly SheetFound[], makesSheets: boolean): void {
  const locked = sheets.find((sheet) => sheet.isProtected);
  if (locked) {
    throw new ClinicError(
      `The sheet "${locked.name}" is protected, so the pack cannot be written.`,
      "Choose Review, then Unprotect Sheet on that sheet, then build again.",
      `Code SheetProtected, sheet "${locked.name}".`,
    );
  }
  if (survey.workbookProtected && makesSheets) {
    throw new ClinicError(
      "The workbook's structure is protected, so the clinic sheets cannot be added.",
      "Choose Review, then Protect Workbook to lift it, then build again.",
      "Code WorkbookProtected.",
    );
  }
}

/**
 * Our tables on a sheet of ours. A build that stopped between making a table and naming it leaves one with Excel's own
 * name where ours should be: it is taken for ours, and named.
 */
export function ourTablesOn(survey: Survey, sheet: SheetFound, planned: readonly TablePlan[]): TableFound[] {
  const here = survey.tables.filter((table) => table.sheetId === sheet.id);
  const ours = here.filter((table) => isOurName(table.name));
  const missing = planned.filter((plan) => !ours.some((table) => sameName(table.name, plan.name)));
  const unnamed = missing.flatMap((plan) => {
    const found = here.find((table) => !isOurName(table.name) && standsFor(table, plan));
    return found ? [{ ...found, name: plan.name, foundAs: found.foundAs }] : [];
  });
  return [...ours, ...unnamed];
}

/** The user's tables on a sheet of ours. */
export function otherTablesOn(survey: Survey, sheet: SheetFound, ours: readonly TableFound[]): TableFound[] {
  const taken = new Set(ours.map(({ foundAs }) => foundAs));
  return survey.tables.filter((table) => table.sheetId === sheet.id && !taken.has(table.foundAs));
}

function standsFor({ area, headings }: TableFound, plan: TablePlan): boolean {
  return (
    area.row === plan.row &&
    area.column === plan.column &&
    headings.length === plan.headings.length &&
    headings.every((heading, i) => heading === plan.headings[i])
  );
}

function isOurName(table: string): boolean {
  return /^clinic/i.test(table);
}

/** What a build leaves that stopped before it could mark a sheet that it had made. */
function isBlank(survey: Survey, sheet: SheetFound): boolean {
  const hasTables = survey.tables.some((table) => table.sheetId === sheet.id);
  return sheet.markedAs === null && sheet.used === null && sheet.charts.length === 0 && !hasTables;
}

function holdsSettings(survey: Survey, sheet: SheetFound): boolean {
  return survey.tables.some(
    (table) => table.sheetId === sheet.id && SETTINGS_TABLES.has(table.name.toLowerCase()),
  );
}

export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function nameTaken(name: string): ClinicError {
  return new ClinicError(
    `The workbook has a sheet of yours called "${name}", a name that the clinic needs for one of its own.`,
    "Rename your sheet, then build again; nothing has been written.",
    `Code SheetNameTaken, sheet "${name}" has no ${MARK_NAME} mark.`,
  );
}
