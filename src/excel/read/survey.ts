/**
 * What stands in the workbook, without its cells: sheets, marks, used ranges, our tables, charts, names.
 * Two requests (one more for each half searched when a chart or macro sheet is among the sheets, and one for the marks of
 * a pack that an earlier version built). Of a chart or macro sheet nothing is asked but its name and place: the rest fails
 * (o-js#2444), and there is no member that says what kind of sheet it is.
 */
import { cellsAt } from "../host/ranges";
import { BUILD_KEY, lastBuildFrom } from "../host/lastBuild";
import { isOf1904 } from "./dateSystem";
import { codeOf } from "../host/excelError";
import { type Rectangle, rectangleOf } from "../host/rectangles";
import type { CellValue } from "../../clinic/cells/worksheet";
import {
  hasOurName,
  HISTORY_TABLE,
  MARK_NAME,
  NOT_FINISHED,
  pageOfMark,
  pageOfSettingsTable,
  pagesBySheet,
  type PageTables,
} from "../host/marks";
import { withPauses } from "../host/retry";
import type { OnSheet } from "../host/run";
import { SHEETS_BEGIN } from "../../pages/pageNames";
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
  readonly headings: readonly string[];
  /** Headings that the last build gave it; undefined where its columns do not vary. */
  readonly builtHeadings?: readonly string[];
  /** Some of its rows are hidden by a filter. */
  readonly isFiltered?: boolean;
  /** Body of a settings table; null for other tables (they can be long). */
  readonly body: {
    readonly values: readonly (readonly CellValue[])[];
    readonly formats: readonly (readonly string[])[];
  } | null;
}

