/** "Match words" in the pane: what is not known with its rows, and that nothing is kept before it is saved. */
import { FOUND, memoryWorkbook, type MemoryWorkbook } from "./memoryWorkbook";
import { openPane, type PanePage } from "./paneInPage";

let page: PanePage;

async function openWords(workbook: MemoryWorkbook): Promise<void> {
  page = await openPane(async () => {
    const { App } = await import("../../src/taskpane/App");
    return <App workbook={workbook} officeTheme={{ background: () => null, onChange: () => undefined }} />;
  });
  await page.until(() => page.has("button", "Match words of Visits"), "the list with words");
  await page.click("button", "Match words of Visits");
  await page.until(() => page.has("button", "Save words"), "the words");
}

const withWords = () =>
  memoryWorkbook({
    ...FOUND,
    lists: FOUND.lists.map((list) =>
      list.id === "visits" ? { ...list, sheets: ["Visits"], isRead: true, hasWordsToMatch: true } : list,
    ),
  });

afterEach(() => page.close());

const shown = (name: string): string => (page.get("combobox", name) as HTMLSelectElement).value;
const canSave = (): boolean => !(page.get("button", "Save words") as HTMLButtonElement).disabled;

test("only a list with such words offers it", async () => {
  const workbook = withWords();
  await openWords(workbook);
  await page.click("button", "Back");
  await page.until(() => page.has("heading", "Extracts"), "the lists");
  expect(page.has("button", "Match words of CIN Plans")).toBe(false);
  expect(workbook.wordsMatched).toEqual([]);
});

test("each word has its rows and a choice, and none is chosen by itself", async () => {
  await openWords(withWords());
  expect([
    shown("“Stat visit” (31 rows)"),
    shown("“Home call” (4 rows)"),
    shown("“Drop-in” (1 row)"),
  ]).toEqual(["", "CIN", ""]);
  expect(page.text()).toContain("2 rows with other words are not shown");
  expect(canSave()).toBe(false);
});

test("what is chosen is kept, a match can be taken back, and what is not touched is not written", async () => {
  const workbook = withWords();
  await openWords(workbook);
  await page.choose("“Stat visit” (31 rows)", "CP");
  await page.choose("“Home call” (4 rows)", "Not matched");
  expect(workbook.wordsMatched).toEqual([]);
  expect(canSave()).toBe(true);
  await page.click("button", "Save words");
  await page.until(() => page.has("heading", "Extracts"), "the lists");
  expect(workbook.wordsMatched).toEqual([
    { list: "visits", column: "plan", word: "Stat visit", means: "CP" },
    { list: "visits", column: "plan", word: "Home call", means: null },
  ]);
  expect(page.text()).toContain("The words of Visits are matched and kept on Clinic Setup.");
});
