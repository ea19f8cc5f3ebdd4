/**
 * Which sheets are the add-in's own: by their tables, not by name (SPEC §5, marks.ts).
 * Pure: works on a survey.
 */
import { ClinicError } from "../host/clinicError";
import { isStaging } from "../host/staging";
import { hasOurName, pageOfSettingsTable } from "../host/marks";
import type { TablePlan } from "../../pages/plan";
import type { SheetFound, Survey, TableFound } from "./survey";

/** Sheets that may hold extracts, in tab order: all that are neither ours nor copies of ours. */
export function extractSheets(survey: Survey): SheetFound[] {
  const ours = new Set(survey.tables.filter(({ name }) => hasOurName(name)).map(({ sheetId }) => sheetId));
  return survey.sheets.filter(
    (sheet) =>
      sheet.markedAs === null && !ours.has(sheet.id) && sheet.isUnfinished !== true && !isStaging(sheet.name),
  );
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
    (sheet.markedAs === null && tablesOn(sheet) > 0) ||
    holdsSettings(survey, sheet, sought.page) ||
    (survey.interrupted && isNamed(sheet) && (sheet.isUnfinished === true || isBlank(survey, sheet)));
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

/** What a build leaves that stopped before it wrote anything on a sheet that it had made. */
function isBlank(survey: Survey, sheet: SheetFound): boolean {
  const hasTables = survey.tables.some((table) => table.sheetId === sheet.id);
  return sheet.markedAs === null && sheet.used === null && sheet.charts.length === 0 && !hasTables;
}

/** @param page whose settings tables are meant; null = of either page. A sheet marked as another page is that page. */
function holdsSettings(survey: Survey, sheet: SheetFound, page: string | null): boolean {
  if (page !== null && sheet.markedAs !== null && sheet.markedAs !== page) return false;
  return survey.tables.some((table) => {
    const owner = table.sheetId === sheet.id ? pageOfSettingsTable(table.name) : null;
    return owner !== null && (page === null || owner === page);
  });
}

export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function nameTaken(name: string): ClinicError {
  return new ClinicError(
    `The workbook has a sheet of yours called "${name}", a name that the clinic needs for one of its own.`,
    "Rename your sheet, then build again; nothing has been written.",
    `Code SheetNameTaken, sheet "${name}" holds no table of ours.`,
  );
}

/** Excel has then no headings to give, and the table's columns cannot be told apart. */
export function headingsSwitchedOff(table: string): ClinicError {
  return new ClinicError(
    `The header row of the table ${table} is switched off, so its columns cannot be told apart.`,
    "Click into the table, choose Table Design, tick Header Row, then try again.",
    `Code HeaderRowOff, table ${table}.`,
  );
}
