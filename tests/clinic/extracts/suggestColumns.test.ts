/** "Match columns" (SPEC §3): what is suggested for headings that no list knows, and that it gives away no cell. */
import fc from "fast-check";
import { likeliestLists, suggestColumns } from "../../../src/clinic/extracts/suggestColumns";
import type { CellValue } from "../../../src/clinic/cells/worksheet";
import type { ListId } from "../../../src/clinic/lists/lists";
import { sheet } from "./workbook";

const TEAMS = ["SWF East 1", "SWF East 2", "BIT West"];

/** Rows of IDs, teams and days: a column for each letter of `kinds`. */
function rowsOf(kinds: string, count = 12): CellValue[][] {
  const cell: Record<string, (row: number, column: number) => CellValue> = {
    i: (row) => `P${10_000 + row}`,
    n: (row) => 700_000 + row * 13,
    t: (row) => TEAMS[row % 3]!,
    d: (row, column) => 45_000 + row * 3 + column,
    e: (row) => (row % 3 === 0 ? "12/06/2023" : ""),
    c: (row) => row % 2,
    b: () => "",
  };
  return Array.from({ length: count }, (_, row) =>
    [...kinds].map((kind, column) => cell[kind]!(row, column)),
  );
}

function suggested(list: ListId, headings: readonly string[], kinds: string): Record<string, string | null> {
  const found = suggestColumns(sheet("Export", [headings, ...rowsOf(kinds)]), list, false)!;
  return Object.fromEntries(found.columns.map(({ column, suggested: heading }) => [column, heading]));
}

test("headings as case systems export them are suggested for their columns", () => {
  expect(
    suggested("cin-plans", ["Person ID", "Case Worker Team", "CiN Start", "CiN End", "Last Seen"], "itded"),
  ).toMatchObject({
    "Child Unique ID": "Person ID",
    "CIN Plan Start Date": "CiN Start",
    "CIN Plan End Date": "CiN End",
    "Last CIN Visit Date": "Last Seen",
    "Allocated Team": "Case Worker Team",
  });
  expect(suggested("cla", ["LCS Number", "LAC Start", "Team Responsible for Case"], "ndt")).toMatchObject({
    "Child Unique ID": "LCS Number",
    "Date Started to be Looked After": "LAC Start",
    "Allocated Team": "Team Responsible for Case",
  });
});

test("words that no list knows are suggested by what they share with names that are known", () => {
  expect(
    suggested(
      "cp-plans",
      ["CYP Ref", "CP Commenced", "CP Ceased", "Most Recent Core Group", "Unit"],
      "iddet",
    ),
  ).toMatchObject({
    "Child Unique ID": "CYP Ref",
    "CP Plan Start Date": "CP Commenced",
    "CP Plan End Date": "CP Ceased",
    "Last Core Group Date": "Most Recent Core Group",
    "Allocated Team": "Unit",
  });
});

test("cells of another kind speak against a heading: a start that holds teams is none", () => {
  const columns = suggested("cin-plans", ["Person ID", "CIN Started", "Team"], "itt");
  expect(columns["CIN Plan Start Date"]).toBeNull();
});

test("of several plans on one sheet each list is suggested its own start", () => {
  const headings = ["Client ID", "CIN Began", "CP Began", "LAC Began", "Team"];
  expect(suggested("cin-plans", headings, "idddt")["CIN Plan Start Date"]).toBe("CIN Began");
  expect(suggested("cp-plans", headings, "idddt")["CP Plan Start Date"]).toBe("CP Began");
  expect(suggested("cla", headings, "idddt")["Date Started to be Looked After"]).toBe("LAC Began");
});

test("one heading is suggested for one column only, and required columns come first", () => {
  const found = suggestColumns(
    sheet("Export", [["Person ID", "Start Date", "Team"], ...rowsOf("idt")]),
    "cin-plans",
    false,
  )!;
  expect(found.columns.map(({ required }) => required)).toEqual(
    [...found.columns.map(({ required }) => required)].sort((a, b) => Number(b) - Number(a)),
  );
  const given = found.columns.flatMap(({ suggested: heading }) => heading ?? []);
  expect(new Set(given).size).toBe(given.length);
});

test("cells are described without any of their words", () => {
  const found = suggestColumns(
    sheet("Export", [["Ref", "Number", "Began", "Team", "Ended"], ...rowsOf("incdb")]),
    "cin-plans",
    false,
  )!;
  expect(found.headings.map(({ heading, look }) => [heading, look.inWords])).toEqual([
    ["Ref", "text of 6 characters"],
    ["Number", "numbers"],
    ["Began", "numbers"],
    ["Team", "dates"],
    ["Ended", "blank"],
  ]);
});

test("no cell below the headings is found in what is suggested", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.stringMatching(/^[a-z]{9}$/), fc.stringMatching(/^[a-z]{9} [a-z]{9}$/)), {
        minLength: 3,
        maxLength: 20,
      }),
      (rows) => {
        const found = suggestColumns(
          sheet("Export", [["Person ID", "Worker's Name"], ...rows]),
          "cin-plans",
          false,
        );
        const told = JSON.stringify(found);
        for (const cell of rows.flat()) expect(told).not.toContain(cell);
      },
    ),
    { numRuns: 50 },
  );
});

test("the headings are found under titles, and not among the rows", () => {
  const rows = [
    ["Open cases by team", "", ""],
    ["Run on 01/08/2023", "", ""],
    ["", "", ""],
    ["Kennung", "Beginn der Hilfe", "Bereich"],
    ...rowsOf("idt"),
  ];
  expect(suggestColumns(sheet("Export", rows), "cin-plans", false)?.headerRow).toBe(3);
});

test("a sheet without a row of headings suggests nothing", () => {
  expect(
    suggestColumns(
      sheet("Export", [
        [1, 2],
        [3, 4],
      ]),
      "cin-plans",
      false,
    ),
  ).toBeNull();
  expect(suggestColumns(sheet("Blank", []), "cla", false)).toBeNull();
});

test("the lists that a sheet may be come with the likeliest first", () => {
  const cases = sheet("Export 1", [["Person Ref", "LAC Began", "LAC Ceased", "Unit"], ...rowsOf("idet")]);
  expect(likeliestLists(cases, false)[0]).toBe("cla");
  const workers = sheet("Export 2", [
    ["Practitioner Ref", "Qualification", "Unit", "No. of Allocations"],
    ...rowsOf("ittc"),
  ]);
  expect(likeliestLists(workers, false)[0]).toBe("allocations");
});
