/** Before sharing: the review of what will be replaced, by role and name. */
import type { ClinicFormulas, Replacement } from "../../src/taskpane/ports";
import { memoryWorkbook, type MemoryWorkbook } from "./memoryWorkbook";
import { openPane, type PanePage } from "./paneInPage";

const FORMULAS: ClinicFormulas = {
  sheets: [
    {
      sheetId: "1",
      sheet: "Board paper",
      blocks: [
        {
          kind: "cells",
          area: { row: 1, column: 1, rows: 9, columns: 1 },
          address: "B2:B10",
          cells: 9,
          shows: ["86.3%", "75.0%", ""],
          errors: 0,
          formulas: [],
        },
        {
          kind: "spill",
          area: { row: 1, column: 8, rows: 3, columns: 1 },
          address: "I2:I4",
          cells: 3,
          shows: ["#N/A", "790", "812"],
          errors: 1,
          formulas: [],
        },
      ],
      left: [
        { address: "B11", cells: 1, shows: "#N/A", why: "It shows #N/A: there is no figure to keep." },
        { address: "D1:D2", cells: 2, shows: "#BUSY!", why: "It is still being worked out." },
      ],
    },
    {
      sheetId: "2",
      sheet: "Other",
      blocks: [
        {
          kind: "cells",
          area: { row: 0, column: 0, rows: 1, columns: 1 },
          address: "A1",
          cells: 1,
          shows: ["Amber"],
          errors: 0,
          formulas: [],
        },
      ],
      left: [],
    },
  ],
  names: [{ name: "Share", sheet: null }],
};

const DONE: Replacement = {
  replaced: [{ sheet: "Board paper", cells: 12 }],
  left: [
    { sheet: "Other", address: "A1", cells: 1, shows: "Amber", why: "It has changed since it was listed." },
  ],
};

const REPLACE = "Replace CLINIC formulas with values";
const NO_THEME = { background: () => null, onChange: () => undefined };

let page: PanePage;

async function openResults(workbook: MemoryWorkbook): Promise<void> {
  page = await openPane(async () => {
    const { App } = await import("../../src/taskpane/App");
    return <App workbook={workbook} officeTheme={NO_THEME} />;
  });
  await page.until(() => page.has("heading", "Extracts"), "the first screen");
  await page.click("button", "Results");
  await page.until(() => page.has("button", REPLACE), "the results");
}

async function openReview(workbook: MemoryWorkbook, words: string): Promise<void> {
  await openResults(workbook);
  await page.click("button", REPLACE);
  await page.until(() => page.text().includes(words), "the review");
}

afterEach(() => page.close());

test("lists sheet by sheet what will change and what stays, and changes nothing yet", async () => {
  const workbook = memoryWorkbook();
  workbook.holdFormulas(FORMULAS, DONE);
  await openReview(workbook, "13 cells on 2 sheets will hold what they show now, in place of formulas.");
  expect(page.text()).toContain("3 cells stay as they are.");
  expect(page.has("heading", "Board paper: 12 cells")).toBe(true);
  expect(page.text()).toContain("9 cells: 86.3%, 75.0%, (blank) …");
  expect(page.text()).toContain("3 cells, one formula: #N/A, 790, 812 (1 error among them stays)");
  expect(page.has("heading", "Other: 1 cell")).toBe(true);
  expect(page.has("heading", "Stays as it is")).toBe(true);
  expect(page.text()).toContain("2 cells, #BUSY!: It is still being worked out.");
  expect(page.text()).toContain("Name Share");
  expect(page.text()).toContain("Save a copy first");
  expect(page.get("status", "13 cells on 2 sheets")).toBeDefined();
  expect(document.activeElement).toBe(page.get("heading", REPLACE));
  expect(workbook.calls.filter((call) => call.startsWith("replace"))).toEqual([]);

  await page.click("button", "Go to Board paper I2:I4");
  await page.click("button", "Go to Board paper B11");
  expect(workbook.places).toEqual([
    { kind: "cell", sheet: "Board paper", cell: "I2:I4" },
    { kind: "cell", sheet: "Board paper", cell: "B11" },
  ]);
});

test("replaces when that is confirmed, says how many and what stayed", async () => {
  const workbook = memoryWorkbook();
  workbook.holdFormulas(FORMULAS, DONE);
  await openReview(workbook, "13 cells");
  await page.click("button", "Replace 13 cells");
  await page.until(() => page.has("heading", "CLINIC formulas replaced"), "the end");
  expect(workbook.calls).toContain("replaceClinicFormulas Board paper, Other");
  expect(
    page.get("status", "12 cells on 1 sheet now hold plain values. 1 cell stays as it is."),
  ).toBeDefined();
  expect(page.has("button", "Go to Other A1")).toBe(true);
  expect(page.text()).toContain("It has changed since it was listed.");
  expect(document.activeElement).toBe(page.get("heading", "CLINIC formulas replaced"));
  await page.click("button", "Back to results");
  await page.until(() => document.activeElement === page.get("button", REPLACE), "the way back");
});

test("leaves the workbook alone when it is cancelled", async () => {
  const workbook = memoryWorkbook();
  workbook.holdFormulas(FORMULAS, DONE);
  await openReview(workbook, "13 cells");
  await page.click("button", "Cancel");
  await page.until(() => document.activeElement === page.get("button", REPLACE), "the way back");
  expect(workbook.calls.filter((call) => call.startsWith("replace"))).toEqual([]);
});

test("says so when nothing calls CLINIC, and offers nothing to replace", async () => {
  await openReview(memoryWorkbook(), "No formula in this workbook calls a CLINIC function");
  expect(page.get("status", "there is nothing to replace")).toBeDefined();
  expect(page.has("button", "Replace")).toBe(false);
  expect(page.has("button", "Back to results")).toBe(true);
});

test("offers nothing where every cell stays", async () => {
  const workbook = memoryWorkbook();
  const [first] = FORMULAS.sheets;
  workbook.holdFormulas({ sheets: first ? [{ ...first, blocks: [] }] : [], names: [] }, DONE);
  await openReview(workbook, "No cell can be replaced by its value. 3 cells stay as they are.");
  expect(page.has("button", "Replace")).toBe(false);
});

test("a search or a replacement that fails is told of, and can be tried again", async () => {
  const workbook = memoryWorkbook();
  workbook.holdFormulas(FORMULAS, DONE);
  await openResults(workbook);
  const problem = { sentence: "Excel is busy.", whatToDo: "Wait.", details: "Code Busy." };
  workbook.failNext(problem);
  await page.click("button", REPLACE);
  await page.until(() => page.has("alert", "Excel is busy."), "the alert");
  expect(page.text()).toContain("The workbook could not be searched. Nothing was changed.");
  await page.click("button", "Back to results");
  await page.click("button", REPLACE);
  await page.until(() => page.has("button", "Replace 13 cells"), "the review");
  workbook.failNext(problem);
  await page.click("button", "Replace 13 cells");
  await page.until(() => page.has("alert", "Excel is busy."), "the alert");
  await page.click("button", "Replace 13 cells");
  await page.until(() => page.has("heading", "CLINIC formulas replaced"), "the end");
});
