/** One page: first its tables take shape (so that formulas can name them), then its cells and looks are written. */
import type { BlockPlan, CellContent, SheetPlan, TablePlan } from "../pages/plan";
import { cellForExcel } from "./cellText";
import { fitLayout, type FittedLayout, type LayoutStep } from "./fitLayout";
import { SETTINGS_PAGE } from "./marks";
import { around, outside, type Rectangle } from "./rectangles";
import { CALL_BYTES, type SheetJob } from "./requests";
import type { SheetFound, TableFound } from "./survey";
import { type FilledCell, refuseTornTables, usersCells } from "./usersCells";
import { blockJob } from "./writeCells";
import { chartJobs } from "./writeCharts";
import { formatJobs, sizeJobs, styledParts, type StyledRectangle, tableParts } from "./writeFormats";
import { linkJobs } from "./writeLinks";
import { settingsPaperJob, sheetJobs } from "./writePrint";
import { choiceJobs, ruleJobs } from "./writeRules";
import { bodyAfter, contentJobs, filledRows, retireJob, shapeJob } from "./writeTables";

export const NOT_FINISHED = "Build not finished – do not use";

export interface PageJobs {
  /** Written before the shape of any page: the page says that it is not finished. */
  readonly warn: readonly SheetJob[];
  readonly shape: readonly SheetJob[];
  readonly content: readonly SheetJob[];
  /** Written last of all: the page's title. */
  readonly finish: readonly SheetJob[];
}

/** A page as surveyed. */
export interface StandingPage {
  readonly sheet: SheetFound;
  /** Ours. */
  readonly tables: readonly TableFound[];
  /** The user's. */
  readonly others: readonly TableFound[];
  /** What stands outside our tables. */
  readonly filled: readonly FilledCell[];
}

/**
 * `standing` null = the sheet was just made.
 * Throws ClinicError when our tables, or cells of the user's, stand where they cannot stay.
 */
export function sheetWriting(planned: SheetPlan, standing: StandingPage | null): PageJobs {
  const tables = standing?.tables ?? [];
  const fitted = fitLayout(planned, tables);
  refuseTornTables(planned, tables, standing?.others ?? []);
  const users = usersCells(planned, tables, fitted, standing?.filled ?? []);
  if (standing && planned.page === SETTINGS_PAGE) return settingsWriting(planned, tables);
  const { plan } = fitted;
  const page = pageArea(fitted, standing?.sheet.used ?? null);
  const { title, blocks } = takeTitle(plan.blocks);
  return {
    warn: [titleJob(NOT_FINISHED)],
    shape: [
      ...(standing ? [clearJob(fitted, page, users)] : []),
      ...fitted.retired.map((table) => retireJob(table)),
      ...plan.tables.map((table) => shapeJob(table, fitted.standing.get(table.name.toLowerCase()))),
    ],
    content: [
      ...sheetJobs(plan),
      ...sizeJobs(plan, rowsEverOurs(fitted)),
      ...blocks.flatMap((block) => blockJob(block) ?? []),
      ...plan.tables.flatMap((table) => tableJobs(table, fitted.standing.get(table.name.toLowerCase()))),
      ...linkJobs(plan.links),
      // After links, to which Excel gives a look of its own, and tables, whose columns have formats of their own.
      ...formatJobs(styledParts(plan, plan.tables), plan.verticalAlign),
      ...ruleJobs(plan, page),
      ...chartJobs(plan, standing?.sheet.charts ?? []),
    ],
    finish: [titleJob(title)],
  };
}

/** Clinic Settings that stands is the analyst's: rows and tables are added, nothing on it is altered. */
function settingsWriting(plan: SheetPlan, found: readonly TableFound[]): PageJobs {
  const standing = new Map(found.map((table) => [table.name.toLowerCase(), table]));
  const standingOf = (table: TablePlan) => standing.get(table.name.toLowerCase());
  const made = plan.tables.filter((table) => !standingOf(table));
  const titles = plan.blocks.flatMap((block) => made.flatMap((table) => cellAbove(block, table)));
  const styled: StyledRectangle[] = plan.tables.flatMap((table) => {
    const old = standingOf(table);
    if (!old) return tableParts(table, table.row + 1, Math.max(1, table.rows.length));
    const { row, count } = filledRows(table, old);
    const place = { ...table, column: old.area.column };
    return count > 0
      ? tableParts(place, row, count).filter((part) => part.row === row && part.rows === count)
      : [];
  });
  return {
    warn: [],
    shape: plan.tables.map((table) => shapeJob(table, standingOf(table))),
    content: [
      settingsPaperJob(),
      ...titles.flatMap((block) => blockJob(block) ?? []),
      ...plan.tables.flatMap((table) => tableJobs(table, standingOf(table))),
      ...styled.flatMap((part) => formatJobs([part])),
    ],
    finish: [],
  };
}

