/** Functions that an add-in brings, and formulas that fill more than their own cell: entered, opened, written over, saved. */
import { openWorkbook, type SimulatedExcel } from "../../simulator/index";
import { readText } from "../../src/files/openxml/package";
import { makeWorkbook } from "../support/makeWorkbook";
import { codeOf, formulasAt, freshExcel, valuesAt } from "./inExcel";
import { partsOf } from "./xlsx/packageOf";

async function openMade(): Promise<SimulatedExcel> {
  const bytes = await makeWorkbook([
    {
      name: "Sheet1",
      rows: [],
      dress(sheet) {
        sheet.getCell("A1").value = { formula: 'IFERROR(_xldudf_CLINIC_PCT(1,2),"-")', result: 0.5 };
        sheet.getCell("A2").value = { formula: "A1*2", result: 1 };
        const array = { shareType: "array", formula: "CLINIC.TABLE(1)", result: "Team" };
        for (const at of ["C1", "C4"]) {
          const { row, col } = sheet.getCell(at);
          sheet.getCell(Number(row), Number(col) + 1).value = "%";
          sheet.getCell(Number(row) + 1, Number(col)).value = "Total";
          sheet.getCell(Number(row) + 1, Number(col) + 1).value = 0.9;
        }
        sheet.getCell("C1").value = { ...array, ref: "C1:D2", isDynamicArray: true };
        sheet.getCell("C4").value = { ...array, ref: "C4:D5" };
      },
    },
  ]);
  const excel = await openWorkbook(bytes);
  excel.install();
  return excel;
}

const write = (address: string, values: unknown[][]) => (context: Excel.RequestContext) => {
  context.workbook.worksheets.getItem("Sheet1").getRange(address).values = values as never;
  return context.sync();
};

test("a function of the add-in's that is typed shows #NAME?, and its formula is kept", async () => {
  freshExcel();
  await Excel.run(write("A1", [["=clinic.pct(1,2)"]]));
  expect(await formulasAt("Sheet1", "A1")).toEqual([["=clinic.pct(1,2)"]]);
  expect(await valuesAt("Sheet1", "A1")).toEqual([["#NAME?"]]);
});

test("one of a file keeps its value, whatever stands round it, and others go by that value", async () => {
  const excel = await openMade();
  await Excel.run(write("B1", [["=A1+1"]]));
  expect(await valuesAt("Sheet1", "A1:B1")).toEqual([[0.5, 1.5]]);
  expect(await valuesAt("Sheet1", "A2")).toEqual([[1]]);
  expect(await formulasAt("Sheet1", "A1")).toEqual([['=IFERROR(CLINIC.PCT(1,2),"-")']]);
  const sheet = readText(await partsOf(await excel.saveXlsx()), "xl/worksheets/sheet1.xml")!;
  expect(sheet).toContain("_xldudf_CLINIC_PCT(1,2)");
  expect(sheet).not.toContain("CLINIC.");
});

test("a spill is told of by its first cell; an array shows its formula in each", async () => {
  await openMade();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const spill = sheet.getRange("C1").getSpillingToRangeOrNullObject();
    const none = ["D1", "A1", "C4"].map((at) => sheet.getRange(at).getSpillingToRangeOrNullObject());
    const ranges = ["C1:D2", "C4:D5", "A1:D1", "A1:A2"].map((at) => sheet.getRange(at));
    spill.load("address");
    for (const each of none) each.load("address");
    for (const range of ranges) range.load("hasSpill,savedAsArray");
    await context.sync();
    expect(spill.address).toBe("Sheet1!C1:D2");
    expect(none.map(({ isNullObject }) => isNullObject)).toEqual([true, true, true]);
    expect(ranges.map(({ hasSpill, savedAsArray }) => [hasSpill, savedAsArray])).toEqual([
      [true, true],
      [false, true],
      [null, null],
      [false, false],
    ]);
  });
  expect(await formulasAt("Sheet1", "C1:D2")).toEqual([
    ["=CLINIC.TABLE(1)", "%"],
    ["Total", 0.9],
  ]);
  expect((await formulasAt("Sheet1", "C4:D5")).flat()).toEqual(Array(4).fill("=CLINIC.TABLE(1)"));
});

test("a value over a spill's formula blanks the rest, one in its way makes it #SPILL!", async () => {
  await openMade();
  await Excel.run(write("C1", [["plain"]]));
  expect(await valuesAt("Sheet1", "C1:D2")).toEqual([
    ["plain", ""],
    ["", ""],
  ]);
  await openMade();
  await Excel.run(write("D2", [["in the way"]]));
  expect(await valuesAt("Sheet1", "C1:D2")).toEqual([
    ["#SPILL!", ""],
    ["", "in the way"],
  ]);
});

test("an array is written over whole or not at all", async () => {
  await openMade();
  expect(await codeOf(write("C4", [[1]]))).toBe("InvalidOperation");
  expect(
    await codeOf(
      write("C4:D5", [
        [1, 2],
        [3, 4],
      ]),
    ),
  ).toBe("none");
  expect((await formulasAt("Sheet1", "C4:D5")).flat()).toEqual([1, 2, 3, 4]);
});
