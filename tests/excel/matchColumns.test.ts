/** "Match columns once": from headings that no list knows to a pack, and the next month's file after it. */
import { newWorkbook } from "../../simulator";
import type { CellValue } from "../../src/clinic/cells/worksheet";
import { buildClinic } from "../../src/excel/buildClinic";
import { inspectWorkbook, type Inspection } from "../../src/excel/inspectWorkbook";
import { loadFiles } from "../../src/excel/load/loadFiles";
import { reviewFiles } from "../../src/excel/load/reviewFiles";
import { matchColumns, matchWords } from "../../src/excel/saveSetup";
import { columnsToMatch } from "../../src/taskpane/bootstrap/columnsToMatch";
import { listsFound } from "../../src/taskpane/bootstrap/listsFound";
import { wordsOfList } from "../../src/taskpane/bootstrap/wordsOfList";
import { csvFile } from "../loading/files";

const TODAY = 45_170;
const HEADINGS = ["Kid Ref", "Sort of Plan", "Opened On", "Shut On", "Unit Name", "Seen Most Recently"];
const ROWS: readonly (readonly CellValue[])[] = Array.from({ length: 30 }, (_, row) => [
  `K${5000 + row}`,
  row % 3 === 0 ? "CP" : "CIN",
  45_000 + row,
  "",
  row % 2 === 0 ? "North Unit" : "South Unit",
  45_120 + (row % 10),
]);

async function openWith(name: string, rows: readonly (readonly CellValue[])[]): Promise<void> {
  newWorkbook().install();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.name = name;
    sheet.getRangeByIndexes(0, 0, rows.length, rows[0]!.length).values = rows.map((row) => [...row]);
    await context.sync();
  });
}

const readAs = ({ recognition }: Inspection) =>
  recognition.lists.map(({ list, sheets }) => [list, ...sheets.map(({ sheet }) => sheet.name)]);

async function tableRows(name: string): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.tables.getItem(name).getDataBodyRange();
    range.load("values");
    await context.sync();
    return range.values.filter((row) => row.some((cell) => cell !== ""));
  });
}

const CIN = {
  list: "cin-plans",
  sheet: "Open cases",
  headings: { child: "Kid Ref", start: "Opened On", end: "Shut On", team: "Unit Name" },
  onlyWhere: "Sort of Plan = CIN",
} as const;
const CP = { ...CIN, list: "cp-plans", onlyWhere: "Sort of Plan = CP" } as const;

test("where no list can be read, the first match makes Clinic Setup and nothing else", async () => {
  await openWith("Open cases", [HEADINGS, ...ROWS]);
  const before = await inspectWorkbook({ today: TODAY });
  expect(before.cannotBuild).not.toBeNull();
  const seen = columnsToMatch(before, "Open cases", "cin-plans")!;
  expect(seen.headings.map(({ heading }) => heading)).toEqual(HEADINGS);
  expect(seen.rowWords).toEqual([
    {
      heading: "Sort of Plan",
      words: [
        { word: "CP", rows: 10 },
        { word: "CIN", rows: 20 },
      ],
    },
  ]);
  await matchColumns(CIN);
  const after = await inspectWorkbook({ today: TODAY });
  expect(readAs(after)).toEqual([["cin-plans", "Open cases"]]);
  expect(after.pages.flatMap(({ sheet }) => sheet ?? [])).toEqual(["Clinic Setup"]);
  expect(await tableRows("ClinicColumns")).toHaveLength(5);
  expect(await tableRows("ClinicServices")).toEqual([]);
});

test("one sheet feeds several lists, each its own rows; the build then adds what it met", async () => {
  await openWith("Open cases", [HEADINGS, ...ROWS]);
  await matchColumns(CIN);
  await matchColumns(CP);
  const { report, recognition } = await inspectWorkbook({ today: TODAY });
  expect(recognition.lists.map(({ list }) => list)).toEqual(["cin-plans", "cp-plans"]);
  expect(report?.sources.map(({ list, rows }) => [list, rows])).toEqual([
    ["cin-plans", 20],
    ["cp-plans", 10],
  ]);
  expect((await buildClinic({ today: TODAY })).state).toBe("complete");
  expect((await tableRows("ClinicServices")).length).toBeGreaterThan(0);
  expect((await tableRows("ClinicTeams")).map(([team]) => team)).toEqual(["North Unit", "South Unit"]);
  expect(await tableRows("ClinicColumns")).toHaveLength(10);
});

test("matched again, a sheet's rows for the list are replaced, and those of other lists stay", async () => {
  await openWith("Open cases", [HEADINGS, ...ROWS]);
  await matchColumns(CIN);
  await matchColumns(CP);
  await matchColumns({
    ...CIN,
    headings: { ...CIN.headings, lastVisit: "Seen Most Recently" },
    onlyWhere: "",
  });
  const rows = await tableRows("ClinicColumns");
  expect(rows.filter(([list]) => list === "CIN Plans").map(([, , column]) => column)).toEqual([
    "Child Unique ID",
    "CIN Plan Start Date",
    "CIN Plan End Date",
    "Allocated Team",
    "Last CIN Visit Date",
  ]);
  expect(rows.filter(([list]) => list === "CP Plans")).toHaveLength(5);
  const now = columnsToMatch(await inspectWorkbook({ today: TODAY }), "Open cases", "cin-plans")!;
  expect(now.columns.find(({ key }) => key === "lastVisit")?.now).toBe("Seen Most Recently");
  expect(now.onlyWhere).toBe("");
});

