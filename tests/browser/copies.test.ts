/** Files for managers, in a real browser: each button is clicked and what comes is opened by other readers. */
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import type { Browser } from "playwright-core";
import { serveDemo, type DemoServer } from "../../simulator/demo/serve";
import published from "../published/clinic-2023-07.json";
import { readCopy } from "../support/readCopy";
import { readDeck } from "../support/readDeck";
import { axeFindings } from "./axe";
import { launchBrowser } from "./browser";
import { build, builtPane, openDemo, type DemoPage, type DemoWindow } from "./demoPage";

// A busy machine takes its time over a real browser and a simulated Excel.
jest.setTimeout(240_000);

const NAME = "Assurance Clinic July 2023";
const CIN_VISITS = published.percentTables.find(({ id }) => id === "cin-visits-6w")!;

let browser: Browser;
let server: DemoServer;
let demo: DemoPage;

beforeAll(async () => {
  server = await serveDemo({ port: 0, dist: builtPane() });
  browser = await launchBrowser();
  demo = await openDemo(browser, server.origin, { start: "sample", now: "2023-08-07T10:30:00" });
  await build(demo);
  await demo.pane.getByRole("heading", { level: 3, name: "Team lists" }).waitFor();
});
afterAll(async () => {
  const { faults } = demo;
  await demo.close();
  await browser.close();
  await server.close();
  expect(faults).toEqual([]);
});

interface Downloaded {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function download(button: string): Promise<Downloaded> {
  const [file] = await Promise.all([demo.page.waitForEvent("download"), demo.press(button)]);
  return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) };
}

function cinVisits(bytes: Uint8Array): readonly unknown[] {
  return readCopy(bytes)
    .under(CIN_VISITS.title, "Team/Locality")
    .map(([team, denominator, numerator]) => ({ team, denominator, numerator }));
}

const AS_PUBLISHED = [
  ...CIN_VISITS.rows.map(({ team, denominator, numerator }) => ({ team, denominator, numerator })),
  { team: "Total", denominator: CIN_VISITS.total.denominator, numerator: CIN_VISITS.total.numerator },
];

test("the managers' copy is downloaded, and the same opens in a new window", async () => {
  const { name, bytes } = await download("Download managers’ copy");
  expect(name).toBe(`${NAME} - managers’ copy.xlsx`);
  expect(cinVisits(bytes)).toEqual(AS_PUBLISHED);

  await demo.press("Open managers’ copy in a new window");
  await demo.pane
    .getByText("Excel was asked to open the managers’ copy in a new window.")
    .waitFor({ state: "attached" });
  const [asked] = await demo.page.evaluate(
    () => (window as unknown as DemoWindow).demo.workbook().windowsAskedFor,
  );
  expect(cinVisits(new Uint8Array(Buffer.from(asked!, "base64")))).toEqual(AS_PUBLISHED);
});

test("slides are downloaded, first in the pack's look, then in a template that is chosen and kept", async () => {
  const own = await download("Download slides");
  expect(own.name).toBe(`${NAME} - slides.pptx`);
  const titles = readDeck(own.bytes).map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining(["Key messages", "CIN Performance", "ICPC timeliness"]));

  const choose = (name: string, buffer: Uint8Array) =>
    demo.pane
      .getByLabel("PowerPoint template")
      .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(buffer) });
  await choose("letter.potx", new TextEncoder().encode("Dear all"));
  await demo.pane.getByText("This file could not be opened.").waitFor();
  await demo.pane.getByText("Slides have the pack’s look.").waitFor();

  await choose("Mere.potx", own.bytes);
  await demo.pane.getByText("Slides use your template Mere.potx").waitFor();
  // It is kept: the pane finds it again after another step.
  await demo.step("Settings");
  await demo.step("Results");
  await demo.pane.getByText("Slides use your template Mere.potx").waitFor();
  const templated = await download("Download slides");
  expect(readDeck(templated.bytes).map(({ title }) => title)).toEqual(titles);

  await demo.press("Remove our template");
  await demo.pane.getByText("Slides have the pack’s look.").waitFor();
});

test("team lists come as a zip of a workbook a team", async () => {
  const { name, bytes } = await download("Download team lists");
  expect(name).toBe("Team lists - July 2023.zip");
  const files = unzipSync(bytes);
  const teams = CIN_VISITS.rows.map(({ team }) => team.toLowerCase());
  const lists = Object.keys(files).filter((file) => file.endsWith(" - July 2023.xlsx"));
  expect(lists.map((file) => file.replace(" - July 2023.xlsx", "").toLowerCase())).toEqual(
    expect.arrayContaining(teams),
  );
  for (const list of lists)
    expect(JSON.stringify(readCopy(files[list]!).rows("Figures"))).toContain("This list holds child IDs.");
});

test("the choices can be used by everyone", async () => {
  expect(await axeFindings(demo.frame())).toEqual([]);
});
