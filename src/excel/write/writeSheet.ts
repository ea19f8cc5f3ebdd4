/** One page: first its tables take shape (so that formulas can name them), then its cells and looks are written. */
import { certain } from "../../clinic/cells/certain";
import { cellsAt, tableOn } from "../host/ranges";
import type { CellValue } from "../../clinic/cells/worksheet";
import type { BlockPlan, CellContent, SheetPlan, TablePlan } from "../../pages/plan";
import { cellForExcel } from "../host/cellText";
import { type TableToCheck, tableToCheck } from "./checkWritten";
import { fitLayout, type FittedLayout, type LayoutStep } from "./fitLayout";
import { digestOf } from "../host/digest";
import type { DrawnPage } from "../host/drawn";
import { isAnalystsPage, NOT_FINISHED } from "../host/marks";
import { around, isWithin, outside, type Rectangle } from "../host/rectangles";
import { CALL_BYTES, type SheetJob } from "../host/requests";
import type { SheetFound, TableFound } from "../read/survey";
import { type FilledCell, ownWarnings, refuseTornTables, usersCells } from "./usersCells";
import { blockDifferences, type CellsThere, type IsSpelling } from "./differences";
import { areaOfPlan, drawnParts, formatsPart, standingParts } from "./drawnParts";
import { blockJob, type FormattedRectangle, isListed, tableFormatJob, type TableFormats } from "./writeCells";
import { chartJobs } from "./writeCharts";
import {
  lookJobs,
  mergeRectangles,
  numberFormatJobs,
  sizeJobs,
  styledParts,
  type StyledRectangle,
  tableParts,
} from "./writeFormats";
import { linkJobs } from "./writeLinks";
import { footerJob, paperJob, settingsPaperJob, tabJobs } from "./writePrint";
import { choiceJobs, ruleJobs } from "./writeRules";
import { planRows, rowsAfter, type TableRows, writtenFrom } from "./tableRows";
import { contentJobs, retireJob, shapeJob, tableFormats } from "./writeTables";

export interface PageJobs {
  /** Written before the shape of any page: the page says that it is not finished. */
  readonly warn: readonly SheetJob[];
  readonly shape: readonly SheetJob[];
  readonly content: readonly SheetJob[];
  /** Read back once all of that is written. */
  readonly check: readonly TableToCheck[];
  /** How it prints; null = as it does already. */
  readonly paper: SheetJob | null;
  /** Written last of all: the page's title. */
  readonly finish: readonly SheetJob[];
  /** What is kept of how it is drawn. */
  readonly drawn: DrawnPage;
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
  readonly there: CellsThere;
  /** How the last build drew it; undefined where that is not known. */
  readonly drawn: DrawnPage | undefined;
  readonly isSpelling: IsSpelling;
  /** The rows of a table whose months are kept. */
  readonly months: readonly (readonly CellValue[])[] | null;
  readonly date1904: boolean;
}

/**
 * `standing` null = the sheet was just made.
 * Throws ClinicError when our tables, or cells of the user's, stand where they cannot stay.
 */
