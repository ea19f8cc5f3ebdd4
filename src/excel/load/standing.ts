/** What stands where a list is to be loaded, and what forbids it (SPEC §11). */
import type { CellValue } from "../../clinic/cells/worksheet";
import { cellText } from "../../clinic/cells/names";
import type { Refusal } from "../../loading/fileSheets";
import type { SheetLoad, StandingTarget } from "../../loading/loadPlan";
import type { SheetFound, Survey, TableFound } from "../read/survey";
import { readRegions } from "../read/readRegions";
import { sameName } from "../read/ourSheets";
import { addressOf, overlap, type Rectangle } from "../host/rectangles";
import type { OnSheet } from "../host/run";
import type { Run } from "../host/staging";

export interface Standing {
  readonly sheet: SheetFound;
  /** The table whose heading row the list's is; null = a plain range. */
  readonly table: TableFound | null;
  /** Rows of the table's body; of a plain range, to the last that holds anything in the list's columns. */
  readonly oldRows: number;
  /** Zero-based columns of the table that hold a formula in its first row, and are not the list's. */
  readonly calculated: readonly number[];
  /** Zero-based date columns whose first cell is not shown as a date. */
  readonly undated: readonly number[];
}

export interface Looked {
  readonly standing: Standing | null;
  readonly refusal: Refusal | null;
}

type StandingLoad = SheetLoad & { readonly target: StandingTarget };

/** Neighbouring columns of the load as runs: each is copied in one go. */
export function runsOf({ columns }: SheetLoad): readonly Run[] {
  const runs: { from: number; to: number; columns: number }[] = [];
  columns.forEach(({ to }, from) => {
    const last = runs[runs.length - 1];
    if (last && last.to + last.columns === to) last.columns++;
    else runs.push({ from, to, columns: 1 });
  });
  return runs;
}

/** Two or three requests. Nothing is written. */
export async function lookAtStanding(
  context: Excel.RequestContext,
  survey: Survey,
  load: StandingLoad,
  onSheet: OnSheet,
): Promise<Looked> {
  const { target } = load;
  const refuse = (why: string, whatToDo: string): Looked => ({ standing: null, refusal: { why, whatToDo } });
  const sheet = survey.sheets.find(({ name }) => sameName(name, target.sheet));
  if (!sheet) return refuse(`The sheet “${target.sheet}” is no longer there.`, CHOOSE_AGAIN);
  if (sheet.isProtected)
    return refuse(
      `The sheet “${sheet.name}” is protected.`,
      "Choose Review, then Unprotect Sheet on that sheet, then choose the file again.",
    );
  onSheet(sheet.name);
  const found = await askFor(context, survey, sheet, load);
  if (found.changed) return refuse(`The headings of “${sheet.name}” have changed since.`, CHOOSE_AGAIN);
  if (found.query !== null)
    return refuse(
      `The sheet “${sheet.name}” is filled by a query${found.query === "" ? "" : ` (“${found.query}”)`}.`,
      "Refresh it instead: choose Data, then Refresh All.",
    );
  const place = tableAndRefusal(survey, sheet, load, found.lastRow);
  if (place.refusal) return { standing: null, refusal: place.refusal };
  const { table } = place;
  const first = target.headerRow + 1;
  const body = table ? table.area.row + table.area.rows - (table.hasTotal ? 1 : 0) - first : 0;
  // What stands below a table is not the list's.
  const oldRows = table ? body : Math.max(found.lastRow - first + 1, 0);
  const formulas =
    oldRows === 0 ? [] : await formulasOf(context, sheet, widthOf(load, table, first, oldRows), onSheet);
  const cell = formulaInColumns(load, formulas, widthOf(load, table, first, Math.max(oldRows, 1)));
  if (cell)
    return refuse(
      `Cell ${cell} of “${sheet.name}” holds a formula inside the list's columns.`,
      "Refresh it instead, or turn the formulas into values, then choose the file again.",
    );
  const own = new Set(load.columns.map(({ to }) => to));
  const calculated = table
    ? columnsOf(table.area).filter(
        (column) =>
          !own.has(column) && isFormula(formulas[0]?.[column - widthOf(load, table, first, 1).column]),
      )
    : [];
  return {
    standing: { sheet, table, oldRows, calculated, undated: found.undated },
    refusal: null,
  };
}

const CHOOSE_AGAIN = "Choose the files again.";

