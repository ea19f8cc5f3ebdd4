/** The sample in the form of Annex A gives just the figures that SPEC §2 says can be had from one, counted twice. */
import path from "node:path";
import { calculateClinic } from "../../src/clinic/calculate/calculateClinic";
import type { CellValue, WorkbookValues } from "../../src/clinic/cells/worksheet";
import { INDICATORS } from "../../src/clinic/indicators/catalogue";
import type { ClinicReport } from "../../src/clinic/report";
import { figuresIn, issuesIn } from "../dirty/outcome";
import { ANNEX_A_COLUMNS } from "../support/annexAColumns";
import { day } from "../support/madeList";
import { readSample } from "../support/readSample";
import { CARE_TEAM, CWD_TEAM, syntheticAnnexA } from "../support/syntheticAnnexA";

const FILE = path.resolve(__dirname, "../../samples/annex-a-2023-07.xlsx");
const TODAY = day("2023-08-07");
const [FIRST, LAST] = [day("2023-07-01"), day("2023-07-31")];

/** SPEC §2: all else is not available. */
const AVAILABLE = [
  ...["contacts", "eh-assessments-started", "referrals", "assessments-completed"],
  ...["assessments-20wd", "assessments-45wd", "icpc-15wd", "cin-not-cwd", "cin-cwd", "cin-visits-6w"],
  ...["cp", "cp-rate", "cp-repeat", "cp-visits-10wd", "cp-18-months", "cla", "cla-rate", "cla-visits"],
];

let values: WorkbookValues;
let report: ClinicReport;
beforeAll(async () => {
  const read = await readSample(FILE);
  const population = {
    name: "ClinicOptions",
    sheet: "Clinic Settings",
    headerRow: 2,
    firstColumn: 0,
    headings: ["Setting", "Value"],
    rows: [["Population aged 0 to 17", 50_000]],
  };
  values = { ...read, settings: [population] };
  report = calculateClinic(values, TODAY);
});

test("the file is what the script makes, with the columns of Annex A", () => {
  const made = syntheticAnnexA();
  expect(values.sheets.map(({ name }) => name)).toEqual(Object.keys(ANNEX_A_COLUMNS));
  for (const { name, rows } of made) {
    const sheet = values.sheets.find((each) => each.name === name)!;
    expect(sheet.rows[0]).toEqual(ANNEX_A_COLUMNS[name as keyof typeof ANNEX_A_COLUMNS]);
    expect(sheet.rows).toEqual(rows.map((row) => row.map((cell) => cell ?? "")));
    expect(rows.length - 1).toBeGreaterThanOrEqual(30);
    expect(rows.length - 1).toBeLessThanOrEqual(60);
  }
});

test("just the figures that Annex A can give are there, every other has its reason", () => {
  const reasons = new Map(report.unavailable.map(({ id, reason }) => [id, reason]));
  expect(INDICATORS.map(({ id }) => id).filter((id) => !reasons.has(id))).toEqual(
    INDICATORS.map(({ id }) => id).filter((id) => AVAILABLE.includes(id)),
  );
  expect([...reasons.values()].every((reason) => /^.+\.$/.test(reason))).toBe(true);
  expect(reasons.get("cin-supervision")).toBe("CIN Plans has no “Last Supervision Date” column.");
  expect(reasons.get("strategy-discussions")).toBe("The workbook has no Strategy Discussions list.");
  expect(reasons.get("caseloads-20-plus")).toBe("The workbook has no Allocations list.");
});

test("the queries are which case statuses are left out, that children are seen and not visited, and that no visit frequency is there", () => {
  expect(issuesIn(report)).toEqual([
    "query case-status-left-out List 6!L1",
    "query seen-not-visited List 6!I1",
    "query visit-frequency-assumed List 8!H1",
  ]);
});

test("each list is read from its own sheet, Lists 9 to 11 from none", () => {
  expect(report.sources.map(({ list, sheets }) => `${list}: ${sheets.join()}`)).toEqual([
    "contacts: List 1",
    "early-help: List 2",
    "referrals: List 3",
    "section-47: List 5",
    "assessments: List 4",
    "cin-plans: List 6",
    "cp-plans: List 7",
    "cla: List 8",
  ]);
});

