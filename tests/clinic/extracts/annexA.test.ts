import fc from "fast-check";
import { annexASheet } from "../../../src/clinic/extracts/annexA";
import type { CellValue } from "../../../src/clinic/cells/worksheet";
import { issuesOf, placesIn, readWorkbook, sheet } from "./workbook";

const PERSON = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)"];
const ALLOCATED = ["Allocated Team", "Allocated Worker"];
const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  "List 1": [...PERSON, "Date of Contact", "Contact Source"],
  "List 2": [
    ...PERSON,
    "Assessment start date",
    "Assessment completion date",
    "Organisation completing assessment",
  ],
  "List 3": [
    ...PERSON,
    "Date of referral",
    "Referral Source",
    "Referral NFA?",
    "Number of Referrals in Last 12 Months",
    ...ALLOCATED,
  ],
  "List 4": [
    ...PERSON,
    "Does the Child have a Disability",
    "Continuous Assessment Start Date",
    "Child Seen During Continuous Assessment",
    "Continuous Assessment Date of Authorisation",
    "Was the child assessed as requiring LA children’s social care support?",
    ...ALLOCATED,
  ],
  "List 5": [
    ...PERSON,
    "Strategy discussion initiating Section 47 Enquiry Start Date",
    "Was an Initial Child Protection Conference deemed unnecessary?",
    "Date of Initial Child Protection Conference",
    "Did the Initial Child Protection Conference Result in a Child Protection Plan",
    "Number of Section 47 Enquiries in the last 12 months",
    "Number of ICPCs in the last 12 months",
    ...ALLOCATED,
  ],
  "List 6": [
    ...PERSON,
    "CIN Start Date",
    "Primary Need Code",
    "Date Child Was Last Seen",
    "CIN Closure Date",
    "Reason for Closure",
    "Case Status",
    ...ALLOCATED,
  ],
  "List 7": [
    ...PERSON,
    "Child Protection Plan Start Date",
    "Initial Category of Abuse",
    "Latest Category of Abuse",
    "Date of the Last Statutory Visit",
    "Was the Child Seen Alone?",
    "Date of latest review conference",
    "Child Protection Plan End Date",
    "Number of Previous Child Protection Plans",
    ...ALLOCATED,
  ],
  "List 8": [
    ...PERSON,
    "Date Started to be Looked After",
    "Child's Category of Need",
    "Start date of current legal status",
    "Date of Latest Statutory Review",
    "Date of Last Social Work Visit",
    "Date of Last IRO Visit / Contact to the Child",
    "Date Ceased to be Looked After",
    "Reason Ceased to be Looked After",
    "Start Date of Most Recent Placement",
    ...ALLOCATED,
  ],
  "List 9": [...PERSON, ...ALLOCATED, "Allocated Personal Advisor", "Latest Date of Contact", "LA in Touch"],
  "List 10": [...PERSON, "Date the Child Entered Care", "Date of Placement Order", "Date of Adoption Order"],
  "List 11": ["Individual adopter identifier", "Date enquiry received", "Date Stage 1 started"],
};

function workbook(rows: Readonly<Record<string, readonly Readonly<Record<string, CellValue>>[]>> = {}) {
  return Object.entries(HEADINGS).map(([name, headings]) =>
    sheet(name, [
      headings,
      ...(rows[name] ?? []).map((row) => headings.map((heading) => row[heading] ?? "")),
    ]),
  );
}

test("Lists 1 to 8 are read, 9 to 11 hold nothing that the pack counts", () => {
  const { recognition } = readWorkbook(workbook());
  expect(recognition.annexA).toBe(true);
  expect(Object.fromEntries(recognition.lists.map((m) => [m.sheets[0]!.sheet.name, m.list]))).toEqual({
    "List 1": "contacts",
    "List 2": "early-help",
    "List 3": "referrals",
    "List 4": "assessments",
    "List 5": "section-47",
    "List 6": "cin-plans",
    "List 7": "cp-plans",
    "List 8": "cla",
  });
  expect(recognition.lists.every((match) => match.confidence === "named")).toBe(true);
});

test("they give the columns of the figures that SPEC §2 promises, and none of another figure's", () => {
  const { lists } = readWorkbook(workbook());
  const has = (id: Parameters<typeof lists.get>[0], ...columns: string[]) =>
    columns.filter((column) => lists.get(id)?.has(column));
  expect(has("early-help", "assessment", "referral", "start", "end")).toEqual(["assessment"]);
  expect(has("section-47", "strategy", "icpc", "team", "completed", "outcome")).toEqual([
    "strategy",
    "icpc",
    "team",
  ]);
  expect(has("cin-plans", "start", "end", "lastVisit", "lastSupervision", "team")).toEqual([
    "start",
    "end",
    "lastVisit",
    "team",
  ]);
  expect(has("cp-plans", "previousPlans", "lastVisit", "lastCoreGroup", "lastSupervision")).toEqual([
    "previousPlans",
    "lastVisit",
  ]);
  expect(has("cla", "lastVisit", "end", "visitFrequency", "carePlan", "lastSupervision")).toEqual([
    "lastVisit",
    "end",
  ]);
  expect(lists.get("care-leavers")).toBeNull();
  expect(lists.get("allocations")).toBeNull();
  expect(lists.get("strategy-discussions")).toBeNull();
});

