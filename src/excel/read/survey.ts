/**
 * What stands in the workbook, without its cells: sheets, marks, used ranges, our tables, charts, names.
 * Two requests (one more for each half searched when a chart or macro sheet is among the sheets, and one for the marks of
 * a pack that an earlier version built). Of a chart or macro sheet nothing is asked but its name and place: the rest fails
 * (o-js#2444), and there is no member that says what kind of sheet it is.
 */
import { cellsOnce, once } from "../host/once";
import { BUILD_KEY, lastBuildFrom } from "../host/lastBuild";
import { isOf1904 } from "./dateSystem";
import { codeOf } from "../host/excelError";
import { type Rectangle, rectangleOf } from "../host/rectangles";
import type { CellValue } from "../../clinic/cells/worksheet";
import {
  hasOurName,
  MARK_NAME,
  NOT_FINISHED,
  pageOfMark,
  pageOfSettingsTable,
  pagesBySheet,
  type PageTables,
} from "../host/marks";
import { withPauses } from "../host/retry";
import type { OnSheet } from "../host/run";
import { headingsSwitchedOff } from "./ourSheets";
import { type StylesFound, stylesFrom } from "./stylesFound";

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
  /** How many series each chart has, by the chart's name. */
  readonly seriesOf?: ReadonlyMap<string, number>;
  /** A page that a build left half-written: its title says so. */
  readonly isUnfinished?: boolean;
  readonly showsGridlines?: boolean;
  /** Rows frozen at its top, of sheets with tables of ours; -1 where it is frozen otherwise. */
  readonly frozenRows?: number;
}

export interface TableFound {
  readonly name: string;
  /** Its name in the workbook; `name` is the one that it is to have. */
  readonly foundAs: string;
  readonly sheetId: string;
  /** Of the whole table: header, body and totals row. */
  readonly area: Rectangle;
  readonly hasTotal: boolean;
  /** None where the header row is switched off. */
  /** Of our tables, and of all while a build stands unfinished; of others none are read. */
  readonly headings: readonly string[];
  /** Some of its rows are hidden by a filter. */
  readonly isFiltered?: boolean;
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
  /** Cell styles of the workbook. */
  readonly styles: StylesFound;
  /** Our entries in workbook.settings: key → text. */
  readonly kept: ReadonlyMap<string, string>;
  /** What the last build kept of its pages. */
  readonly pages?: PageTables;
  /** The last build did not come to its end. */
  readonly interrupted: boolean;
}

/** Throws ClinicError. */
export async function surveyWorkbook(context: Excel.RequestContext, onSheet: OnSheet): Promise<Survey> {
  const { workbook } = context;
  const sheets = workbook.worksheets;
  sheets.load("items/id,items/name,items/position");
  const tables = workbook.tables;
  tables.load("items/name,items/showHeaders,items/showTotals,items/worksheet/id");
  const names = workbook.names;
  names.load("items/name,items/formula,items/scope");
  const { styles } = workbook;
  styles.load("items/name,items/includeNumber,items/includeProtection");
  workbook.protection.load("protected");
  workbook.application.load("calculationMode");
  const newYear2000 = workbook.functions.date(2000, 1, 1);
  newYear2000.load("value");
  const kept = workbook.settings;
  kept.load("items/key,items/value");
  await context.sync();

  const entries = new Map(kept.items.map(({ key, value }) => [key, String(value)]));
  const build = lastBuildFrom(entries.get(BUILD_KEY));
  const interrupted = build?.state === "incomplete";
  const withoutHeadings = tables.items.find((table) => hasOurName(table.name) && !table.showHeaders);
  if (withoutHeadings) throw headingsSwitchedOff(withoutHeadings.name);
  const asked = { tables: tables.items, interrupted };
  const { found, geometry } = await measure(context, onSheet, sheets.items, asked);
  const marks = build
    ? build.pages
      ? pagesBySheet(build.pages, geometry)
      : await readNameMarks(context, found)
    : new Map<string, string>();
  return {
    sheets: found
      .map((sheet) => ({ ...sheet, markedAs: marks.get(sheet.id) ?? null }))
      .sort((a, b) => a.position - b.position),
    tables: geometry,
    // Some versions of Excel list a sheet's own names here too.
    names: new Map(
      names.items
        .filter(({ scope }) => scope === "Workbook")
        .map((item) => [item.name.toLowerCase(), String(item.formula)]),
    ),
    workbookProtected: workbook.protection.protected,
    manualCalculation: workbook.application.calculationMode === "Manual",
    date1904: isOf1904(newYear2000.value),
    styles: stylesFrom(styles.items),
    kept: entries,
    pages: build?.pages ?? {},
    interrupted,
  };
}

interface TablesAsked {
  readonly tables: readonly Excel.Table[];
  readonly interrupted: boolean;
}

/**
 * Used ranges of the sheets together with all tables' places: one request. A chart or macro sheet spoils the request it
 * is in: then each half is asked apart, and that sheet is left out.
 */