export function sheetWriting(given: SheetPlan, standing: StandingPage | null): PageJobs {
  const tables = standing?.tables ?? [];
  const rows = rowsOfTables(given, standing);
  const rowsOf = (table: TablePlan): TableRows => certain(rows.get(table.name));
  const planned = asLongAsTheyGet(given, rowsOf);
  const fitted = fitLayout(planned, tables);
  refuseTornTables(planned, tables, standing?.others ?? [], rowsOf);
  const users = usersCells(planned, tables, fitted, standing?.filled ?? []);
  // One without its tables, or half-made, is what a stopped build left of a new one.
  const isWhole = tables.length > 0 && planned.tables.every((table) => !table.isHalfMade);
  if (standing && isAnalystsPage(planned.page) && isWhole) return settingsWriting(planned, standing, rowsOf);
  const { plan } = fitted;
  const page = pageArea(fitted, standing?.sheet.used ?? null);
  const { title, blocks } = takeTitle(plan.blocks);
  const styled = styledParts(plan, plan.tables);
  const formatted = mergeRectangles(styled).flatMap(({ numberFormat, ...area }) =>
    numberFormat === undefined ? [] : [{ ...area, numberFormat }],
  );
  const formats = plan.tables.flatMap((table) => tableFormats(table, rowsOf(table), formatted) ?? []);
  const drawn = isAnalystsPage(plan.page)
    ? settingsParts(plan.tables, (table) => fitted.standing.get(table.name.toLowerCase()), rowsOf)
    : drawnParts(plan, formats);
  const isDrawn = standingParts(drawn, standing?.drawn, fitted, rowsOf);
  // Cells whose looks are cleared are filled again: a text's apostrophe goes with its looks.
  const cells = standing && isDrawn("looks") ? { ...standing, there: withWarning(standing.there) } : null;
  const contents = plan.tables.map((table) => {
    const found = fitted.standing.get(table.name.toLowerCase());
    return contentJobs(table, rowsOf(table), cells && found ? { ...cells, ...found.area } : null);
  });
  // Whoever types 50% over a figure may give the cell that format: it goes with the figure.
  const filled = new Set(plan.tables.filter((_, i) => contents[i]?.late.length).map(({ name }) => name));
  return {
    warn: [titleJob(NOT_FINISHED)],
    shape: [
      ...(standing
        ? clearJobs(fitted, {
            looks: isDrawn("looks") ? [] : outside(page, users),
            lines: cells ? spareLines(fitted, blocks, cells.there) : linesAbove(fitted),
            warnings: ownWarnings(fitted, standing.filled),
          })
        : []),
      ...fitted.retired.map((table) => retireJob(table)),
      ...plan.tables.flatMap(
        (table) => shapeJob(table, fitted.standing.get(table.name.toLowerCase()), rowsOf(table)) ?? [],
      ),
    ],
    content: [
      ...(isDrawn("tab") ? [] : tabJobs(plan)),
      ...(isDrawn("sizes") ? [] : sizeJobs(plan, rowsEverOurs(fitted))),
      ...blocks.flatMap((block) => (cells ? blockDifferences(block, cells.there) : blockJob(block)) ?? []),
      ...contents.flatMap(({ early }) => early),
      ...(isDrawn("looks")
        ? []
        : [
            ...plan.tables.flatMap((table) =>
              tableChoiceJobs(table, fitted.standing.get(table.name.toLowerCase()), rowsOf(table)),
            ),
            ...linkJobs(plan.links),
            // After links, to which Excel gives a look of its own; number formats after looks, which make them General.
            ...lookJobs(styled, plan.verticalAlign, outside(around([...styled]) ?? page, users)),
            ...numberFormatJobs(outsideTables(formatted, plan.tables, formats)),
          ]),
      ...formats
        .filter(({ name }) => !isDrawn(formatsPart(name)) || filled.has(name))
        .map((table) => tableFormatJob(table, !isDrawn("looks"))),
      ...(isDrawn("rules") ? [] : ruleJobs(plan, page)),
      ...contents.flatMap(({ late }) => late),
      ...chartJobs(plan, standing?.sheet.seriesOf ?? new Map(), isDrawn),
    ],
    check: plan.tables
      .filter(({ keepExistingRows }) => !keepExistingRows)
      .map((table) => tableToCheck(plan.name, table, rowsOf(table))),
    paper: isDrawn("paper") ? (isDrawn("footer") ? null : footerJob(plan)) : paperJob(plan),
    finish: [titleJob(title)],
    drawn,
  };
}

/** The first request puts the warning into A1. */
function withWarning(there: CellsThere): CellsThere {
  return (row, column) => (row === 0 && column === 0 ? NOT_FINISHED : there(row, column));
}

/** Those that do not go in with a table's own. */
function outsideTables(
  formatted: readonly FormattedRectangle[],
  tables: readonly TablePlan[],
  formats: readonly TableFormats[],
): FormattedRectangle[] {
  const listed = new Set(formats.filter(isListed).map(({ name }) => name));
  const areas = tables.filter(({ name }) => listed.has(name)).map(areaOfPlan);
  return formatted.filter((each) => !areas.some((area) => isWithin(each, area)));
}

