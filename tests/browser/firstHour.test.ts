/**
 * A council's first hour and its month two, in a real browser: seven exports whose headings no list knows, loaded into an
 * empty workbook, matched, their teams and words mapped, and built; then August's files over July's. Every click is counted.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { serveDemo, type DemoServer } from "../../simulator/demo/serve";
import type { CellValue } from "../../src/clinic/cells/worksheet";
import { csvText, encode } from "../loading/files";
import { day } from "../support/madeList";
import { axeFindings } from "./axe";
import { launchBrowser } from "./browser";
import { builtPane, openDemo, type DemoPage } from "./demoPage";
import { showIn } from "./settled";

jest.setTimeout(480_000);

const PICTURES = join(__dirname, "..", "..", "out", "screenshots");

let browser: Browser;
let server: DemoServer;
let demo: DemoPage;
let clicks = 0;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  server = await serveDemo({ port: 0, dist: builtPane() });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** What a month's files hold, in figures that can be counted on one's fingers. */
interface Month {
  readonly month: string;
  readonly contacts: number;
  readonly referrals: number;
  readonly assessedInTime: number;
  readonly cinSeen: number;
  readonly cpSeen: number;
  readonly careSeen: number;
  readonly conferences: number;
}

const JULY: Month = {
  month: "2023-07",
  contacts: 12,
  referrals: 5,
  assessedInTime: 3,
  cinSeen: 4,
  cpSeen: 3,
  careSeen: 3,
  conferences: 1,
};
const AUGUST: Month = {
  month: "2023-08",
  contacts: 9,
  referrals: 7,
  assessedInTime: 4,
  cinSeen: 5,
  cpSeen: 4,
  careSeen: 2,
  conferences: 2,
};

