/** A pack that stands: what differs is written, and nothing else (docs/performance.md). */
import { newWorkbook, type SimulatedExcel } from "../../../simulator";
import { writingActions } from "../../../simulator/host/requestHost";
import { digestOf } from "../../../src/excel/host/digest";
import { drawnIn } from "../../../src/excel/host/drawn";
import { BUILD_KEY, lastBuildFrom, lastBuildText } from "../../../src/excel/host/lastBuild";
import { isThere } from "../../../src/excel/write/differences";
import { writePlan } from "../../../src/excel/write/writePlan";
import type { ChartPlan } from "../../../src/pages/plan";
import { sheetPlan, tablePlan, workbookPlan } from "../plans";
import { snapshot } from "../workbookSnapshot";

const kept = (state: "complete" | "incomplete") =>
  lastBuildText({ state, month: "2023-07", builtAt: 45_150 });
const KEEP = { keep: { key: BUILD_KEY, started: kept("incomplete"), finished: kept("complete") } };

const CHART: ChartPlan = {
  name: "Clinic_chart_a",
  title: "Visits",
  table: "Clinic_a",
  hasTarget: false,
  axis: { minimum: 0, maximum: 20, numberFormat: "0", title: "", majorUnit: null },
  monthsALabel: 1,
  labelledPoint: 1,
  label: { numberFormat: "0", position: "above" },
  top: 12,
  left: 0,
  bottom: 24,
  right: 4,
};

const pack = (rows = 2, chart = CHART) =>
  workbookPlan([
    sheetPlan("cin", "Clinic CIN", [tablePlan("Clinic_a", 0, bodyOf(rows))], {
      charts: [chart],
      rules: [
        { row: 6, column: 1, rows: 2, columns: 1, formula: "=$B7>100", look: "red" },
        { row: 6, column: 1, rows: 2, columns: 1, formula: "=$B7>50", look: "amber" },
      ],
      rowHeights: { 5: 30 },
      rowHeight: 16.5,
    }),
  ]);

/** Numbers, texts that want an apostrophe, and a formula that Excel spells in its own way. */
const bodyOf = (rows: number) =>
  Array.from({ length: rows }, (_, i) => [
    i === 0 ? "1-2" : `Team ${i + 1}`,
    10 + i,
    { formula: "=Clinic_a[[#This Row],[Denominator]]/2", expected: (10 + i) / 2 },
  ]);

async function open(): Promise<SimulatedExcel> {
  const excel = newWorkbook();
  excel.install();
  await writePlan(pack(), KEEP);
  return excel;
}

const onPage = (change: (page: Excel.Worksheet) => void): Promise<void> =>
  Excel.run(async ({ workbook }) => {
    change(workbook.worksheets.getItem("Clinic CIN"));
    await workbook.context.sync();
  });

async function writesOf(excel: SimulatedExcel, build: () => Promise<unknown>): Promise<number> {
  const before = writingActions(excel.requests);
  await build();
  return writingActions(excel.requests) - before;
}

test("a pack that is as it should be is given its warning, its title and nothing else", async () => {
  const excel = await open();
  const before = await snapshot();
  const writes = await writesOf(excel, () => writePlan(pack(), KEEP));
  expect(await snapshot()).toEqual(before);
  expect(writes).toBeLessThanOrEqual(20);
});

test("what somebody typed over is put right: a figure, a formula, a total, a line, a title, a heading", async () => {
  await open();
  const before = await snapshot();
  await onPage((page) => {
    page.getRange("B7").values = [["50%"]];
    page.getRange("B7").numberFormat = [["0%"]];
    page.getRange("C8").values = [[5]];
    page.getRange("B9").values = [[7]];
    page.getRange("A2").values = [["August"]];
    page.getRange("A5").values = [["Mine"]];
    page.getRange("A6").values = [["Squad"]];
    page.getRange("A7").values = [["'2-1"]];
  });
  expect(await snapshot()).not.toEqual(before);
  await writePlan(pack(), KEEP);
  expect(await snapshot()).toEqual(before);
});

test("a line that the page no longer has goes", async () => {
  await open();
  await onPage((page) => void (page.getRange("A3").values = [["Draft"]]));
  await writePlan(pack(), KEEP);
  const [page] = (await snapshot()).sheets.filter(({ name }) => name === "Clinic CIN");
  expect(page?.values[2]?.[0]).toBe("");
});

test("a chart that was deleted is drawn again, and one with another label keeps its frame", async () => {
  await open();
  await onPage((page) => page.charts.getItem("Clinic_chart_a").delete());
  await writePlan(pack(), KEEP);
  const chartsOf = async () => (await snapshot()).sheets.flatMap(({ charts }) => charts);
  expect(await chartsOf()).toEqual(["Clinic_chart_a"]);

  await onPage((page) => void (page.charts.getItem("Clinic_chart_a").title.text = "Ours"));
  await writePlan(pack(2, { ...CHART, labelledPoint: 0, axis: { ...CHART.axis, maximum: 40 } }), KEEP);
  const drawn = await Excel.run(async ({ workbook }) => {
    const chart = workbook.worksheets.getItem("Clinic CIN").charts.getItem("Clinic_chart_a");
    const series = chart.series.getItemAt(0);
    const points = [0, 1].map((at) => series.points.getItemAt(at));
    chart.load("title/text,axes/valueAxis/maximum");
    for (const point of points) point.load("hasDataLabel");
    await workbook.context.sync();
    return {
      title: chart.title.text,
      maximum: chart.axes.valueAxis.maximum as number,
      labels: points.map(({ hasDataLabel }) => hasDataLabel),
    };
  });
  expect(drawn).toEqual({ title: "Ours", maximum: 40, labels: [true, false] });
});

