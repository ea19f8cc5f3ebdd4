import type { CellValue } from "../../../src/clinic/cells/worksheet";
import { RULES } from "../../../src/clinic/issues/rulesCatalogue";
import { issuesOf, MONTH_END as E, searchedLog, sheet, TODAY } from "../extracts/workbook";

const T = "SWF Central 1";
const CIN = [
  "Child Unique ID",
  "CIN Plan Start Date",
  "CIN Plan End Date",
  "Last CIN Visit Date",
  "Allocated Team",
];
const CP = [
  "Child Unique ID",
  "CP Plan Start Date",
  "CP Plan End Date",
  "Number of Previous CP Plans",
  "Last Core Group Date",
  "Allocated Team",
];
const CLA = [
  "Child Unique ID",
  "Date Started to be Looked After",
  "Date Ceased",
  "Care Plan Date",
  "Visit Frequency (days)",
  "Allocated Team",
];
const S47 = [
  "Child Unique ID",
  "Strategy Discussion Date",
  "Section 47 Start Date",
  "Section 47 Completed Date",
  "Section 47 Outcome",
  "Date of ICPC",
];
const ASSESSMENTS = [
  "Child Unique ID",
  "Assessment Start Date",
  "Assessment Authorised Date",
  "Allocated Team",
];
const CARE_LEAVERS = ["Child Unique ID", "Start Date", "End Date"];
const ALLOCATIONS = ["Worker ID", "Qualifying Status", "Allocated Team", "Child Unique ID"];

const cin = (...rows: CellValue[][]) => sheet("CIN Plans", [CIN, ...rows]);
const cp = (...rows: CellValue[][]) => sheet("CP Plans", [CP, ...rows]);
const s47 = (...rows: CellValue[][]) => sheet("Section 47", [S47, ...rows]);
const allocations = (...rows: CellValue[][]) => sheet("Allocations", [ALLOCATIONS, ...rows]);

test("sound rows have no issue", () => {
  expect(
    issuesOf([
      cin(["C1", E - 90, "", E - 3, T], ["C1", E - 300, E - 100, E - 110, T]),
      cp(["C2", E - 80, "", 0, E - 10, T]),
      s47(
        ["C3", E - 20, E - 20, E - 7, "NFA", ""],
        ["C4", E - 20, E - 20, E - 7, "ICPC", E - 5],
        ["C5", E - 1, E, "", "", ""],
      ),
      allocations(["W1", "SW", T, "C1"], ["W1", " sw ", T, "C2"]),
    ]),
  ).toEqual([]);
});

test.each<[string, () => ReturnType<typeof sheet>, string]>([
  ["end before start", () => cin(["C1", E, E - 1, "", T]), "end-before-start CIN Plans!C2"],
  [
    "CLA ceased before started",
    () => sheet("CLA", [CLA, ["C1", E, E - 1, "", 42, T]]),
    "end-before-start CLA!C2",
  ],
  [
    "care leaver end",
    () => sheet("Care Leavers", [CARE_LEAVERS, ["C1", E, E - 1]]),
    "end-before-start Care Leavers!C2",
  ],
  [
    "authorised before started",
    () => sheet("Assessments", [ASSESSMENTS, ["C1", E, E - 1, T]]),
    "authorised-before-start Assessments!C2",
  ],
  [
    "completed before started",
    () => s47(["C1", E - 9, E - 5, E - 6, "NFA", ""]),
    "completed-before-start Section 47!D2",
  ],
  [
    "completed before the strategy discussion",
    () => s47(["C1", E, "", E - 6, "NFA", ""]),
    "completed-before-start Section 47!D2",
  ],
  [
    "ICPC before its strategy discussion",
    () => s47(["C1", E - 5, "", "", "", E - 6]),
    "icpc-before-strategy Section 47!F2",
  ],
  ["ICPC on a Saturday", () => s47(["C1", E - 9, "", "", "", E - 2]), "icpc-at-weekend Section 47!F2"],
  ["ICPC on a Sunday", () => s47(["C1", E - 9, "", "", "", E - 1]), "icpc-at-weekend Section 47!F2"],
  ["no outcome", () => s47(["C1", E - 9, E - 9, E - 1, " ", ""]), "outcome-missing Section 47!E2"],
  ["date after today", () => cin(["C1", E, TODAY + 1, "", T]), "date-in-future CIN Plans!C2"],
  ["date before 1990", () => cin(["C1", 32873, E, "", T]), "date-before-1990 CIN Plans!B2"],
  [
    "last visit before the start",
    () => cin(["C1", E - 5, "", E - 6, T]),
    "last-date-before-start CIN Plans!D2",
  ],
  [
    "care plan before the start",
    () => sheet("CLA", [CLA, ["C1", E, "", E - 1, "6 weeks", T]]),
    "last-date-before-start CLA!D2",
  ],
  [
    "last visit after the as-at date",
    () => cin(["C1", E - 5, "", E + 1, T]),
    "last-date-after-as-at CIN Plans!D2",
  ],
  ["blank previous plans", () => cp(["C1", E, "", "", "", T]), "previous-plans-blank CP Plans!D2"],
  [
    "two open plans",
    () => cin(["C1", E - 9, "", "", T], ["c1", E, E + 1, "", T]),
    "more-than-one-open-plan CIN Plans!A3",
  ],
  [
    "a child twice in Care Leavers",
    () => sheet("Care Leavers", [CARE_LEAVERS, ["C1", 44000, 44100], ["C1", 44200, ""]]),
    "care-leaver-twice Care Leavers!A3",
  ],
  [
    "an exact duplicate",
    () => cin(["C1", 45000, E - 1, "", T], ["C1", 45000, E - 1, "", T]),
    "duplicate-row CIN Plans!A3",
  ],
  [
    "two teams",
    () => allocations(["W1", "SW", T, "C1"], ["w1", "SW", "SWF East 1", "C2"]),
    "worker-two-teams Allocations!C3",
  ],
  [
    "two statuses",
    () => allocations(["W1", "SW", T, "C1"], ["W1", "ASYE", T, "C2"]),
    "worker-two-statuses Allocations!B3",
  ],
  ["an old extract", () => cin(["C1", E - 200, E - 31, E - 40, T]), "extract-older-than-as-at CIN Plans!"],
])("%s", (_, make, issue) => {
  expect(issuesOf([make()])).toEqual([issue]);
});

