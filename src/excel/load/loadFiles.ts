/**
 * "Load this month's files": the one act of the add-in that writes to extract sheets (SPEC §11). A list is put together
 * on a hidden sheet, counted there, and changes over in one request: it is whole afterwards, old or new.
 */
import type { CellValue } from "../../clinic/cells/worksheet";
import type { Refusal } from "../../loading/fileSheets";
import type { LoadPlan, SheetLoad, StandingTarget } from "../../loading/loadPlan";
import { Cancelled, stopIfCancelled } from "../host/cancel";
import { setNumberFormat, textForExcel } from "../host/cellText";
import { ClinicError } from "../host/clinicError";
import { explainError } from "../host/excelError";
import { oneAtATime } from "../host/oneAtATime";
import { isPassing, withPauses } from "../host/retry";
import { sameName } from "../read/ourSheets";
import { type Survey, surveyWorkbook } from "../read/survey";
import { type OnSheet, runInExcel } from "../host/run";
import { bytesOf, CALL_BYTES, groupJobs, sendGroups, type WriteJob } from "../host/requests";
import { clearFilters, DATE_FORMAT, queueChangeOver } from "../read/changeOver";
import { type ChangeOver, STAGING } from "../host/staging";
import { tidyAfterLoading } from "./tidyAtStart";
import { lookAtStanding, runsOf, type Standing } from "./standing";

export interface LoadingOptions {
  /** List `done` of `of` is being loaded. */
  readonly onProgress?: (done: number, of: number, name: string) => void;
  readonly signal?: AbortSignal;
}

export interface Loaded {
  readonly name: string;
  readonly sheet: string;
  readonly rows: number;
  /** A filter that hid rows of the sheet was cleared, since Excel would have left them as they were. */
  readonly filterCleared: boolean;
}

export interface LoadOutcome {
  readonly loaded: readonly Loaded[];
  /** Names of lists that stand as they were. */
  readonly notLoaded: readonly string[];
  /** Why it stopped before its end: a ClinicError; null where it did not, or was cancelled. */
  readonly problem: Error | null;
}

/** One list after the other. Never throws for what Excel does: what was loaded until then is in the outcome. */
export async function loadFiles({ loads }: LoadPlan, options: LoadingOptions = {}): Promise<LoadOutcome> {
  const loaded: Loaded[] = [];
  const left = () => loads.slice(loaded.length).map(({ name }) => name);
  const loadFrom = async (next: number): Promise<void> => {
    const load = loads[next];
    if (!load) return;
    stopIfCancelled(options.signal);
    options.onProgress?.(next, loads.length, load.name);
    const filterCleared = await loadList(load, options.signal);
    loaded.push({ name: load.name, sheet: load.target.sheet, rows: load.rows.length, filterCleared });
    return loadFrom(next + 1);
  };
  try {
    await oneAtATime("loading", () => loadFrom(0));
    return { loaded, notLoaded: [], problem: null };
  } catch (error) {
    const problem =
      error instanceof Cancelled ? null : explainError(error, { step: "loading files", sheet: null });
    return { loaded, notLoaded: left(), problem };
  }
}

/** Returns whether a filter was cleared. */
async function loadList(load: SheetLoad, signal: AbortSignal | undefined): Promise<boolean> {
  await tidyAfterLoading();
  try {
    return await runInExcel(`loading ${load.name}`, (context, onSheet) =>
      load.target.kind === "new"
        ? makeSheet(context, onSheet, load, signal)
        : replaceList(context, onSheet, { ...load, target: load.target }, signal),
    );
  } catch (error) {
    // A change that broke off is finished at once where Excel lets us, and at the next start where it does not.
    await tidyAfterLoading().catch(() => undefined);
    if (load.target.kind === "new") await showIfNamed(load.target.sheet).catch(() => undefined);
    throw error;
  }
}

