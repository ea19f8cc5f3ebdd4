/** Reads what a build needs: extract sheets in blocks, settings and history tables, and the analyst's own choices. */
import type {
  CellValue,
  ListChoices,
  SheetValues,
  TableValues,
  WorkbookValues,
} from "../clinic/extracts/worksheet";
import { stopIfCancelled } from "./cancel";
import { CHOICES_KEY, choicesFrom } from "./choices";
import { SETTINGS_TABLES } from "./marks";
import { extractSheets } from "./ourSheets";
import { type Region, readRegions } from "./readRegions";
import type { Rectangle } from "./rectangles";
import { runInExcel } from "./run";
import { type Survey, surveyWorkbook, type TableFound } from "./survey";

/** `done` of `of` requests. */
export type OnRead = (done: number, of: number) => void;

/**
 * Three requests for a workbook of ordinary size. Sheets come in tab order, hidden ones too, ours not.
 * Throws ClinicError; Cancelled when the signal is set between two requests.
 */
export async function readWorkbook(onProgress?: OnRead, signal?: AbortSignal): Promise<WorkbookValues> {
  return (await readWithSurvey(onProgress, signal)).values;
}

/** The same together with what else stands in the workbook. */
export async function readWithSurvey(
  onProgress?: OnRead,
  signal?: AbortSignal,
): Promise<{ readonly values: WorkbookValues; readonly survey: Survey }> {
  return runInExcel("reading the workbook", async (context, onSheet) => {
    stopIfCancelled(signal);
    const survey = await surveyWorkbook(context, onSheet, [CHOICES_KEY]);
    stopIfCancelled(signal);
    const extracts = extractSheets(survey).flatMap((sheet) =>
      sheet.used ? [{ ...sheet, used: sheet.used }] : [],
    );
    const history = survey.tables.find((table) => table.name.toLowerCase() === HISTORY_TABLE);
    const regions: Region[] = extracts.map((sheet) => ({
      sheetId: sheet.id,
      sheet: sheet.name,
      area: sheet.used,
    }));
    if (history)
      regions.push({ sheetId: history.sheetId, sheet: sheetName(survey, history), area: bodyOf(history) });
    const rows = await readRegions(context, regions, { onSheet, onProgress, signal });
    const values: WorkbookValues = {
      sheets: extracts.map((sheet, i) => sheetValues(sheet.name, sheet.used, rows[i] ?? [])),
      settings: survey.tables
        .filter(isSettings)
        .map((table) => tableValues(survey, table, table.body?.values ?? [])),
      history: history ? tableValues(survey, history, rows[extracts.length] ?? []) : null,
      choices: choicesOf(survey),
      date1904: survey.date1904,
    };
    return { values, survey };
  });
}

export const HISTORY_TABLE = "clinic_history";

function sheetValues(name: string, used: Rectangle, rows: readonly (readonly CellValue[])[]): SheetValues {
  return { name, firstRow: used.row, firstColumn: used.column, rows };
}

/** A table of ours with the rows of its body. */
export function tableValues(
  survey: Survey,
  table: TableFound,
  rows: readonly (readonly CellValue[])[],
): TableValues {
  return {
    name: table.name,
    sheet: sheetName(survey, table),
    headerRow: table.area.row,
    firstColumn: table.area.column,
    headings: table.headings,
    rows,
    ...(table.body ? { formats: table.body.formats } : {}),
  };
}

export function bodyOf({ area, hasTotal }: TableFound): Rectangle {
  return { ...area, row: area.row + 1, rows: area.rows - 1 - (hasTotal ? 1 : 0) };
}

function choicesOf(survey: Survey): ListChoices {
  return choicesFrom(survey.kept.get(CHOICES_KEY));
}

function isSettings(table: TableFound): boolean {
  return SETTINGS_TABLES.has(table.name.toLowerCase());
}

function sheetName(survey: Survey, table: TableFound): string {
  return survey.sheets.find((sheet) => sheet.id === table.sheetId)?.name ?? "";
}
