import { calculateClinic } from "../../../src/clinic/calculate/calculateClinic";
import type { CellValue, SheetValues } from "../../../src/clinic/cells/worksheet";
import type { ChildToDo } from "../../../src/clinic/report";
import { day } from "../../support/madeList";

/** The month is May 2024; A is Friday 31 May. */
const TODAY = day("2024-06-05");
const A = day("2024-05-31");

function sheet(name: string, ...rows: readonly (readonly CellValue[])[]): SheetValues {
  return { name, firstRow: 0, firstColumn: 0, rows };
}

const CONTACTS = sheet("Contacts", ["Child Unique ID", "Date of Contact"], ["X", A]);
const CIN = [
  "Child Unique ID",
  "CIN Plan Start Date",
  "CIN Plan End Date",
  "Last CIN Visit Date",
  "Allocated Team",
];
const ASSESSMENTS = [
  "Child Unique ID",
  "Assessment Start Date",
  "Assessment Authorised Date",
  "Allocated Team",
];

function reportOf(...sheets: readonly SheetValues[]) {
  const tables = [
    { name: "ClinicOptions", headings: ["Setting", "Value"], rows: [["Reporting month", "2024-05"]] },
  ];
  const settings = tables.map((table) => ({
    ...table,
    sheet: "Clinic Settings",
    headerRow: 2,
    firstColumn: 0,
  }));
  return calculateClinic(
    { sheets: [CONTACTS, ...sheets], settings, history: null, choices: {}, date1904: false },
    TODAY,
  );
}

function said(children: readonly ChildToDo[]): readonly unknown[] {
  return children.map(({ child, things }) => [child, ...things.map(({ what, due }) => [what, due - A])]);
}

describe("what is still to be done of CIN visits, 42 days after the last", () => {
  const { outstanding, dueSoon } = reportOf(
    sheet(
      "CIN Plans",
      CIN,
      ["late", day("2023-01-01"), "", A - 50, "SWF 1"],
      ["never", day("2023-01-01"), "", "", "SWF 1"],
      ["that day", day("2023-01-01"), "", A - 42, "SWF 1"],
      ["day before", day("2023-01-01"), "", A - 43, "SWF 1"],
      ["tenth working day", day("2023-01-01"), "", A - 28, "SWF 1"],
      ["after it", day("2023-01-01"), "", A - 27, "SWF 1"],
      ["seen since", day("2023-01-01"), "", A + 2, "SWF 1"],
      ["closed", day("2023-01-01"), A - 5, A - 90, "SWF 1"],
    ),
  );

  test("late and not done: the longest first, nobody who was seen after the as-at date", () => {
    expect(outstanding.map(({ child }) => child)).toEqual(["never", "late", "day before"]);
    expect(said(outstanding).slice(1)).toEqual([
      ["late", ["CIN visit", -8]],
      ["day before", ["CIN visit", -1]],
    ]);
    expect(outstanding[0]!.things[0]).toMatchObject({ date: null });
  });

  test("due soon: from the as-at date itself up to the tenth working day after it", () => {
    expect(said(dueSoon)).toEqual([
      ["that day", ["CIN visit", 0]],
      ["tenth working day", ["CIN visit", 14]],
    ]);
  });
});

test("an assessment that nobody has authorised is outstanding past 45 working days, whatever month it fell due in", () => {
  const { outstanding } = reportOf(
    sheet(
      "Assessments",
      ASSESSMENTS,
      ["old", day("2024-01-08"), "", "BIT 1"],
      ["done", day("2024-01-08"), day("2024-05-20"), "BIT 1"],
      ["done since", day("2024-01-08"), day("2024-06-03"), "BIT 1"],
    ),
  );
  expect(outstanding.map(({ child, things }) => [child, things.map(({ what }) => what)])).toEqual([
    ["old", ["assessment"]],
  ]);
  expect(outstanding[0]!.things[0]).toMatchObject({ indicator: "assessments-45wd", unit: "working days" });
});

test("a child with a visit and an assessment due has one row, under both teams", () => {
  const { outstanding } = reportOf(
    sheet("CIN Plans", CIN, [" c1 ", day("2023-01-01"), "", A - 50, "SWF 1"]),
    sheet("Assessments", ASSESSMENTS, ["C1", day("2024-01-08"), "", "BIT 1"]),
  );
  expect(outstanding).toHaveLength(1);
  expect(outstanding[0]!.teams).toEqual(["BIT 1", "SWF 1"]);
});

test("the full list says what is done late and what is open still", () => {
  const { outOfTime } = reportOf(
    sheet(
      "Assessments",
      ASSESSMENTS,
      ["late", day("2024-01-08"), day("2024-05-20"), "BIT 1"],
      ["open", day("2024-04-08"), "", "BIT 1"],
    ),
  );
  expect(outOfTime.map(({ child, indicator, state }) => [child, indicator, state])).toEqual([
    ["open", "assessments-20wd", "to do"],
    ["late", "assessments-45wd", "done"],
  ]);
});
