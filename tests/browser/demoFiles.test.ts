/** The demonstration page takes a workbook of one's own and gives the built one back as a file. */
import path from "node:path";
import type { Browser } from "playwright-core";
import { serveDemo, type DemoServer } from "../../simulator/demo/serve";
import { readPack } from "../support/readPack";
import { launchBrowser } from "./browser";
import { build, builtPane, openDemo, type DemoPage } from "./demoPage";

jest.setTimeout(180_000);

const OUT = path.resolve(__dirname, "../../out/tests/demo-saved.xlsx");

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
  await demo.close();
  expect(demo.faults).toEqual([]);
});

test("Annex A lists are opened, built and saved", async () => {
  demo = await openDemo(browser, server.origin, { start: "empty", now: "2023-08-07T10:30:00" });
  await demo.page.getByLabel("Open .xlsx").setInputFiles(path.resolve("samples/annex-a-2023-07.xlsx"));
  await demo.page.getByRole("tab", { name: "List 7", exact: true }).waitFor();
  await build(demo);
  const download = demo.page.waitForEvent("download");
  await demo.page.getByRole("button", { name: "Save .xlsx" }).click();
  await (await download).saveAs(OUT);

  const pack = await readPack(OUT);
  expect(pack.sheets).toContain("List 7");
  expect(pack.sheets).toContain("Clinic Summary");
  expect(pack.table("Clinic_cp_repeat").total![1]).toBeGreaterThan(0);
  expect(pack.table("Clinic_cin_supervision").rows.flat()).toContain("[x]");
});
