import type { CellValue, TableValues, WorkbookValues } from "../../src/clinic/cells/worksheet";
import { CLINIC_COLUMNS } from "../../src/clinic/extracts/setupNames";
import { planLoad } from "../../src/loading/planLoad";
import { csvFile, csvText, mustRead } from "./files";

const PLANS = ["Person ID", "LAC Start", "LAC End", "Seen On", "Case Worker Team"];
const VISITS = ["Person ID", "Seen On", "Type Of Plan"];

/** ClinicColumns with rows of List, Sheet, Column, Heading. */
function matched(...rows: readonly (readonly CellValue[])[]): TableValues {
  const place = { sheet: "Clinic Setup", headerRow: 2, firstColumn: 0 };
  return { name: "ClinicColumns", ...place, headings: CLINIC_COLUMNS, rows };
}

/** The workbook after month one: the export stands on a sheet of its own name, below a title. */
function workbook(
  sheet: string,
  rows: readonly (readonly CellValue[])[],
  columns: TableValues,
): WorkbookValues {
  const values = { name: sheet, firstRow: 0, firstColumn: 0, rows: [["Our export"], ...rows] };
  return { sheets: [values], settings: [columns], history: null, choices: {}, date1904: false };
}

const review = (values: WorkbookValues, name: string, rows: readonly (readonly CellValue[])[]) =>
  planLoad(
    [csvFile(name, csvText(rows))],
    values,
    values.sheets.map((sheet) => sheet.name),
  );

describe("an export with headings of its own, matched once", () => {
  const columns = (sheet: string): TableValues =>
    matched(
      ["CLA", sheet, "Child Unique ID", "Person ID"],
      ["CLA", sheet, "Date Started to be Looked After", "LAC Start"],
      ["CLA", sheet, "Date Ceased", "LAC End"],
      ["CLA", sheet, "Last Visit Date", "Seen On"],
      ["CLA", sheet, "Allocated Team", "Case Worker Team"],
    );
  const june = [PLANS, ["A1", "01/06/2023", "", "20/06/2023", "East"]];
  const july = [
    PLANS,
    ["A1", "01/06/2023", "", "20/07/2023", "East"],
    ["A2", "05/07/2023", "", "25/07/2023", "West"],
    ["Total", "", "", "", ""],
  ];

  it.each(["", "LAC report June"])(
    "is the list in month two too, under a file name of month two (Sheet “%s”)",
    (sheet) => {
      const values = workbook("LAC report June", june, columns(sheet));
      const { loads, notLoaded } = review(values, "lac_20230801.csv", july);
      expect(notLoaded).toEqual([]);
      expect(loads).toMatchObject([
        {
          list: "cla",
          target: { kind: "standing", sheet: "LAC report June", headerRow: 1 },
          before: { rows: 1 },
          after: { rows: 2 },
        },
      ]);
      expect(loads[0]!.columns.map(({ heading, type }) => [heading, type])).toEqual([
        ["Person ID", "id"],
        ["LAC Start", "date"],
        ["LAC End", "date"],
        ["Seen On", "date"],
        ["Case Worker Team", "team"],
      ]);
    },
  );

  it("is refused where it lacks a heading that was matched", () => {
    const values = workbook("LAC report June", june, columns(""));
    const without = july.slice(0, 3).map((row) => row.filter((_, i) => i !== 3));
    const { loads, notLoaded } = review(values, "lac_20230801.csv", without);
    expect(loads).toEqual([]);
    expect(notLoaded).toMatchObject([{ kind: "refused" }]);
    expect(notLoaded[0]!.refusal.why).toContain("The file lacks “Seen On”");
  });

  it("of visits goes to the sheet that was matched, whatever the file is called", () => {
    const visits = matched(
      ["Visits", "Seen report", "Child Unique ID", "Person ID"],
      ["Visits", "Seen report", "Date", "Seen On"],
      ["Visits", "Seen report", "Plan", "Type Of Plan"],
    );
    const values = workbook("Seen report", [VISITS, ["A1", "20/06/2023", "CP"]], visits);
    const { loads } = review(values, "export-77.csv", [VISITS, ["A1", "20/07/2023", "CP"]]);
    expect(loads).toMatchObject([
      { list: "visits", target: { kind: "standing", sheet: "Seen report" }, after: { rows: 1 } },
    ]);
  });
});

