/**
 * The pane as it ships, in a real browser: the production bundle under its own policy, Microsoft's client, and the
 * simulated Excel. From an empty workbook to a built pack, and what can go wrong on the way.
 */
import type { Browser } from "playwright-core";
import { serveDemo, type DemoServer } from "../../simulator/demo/serve";
import { launchBrowser } from "./browser";
import {
  build,
  builtPane,
  cellValue,
  openDemo,
  selection,
  writeCell,
  type DemoLook,
  type DemoPage,
  type DemoWindow,
  PATIENCE,
} from "./demoPage";
import { readUntil } from "./settled";

// A busy machine takes its time over a real browser and a simulated Excel.
jest.setTimeout(180_000);

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
  const { faults, origins } = demo;
  await demo.close();
  expect(faults).toEqual([]);
  expect([...origins].filter((origin) => origin !== server.origin && origin !== "null")).toEqual([]);
});

const open = async (look: DemoLook) => (demo = await openDemo(browser, server.origin, look));

test("from an empty workbook to a built pack", async () => {
  await open({ start: "empty" });
  await demo.heading("Welcome");
  await demo.press("Insert sample extracts");
  await demo.heading("Extracts");
  await demo.pane.getByText("2,224 rows").waitFor();
  await demo.press("Next: settings");
  await demo.heading("Month and settings");
  expect(await demo.pane.getByLabel("Reporting month").locator("option:checked").innerText()).toContain(
    "July 2023",
  );
  await demo.press("Next: build");
  await demo.press("Build clinic tables");
  await demo.heading("Results: July 2023");

  expect(await demo.frame().evaluate(() => document.activeElement?.textContent)).toBe("Results: July 2023");
  expect((await selection(demo)).sheet).toBe("Clinic Summary");
  await demo.pane.getByText("97.7%").waitFor();
  await demo.page.getByRole("tab", { name: "Clinic CIN" }).click();
  await demo.page
    .getByRole("img", { name: /^Chart: / })
    .first()
    .waitFor();
  expect(await demo.page.getByRole("img", { name: /^Chart: / }).count()).toBe(2);
});

test("a wrong match is corrected, and the choice is kept with the workbook", async () => {
  await open({ start: "sample" });
  await demo.press("Change match for Care Leavers");
  const match = demo.pane.getByLabel("Read Care Leavers from");
  await match.selectOption("CLA");
  await demo.pane
    .getByRole("status")
    .getByText("CLA is chosen for Care Leavers.")
    .waitFor({ state: "attached" });
  await demo.pane.getByText("Matched by hand").waitFor();
  await demo.pane.getByText("cannot be read as this list").waitFor();
  await demo.frame().evaluate(() => location.reload());
  await demo.pane.getByText("Matched by hand").waitFor();
  await demo.press("Change match for Care Leavers");
  await demo.pane.getByLabel("Read Care Leavers from").selectOption("Care Leavers");
  await demo.pane.getByText("567 rows").waitFor();
  // It is read now, and so it stands among the lists that are.
  await demo.press("Change match for Care Leavers");
  await demo.pane.getByLabel("Read Care Leavers from").selectOption({ label: "Match automatically" });
  await demo.pane.getByText("Matched by hand").waitFor({ state: "detached" });
});

test("a team that nobody knows is mapped to the one it resembles", async () => {
  await open({ start: "sample" });
  await writeCell(demo, "CIN Plans", "F2", "SWF Eest 1");
  await demo.step("Settings");
  await demo.pane.getByRole("heading", { name: "1 team name not yet known" }).waitFor();
  expect(await demo.pane.getByLabel("“SWF Eest 1” is").inputValue()).toBe("SWF East 1");
  await demo.press("Save team for SWF Eest 1");
  await demo.pane.getByRole("heading", { name: "1 team name not yet known" }).waitFor({ state: "detached" });
  expect(await cellValue(demo, "Clinic Settings", 8, 15)).toBe(
    "Social Work with Families East 1; SWF Eest 1",
  );
});

test("a changed target rewords and recolours the sheets and the pane, and a change on the sheet shows in the pane", async () => {
  await open({ start: "sample" });
  await build(demo);
  await demo.page.getByRole("tab", { name: "Clinic Summary" }).click();
  const rag = demo.page
    .locator("tr", { hasText: "CIN visits in time" })
    .locator("td", { hasText: /^(Green|Amber|Red)$/ });
  const look = () => rag.evaluate((cell) => `${cell.textContent} ${getComputedStyle(cell).backgroundColor}`);
  await expectSoon(look, "Green rgb(213, 237, 219)");

  await demo.step("Settings");
  await demo.pane.getByRole("button", { name: /^Targets/ }).click();
  const target = demo.pane
    .getByRole("group", { name: "% of CIN visits within last 6 weeks" })
    .getByLabel("Target");
  expect(await target.inputValue()).toBe("95");
  await target.fill("99");
  await target.press("Enter");
  await expectSoon(look, "Amber rgb(255, 232, 179)");
  await demo.step("Results");
  const line = demo.pane.getByRole("listitem").filter({ hasText: "CIN visits in time" });
  await line.getByText("Amber").waitFor();

  await demo.step("Settings");
  await demo.pane.getByRole("button", { name: /^Targets/ }).click();
  await writeCell(demo, "Clinic Settings", "G9", 70);
  await expectSoon(() => target.inputValue(), "70");
});

test("a data issue leads to its cell", async () => {
  await open({ start: "sample" });
  await writeCell(demo, "CIN Plans", "D12", "not a date");
  await build(demo);
  await demo.pane.getByRole("button", { name: /^Data issues/ }).click();
  await demo.pane
    .getByRole("region", { name: "Errors" })
    .getByRole("button", { name: /^CIN Plans \d+ cell/ })
    .click();
  await demo.pane.getByRole("button", { name: "Go to CIN Plans D12" }).click();
  await expectSoon(
    async () => JSON.stringify(await selection(demo)),
    JSON.stringify({ sheet: "CIN Plans", address: "D12" }),
  );
});

