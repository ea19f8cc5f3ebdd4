import fc from "fast-check";
import { LISTS, listSpec } from "../../../src/clinic/lists/lists";
import type { ListId } from "../../../src/clinic/lists/lists";
import { recogniseLists } from "../../../src/clinic/extracts/recognise";
import type { CellValue, ListChoices, SheetValues } from "../../../src/clinic/cells/worksheet";
import { createIssueLog } from "../../../src/clinic/issues/issueLog";
import { placesIn, sheet } from "./workbook";

const CIN = [
  "Child Unique ID",
  "CIN Plan Start Date",
  "CIN Plan End Date",
  "Last CIN Visit Date",
  "Allocated Team",
];
const CP = ["Child Unique ID", "CP Plan Start Date", "CP Plan End Date", "Allocated Team"];
const ASSESSMENTS = [
  "Child Unique ID",
  "Assessment Start Date",
  "Assessment Authorised Date",
  "Allocated Team",
];

function recognise(sheets: readonly SheetValues[], choices: ListChoices = {}) {
  const log = createIssueLog();
  const recognition = recogniseLists(sheets, choices, log);
  const found = Object.fromEntries(
    recognition.lists.map((match) => [match.list, match.sheets.map((s) => s.sheet.name).join("+")]),
  );
  return { recognition, found, issues: placesIn(log), log };
}

function ownHeadings(id: ListId): string[] {
  return listSpec(id).columns.map((column) => column.heading);
}

test("every list is recognised by its own headings on a sheet of any name, event lists by name only", () => {
  const sheets = LISTS.filter((spec) => !spec.byNameOnly).map((spec, i) =>
    sheet(`Tab ${i}x`, [ownHeadings(spec.id), ["a"]]),
  );
  const { found, issues } = recognise(sheets);
  expect(Object.keys(found)).toEqual(LISTS.filter((spec) => !spec.byNameOnly).map((spec) => spec.id));
  expect(issues).toEqual([]);
  expect(recognise([sheet("Sheet1", [ownHeadings("visits")])]).found).toEqual({});
  expect(recognise([sheet("Visits", [ownHeadings("visits")])]).found).toEqual({ visits: "Visits" });
});

test("headings match without case, spaces, underscores, punctuation, quotes, line breaks or non-breaking spaces", () => {
  const headings = ['"child_unique\u00a0ID"', "CIN\nPlan start DATE", "Allocated_Team*"];
  const { recognition } = recognise([sheet("Sheet1", [headings])]);
  const match = recognition.get("cin-plans");
  expect([...(match?.sheets[0]?.columns.keys() ?? [])]).toEqual(["child", "start", "team"]);
  expect(match?.sheets[0]?.missingColumns).toContain("CIN Plan End Date");
  expect(match?.confidence).toBe("matched");
});

test("what stands in brackets after a heading makes no difference", () => {
  const headings = ["Child Unique ID (LCS)", "CIN Plan Start Date (dd/mm/yyyy)", "Allocated Team"];
  expect(recognise([sheet("Sheet1", [headings])]).found).toEqual({ "cin-plans": "Sheet1" });
});

test("the header row is the first of 50 that holds the required columns", () => {
  const title = (rows: number) => Array.from({ length: rows }, () => ["CIN Plans", "", "Plan"]);
  const { recognition } = recognise([sheet("Sheet1", [...title(49), CIN, ["C1", 45000, "", "", "x"]])]);
  expect(recognition.get("cin-plans")?.sheets[0]?.headerRow).toBe(49);
  expect(recognise([sheet("Sheet1", [...title(50), CIN])]).found).toEqual({});
});

test("the list with most columns matched wins: assessments are not Early Help", () => {
  expect(recognise([sheet("Tab", [ASSESSMENTS])]).found).toEqual({ assessments: "Tab" });
  expect(recognise([sheet("Early Help", [ASSESSMENTS])]).found).toEqual({ assessments: "Early Help" });
});

