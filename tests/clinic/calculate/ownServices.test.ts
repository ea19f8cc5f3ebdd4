/**
 * A council of three services and two localities, none of them the published pack's: every page, message and slide
 * speaks of its own teams, and of no BIT or SWF.
 */
import type {
  CellValue,
  SheetValues,
  TableValues,
  WorkbookValues,
} from "../../../src/clinic/cells/worksheet";
import type { ClinicReport } from "../../../src/clinic/report";
import { SETTINGS_TABLES, SETUP_TABLES } from "../../../src/clinic/settings/settingsTables";
import { slides } from "../../../src/files/slides";
import { day } from "../../support/madeList";
import { readDeck } from "../../support/readDeck";
import { planOf, reportOf } from "../../support/reportOf";
import { table } from "../settings/tables";

const sheet = (name: string, rows: readonly (readonly CellValue[])[]): SheetValues => ({
  name,
  firstRow: 0,
  firstColumn: 0,
  rows,
});

/** Worker, status, team and how many children. */
const WORKERS: readonly (readonly [string, string, string, number])[] = [
  ["W1", "SW", "Help Coast A", 21],
  ["W2", "SW", "Help Moor A", 5],
  ["W3", "NQSW", "Safeguarding 1", 22],
  ["W4", "SW", "Disabled Children", 9],
];

const allocations = sheet("Allocations", [
  ["Child Unique ID", "Allocated Team", "Worker ID", "Qualifying Status"],
  ...WORKERS.flatMap(([worker, status, team, count]) =>
    Array.from({ length: count }, (_, i): CellValue[] => [`${worker}-${i}`, team, worker, status]),
  ),
]);

const cinPlans = sheet("CIN Plans", [
  ["Child Unique ID", "CIN Plan Start Date", "CIN Plan End Date", "Last CIN Visit Date", "Allocated Team"],
  ["N1", day("2023-03-01"), "", day("2023-07-20"), "Help Coast A"],
  ["N2", day("2023-03-01"), "", day("2023-03-20"), "Help Moor A"],
  ["N3", day("2023-03-01"), "", day("2023-07-20"), "Disabled Children"],
]);

const TEAMS = table("ClinicTeams", [
  SETTINGS_TABLES.ClinicTeams,
  ["Help Coast A", "", "Coast A", "Family Help", "Coast", "Yes"],
  ["Help Moor A", "", "Moor A", "Family Help", "Moor", "Yes"],
  ["Safeguarding 1", "", "Safe 1", "Multi-agency child protection", "", "Yes"],
  ["Disabled Children", "", "", "0-25", "", "No"],
]);

const SERVICES = table("ClinicServices", [
  SETUP_TABLES.ClinicServices,
  ["Family Help", "by locality", "Caseloads in Family Help:", ""],
  ["Multi-agency child protection", "one table", "Caseloads in child protection", ""],
  ["0-25", "none", "", "Yes"],
]);

const OPTIONS = table("ClinicOptions", [
  ["Setting", "Value"],
  ["Reporting month", "2023-07"],
]);

function council(settings: readonly TableValues[]): WorkbookValues {
  return {
    sheets: [allocations, cinPlans],
    settings: [OPTIONS, ...settings],
    history: null,
    choices: {},
    date1904: false,
  };
}

const caseloadsOf = (report: ClinicReport) =>
  report.caseloads.map(({ id, title, rows }) => [
    id,
    title,
    rows.map(({ team, allocations: count }) => `${count} ${team}`),
  ]);

const PUBLISHED_WORDS = /\bBIT\b|\bSWF\b|Brief Intervention|Social Work with Families/;

function everyWord(report: ClinicReport): string {
  return JSON.stringify(planOf(report, [OPTIONS, TEAMS, SERVICES]).sheets) + JSON.stringify(report.messages);
}

const AS_FOR_THE_CLINIC = { audience: "clinic", suppressed: false, at: 45_152.4, template: null } as const;