test("looks somebody gave a page stay until the page is drawn anew", async () => {
  const excel = await open();
  const fillOf = () =>
    Excel.run(async ({ workbook }) => {
      const cell = workbook.worksheets.getItem("Clinic CIN").getRange("A7");
      cell.load("format/fill/color");
      await workbook.context.sync();
      return cell.format.fill.color;
    });
  await onPage((page) => void (page.getRange("A7").format.fill.color = "#FFFF00"));
  await writePlan(pack(), KEEP);
  expect(await fillOf()).toBe("#FFFF00");
  await writePlan(pack(3), KEEP); // a row more: the page is drawn anew
  expect(await fillOf()).not.toBe("#FFFF00");
  expect(excel.workbook.sheets.find(({ name }) => name === "Clinic CIN")?.rows.get(5)?.height).toBe(30);
});

test("a table gets and loses columns in place: a manager's formula goes on meaning its own column", async () => {
  const excel = newWorkbook();
  excel.install();
  const teams = (...indicators: readonly string[]) =>
    workbookPlan([
      sheetPlan("teams", "Clinic Teams", [
        tablePlan("Clinic_teams", 0, [["North", ...indicators.map((_, i) => i + 1)]], {
          headings: ["Team", ...indicators],
          columns: [{ style: "text" }, ...indicators.map(() => ({ style: "number" }) as const)],
          total: null,
          columnsVary: true,
        }),
      ]),
    ]);
  const managers = () =>
    Excel.run(async ({ workbook }) => {
      const cell = workbook.worksheets.getItem("Sheet1").getRange("A1");
      cell.load("formulas,values");
      await workbook.context.sync();
      return [cell.formulas[0]?.[0] as unknown, cell.values[0]?.[0] as unknown];
    });
  await writePlan(teams("Visits", "Plans"), KEEP);
  await Excel.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Sheet1").getRange("A1").formulas = [["=SUM(Clinic_teams[Plans])"]];
    await workbook.context.sync();
  });
  expect(await managers()).toEqual(["=SUM(Clinic_teams[Plans])", 2]);
  await writePlan(teams("Visits", "Own", "Plans", "Last"), KEEP);
  expect(await managers()).toEqual(["=SUM(Clinic_teams[Plans])", 3]);
  await writePlan(teams("Visits", "Plans"), KEEP);
  expect(await managers()).toEqual(["=SUM(Clinic_teams[Plans])", 2]);
  const [page] = (await snapshot()).sheets.filter(({ name }) => name === "Clinic Teams");
  expect(page?.values[5]?.slice(0, 4)).toEqual(["Team", "Visits", "Plans"]);
});

test("a build that is stopped keeps nothing of how it drew, so that its retry draws everything", async () => {
  const excel = await open();
  const drawn = () =>
    lastBuildFrom(String(excel.workbook.settings.find(({ key }) => key === BUILD_KEY)?.value))?.drawn;
  expect(Object.keys(drawn()?.pages["cin"] ?? {})).toEqual(
    expect.arrayContaining(["sizes", "looks", "rules", "paper", "footer", "tab", "formats Clinic_a"]),
  );
  excel.faults.failRequest(excel.requests.count + 5, "InvalidOperation");
  await expect(writePlan(pack(3), KEEP)).rejects.toThrow();
  expect(drawn()).toBeUndefined();
});

test("a kept entry that is not ours to read is no entry", () => {
  expect(drawnIn(null)).toBeUndefined();
  expect(drawnIn({ pages: [], spelt: [] })).toBeUndefined();
  expect(drawnIn({ pages: { cin: { looks: "a" }, cp: { looks: 3 } }, spelt: ["b", 4] })).toEqual({
    pages: { cin: { looks: "a" } },
    spelt: ["b"],
  });
});

test("digests of texts that differ by one letter differ", () => {
  const texts = Array.from({ length: 5_000 }, (_, i) => `{"row":${i},"style":"text"}`);
  expect(new Set(texts.map(digestOf)).size).toBe(texts.length);
});

test.each([
  ["a number to its last digits", 1 / 3, 0.333333333333, true],
  ["another number", 12, 13, false],
  ["a number where text should be", "12", 12, false],
  ["text where a number should be", 12, "12", false],
  ["a blank cell", null, "", true],
  ["something where nothing should be", null, 0, false],
  ["a formula as it was written", { formula: "=A1" }, "=A1", true],
  ["a formula in Excel's own spelling", { formula: "=T[[#This Row],[A]]" }, "=[@A]", true],
  ["another formula", { formula: "=A1" }, "=A2", false],
  ["a value over a formula", { formula: "=A1", expected: 3 }, 3, false],
  ["a formula over a text", "Team 1", '="Team 1"', false],
] as const)("%s", (_, content, found, there) => {
  const isSpelling = (_formula: string, text: string) => text === "=[@A]";
  expect(isThere(content, found, isSpelling)).toBe(there);
});
