/**
 * What a build leaves when something goes wrong in it: a made-up council is built in the simulated Excel, one request of
 * the build is cut, and the workbook is looked at before and after the retry.
 */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { newWorkbook, type SimulatedExcel, simulatedExcel, type Workbook } from "../../simulator";
import { OPTION_NAMES } from "../../src/clinic/settings/readOptions";
import { buildClinic } from "../../src/excel/buildClinic";
import { NOT_FINISHED } from "../../src/excel/host/marks";
import { setOption } from "../../src/excel/saveSettings";
import type { CellValue, SheetValues } from "../../src/clinic/cells/worksheet";
import { councils, workbookOf } from "../support/madeCouncil";
import { day } from "../support/madeList";
import { differenceBetween, type Everything, everythingIn, inWords } from "./everything";

export type FaultKind = "GeneralException" | "AccessDenied" | "InvalidReference" | "Excel gone" | "cancelled";
export type Moment = "before" | "in the middle" | "after";
export type Build = "first build" | "rebuild with fewer rows";

export interface FaultCase {
  readonly build: Build;
  /** Counted from the first of the build. */
  readonly request: number;
  readonly kind: FaultKind;
  readonly moment: Moment;
  /** Of a request that is cut in the middle: how many of its actions are done. */
  readonly actions: number;
}

export interface FaultOutcome {
  readonly lostRows: number;
  readonly unmarked: boolean;
  /** The first thing in which the retry differs from a clean build, looks and all; null = equal. */
  readonly retryDiffers: string | null;
}

/** What there is when all is well. */
export const GOOD: FaultOutcome = { lostRows: 0, unmarked: false, retryDiffers: null };

export const FAULT_KINDS: readonly FaultKind[] = [
  "GeneralException",
  "AccessDenied",
  "InvalidReference",
  "Excel gone",
  "cancelled",
];
export const BUILDS: readonly Build[] = ["first build", "rebuild with fewer rows"];

/** A made-up council, always the same one, of which each list has so many rows: all pages, and a quick build. */
const ROWS = 6;
const [MADE] = fc.sample(councils(), { seed: 7, numRuns: 1 });
const COUNCIL = {
  ...MADE!,
  lists: Object.fromEntries(Object.entries(MADE!.lists).map(([list, rows]) => [list, rows.slice(0, ROWS)])),
};
const TODAY = day(COUNCIL.to) + 40;
export const BUILT = { today: TODAY, now: TODAY + 0.5, replaceMonth: "yes" } as const;
const MONTH = COUNCIL.from.slice(0, 7);
const EARLIER = new Date(Date.UTC(Number(MONTH.slice(0, 4)), Number(MONTH.slice(5)) - 2, 1))
  .toISOString()
  .slice(0, 7);

const prepared = new Map<Build, Workbook>();

/** The workbook as it stands before the build that goes wrong: made once, then copied. */
export async function prepare(build: Build): Promise<SimulatedExcel> {
  const standing = prepared.get(build) ?? (await make(build)).workbook;
  prepared.set(build, standing);
  const excel = simulatedExcel(copyOf(standing), { calculates: "when asked" });
  excel.install();
  return excel;
}

/** Looks are numbered in a table that only grows: it is shared. */
function copyOf({ looks, ...rest }: Workbook): Workbook {
  return { ...structuredClone(rest), looks };
}

async function make(build: Build): Promise<SimulatedExcel> {
  const excel = newWorkbook();
  excel.install();
  const { sheets } = workbookOf(COUNCIL);
  await putSheets(sheets);
  if (build === "first build") return excel;
  await buildClinic(BUILT);
  await setOption(OPTION_NAMES.month, EARLIER);
  await buildClinic(BUILT);
  await shorten(sheets);
  return excel;
}

export interface Reference {
  readonly before: Everything;
  readonly clean: Everything;
  /** Requests of the build. */
  readonly requests: number;
}

export async function referenceOf(build: Build): Promise<Reference> {
  const excel = await prepare(build);
  const before = everythingIn(excel.workbook);
  const { count } = excel.requests;
  await buildClinic(BUILT);
  const requests = excel.requests.count - count;
  return { before, clean: everythingIn(excel.workbook), requests };
}

/** Every request × kind × moment of a build; `actions` for the middle by turns, so that cuts fall everywhere. */
export function casesOf(build: Build, requests: number, turn = 0): FaultCase[] {
  const moments: readonly Moment[] = ["before", "in the middle", "after"];
  let next = turn;
  return Array.from({ length: requests }, (_, i) => i + 1).flatMap((request) =>
    FAULT_KINDS.flatMap((kind) =>
      (kind === "cancelled" ? (["before"] as const) : moments).map((moment): FaultCase => {
        next += 7919;
        return { build, request, kind, moment, actions: 1 + (next % 4_000) };
      }),
    ),
  );
}