async function replaceList(
  context: Excel.RequestContext,
  onSheet: OnSheet,
  load: SheetLoad & { readonly target: StandingTarget },
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const survey = await surveyWorkbook(context, onSheet);
  refuseLockedWorkbook(survey);
  const { standing, refusal } = await lookAtStanding(context, survey, load, onSheet);
  if (!standing) throw refused(load, refusal);
  await stage(context, onSheet, load, [], signal);
  onSheet(standing.sheet.name);
  const filterCleared = await clearFilters(context, survey, standing.sheet.name);
  await growTable(context, load, standing);
  const change: ChangeOver = {
    sheet: standing.sheet.name,
    headerRow: load.target.headerRow,
    runs: runsOf(load),
    rows: load.rows.length,
    oldRows: standing.oldRows,
    dates: standing.undated,
  };
  queueChangeOver(context, await surveyWorkbook(context, onSheet), change);
  await context.sync();
  await countOnSheet(context, load, change);
  return filterCleared;
}

/** A new list's sheet is the staging sheet itself, shown under the list's name when it is whole. */
async function makeSheet(
  context: Excel.RequestContext,
  onSheet: OnSheet,
  load: SheetLoad,
  signal: AbortSignal | undefined,
): Promise<false> {
  const survey = await surveyWorkbook(context, onSheet);
  refuseLockedWorkbook(survey);
  if (survey.sheets.some(({ name }) => sameName(name, load.target.sheet)))
    throw refused(load, {
      why: `The workbook now has a sheet called “${load.target.sheet}”.`,
      whatToDo: CHOOSE_AGAIN,
    });
  await stage(context, onSheet, load, [load.columns.map(({ heading }) => heading)], signal);
  const sheet = context.workbook.worksheets.getItem(STAGING);
  sheet.getRangeByIndexes(0, 0, 1, Math.max(1, load.columns.length)).format.font.bold = true;
  load.columns.forEach(({ isDate }, column) => {
    if (isDate && load.rows.length > 0)
      setNumberFormat(sheet.getRangeByIndexes(1, column, load.rows.length, 1), DATE_FORMAT);
  });
  await context.sync();
  await freezeHeadings(context);
  sheet.name = load.target.sheet;
  sheet.visibility = "Visible";
  await context.sync();
  return false;
}

/** Excel refuses it while another workbook is in front (o-js#6365): it is tried again, and a sheet without is a sheet all the same. */
async function freezeHeadings(context: Excel.RequestContext): Promise<void> {
  try {
    await withPauses(async () => {
      context.workbook.worksheets.getItem(STAGING).freezePanes.freezeRows(1);
      await context.sync();
    });
  } catch (error) {
    if (!isPassing(error)) throw error;
  }
}

/** A new sheet that has its name is whole, and may be seen. */
async function showIfNamed(name: string): Promise<void> {
  await runInExcel("showing a loaded sheet", async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load("visibility");
    await context.sync();
    if (!sheet.isNullObject) sheet.visibility = "Visible";
    await context.sync();
  });
}

const CHOOSE_AGAIN = "Choose the files again.";

/** Blocks that are written as one: about so many cells. */
const CELLS_A_BLOCK = 20_000;