async function measure(
  context: Excel.RequestContext,
  onSheet: OnSheet,
  sheets: readonly Excel.Worksheet[],
  asked: TablesAsked,
): Promise<{ found: SheetFound[]; geometry: TableFound[] }> {
  const [only] = sheets;
  onSheet(only && sheets.length === 1 ? only.name : null);
  const finishTables = askTables(asked);
  const finishSheets = askSheets(sheets, asked);
  try {
    await context.sync();
  } catch (error) {
    if (codeOf(error) !== "UnsupportedSheet" || !only) throw error;
    const middle = Math.floor(sheets.length / 2);
    const first = await measure(context, onSheet, sheets.slice(0, middle), asked);
    if (sheets.length === 1) return first;
    const second = await measure(context, onSheet, sheets.slice(middle), { ...asked, tables: [] });
    return { found: [...first.found, ...second.found], geometry: first.geometry };
  }
  onSheet(null);
  return { found: finishSheets(), geometry: finishTables() };
}

function askSheets(
  sheets: readonly Excel.Worksheet[],
  { tables, interrupted }: TablesAsked,
): () => SheetFound[] {
  const withOurs = new Set(
    tables.filter(({ name }) => hasOurName(name)).map(({ worksheet }) => worksheet.id),
  );
  const asked = sheets.map((sheet) => {
    sheet.load("showGridlines,protection/protected");
    const used = once(sheet.getUsedRangeOrNullObject(true));
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    const charts = sheet.charts;
    charts.load("items/name,items/series/items/name");
    const frozen = withOurs.has(sheet.id) ? once(sheet.freezePanes.getLocationOrNullObject()) : null;
    frozen?.load("rowCount,columnCount");
    const title = interrupted ? cellsOnce(sheet, 0, 0, 1, 1) : null;
    title?.load("values");
    return { sheet, used, charts, frozen, title };
  });
  return () =>
    asked.map(({ sheet, used, charts, frozen, title }) => ({
      id: sheet.id,
      name: sheet.name,
      position: sheet.position,
      isProtected: sheet.protection.protected,
      markedAs: null,
      used: used.isNullObject ? null : rectangleOf(used),
      charts: charts.items.map((chart) => chart.name),
      seriesOf: new Map(charts.items.map((chart) => [chart.name, chart.series.items.length])),
      showsGridlines: sheet.showGridlines,
      ...(frozen ? { frozenRows: frozenRowsOf(frozen) } : {}),
      ...(title ? { isUnfinished: title.values[0]?.[0] === NOT_FINISHED } : {}),
    }));
}

function frozenRowsOf(frozen: Excel.Range): number {
  if (frozen.isNullObject) return 0;
  return frozen.columnCount === ALL_COLUMNS ? frozen.rowCount : -1;
}

const ALL_COLUMNS = 16_384;

/** The marks of earlier versions. Asked apart, as Excel on the Mac fails here while another workbook is in front (o-js#6365). */
async function readNameMarks(
  context: Excel.RequestContext,
  sheets: readonly SheetFound[],
): Promise<ReadonlyMap<string, string>> {
  return withPauses(async () => {
    const asked = sheets.map(({ id }) => {
      const mark = context.workbook.worksheets.getItem(id).names.getItemOrNullObject(MARK_NAME);
      mark.load("formula,scope");
      return { id, mark };
    });
    await context.sync();
    return new Map(
      asked.flatMap(({ id, mark }) => {
        // A name of the whole workbook can be found on every sheet (o-js#1011): it marks none.
        const page =
          mark.isNullObject || mark.scope !== "Worksheet" ? null : pageOfMark(String(mark.formula));
        return page === null ? [] : [[id, page] as const];
      }),
    );
  });
}

function askTables({ tables, interrupted }: TablesAsked): () => TableFound[] {
  const asked = tables.map((table) => {
    const whole = once(table.getRange());
    whole.load("rowIndex,columnIndex,rowCount,columnCount");
    const isOurs = hasOurName(table.name);
    const header = table.showHeaders && (isOurs || interrupted) ? once(table.getHeaderRowRange()) : null;
    header?.load("values");
    const filter = isOurs ? table.autoFilter : null;
    filter?.load("isDataFiltered");
    const body = pageOfSettingsTable(table.name) === null ? null : once(table.getDataBodyRange());
    body?.load("values,numberFormat");
    return { table, whole, header, filter, body };
  });
  return () =>
    asked.map(({ table, whole, header, filter, body }) => ({
      name: table.name,
      foundAs: table.name,
      sheetId: table.worksheet.id,
      area: rectangleOf(whole),
      hasTotal: table.showTotals,
      headings: (header?.values[0] ?? []).map(String),
      isFiltered: filter?.isDataFiltered ?? false,
      body: body && { values: body.values as CellValue[][], formats: body.numberFormat as string[][] },
    }));
}
