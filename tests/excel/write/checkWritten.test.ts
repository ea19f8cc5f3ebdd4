import { newWorkbook, type SimulatedExcel } from "../../../simulator";
import { MAX_COLUMNS } from "../../../simulator/model/address";
import { put } from "../../../simulator/model/headings";
import { cellFor } from "../../../simulator/model/sheet";
import { shiftCells } from "../../../simulator/model/shift";
import type { CellValue } from "../../../src/clinic/cells/worksheet";
import { differenceIn, tableToCheck } from "../../../src/excel/write/checkWritten";
import { NOT_FINISHED } from "../../../src/excel/host/marks";
import { writePlan } from "../../../src/excel/write/writePlan";
import type { TablePlan } from "../../../src/pages/plan";
import { sheetPlan, tablePlan, workbookPlan } from "../plans";
import { snapshot } from "../workbookSnapshot";

const SHEET = "Clinic CIN";
const double = { formula: "=Clinic_a[[#This Row],[Denominator]]*2", expected: 20 };
const PLAN: TablePlan = tablePlan("Clinic_a", 0, [
  ["North", 10, double],
  ["South", 10, double],
]);
const ROWS = {
  standing: 0,
  insert: { at: 0, count: 0 },
  from: 0,
  content: PLAN.rows,
  filled: 2,
  remove: [],
};
const READ_BACK = "=[@Denominator]*2";
const VALUES: CellValue[][] = [
  ["Team", "Denominator", "Numerator"],
  ["North", 10, 20],
  ["South", 10, 20],
  ["Total", 20, 40],
];
const FORMULAS: CellValue[][] = [
  ["Team", "Denominator", "Numerator"],
  ["North", 10, READ_BACK],
  ["South", 10, READ_BACK],
  ["Total", "=SUM(Clinic_a[Denominator])", "=SUM(Clinic_a[Numerator])"],
];

function differs(change: (values: CellValue[][], formulas: CellValue[][]) => void): string {
  const [values, formulas] = [structuredClone(VALUES), structuredClone(FORMULAS)];
  change(values, formulas);
  const table = tableToCheck(SHEET, PLAN, ROWS);
  const found = differenceIn(table, { row: 0, column: 0, rows: 4, columns: 3 }, values, formulas);
  return found === null ? "none" : `${found.kind} ${found.address}`;
}

describe("holding what stands against what was written", () => {
  it("finds none where Excel only spells formulas in its own way", () => {
    expect(differs(() => undefined)).toBe("none");
    expect(differs((values) => (values[1]![2] = 20 + 1e-12))).toBe("none");
  });

  it("finds a heading, a cell, a result and a formula that are not the plan's", () => {
    expect(differs((values) => (values[0]![1] = "Column1"))).toBe("heading B6");
    expect(differs((values) => (values[2]![0] = "mine"))).toBe("cell A8");
    expect(differs((values) => (values[2]![2] = 21))).toBe("result C8");
    expect(differs((_, formulas) => (formulas[2]![2] = 20))).toBe("formula C8");
    expect(differs((_, formulas) => (formulas[2]![2] = "=[@Denominator]+10"))).toBe("formula C8");
    expect(differs((_, formulas) => (formulas[1]![1] = "=10"))).toBe("formula B7");
  });
});

describe("the checking request", () => {
  let excel: SimulatedExcel;
  beforeEach(() => {
    excel = newWorkbook();
    excel.install();
  });
  const pack = workbookPlan([
    sheetPlan("summary", "Clinic Summary", [tablePlan("Clinic_s", 0, [["North", 1, 1]])]),
    sheetPlan("cin", SHEET, [PLAN]),
  ]);
  const page = () => excel.workbook.sheets.find(({ name }) => name === SHEET)!;
  /** The request of a rebuild that checks: after two that look at what stands, one at the user's cells, two that write. */
  const CHECKS = 6;
  const type = (row: number, column: number, value: string | number) =>
    put(cellFor(page(), row, column), value, null);
  const insertRow = (row: number) =>
    shiftCells(excel.workbook, page(), {
      sheet: SHEET,
      along: "rows",
      kind: "insert",
      area: { row, column: 0, rows: 1, columns: MAX_COLUMNS },
    });
  const titles = async () => {
    const { sheets } = await snapshot();
    return sheets.filter(({ name }) => name.startsWith("Clinic")).map(({ values }) => values[0]?.[0]);
  };

  it("is cut into answers that Excel hands over, and finds the last row of a long list", async () => {
    const count = 2_600;
    const letters = Array.from({ length: 7 }, () => `"${"x".repeat(250)}"`).join("&");
    const link = { formula: `=IF(TRUE,"Go to row",${letters})`, expected: "Go to row" };
    const rows = Array.from({ length: count }, (_, i) => [`Team ${i}`, i, link]);
    const long = workbookPlan([sheetPlan("cin", SHEET, [tablePlan("Clinic_a", 0, rows, { total: null })])]);
    excel.requests.largestReceived = 0;
    await writePlan(long);
    expect(excel.requests.largestReceived).toBeLessThan(4_200_000);
    // Of the requests of a rebuild the one before the titles checks the last rows.
    const before = excel.requests.count;
    await writePlan(long);
    const rebuild = excel.requests.count - before;
    excel.faults.before(excel.requests.count + rebuild - 1, () => type(5 + count, 2, "mine"));
    await expect(writePlan(long)).rejects.toMatchObject({
      details: expect.stringContaining(`cell C${6 + count}`),
    });
  });

  it.each([
    ["a figure typed over", () => type(6, 1, 99)],
    ["a team typed over", () => type(7, 0, "mine")],
    ["a formula typed over", () => type(7, 2, 20)],
    ["a row put in above the table", () => insertRow(3)],
    ["a row put into the table", () => insertRow(7)],
  ])("%s in between stops the build, the pages marked, and the next one puts it right", async (_, edit) => {
    await writePlan(pack);
    const whole = await snapshot();
    excel.faults.before(excel.requests.count + CHECKS, edit);
    await expect(writePlan(pack)).rejects.toMatchObject({
      sentence: expect.stringContaining(SHEET),
      details: expect.stringContaining("NotAsWritten"),
    });
    expect(await titles()).toEqual([NOT_FINISHED, NOT_FINISHED]);
    excel.faults.clear();
    await writePlan(pack);
    expect(await snapshot()).toEqual(whole);
  });

  it.each([
    ["above the warning", 0],
    ["above the table", 3],
    ["into the table", 7],
  ])(
    "rows put in %s before the pages are written cost nothing of the user's, and the retry completes",
    async (_, row) => {
      await writePlan(pack);
      const whole = await snapshot();
      excel.faults.before(excel.requests.count + CHECKS - 1, () => insertRow(row));
      await writePlan(pack).catch(() => undefined);
      expect(await titles()).not.toContain("Clinic CIN title");
      excel.faults.clear();
      await writePlan(pack);
      expect(await snapshot()).toEqual(whole);
    },
  );
});
