/** Files for managers, under the results: for whom, and two ways to have them. */
import { memoryWorkbook, type MemoryWorkbook } from "./memoryWorkbook";
import { openPane, type PanePage } from "./paneInPage";

const NO_THEME = { background: () => null, onChange: () => undefined };
const OPEN = "Open managers’ copy in a new window";
const FOUND_COPIES = {
  audience: "clinic",
  suppressed: false,
  teams: [],
  canDownload: true,
  template: null,
} as const;

let page: PanePage;

async function openResults(workbook: MemoryWorkbook): Promise<void> {
  page = await openPane(async () => {
    const { App } = await import("../../src/taskpane/App");
    return <App workbook={workbook} officeTheme={NO_THEME} />;
  });
  await page.until(() => page.has("heading", "Extracts"), "the first screen");
  await page.click("button", "Build");
  await page.until(() => page.has("button", "Build clinic tables"), "the build");
  await page.click("button", "Build clinic tables");
  await page.until(() => page.has("button", OPEN), "the results");
}

afterEach(() => page.close());

test("a managers' copy is asked for, for whom it was chosen, and never said to be saved", async () => {
  const workbook = memoryWorkbook();
  await openResults(workbook);
  await page.choose("Copy and slides for", "The council: localities, no team and no worker");
  await page.click("button", OPEN);
  await page.until(() => page.text().includes("in a new window."), "what was asked for");
  expect(workbook.calls).toContain(
    `makeCopy ${JSON.stringify({ kind: "managers", audience: "council", suppressed: false, withHistory: false })}`,
  );
  expect(workbook.calls).toContain("openCopy copy.xlsx");
  expect(page.text()).not.toMatch(/\bsaved\b/);
});

test("for those outside small numbers are suppressed, without a choice", async () => {
  await openResults(memoryWorkbook());
  await page.choose("Copy and slides for", "Outside the council: council figures only");
  const box = page.get(
    "checkbox",
    "Suppress small numbers: 1 to 5, and what would reveal them",
  ) as HTMLInputElement;
  expect([box.checked, box.disabled]).toEqual([true, true]);
});

test("a team list can be opened, and all of them are a zip to download", async () => {
  const workbook = memoryWorkbook();
  await openResults(workbook);
  expect(page.has("button", "Open team lists in a new window")).toBe(false);
  expect(page.has("button", "Download team lists")).toBe(true);
  await page.choose("Team list for", "SWF East 1");
  await page.click("button", "Open team list in a new window");
  await page.until(() => workbook.calls.includes("openCopy copy.xlsx"), "the window");
  expect(workbook.calls).toContain(
    `makeCopy ${JSON.stringify({ kind: "team-lists", teams: ["SWF East 1"] })}`,
  );
});

test("on a Mac the pane says how a file is had where it cannot download", async () => {
  const workbook = memoryWorkbook();
  workbook.holdCopies({ ...FOUND_COPIES, canDownload: false });
  await openResults(workbook);
  expect(page.text()).toContain("open it in a new window and choose File, Save As");
  expect(page.text()).toContain("open this workbook in Excel on the web");
  for (const name of ["Download managers’ copy", "Download slides"])
    expect(page.get("button", name).getAttribute("aria-disabled")).toBe("true");
});

test("Clinic History goes with the copy by choice, and never where small numbers are suppressed", async () => {
  const workbook = memoryWorkbook();
  await openResults(workbook);
  await page.click("checkbox", "Clinic History in the copy");
  await page.click("button", OPEN);
  await page.until(() => workbook.calls.includes("openCopy copy.xlsx"), "the window");
  const made = (withHistory: boolean, suppressed: boolean) =>
    `makeCopy ${JSON.stringify({ kind: "managers", audience: "clinic", suppressed, withHistory })}`;
  expect(workbook.calls).toContain(made(true, false));
  await page.click("checkbox", "Suppress small numbers");
  const box = page.get("checkbox", "Clinic History in the copy") as HTMLInputElement;
  expect([box.checked, box.disabled]).toEqual([false, true]);
  await page.click("button", OPEN);
  await page.until(() => workbook.calls.includes(made(false, true)), "the copy without history");
});

/** As the system's dialog for a file does. */
async function chooseTemplate(name: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[aria-label="PowerPoint template"]')!;
  Object.defineProperty(input, "files", {
    configurable: true,
    value: [{ name, arrayBuffer: async () => new ArrayBuffer(3) }],
  });
  await page.act(() => input.dispatchEvent(new Event("change", { bubbles: true })));
}

test("the council's own template is chosen for the slides, and taken out again", async () => {
  const workbook = memoryWorkbook();
  await openResults(workbook);
  expect(page.text()).toContain("Slides have the pack’s look.");
  await chooseTemplate("Mere.potx");
  await page.until(() => page.text().includes("Slides use your template Mere.potx"), "the template");
  expect(page.text()).toContain("It is kept on this machine only.");
  await page.click("button", "Remove our template");
  await page.until(() => page.text().includes("Slides have the pack’s look."), "the pack's look");
  const kept = workbook.calls.filter((call) => call.startsWith("keepTemplate"));
  expect(kept).toEqual(["keepTemplate Mere.potx", "keepTemplate none"]);
});

test("a template that was chosen before is named", async () => {
  const workbook = memoryWorkbook();
  workbook.holdCopies({ ...FOUND_COPIES, template: "Mere.potx" });
  await openResults(workbook);
  expect(page.text()).toContain("Slides use your template Mere.potx");
});

test("why a template cannot be used is said in plain words, and the look stays", async () => {
  const workbook = memoryWorkbook();
  await openResults(workbook);
  workbook.failNext({
    sentence: "The template has no layout with a title.",
    whatToDo: "The slides keep the look that they have.",
    details: "Code TemplateRefused.",
  });
  await chooseTemplate("Odd.potx");
  await page.until(() => page.text().includes("no layout with a title"), "the reason");
  expect(page.text()).toContain("Slides have the pack’s look.");
});

test("slides are a download only, for whom they were chosen; why they cannot be made is said", async () => {
  const workbook = memoryWorkbook();
  await openResults(workbook);
  await page.choose("Copy and slides for", "Outside the council: council figures only");
  expect(page.has("button", "Open slides in a new window")).toBe(false);
  workbook.failNext({
    sentence: "This file could not be opened.",
    whatToDo: "Choose another template, or remove yours to use the pack’s own look.",
    details: "Code TemplateRefused.",
  });
  await page.click("button", "Download slides");
  await page.until(() => page.text().includes("Choose another template"), "the reason");
  expect(workbook.calls).toContain(
    `makeCopy ${JSON.stringify({ kind: "slides", audience: "outside", suppressed: false })}`,
  );
  expect(page.text()).not.toContain("asked to download");
});
