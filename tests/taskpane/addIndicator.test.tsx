/** "Add an indicator" in the pane, over the ten sheets of tests/support/tenOfCouncils: counted by the build's own code. */
import { recogniseLists } from "../../src/clinic/extracts/recognise";
import { createIssueLog } from "../../src/clinic/issues/issueLog";
import { readSettings } from "../../src/clinic/settings/readSettings";
import { indicatorsFound, previewIndicator } from "../../src/taskpane/bootstrap/ownIndicators";
import { draftOf, TEN, workbookOfTen } from "../support/tenOfCouncils";
import { FOUND, memoryWorkbook, type Indicators, type MemoryWorkbook } from "./memoryWorkbook";
import { openPane, type PanePage } from "./paneInPage";

let page: PanePage;
afterEach(() => page.close());

function indicatorsOf(has: (id: string) => boolean): Indicators {
  const values = workbookOfTen(has);
  return {
    indicators: async () =>
      indicatorsFound({
        values,
        recognition: recogniseLists(values.sheets, values.choices, createIssueLog(), []),
        entered: readSettings(values.settings, createIssueLog(), false),
      }),
    previewIndicator: (draft, signal) => previewIndicator({ values }, draft, signal),
  };
}

async function openSettings(standing: readonly string[] = []): Promise<MemoryWorkbook> {
  const ownIndicators = standing.map((id) => ({ id, title: TEN[id]!.title }));
  const workbook = memoryWorkbook({ ...FOUND, settings: { ...FOUND.settings!, ownIndicators } });
  workbook.holdIndicators(indicatorsOf((id) => standing.includes(id)));
  page = await openPane(async () => {
    const { App } = await import("../../src/taskpane/App");
    return <App workbook={workbook} officeTheme={{ background: () => null, onChange: () => undefined }} />;
  });
  await page.until(() => page.has("heading", "Extracts"), "the lists");
  await page.click("button", "Settings");
  await page.until(() => page.has("button", "Indicators of your own"), "the settings");
  await page.click("button", "Indicators of your own");
  return workbook;
}

async function openForm(): Promise<MemoryWorkbook> {
  const workbook = await openSettings();
  await page.click("button", "Add an indicator");
  await page.until(() => page.has("textbox", "Title"), "the form");
  return workbook;
}

const typed = (role: string, name: string): string =>
  (page.get(role, name) as HTMLInputElement | HTMLSelectElement).value;
const told = (text: string): Promise<void> => page.until(() => page.text().includes(text), text);

test("a count is made, its figure and rows are seen before it is saved, and a row is saved", async () => {
  const workbook = await openForm();
  await page.type("Title", "Missing episodes in the month");
  expect(typed("textbox", "ID")).toBe("missing-episodes-in-the-month");
  await page.choose("What it shows", "How many there are");
  await page.choose("List or sheet to count", "Missing (sheet)");
  await page.choose("Which rows", "Dated in the month");
  await page.choose("Date that puts a row in the month", "Went missing: dates");
  await page.choose("Team", "Owning team: text of 5 characters");
  await told("3 rows counted");
  expect(page.text()).toContain("Alder3Total3");
  expect(page.text()).toContain("Went missing is before 1 July 2023.");
  expect(page.text()).toContain("Went missing: 15 July 2023");
  expect(page.text()).toContain("Rows of the sheet Missing whose Went missing lies in the month");
  expect(workbook.indicatorsSaved).toEqual([]);
  await page.click("button", "Save indicator");
  await page.until(() => workbook.indicatorsSaved.length > 0, "what was saved");
  const { entries } = draftOf("missing-episodes");
  expect(workbook.indicatorsSaved).toEqual([
    {
      was: null,
      entries: { ...entries, ID: "missing-episodes-in-the-month", Page: "", Chart: "", Each: "row" },
    },
  ]);
  await page.until(() => page.has("heading", "Month and settings"), "the settings again");
  expect(page.text()).toContain("Missing episodes in the month is saved on Clinic Setup.");
});

