/** Reads what a build needs: extract sheets in blocks, settings and history tables, and the analyst's own choices. */
import type {
  CellValue,
  ListChoices,
  SheetValues,
  TableValues,
  WorkbookValues,
} from "../../clinic/cells/worksheet";
import { stopIfCancelled } from "../host/cancel";
import { CHOICES_KEY, choicesFrom } from "../host/choices";
import { finishChangeOver } from "./changeOver";
import { HISTORY_TABLE, pageOfSettingsTable } from "../host/marks";
import { writingNow } from "../host/oneAtATime";
import { askSums, type ExtractSum, type ExtractToSum } from "./extractSums";
import { extractSheets } from "./ourSheets";
import { type Region, readRegions } from "./readRegions";
import type { Rectangle } from "../host/rectangles";
import { type OnSheet, runInExcel } from "../host/run";
import { type Survey, type Surveyed, surveyWorkbook, type TableFound } from "./survey";

/** `done` of `of` requests. */
export type OnRead = (done: number, of: number) => void;

/**
 * Three requests for a workbook of ordinary size. Sheets come in tab order, hidden ones too, ours not.
 * Throws ClinicError; Cancelled when the signal is set between two requests.
 */
export async function readWorkbook(onProgress?: OnRead, signal?: AbortSignal): Promise<WorkbookValues> {
  return (await readWithSurvey(onProgress, signal)).values;
}

export interface WorkbookRead {
  readonly values: WorkbookValues;
  readonly survey: Survey;
  /** What each extract sheet came to when its reading began. */
  readonly extracts: readonly ExtractSum[];
}

/** The same together with what else stands in the workbook, so far as it was looked at. */
export async function readWithSurvey(
  onProgress?: OnRead,
  signal?: AbortSignal,
  what: Surveyed = "everything",
): Promise<WorkbookRead> {
  return runInExcel("reading the workbook", async (context, onSheet) => {
    stopIfCancelled(signal);
    const survey = await surveyWhole(context, onSheet, what);
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
    // In the request of the first cells: whatever changes later is noticed.
    const toSum = extracts.map((sheet) => ({ sheetId: sheet.id, sheet: sheet.name, area: sheet.used }));
    const sums = askSums(context, toSum);
    const rows = await readRegions(context, regions, { onSheet, onProgress, signal });
    const values: WorkbookValues = {
      sheets: extracts.map((sheet, i) => sheetValues(sheet.name, sheet.used, rows[i] ?? [])),
      settings: settingsOf(survey),
      history: history ? tableValues(survey, history, rows[extracts.length] ?? []) : null,
      choices: choicesOf(survey),
      date1904: survey.date1904,
    };
    return { values, survey, extracts: await summed(context, toSum, sums) };
  });
}

/** The tables of Clinic Settings and Clinic Setup that exist. */
export function settingsOf(survey: Survey): readonly TableValues[] {
  const halfMade = new Set(survey.sheets.flatMap(({ id, isUnfinished }) => (isUnfinished ? [id] : [])));
  return survey.tables.filter(isSettings).map((table) => ({
    ...tableValues(survey, table, table.body?.values ?? []),
    ...(halfMade.has(table.sheetId) ? { isHalfMade: true } : {}),
  }));
}

/** A list whose load was broken off half-way is never read: the load is finished first. */
async function surveyWhole(context: Excel.RequestContext, onSheet: OnSheet, what: Surveyed): Promise<Survey> {
  const survey = await surveyWorkbook(context, onSheet, what);
  const finished = writingNow() !== "loading" && (await finishChangeOver(context, survey));
  return finished ? surveyWorkbook(context, onSheet, what) : survey;
}

/** Where the first cells were too much for one answer their request gave no sums either: they are asked for again. */
async function summed(
  context: Excel.RequestContext,
  extracts: readonly ExtractToSum[],
  sums: () => ExtractSum[],
): Promise<readonly ExtractSum[]> {
  try {
    return sums();
  } catch {
    const again = askSums(context, extracts);
    await context.sync();
    return again();
  }
}

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
  return pageOfSettingsTable(table.name) !== null;
}

function sheetName(survey: Survey, table: TableFound): string {
  return survey.sheets.find((sheet) => sheet.id === table.sheetId)?.name ?? "";
}