/** Fills the hidden sheet and counts what it holds. Throws ClinicError where Excel holds another number of cells. */
async function stage(
  context: Excel.RequestContext,
  onSheet: OnSheet,
  load: SheetLoad,
  above: readonly (readonly CellValue[])[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const rows = [...above, ...load.rows];
  const columns = load.columns.length;
  const made = context.workbook.worksheets.add(STAGING);
  made.visibility = "VeryHidden";
  await context.sync();
  if (columns === 0 || rows.length === 0) return;
  const sheet = context.workbook.worksheets.getItem(STAGING);
  const jobs: WriteJob[] = [];
  const height = Math.max(1, Math.floor(CELLS_A_BLOCK / columns));
  for (let from = 0; from < rows.length; from += height) {
    const cells = rows.slice(from, from + height).map((row) => row.map(asTyped));
    jobs.push({
      sheet: load.target.sheet,
      bytes:
        CALL_BYTES + bytesOf(cells.map((row) => row.map((cell) => (typeof cell === "boolean" ? 1 : cell)))),
      write: () => {
        sheet.getRangeByIndexes(from, 0, cells.length, columns).values = cells;
      },
    });
  }
  const groups = groupJobs(jobs);
  const sent = await sendGroups(context, groups, {
    onSheet,
    onSent: () => undefined,
    ...(signal ? { signal } : {}),
  });
  if (sent < groups.length) throw new Cancelled("Cancelled.");
  const counted = context.workbook.functions.countA(sheet.getRangeByIndexes(0, 0, rows.length, columns));
  counted.load("value");
  await context.sync();
  if (counted.value !== filledCells(rows)) throw miscounted(load, "Nothing on your sheets was changed.");
}

const asTyped = (cell: CellValue): CellValue => (typeof cell === "string" ? textForExcel(cell) : cell);

function filledCells(rows: readonly (readonly CellValue[])[]): number {
  return rows.reduce((sum, row) => sum + row.filter((cell) => cell !== "").length, 0);
}

/**
 * Blank rows at the end of the table, before its list changes over: a blank row is no record, so the old list is still
 * whole. The table's own formulas are copied into them, which blank rows would otherwise lack.
 */
async function growTable(
  context: Excel.RequestContext,
  load: SheetLoad,
  { table, calculated }: Standing,
): Promise<void> {
  const body = table ? table.area.rows - 1 - (table.hasTotal ? 1 : 0) : 0;
  const missing = load.rows.length - body;
  if (!table || missing <= 0) return;
  const standing = context.workbook.tables.getItem(table.foundAs);
  const sheet = context.workbook.worksheets.getItem(table.sheetId);
  const most = Math.max(1, Math.floor(BLANKS_A_REQUEST / table.area.columns));
  const first = table.area.row + 1;
  const growBy = async (grown: number): Promise<void> => {
    const rows = Math.min(most, missing - grown);
    if (rows <= 0) return;
    standing.rows.add(
      undefined,
      Array.from({ length: rows }, () => Array.from({ length: table.area.columns }, () => "")),
    );
    for (const column of calculated) {
      const added = sheet.getRangeByIndexes(first + body + grown, column, rows, 1);
      added.copyFrom(sheet.getRangeByIndexes(first, column, 1, 1), "Formulas");
    }
    await context.sync();
    return growBy(grown + rows);
  };
  await growBy(0);
}

const BLANKS_A_REQUEST = 200_000;

/** After the change: the list's columns hold as many filled cells as the file has. */
async function countOnSheet(
  context: Excel.RequestContext,
  load: SheetLoad,
  change: ChangeOver,
): Promise<void> {
  if (change.rows === 0) return;
  const sheet = context.workbook.worksheets.getItem(change.sheet);
  const counts = change.runs.map(({ to, columns }) => {
    const count = context.workbook.functions.countA(
      sheet.getRangeByIndexes(change.headerRow + 1, to, change.rows, columns),
    );
    count.load("value");
    return count;
  });
  await context.sync();
  if (counts.reduce((sum, { value }) => sum + value, 0) !== filledCells(load.rows))
    throw miscounted(load, "Load the file once more.");
}

function refuseLockedWorkbook(survey: Survey): void {
  if (!survey.workbookProtected) return;
  throw new ClinicError(
    "The workbook's structure is protected, so nothing can be loaded.",
    "Choose Review, then Protect Workbook to lift it, then load again.",
    "Code WorkbookProtected.",
  );
}

function refused({ name, target }: SheetLoad, refusal: Refusal | null): ClinicError {
  return new ClinicError(
    refusal?.why ?? `${name} cannot be loaded.`,
    refusal?.whatToDo ?? CHOOSE_AGAIN,
    `Code LoadRefused, sheet "${target.sheet}".`,
  );
}

function miscounted({ name, target }: SheetLoad, whatToDo: string): ClinicError {
  return new ClinicError(
    `Excel now holds a different number of cells from the file for ${name}.`,
    whatToDo,
    `Code LoadMiscounted, sheet "${target.sheet}".`,
  );
}