test("a visit frequency that cannot be read is a query while the child is looked after", () => {
  const row = (frequency: CellValue, end: CellValue = "") => ["C1", E, end, "", frequency, T];
  const cla = (cells: CellValue[]) => issuesOf([sheet("CLA", [CLA, cells])]);
  expect(cla(row(""))).toEqual(["visit-frequency-unknown CLA!E2"]);
  expect(cla(row("as agreed"))).toEqual(["visit-frequency-unknown CLA!E2"]);
  expect(cla(row("fortnightly"))).toEqual([]);
  expect(cla(row("", E))).toEqual([]);
  expect(cla(row("#N/A"))).toEqual(["error-value CLA!E2"]);
  expect(
    issuesOf([sheet("CLA", [CLA.filter((heading) => !heading.startsWith("Visit")), ["C1", E, "", "", T]])]),
  ).toEqual(["visit-frequency-assumed CLA!B1"]);
});

test("Early Help without a start: an error where it has ended or has no date at all, not for a referral only", () => {
  const headings = [
    "Child Unique ID",
    "Early Help Referral Date",
    "Early Help Start Date",
    "Early Help End Date",
  ];
  const rows = [
    ["C1", E, "", ""],
    ["C2", E, "", E],
    ["C3", "", "", ""],
    ["C4", "", "soon", E],
  ];
  expect(issuesOf([sheet("Early Help", [headings, ...rows])])).toEqual([
    "unreadable-date Early Help!C5",
    "missing-start Early Help!C3",
    "missing-start Early Help!C4",
  ]);
});

test("a boundary is not over it", () => {
  expect(issuesOf([cin(["C1", E, E, E, T])])).toEqual([]);
  expect(issuesOf([cin(["C1", 32874, TODAY, E, T])])).toEqual([]);
  expect(issuesOf([cin(["C1", E - 200, E - 30, "", T])])).toEqual([]);
  expect(issuesOf([s47(["C1", E, E, E, "NFA", E])])).toEqual([]);
});

test("the later of today and the as-at date counts", () => {
  expect(issuesOf([cin(["C1", E, E + 5, "", T])], { today: E - 50 })).toEqual([
    "date-in-future CIN Plans!C2",
  ]);
  expect(issuesOf([cin(["C1", E, E + 5, "", T])], { today: E - 50, asAt: E + 5 })).toEqual([]);
});

test("a last date that is also after today is one query, and on a plan not open it is none", () => {
  expect(issuesOf([cin(["C1", E - 5, "", TODAY + 1, T])])).toEqual(["date-in-future CIN Plans!D2"]);
  expect(issuesOf([cin(["C1", E + 1, "", E + 2, T])])).toEqual([]);
});

