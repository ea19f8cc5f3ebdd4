/** What is to be written of all pages, in its order: front, shape, content, and the titles that say it is done. */
import { cellsAt } from "../host/ranges";
import type { SheetPlan, WorkbookPlan } from "../../pages/plan";
import { cellForExcel } from "../host/cellText";
import type { DrawnPage } from "../host/drawn";
import { BUILD_KEY, lastBuildFrom } from "../host/lastBuild";
import { isAnalystsPage } from "../host/marks";
import { otherTablesOn, ourTablesOn } from "../read/ourSheets";
import type { Survey } from "../read/survey";
import type { ExtractSum } from "../read/extractSums";
import type { TableToCheck } from "./checkWritten";
import { createIsSpelling } from "./differences";
import type { Claimant } from "./keepClaim";
import { changedSentence } from "./ownTexts";
import { createAnchors, type PlacedPlan } from "./placeSheets";
import type { CellsFound } from "./readUsersCells";
import { CALL_BYTES, type SheetJob, type WriteJob } from "../host/requests";
import { nameJobs } from "./writeNames";
import { filtersInTheWay, viewJobs } from "./writePrint";
import { styleJobs } from "./writeStyles";
import { sheetWriting } from "./writeSheet";

export interface WriteOptions {
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
  /** Kept in workbook.settings: `started` with the first request, `finished` with the last. No child's data. */
  readonly keep?: Keep;
  /** What the extracts came to when they were read: those that are no longer so are told on the first page. */
  readonly extracts?: readonly ExtractSum[];
  /** Who builds, for co-authors; only together with `keep`. */
  readonly claim?: Claimant;
}

export interface Keep {
  readonly key: string;
  readonly started: string;
  readonly finished: string;
}

export interface PageToWrite {
  readonly plan: SheetPlan;
  /** null = the sheet stands. */
  readonly made: WriteJob | null;
  readonly warn: readonly WriteJob[];
  readonly view: readonly WriteJob[];
  /** Tables of the analyst's of which `view` clears the filter. */
  readonly filtersCleared: readonly string[];
  readonly shape: readonly WriteJob[];
  readonly content: readonly WriteJob[];
  readonly check: readonly TableToCheck[];
  /** How it prints; null = as it does already. */
  readonly paper: WriteJob | null;
  readonly drawn: DrawnPage;
  readonly finish: readonly WriteJob[];
  readonly sheet: () => Excel.Worksheet;
}

/** `isMade`: whether an attempt before this one made the sheet. */
export function pagesOf(
  { workbook }: Excel.RequestContext,
  placed: PlacedPlan,
  survey: Survey,
  {
    cells,
    isMade,
  }: {
    readonly cells: ReadonlyMap<string, CellsFound>;
    readonly isMade: (sheet: string) => boolean;
  },
): readonly PageToWrite[] {
  const anchors = createAnchors(placed);
  const drawn = lastBuildFrom(survey.kept.get(BUILD_KEY))?.drawn;
  const isSpelling = createIsSpelling(drawn?.spelt);
  return placed.plan.sheets.map((plan) => {
    const found = placed.standing.get(plan.page) ?? null;
    const tables = found ? ourTablesOn(survey, found, plan.tables) : [];
    const made = found ? null : makeSheetJob(workbook, plan, anchors(plan), isMade);
    // An object asks for its sheet at once, so a sheet that is yet to be made is only named inside a job.
    let asked: Excel.Worksheet | undefined;
    const sheet = () => (asked ??= workbook.worksheets.getItem(found?.id ?? plan.name));
    const jobs = sheetWriting(
      plan,
      found && {
        sheet: found,
        tables,
        others: otherTablesOn(survey, found, tables),
        ...(cells.get(plan.page) ?? NOTHING_FOUND),
        drawn: drawn?.pages[plan.page],
        isSpelling,
        date1904: survey.date1904,
      },
    );
    const taken = (job: SheetJob): WriteJob => ({
      sheet: plan.name,
      bytes: job.bytes,
      write: () => job.write(sheet()),
    });
    const take = (some: readonly SheetJob[]) => some.map(taken);
    return {
      plan,
      made,
      warn: take(jobs.warn),
      view: take(viewJobs(plan, found, tables)),
      filtersCleared: isAnalystsPage(plan.page) ? filtersInTheWay(plan, tables).map(({ name }) => name) : [],
      shape: take(jobs.shape),
      content: take(jobs.content),
      check: jobs.check,
      paper: jobs.paper && taken(jobs.paper),
      drawn: jobs.drawn,
      finish: take(jobs.finish),
      sheet,
    };
  });
}

