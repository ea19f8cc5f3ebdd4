import { FOUND, memoryWorkbook, type MemoryWorkbook } from "./memoryWorkbook";
import { openPane, type PanePage } from "./paneInPage";

let page: PanePage;

const NO_THEME = { background: () => null, onChange: () => undefined };

async function open(workbook: MemoryWorkbook): Promise<void> {
  page = await openPane(async () => {
    const { App } = await import("../../src/taskpane/App");
    return <App workbook={workbook} officeTheme={NO_THEME} />;
  });
}

/** Opens the pane at a step, by its button in the step list. */
async function openAt(workbook: MemoryWorkbook, step: string): Promise<void> {
  await open(workbook);
  await page.until(() => page.has("heading", "Extracts"), "the first screen");
  await page.click("button", step);
}

afterEach(() => page.close());

test("lists stand with what they lack; absent lists with the figures that go without them", async () => {
  await open(memoryWorkbook());
  await page.until(() => page.has("heading", "Extracts"), "the extracts");
  expect(page.text()).toContain("CIN Plans: 765 rows, 1 Jan 2022 to 28 Jul 2023");
  expect(page.text()).toContain("Columns missing: Case Status.");
  expect(page.text()).toContain("Figures not available: Core group; % of repeat CPP.");
  expect(page.text()).toContain("Not needed: dates are read from the plans.");
  expect(page.text()).toContain("Sheets not read as a list: Old plans.");
});

test("a match is changed by hand, and said", async () => {
  const workbook = memoryWorkbook();
  await open(workbook);
  await page.until(() => page.has("button", "Change match for CIN Plans"), "the list");
  await page.click("button", "Change match for CIN Plans");
  await page.choose("Read CIN Plans from", "Old plans");
  expect(workbook.calls).toContain('chooseSheets cin-plans ["Old plans"]');
  await page.until(() => page.text().includes("CIN Plans is now read from Old plans."), "the announcement");
  expect(page.text()).toContain("Matched by hand.");
});

test("a change of a sheet shows without being asked for", async () => {
  const workbook = memoryWorkbook();
  await open(workbook);
  await page.until(() => page.text().includes("765 rows"), "the list");
  workbook.edit((found) => ({ ...found, lists: found.lists.map((list) => ({ ...list, rows: 766 })) }));
  await page.until(() => page.text().includes("766 rows"), "the new row");
});

test("an empty workbook offers the sample, and shows it once inserted", async () => {
  const workbook = memoryWorkbook({
    ...FOUND,
    lists: FOUND.lists.map((list) => ({ ...list, sheets: [] })),
    settings: null,
  });
  await open(workbook);
  await page.until(() => page.has("heading", "Welcome"), "the placemat");
  await page.click("button", "Insert sample extracts");
  await page.until(() => page.has("heading", "Extracts"), "the extracts");
});

test("an unmapped team comes with its suggestion and is mapped to it", async () => {
  const workbook = memoryWorkbook();
  await openAt(workbook, "Settings");
  await page.until(() => page.text().includes("1 team name not yet known"), "the unmapped team");
  await page.click("button", "Save team for S.W.F. East One");
  expect(workbook.changes).toEqual([
    { setting: "teamAlsoKnownAs", met: "S.W.F. East One", team: "SWF East 1" },
  ]);
});

test("a target is saved when the field is left, and a wrong one is refused where it stands", async () => {
  const workbook = memoryWorkbook();
  await openAt(workbook, "Settings");
  await page.until(() => page.has("heading", "Targets"), "the targets");
  await page.type("Target", "ninety");
  expect(workbook.changes).toEqual([]);
  expect(page.text()).toContain("Type a number such as 90");
  await page.type("Target", "80");
  expect(workbook.changes).toEqual([{ setting: "target", id: "cin-visits-6w", target: 80 }]);
  expect(page.text()).toContain("Target for % of CIN visits within last 6 weeks: 80%.");
});

