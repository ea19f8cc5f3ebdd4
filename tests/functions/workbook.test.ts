/**
 * The functions that read the workbook, on the sample built in the simulator: they show what the build's report says, they
 * show it by themselves when the build ends, and however many cells ask, the workbook is read once.
 */
import { calculateClinic } from "../../src/clinic/calculate/calculateClinic";
import { serialOf } from "../../src/clinic/calendar/serials";
import type { ClinicReport } from "../../src/clinic/report";
import { buildClinic } from "../../src/excel/buildClinic";
import { readWorkbook } from "../../src/excel/read/readWorkbook";
import type * as Functions from "../../src/functions/functions";
import { sampleInExcel } from "../excel/sampleInExcel";
import { startExcelClient } from "./excelClient";

const TODAY = serialOf(2023, 8, 14);

interface Open {
  readonly shown: unknown[];
  setResult(result: unknown): void;
  /** Those who wait for its next result. */
  readonly waiting: (() => void)[];
  onCanceled?: () => void;
}

const openCells: Open[] = [];
let functions: typeof Functions;
let excel: Awaited<ReturnType<typeof sampleInExcel>>;
let report: ClinicReport;

const left = null as unknown as unknown[][]; // an argument left out, as Excel hands it over

function open(start: (invocation: CustomFunctions.StreamingInvocation<unknown[][]>) => void): Open {
  const shown: unknown[] = [];
  const waiting: (() => void)[] = [];
  const setResult = (result: unknown): void => {
    shown.push(result);
    for (const go of waiting.splice(0)) go();
  };
  const cell: Open = { shown, setResult, waiting };
  openCells.push(cell);
  start(cell);
  return cell;
}

const value = (id: string, team?: string, month?: string, part?: string): Open =>
  open((cell) =>
    functions.value([[id]], team ? [[team]] : left, month ? [[month]] : left, part ? [[part]] : left, cell),
  );

async function shownBy(cell: Open, times = 1): Promise<unknown> {
  while (cell.shown.length < times) await new Promise<void>((resolve) => cell.waiting.push(resolve));
  return cell.shown.at(-1);
}

beforeAll(async () => {
  startExcelClient();
  excel = await sampleInExcel();
  functions = await import("../../src/functions/functions");
}, 60_000);

afterAll(() => {
  for (const cell of openCells) cell.onCanceled?.();
});

it("say so before the first build, and fill themselves when it ends", async () => {
  const early = value("cin-visits-6w");
  expect(await shownBy(early)).toMatchObject({
    code: "#N/A",
    message: expect.stringMatching(/^Build the clinic tables first/),
  });
  report = calculateClinic(await readWorkbook(), TODAY);
  await buildClinic({ today: TODAY, now: TODAY + 0.5 });
  const { numerator, denominator } = report.tables.find(({ id }) => id === "cin-visits-6w")!.total;
  expect(await shownBy(early, 2)).toEqual([[numerator / denominator]]);
}, 60_000);

it("give every table of the report, with the pack's own quotients and words", async () => {
  for (const { id, rows, total } of report.tables) {
    const [headings, ...lines] = (await shownBy(
      open((cell) => functions.table(id, null, cell)),
    )) as unknown[][];
    expect(headings).toEqual(["Team", "Denominator", "Numerator", "%", "RAG"]);
    const word = (rag: string | null) => (rag === null ? "-" : rag[0]!.toUpperCase() + rag.slice(1));
    const expected = [...rows, { team: "Total", ...total }].map((row) => [
      row.team,
      row.denominator,
      row.numerator,
      row.denominator === 0 ? "-" : row.numerator / row.denominator,
      word(row.rag),
    ]);
    expect(lines).toEqual(expected);
  }
});

it("give the thirteen months of every demand row and chart, past figures among them", async () => {
  const rows = [...report.demandMonth, ...report.demandMonthEnd, ...report.series];
  for (const { id, kind, values } of rows) {
    const series = (await shownBy(open((cell) => functions.series(id, null, null, cell)))) as unknown[][];
    const figures = series.map(([figure]) => (typeof figure === "number" ? figure : null));
    figures.forEach((figure, i) => {
      const expected = values[i] ?? null;
      if (expected === null || figure === null) expect(figure).toBe(expected);
      else expect(figure).toBeCloseTo(kind === "percent" ? expected / 100 : expected, 12);
    });
  }
});