/** Clinic Settings or Clinic Setup that stands is the analyst's: rows and tables are added, nothing on it is altered. */
function settingsWriting(
  plan: SheetPlan,
  { tables: found, drawn: before }: StandingPage,
  rowsOf: (table: TablePlan) => TableRows,
): PageJobs {
  const standing = new Map(found.map((table) => [table.name.toLowerCase(), table]));
  const standingOf = (table: TablePlan) => standing.get(table.name.toLowerCase());
  const made = plan.tables.filter((table) => !standingOf(table));
  const titles = plan.blocks.flatMap((block) => made.flatMap((table) => cellAbove(block, table)));
  const styled: StyledRectangle[] = plan.tables.flatMap((table) => {
    const old = standingOf(table);
    if (!old) return tableParts(table, table.row + 1, Math.max(1, table.rows.length));
    const row = old.area.row + 1 + writtenFrom(rowsOf(table));
    const count = rowsOf(table).filled;
    const place = { ...table, column: old.area.column };
    return count > 0
      ? tableParts(place, row, count).filter((part) => part.row === row && part.rows === count)
      : [];
  });
  const drawn = settingsParts(plan.tables, standingOf, rowsOf);
  const choicesStand = ({ name }: TablePlan) =>
    before !== undefined && before[choicePart(name)] === drawn[choicePart(name)];
  const contents = plan.tables.map((table) => contentJobs(table, rowsOf(table), null));
  return {
    warn: [],
    shape: plan.tables.flatMap((table) => shapeJob(table, standingOf(table), rowsOf(table)) ?? []),
    content: [
      ...titles.flatMap((block) => blockJob(block) ?? []),
      ...contents.flatMap(({ early }) => early),
      ...plan.tables
        .filter((table) => !choicesStand(table))
        .flatMap((table) => tableChoiceJobs(table, standingOf(table), rowsOf(table))),
      ...lookJobs(styled, plan.verticalAlign),
      ...plan.tables.flatMap((table) => {
        const formats = tableFormats(table, rowsOf(table), []);
        return formats ? [tableFormatJob(formats, true)] : [];
      }),
      ...contents.flatMap(({ late }) => late),
    ],
    paper: before?.["paper"] === undefined ? settingsPaperJob() : null,
    check: [], // the analyst's, who may be editing it
    finish: [],
    drawn,
  };
}

const choicePart = (table: string) => `choices ${table}`;

/** The analyst's pages are drawn once; of what a build may do to them again this is kept. */
function settingsParts(
  tables: readonly TablePlan[],
  standingOf: (table: TablePlan) => TableFound | undefined,
  rowsOf: (table: TablePlan) => TableRows,
): DrawnPage {
  const withChoices = tables.filter(({ choices }) => choices !== undefined);
  const parts = withChoices.map((table) => {
    const area = bodyArea(table, standingOf(table), rowsOf(table));
    return [choicePart(table.name), digestOf(JSON.stringify([area, table.choices]))] as const;
  });
  return Object.fromEntries([["paper", digestOf("as wide as the paper")], ...parts]);
}

/** The words that cells of the table may hold. */
function tableChoiceJobs(table: TablePlan, standing: TableFound | undefined, rows: TableRows): SheetJob[] {
  return table.choices ? choiceJobs(bodyArea(table, standing, rows), table.choices) : [];
}

function bodyArea(table: TablePlan, standing: TableFound | undefined, rows: TableRows): Rectangle {
  const { row, column } = standing?.area ?? table;
  const columns = table.headings.length;
  return { row: row + 1, column, rows: Math.max(1, rows.filled, rowsAfter(rows)), columns };
}

function rowsOfTables({ tables }: SheetPlan, standing: StandingPage | null): ReadonlyMap<string, TableRows> {
  return new Map(
    tables.map((table) => {
      const found = standing?.tables.find((each) => each.name.toLowerCase() === table.name.toLowerCase());
      return [table.name, planRows(table, found, standing?.months ?? null, standing?.date1904 ?? false)];
    }),
  );
}

