import fc from "fast-check";
import type { CellValue } from "../../../src/clinic/cells/worksheet";
import { issuesOf, placesIn, readWorkbook, sheet, team } from "./workbook";

const CIN = ["Child Unique ID", "CIN Plan Start Date", "CIN Plan End Date", "Allocated Team"];
const T = "SWF Central 1";

function cin(...rows: CellValue[][]) {
  return sheet("CIN Plans", [CIN, ...rows]);
}

function readingIssues(rows: CellValue[][]): string[] {
  return issuesOf([cin(...rows)]).filter((issue) => !issue.startsWith("extract-older"));
}

test("records keep their worksheet rows wherever the used range begins", () => {
  const rows = [["CIN"], CIN, ["C1", 45000, "", T], ["", "", "", ""], ["C2", "45", "", T]];
  const { lists, log } = readWorkbook([sheet("CIN Plans", rows, { row: 4, column: 2 })]);
  const list = lists.get("cin-plans")!;
  expect([...list.rowOf]).toEqual([7, 9]);
  expect(list.rowCount).toBe(2);
  expect(list.columnLetter("start", 0)).toBe("D");
  expect(list.columnLetter("lastVisit", 0)).toBeNull();
  expect([...list.dates("start")]).toEqual([45000, 0]);
  expect(placesIn(log)).toEqual(["unreadable-date CIN Plans!D9"]);
  expect(list.has("lastVisit")).toBe(false);
  expect([...list.dates("lastVisit")]).toEqual([0, 0]);
  expect(list.sheetOf).toBeNull();
});

test("dates are read as serials, as ISO and British text, without their times, and from 1904 workbooks", () => {
  const cells = [45000.75, "2023-03-15", "15/03/2023", "15 March 2023", "15-Mar-23", "15.03.23"];
  const { lists } = readWorkbook([cin(...cells.map((cell, i) => [`C${i}`, cell, "", T]))]);
  expect([...lists.get("cin-plans")!.dates("start")]).toEqual(cells.map(() => 45000));
  const from1904 = readWorkbook([cin(["C1", 45000 - 1462, "15/03/2023", T])], { date1904: true }).lists;
  expect([...from1904.get("cin-plans")!.dates("start")]).toEqual([45000]);
  expect([...from1904.get("cin-plans")!.dates("end")]).toEqual([45000]);
});

test("IDs are compared as trimmed upper-case text, numbers as their digits, in every list", () => {
  const cp = sheet("CP Plans", [
    ["Child Unique ID", "CP Plan Start Date", "Allocated Team"],
    ["\u00a0ab1 ", 45000, T],
    ["123", 45000, T],
    ["0123", 45000, T],
  ]);
  const { lists } = readWorkbook([cin(["AB1", 45000, "", T], [123, 45000, "", T]), cp]);
  const [letters, digits] = lists.get("cin-plans")!.children();
  expect([...lists.get("cp-plans")!.children()].slice(0, 2)).toEqual([letters, digits]);
  expect(lists.get("cp-plans")!.children()[2]).not.toBe(digits);
});

test("a row without an ID is a child of its own and an error", () => {
  const { lists, log } = readWorkbook([cin(["", 45000, "", T], [" ", 45001, "", T], ["C1", 45000, "", T])]);
  expect(new Set(lists.get("cin-plans")!.children()).size).toBe(3);
  expect(placesIn(log)).toEqual(["missing-id CIN Plans!A2", "missing-id CIN Plans!A3"]);
});

test("an error value counts as blank and is one error, whatever the column", () => {
  expect(readingIssues([["#NUM!", "#REF!", "#VALUE!", "#NAME?"]])).toEqual([
    "error-value CIN Plans!A2",
    "error-value CIN Plans!B2",
    "error-value CIN Plans!C2",
    "error-value CIN Plans!D2",
  ]);
});

