/** Writes a WorkbookPlan into the workbook that is open: makes what is missing, rewrites what stands, in few requests. */
import type { WorkbookPlan } from "../../pages/plan";
import { stopIfCancelled } from "../host/cancel";
import { ClinicError } from "../host/clinicError";
import { takenOver } from "../host/claim";
import { lastBuildFrom, lastBuildText } from "../host/lastBuild";
import type { DrawnPage } from "../host/drawn";
import type { PageTables } from "../host/marks";
import { askChanged, type ExtractSum } from "../read/extractSums";
import { ourTablesOn } from "../read/ourSheets";
import { type Survey, surveyWorkbook } from "../read/survey";
import { runInExcel } from "../host/run";
import {
  foundTogether,
  groupParts,
  notAsWritten,
  type PartOfCheck,
  partsOfCheck,
  type WrittenFound,
} from "./checkWritten";
import { createClaim, type KeptClaim } from "./keepClaim";
import { type PlacedPlan, placeSheets } from "./placeSheets";
import { readPageCells } from "./readUsersCells";
import { refuseStrangers } from "./refuseStrangers";
import { CALL_BYTES, groupJobs, sendGroup, sendGroups, type WriteJob } from "../host/requests";
import { allJobs, finishJobs, type Keep, pagesOf, type PageToWrite, type WriteOptions } from "./writePages";

export interface Written {
  /** Names of our sheets as they are now. */
  readonly sheetsWritten: readonly string[];
  readonly state: "complete" | "incomplete";
  /** Extract sheets that changed while the pack was built. */
  readonly changedExtracts: readonly string[];
  /** Excel refused the page setup: some pages print as they did before, or as a new sheet does. */
  readonly paperRefused: boolean;
  /** Tables of the analyst's whose filter was cleared, as rows were added to them. */
  readonly filtersCleared: readonly string[];
}

/**
 * Throws ClinicError when something stands in the way (a sheet of the user's with our name, a protected sheet, cells
 * of the user's where the pack has to write: before anything is written), Cancelled when the signal was set before the first request that writes.
 */
export async function writePlan(plan: WorkbookPlan, options: WriteOptions = {}): Promise<Written> {
  let begun = false;
  let claim: KeptClaim | null = null;
  let { keep } = options;
  try {
    const written = await runInExcel("writing the pack", async (context, onSheet): Promise<Written> => {
      claim = keep && options.claim ? createClaim(context, options.claim) : null;
      await claim?.take();
      const survey = await surveyWorkbook(context, onSheet, "pages");
      const placed = placeSheets(plan, survey);
      const cells = await readPageCells(context, placed.plan, survey, placed.standing, onSheet);
      refuseStrangers(plan, placed.standing, cells);
      if (keep) keep = withPages(keep, placed, survey);
      const kept = { ...options, keep };
      const made = new Set<string>();
      const pages = pagesOf(context, placed, survey, { cells, isMade: (sheet) => made.has(sheet) });
      const { front, rest } = allJobs(context, placed, survey, pages, kept);
      const groups = [front, ...groupJobs(rest)];
      const requests = groups.length + CHECK_AND_TITLES;
      const outcome = (state: Written["state"], found: Checked = NOTHING_FOUND): Written => ({
        sheetsWritten: placed.plan.sheets.map((sheet) => sheet.name),
        state,
        changedExtracts: found.changed,
        paperRefused: found.paperRefused,
        filtersCleared: pages.flatMap((page) => page.filtersCleared),
      });
      stopIfCancelled(options.signal);
      begun = true;
      const renewClaim = () => keep && claim?.queue(keep.started);
      const sent = await sendGroups(context, groups, {
        onSheet,
        alongside(request) {
          renewClaim();
          // Of what a build wrote that Excel merges only now nothing looks finished.
          if (claim && request > 0) for (const job of pages[0]?.warn ?? []) job.write();
        },
        beforeSecondTry: () => addSheetNames(context, made),
        onSent(done) {
          claim?.check();
          options.onProgress?.(done, requests);
        },
        signal: options.signal,
      });
      if (sent < groups.length || options.signal?.aborted) return outcome("incomplete");
      const checked = await checkAll(context, pages, survey, {
        extracts: options.extracts ?? [],
        beforehand: renewClaim,
      });
      claim?.check();
      options.onProgress?.(requests - 1, requests);
      if (options.signal?.aborted) return outcome("incomplete");
      renewClaim();
      if (keep) keep = withDrawn(keep, pages, checked);
      const finish = finishJobs(context, placed.plan, pages, checked.changed, { ...kept, keep });
      await sendGroup(context, [...finish, ...claimEnd(claim)], onSheet);
      options.onProgress?.(requests, requests);
      return outcome("complete", checked);
    });
    if (written.state === "incomplete") await letGo(claim, keep);
    return written;
  } catch (error) {
    const wasMine = begun || claim ? await letGo(claim, keep) : true;
    throw wasMine ? error : takenOver();
  }
}

