/** Before sharing, in a real browser: CLINIC formulas on a sheet of the analyst's own, reviewed and replaced. */
import type { Browser } from "playwright-core";
import { serveDemo, type DemoServer } from "../../simulator/demo/serve";
import { axeFindings } from "./axe";
import { launchBrowser } from "./browser";
import { build, builtPane, cellValue, openDemo, selection, type DemoPage, type DemoWindow } from "./demoPage";
import { showIn } from "./settled";

// A busy machine takes its time over a real browser and a simulated Excel.
jest.setTimeout(180_000);

const OPEN = "Replace CLINIC formulas with values";
const MODES = [
  { colorScheme: "light", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "none" },
  { colorScheme: "light", forcedColors: "active" },
] as const;

let browser: Browser;
let server: DemoServer;
let demo: DemoPage;

beforeAll(async () => {
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

/** A sheet of the analyst's own: two formulas with a value, one that shows an error. */
async function addFormulas(): Promise<void> {
  await demo.frame().evaluate(async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Board paper");
      sheet.getRange("B2:B4").formulas = [
        ['=CLINIC.VALUE("cin-visits-6w")'],
        ["=ROUND(100*CLINIC.PCT(1,3),1)"],
        ["=CLINIC.PCT(1,0)"],
      ];
      sheet.getRange("B2").numberFormat = [["0.0%"]];
      await context.sync();
    });
  });
  // The simulated Excel knows no add-in's function: these are the values that Excel would show.
  await demo.page.evaluate(() => {
    const { sheets } = (window as unknown as DemoWindow).demo.workbook();
    const rows = sheets.find(({ name }) => name === "Board paper")?.rows;
    for (const [row, value] of [0.975, 33.3].entries()) {
      const cell = rows?.get(row + 1)?.cells[1];
      if (cell) cell.value = value;
    }
  });
}

test("formulas are listed, gone to, and replaced by what they show, with the keyboard", async () => {
  demo = await openDemo(browser, server.origin, { start: "sample" });
  await build(demo);
  await addFormulas();
  await demo.press(OPEN);
  await demo.heading(OPEN);
  await demo.pane
    .getByText("2 cells on 1 sheet will hold what they show now", { exact: false })
    .first()
    .waitFor();
  await demo.pane.getByText("2 cells: 97.5%, 33.3").waitFor();
  for (const media of MODES) {
    await showIn(demo.page, demo.frame, media);
    expect(await axeFindings(demo.frame())).toEqual([]);
  }
  await demo.pane.getByRole("button", { name: "Go to Board paper B4" }).click();
  await demo.page.getByRole("tab", { name: "Board paper", selected: true }).waitFor();
  expect((await selection(demo)).address).toBe("B4");

  await demo.pane.getByRole("button", { name: "Replace 2 cells" }).focus();
  await demo.page.keyboard.press("Enter");
  await demo.heading("CLINIC formulas replaced");
  await demo.pane
    .getByRole("status")
    .getByText("2 cells on 1 sheet now hold plain values.")
    .waitFor({ state: "attached" });
  expect(await axeFindings(demo.frame())).toEqual([]);
  expect(await cellValue(demo, "Board paper", 1, 1)).toBe(0.975);
  expect(await formulas()).toEqual([null, null, "CLINIC.PCT(1,0)"]);

  await demo.press("Back to results");
  await demo.heading(/^Results/);
  await expect(demo.frame().evaluate(() => document.activeElement?.textContent)).resolves.toBe(OPEN);
});

test("a workbook without them says so, and nothing is cut off in a narrow pane", async () => {
  demo = await openDemo(browser, server.origin, { start: "sample" });
  await demo.step("Results");
  await demo.press(OPEN);
  await demo.pane
    .getByText("No formula in this workbook calls a CLINIC function", { exact: false })
    .first()
    .waitFor();
  await demo.press("Back to results");
  await addFormulas();
  await demo.page.locator("#pane iframe").evaluate((frame) => {
    (frame as HTMLElement).style.width = "320px";
  });
  await demo.press(OPEN);
  await demo.pane.getByRole("button", { name: "Replace 2 cells" }).waitFor();
  const cut = await demo.frame().evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("#pane *")]
      .filter((element) => {
        const { right, left, width } = element.getBoundingClientRect();
        const isSeen = width > 1 && element.closest("[role=status]") === null;
        return isSeen && (right > window.innerWidth + 1 || left < -1);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(cut).toEqual([]);
});

function formulas(): Promise<unknown> {
  return demo.page.evaluate(() => {
    const { sheets } = (window as unknown as DemoWindow).demo.workbook();
    const rows = sheets.find(({ name }) => name === "Board paper")?.rows;
    return [1, 2, 3].map((row) => rows?.get(row)?.cells[1]?.formula ?? null);
  });
}
