/** Clinic Settings and Clinic Setup: the tables where the analyst has them; a build adds missing rows and changes none (SPEC §3). */
import type { CellValue } from "../clinic/cells/worksheet";
import type { ClinicReport } from "../clinic/report";
import type { SettingsRows, SettingsTableRows } from "../clinic/settings/settingsRows";
import type { SettingsTableName } from "../clinic/settings/settingsTables";
import { TOP_HEIGHTS, picturePage, type MonthOfPage } from "./layout/pageTop";
import { assemble } from "./layout/part";
import type { PagePart } from "./layout/part";
import { AS_TEXT, DATE, TITLE_HEIGHT, WHOLE, gapBefore } from "./layout/tableColumn";
import { pageName } from "./pageNames";
import type { CellContent, SheetPlan, StylePlan, TablePlan } from "./plan";
import { placeSettings, placeSetup } from "./settingsPlaces";
import type { SettingsPlace } from "./settingsPlaces";

const SETTINGS_NOTE =
  "Change what you need, then build again. A blank Target, Better when or Amber within means none; any other blank means the default. Rows may be sorted or added.";
const SETUP_NOTE =
  "What you set once: your extracts’ headings and words, your services, statuses and own indicators. Add rows where you need them, then build again.";
const NOTE_COLUMN = 3;

export function settingsPage(report: ClinicReport, settings: SettingsRows): SheetPlan {
  return tablesPage("settings", SETTINGS_NOTE, placeSettings(settings), report);
}

/** @param report month null = made before anything can be built. */
export function setupPage(report: MonthOfPage, settings: Pick<SettingsRows, "setup">): SheetPlan {
  return tablesPage("setup", SETUP_NOTE, placeSetup(settings), report);
}

/** The tables of the first one's sheet: the analyst may have moved others elsewhere, and they are not written. */
function tablesPage(
  key: "settings" | "setup",
  note: string,
  all: readonly SettingsPlace[],
  report: MonthOfPage,
): SheetPlan {
  const own = pageName(key);
  const sheet = all.find(({ table }) => table.standing !== null)?.sheet ?? own.sheet;
  const places = all.filter((place) => place.sheet === sheet);
  return assemble({ ...picturePage({ ...own, sheet }, report), paper: "as many as it takes" }, [
    pageTitle(own.title, note, places),
    ...places.map(tablePart),
  ]);
}

/** A sheet that stands is the analyst's own: only what is missing is added. */
function pageTitle(title: string, note: string, places: readonly SettingsPlace[]): PagePart {
  if (places.some(({ table }) => stands(table))) return {};
  return {
    blocks: [
      { row: 0, column: 0, cells: [[title]] },
      { row: 0, column: NOTE_COLUMN, cells: [[note]] },
    ],
    styles: [
      { row: 0, column: 0, rows: 1, columns: 1, style: "page-title" },
      { row: 0, column: NOTE_COLUMN, rows: 1, columns: 1, style: "note" },
    ],
    rowHeights: { 0: TOP_HEIGHTS.title },
  };
}

/** And is whole: one that a stopped build left half-made is made again. */
function stands({ standing }: SettingsTableRows): boolean {
  return standing !== null && standing.isHalfMade !== true;
}

function tablePart(place: SettingsPlace): PagePart {
  const { table, headerRow, column, headings } = place;
  const plan: TablePlan = {
    name: table.name,
    row: headerRow,
    column,
    headings,
    columns: headings.map((heading) => lookOf(table.name, heading)),
    rows: rowsToAdd(place),
    total: null,
    showFilter: true,
    keepExistingRows: true,
    choices: table.choices,
    ...(table.standing?.isHalfMade ? { isHalfMade: true } : {}),
  };
  if (stands(table)) return { tables: [plan] };
  return {
    blocks: [{ row: headerRow - 1, column, cells: [[table.name]] }],
    styles: [{ row: headerRow - 1, column, rows: 1, columns: 1, style: "table-title" }, ...ownFormats(place)],
    tables: [plan],
    rowHeights: { [headerRow - 1]: TITLE_HEIGHT },
    columnWidths: {
      ...gapBefore(column).columnWidths,
      ...Object.fromEntries(headings.map((heading, i) => [column + i, widthOf(table.name, heading)])),
    },
  };
}

