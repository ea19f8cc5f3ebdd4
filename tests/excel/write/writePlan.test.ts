import { newWorkbook } from "../../../simulator";
import { Cancelled } from "../../../src/excel/host/cancel";
import { NOT_FINISHED } from "../../../src/excel/host/marks";
import { writePlan } from "../../../src/excel/write/writePlan";
import type { TablePlan } from "../../../src/pages/plan";
import { sheetPlan, tablePlan, workbookPlan } from "../plans";
import { sheetNamed, snapshot } from "../workbookSnapshot";

/** Whole builds, on a machine that others may be using. */
jest.setTimeout(120_000);

const PAGE = "Clinic CIN";

function rows(count: number): TablePlan["rows"] {
  return Array.from({ length: count }, (_, i) => [`Team ${i + 1}`, 10 * (i + 1), i + 1]);
}

function planWith(count: number) {
  const table = tablePlan("Clinic_a", 0, rows(count));
  const beside = tablePlan("Clinic_b", 4, rows(2));
  return workbookPlan(
    [sheetPlan("cin", PAGE, [table, beside])],
    [{ name: "Clinic_target_a", formula: "=90", comment: "" }],
  );
}

/** Cells of a sheet of the user's, as shown. */
async function cells(sheet: string, address: string): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load("values");
    await context.sync();
    return range.values;
  });
}

async function setFormulas(sheet: string, address: string, formulas: string[][]): Promise<void> {
  await Excel.run(async (context) => {
    const found = context.workbook.worksheets.getItemOrNullObject(sheet);
    await context.sync();
    const target = found.isNullObject ? context.workbook.worksheets.add(sheet) : found;
    target.getRange(address).formulas = formulas;
    await context.sync();
  });
}

beforeEach(() => {
  newWorkbook().install();
});

