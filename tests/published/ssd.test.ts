/** The sample as tables of the Standard Safeguarding Dataset: the sample's own figures wherever the dataset has them. */
import { calculateClinic } from "../../src/clinic/calculate/calculateClinic";
import type { WorkbookValues } from "../../src/clinic/cells/worksheet";
import type { ClinicReport } from "../../src/clinic/report";
import { readLists } from "../../src/clinic/extracts/readLists";
import { recogniseLists } from "../../src/clinic/extracts/recognise";
import { createIssueLog } from "../../src/clinic/issues/issueLog";
import { createTeamDirectory } from "../../src/clinic/teams/teams";
import { issuesIn } from "../dirty/outcome";
import { day } from "../support/madeList";
import { readSample } from "../support/readSample";
import { ssdTables } from "../support/ssdTables";

const TODAY = day("2023-08-10");

let sample: WorkbookValues;
let own: ClinicReport;
let ofPlans: ClinicReport;
let ofAllocations: ClinicReport;
beforeAll(async () => {
  const read = await readSample();
  // The dataset has no visit frequency of a child: nor has the sample it is held against.
  sample = { ...read, sheets: read.sheets.map((sheet) => withoutColumn(sheet, /^Visit Frequency/)) };
  own = calculateClinic(sample, TODAY);
  const others = read.sheets.filter(({ name }) => name === "Past Figures");
  const reportOf = (involvements: Parameters<typeof ssdTables>[1]) =>
    calculateClinic({ ...read, sheets: [...ssdTables(read, involvements), ...others] }, TODAY);
  ofPlans = reportOf("of plans");
  ofAllocations = reportOf("of allocations");
});

function withoutColumn(sheet: WorkbookValues["sheets"][number], heading: RegExp) {
  const column = Math.max(...sheet.rows.slice(0, 5).map((cells) => cells.findIndex((cell) => heading.test(String(cell)))));
  if (column < 0) return sheet;
  return { ...sheet, rows: sheet.rows.map((cells) => cells.filter((_, i) => i !== column)) };
}

const DEMAND = ["contacts", "referrals", "s47-completed", "assessments-completed", "s47-rolling-rate"];
const AT_MONTH_END = ["eh-open", "cin-not-cwd", "cin-cwd", "cp", "cla", "cp-rate", "cla-rate"];
const TABLES = ["assessments-20wd", "assessments-45wd", "cin-visits-6w", "cp-visits-10wd", "cla-visits"];
const SERIES = ["cin-not-cwd", "cp-18-months", "s47-to-icpc", "cp-visits-10wd", "cin-visits-6w", "assessments-45wd"];

test.each(DEMAND)("%s", (id) => {
  const of = ({ demandMonth }: ClinicReport) => demandMonth.find((row) => row.id === id)?.values;
  expect(of(ofPlans)).toEqual(of(own));
  expect(of(own)?.at(-1)).not.toBeNull();
});

test.each(AT_MONTH_END)("%s", (id) => {
  const of = ({ demandMonthEnd }: ClinicReport) => demandMonthEnd.find((row) => row.id === id)?.values;
  expect(of(ofPlans)).toEqual(of(own));
  expect(of(own)?.at(-1)).not.toBeNull();
});

test.each(TABLES)("%s by team, by the involvements open at the month’s end", (id) => {
  const of = ({ tables }: ClinicReport) => tables.find((table) => table.id === id);
  expect(of(ofPlans)?.rows).toEqual(of(own)?.rows);
  expect(of(ofPlans)?.total).toEqual(of(own)?.total);
  expect(of(own)?.rows.length).toBeGreaterThan(0);
});

test.each(SERIES)("the chart of %s", (id) => {
  const of = ({ series }: ClinicReport) => series.find((chart) => chart.id === id)?.values;
  expect(of(ofPlans)).toEqual(of(own));
});

test("caseloads are the involvements open at the month’s end, without statuses", () => {
  const lines = ({ caseloads }: ClinicReport) =>
    caseloads.map(({ id, rows }) => [id, rows.map(({ allocations, team }) => `${allocations} ${team}`).sort()]);
  expect(lines(ofAllocations)).toEqual(lines(own));
  const statuses = ofAllocations.caseloads.flatMap(({ rows }) => rows.map(({ status }) => status));
  expect(new Set(statuses)).toEqual(new Set(["Status not recorded"]));
});

test("each list is read from its own table", () => {
  expect(ofPlans.sources.map(({ list, sheets }) => `${list}: ${sheets.join()}`)).toEqual([
    "contacts: ssd_contacts",
    "early-help: ssd_early_help_episodes",
    "referrals: ssd_cin_episodes",
    "section-47: ssd_s47_enquiry",
    "assessments: ssd_cin_assessments",
    "cin-plans: ssd_cin_plans",
    "cp-plans: ssd_cp_plans",
    "cla: ssd_cla_episodes",
    "allocations: ssd_involvements",
    "visits: ssd_cin_visits,ssd_cp_visits,ssd_cla_visits",
    "past-figures: Past Figures",
  ]);
});

test("the day of a conference is found by its enquiry", () => {
  const rows = (values: Pick<WorkbookValues, "sheets">) =>
    readLists(recogniseLists(values.sheets, {}, createIssueLog()), createTeamDirectory([]), false, createIssueLog())
      .get("section-47")!
      .dates("icpc");
  const dates = rows(sample);
  expect(rows({ sheets: ssdTables(sample, "of plans") })).toEqual(dates);
  expect(dates.some((date) => date > 0)).toBe(true);
});

test("what the dataset lacks is not available, and a query says so once", () => {
  expect(ofPlans.unavailable.map(({ id }) => id).sort()).toEqual(
    [
      "cin-supervision",
      "cla-care-planning",
      "cla-supervision",
      "cp-core-groups",
      "cp-repeat",
      "cp-supervision",
      "eh-assessments-started",
      "eh-referrals",
      "icpc-15wd",
      "open-children",
      "strategy-discussions",
    ].sort(),
  );
  expect(issuesIn(ofPlans).filter((issue) => issue.includes("ssd-lacks"))).toEqual(["query ssd-lacks ssd_contacts"]);
  expect(issuesIn(ofPlans).filter((issue) => issue.includes("outcome-not-known"))).toEqual([]);
});