test("next month's export of the report goes to the sheet that was matched, whatever the file is called", async () => {
  await openWith("Open cases", [HEADINGS, ...ROWS]);
  await matchColumns(CIN);
  await matchColumns(CP);
  const csv = [
    HEADINGS.join(","),
    "K1,CIN,01/08/2023,,North Unit,20/08/2023",
    "K2,CP,02/08/2023,,South Unit,21/08/2023",
    "K3,CIN,03/08/2023,,South Unit,21/08/2023",
  ].join("\r\n");
  const plan = await reviewFiles([csvFile("cases-august.csv", csv, "utf-8")]);
  expect(plan.notLoaded).toEqual([]);
  expect(plan.loads.map(({ target }) => target)).toEqual([
    { kind: "standing", sheet: "Open cases", headerRow: 0 },
  ]);
  expect((await loadFiles(plan)).problem).toBeNull();
  const { report } = await inspectWorkbook({ today: TODAY });
  expect(report?.sources.map(({ list, rows }) => [list, rows])).toEqual([
    ["cin-plans", 2],
    ["cp-plans", 1],
  ]);
});

test("what was matched for one list is suggested for the next, and not applied", async () => {
  await openWith("Open cases", [HEADINGS, ...ROWS]);
  const end = async () =>
    columnsToMatch(await inspectWorkbook({ today: TODAY }), "Open cases", "cp-plans")!.columns.find(
      ({ key }) => key === "end",
    );
  expect(await end()).toMatchObject({ suggested: null, now: null });
  await matchColumns(CIN);
  expect(await end()).toMatchObject({ suggested: "Shut On", now: null });
});

test("a word that is matched is kept on Clinic Setup, and matched again it is replaced", async () => {
  await openWith("Open cases", [HEADINGS, ...ROWS]);
  const word = { list: "visits", column: "plan", word: "Stat visit - care", means: "CP" } as const;
  await matchWords([word]);
  await matchWords([{ ...word, means: "CLA" }]);
  expect(await tableRows("ClinicWords")).toEqual([["Visits", "Plan", "Stat visit - care", "CLA"]]);
});

const ENQUIRIES: readonly (readonly CellValue[])[] = [
  ["Child Unique ID", "Section 47 Start Date", "Section 47 Completed Date", "Section 47 Outcome"],
  ["K1", 45_150, 45_160, "Proceed to CPC"],
  ["K2", 45_150, 45_160, "proceed to  cpc"],
  ["K3", 45_150, 45_160, "Step down to CIN"],
  ["K4", 45_150, 45_160, "Review 45678"],
  ["K5", 45_150, 45_160, ""],
];
const shareToIcpc = ({ report }: Inspection) =>
  report?.series.find(({ id }) => id === "s47-to-icpc")?.values.at(-1);

test("words that are not known are counted, and what they are said to mean holds from then on", async () => {
  await openWith("Section 47", ENQUIRIES);
  const before = await inspectWorkbook({ today: TODAY });
  expect(shareToIcpc(before)).toBe(0);
  expect(before.report?.issues.find(({ code }) => code === "outcome-not-known")?.message).toBe(
    "Outcomes that are not known count as no conference: rows 3, different words 2, the first in D2.",
  );
  expect(listsFound(before).find(({ id }) => id === "section-47")?.hasWordsToMatch).toBe(true);
  expect(wordsOfList(before, "section-47")).toMatchObject([
    {
      column: "outcome",
      words: [{ word: "Proceed to CPC", rows: 2, means: null }],
      rowsNotShown: 1,
      meanings: ["ICPC", "No ICPC"],
    },
  ]);
  const word = { list: "section-47", column: "outcome", word: "Proceed to CPC" } as const;
  await matchWords([{ ...word, means: "ICPC" }]);
  const after = await inspectWorkbook({ today: TODAY });
  expect(shareToIcpc(after)).toBe(40);
  expect(wordsOfList(after, "section-47")[0]?.words).toEqual([
    { word: "Proceed to CPC", rows: 2, means: "ICPC" },
  ]);
  await buildClinic({ today: TODAY });
  expect(shareToIcpc(await inspectWorkbook({ today: TODAY }))).toBe(40);
  await matchWords([{ ...word, means: null }]);
  expect(shareToIcpc(await inspectWorkbook({ today: TODAY }))).toBe(0);
});

test("the words of a plan column have their rows, those that are known are left out", async () => {
  await openWith("Visits", [
    ["Child Unique ID", "Date", "Plan"],
    ["K1", 45_120, "Stat visit"],
    ["K2", 45_121, "Stat visit"],
    ["K3", 45_121, "CP"],
    ["K4", 45_122, "Drop-in"],
  ]);
  const found = await inspectWorkbook({ today: TODAY });
  expect(wordsOfList(found, "visits")).toEqual([
    {
      list: "visits",
      name: "Visits",
      column: "plan",
      heading: "Plan",
      words: [
        { word: "Stat visit", rows: 2, means: null },
        { word: "Drop-in", rows: 1, means: null },
      ],
      rowsNotShown: 0,
      meanings: ["CIN", "CP", "CLA"],
    },
  ]);
});