it("give targets, caseloads and team names as the pack has them", async () => {
  const { target, rag } = report.headlines.find(({ id }) => id === "cp-rate")!;
  expect(await shownBy(value("cp-rate", "", "", "target"))).toEqual([[target]]);
  expect(String(((await shownBy(value("cp-rate", "", "", "rag"))) as unknown[][])[0]![0]).toLowerCase()).toBe(
    rag,
  );

  const threshold = report.settings.caseloadThreshold;
  const many = report.caseloads.find(({ id }) => id === "caseloads-20-plus")!;
  expect(await shownBy(open((cell) => functions.caseloads(null, threshold, cell)))).toEqual([
    ["Allocations", "Status", "Team"],
    ...many.rows.map(({ allocations, status, team }) => [allocations, status, team]),
  ]);
  const team = report.settings.teams.find(
    ({ origin, shortName, name }) => origin === "known" && shortName !== name,
  )!;
  expect(await shownBy(open((cell) => functions.teamName([[team.shortName]], cell)))).toEqual([[team.name]]);
});

it("list the indicators of the pack, and count the open children of a list", async () => {
  const [headings, ...lines] = (await shownBy(open((cell) => functions.indicators(cell)))) as unknown[][];
  expect(headings).toEqual(["ID", "Title", "Page", "Kind", "Own or built in"]);
  expect(lines.map(([id]) => id)).toEqual(report.settings.catalogue.entries.map(({ id }) => id));
  expect(lines.find(([id]) => id === "cp-rate")).toEqual([
    "cp-rate",
    "Rate of children subject to CP plans",
    "Context of Demand",
    "Rate per 10,000",
    "Built in",
  ]);
  const openAt = (list: string, date = left, team = left) =>
    shownBy(open((cell) => functions.openAt([[list]], date, team, cell)));
  const countOf = (id: string) => report.demandMonthEnd.find((row) => row.id === id)?.values.at(-1) ?? null;
  expect(await openAt("CP Plans")).toEqual([[countOf("cp")]]);
  expect(await openAt("cla", [[serialOf(2023, 7, 31)]])).toEqual([[countOf("cla")]]);
  expect(await openAt("Early Help", [[0]])).toEqual([[countOf("eh-open")]]); // a blank cell on the desktop
  expect(await openAt("CP Plans", [["1 January 1990"]])).toEqual([[0]]);
  const { rows } = report.tables.find(({ id }) => id === "cp-visits-10wd")!;
  const byTeam = (await openAt(
    "CP Plans",
    left,
    rows.map(({ team }) => [team]),
  )) as unknown[][];
  // A second open plan of a child is a second row of the table, and no second child.
  byTeam.forEach(([children], i) => expect(Number(children)).toBeLessThanOrEqual(rows[i]!.denominator));
  expect(byTeam.reduce((sum, [children]) => sum + Number(children), 0)).toBeGreaterThan(0);
  expect(await openAt("Contacts")).toMatchObject({
    code: "#VALUE!",
    message: "The list must be one of Early Help, Assessments, CIN Plans, CP Plans, CLA or Care Leavers.",
  });
  expect(await openAt("CLA", left, [["Nobody’s team"]])).toMatchObject({ code: "#N/A" });
});

it("cost one read for five thousand cells, and one more after the next build", async () => {
  const { count } = excel.requests;
  const cells = Array.from({ length: 5000 }, () => value("contacts"));
  for (const cell of cells) await shownBy(cell);
  expect(excel.requests.count).toBe(count); // read when the build ended

  // How often the workbook was looked over; how many requests that takes depends on its size.
  const surveys = (): number => excel.requests.kinds.get("load StyleCollection") ?? 0;
  const before = surveys();
  await buildClinic({ today: TODAY, now: TODAY + 0.75 });
  for (const cell of cells) await shownBy(cell, 2);
  const [forReadingAndForWriting, forTheCells, forOpenAt] = [2, 1, 1];
  expect(surveys() - before).toBe(forReadingAndForWriting + forTheCells + forOpenAt);
}, 60_000);

it("count days from 1900 in a workbook that does", async () => {
  const serial = serialOf(2023, 7, 3);
  expect(await functions.dueDate([[serial]], [[20]], left)).toEqual([[serialOf(2023, 7, 31)]]);
  const { count } = excel.requests;
  await functions.workingDays([[serial]], [[serial + 7]], left);
  expect(excel.requests.count).toBe(count); // asked once
});
