/** Extracts whose words, dates or names were once taken wrongly: their figures, and what is said of them. */
import type { ClinicReport } from "../../src/clinic/report";
import { caseloadsIn, figuresIn, issuesIn } from "../dirty/outcome";
import { reportOfCase } from "./caseFiles";

function messageOf(report: ClinicReport, code: string): string {
  return report.issues.find((issue) => issue.code === code)?.message ?? "";
}

test("List_6 is Annex A's list of children in need: only its child in need plans count", async () => {
  const report = await reportOfCase("annexa-list6-underscore");
  expect(figuresIn(report)["cin-not-cwd"]).toBe(2);
  expect(issuesIn(report)).toContain("query seen-not-visited List_6!E1");
  expect(messageOf(report, "case-status-left-out")).toBe(
    "Rows whose case status does not mean a child in need plan are left out: 3, with the words " +
      "“a) Looked after child” 1, “b) Child Protection plan” 1, “d) Open assessment” 1.",
  );
});

test("other wordings of a child in need plan count, and the words left out are named", async () => {
  const report = await reportOfCase("annexa-list6-status-wording");
  expect(figuresIn(report)["cin-not-cwd"]).toBe(2);
  expect(messageOf(report, "case-status-left-out")).toContain(
    "2, with the words “b) CP plan” 1, “a) LAC” 1.",
  );
});

test("day and month that a program has swapped are one query, and no date is changed", async () => {
  const report = await reportOfCase("dates-day-month-swapped");
  expect(figuresIn(report)["contacts"]).toBe(20);
  expect(issuesIn(report).filter((issue) => issue.includes("swapped"))).toEqual([
    "query day-month-swapped Contacts!B1",
  ]);
});

test("words for nothing are blank, with one query a column", async () => {
  const report = await reportOfCase("placeholder-words");
  expect(figuresIn(report)["cp"]).toBe(13);
  const tables = report.tables.flatMap(({ rows }) => rows.map(({ team }) => team));
  for (const word of ["NULL", "(blank)", "N/A", "None", "Unknown", "-"]) expect(tables).not.toContain(word);
  expect(tables).toContain("Team not recorded");
  const caseloads = Object.values(caseloadsIn(report) ?? {}).flat();
  expect(caseloads.every((line) => line.startsWith("5 SW"))).toBe(true);
  expect(issuesIn(report).filter((issue) => issue.includes("words-for-nothing"))).toEqual([
    "query words-for-nothing Allocations!A1",
    "query words-for-nothing Allocations!B1",
    "query words-for-nothing CP Plans!A1",
    "query words-for-nothing CP Plans!H1",
  ]);
  expect(issuesIn(report)).toContain("query worker-unallocated Allocations!A1");
});

test("a sheet a plan: the plan of visits, core groups and supervisions is in the sheet's name", async () => {
  const report = await reportOfCase("separate-visit-sheets");
  const figures = figuresIn(report);
  expect(figures["cp-visits-10wd"]).toEqual([1, 1]);
  expect(figures["cp-core-groups"]).toEqual([1, 1]);
  expect(figures["cp-supervision"]).toEqual([1, 1]);
  expect(report.sources.map(({ sheets }) => sheets).flat()).toEqual([
    "Contacts",
    "CP Plans",
    "CP Visits",
    "CIN Visits",
    "CP Core Groups",
    "CP Supervision",
  ]);
});

test("children of teams that look like none of the clinic's are not lost from a table of their own", async () => {
  const report = await reportOfCase("cla-teams-all-outside-clinic");
  expect(figuresIn(report)["cla"]).toBe(30);
  expect(figuresIn(report)["cla-visits"]).toEqual([30, 0]);
});

test("tables of the Standard Safeguarding Dataset read as they are, and a query says what it lacks", async () => {
  const report = await reportOfCase("ssd-raw-tables");
  expect(figuresIn(report)).toMatchObject({
    contacts: 1,
    "assessments-completed": 1,
    cp: 1,
    "cin-not-cwd": 1,
    "cp-repeat": null,
  });
  expect(issuesIn(report)).toContain("query ssd-lacks ssd_contacts");
});
