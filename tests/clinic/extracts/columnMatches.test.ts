/** ClinicColumns and ClinicWords (SPEC §3): what the analyst has matched comes before every built-in name. */
import fc from "fast-check";
import { calculateClinic } from "../../../src/clinic/calculate/calculateClinic";
import { serialOf } from "../../../src/clinic/calendar/serials";
import type {
  CellValue,
  SheetValues,
  TableValues,
  WorkbookValues,
} from "../../../src/clinic/cells/worksheet";
import { recogniseLists } from "../../../src/clinic/extracts/recognise";
import { createIssueLog } from "../../../src/clinic/issues/issueLog";
import { listSpec } from "../../../src/clinic/lists/lists";
import { figuresIn, issuesIn } from "../../dirty/outcome";
import { readSample } from "../../support/readSample";
import { sheet } from "./workbook";

const TODAY = serialOf(2023, 8, 1);

function setup(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly CellValue[])[],
): TableValues {
  return { name, sheet: "Clinic Setup", headerRow: 2, firstColumn: 0, headings, rows };
}
const columns = (...rows: readonly CellValue[][]): TableValues =>
  setup("ClinicColumns", ["List", "Sheet", "Column", "Heading"], rows);
const words = (...rows: readonly CellValue[][]): TableValues =>
  setup("ClinicWords", ["List", "Column", "Word", "Means"], rows);

function workbook(sheets: readonly SheetValues[], ...settings: TableValues[]): WorkbookValues {
  return { sheets, settings, history: null, choices: {}, date1904: false };
}

describe("any headings, matched", () => {
  let sample: WorkbookValues;
  beforeAll(async () => {
    sample = await readSample();
  });

  it("give the sample's figures, in any order, under any sheet name", () => {
    const recognition = recogniseLists(sample.sheets, {}, createIssueLog());
    const expected = figuresIn(calculateClinic(sample, TODAY));
    const lists = recognition.lists.filter(({ list }) => list !== "past-figures");
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 1_000_000 })), (stream) => {
        const next = (): number => stream.next().value!;
        const rows: CellValue[][] = [];
        const foreign = new Map<string, SheetValues>();
        lists.forEach(({ list, sheets }, place) => {
          const { sheet: own, headerRow, columns: found } = sheets[0]!;
          const name = `Report ${place + 1}`;
          const order = own.rows[headerRow]!.map((_, column) => ({ column, at: next() }))
            .sort((a, b) => a.at - b.at)
            .map(({ column }) => column);
          const headings = own.rows[headerRow]!.map((_, column) => `Feld ${place}-${column}`);
          for (const { key, index } of found.values())
            rows.push([
              listSpec(list).name,
              next() % 2 === 0 ? name : "",
              listSpec(list).columns.find((column) => column.key === key)!.heading,
              headings[index]!,
            ]);
          const rowsOf = own.rows.map((cells, r) =>
            order.map((column) => (r === headerRow ? headings[column]! : (cells[column] ?? ""))),
          );
          foreign.set(own.name, { ...own, name, rows: rowsOf });
        });
        const sheets = sample.sheets.map((own) => foreign.get(own.name) ?? own);
        const made = calculateClinic(
          { ...sample, sheets, settings: [...sample.settings, columns(...rows)] },
          TODAY,
        );
        expect(figuresIn(made)).toEqual(expected);
      }),
      { numRuns: 2 },
    );
  });
});

const OPEN_CASES = sheet("Open cases", [
  ["Ref", "Began", "Closed", "Kind", "Unit"],
  ["A1", serialOf(2023, 3, 1), "", "CP plan", "SWF East 1"],
  ["A2", serialOf(2023, 3, 1), "", "CIN plan", "SWF East 1"],
  ["A3", serialOf(2023, 3, 1), "", "CIN plan", "SWF East 1"],
  ["A4", serialOf(2023, 3, 1), "", "LAC", "SWF East 1"],
]);
const CONTACTS = sheet("Contacts", [
  ["Child Unique ID", "Date of Contact"],
  ["K1", serialOf(2023, 7, 31)],
]);

function openCasesAs(list: string, start: string, where: string): CellValue[][] {
  return [
    [list, "Open cases", "Child Unique ID", "Ref"],
    [list, "Open cases", start, "Began"],
    [list, "Open cases", "Allocated Team", "Unit"],
    [list, "Open cases", "Only where", where],
  ];
}

test("one sheet feeds several lists, each with the rows that meet its condition", () => {
  const report = calculateClinic(
    workbook(
      [CONTACTS, OPEN_CASES],
      columns(
        ...openCasesAs("CIN Plans", "CIN Plan Start Date", "Kind = CIN plan"),
        ...openCasesAs("CP Plans", "CP Plan Start Date", "Kind contains CP"),
        ...openCasesAs("CLA", "Date Started to be Looked After", "Kind = LAC; CLA"),
      ),
    ),
    TODAY,
  );
  expect(figuresIn(report)).toMatchObject({ "cin-not-cwd": 2, cp: 1, cla: 1 });
});

test("a match whose heading is gone is an error at its cell", () => {
  const report = calculateClinic(
    workbook([CONTACTS], columns(["Contacts", "", "Date of Contact", "Day of contact"])),
    TODAY,
  );
  expect(figuresIn(report)["contacts"]).toBe(1);
  expect(issuesIn(report)).toContain("error matched-heading-missing Clinic Setup!D4");
});

test("a word that the analyst has given a meaning is read as that word", () => {
  const section47 = sheet("Section 47", [
    ["Child Unique ID", "Section 47 Completed Date", "Section 47 Outcome"],
    ["C1", serialOf(2023, 7, 14), "Route B"],
    ["C2", serialOf(2023, 7, 14), "NFA"],
  ]);
  const visits = sheet("Visits", [
    ["Child Unique ID", "Date", "Plan"],
    ["A2", serialOf(2023, 7, 20), "Tier 3"],
  ]);
  const cin = sheet("CIN Plans", [
    ["Child Unique ID", "CIN Plan Start Date", "CIN Plan End Date", "Allocated Team"],
    ["A2", serialOf(2023, 3, 1), "", "SWF East 1"],
  ]);
  const made = (...settings: TableValues[]) =>
    figuresIn(calculateClinic(workbook([CONTACTS, section47, visits, cin], ...settings), TODAY));
  expect(made()).toMatchObject({ "s47-to-icpc": 0, "cin-visits-6w": null });
  expect(
    made(words(["Section 47", "Section 47 Outcome", "route b", "ICPC"], ["Visits", "Plan", "Tier 3", "CIN"])),
  ).toMatchObject({ "s47-to-icpc": 50, "cin-visits-6w": [1, 1] });
});