const times = <T>(count: number, make: (i: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** Of six CIN plans, five CP plans, four children in care, five assessments and four enquiries the rest are late. */
function exportsOf(given: Month): readonly Upload[] {
  const on = (date: string): number => day(`${given.month}-${date}`);
  const long = day("2023-03-06");
  const unit = (i: number): string => (i % 2 === 0 ? "North Unit" : "South Unit");
  const rest = (of: number, seen: number, i: number, recent: number): number =>
    i < seen && i < of ? recent : long;
  const sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>> = {
    "Calls in": [
      ["Kid Ref", "Rang On"],
      ...times(given.contacts, (i) => [`K${i}`, on(i === 0 ? "31" : "10")]),
    ],
    "Asks for help": [
      ["Kid Ref", "Asked On", "Unit"],
      ...times(given.referrals, (i) => [`K${i}`, on("12"), unit(i)]),
    ],
    Assessed: [
      ["Kid Ref", "Work Began", "Boss Agreed", "Unit"],
      ...times(5, (i) => [`K${i}`, rest(5, given.assessedInTime, i, on("03")), on("20"), unit(i)]),
    ],
    "Open cases": [
      ["Kid Ref", "Sort of Plan", "Opened On", "Shut On", "Unit", "Seen Most Recently"],
      ...times(6, (i) => [`N${i}`, "Need", long, "", unit(i), rest(6, given.cinSeen, i, on("25"))]),
      ...times(5, (i) => [`P${i}`, "Protect", long, "", unit(i), rest(5, given.cpSeen, i, on("25"))]),
    ],
    "In care": [
      ["Kid Ref", "Came In", "Went Home", "Unit", "Seen Most Recently"],
      ...times(4, (i) => [`L${i}`, long, "", unit(i), rest(4, given.careSeen, i, on("20"))]),
    ],
    Enquiries: [
      ["Kid Ref", "Talk Held", "Wrapped Up", "Upshot", "Unit"],
      ...times(4, (i) => [
        `S${i}`,
        on("04"),
        on("14"),
        i < given.conferences ? "Proceed to CPC" : "No further action",
        unit(i),
      ]),
    ],
    "Who has whom": [
      ["Practitioner Ref", "Grade", "Unit", "Kid Ref"],
      ...times(21, (i) => ["W1", "SW", "N. Unit", `C${i}`]),
      ...times(3, (i) => ["W2", "NQSW", "South Unit", `D${i}`]),
    ],
  };
  return Object.entries(sheets).map(([name, rows], i) => {
    const dates = rows[1]!.flatMap((cell, column) => (typeof cell === "number" ? column : []));
    const text = csvText(rows, { dates, delimiter: [",", ";", "\t"][i % 3]! });
    const buffer = Buffer.from(encode(text, i % 2 ? "utf-8" : "utf-16le"));
    return { name: `${name}.csv`, mimeType: "text/csv", buffer };
  });
}

async function press(name: string | RegExp): Promise<void> {
  clicks++;
  await demo.pane.getByRole("button", { name, exact: typeof name === "string" }).click();
}

async function step(name: Parameters<DemoPage["step"]>[0]): Promise<void> {
  clicks++;
  await demo.step(name);
}

/** The drop-down, and what is chosen in it: two clicks, where it is not so already. */
async function choose(label: string, value: string): Promise<void> {
  const box = demo.pane.getByLabel(label, { exact: true });
  await box.waitFor();
  const now = await box.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label ?? "");
  if (now === value || now.startsWith(`${value}: `)) return;
  clicks += 2;
  const option = await box.evaluate(
    (select: HTMLSelectElement, wanted) =>
      [...select.options].find(({ label: each }) => each === wanted || each.startsWith(`${wanted}: `))?.value,
    value,
  );
  await box.selectOption(option ?? value);
}

/** The button, and the choice in the system's own dialog: two clicks. */
async function chooseFiles(files: readonly Upload[]): Promise<void> {
  const [chooser] = await Promise.all([
    demo.page.waitForEvent("filechooser"),
    press("Load this month’s files"),
  ]);
  clicks++;
  await chooser.setFiles([...files]);
}

async function match(
  button: string,
  list: string,
  columns: Readonly<Record<string, string>>,
  onlyWhere?: string,
): Promise<void> {
  await press(button);
  await demo.heading("Match columns");
  await choose("This sheet holds", list);
  await demo.pane.getByRole("heading", { level: 3, name: `Columns of ${list}` }).waitFor();
  for (const [column, heading] of Object.entries(columns)) await choose(column, heading);
  if (onlyWhere !== undefined) {
    await press(/^Only some of the rows/);
    clicks++;
    await demo.pane.getByRole("checkbox", { name: onlyWhere }).check();
    await look(`match-${list.toLowerCase().replace(" ", "-")}`);
  }
  await press("Save matches");
  await demo.heading("Extracts");
}

const MODES = [
  { name: "light", media: { colorScheme: "light", forcedColors: "none" } },
  { name: "dark", media: { colorScheme: "dark", forcedColors: "none" } },
  { name: "forced", media: { colorScheme: "light", forcedColors: "active" } },
] as const;

/** The screen at 320 pixels in every mode: nothing cut off, axe finds nothing, and a picture to look at. */
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

/** Numerators and denominators of a table's total, and figures of one column, as the sheets show them. */
async function figures(): Promise<Readonly<Record<string, unknown>>> {
  return demo.frame().evaluate(async () =>
    Excel.run(async (context) => {
      const total = (id: string) => {
        const range = context.workbook.tables.getItem(`Clinic_${id}`).getTotalRowRange();
        range.load("values");
        return range;
      };
      const totals = ["assessments_45wd", "cin_visits_6w", "cp_visits_10wd", "cla_visits"].map((id) => ({
        id,
        range: total(id),
      }));
      const demand = context.workbook.tables.getItem("Clinic_demand_month").getRange();
      const caseloads = context.workbook.tables.getItem("Clinic_caseloads_20_plus").getDataBodyRange();
      const s47 = context.workbook.tables.getItem("Clinic_series_s47_to_icpc").getDataBodyRange();
      for (const range of [demand, caseloads, s47]) range.load("values");
      await context.sync();
      const headings = demand.values[0]!;
      const last = headings.length - 2;
      const ofMonth = (words: RegExp) => demand.values.find(([name]) => words.test(String(name)))?.[last];
      return {
        contacts: ofMonth(/contacts/i),
        referrals: ofMonth(/^(?!.*early help).*referrals/i),
        ...Object.fromEntries(totals.map(({ id, range }) => [id, range.values[0]!.slice(1, 3)])),
        caseloads: caseloads.values.map((row) => row.slice(0, 3)),
        conferences: s47.values.at(-1)?.[1],
      };
    }),
  );
}

const expected = (month: Month) => ({
  contacts: month.contacts,
  referrals: month.referrals,
  assessments_45wd: [5, month.assessedInTime],
  cin_visits_6w: [6, month.cinSeen],
  cp_visits_10wd: [5, month.cpSeen],
  cla_visits: [4, month.careSeen],
  caseloads: [[21, "SW", "North Unit"]],
  conferences: month.conferences / 4,
});

test("from seven files that nobody knows to a pack, and month two in six clicks", async () => {
  demo = await openDemo(browser, server.origin, { start: "empty", now: "2023-09-05T09:00:00Z" });
  await demo.heading("Welcome");
  await demo.page.locator("#width").selectOption("320");
  await chooseFiles(exportsOf(JULY));
  await demo.heading("Load this month’s files");
  await look("load-review");
  await press("Load 7 lists");
  await demo.pane.getByText("7 lists loaded.").waitFor();
  await press("Next: check the lists");
  await demo.heading("Extracts");

  const child = { "Child Unique ID (needed)": "Kid Ref" };
  const team = { "Allocated Team (needed)": "Unit" };
  await match("Match columns of Calls in", "Contacts", { ...child, "Date of Contact (needed)": "Rang On" });
  await match("Match columns of Asks for help", "Referrals", {
    ...child,
    "Date of Referral (needed)": "Asked On",
    "Allocated Team": "Unit",
  });
  await match("Match columns of Assessed", "Assessments", {
    ...child,
    ...team,
    "Assessment Start Date (needed)": "Work Began",
    "Assessment Authorised Date (needed)": "Boss Agreed",
  });
  const plan = { ...child, ...team };
  await match(
    "Match columns of Open cases",
    "CIN Plans",
    {
      ...plan,
      "CIN Plan Start Date (needed)": "Opened On",
      "CIN Plan End Date": "Shut On",
      "Last CIN Visit Date": "Seen Most Recently",
      "Last Supervision Date": "Not on this sheet",
      "Case Status": "Not on this sheet",
    },
    "Need (6 rows)",
  );
  await match(
    "Match columns of Open cases for CIN Plans",
    "CP Plans",
    {
      ...plan,
      "CP Plan Start Date (needed)": "Opened On",
      "CP Plan End Date": "Shut On",
      "Last CP Visit Date": "Seen Most Recently",
      "Number of Previous CP Plans": "Not on this sheet",
      "Last Core Group Date": "Not on this sheet",
      "Last Supervision Date": "Not on this sheet",
    },
    "Protect (5 rows)",
  );
  await match("Match columns of In care", "CLA", {
    ...plan,
    "Date Started to be Looked After (needed)": "Came In",
    "Date Ceased": "Went Home",
    "Last Visit Date": "Seen Most Recently",
    "Legal Status": "Not on this sheet",
    "Visit Frequency (days)": "Not on this sheet",
    "Care Plan Date": "Not on this sheet",
    "Last Supervision Date": "Not on this sheet",
  });
  await match("Match columns of Enquiries", "Section 47", {
    ...child,
    "Strategy Discussion Date": "Talk Held",
    "Section 47 Start Date": "Not on this sheet",
    "Section 47 Completed Date": "Wrapped Up",
    "Section 47 Outcome": "Upshot",
    "Date of ICPC": "Not on this sheet",
    "Allocated Team": "Unit",
  });

  await press("Match words of Section 47");
  await demo.heading("Match words");
  await choose("“Proceed to CPC” (1 row)", "ICPC");
  await look("match-words");
  await press("Save words");
  await demo.heading("Extracts");

  await press("Next: settings");
  const population = demo.pane.getByLabel(/^Population/);
  clicks++;
  await population.fill("10000");
  await population.blur();
  await step("Extracts");
  await match("Match columns of Who has whom", "Allocations", {
    "Worker ID (needed)": "Practitioner Ref",
    "Qualifying Status (needed)": "Grade",
    "Allocated Team (needed)": "Unit",
    "Child Unique ID": "Kid Ref",
    "No. of Allocations": "Not on this sheet",
  });
  await step("Settings");
  await choose("“N. Unit” is", "North Unit");
  await press("Save team for N. Unit");
  await demo.pane.getByText("1 team name not yet known").waitFor({ state: "detached" });
  await press("Next: build");
  await press("Build clinic tables");
  await demo.heading(/^Results: July 2023/);
  expect(await figures()).toEqual(expected(JULY));
  const firstHour = clicks;

  clicks = 0;
  await step("Extracts");
  await chooseFiles(exportsOf(AUGUST));
  await demo.pane.getByText("replaces what is on “Open cases”").waitFor();
  await press("Load 7 lists");
  await demo.pane.getByText("7 lists loaded.").waitFor();
  await press("Next: build");
  await press("Build clinic tables");
  await demo.heading(/^Results: August 2023/);
  expect(await figures()).toEqual(expected(AUGUST));
  process.stdout.write(`Clicks: first hour ${firstHour}, month two ${clicks}.\n`);
  expect(firstHour).toBeLessThanOrEqual(75);
  expect(clicks).toBeLessThanOrEqual(6);
  const { faults } = demo;
  await demo.close();
  expect(faults).toEqual([]);
});