test("fields that a kind does not have are not there", async () => {
  await openForm();
  const fields = ["Page", "Chart", "Timescale", "First one due", "Due date", "Counts in the numerator where"];
  const shown = () => fields.filter((name) => page.has("textbox", name) || page.has("combobox", name));
  expect(shown()).toEqual(["Page", "Chart", "Counts in the numerator where"]);
  await page.choose("What it shows", "Share last done within a time, such as visits");
  expect(shown()).toEqual(["Page", "Chart", "Timescale", "First one due"]);
  await page.choose("What it shows", "Share that is not overdue");
  expect(shown()).toEqual(["Page", "Chart", "Due date"]);
  await page.choose("What it shows", "How many there are");
  expect(shown()).toEqual([]);
});

test("a mistake is said beside its field once it is left, in the words of its data issue", async () => {
  await openForm();
  await told("The figure appears here once these are right: ");
  expect(page.text()).not.toContain("This indicator has no title");
  await page.type("ID", "My ID");
  await told("This cannot be an ID, so the indicator is left out. Type lower-case letters");
  expect(page.get("textbox", "ID").getAttribute("aria-invalid")).toBe("true");
  expect(page.text()).not.toContain("This indicator has no title");
  await page.type("ID", "my-id");
  await page.until(() => !page.text().includes("This cannot be an ID"), "that the ID is right");
});

test("what is wrong is not saved: all of it is said, and the first such field has the focus", async () => {
  const workbook = await openForm();
  await page.choose("List or sheet to count", "Placements (sheet)");
  await page.click("button", "Save indicator");
  await told("This indicator has no title, so it is left out.");
  expect(page.text()).toContain("With is blank, so this indicator is left out.");
  expect(document.activeElement).toBe(page.get("textbox", "Title"));
  expect(workbook.indicatorsSaved).toEqual([]);
});

test("a condition is put together from the columns that are there", async () => {
  await openForm();
  await page.choose("List or sheet to count", "Placements (sheet)");
  await page.click("button", "Make the numerator’s condition");
  await page.choose("Column", "Placements this year");
  await page.choose("Comparison", "is at least");
  await page.type("Value", "3");
  await page.click("button", "Add this condition");
  expect(typed("textbox", "Counts in the numerator where")).toBe("Placements this year >= 3");
  await page.choose("Column", "How long it has been open");
  await page.type("Longer than", "12");
  await page.click("button", "Add this condition");
  expect(typed("textbox", "Counts in the numerator where")).toBe(
    "Placements this year >= 3 and open longer than 12 months",
  );
});

test("a page of the council's own is typed", async () => {
  await openForm();
  await page.choose("Page", "A new page of your own");
  await page.type("Page", "A/B");
  await told("This cannot be the name of a page");
});

test("one that is there is changed under the ID that it has", async () => {
  const workbook = await openSettings(["return-interviews-3d", "missing-episodes"]);
  await page.click("button", "Change Return interview within 3 days");
  await page.until(() => page.has("textbox", "Title"), "the form");
  expect((page.get("textbox", "ID") as HTMLInputElement).readOnly).toBe(true);
  expect(typed("textbox", "Timescale")).toBe("3");
  await told("3 rows in the denominator");
  await page.type("Title", "Return interviews");
  await page.type("Timescale", "4");
  expect(typed("textbox", "ID")).toBe("return-interviews-3d");
  await told("66.7%");
  await page.click("button", "Save indicator");
  await page.until(() => workbook.indicatorsSaved.length > 0, "what was saved");
  expect(workbook.indicatorsSaved[0]).toMatchObject({
    was: "return-interviews-3d",
    entries: { ID: "return-interviews-3d", Title: "Return interviews", Timescale: "4", Unit: "days" },
  });
});

test("Back saves nothing, and a save that fails keeps what was typed", async () => {
  const workbook = await openSettings(["missing-episodes"]);
  await page.click("button", "Change Missing episodes");
  await page.until(() => page.has("textbox", "Title"), "the form");
  await page.type("Title", "Went missing");
  await told("3 rows counted");
  workbook.failNext({ sentence: "The sheet is protected.", whatToDo: "Unprotect it.", details: "" });
  await page.click("button", "Save indicator");
  await told("The sheet is protected.");
  expect(typed("textbox", "Title")).toBe("Went missing");
  await page.click("button", "Back");
  await page.until(() => page.has("heading", "Month and settings"), "the settings");
  expect(workbook.indicatorsSaved).toEqual([]);
});
