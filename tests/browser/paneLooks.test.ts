/**
 * How the pane looks, and whom it lets in: axe at every screen in light, dark and forced colours, nothing cut off at
 * 320 pixels or at 200 % zoom, and the pictures of the guide, taken here so that they show what ships. They go to
 * out/screenshots; `npm run screenshots` puts them into the guide (PICTURES names their folder).
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { serveDemo, type DemoServer } from "../../simulator/demo/serve";
import { axeFindings } from "./axe";
import { launchBrowser } from "./browser";
import { type Media, showIn } from "./settled";
import { build, builtPane, openDemo, writeCell, type DemoPage, type DemoWindow } from "./demoPage";

// A busy machine takes its time over a real browser and a simulated Excel.
jest.setTimeout(300_000);

const PICTURES = process.env.PICTURES ?? join(__dirname, "..", "..", "out", "screenshots");
/** A day in the life of the sample, so that a picture differs only when the pane does. */
const NOW = "2023-08-07T09:30:00Z";

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

const MODES = [
  { name: "light", media: { colorScheme: "light", forcedColors: "none" } },
  { name: "dark", media: { colorScheme: "dark", forcedColors: "none" } },
  { name: "forced", media: { colorScheme: "light", forcedColors: "active" } },
] as const;

/** Every screen of the way, each with what brings it about. */
const SCREENS: readonly { readonly name: string; readonly reach: () => Promise<void> }[] = [
  {
    name: "extracts",
    reach: async () => {
      await demo.step("Extracts");
      await demo.heading("Extracts");
    },
  },
  {
    name: "settings",
    reach: async () => {
      await demo.step("Settings");
      await demo.heading("Month and settings");
      await demo.pane.getByRole("heading", { name: "Targets" }).waitFor();
    },
  },
  {
    name: "build",
    reach: async () => {
      await demo.step("Build");
      await demo.heading("Build clinic tables");
    },
  },
  {
    name: "results",
    reach: async () => {
      await demo.step("Results");
      await demo.pane.getByRole("button", { name: "Core group" }).waitFor();
    },
  },
];

test("axe finds nothing on the first screen of an empty workbook", async () => {
  demo = await openDemo(browser, server.origin, { start: "empty", now: NOW });
  await demo.heading("Welcome");
  for (const { name, media } of MODES) {
    await show(media);
    expect(await axeFindings(demo.frame())).toEqual([]);
    await picture(`pane-welcome-${name}`);
  }
});

test("axe finds nothing at any step, in light, dark and forced colours", async () => {
  demo = await openDemo(browser, server.origin, { start: "sample", now: NOW });
  await writeCell(demo, "CIN Plans", "D12", "not a date");
  await writeCell(demo, "CIN Plans", "F2", "SWF Eest 1");
  await build(demo);
  for (const { name: screen, reach } of SCREENS) {
    await reach();
    for (const { name, media } of MODES) {
      await show(media);
      expect(await axeFindings(demo.frame())).toEqual([]);
      await picture(`pane-${screen}-${name}`);
    }
  }
  await show(MODES[0].media);
  for (const section of [/^Key messages/, /^Caseloads of/, /^Data issues/, /^Children out of time/]) {
    await demo.pane.getByRole("button", { name: section }).click();
  }
  await demo.pane
    .getByRole("region", { name: "Errors" })
    .getByRole("button", { name: /^CIN Plans \d+ cell/ })
    .click();
  await demo.pane
    .getByRole("button", { name: / \d+ rows?$/ })
    .first()
    .click();
  for (const { media } of MODES) {
    await show(media);
    expect(await axeFindings(demo.frame())).toEqual([]);
  }
});

test("axe finds nothing while a build runs, nor in an error", async () => {
  demo = await openDemo(browser, server.origin, { start: "sample", now: NOW });
  await demo.step("Build");
  // Excel waits for a cell that is being typed in, and so does the build.
  await demo.page.evaluate(() => {
    const { faults, requests } = (window as unknown as DemoWindow).demo.host();
    faults.before(requests.count + 4, () => faults.editMode(true));
  });
  await demo.press("Build clinic tables");
  await demo.heading("Building clinic tables");
  await demo.pane.getByRole("progressbar").waitFor();
  for (const { name, media } of MODES) {
    await show(media);
    expect(await axeFindings(demo.frame())).toEqual([]);
    await picture(`pane-building-${name}`);
  }
  await show(MODES[0].media);
  await demo.page.evaluate(() => {
    const { faults, requests } = (window as unknown as DemoWindow).demo.host();
    faults.failRequest(requests.count + 3, "AccessDenied");
    faults.editMode(false);
  });
  await demo.pane.getByRole("alert").waitFor();
  for (const { name, media } of MODES) {
    await show(media);
    expect(await axeFindings(demo.frame())).toEqual([]);
    await picture(`pane-error-${name}`);
  }
});

// 350 pixels at 200 % zoom are 175.
test.each([
  [320, 600],
  [175, 189],
])("nothing is cut off in a pane of %d by %d pixels", async (width, height) => {
  demo = await openDemo(browser, server.origin, { start: "sample", now: NOW });
  await build(demo);
  await demo.page.locator("#pane iframe").evaluate(
    (frame, [w, h]) => {
      Object.assign((frame as HTMLElement).style, { width: `${w}px`, height: `${h}px` });
    },
    [width, height] as const,
  );
  for (const { reach } of SCREENS) {
    await reach();
    const cut = await demo.frame().evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("#pane *")]
        .filter((element) => {
          const { left, right, width: wide } = element.getBoundingClientRect();
          return (
            wide > 1 &&
            (right > window.innerWidth + 1 || left < -1) &&
            element.closest("[role=status]") === null
          );
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(cut).toEqual([]);
  }
  if (width === 320) await picture("pane-results-320");
});

test("the demonstration shows the pack beside the pane", async () => {
  demo = await openDemo(browser, server.origin, { start: "sample", now: NOW, width: 1500, height: 900 });
  await build(demo);
  await demo.pane.getByText("97.7%").waitFor();
  await demo.page.screenshot({ path: join(PICTURES, "demo-summary.png") });
  await demo.page.getByRole("tab", { name: "Clinic CIN" }).click();
  await demo.page
    .getByRole("img", { name: /^Chart: / })
    .first()
    .waitFor();
  await demo.page.screenshot({ path: join(PICTURES, "demo-cin.png") });
});

function show(media: Media): Promise<void> {
  return showIn(demo.page, demo.frame, media);
}

async function picture(name: string): Promise<void> {
  await demo.page
    .locator("#pane iframe")
    .screenshot({ path: join(PICTURES, `${name}.png`), animations: "disabled" });
}
