/** The demonstration page in a real browser, with the pane found by role and name as an analyst finds it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Frame, FrameLocator, Page } from "playwright-core";
import type { RequestHost } from "../../simulator/host/requestHost";
import type { Workbook } from "../../simulator/model/workbook";

/** What the demonstration page leaves on its window. */
export interface DemoWindow {
  readonly demo: { workbook(): Workbook; host(): RequestHost };
}

export interface DemoPage {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** The pane's own frame, for what only runs inside it. */
  frame(): Frame;
  /** Everything that went wrong in the browser: console errors, exceptions, failed requests. */
  readonly faults: string[];
  /** Origins of every request made. */
  readonly origins: Set<string>;
  step(name: "Extracts" | "Settings" | "Build" | "Results"): Promise<void>;
  heading(name: string | RegExp): Promise<void>;
  press(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface DemoLook {
  readonly start: "empty" | "sample";
  readonly width?: number;
  readonly height?: number;
  /** The instant that the page takes for now; the machine's clock unless given. */
  readonly now?: string;
}

/** Patience for what the simulated Excel does on a busy machine. */
export const PATIENCE = 60_000;

export async function openDemo(browser: Browser, origin: string, look: DemoLook): Promise<DemoPage> {
  const context: BrowserContext = await browser.newContext({
    ignoreHTTPSErrors: true, // the certificate is this machine's own
    viewport: { width: look.width ?? 1280, height: look.height ?? 800 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const faults: string[] = [];
  const origins = new Set<string>();
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => origins.add(new URL(request.url()).origin));
  page.on("requestfailed", (request) => faults.push(`request failed: ${request.url()}`));
  if (look.now !== undefined) await page.clock.setFixedTime(new Date(look.now));
  await page.goto(`${origin}/${look.start === "empty" ? "?empty" : ""}`);
  const pane = page.frameLocator("#pane iframe");
  await pane.getByRole("heading", { level: 2 }).waitFor();
  return {
    page,
    pane,
    frame: () => {
      const found = page.frames().find((frame) => frame.parentFrame() !== null);
      if (!found) throw new Error("The page has no pane.");
      return found;
    },
    faults,
    origins,
    step: (name) => pane.getByRole("navigation").getByRole("button", { name }).click(),
    heading: (name) => pane.getByRole("heading", { level: 2, name }).waitFor(),
    press: (name) => pane.getByRole("button", { name, exact: true }).click(),
    close: () => context.close(),
  };
}

/** Builds, and waits for the results. */
export async function build(demo: DemoPage): Promise<void> {
  await demo.step("Build");
  await demo.press("Build clinic tables");
  await demo.heading(/^Results/);
}

/** Writes one cell through the client, as another add-in or another user would. */
export async function writeCell(
  demo: DemoPage,
  sheet: string,
  address: string,
  value: string | number,
): Promise<void> {
  await demo.frame().evaluate(
    async ([sheetName, cell, entry]) => {
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem(sheetName).getRange(cell).values = [[entry]];
        await context.sync();
      });
    },
    [sheet, address, value] as const,
  );
}

/** What stands in a cell of the simulated workbook. */
export function cellValue(demo: DemoPage, sheet: string, row: number, column: number): Promise<unknown> {
  return demo.page.evaluate(
    ([name, r, c]) =>
      (window as unknown as DemoWindow).demo
        .workbook()
        .sheets.find((each) => each.name === name)
        ?.rows.get(r)?.cells[c]?.value ?? null,
    [sheet, row, column] as const,
  );
}

/** The sheet in view and the selected cell, as the demonstration shows them. */
export async function selection(
  demo: DemoPage,
): Promise<{ readonly sheet: string; readonly address: string }> {
  return {
    sheet: await demo.page.getByRole("tab", { selected: true }).innerText(),
    address: await demo.page.locator("#address").innerText(),
  };
}

/** The production bundle; a test that lacks it fails with what to do. */
export function builtPane(): string {
  const dist = join(__dirname, "..", "..", "dist");
  if (!existsSync(join(dist, "taskpane.html"))) throw new Error("Build the pane first: npm run build.");
  return dist;
}