const CIN_ROWS = [
  "a) Looked after child",
  "c) Child in need plan",
  "b) Child Protection plan",
  "Child in Need Plan",
  "",
];

test("of List 6 only rows whose case status means a child in need plan count", () => {
  const rows = CIN_ROWS.map((status, i) => ({
    "Child Unique ID": `C${i}`,
    "CIN Start Date": 45000,
    "Case Status": status,
  }));
  const { lists } = readWorkbook(workbook({ "List 6": rows }));
  expect([...lists.get("cin-plans")!.rowOf]).toEqual([3, 5]);
});

test("on any other sheet the case status excludes nobody", () => {
  const plans = sheet("CIN Plans", [
    ["Child Unique ID", "CIN Start Date", "Case Status", "Allocated Team"],
    ["C1", 45000, "Open", "SWF East 1"],
  ]);
  const { lists, recognition } = readWorkbook([plans]);
  expect(lists.get("cin-plans")!.rowCount).toBe(1);
  expect(recognition.annexA).toBe(false);
});

test("List 6 is known by the columns that only it has, whatever the sheet is called", () => {
  const rows = ["Open", "c) Child in need plan"].map((status, i) => ({
    "Child Unique ID": `C${i}`,
    "CIN Start Date": 45000,
    "Case Status": status,
  }));
  const list6 = workbook({ "List 6": rows }).find(({ name }) => name === "List 6")!;
  const { lists, recognition } = readWorkbook([{ ...list6, name: "Sheet1" }]);
  expect(lists.get("cin-plans")!.rowCount).toBe(1);
  expect(recognition.annexA).toBe(true);
});

test.each([
  "List_6",
  "List6",
  "LIST 06",
  "AnnexA List 6",
  "Annex A - 6",
  "AnnexA_6",
  "AA_6_children_in_need",
  "List 6 - Children in Need",
  "List 6 (2023-07)",
])("%s is List 6", (name) => expect(annexASheet(name)?.number).toBe(6));

test.each([
  "List 10",
  "List_11",
  "List 16",
  "List 61",
  "CIN 6",
  "Sheet6",
  "Checklist 6",
  "List",
  "2023 List",
  "6",
])("%s is no list of Annex A that is read", (name) => expect(annexASheet(name)).toBeNull());

test("any spelling of a tab of Annex A is that list, and no other number is", () => {
  const gap = fc.constantFrom("", " ", "_", "-", " - ", ".", "  ");
  const intro = fc.constantFrom(
    "List",
    "list",
    "LIST",
    "Annex A List",
    "AnnexA list",
    "annex_a_list",
    "Annex A",
    "AA",
  );
  const words = fc.constantFrom("", " Children in Need", "_cin", " - July 2023", " (2)", " final");
  fc.assert(
    fc.property(
      intro,
      gap,
      fc.integer({ min: 1, max: 30 }),
      fc.boolean(),
      words,
      (list, between, number, zero, after) => {
        const name = `${list}${between}${zero ? "0" : ""}${number}${after}`;
        expect(annexASheet(name)?.number ?? null).toBe(number <= 8 ? number : null);
      },
    ),
  );
});

test("List 6 cannot be read without its case status", () => {
  const { recognition, log } = readWorkbook([
    sheet("List 6", [["Child Unique ID", "CIN Start Date", "Allocated Team"]]),
  ]);
  expect(recognition.get("cin-plans")).toBeNull();
  expect(placesIn(log)).toEqual(["missing-required-column List 6!A1"]);
});

test("one query says that the child was seen and not visited, one that List 8 has no visit frequency", () => {
  expect(issuesOf(workbook())).toEqual(["seen-not-visited List 6!H1", "visit-frequency-assumed List 8!F1"]);
});

test("a sheet with the list's own name goes before its Annex A sheet", () => {
  const cinPlans = sheet("CIN Plans", [["Child Unique ID", "CIN Plan Start Date", "Allocated Team"]]);
  const { recognition } = readWorkbook([...workbook(), cinPlans]);
  expect(recognition.get("cin-plans")?.sheets[0]?.sheet.name).toBe("CIN Plans");
  expect(recognition.get("cin-plans")?.otherCandidates.map((other) => other.sheet.name)).toEqual(["List 6"]);
});