test("every figure, counted again row by row", () => {
  const figures = figuresIn(report);
  const between = (from: number) => (date: number) => date >= from && date <= LAST;
  const inJuly = between(FIRST);
  const dated = (sheet: string, heading: string) => rowsOf(sheet).filter((row) => inJuly(date(row, heading)));
  const isOpen = (start: string, end: string) => (row: Row) =>
    date(row, start) > 0 && date(row, start) <= LAST && (date(row, end) === 0 || date(row, end) > LAST);
  const team = (row: Row) => String(row["Allocated Team"]);

  expect(figures["contacts"]).toBe(dated("List 1", "Date of Contact").length);
  expect(figures["eh-assessments-started"]).toBe(dated("List 2", "Assessment start date").length);
  expect(figures["referrals"]).toBe(dated("List 3", "Date of Referral").length);

  const start = (row: Row) => date(row, "Continuous Assessment Start Date");
  const authorised = (row: Row) => date(row, "Continuous Assessment Date of Authorisation");
  const done = dated("List 4", "Continuous Assessment Date of Authorisation");
  const due = rowsOf("List 4").filter((row) => inJuly(workingDayAfter(start(row), 20)));
  const within = (limit: number) => (row: Row) =>
    authorised(row) > 0 && workingDays(start(row), authorised(row)) <= limit;
  expect(figures["assessments-completed"]).toBe(done.length);
  expect(figures["assessments-45wd"]).toEqual([done.length, done.filter(within(45)).length]);
  expect(figures["assessments-20wd"]).toEqual([due.length, due.filter(within(20)).length]);

  const held = dated("List 5", "Date of Initial Child Protection Conference");
  const prompt = held.filter(
    (row) =>
      workingDays(
        date(row, "Strategy discussion initiating Section 47 Enquiry Start Date"),
        date(row, "Date of Initial Child Protection Conference"),
      ) <= 15,
  );
  expect(figures["icpc-15wd"]).toEqual([held.length, prompt.length]);

  const plans = rowsOf("List 6")
    .filter((row) => String(row["Case Status"]).includes("Child in need plan"))
    .filter(isOpen("CIN Start Date", "CIN Closure Date"));
  const ours = plans.filter((row) => team(row) !== CWD_TEAM);
  const seen = ours.filter((row) => date(row, "Date Child Was Last Seen") >= LAST - 42);
  expect(figures["cin-cwd"]).toBe(plans.length - ours.length);
  expect(figures["cin-not-cwd"]).toBe(ours.length);
  expect(figures["cin-visits-6w"]).toEqual([ours.length, seen.length]);

  const cp = rowsOf("List 7").filter(
    isOpen("Child Protection Plan Start Date", "Child Protection Plan End Date"),
  );
  const again = cp.filter((row) => Number(row["Number of Previous Child Protection Plans"]) > 0);
  const visited = cp.filter((row) => workingDays(date(row, "Date of the Last Statutory Visit"), LAST) <= 10);
  const long = cp.filter((row) => date(row, "Child Protection Plan Start Date") <= day("2022-01-31"));
  expect(figures["cp"]).toBe(cp.length);
  expect(figures["cp-rate"]).toBeCloseTo(cp.length / 5, 9);
  expect(figures["cp-repeat"]).toEqual([cp.length, again.length]);
  expect(figures["cp-visits-10wd"]).toEqual([cp.length, visited.length]);
  expect(figures["cp-18-months"]).toBe(long.length);

  const cla = rowsOf("List 8").filter(
    isOpen("Date Started to be Looked After", "Date Ceased to be Looked After"),
  );
  const inTables = cla.filter((row) => team(row) !== CARE_TEAM);
  const visitedInCare = inTables.filter((row) => date(row, "Date of Last Social Work Visit") >= LAST - 42);
  expect(figures["cla"]).toBe(cla.length);
  expect(figures["cla-rate"]).toBeCloseTo(cla.length / 5, 9);
  expect(figures["cla-visits"]).toEqual([inTables.length, visitedInCare.length]);

  // Nothing above was a count of nobody, or of everybody.
  for (const id of AVAILABLE) {
    const figure = figures[id];
    if (typeof figure === "number") expect(figure).toBeGreaterThan(0);
    else expect(figure![1] > 0 && figure![1] < figure![0]).toBe(true);
  }
});

type Row = Readonly<Record<string, CellValue>>;

function rowsOf(sheet: string): readonly Row[] {
  const [headings = [], ...rows] = values.sheets.find(({ name }) => name === sheet)!.rows;
  return rows.map((row) => Object.fromEntries(headings.map((heading, c) => [String(heading), row[c]!])));
}

/** 0 = blank. */
function date(row: Row, heading: string): number {
  const cell = row[heading];
  if (cell === undefined) throw new RangeError(heading);
  if (typeof cell === "number") return cell;
  const [dd, mm, yyyy] = String(cell).split("/");
  return yyyy === undefined ? 0 : day(`${yyyy}-${mm}-${dd}`);
}

const BANK_HOLIDAYS = ["2023-04-07", "2023-04-10", "2023-05-01", "2023-05-08", "2023-05-29"].map(day);

function isWorkingDay(serial: number): boolean {
  return serial % 7 > 1 && !BANK_HOLIDAYS.includes(serial);
}

function workingDays(after: number, upTo: number): number {
  let count = 0;
  for (let serial = after + 1; serial <= upTo; serial++) if (isWorkingDay(serial)) count++;
  return count;
}

function workingDayAfter(start: number, count: number): number {
  let serial = start;
  for (let left = count; left > 0;) if (isWorkingDay(++serial)) left--;
  return serial;
}