test("a sheet with a list's name and all its columns is that list, whatever more it holds", () => {
  const headings = ["Child Unique ID", "Date of Contact", "Date of Referral", "Allocated Team"];
  expect(recognise([sheet("Contacts", [headings])]).found).toEqual({ contacts: "Contacts" });
  expect(recognise([sheet("Tab", [headings])]).found).toEqual({ referrals: "Tab" });
});

test("a list without a sheet takes one of its own name that another list does not need", () => {
  const earlyHelp = ["Child Unique ID", "Assessment Start Date", "Completed Date", "Allocated Team"];
  const { found, issues } = recognise([
    sheet("Early Help", [earlyHelp]),
    sheet("Assessments", [ASSESSMENTS]),
  ]);
  expect(found).toEqual({ "early-help": "Early Help", assessments: "Assessments" });
  expect(issues).toEqual([]);
});

test("of two sheets that fit, the one with the list's name is read, and that is a query naming both", () => {
  const { found, issues, log, recognition } = recognise([sheet("Old", [CIN]), sheet("CIN Plans", [CIN])]);
  expect(found).toEqual({ "cin-plans": "CIN Plans" });
  expect(issues).toEqual(["two-sheets-fit CIN Plans!"]);
  expect(log.issues()[0]?.message).toMatch(/“CIN Plans”.*“Old”/);
  expect(log.issues()[0]?.severity).toBe("query");
  expect(recognition.get("cin-plans")?.likelyParts).toEqual(["Old"]);
});

test("of two sheets without the list's name, the first is read", () => {
  const { found, recognition } = recognise([sheet("A", [CIN]), sheet("B", [CIN.slice(0, 2).concat("Team")])]);
  expect(found).toEqual({ "cin-plans": "A" });
  expect(recognition.get("cin-plans")?.likelyParts).toEqual([]);
});

test("names with a month or a copy number about them are the list's name after its own", () => {
  const { found } = recognise([sheet("Tab", [CIN]), sheet("CIN Plans July 2023 (2)", [CIN])]);
  expect(found).toEqual({ "cin-plans": "CIN Plans July 2023 (2)" });
});

test("general headings count only on a sheet that has the list's name or was chosen for it", () => {
  const headings = ["Child ID", "Start Date", "End Date", "Team"];
  expect(recognise([sheet("CIN", [headings])]).found).toEqual({ "cin-plans": "CIN" });
  expect(recognise([sheet("Tab", [headings])]).found).toEqual({ "care-leavers": "Tab" });
  expect(recognise([sheet("Tab", [headings])], { cla: ["Tab"] }).found).toEqual({ cla: "Tab" });
});

test("the analyst's choice overrules: another sheet, several sheets, or none", () => {
  const sheets = [sheet("CIN Plans", [CIN]), sheet("East", [CIN]), sheet("West", [CIN])];
  const split = recognise(sheets, { "cin-plans": ["east", "West"] });
  expect(split.found["cin-plans"]).toBe("East+West");
  expect(split.recognition.get("cin-plans")?.confidence).toBe("chosen");
  const absent = recognise(sheets, { "cin-plans": [] });
  expect(absent.found).toEqual({});
  expect(absent.recognition.absentByChoice).toEqual(["cin-plans"]);
  expect(absent.issues).toEqual([]);
});

test("a chosen sheet that has gone is a query, and the list is recognised as if nothing had been chosen", () => {
  const { found, issues } = recognise([sheet("CIN Plans", [CIN])], { "cin-plans": ["July"] });
  expect(found).toEqual({ "cin-plans": "CIN Plans" });
  expect(issues).toEqual(["chosen-sheet-missing July!"]);
});

test("a sheet with a list's name that lacks a required column is an error at its headings", () => {
  const { found, issues, log, recognition } = recognise([sheet("CIN Plans", [["CIN"], [], CIN.slice(0, 4)])]);
  expect(found).toEqual({});
  expect(issues).toEqual(["missing-required-column CIN Plans!A3"]);
  expect(log.issues()[0]?.message).toContain("Allocated Team");
  expect(recognition.unread).toEqual([
    { sheet: "CIN Plans", nearest: { list: "cin-plans", missing: ["Allocated Team"] }, isSettled: true },
  ]);
});

