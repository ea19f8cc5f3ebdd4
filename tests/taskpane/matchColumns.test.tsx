/** "Match columns" in the pane: what is seen, what is suggested, and that nothing is kept before it is confirmed. */
import { memoryWorkbook, type MemoryWorkbook } from "./memoryWorkbook";
import { openPane, type PanePage } from "./paneInPage";

let page: PanePage;

async function openMatch(workbook: MemoryWorkbook): Promise<void> {
  page = await openPane(async () => {
    const { App } = await import("../../src/taskpane/App");
    return <App workbook={workbook} officeTheme={{ background: () => null, onChange: () => undefined }} />;
  });
  await page.until(() => page.has("button", "Match columns of Old plans"), "the sheet that is not read");
  await page.click("button", "Match columns of Old plans");
  await page.until(() => page.has("button", "Save matches"), "the columns");
}

afterEach(() => page.close());

const shown = (name: string): string => (page.get("combobox", name) as HTMLSelectElement).value;

test("a sheet that is read as no list shows its headings and what their cells look like", async () => {
  const workbook = memoryWorkbook();
  await openMatch(workbook);
  expect(workbook.calls).toContain("columnsToMatch Old plans likeliest");
  await page.click("button", "Headings seen");
  for (const text of ["Person Ref: text of 7 characters", "CIN Began: dates"])
    expect(page.text()).toContain(text);
});

test("the most likely heading is suggested, marked, and kept only once it is saved", async () => {
  const workbook = memoryWorkbook();
  await openMatch(workbook);
  expect([shown("Child Unique ID"), shown("CIN Plan Start Date"), shown("Allocated Team")]).toEqual([
    "Person Ref",
    "CIN Began",
    "",
  ]);
  expect(page.text()).toContain("Suggested: the most likely heading.");
  expect(page.text()).toContain("Read so now.");
  expect(page.text()).toContain("1 needed column not matched: Allocated Team.");
  expect(workbook.matched).toEqual([]);
  await page.choose("Allocated Team", "Unit: text of 8 to 10 characters");
  await page.click("button", "Save matches");
  await page.until(() => page.has("heading", "Extracts"), "the lists");
  expect(workbook.matched).toEqual([
    {
      list: "cin-plans",
      sheet: "Old plans",
      headings: { child: "Person Ref", start: "CIN Began", team: "Unit" },
      onlyWhere: "",
    },
  ]);
  expect(page.text()).toContain("The columns of CIN Plans are matched and kept on Clinic Setup.");
});

test("one heading for two columns is not saved", async () => {
  const workbook = memoryWorkbook();
  await openMatch(workbook);
  await page.choose("Allocated Team", "Person Ref: text of 7 characters");
  expect(page.text()).toContain("“Person Ref” is chosen for two columns");
  expect((page.get("button", "Save matches") as HTMLButtonElement).disabled).toBe(true);
});

test("rows are chosen by the words of a plan column, and a condition that cannot be read is told", async () => {
  const workbook = memoryWorkbook();
  await openMatch(workbook);
  await page.click("button", "Only some of the rows");
  await page.click("checkbox", "CIN (40 rows)");
  expect((page.get("textbox", "Only rows where") as HTMLInputElement).value).toBe("Plan Type = CIN");
  await page.type("Only rows where", "Plan Type CIN");
  expect(page.text()).toContain("This is not a condition");
  expect((page.get("button", "Save matches") as HTMLButtonElement).disabled).toBe(true);
  await page.type("Only rows where", "Plan Type = CIN");
  await page.click("button", "Save matches");
  await page.until(() => workbook.matched.length > 0, "what was saved");
  expect(workbook.matched[0]?.onlyWhere).toBe("Plan Type = CIN");
});

test("Back keeps nothing", async () => {
  const workbook = memoryWorkbook();
  await openMatch(workbook);
  await page.click("button", "Back");
  await page.until(() => page.has("heading", "Extracts"), "the lists");
  expect(workbook.matched).toEqual([]);
});

test("another list may be chosen for the sheet", async () => {
  const workbook = memoryWorkbook();
  await openMatch(workbook);
  await page.choose("This sheet holds", "CP Plans");
  await page.until(() => workbook.calls.includes("columnsToMatch Old plans cp-plans"), "the other list");
});

test("the rows of another list of the same sheet are its own", async () => {
  const workbook = memoryWorkbook();
  await openMatch(workbook);
  await page.click("button", "Only some of the rows");
  await page.click("checkbox", "CIN (40 rows)");
  await page.choose("This sheet holds", "CP Plans");
  await page.until(() => workbook.calls.includes("columnsToMatch Old plans cp-plans"), "the other list");
  await page.click("button", "Only some of the rows");
  await page.click("checkbox", "CP (12 rows)");
  await page.click("button", "Save matches");
  await page.until(() => workbook.matched.length > 0, "what was saved");
  expect(workbook.matched[0]).toMatchObject({ list: "cp-plans", onlyWhere: "Plan Type = CP" });
});
