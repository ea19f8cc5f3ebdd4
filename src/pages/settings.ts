/** Clinic Settings: the four tables where the analyst has them; a build adds missing rows and changes none (SPEC §3). */
import type { CellValue } from "../clinic/extracts/worksheet";
import type { ClinicReport } from "../clinic/report";
import type { SettingsRows } from "../clinic/settings/settingsRows";
import { TOP_HEIGHTS, picturePage } from "./layout/pageTop";
import { assemble } from "./layout/part";
import type { PagePart } from "./layout/part";
import { AS_TEXT, DATE, TITLE_HEIGHT, WHOLE, gapBefore } from "./layout/tableColumn";
import { pageName } from "./pageNames";
import type { CellContent, SheetPlan, StylePlan, TablePlan } from "./plan";
import { placeSettings, settingsSheet } from "./settingsPlaces";
import type { SettingsPlace } from "./settingsPlaces";

const HOW_TO =
  "Change what you need, then build again. A blank cell means the default; rows may be sorted or added.";
const NOTE_COLUMN = 3;

export function settingsPage(report: ClinicReport, settings: SettingsRows): SheetPlan {
  const sheet = settingsSheet(settings);
  const places = placeSettings(settings).filter((place) => place.sheet === sheet);
  const name = { ...pageName("settings"), sheet };
  return assemble({ ...picturePage(name, report), paper: "as many as it takes" }, [
    pageTitle(places),
    ...places.map(tablePart),
  ]);
}

/** A sheet that stands is the analyst's own: only what is missing is added. */
function pageTitle(places: readonly SettingsPlace[]): PagePart {
  if (places.some(({ table }) => table.standing !== null)) return {};
  return {
    blocks: [
      { row: 0, column: 0, cells: [[pageName("settings").title]] },
      { row: 0, column: NOTE_COLUMN, cells: [[HOW_TO]] },
    ],
    styles: [
      { row: 0, column: 0, rows: 1, columns: 1, style: "page-title" },
      { row: 0, column: NOTE_COLUMN, rows: 1, columns: 1, style: "note" },
    ],
    rowHeights: { 0: TOP_HEIGHTS.title },
  };
}

function tablePart(place: SettingsPlace): PagePart {
  const { table, headerRow, column, headings } = place;
  const plan: TablePlan = {
    name: table.name,
    row: headerRow,
    column,
    headings,
    columns: headings.map(lookOf),
    rows: rowsToAdd(place),
    total: null,
    showFilter: true,
    keepExistingRows: true,
    choices: table.choices,
  };
  if (table.standing !== null) return { tables: [plan] };
  return {
    blocks: [{ row: headerRow - 1, column, cells: [[table.name]] }],
    styles: [{ row: headerRow - 1, column, rows: 1, columns: 1, style: "table-title" }, ...ownFormats(place)],
    tables: [plan],
    rowHeights: { [headerRow - 1]: TITLE_HEIGHT },
    columnWidths: {
      ...gapBefore(column).columnWidths,
      ...Object.fromEntries(headings.map((heading, i) => [column + i, WIDTHS[heading] ?? 13])),
    },
  };
}

/** A new table has at least one row, blank to be filled. */
function rowsToAdd({ table, headings }: SettingsPlace): readonly (readonly CellContent[])[] {
  const rows = table.missingRows.map((row) => row.map(contentOf));
  return rows.length > 0 || table.standing !== null ? rows : [headings.map(() => null)];
}

/** A setting's own format, such as a date's, where its column has another. */
function ownFormats({ table, headerRow, column, headings }: SettingsPlace): readonly StylePlan[] {
  return table.missingFormats.flatMap((formats, row) =>
    formats.flatMap((numberFormat, at): StylePlan[] => {
      const look = lookOf(headings[at] ?? "");
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
  Target: NUMBER,
  "Amber within": NUMBER,
  Timescale: NUMBER,
  Population: { style: "number", numberFormat: WHOLE },
  Date: { style: "number", numberFormat: DATE },
};

function lookOf(heading: string): ColumnLook {
  return COLUMN_LOOKS[heading] ?? { style: "text" };
}

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
  Date: 13,
  Name: 24,
};