/** A table that keeps rows of its own is longer than the plan's rows: its looks and the paper go with it. */
function asLongAsTheyGet(plan: SheetPlan, rowsOf: (table: TablePlan) => TableRows): SheetPlan {
  let more = 0;
  const tables = plan.tables.map((table) => {
    const rows = rowsOf(table);
    if (!table.keepsOtherMonths || rows.standing === 0) return table;
    const blank = table.headings.map(() => null);
    more = Math.max(more, rowsAfter(rows) - table.rows.length);
    return { ...table, rows: Array.from({ length: rowsAfter(rows) }, () => blank) };
  });
  return { ...plan, tables, print: { ...plan.print, lastRow: plan.print.lastRow + more } };
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

/** First row of the first table on the page. */
function topTable({ standing, plan }: FittedLayout): number {
  const rows = [...standing.values()].map(({ area }) => area.row);
  return Math.min(...rows, ...plan.tables.map(({ row }) => row));
}

/**
 * The lines above the first table's title, of which there may be fewer this time. Never A1: from the first request to the last
 * it says that the page is not finished.
 */
function linesAbove(fitted: FittedLayout): Rectangle[] {
  const top = topTable(fitted);
  return top > 2 ? [{ row: 1, column: 0, rows: top - 2, columns: 1 }] : [];
}

/** Of those lines the ones that the page no longer has. */
function spareLines(fitted: FittedLayout, blocks: readonly BlockPlan[], there: CellsThere): Rectangle[] {
  const isPlanned = (row: number) =>
    blocks.some((block) => block.column === 0 && (block.cells[row - block.row]?.[0] ?? null) !== null);
  return linesAbove(fitted).flatMap(({ row, rows }) =>
    Array.from({ length: rows }, (_, i) => ({ row: row + i, column: 0, rows: 1, columns: 1 })).filter(
      (line) => there(line.row, 0) !== "" && !isPlanned(line.row),
    ),
  );
}

/** Moves rows and columns so that tables stand where the plan has them; then looks go, and texts that are no longer ours. */
function clearJobs(
  { steps }: FittedLayout,
  {
    looks,
    lines,
    warnings,
  }: {
    readonly looks: readonly Rectangle[];
    readonly lines: readonly Rectangle[];
    readonly warnings: readonly Rectangle[];
  },
): SheetJob[] {
  const texts = [...lines, ...warnings];
  if (steps.length + looks.length + texts.length === 0) return [];
  const job: SheetJob = {
    bytes: (steps.length * 3 + looks.length * 4 + texts.length * 2 + 6) * CALL_BYTES,
    write(sheet) {
      for (const step of steps) doStep(sheet, step);
      for (const { row, column, rows, columns } of looks) {
        const range = cellsAt(sheet, row, column, rows, columns);
        range.clear("Formats");
        range.clear("Hyperlinks");
      }
      for (const { row, column, rows, columns } of texts)
        cellsAt(sheet, row, column, rows, columns).clear("Contents");
    },
  };
  return [job];
}

function doStep(sheet: Excel.Worksheet, { act, of, at, count, table }: LayoutStep): void {
  if (act === "append") {
    const { columns } = tableOn(sheet, table ?? "");
    for (let i = 0; i < count; i++) columns.add();
    return;
  }
  const range =
    of === "rows"
      ? cellsAt(sheet, at, 0, count, 1).getEntireRow()
      : cellsAt(sheet, 0, at, 1, count).getEntireColumn();
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
      cellsAt(sheet, 0, 0, 1, 1).formulas = [[cellForExcel(title)]];
    },
  };
}

function cellAbove(block: BlockPlan, table: TablePlan): BlockPlan[] {
  const cell = block.cells[table.row - 1 - block.row]?.[table.column - block.column];
  return cell === undefined || cell === null
    ? []
    : [{ row: table.row - 1, column: table.column, cells: [[cell]] }];
}
