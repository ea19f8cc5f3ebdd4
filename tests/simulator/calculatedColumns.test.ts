/** What Excel's "Fill formulas in tables to create calculated columns" makes of formulas that an add-in writes. */
import { fill, formulasAt, freshExcel, valuesAt } from "./inExcel";

/** A3:C6: a table with four rows of which column C is to be filled. */
async function table(third: readonly (string | number)[] = ["", "", ""]): Promise<void> {
  freshExcel();
  await fill(
    [
      ["Team", "Number", "Figure"],
      ["A", 10, third[0] ?? ""],
      ["B", 20, third[1] ?? ""],
      ["C", 30, third[2] ?? ""],
    ],
    "A3:C6",
  );
  await Excel.run(async (context) => {
    const made = context.workbook.worksheets.getItem("Sheet1").tables.add("A3:C6", true);
    made.name = "Figures";
    await context.sync();
  });
}

test("different formulas written in one block end as the bottom one in every row", async () => {
  await table();
  await fill([["=1+1"], ["=1+2"], ["=1+3"]], "C4:C6");
  expect(await valuesAt("Sheet1", "C4:C6")).toEqual([[4], [4], [4]]);
});

test("the bottom formula fills rows that were written with a plain value, and rows that were left blank", async () => {
  await table();
  await fill([["=1+1"], ["[x]"], [""]], "C4:C6");
  expect(await formulasAt("Sheet1", "C4:C6")).toEqual([["=1+1"], ["=1+1"], ["=1+1"]]);
});

test("a formula written into one cell takes over the values of the others", async () => {
  await table([1, 2, 3]);
  await fill([["=9"]], "C5");
  expect(await valuesAt("Sheet1", "C4:C6")).toEqual([[9], [9], [9]]);
});

test("blocks written one after the other end as the last of them", async () => {
  await table();
  await fill([["=1+1"], ["=1+1"]], "C4:C5");
  await fill([["=2+2"]], "C6");
  expect(await valuesAt("Sheet1", "C4:C6")).toEqual([[4], [4], [4]]);
});

test("one formula for the row's own cells stays each row's own, in either spelling", async () => {
  await table();
  await fill([["=[@Number]*2"], ["=Figures[[#This Row],[Number]]*2"], ["=[@Number]*2"]], "C4:C6");
  expect(await valuesAt("Sheet1", "C4:C6")).toEqual([[20], [40], [60]]);
  await fill([["=B4*3"], ["=B5*3"], ["=B6*3"]], "C4:C6");
  expect(await valuesAt("Sheet1", "C4:C6")).toEqual([[30], [60], [90]]);
});

test("plain values written over a column of formulas stay, and a totals row is no part of the column", async () => {
  await table();
  await fill([["=1+1"], ["=1+1"], ["=1+1"]], "C4:C6");
  await fill([[1], [2], [3]], "C4:C6");
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Figures").showTotals = true;
    context.workbook.worksheets.getItem("Sheet1").getRange("C7").formulas = [["=SUM(Figures[Figure])"]];
    await context.sync();
  });
  expect(await valuesAt("Sheet1", "C4:C7")).toEqual([[1], [2], [3], [6]]);
});

test("rows added to a table fill a column whose rows hold formulas", async () => {
  await table();
  await fill([["=[@Number]*2"], ["=[@Number]*2"], ["=[@Number]*2"]], "C4:C6");
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Figures").rows.add(undefined, [["D", 40, "=1+1"]]);
    await context.sync();
  });
  expect(await valuesAt("Sheet1", "C4:C7")).toEqual([[2], [2], [2], [2]]);
});

test("what new rows are filled with follows a heading's new name", async () => {
  await table();
  await fill([["=[@Number]*2"], ["=[@Number]*2"], ["=[@Number]*2"]], "C4:C6");
  await fill([["Count"]], "B3");
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    context.workbook.tables.getItem("Figures").rows.add();
    sheet.getRange("B7").values = [[50]];
    await context.sync();
  });
  expect(await formulasAt("Sheet1", "C7")).toEqual([["=[@Count]*2"]]);
});