test("a target edited on the sheet shows here", async () => {
  const workbook = memoryWorkbook();
  await openAt(workbook, "Settings");
  await page.until(() => page.has("textbox", "Target"), "the targets");
  workbook.edit((found) => ({
    ...found,
    settings: found.settings && {
      ...found.settings,
      targets: found.settings.targets.map((target) => ({ ...target, target: 77 })),
    },
  }));
  await page.until(
    () => (page.get("textbox", "Target") as HTMLInputElement).value === "77",
    "the new target",
  );
});

test("a build shows its steps, moves on to the results, and the heading takes the focus", async () => {
  const workbook = memoryWorkbook();
  let finish = () => {};
  workbook.buildAs(async (onProgress) => {
    onProgress({ step: "calculating", done: 3, of: 10, text: "By team" });
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return { state: "complete" };
  });
  await openAt(workbook, "Build");
  await page.until(() => page.has("button", "Build clinic tables"), "the build screen");
  expect(page.text()).toContain("Clinic Summarynew sheet");
  await page.click("button", "Build clinic tables");
  await page.until(() => page.text().includes("By team"), "progress");
  expect(page.get("status", "Calculating the figures.")).toBeDefined();
  expect(page.get("button", "Extracts").hasAttribute("disabled")).toBe(true);
  finish();
  await page.until(() => page.has("heading", "Results: July 2023"), "the results");
  expect(document.activeElement).toBe(page.get("heading", "Results: July 2023"));
});

test.each([
  ["cancelled-before-writing", "Cancelled before anything was written."],
  ["incomplete", "The pack in this workbook is incomplete."],
] as const)("a build that ends %s says so", async (state, words) => {
  const workbook = memoryWorkbook();
  workbook.buildAs(
    (_, signal) => new Promise((resolve) => signal.addEventListener("abort", () => resolve({ state }))),
  );
  await openAt(workbook, "Build");
  await page.until(() => page.has("button", "Build clinic tables"), "the build screen");
  await page.click("button", "Build clinic tables");
  await page.click("button", "Cancel");
  await page.until(() => page.text().includes(words), "what became of it");
});

test("each line of the results goes to its place", async () => {
  const workbook = memoryWorkbook();
  await openAt(workbook, "Build");
  await page.until(() => page.has("button", "Build clinic tables"), "the build screen");
  await page.click("button", "Build clinic tables");
  await page.until(() => page.has("heading", "Results"), "the results");
  await page.until(() => page.has("button", "% of CIN visits within last 6 weeks"), "the headline");
  expect(page.text()).toContain("Target 95%. Down 2.1 points on last month, ↓\u00a0worsening.");
  await page.click("button", "% of CIN visits within last 6 weeks");
  await page.click("button", "Caseloads of 20 and over (1)");
  await page.click("button", "27 SW, SWF East 1");
  await page.click("button", "Data issues (2 cells)");
  await page.click("button", "CIN Plans 2 cells");
  await page.click("button", "Go to CIN Plans D40");
  await page.click("button", "Children out of time (1 row)");
  await page.click("button", "SWF East 1 1 row");
  await page.click("button", "Go to CIN Plans row 9");
  expect(workbook.places).toEqual([
    { kind: "figure", id: "cin-visits-6w" },
    { kind: "row", id: "caseloads-20-plus", row: 0 },
    { kind: "cell", sheet: "CIN Plans", cell: "D40" },
    { kind: "cell", sheet: "CIN Plans", cell: "A9" },
  ]);
});

test("a problem is an alert in plain words, and its details can be copied", async () => {
  const workbook = memoryWorkbook();
  await openAt(workbook, "Build");
  await page.until(() => page.has("button", "Build clinic tables"), "the build screen");
  workbook.failNext({
    sentence: "The sheet is protected.",
    whatToDo: "Unprotect it.",
    details: "Code AccessDenied.",
  });
  await page.click("button", "Build clinic tables");
  await page.until(() => page.has("alert", "The sheet is protected."), "the alert");
  expect(page.get("alert", "Unprotect it.")).toBeDefined();
  let copied = "";
  Object.defineProperty(window.navigator, "clipboard", {
    value: { writeText: async (text: string) => void (copied = text) },
  });
  await page.click("button", "Copy details");
  expect(copied).toContain("Code AccessDenied.");
});
