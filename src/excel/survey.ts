/**
 * What stands in the workbook, without its cells: sheets, marks, used ranges, our tables, charts, names.
 * Two requests (one more for each half searched when a chart or macro sheet is among the sheets).
 */
import { BUILD_KEY, lastBuildFrom } from "./lastBuild";
import { isOf1904 } from "./dateSystem";
import { codeOf } from "./excelError";
import type { Rectangle } from "./rectangles";
import type { CellValue } from "../clinic/extracts/worksheet";
import { MARK_NAME, pageOfMark, SETTINGS_TABLES } from "./marks";
import type { OnSheet } from "./run";

export interface SheetFound {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly isProtected: boolean;
  /** The page that its mark names; null = not marked. */
  readonly markedAs: string | null;
  /** Cells that hold something (formats do not count); null = none. */
  readonly used: Rectangle | null;
  readonly charts: readonly string[];
}

export interface TableFound {
  readonly name: string;
  /** Its name in the workbook; `name` is the one that it is to have. */
  readonly foundAs: string;
  readonly sheetId: string;
  /** Of the whole table: header, body and totals row. */
  readonly area: Rectangle;
  readonly hasTotal: boolean;
  readonly headings: readonly string[];
  /** Body of a settings table; null for other tables (they can be long). */
  readonly body: {
    readonly values: readonly (readonly CellValue[])[];
    readonly formats: readonly (readonly string[])[];
  } | null;
}

export interface Survey {
  /** In tab order. Chart and macro sheets are left out. */
  readonly sheets: readonly SheetFound[];
  /** All tables of the workbook, the user's too. */
  readonly tables: readonly TableFound[];
  /** Workbook-scoped names with their formulas, by lower-case name. */
  readonly names: ReadonlyMap<string, string>;
  readonly workbookProtected: boolean;
  readonly manualCalculation: boolean;
  readonly date1904: boolean;
  /** Our entries in workbook.settings: key → text. */
  readonly kept: ReadonlyMap<string, string>;
  /** The last build did not come to its end. */
  readonly interrupted: boolean;
}

/** `keys`: which of our entries in workbook.settings to read besides the state of the last build. */
export async function surveyWorkbook(
  context: Excel.RequestContext,
  onSheet: OnSheet,
  keys: readonly string[] = [],
): Promise<Survey> {
  const { workbook } = context;
  const sheets = workbook.worksheets;
  sheets.load("items/id,items/name,items/position,items/protection/protected");
  const tables = workbook.tables;
  tables.load("items/name,items/showTotals,items/worksheet/id");
  const names = workbook.names;
  names.load("items/name,items/formula");
  workbook.protection.load("protected");
  workbook.application.load("calculationMode");
  const newYear2000 = workbook.functions.date(2000, 1, 1);
  newYear2000.load("value");
  const kept = [...new Set([BUILD_KEY, ...keys])].map((key) => workbook.settings.getItemOrNullObject(key));
  for (const setting of kept) setting.load("key,value");
  await context.sync();

  const { found, geometry } = await measure(context, onSheet, sheets.items, tables.items);
  const entries = new Map(kept.filter((s) => !s.isNullObject).map((s) => [s.key, String(s.value)]));
  return {
    sheets: found.sort((a, b) => a.position - b.position),
    tables: geometry,
    names: new Map(names.items.map((item) => [item.name.toLowerCase(), String(item.formula)])),
    workbookProtected: workbook.protection.protected,
    manualCalculation: workbook.application.calculationMode === "Manual",
    date1904: isOf1904(newYear2000.value),
    kept: entries,
    interrupted: lastBuildFrom(entries.get(BUILD_KEY))?.state === "incomplete",
  };
}

/**
 * Used ranges and marks of the sheets together with all tables' places: one request. A chart or macro
 * sheet spoils the request it is in: then each half is asked apart, and that sheet is left out.
 */
async function measure(
  context: Excel.RequestContext,
  onSheet: OnSheet,
  sheets: readonly Excel.Worksheet[],
  tables: readonly Excel.Table[],
): Promise<{ found: SheetFound[]; geometry: TableFound[] }> {
  const [only] = sheets;
  onSheet(only && sheets.length === 1 ? only.name : null);
  const finishTables = askTables(tables);
  const finishSheets = askSheets(sheets);
  try {
    await context.sync();
  } catch (error) {
    if (codeOf(error) !== "UnsupportedSheet" || !only) throw error;
    const middle = Math.floor(sheets.length / 2);
    const first = await measure(context, onSheet, sheets.slice(0, middle), tables);
    if (sheets.length === 1) return first;
    const second = await measure(context, onSheet, sheets.slice(middle), []);
    return { found: [...first.found, ...second.found], geometry: first.geometry };
  }
  onSheet(null);
  return { found: finishSheets(), geometry: finishTables() };
}

function askSheets(sheets: readonly Excel.Worksheet[]): () => SheetFound[] {
  const asked = sheets.map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    const mark = sheet.names.getItemOrNullObject(MARK_NAME);
    mark.load("formula");
    const charts = sheet.charts;
    charts.load("items/name");
    return { sheet, used, mark, charts };
  });
  return () =>
    asked.map(({ sheet, used, mark, charts }) => ({
      id: sheet.id,
      name: sheet.name,
      position: sheet.position,
      isProtected: sheet.protection.protected,
      markedAs: mark.isNullObject ? null : pageOfMark(String(mark.formula)),
      used: used.isNullObject ? null : rectangleOf(used),
      charts: charts.items.map((chart) => chart.name),
    }));
}

function askTables(tables: readonly Excel.Table[]): () => TableFound[] {
  const asked = tables.map((table) => {
    const whole = table.getRange();
    whole.load("rowIndex,columnIndex,rowCount,columnCount");
    const header = table.getHeaderRowRange();
    header.load("values");
    if (!SETTINGS_TABLES.has(table.name.toLowerCase())) return { table, whole, header, body: null };
    const body = table.getDataBodyRange();
    body.load("values,numberFormat");
    return { table, whole, header, body };
  });
  return () =>
    asked.map(({ table, whole, header, body }) => ({
      name: table.name,
      foundAs: table.name,
      sheetId: table.worksheet.id,
      area: rectangleOf(whole),
      hasTotal: table.showTotals,
      headings: (header.values[0] ?? []).map(String),
      body: body && { values: body.values as CellValue[][], formats: body.numberFormat as string[][] },
    }));
}

function rectangleOf(range: Excel.Range): Rectangle {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}