function claimEnd(claim: KeptClaim | null): WriteJob[] {
  return claim ? [{ sheet: "", bytes: 2 * CALL_BYTES, write: () => claim.queueEnd() }] : [];
}

/** The two requests that follow those that write. */
const CHECK_AND_TITLES = 2;

interface Checked {
  /** Extracts that have changed. */
  readonly changed: readonly string[];
  readonly spelt: readonly string[];
  readonly paperRefused: boolean;
}

const NOTHING_FOUND: Checked = { changed: [], spelt: [], paperRefused: false };

/**
 * The checking request, which sets up the paper as well. Where Excel refuses that, each is asked for by itself; where only
 * results differ, Excel may not have been done calculating: it is asked once more. Throws ClinicError where a page is not
 * what was written.
 */
async function checkAll(
  context: Excel.RequestContext,
  pages: readonly PageToWrite[],
  survey: Survey,
  {
    extracts,
    beforehand,
  }: {
    readonly extracts: readonly ExtractSum[];
    /** Added to each request before all else. */
    readonly beforehand: () => void;
  },
): Promise<Checked> {
  const tables = pages.flatMap(({ check }) => check);
  // The lists of a large council are checked in several requests: Excel hands over 5 MB at a time.
  const [parts = [], ...more] = groupParts(partsOfCheck(context, tables));
  const check = async (calculate: boolean, paper: readonly WriteJob[] = []) => {
    beforehand();
    if (calculate) context.application.calculate("Full");
    const written = parts.map(({ ask }) => ask());
    const changed = askChanged(context, extracts, new Set(survey.all.map(({ id }) => id)));
    for (const job of paper) job.write();
    await context.sync();
    const found = written.map((answer) => answer());
    const changedNow = changed();
    const rest = await checkRest(context, more, beforehand);
    return { ...foundTogether([...found, ...rest]), changed: changedNow };
  };
  const papers = pages.flatMap(({ paper }) => paper ?? []);
  let paperRefused = false;
  const first = await check(survey.manualCalculation, papers).catch(async (error: unknown) => {
    if (!(error instanceof OfficeExtension.Error)) throw error;
    const found = await check(survey.manualCalculation); // what else was wrong shows again
    beforehand();
    paperRefused = !(await setUpPaper(context, papers));
    return found;
  });
  const isDue = first.differences.length > 0 && first.differences.every(({ kind }) => kind === "result");
  const { differences, changed, spelt } = isDue ? await check(true) : first;
  const [difference] = differences;
  if (difference) throw notAsWritten(difference);
  return { changed, spelt, paperRefused };
}

async function checkRest(
  context: Excel.RequestContext,
  groups: readonly (readonly PartOfCheck[])[],
  beforehand: () => void,
): Promise<WrittenFound[]> {
  const [group, ...rest] = groups;
  if (!group) return [];
  beforehand();
  const written = group.map(({ ask }) => ask());
  await context.sync();
  const found = written.map((answer) => answer());
  return [...found, ...(await checkRest(context, rest, beforehand))];
}