describe("one sheet of a file that feeds several lists", () => {
  const OPEN = ["Person ID", "Kind", "Began", "Protected From", "Case Worker Team"];
  const row = (id: string, kind: string) => [id, kind, "01/06/2023", "02/06/2023", "East"];
  const columns = (cin: string, cp: string): TableValues =>
    matched(
      ["CIN Plans", cin, "Child Unique ID", "Person ID"],
      ["CIN Plans", cin, "CIN Plan Start Date", "Began"],
      ["CIN Plans", cin, "Allocated Team", "Case Worker Team"],
      ["CIN Plans", cin, "Only where", "Kind = CIN"],
      ["CP Plans", cp, "Child Unique ID", "Person ID"],
      ["CP Plans", cp, "CP Plan Start Date", "Protected From"],
      ["CP Plans", cp, "Allocated Team", "Case Worker Team"],
      ["CP Plans", cp, "Only where", "Kind = CP"],
    );
  const july = [OPEN, row("A1", "CIN"), row("A2", "CP"), row("A3", "CIN")];

  it("is loaded once where they are read from one sheet", () => {
    const values = workbook("Cases", [OPEN, row("A1", "CIN")], columns("Cases", "Cases"));
    const { loads, notLoaded } = review(values, "cases_july.csv", july);
    expect(notLoaded).toEqual([]);
    expect(loads).toMatchObject([{ target: { sheet: "Cases" }, after: { rows: 3 } }]);
    expect(loads[0]!.columns.map(({ heading }) => heading)).toEqual(OPEN);
  });

  it("is loaded for each of them where each is read from a sheet of its own", () => {
    const one = workbook("CIN cases", [OPEN, row("A1", "CIN")], columns("CIN cases", "CP cases"));
    const [cin] = one.sheets;
    const values = { ...one, sheets: [cin!, { ...cin!, name: "CP cases" }] };
    const { loads, notLoaded } = review(values, "cases_july.csv", july);
    expect(notLoaded).toEqual([]);
    expect(loads.map(({ list, target, rows }) => [list, target.sheet, rows.length])).toEqual([
      ["cin-plans", "CIN cases", 3],
      ["cp-plans", "CP cases", 3],
    ]);
  });

  it("is refused where it lacks a column that only the second of them reads", () => {
    const values = workbook("Cases", [OPEN, row("A1", "CIN")], columns("Cases", "Cases"));
    const without = july.map((cells) => cells.filter((_, i) => i !== 3));
    const { loads, notLoaded } = review(values, "cases_july.csv", without);
    expect(loads).toEqual([]);
    expect(notLoaded[0]!.refusal.why).toContain("The file lacks “Protected From”");
  });
});

describe("a sheet as long as a sheet can be", () => {
  const LAST_ROW = 1_048_576;
  const HEADINGS = ["Child Unique ID", "Date of Contact"];
  const none: WorkbookValues = { sheets: [], settings: [], history: null, choices: {}, date1904: false };
  const fileOf = (records: number) => {
    const file = mustRead(csvFile("Contacts.csv", csvText([HEADINGS])));
    const record = ["K1", "01/07/2023"];
    const rows = [HEADINGS, ...Array.from({ length: records }, () => record)];
    return { ...file, sheets: file.sheets.map((sheet) => ({ ...sheet, rows })) };
  };

  it("is loaded and queried: the export was probably cut off there", () => {
    const { loads } = planLoad([fileOf(LAST_ROW - 1)], none, []);
    expect(loads[0]!.queries).toContain(
      "The file has exactly 1,048,576 rows: the export was probably cut off there.",
    );
  });

  it("is refused with one row more, and the limit is said", () => {
    const { loads, notLoaded } = planLoad([fileOf(LAST_ROW)], none, []);
    expect(loads).toEqual([]);
    expect(notLoaded[0]!.refusal.why).toBe(
      "It has more rows than fit on the sheet: a sheet of Excel ends at row 1,048,576.",
    );
  });
});

describe("sheets of Ofsted's Annex A, and visits", () => {
  it("become the sheets that they are read from, and in month two go back to them", () => {
    const rows = [
      ["Child Unique ID", "Date of Contact"],
      ["K1", "01/07/2023"],
    ];
    const first = planLoad(
      [csvFile("List 1.csv", csvText(rows))],
      { sheets: [], settings: [], history: null, choices: {}, date1904: false },
      [],
    );
    expect(first.loads).toMatchObject([{ list: "contacts", target: { kind: "new", sheet: "List 1" } }]);
    const sheets = [{ name: "List 1", firstRow: 0, firstColumn: 0, rows }];
    const second = planLoad(
      [csvFile("List 1.csv", csvText(rows))],
      { sheets, settings: [], history: null, choices: {}, date1904: false },
      ["List 1"],
    );
    expect(second.loads).toMatchObject([{ list: "contacts", target: { kind: "standing", sheet: "List 1" } }]);
  });

  it("of one plan do not replace those of another", () => {
    const rows = (plan: string) => [
      ["Child Unique ID", "Date"],
      [`${plan}1`, "01/07/2023"],
    ];
    const sheets = [{ name: "CP Visits", firstRow: 0, firstColumn: 0, rows: rows("P") }];
    const { loads } = planLoad(
      [csvFile("CIN Visits.csv", csvText(rows("N"))), csvFile("CP Visits.csv", csvText(rows("P")))],
      { sheets, settings: [], history: null, choices: {}, date1904: false },
      ["CP Visits"],
    );
    expect(loads.map(({ list, target }) => [list, target.kind, target.sheet])).toEqual([
      ["visits", "new", "CIN Visits"],
      ["visits", "standing", "CP Visits"],
    ]);
  });
});
