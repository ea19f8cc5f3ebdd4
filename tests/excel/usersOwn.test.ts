/** What the user made and no build may take: names and tables that have our names, and what is typed on our pages. */
import { newWorkbook } from "../../simulator";
import { fitLayout } from "../../src/excel/write/fitLayout";
import type { TableFound } from "../../src/excel/read/survey";
import { areasToRead, type FilledCell, usersCells } from "../../src/excel/write/usersCells";
import { writePlan } from "../../src/excel/write/writePlan";
import type { TablePlan } from "../../src/pages/plan";
import { sheetPlan, tablePlan, workbookPlan } from "./plans";
import { sheetNamed, snapshot } from "./workbookSnapshot";

jest.setTimeout(120_000);

const PLAN = workbookPlan(
  [sheetPlan("cin", "Clinic CIN", [tablePlan("Clinic_a", 0, [["Team 1", 10, 1]])])],
  [{ name: "Clinic_target_a", formula: "=IFERROR(1/0,90)", comment: "" }],
);

async function inUsersSheet(make: (sheet: Excel.Worksheet, workbook: Excel.Workbook) => void): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("B2:C3").values = [
      ["Cost", "Hours"],
      [5, 6],
    ];
    make(sheet, context.workbook);
    await context.sync();
  });
}

beforeEach(() => {
  newWorkbook().install();
});

