import type { LoadPlan, Problem, SheetLoad } from "../../src/taskpane/ports";
import { memoryWorkbook, type MemoryWorkbook } from "./memoryWorkbook";
import { openPane, type PanePage } from "./paneInPage";

let page: PanePage;

async function openAndChoose(workbook: MemoryWorkbook, names: readonly string[]): Promise<void> {
  page = await openPane(async () => {
    const { App } = await import("../../src/taskpane/App");
    return <App workbook={workbook} officeTheme={{ background: () => null, onChange: () => undefined }} />;
  });
  await page.until(() => page.has("button", "Load this month’s files"), "the button");
  const input = document.querySelector<HTMLInputElement>("input[type=file]")!;
  expect([input.multiple, input.accept]).toEqual([true, ".xlsx,.xlsm,.csv"]);
  Object.defineProperty(input, "files", {
    value: names.map((name) => ({ name, arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)) })),
    configurable: true,
  });
  // A page lets nobody but the user fill it.
  Object.defineProperty(input, "value", { value: "", writable: true, configurable: true });
  await page.act(() => input.dispatchEvent(new window.Event("change", { bubbles: true })));
}

afterEach(() => page.close());

const CIN_PLANS: SheetLoad = {
  file: "CIN.csv",
  fileSheet: null,
  list: "cin-plans",
  name: "CIN Plans",
  target: { kind: "standing", sheet: "CIN Plans", headerRow: 0 },
  columns: [],
  rows: [],
  before: { rows: 765, firstDate: 44_562, lastDate: 45_135 },
  after: { rows: 780, firstDate: 44_562, lastDate: 45_166 },
  leftOut: [],
  queries: ["The file has exactly 30,000 rows: the export was probably cut off there."],
};

const PLAN: LoadPlan = {
  loads: [CIN_PLANS],
  notLoaded: [
    {
      file: "CP.xls",
      fileSheet: null,
      kind: "refused",
      refusal: { why: "The file is an old Excel workbook (.xls).", whatToDo: "Save it as .xlsx." },
    },
    {
      file: "CIN.xlsx",
      fileSheet: "Cover",
      kind: "skipped",
      refusal: { why: "It has no rows.", whatToDo: "" },
    },
  ],
};

test("files are reviewed before anything is written: what becomes what, rows and dates, what is refused", async () => {
  const workbook = memoryWorkbook();
  workbook.review(PLAN, {
    loaded: [{ name: "CIN Plans", sheet: "CIN Plans", rows: 780, filterCleared: true }],
    notLoaded: [],
    problem: null,
  });
  await openAndChoose(workbook, ["CIN.csv", "CP.xls"]);
  await page.until(() => page.has("heading", "To load"), "the review");
  expect(workbook.calls).toContain("reviewFiles CIN.csv, CP.xls");
  expect(workbook.calls).not.toContain("loadFiles");
  for (const text of [
    "read on this machine only",
    "the one thing here that writes to your extract sheets",
    "CIN.csv replaces what is on “CIN Plans”.",
    "Now: 765 rows, 1 Jan 2022 to 28 Jul 2023.",
    "After: 780 rows, 1 Jan 2022 to 28 Aug 2023.",
    "Check: The file has exactly 30,000 rows",
    "The file is an old Excel workbook (.xls). Save it as .xlsx.",
    "CIN.xlsx, sheet Cover",
  ])
    expect(page.text()).toContain(text);
  await page.click("button", "Load 1 list");
  await page.until(() => page.text().includes("1 list loaded."), "the result");
  expect(page.text()).toContain("CIN Plans: 780 rows");
  expect(page.text()).toContain("The filter on “CIN Plans” was cleared");
  expect(page.text()).toContain("The files are loaded.");
});

test("Back writes nothing", async () => {
  const workbook = memoryWorkbook();
  workbook.review(PLAN, { loaded: [], notLoaded: [], problem: null });
  await openAndChoose(workbook, ["CIN.csv"]);
  await page.until(() => page.has("heading", "To load"), "the review");
  await page.click("button", "Back");
  await page.until(() => page.has("heading", "Extracts"), "the lists");
  expect(workbook.calls).not.toContain("loadFiles");
});

test("a load that stops says why, and which lists stand as they were", async () => {
  const workbook = memoryWorkbook();
  const problem: Problem = { sentence: "Excel gave up.", whatToDo: "Load again.", details: "Code X." };
  workbook.review(PLAN, { loaded: [], notLoaded: ["CIN Plans"], problem });
  await openAndChoose(workbook, ["CIN.csv"]);
  await page.until(() => page.has("button", "Load 1 list"), "the review");
  await page.click("button", "Load 1 list");
  await page.until(() => page.text().includes("Excel gave up."), "the problem");
  expect(page.text()).toContain("Not loaded, and as before: CIN Plans.");
});