test("a missing start is an error, a missing end or authorisation is not", () => {
  expect(readingIssues([["C1", "", "", T]])).toEqual(["missing-start CIN Plans!B2"]);
  const assessments = sheet("Assessments", [
    ["Child Unique ID", "Assessment Start Date", "Assessment Authorised Date", "Allocated Team"],
    ["C1", 45120, "", T],
  ]);
  expect(issuesOf([assessments])).toEqual([]);
});

test("teams: blank, unknown and ambiguous ones are queries", () => {
  const teams = [team(T, ["Central"]), team("SWF East 1", ["Central"])];
  const sheets = [
    cin(["C1", 45120, 45125, " "], ["C2", 45120, 45125, "Elsewhere"], ["C3", 45120, 45125, "central"]),
  ];
  expect(issuesOf(sheets, { teams })).toEqual([
    "team-blank CIN Plans!D2",
    "team-unknown CIN Plans!D3",
    "team-ambiguous CIN Plans!D4",
  ]);
});

test("without a blank cell no team is called Team not recorded", () => {
  const { lists, directory } = readWorkbook([cin(["C1", 45000, "", T])]);
  lists.get("cin-plans")!.teams();
  expect(directory.teams.map(({ name }) => name)).toEqual([T, "SWF East 1"]);
});

test("a number is read from its digits as text; other text is an error and counts as blank", () => {
  const { lists, log } = readWorkbook([
    sheet("CP Plans", [
      ["Child Unique ID", "CP Plan Start Date", "Number of Previous CP Plans", "Allocated Team"],
      ["C1", 45000, 2, T],
      ["C2", 45000, " 3 ", T],
      ["C3", 45000, "two", T],
      ["C4", 45000, true, T],
      ["C5", 45000, "", T],
    ]),
  ]);
  expect(lists.get("cp-plans")!.values("previousPlans")).toEqual([2, 3, "", "", ""]);
  expect(placesIn(log)).toEqual(["text-not-number CP Plans!C4", "text-not-number CP Plans!C5"]);
});

test("text that begins like a formula is a query, a plain dash or a negative number is not", () => {
  expect(readingIssues([["=1+1", 45120, "", T]])).toEqual(["formula-like-text CIN Plans!A2"]);
  expect(readingIssues([["@x", 45120, "", "+SUM(1)"]])).toEqual([
    "formula-like-text CIN Plans!A2",
    "team-unknown CIN Plans!D2",
    "formula-like-text CIN Plans!D2",
  ]);
  expect(readingIssues([["-12", 45120, "", T]])).toEqual([]);
});

test("notes, totals and repeated headings are no records, and are queries", () => {
  const { lists, log } = readWorkbook([
    cin(
      ["C1", 45120, "", T],
      [...CIN],
      ["C2", 45120, "", T],
      ["Total", "", "", 2],
      ["Source: Mosaic, run 01/08/2023", "", "", ""],
      ["This extract holds open cases only", "", "", ""],
    ),
  ]);
  expect([...lists.get("cin-plans")!.rowOf]).toEqual([2, 4]);
  expect(placesIn(log).sort()).toEqual([
    "header-row-repeated CIN Plans!A3",
    "note-row-skipped CIN Plans!A5",
    "note-row-skipped CIN Plans!A6",
    "note-row-skipped CIN Plans!A7",
  ]);
});

test.each([["C99"], ["A B 12"], [4711], ["C-1/2"], ["SMITHJ"]])(
  "a row that holds nothing but the ID %s is a record without a start",
  (id) => {
    expect(readingIssues([[id, "", "", ""]])).toEqual(
      expect.arrayContaining(["missing-start CIN Plans!B2", "team-blank CIN Plans!D2"]),
    );
  },
);

test("a row without an ID whose date is text is a record, not a note", () => {
  const contacts = sheet("Contacts", [
    ["Child Unique ID", "Date of Contact"],
    ["", "31 July 2023"],
  ]);
  expect([...readWorkbook([contacts]).lists.get("contacts")!.dates("date")]).toEqual([45138]);
});

