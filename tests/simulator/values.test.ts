import { codeOf, fill, formulasAt, freshExcel, valuesAt } from "./inExcel";

const asTyped = async (
  text: string,
  format?: string,
): Promise<{ value: unknown; format: string; type: string }> => {
  freshExcel();
  return Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
    if (format) cell.numberFormat = [[format]];
    cell.values = [[text]];
    cell.load("values,numberFormat,valueTypes");
    await context.sync();
    return { value: cell.values[0]![0], format: cell.numberFormat[0]![0], type: cell.valueTypes[0]![0]! };
  });
};

describe("a text is taken for what it looks like", () => {
  test.each([
    ["12", 12, "General"],
    ["1,234", 1234, "#,##0"],
    ["12%", 0.12, "0%"],
    ["-3.5", -3.5, "General"],
    ["£1,200.50", 1200.5, "£#,##0.00"],
    ["TRUE", true, "General"],
    ["07/31/2023", 45138, "dd/mm/yyyy"],
    ["31/07/2023", "31/07/2023", "General"],
    ["2023-07-31", 45138, "dd/mm/yyyy"],
    ["31 July 2023", 45138, "d-mmm-yy"],
    ["#N/A", "#N/A", "General"],
    ["01/02/2023", 44928, "dd/mm/yyyy"], // the second of January
    ["2023-07", 45108, "mmm-yy"],
    ["7/2023", 45108, "mmm-yy"],
    ["March 2023", 44986, "mmm-yy"],
    ["1 1/2", 1.5, "# ?/?"],
    ["(5)", -5, "General"],
    ["1e5", 100000, "0.00E+00"],
    ["hello", "hello", "General"],
    ["MARCH OF 1", "MARCH OF 1", "General"],
    ["BIT1", "BIT1", "General"],
    ["32/13/2023", "32/13/2023", "General"],
    ["10-12-14-16", "10-12-14-16", "General"],
  ])("%s", async (text, value, format) => {
    expect(await asTyped(text)).toMatchObject({ value, format });
  });

  test("Jul-23 becomes the 23rd of July this year", async () => {
    const { value, format } = await asTyped("Jul-23");
    const year = new Date().getUTCFullYear();
    expect(value).toBe((Date.UTC(year, 6, 23) - Date.UTC(1899, 11, 30)) / 86_400_000);
    expect(format).toBe("d-mmm");
  });

  test.each([
    ["01/02", 0, 2],
    ["1-2", 0, 2],
    ["MAR1", 2, 1],
    ["Sept2", 8, 2],
    ["1DEC", 11, 1],
  ])("%s becomes a day of this year, month first", async (text, month, date) => {
    const { value, format } = await asTyped(text);
    expect(value).toBe(
      (Date.UTC(new Date().getUTCFullYear(), month, date) - Date.UTC(1899, 11, 30)) / 86_400_000,
    );
    expect(format).toBe("d-mmm");
  });

  test("in a link as in a cell", async () => {
    freshExcel();
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      cell.hyperlink = { documentReference: "Sheet1!B1", textToDisplay: "01/02/2023" };
      await context.sync();
    });
    expect(await valuesAt("Sheet1", "A1")).toEqual([[44928]]);
  });

  test("the format @ or an apostrophe keeps a text", async () => {
    expect(await asTyped("Jul-23", "@")).toMatchObject({ value: "Jul-23", type: "String" });
    expect(await asTyped("'=1+1")).toMatchObject({ value: "=1+1", type: "String" });
    expect(await asTyped("'007", "@")).toMatchObject({ value: "007", type: "String" });
  });

  test("a sign or @ in front starts a formula", async () => {
    freshExcel();
    await fill([["=1+1", "+2+2", "-3+1"]], "A1:C1");
    expect(await valuesAt("Sheet1", "A1:C1")).toEqual([[2, 4, -2]]);
    expect(await formulasAt("Sheet1", "A1")).toEqual([["=1+1"]]);
    await fill([["-child"]], "A1:A1");
    expect(await valuesAt("Sheet1", "A1")).toEqual([["#NAME?"]]);
  });
});

test("null leaves a cell as it is, an empty text clears it", async () => {
  freshExcel();
  await fill([[1, 2, 3]], "A1:C1");
  await fill([[null, "", 4]], "A1:C1");
  expect(await valuesAt("Sheet1", "A1:C1")).toEqual([[1, "", 4]]);
});

test("the array has the range's shape; one value fills it", async () => {
  freshExcel();
  const write = (values: unknown) =>
    codeOf(
      async (c) => void (c.workbook.worksheets.getItem("Sheet1").getRange("A1:B2").values = values as never),
    );
  expect(await write([[1, 2]])).toBe("InvalidArgument");
  expect(await write([[1], [2]])).toBe("InvalidArgument");
  expect(await write([1, 2, 3, 4])).toBe("InvalidArgument");
  expect(await write(7)).toBe("none");
  expect(await valuesAt("Sheet1", "A1:B2")).toEqual([
    [7, 7],
    [7, 7],
  ]);
});

test("nothing of a write is done where one of its cells is refused", async () => {
  freshExcel();
  const code = await codeOf(async (c) => {
    c.workbook.worksheets.getItem("Sheet1").getRange("A1:B1").values = [["kept?", "=SUM("]];
  });
  expect(code).toBe("InvalidArgument");
  expect(await valuesAt("Sheet1", "A1:B1")).toEqual([["", ""]]);
});

test("formulas that cannot be parsed, or name what is not there, are refused; unknown names are #NAME?", async () => {
  freshExcel();
  const enter = (formula: string) =>
    codeOf(async (c) => void (c.workbook.worksheets.getItem("Sheet1").getRange("A1").formulas = [[formula]]));
  expect(await enter("=SUM(B1:B2")).toBe("InvalidArgument");
  expect(await enter("=1+")).toBe("InvalidArgument");
  expect(await enter("=Nowhere!A1")).toBe("InvalidArgument");
  expect(await enter("=SUM(NoTable[Column])")).toBe("InvalidArgument");
  expect(await enter("=[@Numerator]")).toBe("InvalidArgument");
  expect(await enter("=NoSuchName+1")).toBe("none");
  expect(await valuesAt("Sheet1", "A1")).toEqual([["#NAME?"]]);
});

test("shown text follows the number format", async () => {
  freshExcel();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:D1");
    range.values = [[0.8564, 45138, 1234.5, 0.1]];
    range.numberFormat = [["0.0%", "dd/mm/yyyy", "#,##0", "General"]];
    range.load("text");
    await context.sync();
    expect(range.text).toEqual([["85.6%", "31/07/2023", "1,235", "0.1"]]);
  });
});

test("whole columns have no values; used ranges do", async () => {
  freshExcel();
  await fill([["x"]], "C3:C3");
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const column = sheet.getRange("C:C");
    column.load("values,address,isEntireColumn");
    const used = sheet.getUsedRange(true);
    used.load("address");
    const none = context.workbook.worksheets.add("Empty").getUsedRangeOrNullObject(true);
    none.load("address");
    await context.sync();
    expect(column.values).toBeNull();
    expect([column.address, column.isEntireColumn]).toEqual(["Sheet1!C:C", true]);
    expect(used.address).toBe("Sheet1!C3");
    expect(none.isNullObject).toBe(true);
  });
});