/** By itself: what was refused may have been something else, and have passed. Resolves to false where it is refused. */
async function setUpPaper(context: Excel.RequestContext, papers: readonly WriteJob[]): Promise<boolean> {
  for (const job of papers) job.write();
  return context.sync().then(
    () => true,
    (error: unknown) => {
      if (!(error instanceof OfficeExtension.Error)) throw error;
      return false;
    },
  );
}

/** Which sheets stand now: a request that failed may have made some of them. */
async function addSheetNames(context: Excel.RequestContext, made: Set<string>): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  for (const { name } of worksheets.items) made.add(name);
}

/**
 * What only the last request undoes: the workbook's events are silent, and the workbook is claimed. Resolves to false where
 * another build has taken the claim away.
 */
async function letGo(claim: KeptClaim | null, keep: Keep | undefined): Promise<boolean> {
  try {
    return await runInExcel("listening to the workbook again", async (context) => {
      context.runtime.enableEvents = true;
      const { settings } = context.workbook;
      settings.load("items/key,items/value");
      await context.sync();
      const entry = settings.items.find(({ key }) => key === claim?.key);
      entry?.delete();
      await context.sync();
      // The last request may have been done, and only its answer lost.
      const isDone = settings.items.some(({ key, value }) => key === keep?.key && value === keep.finished);
      return entry !== undefined || isDone || !claim?.isTaken();
    });
  } catch (error) {
    if (!(error instanceof ClinicError)) throw error; // what stopped the build is told instead
    return true;
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

/** What is kept of the build, with the tables of each page: those of the plan, and the others that are there. */
function withPages(keep: Keep, { plan, standing }: PlacedPlan, survey: Survey): Keep {
  const stands = new Set(survey.tables.map(({ name }) => name));
  const before = Object.entries(survey.pages ?? {}).flatMap(([page, tables]) => {
    const left = tables.filter((table) => stands.has(table));
    return left.length > 0 ? [[page, left] as const] : [];
  });
  const now = plan.sheets.map((sheet) => {
    const found = standing.get(sheet.page);
    const there = found ? ourTablesOn(survey, found, sheet.tables).map(({ name }) => name) : [];
    return [sheet.page, [...new Set([...sheet.tables.map(({ name }) => name), ...there])]] as const;
  });
  const pages: PageTables = Object.fromEntries([...before, ...now]);
  const varying = plan.sheets.flatMap(({ tables }) => tables.filter(({ columnsVary }) => columnsVary));
  const columns: PageTables = Object.fromEntries(varying.map(({ name, headings }) => [name, headings]));
  const textWith = (text: string, headings: PageTables) => {
    const build = lastBuildFrom(text);
    return build ? lastBuildText({ ...build, pages, columns: headings }) : text;
  };
  // Until the build is done a table may have the columns of either.
  const either = Object.fromEntries(
    Object.entries(columns).map(([table, headings]) => {
      const found = survey.tables.find(({ name }) => name === table);
      return [table, [...new Set([...(found?.builtHeadings ?? []), ...headings])]];
    }),
  );
  return { ...keep, started: textWith(keep.started, either), finished: textWith(keep.finished, columns) };
}

/** Where Excel refused the page setup, the next build asks for it again. */
function withDrawn(keep: Keep, pages: readonly PageToWrite[], { spelt, paperRefused }: Checked): Keep {
  const build = lastBuildFrom(keep.finished);
  if (!build) return keep;
  const drawnOn = ({ drawn }: PageToWrite): DrawnPage =>
    Object.fromEntries(
      Object.entries(drawn).filter(([part]) => !paperRefused || (part !== "paper" && part !== "footer")),
    );
  const drawn = { pages: Object.fromEntries(pages.map((page) => [page.plan.page, drawnOn(page)])), spelt };
  return { ...keep, finished: lastBuildText({ ...build, drawn }) };
}