test("a split list is read as one, each part by its own headings", () => {
  const west = sheet("West", [
    ["Allocated Team", "CIN Plan Start Date", "Child Unique ID"],
    [T, "x", "C2"],
  ]);
  const { lists, log } = readWorkbook([sheet("East", [CIN, ["C1", 45000, 45100, T]]), west], {
    choices: { "cin-plans": ["East", "West"] },
  });
  const list = lists.get("cin-plans")!;
  expect(list.sheets).toEqual(["East", "West"]);
  expect([...(list.sheetOf ?? [])]).toEqual([0, 1]);
  expect([...list.dates("end")]).toEqual([45100, 0]);
  expect(list.dates("start")[1]).toBe(0);
  expect(placesIn(log)).toEqual(["unreadable-date West!B2"]);
});

test("allocations: a worker is needed; a child only where there is no number of allocations", () => {
  const headings = ["Worker ID", "Qualifying Status", "Allocated Team", "Child Unique ID"];
  expect(issuesOf([sheet("Allocations", [headings, ["", "SW", T, "C1"], ["W1", "SW", T, ""]])])).toEqual([
    "missing-worker Allocations!A2",
    "missing-id Allocations!D3",
  ]);
  const counted = sheet("Allocations", [
    [...headings, "No. of Allocations"],
    ["W1", "SW", T, "", 12],
    ["Total", "", "", "", 12],
  ]);
  const read = readWorkbook([counted]).lists.get("allocations")!;
  expect(read.values("count")).toEqual([12]);
  expect(issuesOf([counted])).toEqual(["note-row-skipped Allocations!A3"]);
});

test("past figures are no records", () => {
  const { lists, recognition } = readWorkbook([
    sheet("Past Figures", [
      ["Indicator", "Jul-22"],
      ["cp", 3],
    ]),
  ]);
  expect(recognition.get("past-figures")).not.toBeNull();
  expect(lists.get("past-figures")).toBeNull();
});

test("an issue is raised once, however often a column is asked for", () => {
  const { lists, log } = readWorkbook([cin(["C1", "soon", "", T])]);
  lists.get("cin-plans")!.dates("start");
  lists.get("cin-plans")!.dates("start");
  expect(placesIn(log)).toEqual(["unreadable-date CIN Plans!B2"]);
});

test("what is read does not depend on column order, further columns, blank rows or titles", () => {
  const cell = fc.constantFrom<CellValue>(45000, "31/07/2023", "", "soon", "#N/A");
  const row = fc.tuple(
    fc.constantFrom<CellValue>("C1", " c2", 7, ""),
    cell,
    cell,
    fc.constantFrom(T, "", "New"),
  );
  const rows = fc.array(row, { maxLength: 8 });
  const layout = fc.record({
    order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
    titles: fc.nat({ max: 5 }),
    blankAfter: fc.nat({ max: 8 }),
  });
  fc.assert(
    fc.property(rows, layout, (records, { order, titles, blankAfter }) => {
      const table = [CIN, ...records] as CellValue[][];
      const laidOut = table.map((cells) => order.map((column) => cells[column] ?? ""));
      laidOut.splice(1 + Math.min(blankAfter, records.length), 0, ["", " ", ""]);
      const above: CellValue[][] = Array.from({ length: titles }, () => ["A title"]);
      expect(readAll([sheet("CIN Plans", [...above, ...laidOut])])).toEqual(
        readAll([sheet("CIN Plans", table)]),
      );
    }),
  );
});

function readAll(sheets: Parameters<typeof readWorkbook>[0]) {
  const { lists, log } = readWorkbook(sheets);
  const list = lists.get("cin-plans")!;
  return {
    start: [...list.dates("start")],
    end: [...list.dates("end")],
    children: [...list.children()],
    teams: [...list.teams()],
    issues: log
      .issues()
      .map(({ code, cells }) => `${code} ${cells.length}`)
      .sort(),
  };
}
