/**
 * "Add an indicator" in a real browser: two indicators of a council's own made by the pane alone, over a sheet that no list
 * is read from and over a list of the pack, then built and found in the pack.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { serveDemo, type DemoServer } from "../../simulator/demo/serve";
import type { CellValue } from "../../src/clinic/cells/worksheet";
import { TEN } from "../support/tenOfCouncils";
import { axeFindings } from "./axe";
import { launchBrowser } from "./browser";
import { build, builtPane, openDemo, type DemoPage } from "./demoPage";
import { showIn } from "./settled";

// A busy machine takes its time over a real browser and a simulated Excel.
jest.setTimeout(300_000);

const PICTURES = join(__dirname, "..", "..", "out", "screenshots");

let browser: Browser;
let server: DemoServer;
let demo: DemoPage;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  server = await serveDemo({ port: 0, dist: builtPane() });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
afterEach(async () => {
  const { faults } = demo;
  await demo.close();
  expect(faults).toEqual([]);
});

const RETURNS = TEN["return-interviews-3d"]!;

/** The sheet of return interviews, as somebody pastes it in. */
async function pasteReturns(): Promise<void> {
  const rows: CellValue[][] = [
    ["Child Unique ID", ...RETURNS.headings, "Owning team"],
    ...RETURNS.rows.map(([child, ...cells]) => [`R-${child}`, ...cells, "SWF East 1"]),
  ];
  await demo.frame().evaluate(async (cells) => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Returns");
      sheet.getRangeByIndexes(0, 0, cells.length, cells[0]!.length).values = cells;
      await context.sync();
    });
  }, rows);
}

const field = (role: "textbox" | "combobox", name: string) =>
  demo.pane.getByRole(role, { name, exact: true });

/** By the words of the choice, or the first of them. */
async function choose(name: string, words: string): Promise<void> {
  const box = field("combobox", name);
  await box.waitFor();
  const value = await box.evaluate(
    (select: HTMLSelectElement, wanted) =>
      [...select.options].find(({ label }) => label === wanted || label.startsWith(`${wanted}: `))?.value,
    words,
  );
  if (value === undefined) throw new Error(`“${name}” does not offer “${words}”.`);
  await box.selectOption(value);
}

async function openForm(): Promise<void> {
  await demo.step("Settings");
  await demo.pane.getByRole("button", { name: /^Indicators of your own/ }).click();
  await demo.press("Add an indicator");
  await demo.heading("Add an indicator");
}

const MODES = [
  { name: "light", media: { colorScheme: "light", forcedColors: "none" } },
  { name: "dark", media: { colorScheme: "dark", forcedColors: "none" } },
  { name: "forced", media: { colorScheme: "light", forcedColors: "active" } },
] as const;

/** The screen in every mode: nothing cut off, axe finds nothing, and a picture to look at. */
async function look(screen: string): Promise<void> {
  for (const { name, media } of MODES) {
    await showIn(demo.page, demo.frame, media);
    expect(await axeFindings(demo.frame())).toEqual([]);
    const pane = demo.page.locator("#pane iframe");
    await pane.screenshot({ path: join(PICTURES, `pane-${screen}-${name}.png`), animations: "disabled" });
  }
  await showIn(demo.page, demo.frame, MODES[0].media);
  const [wide, width] = await demo
    .frame()
    .evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
  expect(wide).toBeLessThanOrEqual(width);
}

/** Numerator and denominator of a table's total row. */
async function total(table: string): Promise<unknown[]> {
  return demo.frame().evaluate(
    async (name) =>
      Excel.run(async (context) => {
        const range = context.workbook.tables.getItem(name).getTotalRowRange();
        range.load("values");
        await context.sync();
        return range.values[0]!.slice(1, 3);
      }),
    table,
  );
}

