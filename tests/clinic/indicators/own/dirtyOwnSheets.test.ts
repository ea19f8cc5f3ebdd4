/** What extracts of a council's own hold besides what they should: nothing of it is counted in silence (SPEC §2, §8). */
import { calculateClinic } from "../../../../src/clinic/calculate/calculateClinic";
import type { CellValue } from "../../../../src/clinic/cells/worksheet";
import type { ClinicReport } from "../../../../src/clinic/report";
import { day } from "../../../support/madeList";
import { measures, setupTable, type MeasureEntries } from "../../../support/ownTwins";

const HEADINGS = ["child unique id", "Placed", "Left", "Moves", "Team now", "DOB", "Review due", "Reason"];
const began = day("2022-02-01");
const ROWS: readonly (readonly CellValue[])[] = [
  ["P1", began, "", 3, "Alder", day("2010-01-01"), "NULL", "NULL"],
  ["P2", began, "NULL", "four", "NULL", "13/13/2011", day("2023-07-01"), "Placement ended"],
  ["P3", began, "", 2, "Beech", "", "tbc", "N/A"],
  ["", began, "", 5, "Alder", day("2008-01-01"), "", "Moved"],
  ["null", began, "", 5, "Alderr", day("2008-01-01"), "", "Moved"],
  ["P1", began, "", 1, "P3", day("2010-01-01"), "", "#N/A"],
  ["Total", "", "", 16, "", "", "", ""],
];

const OPEN: MeasureEntries = {
  List: "Placements SSRS",
  Counted: "open at month end",
  Start: "Placed",
  End: "Left",
  Team: "Team now",
};
const OWN: readonly MeasureEntries[] = [
  { ID: "moves", Title: "Three or more moves", Measure: "share with", With: "Moves >= 3", ...OPEN },
  { ID: "reasons", Title: "Reason recorded", Measure: "share with", With: "Reason not blank", ...OPEN },
  { ID: "reviews", Title: "Reviews not overdue", Measure: "share not overdue", "Due date": "Review due", ...OPEN },
  { ID: "older", Title: "Aged 12 or over", Measure: "count", "Only where": "Age >= 12", ...OPEN },
  { ID: "placed", Title: "Children placed", Measure: "count", Each: "child", ...OPEN },
]; // prettier-ignore

let report: ClinicReport;

beforeAll(() => {
  report = calculateClinic(
    {
      sheets: [
        { name: "Placements SSRS", firstRow: 2, firstColumn: 1, rows: [["Placement history"], HEADINGS, ...ROWS] },
      ],
      settings: [
        setupTable("ClinicOptions", [{ Setting: "Reporting month", Value: "2023-07" }]),
        setupTable("ClinicTeams", [{ Team: "Alder" }, { Team: "Beech" }]),
        measures(...OWN),
      ],
      history: null,
      choices: {},
      date1904: false,
    },
    day("2023-08-14"),
  ); // prettier-ignore
});

const shares = (id: string) =>
  report.tables
    .find((table) => table.id === id)
    ?.rows.map(({ team, numerator, denominator }) => `${team}: ${numerator} of ${denominator}`);
const count = (id: string) => report.demandMonthEnd.find((row) => row.id === id)?.values.at(-1);

test("a word for nothing is no team, no reason, no end and no due date", () => {
  expect(shares("moves")).toEqual(["Alder: 2 of 2", "Alderr: 1 of 1", "Beech: 0 of 1", "Team not recorded: 0 of 2"]); // prettier-ignore
  expect(shares("reasons")).toEqual(["Alder: 1 of 2", "Alderr: 1 of 1", "Beech: 0 of 1", "Team not recorded: 1 of 2"]); // prettier-ignore
  expect(shares("reviews")).toEqual(["Alder: 2 of 2", "Alderr: 1 of 1", "Beech: 1 of 1", "Team not recorded: 1 of 2"]); // prettier-ignore
});

test("rows without an ID, or with a word for nothing in its place, are children of their own", () => {
  expect(count("placed")).toBe(5); // P1 twice, P2, P3, and two without an ID
  expect(count("older")).toBe(4);
});

test("what could not be used as it stands is an issue at its cell, once, whatever number of indicators read it", () => {
  const found = report.issues
    .filter(({ sheet }) => sheet === "Placements SSRS")
    .map(({ severity, code, cells }) => `${severity} ${code} ${cells.join(", ")}`);
  expect(found).toEqual([
    "error missing-id B8, B9",
    "error id-in-cell F10",
    "error text-not-number E6",
    "error unreadable-date G6",
    "query note-row-skipped B11",
    "query team-unknown F9",
    "query words-for-nothing F4",
    "query words-for-nothing I4",
    "query words-for-nothing D4",
    "query words-for-nothing H4",
  ]);
});

test("rows whose age is not known are told at the condition that asks for it", () => {
  const [query] = report.issues.filter(({ code }) => code === "own-measure-without-age");
  expect(query?.sheet).toBe("Clinic Setup");
  expect(query?.message).toContain("date of birth that can be read: 2.");
});

test("no page names a child or a word for nothing as a team", () => {
  const teams = report.tables.flatMap(({ rows }) => rows.map(({ team }) => team));
  expect(teams).not.toContain("P3");
  expect(teams).not.toContain("NULL");
});
