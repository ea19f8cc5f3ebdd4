/**
 * What the worksheet functions need of a built workbook: Clinic History and Clinic Settings whole, and of the extracts
 * only the sheets of the lists asked for. Every extract's first rows are read to tell which those are, as a build does.
 */
import { HEADER_ROWS } from "../clinic/extracts/sheetFit";
import type { ListId } from "../clinic/lists/lists";
import { columnMatchesIn, type ColumnMatch } from "../clinic/extracts/columnMatches";
import { recogniseLists } from "../clinic/extracts/recognise";
import type { CellValue, ListChoices, SheetValues, WorkbookValues } from "../clinic/cells/worksheet";
import { createIssueLog } from "../clinic/issues/issueLog";
import { CHOICES_KEY, choicesFrom } from "./host/choices";
import { BUILD_KEY, lastBuildFrom } from "./host/lastBuild";
import { HISTORY_TABLE, pageOfSettingsTable } from "./host/marks";
import { extractSheets } from "./read/ourSheets";
import { readRegions, type Region } from "./read/readRegions";
import { bodyOf, tableValues } from "./read/readWorkbook";
import type { Rectangle } from "./host/rectangles";
import { runInExcel } from "./host/run";
import { surveyWorkbook, type SheetFound, type Survey } from "./read/survey";

export interface PackRead {
  /** The month of the last build: "YYYY-MM". */
  readonly month: string;
  /** `sheets` are those of the lists asked for, and `choices` say which is which. */
  readonly values: WorkbookValues;
}

/** Four requests for a workbook of ordinary size; null before the first build. Throws ClinicError. */
export async function readPack(lists: readonly ListId[]): Promise<PackRead | null> {
  return runInExcel("reading the figures of the last build", async (context, onSheet) => {
    const survey = await surveyWorkbook(context, onSheet, "extracts");
    const build = lastBuildFrom(survey.kept.get(BUILD_KEY));
    if (build === null) return null;
    const extracts = filledExtracts(survey);
    const history = survey.tables.find((table) => table.name.toLowerCase() === HISTORY_TABLE);
    const regions = extracts.map(({ sheet, used }) => regionOf(sheet, firstRows(used)));
    if (history) regions.push({ sheetId: history.sheetId, sheet: history.name, area: bodyOf(history) });
    const read = await readRegions(context, regions, { onSheet });
    const heads = extracts.map(({ sheet, used }, i) => sheetValues(sheet, used, read[i] ?? []));

    const settings = survey.tables
      .filter((table) => pageOfSettingsTable(table.name) !== null)
      .map((table) => tableValues(survey, table, table.body?.values ?? []));
    const standing = choicesFrom(survey.kept.get(CHOICES_KEY));
    const choices = sheetsOfLists(lists, heads, standing, columnMatchesIn(settings));
    const wanted = extracts.filter(({ sheet }) => Object.values(choices).flat().includes(sheet.name));
    const rows = await readRegions(
      context,
      wanted.map(({ sheet, used }) => regionOf(sheet, used)),
      { onSheet },
    );
    return {
      month: build.month,
      values: {
        sheets: wanted.map(({ sheet, used }, i) => sheetValues(sheet, used, rows[i] ?? [])),
        settings,
        history: history ? tableValues(survey, history, read[extracts.length] ?? []) : null,
        choices,
        date1904: survey.date1904,
      },
    };
  });
}

interface Filled {
  readonly sheet: SheetFound;
  readonly used: Rectangle;
}

function filledExtracts(survey: Survey): Filled[] {
  return extractSheets(survey).flatMap((sheet) => (sheet.used ? [{ sheet, used: sheet.used }] : []));
}

/** The names of each list's sheets; none = the workbook has no such list. */
function sheetsOfLists(
  lists: readonly ListId[],
  heads: readonly SheetValues[],
  choices: ListChoices,
  columnMatches: readonly ColumnMatch[],
): Record<string, string[]> {
  const recognition = recogniseLists(heads, choices, createIssueLog(), columnMatches);
  return Object.fromEntries(
    lists.map((list) => [list, (recognition.get(list)?.sheets ?? []).map(({ sheet }) => sheet.name)]),
  );
}

function firstRows(used: Rectangle): Rectangle {
  return { ...used, rows: Math.min(used.rows, HEADER_ROWS) };
}

function regionOf(sheet: SheetFound, area: Rectangle): Region {
  return { sheetId: sheet.id, sheet: sheet.name, area };
}

function sheetValues(
  sheet: SheetFound,
  used: Rectangle,
  rows: readonly (readonly CellValue[])[],
): SheetValues {
  return { name: sheet.name, firstRow: used.row, firstColumn: used.column, rows };
}