const NOTHING_FOUND: CellsFound = { filled: [], months: null, there: () => "" };

export interface Jobs {
  /**
   * The first request: what Excel refuses while another workbook is in front (o-js#6365), so that it can be sent again
   * before anything else is written.
   */
  readonly front: readonly WriteJob[];
  readonly rest: readonly WriteJob[];
}

/** Warnings, sheets and views; then tables, names, cells and looks. The titles come once all has been checked. */
export function allJobs(
  context: Excel.RequestContext,
  placed: PlacedPlan,
  survey: Survey,
  pages: readonly PageToWrite[],
  options: WriteOptions,
): Jobs {
  return {
    front: [
      startJob(context, options),
      ...pages.filter(({ made }) => !made).flatMap(({ warn }) => warn),
      ...pages.flatMap(({ made, warn }) => (made ? [made, ...warn] : [])),
      ...pages.flatMap(({ view }) => view),
    ],
    rest: [
      ...pages.flatMap(({ shape }) => shape),
      ...styleJobs(context.workbook, placed.plan, survey.styles),
      ...nameJobs(context.workbook, placed.plan.names, survey.names),
      ...pages.flatMap(({ content }) => content),
    ],
  };
}

/** The last request: titles and all. `changed`: extract sheets that are no longer what they were when they were read. */
export function finishJobs(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  pages: readonly PageToWrite[],
  changed: readonly string[],
  { keep }: WriteOptions,
): WriteJob[] {
  const titles = pages.flatMap(({ finish }) => finish);
  const finish: WriteJob = {
    sheet: "",
    bytes: titles.reduce((sum, job) => sum + job.bytes, 6 * CALL_BYTES),
    write() {
      for (const title of [...titles].reverse()) title.write(); // the Summary's last
      if (!plan.sheets.every((sheet) => isAnalystsPage(sheet.page)))
        context.workbook.properties.title = plan.title;
      if (keep) context.workbook.settings.add(keep.key, keep.finished);
      context.runtime.enableEvents = true;
    },
  };
  return [...changedJobs(pages, changed), finish];
}

/** On the first page, in the line under its title: the figures are of extracts that are no longer so. */
function changedJobs(pages: readonly PageToWrite[], changed: readonly string[]): WriteJob[] {
  const [first] = pages;
  const lead = first?.plan.blocks.find(({ row, column }) => row === 0 && column === 0)?.cells[1]?.[0];
  if (!first || changed.length === 0) return [];
  const line = [typeof lead === "string" ? lead : "", changedSentence(changed)].join(" ").trim();
  return [
    {
      sheet: first.plan.name,
      bytes: 2 * CALL_BYTES + line.length,
      write() {
        cellsAt(first.sheet(), 1, 0, 1, 1).formulas = [[cellForExcel(line)]];
      },
    },
  ];
}

/** `isMade`: whether an attempt before this one made it. */
function makeSheetJob(
  workbook: Excel.Workbook,
  plan: SheetPlan,
  position: number | null,
  isMade: (sheet: string) => boolean,
): WriteJob {
  return {
    sheet: plan.name,
    bytes: 8 * CALL_BYTES,
    write() {
      const { worksheets } = workbook;
      const sheet = isMade(plan.name) ? worksheets.getItem(plan.name) : worksheets.add(plan.name);
      if (position !== null) sheet.position = position;
    },
  };
}

function startJob(context: Excel.RequestContext, { keep, claim }: WriteOptions): WriteJob {
  return {
    sheet: "",
    bytes: 3 * CALL_BYTES,
    write() {
      context.runtime.enableEvents = false;
      // With a claim it is kept with every request (keepClaim.ts).
      if (keep && !claim) context.workbook.settings.add(keep.key, keep.started);
    },
  };
}
