import type { MonthQuestion } from "../../src/clinic/findings";
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
  expect(page.has("heading", "Sheets not read as a list")).toBe(true);
  expect(page.has("button", "Match columns of Old plans")).toBe(true);
});

test("a match is changed by hand, and said", async () => {
  const workbook = memoryWorkbook();
  await open(workbook);
  await page.until(() => page.has("button", "Change match for CIN Plans"), "the list");
  await page.click("button", "Change match for CIN Plans");
  await page.choose("Read CIN Plans from", "Old plans");
  expect(workbook.calls).toContain('chooseSheets cin-plans ["Old plans"]');
  await page.until(() => page.text().includes("Old plans is chosen for CIN Plans."), "the announcement");
  expect(page.text()).toContain("Matched by hand.");
});

test("a change of a sheet shows without being asked for", async () => {
  const workbook = memoryWorkbook();
  await open(workbook);
  await page.until(() => page.text().includes("765 rows"), "the list");
  workbook.edit((found) => ({ ...found, lists: found.lists.map((list) => ({ ...list, rows: 766 })) }));
  await page.until(() => page.text().includes("766 rows"), "the new row");
});

test("while nobody sees the pane the workbook is neither read nor watched", async () => {
  const workbook = memoryWorkbook();
  let seen = false;
  const listeners = new Set<() => void>();
  const view = {
    isSeen: () => seen,
    onChange: (changed: () => void) => {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
  };
  const show = (now: boolean) =>
    page.act(() => {
      seen = now;
      listeners.forEach((listener) => listener());
    });
  page = await openPane(async () => {
    const { App } = await import("../../src/taskpane/App");
    return <App workbook={workbook} officeTheme={NO_THEME} view={view} />;
  });
  expect(workbook.calls).not.toContain("inspect");
  await show(true);
  await page.until(() => page.text().includes("765 rows"), "the list");

  await show(false);
  const read = workbook.calls.filter((call) => call === "inspect").length;
  workbook.edit((found) => ({ ...found, lists: found.lists.map((list) => ({ ...list, rows: 766 })) }));
  expect(workbook.watched()).toBe(false);
  expect(workbook.calls.filter((call) => call === "inspect")).toHaveLength(read);
  await show(true);
  await page.until(() => page.text().includes("766 rows"), "the new row");
});

test("what a pack lacks although it is built is told with its results", async () => {
  const workbook = memoryWorkbook();
  workbook.buildAs(async () => ({
    state: "complete",
    told: {
      sentence: "It may not print one page wide.",
      whatToDo: "Choose another printer.",
      details: "Code X.",
    },
  }));
  await openAt(workbook, "Build");
  await page.until(() => page.has("button", "Build clinic tables"), "the build step");
  await page.click("button", "Build clinic tables");
  await page.until(() => page.has("heading", "Results"), "the results");
  expect(page.text()).toContain("It may not print one page wide.");
});

test("an empty workbook offers the sample, and shows it once inserted", async () => {
  const workbook = memoryWorkbook({
    ...FOUND,
    lists: FOUND.lists.map((list) => ({ ...list, sheets: [] })),
    candidateSheets: [],
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
  await page.click("button", "Targets");
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
  await page.until(() => page.has("button", "Targets"), "the targets");
  await page.click("button", "Targets");
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

test("teams are found by name, and all that are found are set at once", async () => {
  const workbook = memoryWorkbook();
  const settings = FOUND.settings!;
  const [first] = settings.teams;
  const teams = ["BIT North", "BIT South", "SWF East 1"].map((name) => ({
    ...first!,
    name,
    shortName: name,
  }));
  workbook.edit((found) => ({ ...found, settings: { ...settings, teams } }));
  await openAt(workbook, "Settings");
  await page.until(() => page.has("button", "Teams"), "the teams");
  expect(page.get("button", "Teams").textContent).toContain("3, 3 in clinic tables");
  await page.click("button", "Teams");
  await page.type("Find teams", "bit");
  expect(page.has("heading", "SWF East 1")).toBe(false);
  await page.click("button", "All 2 out");
  await page.choose("Service of all 2 teams", "BIT");
  expect(workbook.changes).toEqual([
    { setting: "teams", teams: ["BIT North", "BIT South"], inClinicTables: false },
    { setting: "teams", teams: ["BIT North", "BIT South"], service: "BIT" },
  ]);
});

test("where nothing can be built, no step leads on to one that is dead", async () => {
  const nothing = { sentence: "No sheet could be read.", whatToDo: "Check the lists.", details: "" };
  await open(memoryWorkbook({ ...FOUND, settings: null, cannotBuild: nothing }));
  await page.until(() => page.has("heading", "Extracts"), "the extracts");
  expect(page.has("button", "Next: settings")).toBe(false);
  await page.click("button", "Settings");
  await page.until(() => page.has("button", "Back to extracts"), "the way back");
  expect(page.has("button", "Next: build")).toBe(false);
  await page.click("button", "Build");
  await page.until(() => page.has("heading", "Build clinic tables"), "the build step");
  expect(page.has("button", "Build clinic tables")).toBe(false);
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
  expect(page.text()).toContain("1 clinic sheet will be made, 14 rewritten in place.");
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

test("what could be wrong stands before the build, and each offer does what it says", async () => {
  const workbook = memoryWorkbook({
    ...FOUND,
    findings: [
      {
        kind: "extracts-after-month-end",
        asAt: 45_138,
        measures: [],
        sentence: "The extracts were run after 31 July 2023.",
        lines: ["CP Plans: 2 of 4.", "CLA: 3 of 9.", "CIN Plans: 1 of 9."],
        offers: [
          { act: "set-as-at", date: 45_146 },
          { act: "load-events", lists: ["visits"] },
        ],
      },
      {
        kind: "sheets-not-read",
        sheets: ["Export 1"],
        sentence: "1 sheet looks like an extract and is not read.",
        lines: ["“Export 1” has child IDs and dates."],
        offers: [{ act: "match-sheets" }],
      },
    ],
  });
  await openAt(workbook, "Build");
  await page.until(() => page.has("heading", "Before you build: 2 things to check"), "the findings");
  expect(page.text()).toContain("“Export 1” has child IDs and dates.");
  expect(page.text()).not.toContain("CLA: 3 of 9.");
  await page.click("button", "Figures");
  expect(page.text()).toContain("CLA: 3 of 9.");
  await page.click("button", "Look back from 8 August 2023");
  expect(workbook.changes).toEqual([{ setting: "asAt", date: 45_146 }]);
  await page.click("button", "Choose what is read");
  await page.until(() => page.has("heading", "Extracts"), "the extracts");
});

const QUESTION: MonthQuestion = {
  kind: "month",
  month: "2023-07",
  monthOfExtracts: "2023-08",
  extractsRunTo: 45_173,
  isInHistory: true,
  laterMonth: null,
  sentence: "Your extracts run to 4 September 2023, and July 2023 is in the history. Build August 2023?",
  lines: ["Building July 2023 replaces its published figures with figures from these extracts."],
  offers: [{ act: "report-month", month: null }],
};

test("a published month is replaced only by the button that says so; the other reports the extracts' month", async () => {
  const workbook = memoryWorkbook({ ...FOUND, monthQuestion: QUESTION });
  await openAt(workbook, "Build");
  await page.until(() => page.text().includes(QUESTION.sentence), "the question");
  expect(page.has("button", "Build clinic tables")).toBe(false);
  await page.click("button", "Report August 2023");
  expect(workbook.changes).toEqual([{ setting: "month", month: null }]);
  expect(workbook.calls).not.toContain("build");
  await page.click("button", "Replace July 2023");
  await page.until(() => page.has("heading", "Results"), "the results");
  expect(workbook.calls.filter((call) => call.startsWith("build"))).toEqual(["build and replace"]);
});

test("the ribbon opens the pane at the build step, where the question is", async () => {
  const workbook = memoryWorkbook({ ...FOUND, monthQuestion: QUESTION });
  await open(workbook);
  await page.until(() => page.has("heading", "Extracts"), "the first screen");
  await page.act(() => workbook.sendTo("build"));
  await page.until(() => page.text().includes(QUESTION.sentence), "the question");
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

test("a sheet for past figures is offered while there is none, wide or by team", async () => {
  const workbook = memoryWorkbook();
  await open(workbook);
  await page.until(() => page.has("button", "Add past figures by team"), "the offer");
  await page.click("button", "Add past figures by team");
  expect(workbook.calls).toContain("addPastFigures by team");
});