export async function runCase(each: FaultCase, { before, clean }: Reference): Promise<FaultOutcome> {
  const excel = await prepare(each.build);
  const at = excel.requests.count + each.request;
  const controller = new AbortController();
  if (each.kind === "cancelled") excel.faults.before(at, () => controller.abort());
  else if (each.kind === "Excel gone") {
    if (each.moment !== "before") excel.faults.failRequest(at, "GeneralException", doneBy(each));
    excel.faults.failFrom(each.moment === "before" ? at : at + 1, "InvalidReference");
  } else excel.faults.failRequest(at, each.kind, each.moment === "before" ? undefined : doneBy(each));
  await buildClinic({ ...BUILT, signal: controller.signal }).catch(() => undefined);
  excel.faults.clear();
  return judge(excel, before, clean);
}

/** Looks at what stands, builds again, and looks at that. */
export async function judge(
  { workbook }: SimulatedExcel,
  before: Everything,
  clean: Everything,
): Promise<FaultOutcome> {
  const stopped = everythingIn(workbook);
  const outcome = {
    lostRows: lostRows(before, clean, stopped),
    unmarked: isUnmarked(before, clean, stopped),
  };
  // Many cuts leave the same workbook: what becomes of that is found out once.
  const state = createHash("sha256").update(inWords(clean)).update(inWords(stopped)).digest("hex");
  const known = retries.get(state);
  if (known !== undefined) return { ...outcome, retryDiffers: known };
  const failure = await buildClinic({ ...BUILT, buildAnyway: true }).then(
    () => null,
    (fault: unknown) => String(fault),
  );
  const retryDiffers = failure ?? differenceBetween(everythingIn(workbook), clean, "contents and looks");
  retries.set(state, retryDiffers);
  return { ...outcome, retryDiffers };
}

const retries = new Map<string, string | null>();

const doneBy = ({ moment, actions }: FaultCase): number => (moment === "after" ? 1_000_000 : actions);

/** Published rows that are there neither as they were nor, for the month that is built, as they shall be. */
function lostRows(before: Everything, clean: Everything, now: Everything): number {
  const standing = new Set(historyOf(now));
  const shall = historyOf(clean);
  const isReplaced = shall.every((row) => standing.has(row));
  return historyOf(before).filter(
    (row) => !standing.has(row) && !(isReplaced && row.startsWith(`["${EARLIER}"`)),
  ).length;
}

function historyOf({ contents }: Everything): string[] {
  const cells = contents.find(({ name }) => name === "Clinic History")?.cells ?? new Map<string, string>();
  const rows = new Map<string, string[]>();
  for (const [place, content] of cells) {
    const row = place.split(",")[0]!;
    rows.set(row, [...(rows.get(row) ?? []), content]);
  }
  return [...rows.values()]
    .filter(([month]) => /^"\d{4}-\d\d"$/.test(month!))
    .map((row) => `[${row.join(",")}]`);
}

/** A pack that is neither the old one nor the new one, and whose first page does not say so. */
export function isUnmarked(before: Everything, clean: Everything, now: Everything): boolean {
  const summary = now.contents.find(({ name }) => name === "Clinic Summary");
  const title = summary?.cells.get("0,0");
  const isWhole = [before, clean].some((pack) => differenceBetween(now, pack, "contents") === null);
  return title !== undefined && title !== JSON.stringify(NOT_FINISHED) && !isWhole;
}

async function putSheets(sheets: readonly SheetValues[]): Promise<void> {
  await Excel.run(async (context) => {
    for (const { name, rows } of sheets) {
      const width = Math.max(...rows.map((row) => row.length));
      context.workbook.worksheets.add(name).getRangeByIndexes(0, 0, rows.length, width).values = rows.map(
        (row) => row.map(typed),
      );
    }
    context.workbook.worksheets.getItem("Sheet1").delete();
    await context.sync();
  });
}

const typed = (cell: CellValue): CellValue => (typeof cell === "string" && cell !== "" ? `'${cell}` : cell);

/** Half of each list is gone: most of the tables are shorter. */
async function shorten(sheets: readonly SheetValues[]): Promise<void> {
  await Excel.run(async (context) => {
    for (const { name, rows } of sheets.filter(
      (sheet) => sheet.rows.length > 3 && sheet.name !== "Past Figures",
    )) {
      const keep = Math.ceil(rows.length / 2);
      context.workbook.worksheets
        .getItem(name)
        .getRangeByIndexes(keep, 0, rows.length - keep, rows[0]!.length)
        .clear("Contents");
    }
    await context.sync();
  });
}