describe("a council of its own services", () => {
  const report = reportOf(council([TEAMS, SERVICES]));

  test("has their caseload tables, by locality or as one, and none where there is to be none", () => {
    expect(caseloadsOf(report)).toEqual([
      ["caseloads-20-plus", "20+ Caseloads", ["22 Safe 1", "21 Coast A"]],
      ["caseloads-family-help-coast", "Caseloads in Family Help: Coast", ["21 Coast A"]],
      ["caseloads-family-help-moor", "Caseloads in Family Help: Moor", ["5 Moor A"]],
      ["caseloads-multi-agency-child-protection", "Caseloads in child protection", ["22 Safe 1"]],
    ]);
    expect(report.issues.filter(({ list }) => list === "settings")).toEqual([]);
  });

  test("counts as CWD the plans of the service of disabled children", () => {
    const now = (id: string) => report.demandMonthEnd.find((row) => row.id === id)?.values.at(-1);
    expect([now("cin-not-cwd"), now("cin-cwd")]).toEqual([2, 1]);
  });

  test("is spoken of on every page and slide in its own words", () => {
    expect(everyWord(report)).not.toMatch(PUBLISHED_WORDS);
    const names = planOf(report).sheets.flatMap(({ tables }) => tables.map(({ name }) => name));
    expect(names).toEqual(
      expect.arrayContaining([
        "Clinic_caseloads_family_help_coast",
        "Clinic_caseloads_multi_agency_child_protection",
      ]),
    );
    const deck = readDeck(slides(report, AS_FOR_THE_CLINIC));
    expect(JSON.stringify(deck)).not.toMatch(PUBLISHED_WORDS);
    const titles = deck.map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining([
        expect.stringContaining("Caseloads in Family Help"),
        expect.stringContaining("Caseloads in child protection"),
      ]),
    );
  });

  test("has slide titles without the sign that stands before a locality", () => {
    const titles = readDeck(slides(report, AS_FOR_THE_CLINIC)).map(({ title }) => title);
    expect(titles).toContain("Caseloads in Family Help – highlighting those at 20 or over");
  });

  test("says that a status has a limit of its own, on the page and the slides, and flags by it", () => {
    const statuses = table("ClinicStatuses", [SETUP_TABLES.ClinicStatuses, ["NQSW", 15]]);
    const limited = reportOf(council([TEAMS, SERVICES, statuses]));
    const page = planOf(limited).sheets.find(({ name }) => name === "Clinic Caseloads");
    const title = "highlighting those at 20 or over, or at the limit of their status";
    expect(JSON.stringify(page)).toContain(title);
    expect(JSON.stringify(planOf(report).sheets)).not.toContain("limit of their status");
    const deck = readDeck(slides(limited, AS_FOR_THE_CLINIC));
    expect(deck.map((slide) => slide.title)).toContain(`Caseloads in child protection – ${title}`);
  });

  test("keeps them, with [x], when there is no Allocations list", () => {
    const without = reportOf({ ...council([TEAMS, SERVICES]), sheets: [cinPlans] });
    expect(without.unavailable.map(({ id }) => id).filter((id) => id.startsWith("caseloads"))).toEqual([
      "caseloads-20-plus",
      "caseloads-family-help-coast",
      "caseloads-family-help-moor",
      "caseloads-multi-agency-child-protection",
    ]);
    expect(everyWord(without)).not.toMatch(PUBLISHED_WORDS);
  });
});

test("before the first build a council without BIT or SWF has one table of all its teams", () => {
  const report = reportOf(council([]));
  expect(caseloadsOf(report).slice(1)).toEqual([
    [
      "caseloads-social-work",
      "Caseloads by team",
      ["9 Disabled Children", "21 Help Coast A", "5 Help Moor A", "22 Safeguarding 1"],
    ],
  ]);
  expect(everyWord(report)).not.toMatch(PUBLISHED_WORDS);
});

test("a team of a service that ClinicServices lacks is a query at its cell", () => {
  const services = table("ClinicServices", [
    SETUP_TABLES.ClinicServices,
    ["Family Help", "one table", "", ""],
    ["0-25", "", "", "Yes"],
  ]);
  const { issues } = reportOf(council([TEAMS, services]));
  expect(issues.filter(({ code }) => code === "service-without-row").map(({ cells }) => cells)).toEqual([
    ["R6"],
  ]);
});

test("two services whose names come to one table share it, and a query names both and the cell", () => {
  const teams = table("ClinicTeams", [
    SETTINGS_TABLES.ClinicTeams,
    ["Help Coast A", "", "Coast A", "Help", "Coast", "Yes"],
    ["Help Moor A", "", "Moor A", "Help", "Moor", "Yes"],
    ["Safeguarding 1", "", "Safe 1", "Help Coast", "", "Yes"],
    ["Disabled Children", "", "", "0-25", "", "No"],
  ]);
  const services = table("ClinicServices", [
    SETUP_TABLES.ClinicServices,
    ["Help", "by locality", "Help -", ""],
    ["0-25", "none", "", "Yes"],
    ["Help Coast", "one table", "Caseloads in Help Coast", ""],
  ]);
  const report = reportOf(council([teams, services]));
  expect(caseloadsOf(report).slice(1)).toEqual([
    ["caseloads-help-coast", "Help - Coast", ["21 Coast A", "22 Safe 1"]],
    ["caseloads-help-moor", "Help - Moor", ["5 Moor A"]],
  ]);
  const shared = report.issues.filter(({ code }) => code === "services-share-table");
  expect(shared).toMatchObject([{ severity: "query", cells: [expect.stringMatching(/^[A-Z]+\d+$/)] }]);
  expect(shared[0]?.message).toBe(
    "“Help” in the locality “Coast” and “Help Coast” come to one name of a table, so their workers stand together in “Help - Coast”.",
  );
  const apart = reportOf(council([TEAMS, SERVICES]));
  expect(apart.issues.map(({ code }) => code)).not.toContain("services-share-table");
});