test("two indicators are made by the pane alone, and the build has their figures", async () => {
  demo = await openDemo(browser, server.origin, { start: "sample", now: "2023-08-07T09:30:00Z" });
  await demo.heading("Extracts");
  await demo.page.locator("#width").selectOption("320");
  await pasteReturns();
  await demo.pane.getByText("Returns", { exact: true }).first().waitFor();

  await openForm();
  await field("textbox", "Title").fill("Return interview within 3 days");
  await choose("What it shows", "Share done within a time of the start");
  await choose("Page", "A new page of your own");
  await field("textbox", "Page").fill("Missing children");
  await choose("List or sheet to count", "Returns (sheet)");
  await choose("Which rows", "Dated in the month");
  await choose("Date that puts a row in the month", "Returned on");
  await choose("Start date", "Returned on");
  await choose("Team", "Owning team");
  await choose("Date it was done", "Interviewed on");
  await demo.press("Save indicator");
  await demo.pane.getByText("This indicator has no timescale yet.", { exact: false }).waitFor();
  await look("indicator-fault");
  await field("textbox", "Timescale").fill("3");
  const figure = demo.pane.getByRole("table", { name: "Figure for July 2023" });
  await figure.getByRole("row", { name: "Total 3 1 33.3%" }).waitFor();
  await demo.pane.getByText("Returned on is before 1 July 2023.", { exact: false }).first().waitFor();
  await demo.pane.getByRole("heading", { name: "Preview" }).evaluate((heading) => heading.scrollIntoView());
  await look("indicator-preview");
  await demo.press("Save indicator");
  await demo.heading("Month and settings");

  await demo.pane.getByRole("button", { name: /^Indicators of your own/ }).click();
  await demo.pane.getByRole("button", { name: "Change Return interview within 3 days" }).waitFor();
  await look("indicators");
  await demo.press("Add an indicator");
  await demo.heading("Add an indicator");
  await field("textbox", "Title").fill("Plans that are a second or later");
  await choose("Page", "CP performance – duration and visits");
  await choose("List or sheet to count", "CP Plans");
  await demo.pane.getByRole("button", { name: /^Make the numerator/ }).click();
  await choose("Column", "Number of Previous CP Plans");
  await choose("Comparison", "is at least");
  await field("textbox", "Value").fill("1");
  await demo.press("Add this condition");
  await demo.pane.getByRole("table", { name: "Figure for July 2023" }).waitFor();
  await demo.pane.getByRole("heading", { name: "Its rule" }).waitFor();
  await look("indicator-condition");
  await demo.press("Save indicator");
  await demo.heading("Month and settings");

  await build(demo);
  expect(await total("Clinic_return_interview_within_3_days")).toEqual([3, 1]);
  expect(await total("Clinic_plans_that_are_a_second_or_later")).toEqual(await total("Clinic_cp_repeat"));
  expect(await demo.page.getByRole("tab", { name: "Clinic Missing children" }).count()).toBe(1);
});

test("the keyboard alone fills in the form and saves it", async () => {
  demo = await openDemo(browser, server.origin, { start: "sample", now: "2023-08-07T09:30:00Z" });
  await openForm();
  const { keyboard } = demo.page;
  const focused = () =>
    demo
      .frame()
      .evaluate(
        () =>
          (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ??
          document.activeElement?.textContent ??
          "",
      );
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 60; presses++) {
      await keyboard.press("Tab");
      if ((await focused()) === name) return;
    }
    throw new Error(`Tab never reaches “${name}”.`);
  };
  await tabTo("Title");
  await keyboard.type("Open plans");
  await tabTo("What it shows");
  await keyboard.press("Home"); // the first choice: how many there are
  await tabTo("List or sheet to count");
  await keyboard.type("CP Pl");
  await demo.pane.getByRole("table", { name: "Figure for July 2023" }).waitFor();
  await tabTo("Save indicator");
  await keyboard.press("Enter");
  await demo.heading("Month and settings");
  await demo.pane.getByRole("button", { name: /^Indicators of your own/ }).click();
  await demo.pane.getByRole("button", { name: "Change Open plans" }).waitFor();
});