function tableJobs(table: TablePlan, standing: TableFound | undefined): SheetJob[] {
  const body = bodyAfter(table, standing);
  return [...contentJobs(table, standing), ...(table.choices ? choiceJobs(body, table.choices) : [])];
}

/** All cells that the page has held or will hold. */
function pageArea({ plan, steps, standing }: FittedLayout, used: Rectangle | null): Rectangle {
  const inserted = (of: LayoutStep["of"]) =>
    steps
      .filter((step) => step.of === of && step.act === "insert")
      .reduce((sum, step) => sum + step.count, 0);
  const before = used && {
    ...used,
    rows: used.rows + inserted("rows"),
    columns: used.columns + inserted("columns"),
  };
  const written = { row: 0, column: 0, rows: plan.print.lastRow + 1, columns: plan.print.lastColumn + 1 };
  const bodies = plan.tables.map((table) => ({
    row: table.row,
    column: table.column,
    rows: Math.max(1, table.rows.length) + 2,
    columns: table.headings.length,
  }));
  const old = [...standing.values()].map((table) => table.area);
  return around([written, ...bodies, ...old, ...(before ? [before] : [])]) ?? written;
}

/** From the top of the sheet, so far as the plan goes or our tables have gone. */
function rowsEverOurs({ plan, standing }: FittedLayout): number {
  const bottoms = [...standing.values()].map(({ area }) => area.row + area.rows);
  return Math.max(plan.print.lastRow + 1, ...bottoms);
}

/** Moves rows and columns so that tables stand where the plan has them, then takes the looks of all that is ours. */
function clearJob(
  { steps, standing, plan }: FittedLayout,
  page: Rectangle,
  users: readonly Rectangle[],
): SheetJob {
  const looks = outside(page, users);
  const top = Math.min(
    ...[...standing.values()].map(({ area }) => area.row),
    ...plan.tables.map(({ row }) => row),
  );
  return {
    bytes: (steps.length * 3 + looks.length * 4 + 6) * CALL_BYTES,
    write(sheet) {
      for (const step of steps) doStep(sheet, step);
      for (const { row, column, rows, columns } of looks) {
        const range = sheet.getRangeByIndexes(row, column, rows, columns);
        range.clear("Formats");
        range.clear("Hyperlinks");
      }
      // The lines above the first table's title, of which there may be fewer this time. Never A1: from the first request
      // to the last it says that the page is not finished.
      if (top > 2) sheet.getRangeByIndexes(1, 0, top - 2, 1).clear("Contents");
    },
  };
}

function doStep(sheet: Excel.Worksheet, { act, of, at, count }: LayoutStep): void {
  const range =
    of === "rows"
      ? sheet.getRangeByIndexes(at, 0, count, 1).getEntireRow()
      : sheet.getRangeByIndexes(0, at, 1, count).getEntireColumn();
  if (act === "insert") range.insert(of === "rows" ? "Down" : "Right");
  else range.delete(of === "rows" ? "Up" : "Left");
}

/** A1 holds the page's title, and until the build is done the warning instead. */
function takeTitle(blocks: readonly BlockPlan[]): {
  readonly title: CellContent;
  readonly blocks: readonly BlockPlan[];
} {
  const block = blocks.find(({ row, column }) => row === 0 && column === 0);
  const title = block?.cells[0]?.[0] ?? null;
  if (!block || title === null) return { title: null, blocks };
  const cells = block.cells.map((row, r) => (r === 0 ? [NOT_FINISHED, ...row.slice(1)] : row));
  return { title, blocks: blocks.map((each) => (each === block ? { ...block, cells } : each)) };
}

function titleJob(title: CellContent): SheetJob {
  return {
    bytes: 2 * CALL_BYTES,
    write(sheet) {
      sheet.getRangeByIndexes(0, 0, 1, 1).formulas = [[cellForExcel(title)]];
    },
  };
}

function cellAbove(block: BlockPlan, table: TablePlan): BlockPlan[] {
  const cell = block.cells[table.row - 1 - block.row]?.[table.column - block.column];
  return cell === undefined || cell === null
    ? []
    : [{ row: table.row - 1, column: table.column, cells: [[cell]] }];
}