/** One request for all that can be asked without knowing the rows. */
async function askFor(context: Excel.RequestContext, survey: Survey, { id }: SheetFound, load: StandingLoad) {
  const sheet = context.workbook.worksheets.getItem(id);
  const { headerRow } = load.target;
  const width = widthOf(load, null, headerRow, 1);
  const headings = sheet.getRangeByIndexes(headerRow, width.column, 1, width.columns);
  headings.load("values");
  const firstRow = sheet.getRangeByIndexes(headerRow + 1, width.column, 1, width.columns);
  firstRow.load("numberFormat");
  const below = load.columns.map(({ to }) => {
    const column = sheet.getRangeByIndexes(headerRow + 1, to, LAST_ROW - headerRow - 1, 1);
    const used = column.getUsedRangeOrNullObject(true);
    used.load("rowIndex,rowCount");
    return used;
  });
  const { names } = sheet;
  names.load("items/name");
  const tables = survey.tables.filter((table) => table.sheetId === id);
  // ExcelApi 1.14: an older Excel shows a query by its hidden name only.
  const queries = Office.context.requirements.isSetSupported("ExcelApi", "1.14")
    ? context.workbook.queries
    : null;
  queries?.load("items/name,items/loadedTo");
  await context.sync();

  const rows = below.flatMap((used) => (used.isNullObject ? [] : [used.rowIndex + used.rowCount - 1]));
  const total = tables.find(({ area, hasTotal }) => hasTotal && area.row === headerRow);
  const totalRow = total ? total.area.row + total.area.rows - 1 : null;
  const shown = headings.values[0] as CellValue[];
  const formats = firstRow.numberFormat[0] as string[];
  const intoTables = queries?.items.filter(({ loadedTo }) => loadedTo === "Table") ?? [];
  const ownTables = tables.filter(({ area }) => area.row === headerRow);
  return {
    changed: load.columns.some(({ to, heading }) => cellText(shown[to - width.column] ?? "") !== heading),
    query: queryBehind(
      names.items.map(({ name }) => name),
      intoTables.map(({ name }) => name),
      [load.target.sheet, ...ownTables.map(({ name }) => name)],
    ),
    lastRow: Math.max(headerRow, ...rows.filter((row) => row !== totalRow)),
    undated: load.columns.flatMap(({ to, isDate }) =>
      isDate && ["General", "@"].includes(formats[to - width.column] ?? "General") ? [to] : [],
    ),
  };
}

const LAST_ROW = 1_048_576;

/**
 * The query that fills the sheet: by the hidden name that Excel keeps for the cells of every external range, or by the
 * query's own name, which Excel gives to the sheet and the table that it makes for it. null = none is seen; "" = no name.
 */
function queryBehind(
  names: readonly string[],
  queries: readonly string[],
  called: readonly string[],
): string | null {
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const query = queries.find((name) => called.some((other) => plain(other) === plain(name)));
  if (query !== undefined) return query;
  return names.some((name) => /(^|!)ExternalData_\d+$/i.test(name)) ? "" : null;
}

/** The table of the list, where it is one; what else stands where its rows go. */
function tableAndRefusal(
  survey: Survey,
  sheet: SheetFound,
  load: StandingLoad,
  lastRow: number,
): { readonly table: TableFound | null; readonly refusal: Refusal | null } {
  const { headerRow } = load.target;
  const rows = Math.max(load.rows.length, lastRow - headerRow, 1);
  const area = widthOf(load, null, headerRow, rows + 1);
  const here = survey.tables.filter((table) => table.sheetId === sheet.id);
  const hit = here.filter((table) =>
    load.columns.some(({ to }) => overlap(table.area, { ...area, column: to, columns: 1 })),
  );
  const own = hit.filter((table) => table.area.row === headerRow);
  const [table = null] = own;
  const other =
    hit.find((each) => each !== table) ??
    here.find((each) => table !== null && each !== table && isBelow(each, table));
  if (!other) return { table, refusal: null };
  return {
    table,
    refusal: {
      why: `The table “${other.name}” (${addressOf(other.area)} of “${sheet.name}”) is where the list's rows have to go.`,
      whatToDo: "Move that table to a sheet of its own, then choose the file again.",
    },
  };
}

function isBelow(other: TableFound, table: TableFound): boolean {
  const below = { ...table.area, row: table.area.row + table.area.rows, rows: LAST_ROW };
  return overlap(other.area, below);
}

/** From the load's first column to its last, or the table's, in these rows. */
function widthOf({ columns }: SheetLoad, table: TableFound | null, row: number, rows: number): Rectangle {
  const places = [...columns.map(({ to }) => to), ...(table ? columnsOf(table.area) : [])];
  const column = Math.min(...places);
  return { row, column, rows, columns: Math.max(...places) - column + 1 };
}

function columnsOf({ column, columns }: Rectangle): readonly number[] {
  return Array.from({ length: columns }, (_, i) => column + i);
}

async function formulasOf(
  context: Excel.RequestContext,
  sheet: SheetFound,
  area: Rectangle,
  onSheet: OnSheet,
) {
  const [grid = []] = await readRegions(context, [{ sheetId: sheet.id, sheet: sheet.name, area }], {
    onSheet,
    what: "formulas",
  });
  return grid;
}

/** The address of the first; null for none. */
function formulaInColumns(
  load: SheetLoad,
  formulas: readonly (readonly CellValue[])[],
  area: Rectangle,
): string | null {
  const own = load.columns.map(({ to }) => to - area.column);
  for (let row = 0; row < formulas.length; row++) {
    const column = own.find((index) => isFormula(formulas[row]?.[index]));
    if (column !== undefined)
      return addressOf({ row: area.row + row, column: area.column + column, rows: 1, columns: 1 });
  }
  return null;
}

/** A text that only looks like one is taken for one: better refused than overwritten. */
function isFormula(cell: CellValue | undefined): boolean {
  return typeof cell === "string" && cell.length > 1 && cell.startsWith("=");
}