test("where an event list takes the column's place, its cell is the one to blame", () => {
  const visits = sheet("Visits", [
    ["Child Unique ID", "Date", "Plan"],
    ["C2", E, "CIN"],
    ["C1", E - 9, "CIN"],
  ]);
  expect(issuesOf([cin(["C1", E - 5, "", E - 100, T]), visits])).toEqual([
    "last-date-before-start Visits!B3",
  ]);
});

test("an event of no known plan is an error", () => {
  const row = (plan: CellValue) =>
    sheet("Visits", [
      ["Child Unique ID", "Date", "Plan"],
      ["C1", E, plan],
    ]);
  expect(issuesOf([row("Duty")])).toEqual(["plan-unreadable Visits!C2"]);
  expect(issuesOf([row("")])).toEqual(["plan-unreadable Visits!C2"]);
  expect(issuesOf([row("#N/A")])).toEqual(["error-value Visits!C2"]);
});

test("concurrent CIN and CP plans of one child, both open at month end", () => {
  const both = [cin(["7", E - 9, "", "", T]), cp([7, E - 8, "", 0, "", T])];
  expect(issuesOf(both)).toEqual(["concurrent-cin-cp CIN Plans!A2"]);
  expect(issuesOf([cin(["7", E - 9, E, "", T]), cp([7, E - 8, "", 0, "", T])])).toEqual([]);
});

test("an exact duplicate is so in columns that are not read too", () => {
  const contacts = (a: string, b: string) =>
    sheet("Contacts", [
      ["Child Unique ID", "Date of Contact", "Contact Source"],
      ["C1", E, a],
      ["C1", E, b],
      ["C1", E, a],
    ]);
  expect(issuesOf([contacts("Police", "School")])).toEqual(["duplicate-row Contacts!A4"]);
  expect(issuesOf([contacts("Police", "Police")])).toEqual([
    "duplicate-row Contacts!A3",
    "duplicate-row Contacts!A4",
  ]);
});

test("the parts of a split list hold a duplicate whatever the order of their columns", () => {
  const east = sheet("East", [CARE_LEAVERS, ["C1", 44000, ""]]);
  const west = sheet("West", [
    ["End Date", "Start Date", "Child Unique ID"],
    ["", 44000, "C1"],
  ]);
  expect(issuesOf([east, west], { choices: { "care-leavers": ["East", "West"] } })).toEqual([
    "duplicate-row West!C2",
    "care-leaver-twice West!C2",
  ]);
});

test("a worker with three teams is one query, a blank team none of the worker's", () => {
  const rows = ["SWF East 1", T, ""].map((name, i) => ["W1", "SW", name, `C${i}`]);
  expect(issuesOf([allocations(["W1", "SW", T, "C9"], ...rows)])).toEqual([
    "team-blank Allocations!C5",
    "worker-two-teams Allocations!C3",
  ]);
});

test("an absent end-date column is a query at the list's headings", () => {
  expect(
    issuesOf([
      sheet("Care Leavers", [
        ["Child Unique ID", "Start Date"],
        ["C1", 44000],
      ]),
    ]),
  ).toEqual(["end-date-column-absent Care Leavers!B1"]);
});

test("every column is read by the end, whether or not a figure needs it", () => {
  const referrals = sheet("Referrals", [
    ["Child Unique ID", "Date of Referral", "Allocated Team"],
    ["", "#REF!", "Nobody"],
    ["C1", E, T],
  ]);
  expect(issuesOf([referrals])).toEqual([
    "missing-id Referrals!A2",
    "error-value Referrals!B2",
    "team-unknown Referrals!C2",
  ]);
});

test("errors are what cannot be used, queries what counts as it stands (SPEC §8)", () => {
  const errors = Object.entries(RULES).flatMap(([code, rule]) => (rule.severity === "error" ? [code] : []));
  expect(errors.sort()).toEqual(
    [
      "missing-required-column",
      "no-month-columns",
      "unreadable-date",
      "date-column-unreadable",
      "id-in-cell",
      "error-value",
      "text-not-number",
      "missing-id",
      "missing-worker",
      "missing-start",
      "plan-unreadable",
      "end-before-start",
      "authorised-before-start",
      "completed-before-start",
    ].sort(),
  );
});

test("no message or fix quotes a cell", () => {
  const log = searchedLog([
    cin(["SECRET1", "SECRET2", "#N/A", "SECRET3", "SECRET4"], ["=SECRET1", E, E - 1, E - 2, "SECRET4"]),
    allocations(["SECRET5", "SECRET6", "SECRET7", ""], ["SECRET5", "SECRET8", "SECRET9", "C1"]),
  ]);
  const texts = log.issues().map(({ message, fix }) => `${message} ${fix}`);
  expect(texts.length).toBeGreaterThan(8);
  expect(texts.join(" ")).not.toContain("SECRET");
});