test("a headline leads to its figure, and a child out of time to its row", async () => {
  await open({ start: "sample" });
  await build(demo);
  await demo.pane.getByRole("button", { name: "Core group" }).click();
  await expectSoon(async () => (await selection(demo)).sheet, "Clinic CP Core Groups");
  await demo.pane.getByRole("button", { name: /^Children out of time/ }).click();
  await demo.pane
    .getByRole("button", { name: / \d+ rows?$/ })
    .first()
    .click();
  const row = demo.pane.getByRole("button", { name: /^Go to CIN Plans row / }).first();
  const name = (await row.getAttribute("aria-label")) ?? "";
  // A click that meets the list while it is drawn anew is lost: a person clicks again.
  await expectSoon(
    async () => {
      await demo.pane.getByRole("button", { name, exact: true }).first().click();
      return (await selection(demo)).address;
    },
    `A${name.replace(/\D/g, "")}`,
  );
});

test("a build cancelled before it writes leaves the workbook as it was", async () => {
  await open({ start: "sample" });
  await demo.step("Build");
  await cancelWhile("reading");
  await demo.press("Build clinic tables");
  await demo.pane.getByText("Cancelled before anything was written.").first().waitFor();
  expect(await demo.page.getByRole("tab", { name: "Clinic Summary" }).count()).toBe(0);
});

test("a build cancelled while it writes says so until the next one is complete", async () => {
  await open({ start: "sample" });
  await demo.step("Build");
  await cancelWhile("writing");
  await demo.press("Build clinic tables");
  await demo.pane.getByText("The pack in this workbook is incomplete.").first().waitFor();
  await demo.step("Results");
  await demo.pane.getByText("The pack in this workbook is incomplete", { exact: false }).first().waitFor();
  await build(demo);
  await demo.heading("Results: July 2023");
});

test("an error is a plain sentence, and its details hold no child's row", async () => {
  await open({ start: "sample" });
  await demo.step("Build");
  await demo.page.evaluate(() => {
    const host = (window as unknown as DemoWindow).demo.host();
    host.faults.failRequest(host.requests.count + 6, "AccessDenied");
  });
  await demo.press("Build clinic tables");
  const alert = demo.pane.getByRole("alert");
  await alert.getByText("does not allow changes", { exact: false }).waitFor();
  await alert.getByText("Unprotect Sheet", { exact: false }).waitFor();
  await demo.press("Copy details");
  const clipboard = () => demo.page.evaluate(() => navigator.clipboard.readText());
  await expectSoon(async () => /AccessDenied/.exec(await clipboard())?.[0] ?? "", "AccessDenied"); // copying takes a moment
  const copied = await clipboard();
  expect(copied).not.toMatch(/\bC\d{5,}/);
  expect(copied).toMatch(/^Version: \d+\.\d+\.\d+$/m);
  await demo.press("Dismiss");
  await build(demo);
});

test("after a reload the pane stands where it was, with the pack's results", async () => {
  await open({ start: "sample" });
  await build(demo);
  await demo.frame().evaluate(() => location.reload());
  await demo.heading("Results: July 2023");
  await demo.pane.getByText("97.7%").waitFor();
  await demo.press("Copy figures");
  const clipboard = () => demo.page.evaluate(() => navigator.clipboard.readText());
  await expectSoon(async () => String((await clipboard()) !== ""), "true"); // copying takes a moment
  const copied = await clipboard();
  expect(copied.split("\n")[0]).toBe("Indicator\tJuly 2023\tTarget\tRAG\tChange from last month");
  expect(copied).toContain("CIN visits in time\t97.7%\t95%\tGreen\tdown 2.1 points");
});

test("the keyboard alone builds the pack", async () => {
  await open({ start: "sample" });
  for (const name of ["Next: settings", "Next: build", "Build clinic tables"]) {
    await tabTo(name);
    await demo.page.keyboard.press("Enter");
  }
  await demo.heading("Results: July 2023");
});

/** Presses Cancel just before the build's nth request from now is answered. */
/** Presses Cancel as soon as a request of the build answers to `when`: "reading" = the second, "writing" = the first large one. */
async function cancelWhile(when: "reading" | "writing"): Promise<void> {
  await demo.page.evaluate((stage) => {
    const host = (window as unknown as DemoWindow).demo.host();
    const { count } = host.requests;
    const press = () => {
      const pane = document.querySelector<HTMLIFrameElement>("#pane iframe")?.contentDocument;
      const buttons = [...(pane?.querySelectorAll("button") ?? [])];
      buttons.find((button) => button.textContent === "Cancel")?.click();
    };
    if (stage === "reading") return host.faults.before(count + 2, press);
    for (let request = count + 1; request <= count + 15; request++) {
      host.faults.before(request, () => {
        if (host.requests.largestSent < 300_000) return;
        host.faults.clear(); // the next build is left alone
        press();
      });
    }
  }, when);
}

async function tabTo(name: string): Promise<void> {
  await demo.pane.getByRole("button", { name, exact: true }).waitFor();
  for (let presses = 0; presses < 250; presses++) {
    await demo.page.keyboard.press("Tab");
    const focused = await demo.frame().evaluate(() => document.activeElement?.textContent ?? "");
    if (focused === name) return;
  }
  throw new Error(`Tab never reaches "${name}".`);
}

async function expectSoon(read: () => Promise<string>, wanted: string): Promise<void> {
  expect(await readUntil(read, wanted, PATIENCE)).toBe(wanted);
}