/** A new table has at least one row, blank to be filled. */
function rowsToAdd({ table, headings }: SettingsPlace): readonly (readonly CellContent[])[] {
  const rows = table.missingRows.map((row) => row.map(contentOf));
  return rows.length > 0 || stands(table) ? rows : [headings.map(() => null)];
}

/** A setting's own format, such as a date's, where its column has another. */
function ownFormats({ table, headerRow, column, headings }: SettingsPlace): readonly StylePlan[] {
  return table.missingFormats.flatMap((formats, row) =>
    formats.flatMap((numberFormat, at): StylePlan[] => {
      const look = lookOf(table.name, headings[at] ?? "");
      if (numberFormat === "General" || numberFormat === look.numberFormat) return [];
      const cell = { row: headerRow + 1 + row, column: column + at, rows: 1, columns: 1 };
      return [{ ...cell, style: look.style, numberFormat }];
    }),
  );
}

function contentOf(cell: CellValue | undefined): CellContent {
  if (cell === undefined || cell === "") return null;
  return typeof cell === "boolean" ? String(cell) : cell;
}

type ColumnLook = TablePlan["columns"][number];

/** Targets have no format of their own, so that a typed 90% shows itself as one. */
const NUMBER: ColumnLook = { style: "number" };
const COLUMN_LOOKS: Readonly<Record<string, ColumnLook>> = {
  ID: { style: "text", numberFormat: AS_TEXT },
  Indicator: { style: "text", numberFormat: AS_TEXT },
  Team: { style: "text", numberFormat: AS_TEXT },
  "Also known as": { style: "text", numberFormat: AS_TEXT },
  "Short name": { style: "text", numberFormat: AS_TEXT },
  Became: { style: "text", numberFormat: AS_TEXT },
  // Text, so that Excel makes no day of this year of a typed Jun-23.
  From: { style: "text", numberFormat: AS_TEXT },
  "Qualifying Status": { style: "text", numberFormat: AS_TEXT },
  "Highlight at or above": NUMBER,
  Target: NUMBER,
  "Amber within": NUMBER,
  Timescale: NUMBER,
  Population: { style: "number", numberFormat: WHOLE },
  Date: { style: "number", numberFormat: DATE },
};

/** Clinic Setup holds words only, many of them as extracts have them: none may turn into a number, a date or a formula. */
const WORDS_ONLY: ReadonlySet<SettingsTableName> = new Set<SettingsTableName>([
  "ClinicColumns",
  "ClinicWords",
  "ClinicMeasures",
]);

function lookOf(table: SettingsTableName, heading: string): ColumnLook {
  if (WORDS_ONLY.has(table)) return { style: "text", numberFormat: AS_TEXT };
  return COLUMN_LOOKS[heading] ?? { style: "text" };
}

function widthOf(table: SettingsTableName, heading: string): number {
  return OWN_WIDTHS[table]?.[heading] ?? WIDTHS[heading] ?? 13;
}

/** Where a heading's cells are longer or shorter than those of the same heading elsewhere. */
const OWN_WIDTHS: Readonly<Partial<Record<SettingsTableName, Readonly<Record<string, number>>>>> = {
  ClinicColumns: { List: 22, Sheet: 22, Column: 26, Heading: 34 },
  ClinicWords: { List: 22, Column: 22, Word: 26, Means: 26 },
  ClinicServices: { Title: 26, "Disabled children": 17 },
  ClinicStatuses: { "Qualifying Status": 20, "Highlight at or above": 20 },
  ClinicMeasures: {
    Title: 40,
    Page: 24,
    Measure: 22,
    List: 20,
    Counted: 18,
    "Counted by": 22,
    Start: 22,
    End: 22,
    Date: 22,
    "Due date": 20,
    "First due": 17,
    Frequency: 20,
    With: 40,
    "Only where": 40,
    Team: 20,
    Chart: 8,
  },
};

const WIDTHS: Readonly<Record<string, number>> = {
  Setting: 32,
  Value: 40,
  ID: 23.5,
  Indicator: 60,
  Unit: 14,
  "Not yet due": 13,
  Note: 24,
  Team: 34,
  "Also known as": 34,
  "Short name": 24,
  Became: 34,
  From: 13,
  Date: 13,
  Name: 24,
};
