/**
 * A council's first hour and its month two with "Load this month's files", in a real browser: seven exports from an
 * empty workbook, then seven new ones over them. Every click is counted.
 */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { serveDemo, type DemoServer } from "../../simulator/demo/serve";
import type { CellValue } from "../../src/clinic/cells/worksheet";
import { readFile } from "../../src/loading/readFile";
import { csvText, encode, mustRead } from "../loading/files";
import { SAMPLE } from "../support/readSample";
import { axeFindings } from "./axe";
import { launchBrowser } from "./browser";
import { builtPane, cellValue, openDemo, type DemoPage } from "./demoPage";

// The simulated Excel works a standing pack out anew between the lists, which takes it seconds each.
jest.setTimeout(480_000);
const LOAD_OVER_A_PACK = 240_000;

let browser: Browser;
let server: DemoServer;
let demo: DemoPage;
let clicks = 0;

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

const SEVEN = ["Contacts", "Referrals", "Assessments", "CIN Plans", "CP Plans", "CLA", "Allocations"];

interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The sample's lists as a case system exports them; `keep` leaves rows out, as another month would. */
function exportsOf(month: string, keep: (row: number) => boolean): readonly Upload[] {
  const { sheets } = mustRead(readFile({ name: "sample.xlsx", bytes: new Uint8Array(readFileSync(SAMPLE)) }));
  return SEVEN.map((list, i) => {
    const sheet = sheets.find(({ name }) => name === list)!;
    const rows: readonly (readonly CellValue[])[] = sheet.rows.filter((_, row) => row === 0 || keep(row));
    const text = csvText(rows, { dates: [...sheet.dateColumns], delimiter: [",", ";", "\t"][i % 3]! });
    return {
      name: `${list} ${month}.csv`,
      mimeType: "text/csv",
      buffer: Buffer.from(encode(text, i % 2 ? "utf-8" : "utf-16le")),
    };
  });
}

async function press(name: string): Promise<void> {
  clicks++;
  await demo.press(name);
}

/** The button, and the choice in the system's own dialog: two clicks. */
async function choose(files: readonly Upload[]): Promise<void> {
  const [chooser] = await Promise.all([
    demo.page.waitForEvent("filechooser"),
    press("Load this month’s files"),
  ]);
  clicks++;
  await chooser.setFiles([...files]);
}

test("seven files from an empty workbook to a built pack, then month two in six clicks", async () => {
  demo = await openDemo(browser, server.origin, { start: "empty", width: 1280 });
  await demo.heading("Welcome");
  await choose(exportsOf("July", () => true));
  await demo.heading("Load this month’s files");
  await demo.pane.getByText("makes the sheet “CIN Plans”").waitFor();
  await demo.pane.getByText("read on this machine only").waitFor();
  expect(await axeFindings(demo.frame())).toEqual([]);
  await press("Load 7 lists");
  await demo.pane.getByText("7 lists loaded.").waitFor();
  expect(await axeFindings(demo.frame())).toEqual([]);
  await press("Next: check the lists");
  await demo.heading("Extracts");
  await demo.step("Build");
  clicks++;
  await press("Build clinic tables");
  await demo.heading(/^Results: July 2023/);
  const firstHour = clicks;

  clicks = 0;
  await demo.step("Extracts");
  clicks++;
  await choose(exportsOf("August", (row) => row % 2 === 1));
  await demo.pane.getByText("replaces what is on “CIN Plans”").waitFor();
  await press("Load 7 lists");
  await demo.pane.getByText("7 lists loaded.").waitFor({ timeout: LOAD_OVER_A_PACK });
  await press("Next: build");
  await press("Build clinic tables");
  await demo.heading(/^Results: July 2023/);
  process.stdout.write(`Clicks: first month ${firstHour}, month two ${clicks}.\n`);
  expect(clicks).toBeLessThanOrEqual(6);
  const contacts = exportsOf("August", (row) => row % 2 === 1)[0]!;
  const rows = contacts.buffer.toString("utf16le").trim().split("\r\n").length;
  expect(await cellValue(demo, "Contacts", rows - 1, 0)).not.toBeNull();
  expect(await cellValue(demo, "Contacts", rows, 0)).toBeNull();
});

test("the review fits a pane of 320 pixels, and a file that cannot be read says why", async () => {
  demo = await openDemo(browser, server.origin, { start: "sample" });
  await demo.page.locator("#width").selectOption("320");
  await demo.heading("Extracts");
  const page = {
    name: "CIN Plans.xls",
    mimeType: "text/html",
    buffer: Buffer.from("<html><table><tr><td>1"),
  };
  await choose([...exportsOf("July", (row) => row < 40).slice(3, 5), page]);
  await demo.pane.getByText("The file is a web page").waitFor();
  const width = await demo.frame().evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(width[0]).toBeLessThanOrEqual(width[1]!);
  await demo.page.screenshot({ path: "out/loading-review.png" });
});

test("files are read in a worker of the add-in's own, and in the pane where there can be none", async () => {
  demo = await openDemo(browser, server.origin, { start: "sample" });
  const workers: string[] = [];
  demo.page.on("worker", (worker) => workers.push(worker.url()));
  const review = async () => {
    await choose(exportsOf("July", (row) => row < 40).slice(0, 1));
    await demo.pane.getByText("replaces what is on “Contacts”").waitFor();
    await press("Back");
  };
  await review();
  expect(workers.map((url) => new URL(url).origin + new URL(url).pathname)).toEqual([
    `${server.origin}/fileReader.js`,
  ]);
  await demo.page.context().route("**/fileReader.js*", (route) => route.fulfill({ status: 404, body: "" }));
  await review();
  // The browser says that the script was out of reach; the analyst sees nothing of it.
  demo.faults.splice(0, Infinity, ...demo.faults.filter((fault) => !/404|fileReader\.js/.test(fault)));
});