test.each<[string, (sheet: Excel.Worksheet, workbook: Excel.Workbook) => void]>([
  ["name that we give a setting", (sheet, { names }) => names.add("clinic_TARGET_a", sheet.getRange("B3"))],
  ["constant of that name before the first build", (_, { names }) => names.add("Clinic_target_a", "=60")],
  ["name that is one of our tables'", (sheet, { names }) => names.add("Clinic_a", sheet.getRange("B3"))],
  ["table with one of our names", (sheet) => void (sheet.tables.add("B2:C3", true).name = "Clinic_target_a")],
])("a %s is refused by name and left as it is", async (_, make) => {
  await inUsersSheet(make);
  const before = await snapshot();
  await expect(writePlan(PLAN)).rejects.toMatchObject({
    name: "ClinicError",
    message: expect.stringMatching(/of yours called "Clinic_/),
  });
  expect(await snapshot()).toEqual(before);
});

test("our own names are taken for ours in every later build, with the settings' columns or without", async () => {
  await writePlan(PLAN);
  await writePlan({ ...PLAN, names: [{ name: "Clinic_target_a", formula: '="-"', comment: "" }] });
  await writePlan(PLAN);
  expect((await snapshot()).names).toEqual([["Clinic_target_a", "=IFERROR(1/0,90)"]]);
});

test("a name of ours that the user has since pointed elsewhere is the user's", async () => {
  await writePlan(PLAN);
  await inUsersSheet((_, { names }) => (names.getItem("Clinic_target_a").formula = "=Sheet1!$B$3"));
  await expect(writePlan(PLAN)).rejects.toThrow(/called "Clinic_target_a"/);
});

describe("what the user types on a page of ours", () => {
  const PAGE = "Clinic CIN";
  const team = (i: number) => [`Team ${i + 1}`, 10, i + 1];
  const rows = (count: number): TablePlan["rows"] => Array.from({ length: count }, (_, i) => team(i));
  /** Tables at A6 and E6; each further one four columns on. */
  const pack = (count: number, ...further: string[]) =>
    workbookPlan([
      sheetPlan("cin", PAGE, [
        tablePlan("Clinic_a", 0, rows(count)),
        tablePlan("Clinic_b", 4, rows(2)),
        ...further.map((name, i) => tablePlan(name, 8 + 4 * i, rows(2))),
      ]),
    ]);

  const onPage = (act: (page: Excel.Worksheet) => void) =>
    Excel.run(async (context) => {
      act(context.workbook.worksheets.getItem(PAGE));
      await context.sync();
    });
  const typed = (address: string, values: (string | number)[][]) =>
    onPage((page) => void (page.getRange(address).values = values));
  const page = async () => sheetNamed(await snapshot(), PAGE);
  const at = async (address: string) => {
    let range: Excel.Range | undefined;
    await onPage((sheet) => {
      range = sheet.getRange(address);
      range.load("values,formulas,numberFormat");
    });
    return range!;
  };

  it("stays beside the tables, above the gap between them and among the lines at the top, with its look", async () => {
    await writePlan(pack(3));
    await typed("J8:K9", [
      ["Owner", "Due"],
      ["Ann", 45_200],
    ]);
    await typed("D3", [["!"]]);
    await typed("F2", [["Seen by the director"]]);
    await onPage((sheet) => {
      sheet.getRange("K9").numberFormat = [["dd/mm/yyyy"]];
      sheet.getRange("L8").formulas = [["=SUM(Clinic_a[Numerator])"]];
    });
    await writePlan(pack(5));
    await writePlan(pack(2));
    expect((await at("J8:K9")).values).toEqual([
      ["Owner", "Due"],
      ["Ann", 45_200],
    ]);
    expect((await at("K9")).numberFormat).toEqual([["dd/mm/yyyy"]]);
    expect((await at("D3")).values).toEqual([["!"]]);
    expect((await at("F2")).values).toEqual([["Seen by the director"]]);
    expect(await at("L8")).toMatchObject({ values: [[3]], formulas: [["=SUM(Clinic_a[Numerator])"]] });
  });

  it("stays below a table, at the same distance, whether the table grows or shrinks", async () => {
    await writePlan(pack(3));
    await typed("A12", [["Recording backlog in Team 2"]]);
    await writePlan(pack(6));
    expect((await at("A15")).values).toEqual([["Recording backlog in Team 2"]]);
    await writePlan(pack(1));
    expect((await at("A10")).values).toEqual([["Recording backlog in Team 2"]]);
  });

  it("stops a build that needs the cells for a new table, by their address and not by what they say", async () => {
    await writePlan(pack(3));
    await typed("I7:J8", [
      ["Child C123", "late"],
      ["Child C124", "late"],
    ]);
    const before = await snapshot();
    const failed = writePlan(pack(3, "Clinic_c"));
    await expect(failed).rejects.toThrow(/On the sheet "Clinic CIN" there is something of yours in I7:J8,/);
    await expect(failed).rejects.not.toThrow(/C123/);
    expect(await snapshot()).toEqual(before);
    await typed("I7:J8", [
      ["", ""],
      ["", ""],
    ]);
    await expect(writePlan(pack(3, "Clinic_c"))).resolves.toMatchObject({ state: "complete" });
  });

  it("stops a build before it begins where a table of the user's stands partly below one that grows", async () => {
    await writePlan(pack(3));
    await typed("B15:E16", [
      ["Risk", "Owner", "Due", "Done"],
      ["late", "Ann", "May", "no"],
    ]);
    await onPage((sheet) => void (sheet.tables.add("B15:E16", true).name = "Risks"));
    const before = await snapshot();
    await expect(writePlan(pack(4))).rejects.toThrow(/your table Risks \(B15:E16\) is partly below/);
    expect(await snapshot()).toEqual(before);
    await expect(writePlan(pack(3))).resolves.toMatchObject({ state: "complete" });
    expect((await at("B15:E16")).values).toEqual([
      ["Risk", "Owner", "Due", "Done"],
      ["late", "Ann", "May", "no"],
    ]);
  });

  it("stops a build that would take a column out which the user added to a table; an empty one goes", () => {
    const plan = pack(3).sheets[0]!;
    const table: TableFound = {
      name: "Clinic_a",
      foundAs: "Clinic_a",
      sheetId: "s",
      area: { row: 5, column: 0, rows: 5, columns: 4 },
      hasTotal: true,
      headings: ["Team", "Denominator", "Comment", "Numerator"],
      body: null,
    };
    const used = { row: 0, column: 0, rows: 10, columns: 4 };
    const sheet = { id: "s", name: PAGE, position: 0, isProtected: false, markedAs: "cin", used, charts: [] };
    const fitted = fitLayout(plan, [table]);
    const heading = { row: 5, column: 2, value: "Comment" };
    const figures = [0, 1, 3].map((column) => ({ row: 6, column, value: 1 }));
    const judge = (...comments: FilledCell[]) =>
      usersCells(plan, [table], fitted, [heading, ...figures, ...comments]);
    expect(areasToRead(plan, sheet, [table])).toEqual([used]);
    expect(judge()).toEqual([]);
    expect(() => judge({ row: 7, column: 2, value: "agency staff" })).toThrow(/something of yours in C8,/);
  });

  it("stops a build that would take out a line typed above the tables in a row of its own", async () => {
    await writePlan(pack(3));
    const clean = await page();
    const insert = () => onPage((sheet) => void sheet.getRange("1:1").insert("Down"));
    await insert();
    await writePlan(pack(3));
    expect(await page()).toEqual(clean);
    await insert();
    await typed("A1", [["DRAFT"]]);
    await expect(writePlan(pack(3))).rejects.toThrow(/something of yours in A1/);
  });
});