test("so is a sheet of any name that lacks one column to be a list that is not there", () => {
  expect(recognise([sheet("Tab", [CIN.slice(0, 4)])]).issues).toEqual(["missing-required-column Tab!A1"]);
  expect(recognise([sheet("Tab", [["Child ID", "Notes"]])]).issues).toEqual([]);
});

test("a group of which one is needed is named as a whole", () => {
  const { log } = recognise([sheet("Section 47", [["Child Unique ID", "Section 47 Outcome"]])]);
  expect(log.issues()[0]?.message).toContain("Strategy Discussion Date or Section 47 Completed Date");
});

test("the first of two equal headings is read, and that is a query; SPEC's own heading goes before another name", () => {
  const twice = recognise([sheet("Tab", [[...CP, "CP Plan End Date"]])]);
  expect(twice.recognition.get("cp-plans")?.sheets[0]?.columns.get("end")?.index).toBe(2);
  expect(twice.issues).toEqual(["duplicate-heading Tab!E1"]);
  const otherName = recognise([sheet("Tab", [["Team", ...CP]])]);
  expect(otherName.recognition.get("cp-plans")?.sheets[0]?.columns.get("team")?.index).toBe(4);
  expect(otherName.issues).toEqual([]);
});

test("Past Figures: a month a column or a month a row", () => {
  expect(recognise([sheet("Tab", [["Indicator", "Jul-22", 44774]])]).found).toEqual({
    "past-figures": "Tab",
  });
  expect(recognise([sheet("Tab", [["Month", "Indicator", "Value"]])]).found).toEqual({
    "past-figures": "Tab",
  });
  expect(recognise([sheet("Tab", [["ID", "Indicator", "Target"]])]).found).toEqual({});
  expect(recognise([sheet("Past Figures", [["Indicator", "Target"]])]).issues).toEqual([
    "no-month-columns Past Figures!A1",
  ]);
});

const OTHER_SYSTEMS: readonly (readonly [ListId, readonly string[]])[] = [
  ["contacts", ["Mosaic ID", "Contact Date"]],
  ["referrals", ["LCS ID", "Referral Date", "Team"]],
  ["section-47", ["Person ID", "S47 Start Date", "S47 End Date", "S47 Outcome", "ICPC Date"]],
  ["cin-plans", ["Person ID", "CIN Start Date", "CIN Closure Date", "Team Name"]],
  ["cp-plans", ["Child ID", "Child Protection Plan Start Date", "No. of Previous CP Plans", "Team"]],
  ["cla", ["Child ID", "LAC Start Date", "LAC End Date", "Visiting Frequency", "Allocated Team Name"]],
  ["allocations", ["Allocated Worker", "Qualifying Status", "Allocated_Team", "Number of Allocations"]],
];

test.each(OTHER_SYSTEMS)("%s under the headings of case systems", (id, headings) => {
  expect(recognise([sheet("Export", [headings])]).found).toEqual({ [id]: "Export" });
});

test("neither the order of columns, nor further ones, nor titles change what is found", () => {
  const listed = fc.constantFrom<ListId>(
    "cin-plans",
    "cp-plans",
    "cla",
    "assessments",
    "section-47",
    "allocations",
  );
  fc.assert(
    fc.property(
      listed,
      fc.infiniteStream(fc.nat()),
      fc.array(fc.constantFrom("Notes", "Ethnicity", "", "Ward", "Key 7"), { maxLength: 5 }),
      fc.nat({ max: 20 }),
      (id, order, more, titles) => {
        const own = ownHeadings(id);
        const shuffled = [...own, ...more]
          .map((heading) => ({ heading, place: order.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ heading }) => heading);
        const above: CellValue[][] = Array.from({ length: titles }, (_, i) => [i % 2 ? "" : `Run ${i}`]);
        const { recognition } = recognise([sheet("Tab", [...above, shuffled])]);
        const match = recognition.get(id)?.sheets[0];
        expect(match?.headerRow).toBe(titles);
        for (const { key, heading } of listSpec(id).columns)
          expect(shuffled[match?.columns.get(key)?.index ?? -1]).toBe(heading);
      },
    ),
  );
});
