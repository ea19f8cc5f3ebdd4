import { fill, freshExcel } from "./inExcel";

const table = () => ({ columns: 2, rows: 3 });

const tableAfter = (values: unknown[][], address: string, totals = false): Promise<unknown> =>
  tableAfterWriting(() => fill(values, address), totals);

async function tableAfterWriting(
  write: (context: Excel.RequestContext) => Promise<void>,
  totals = false,
): Promise<unknown> {
  const excel = freshExcel();
  await fill(
    [
      ["Team", "Children"],
      ["A", 1],
      ["B", 2],
    ],
    "A1:B3",
  );
  await Excel.run(async (context) => {
    const made = context.workbook.worksheets.getItem("Sheet1").tables.add("A1:B3", true);
    if (totals) made.showTotals = true;
    await context.sync();
  });
  await Excel.run(write);
  const { area, columns } = excel.workbook.sheets[0]!.tables[0]!;
  return { columns: area.columns, rows: area.rows, headings: columns.map(({ name }) => name) };
}

describe("a table", () => {
  it("grows over what is written directly below it", async () => {
    expect(await tableAfter([["C"], ["D"]], "A4:A5")).toMatchObject({ columns: 2, rows: 5 });
  });

  it("grows over what is written directly beside it, and gives it a heading", async () => {
    const grown = {
      columns: 3,
      rows: 3,
      headings: ["Team", "Children", expect.stringMatching(/^Column\d$/)],
    };
    expect(await tableAfter([["note"]], "C2")).toEqual(grown);
  });

  it("grows with a formula, a copy and a link as with a value", async () => {
    const grownBy = (write: (sheet: Excel.Worksheet) => void) =>
      tableAfterWriting(async (context) => {
        write(context.workbook.worksheets.getItem("Sheet1"));
        await context.sync();
      });
    const below = { columns: 2, rows: 4 };
    expect(await grownBy((sheet) => void (sheet.getRange("A4").formulas = [["=1+1"]]))).toMatchObject(below);
    expect(await grownBy((sheet) => sheet.getRange("B4").copyFrom("A2"))).toMatchObject(below);
    const link = { documentReference: "Sheet1!A1", textToDisplay: "Back" };
    expect(await grownBy((sheet) => void (sheet.getRange("A4").hyperlink = link))).toMatchObject(below);
    expect(await grownBy((sheet) => sheet.getRange("A4").copyFrom("A2", "Formats"))).toMatchObject(table());
  });

  it("stays where a row or a column lies between, a totals row closes it, or nothing was written", async () => {
    expect(await tableAfter([["C"]], "A5")).toMatchObject(table());
    expect(await tableAfter([["C"]], "D2")).toMatchObject(table());
    expect(await tableAfter([[""]], "A4")).toMatchObject(table());
    expect(await tableAfter([["C"]], "A5", true)).toMatchObject({ columns: 2, rows: 4 });
  });
});
