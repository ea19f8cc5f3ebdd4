/** Writes a WorkbookPlan into the workbook that is open: makes what is missing, rewrites what stands, in few requests. */
import type { SheetPlan, WorkbookPlan } from "../pages/plan";
import { useDates1904, useRealSheetNames } from "./adaptPlan";
import { ClinicError } from "./clinicError";
import { MARK_NAME, markOfPage, SETTINGS_PAGE } from "./marks";
import { otherTablesOn, ourTablesOn, refuseProtected, sheetOfPage } from "./ourSheets";
import { readFilledCells } from "./readUsersCells";
import { refuseClashes } from "./refuseClashes";
import { CALL_BYTES, groupJobs, sendGroups, type SheetJob, type WriteJob } from "./requests";
import { runInExcel } from "./run";
import { type SheetFound, type Survey, surveyWorkbook } from "./survey";
import { nameJobs } from "./writeNames";
import type { FilledCell } from "./usersCells";
import { sheetWriting } from "./writeSheet";
import { stopIfCancelled } from "./cancel";

export interface WriteOptions {
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
  /** Kept in workbook.settings: `started` with the first request, `finished` with the last. No child's data. */
  readonly keep?: { readonly key: string; readonly started: string; readonly finished: string };
}

export interface Written {
  /** Names of our sheets as they are now. */
  readonly sheetsWritten: readonly string[];
  readonly state: "complete" | "incomplete";
}

/**
 * Throws ClinicError when something stands in the way (a sheet of the user's with our name, a protected sheet, cells
 * of the user's where the pack has to write: before anything is written), Cancelled when the signal was set before the first request that writes.
 */
export async function writePlan(plan: WorkbookPlan, options: WriteOptions = {}): Promise<Written> {
  let begun = false;
  try {
    const written = await runInExcel("writing the pack", async (context, onSheet): Promise<Written> => {
      const survey = await surveyWorkbook(context, onSheet);
      const placed = placeSheets(plan, survey);
      const filled = await readFilledCells(context, placed.plan, survey, placed.standing, onSheet);
      const groups = groupJobs(allJobs(context, placed, survey, filled, options));
      stopIfCancelled(options.signal);
      begun = true;
      const onSent = (sent: number, of: number) => options.onProgress?.(sent, of);
      const sent = await sendGroups(context, groups, { onSheet, onSent, signal: options.signal });
      return {
        sheetsWritten: placed.plan.sheets.map((sheet) => sheet.name),
        state: sent === groups.length ? "complete" : "incomplete",
      };
    });
    if (written.state === "incomplete") await hearEventsAgain();
    return written;
  } catch (error) {
    if (begun) await hearEventsAgain();
    throw error;
  }
}

/** The first request silenced the workbook's events, which only the last one undoes. */
async function hearEventsAgain(): Promise<void> {
  try {
    await runInExcel("listening to the workbook again", async (context) => {
      context.runtime.enableEvents = true;
      await context.sync();
    });
  } catch (error) {
    if (!(error instanceof ClinicError)) throw error; // what stopped the build is told instead
  }
}

/** Cursor at A1 of the first of our pages. Another window may have the focus: that spoils nothing. */
export async function showFirstPage(sheet: string): Promise<void> {
  try {
    await runInExcel("showing the first page", async (context) => {
      const first = context.workbook.worksheets.getItem(sheet);
      first.activate();
      first.getRange("A1").select();
      await context.sync();
    });
  } catch (error) {
    if (!(error instanceof ClinicError)) throw error;
  }
}

interface PlacedPlan {
  readonly plan: WorkbookPlan;
  /** The standing sheet by the page's key; null = to be made. */
  readonly standing: ReadonlyMap<string, SheetFound | null>;
}

/** Finds each page's sheet, refuses what must not be overwritten, and gives the plan the names that the sheets really have. */
function placeSheets(plan: WorkbookPlan, survey: Survey): PlacedPlan {
  const standing = new Map(
    plan.sheets.map((sheet) => {
      const sought = { page: sheet.page, name: sheet.name, tables: sheet.tables.map((table) => table.name) };
      return [sheet.page, sheetOfPage(survey, sought)] as const;
    }),
  );
  const ours = [...standing.values()].filter((sheet) => sheet !== null);
  refuseProtected(survey, ours, ours.length < plan.sheets.length);
  refuseClashes(plan, survey, standing);
  const real = new Map(
    plan.sheets.map((sheet) => [sheet.name, standing.get(sheet.page)?.name ?? sheet.name]),
  );
  const named = useRealSheetNames(plan, real);
  return { plan: survey.date1904 ? useDates1904(named) : named, standing };
}