describe("writing a plan", () => {
  it("makes sheets, marks, tables with totals, and names", async () => {
    await expect(writePlan(planWith(3))).resolves.toEqual({
      sheetsWritten: [PAGE],
      state: "complete",
      changedExtracts: [],
      paperRefused: false,
      filtersCleared: [],
    });
    const page = sheetNamed(await snapshot(), PAGE);
    expect(page.values[0]?.[0]).toBe(`${PAGE} title`);
    expect(page.tables).toEqual([
      { name: "Clinic_a", address: `'${PAGE}'!A6:C10`, showTotals: true },
      { name: "Clinic_b", address: `'${PAGE}'!E6:G9`, showTotals: true },
    ]);
    expect(await cells(PAGE, "A7:C10")).toEqual([
      ["Team 1", 10, 1],
      ["Team 2", 20, 2],
      ["Team 3", 30, 3],
      ["Total", 60, 6],
    ]);
  });

  it("gives the same workbook a second time, in place", async () => {
    await writePlan(planWith(3));
    const first = await snapshot();
    await writePlan(planWith(3));
    expect(await snapshot()).toEqual(first);
  });

  it.each([
    [2, 6],
    [6, 2],
  ])("keeps what points at a table that goes from %i rows to %i", async (before, after) => {
    await writePlan(planWith(before));
    const totalRow = 6 + before + 1;
    await setFormulas("Mine", "A1:A3", [
      ["=SUM(Clinic_a[Numerator])"],
      [`='${PAGE}'!C${totalRow}`],
      ["=Clinic_a[[#Totals],[Denominator]]"],
    ]);
    await writePlan(planWith(after));
    const sum = (after * (after + 1)) / 2;
    expect(await cells("Mine", "A1:A3")).toEqual([[sum], [sum], [sum * 10]]);
    expect(await cells(PAGE, "E7:G9")).toEqual([
      ["Team 1", 10, 1],
      ["Team 2", 20, 2],
      ["Total", 30, 3],
    ]);
  });

  it("leaves the user's sheets as they are", async () => {
    await setFormulas("Contacts", "A1:B2", [
      ["Child Unique ID", "Date"],
      ["=1+1", "x"],
    ]);
    const before = sheetNamed(await snapshot(), "Contacts");
    await writePlan(planWith(3));
    expect(sheetNamed(await snapshot(), "Contacts")).toEqual(before);
  });

  it("refuses to write over a sheet of the user's, and writes nothing", async () => {
    await setFormulas("clinic cin", "A1", [["mine"]]);
    const before = await snapshot();
    await expect(writePlan(planWith(3))).rejects.toMatchObject({
      name: "ClinicError",
      message: expect.stringContaining('"clinic cin"'),
    });
    expect(await snapshot()).toEqual(before);
  });

  it("refuses a protected page by name, and writes nothing", async () => {
    await writePlan(planWith(3));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(PAGE).protection.protect();
      await context.sync();
    });
    const before = await snapshot();
    await expect(writePlan(planWith(4))).rejects.toThrow(/"Clinic CIN" is protected/);
    expect(await snapshot()).toEqual(before);
  });

  it("finds a page that the user renamed", async () => {
    await writePlan(planWith(2));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(PAGE).name = "Children's plans";
      await context.sync();
    });
    await expect(writePlan(planWith(4))).resolves.toMatchObject({ sheetsWritten: ["Children's plans"] });
    const after = await snapshot();
    expect(after.sheets.map((sheet) => sheet.name)).not.toContain(PAGE);
    expect(sheetNamed(after, "Children's plans").tables[0]?.address).toBe("'Children''s plans'!A6:C11");
  });

  it("keeps texts texts: IDs with zeros, months, and what looks like a formula", async () => {
    const texts = ["007", "Jul-23", "=1+1", "-", "+44", "@x", "1/2", "TRUE", "'quoted"];
    const column: TablePlan = tablePlan(
      "Clinic_a",
      0,
      texts.map((text) => [text, text, 1]),
      { columns: [{ style: "text" }, { style: "number" }, { style: "number" }] },
    );
    const mixed = { ...column, rows: [...column.rows, ["last", 5, 1]] };
    await writePlan(
      workbookPlan([
        sheetPlan("cin", PAGE, [{ ...mixed, headings: ["Team", "Denominator", "Jul-23"], total: null }]),
      ]),
    );
    const written = await cells(PAGE, `A6:B${6 + texts.length}`);
    expect(written).toEqual([["Team", "Denominator"], ...texts.map((text) => [text, text])]);
    expect(await cells(PAGE, "C6")).toEqual([["Jul-23"]]);
  });

  it("moves headings along by a month without Excel altering them", async () => {
    const months = (names: string[]) =>
      workbookPlan([
        sheetPlan("cin", PAGE, [tablePlan("Clinic_a", 0, rows(1), { headings: names, total: null })]),
      ]);
    await writePlan(months(["Jun-23", "Jul-23", "Aug-23"]));
    await writePlan(months(["Jul-23", "Aug-23", "Sep-23"]));
    expect(await cells(PAGE, "A6:C6")).toEqual([["Jul-23", "Aug-23", "Sep-23"]]);
  });

  it("empties a table that it no longer has, and brings it back", async () => {
    const three = workbookPlan([
      sheetPlan(
        "cin",
        PAGE,
        ["Clinic_a", "Clinic_b", "Clinic_c"].map((name, i) => tablePlan(name, i * 4, rows(3))),
      ),
    ]);
    const two = workbookPlan([
      sheetPlan(
        "cin",
        PAGE,
        ["Clinic_a", "Clinic_c"].map((name, i) => tablePlan(name, i * 4, rows(3))),
      ),
    ]);
    await writePlan(three);
    await setFormulas("Mine", "A1:A2", [["=SUM(Clinic_b[Numerator])"], ["=SUM(Clinic_c[Numerator])"]]);
    await writePlan(two);
    expect(await cells("Mine", "A1:A2")).toEqual([[0], [6]]);
    expect(await cells(PAGE, "E5")).toEqual([["No figures this month"]]);
    await writePlan(three);
    expect(await cells("Mine", "A1:A2")).toEqual([[6], [6]]);
    expect(await cells(PAGE, "E5")).toEqual([["Clinic_b title"]]);
  });

  it("rows that stand in a settings table are never rewritten", async () => {
    const settings = (added: TablePlan["rows"]) =>
      workbookPlan([
        sheetPlan("settings", "Clinic Settings", [
          tablePlan("ClinicOptions", 0, added, { total: null, keepExistingRows: true }),
        ]),
      ]);
    await writePlan(settings(rows(2)));
    await setFormulas("Clinic Settings", "B7:B8", [["=7*7"], ["=7*7"]]);
    await writePlan(settings([["New", 1, 1]]));
    expect(await cells("Clinic Settings", "A7:C9")).toEqual([
      ["Team 1", 49, 1],
      ["Team 2", 49, 2],
      ["New", 1, 1],
    ]);
    await writePlan(settings([]));
    expect(await cells("Clinic Settings", "A7:C9")).toEqual([
      ["Team 1", 49, 1],
      ["Team 2", 49, 2],
      ["New", 1, 1],
    ]);
  });

  it("stopped before the first request that writes: the last pack stands", async () => {
    await writePlan(planWith(2));
    const before = await snapshot();
    const controller = new AbortController();
    controller.abort();
    await expect(writePlan(planWith(5), { signal: controller.signal })).rejects.toBeInstanceOf(Cancelled);
    expect(await snapshot()).toEqual(before);
  });

  it("stopped while writing: every page says so, and the next build puts it right", async () => {
    const long = (count: number) =>
      workbookPlan([
        sheetPlan("summary", "Clinic Summary", [tablePlan("Clinic_s", 0, rows(2))]),
        sheetPlan("cin", PAGE, [tablePlan("Clinic_a", 0, rows(count))]),
      ]);
    await writePlan(long(2));
    const controller = new AbortController();
    const stopped = await writePlan(long(60_000), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(stopped.state).toBe("incomplete");
    expect(await cells(PAGE, "A1")).toEqual([[NOT_FINISHED]]);
    expect(await cells("Clinic Summary", "A1")).toEqual([[NOT_FINISHED]]);
    await writePlan(long(3));
    expect(await cells(PAGE, "A1")).toEqual([[`${PAGE} title`]]);
    expect(await cells(PAGE, "A10:C10")).toEqual([["Total", 60, 6]]);
  });
});