export interface Survey {
  /** Every sheet of the workbook. */
  readonly all: readonly { readonly id: string; readonly name: string }[];
  /** Those that were looked at, in tab order. Chart and macro sheets are left out. */
  readonly sheets: readonly SheetFound[];
  /** Names of every table of the workbook, in lower case. */
  readonly tableNames: ReadonlySet<string>;
  /** Of the sheets that were looked at, the user's too. */
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

/**
 * What a survey looks at: all of it; "extracts" = everything but our pages, of which only Clinic Settings, Clinic Setup and
 * Clinic History are there; "pages" = our pages, and what stands in their place.
 */
export type Surveyed = "everything" | "extracts" | "pages";

/** Throws ClinicError. */
export async function surveyWorkbook(
  context: Excel.RequestContext,
  onSheet: OnSheet,
  what: Surveyed = "everything",
): Promise<Survey> {
  const { workbook } = context;
  const sheets = workbook.worksheets;
  sheets.load("items/id,items/name,items/position");
  const tables = workbook.tables;
  tables.load(TABLE_PROPERTIES);
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
  const looked = lookedAt(what, sheets.items, tables.items, interrupted);
  const { found, geometry } = await measure(context, onSheet, looked.sheets, {
    tables: looked.tables,
    interrupted,
    isPage: looked.isPage,
  });
  const marks = build
    ? build.pages
      ? pagesBySheet(build.pages, tables.items.map(placeOf))
      : await readNameMarks(context, found)
    : new Map<string, string>();
  return {
    all: sheets.items.map(({ id, name }) => ({ id, name })),
    sheets: found
      .map((sheet) => ({ ...sheet, markedAs: marks.get(sheet.id) ?? null }))
      .sort((a, b) => a.position - b.position),
    tableNames: new Set(tables.items.map(({ name }) => name.toLowerCase())),
    tables: geometry.map((table) => {
      const builtHeadings = build?.columns?.[table.name];
      return builtHeadings ? { ...table, builtHeadings } : table;
    }),
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

/** Headings come with their columns: one action for all tables. */
const TABLE_PROPERTIES =
  "items/name,items/showHeaders,items/showTotals,items/showFilterButton,items/worksheet/id,items/columns/items/name";

const placeOf = (table: Excel.Table) => ({ name: table.name, sheetId: table.worksheet.id });

interface LookedAt {
  readonly sheets: readonly Excel.Worksheet[];
  readonly tables: readonly Excel.Table[];
  /** Sheets with a table of ours, by id. */
  readonly isPage: (sheetId: string) => boolean;
}

function lookedAt(
  what: Surveyed,
  sheets: readonly Excel.Worksheet[],
  tables: readonly Excel.Table[],
  interrupted: boolean,
): LookedAt {
  const pages = new Set(tables.filter(({ name }) => hasOurName(name)).map(({ worksheet }) => worksheet.id));
  const isPage = (sheetId: string) => pages.has(sheetId);
  if (what === "everything") return { sheets, tables, isPage };
  if (what === "extracts") {
    const isLookedAt = ({ name }: Excel.Table) => !hasOurName(name) || isReadFrom(name);
    const read = new Set(tables.filter(({ name }) => isReadFrom(name)).map(({ worksheet }) => worksheet.id));
    return {
      sheets: sheets.filter(({ id }) => !isPage(id) || read.has(id)),
      tables: tables.filter(isLookedAt),
      isPage,
    };
  }
  // A sheet without our tables can be what a stopped build left, or have a name that a page needs.
  const inPlace = (sheet: Excel.Worksheet) =>
    isPage(sheet.id) || interrupted || sheet.name.toLowerCase().startsWith(SHEETS_BEGIN.toLowerCase());
  const looked = sheets.filter(inPlace);
  const ids = new Set(looked.map(({ id }) => id));
  return { sheets: looked, tables: tables.filter(({ worksheet }) => ids.has(worksheet.id)), isPage };
}

/** A table of ours that a build reads figures or settings from. */
function isReadFrom(table: string): boolean {
  return pageOfSettingsTable(table) !== null || table.toLowerCase() === HISTORY_TABLE;
}

interface TablesAsked {
  readonly tables: readonly Excel.Table[];
  readonly interrupted: boolean;
  readonly isPage: (sheetId: string) => boolean;
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
  { isPage, interrupted }: TablesAsked,
): () => SheetFound[] {
  const asked = sheets.map((sheet) => {
    sheet.load(SHEET_PROPERTIES);
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    const frozen = isPage(sheet.id) ? sheet.freezePanes.getLocationOrNullObject() : null;
    frozen?.load("rowCount,columnCount");
    const title = interrupted ? cellsAt(sheet, 0, 0, 1, 1) : null;
    title?.load("values");
    return { sheet, used, frozen, title };
  });
  return () =>
    asked.map(({ sheet, used, frozen, title }) => ({
      id: sheet.id,
      name: sheet.name,
      position: sheet.position,
      isProtected: sheet.protection.protected,
      markedAs: null,
      used: used.isNullObject ? null : rectangleOf(used),
      charts: sheet.charts.items.map((chart) => chart.name),
      seriesOf: new Map(sheet.charts.items.map((chart) => [chart.name, chart.series.items.length])),
      showsGridlines: sheet.showGridlines,
      ...(frozen ? { frozenRows: frozenRowsOf(frozen) } : {}),
      ...(title ? { isUnfinished: title.values[0]?.[0] === NOT_FINISHED } : {}),
    }));
}

const SHEET_PROPERTIES =
  "showGridlines,protection/protected,charts/items/name,charts/items/series/items/name";

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

function askTables({ tables }: TablesAsked): () => TableFound[] {
  const asked = tables.map((table) => {
    const whole = table.getRange();
    whole.load("rowIndex,columnIndex,rowCount,columnCount");
    const filter = hasOurName(table.name) && table.showFilterButton ? table.autoFilter : null;
    filter?.load("isDataFiltered");
    const body = pageOfSettingsTable(table.name) === null ? null : table.getDataBodyRange();
    body?.load("values,numberFormat");
    return { table, whole, filter, body };
  });
  return () =>
    asked.map(({ table, whole, filter, body }) => ({
      ...placeOf(table),
      foundAs: table.name,
      area: rectangleOf(whole),
      hasTotal: table.showTotals,
      headings: table.showHeaders ? table.columns.items.map(({ name }) => name) : [],
      isFiltered: filter?.isDataFiltered ?? false,
      body: body && { values: body.values as CellValue[][], formats: body.numberFormat as string[][] },
    }));
}