/** In this order: warnings, sheets, tables, names, cells and looks, and last the titles that say it is done. */
function allJobs(
  context: Excel.RequestContext,
  placed: PlacedPlan,
  survey: Survey,
  filled: ReadonlyMap<string, readonly FilledCell[]>,
  options: WriteOptions,
): WriteJob[] {
  const { workbook } = context;
  const anchors = createAnchors(placed);
  const pages = placed.plan.sheets.map((plan) => {
    const found = placed.standing.get(plan.page) ?? null;
    const tables = found ? ourTablesOn(survey, found, plan.tables) : [];
    const made = found ? null : makeSheetJob(workbook, plan, anchors(plan));
    // An object asks for its sheet at once, so a sheet that is yet to be made is only named inside a job.
    let asked: Excel.Worksheet | undefined;
    const sheet = () => (asked ??= workbook.worksheets.getItem(found?.id ?? plan.name));
    const jobs = sheetWriting(
      plan,
      found && {
        sheet: found,
        tables,
        others: otherTablesOn(survey, found, tables),
        filled: filled.get(plan.page) ?? [],
      },
    );
    const take = (some: readonly SheetJob[]) =>
      some.map((job) => ({ sheet: plan.name, bytes: job.bytes, write: () => job.write(sheet()) }));
    return {
      plan,
      made,
      found,
      warn: take(jobs.warn),
      shape: take(jobs.shape),
      content: take(jobs.content),
      finish: take(jobs.finish),
    };
  });
  const marked = pages.filter(({ found, plan }) => found !== null && found.markedAs !== plan.page);
  return [
    startJob(context, options),
    ...pages.filter(({ found }) => found !== null).flatMap(({ warn }) => warn),
    ...pages.flatMap(({ made, warn }) => (made ? [made, ...warn] : [])),
    ...marked.map(({ plan, found }) => markJob(workbook, plan, found)),
    ...pages.flatMap(({ shape }) => shape),
    ...nameJobs(workbook, placed.plan.names, survey.names),
    ...pages.flatMap(({ content }) => content),
    finishJob(
      context,
      placed.plan,
      survey,
      options,
      pages.flatMap(({ finish }) => finish),
    ),
  ];
}

/** Sheets are made at the end, or before the next of our pages that already stands. */
function createAnchors({ plan, standing }: PlacedPlan): (sheet: SheetPlan) => number | null {
  const madeBefore: number[] = [];
  return (sheet) => {
    const after = plan.sheets.slice(plan.sheets.indexOf(sheet) + 1).map((each) => standing.get(each.page));
    const anchor = after.find((found) => found)?.position;
    if (anchor === undefined) return null;
    const position = anchor + madeBefore.filter((other) => other <= anchor).length;
    madeBefore.push(anchor);
    return position;
  };
}

function makeSheetJob(workbook: Excel.Workbook, plan: SheetPlan, position: number | null): WriteJob {
  return {
    sheet: plan.name,
    bytes: 8 * CALL_BYTES,
    write() {
      const sheet = workbook.worksheets.add(plan.name);
      sheet.names.add(MARK_NAME, markOfPage(plan.page)).visible = false;
      if (position !== null) sheet.position = position;
    },
  };
}

/** Clinic Settings that came with the workbook is known by its tables; from now on also by its mark. */
function markJob(workbook: Excel.Workbook, plan: SheetPlan, found: SheetFound | null): WriteJob {
  return {
    sheet: plan.name,
    bytes: 3 * CALL_BYTES,
    write() {
      if (found)
        workbook.worksheets.getItem(found.id).names.add(MARK_NAME, markOfPage(plan.page)).visible = false;
    },
  };
}

function startJob(context: Excel.RequestContext, { keep }: WriteOptions): WriteJob {
  return {
    sheet: "",
    bytes: 3 * CALL_BYTES,
    write() {
      context.runtime.enableEvents = false;
      if (keep) context.workbook.settings.add(keep.key, keep.started);
    },
  };
}

/** In one job, so that titles and all come with one and the same request. */
function finishJob(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  survey: Survey,
  { keep }: WriteOptions,
  titles: readonly WriteJob[],
): WriteJob {
  return {
    sheet: "",
    bytes: titles.reduce((sum, job) => sum + job.bytes, 6 * CALL_BYTES),
    write() {
      if (survey.manualCalculation) context.application.calculate("Full");
      for (const title of [...titles].reverse()) title.write(); // the Summary's last
      if (plan.sheets.some((sheet) => sheet.page !== SETTINGS_PAGE))
        context.workbook.properties.title = plan.title;
      if (keep) context.workbook.settings.add(keep.key, keep.finished);
      context.runtime.enableEvents = true;
    },
  };
}
