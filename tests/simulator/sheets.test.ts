import { codeOf, fill, formulasAt, freshExcel, valuesAt } from "./inExcel";

test.each([
  ["a".repeat(32)],
  ["a/b"],
  ["a:b"],
  ["a[b"],
  ["what?"],
  ["'quoted"],
  ["quoted'"],
  ["History"],
  [""],
])("a sheet cannot be called %j", async (name) => {
  freshExcel();
  expect(await codeOf(async (c) => void c.workbook.worksheets.add(name))).toBe("InvalidArgument");
  expect(await codeOf(async (c) => void (c.workbook.worksheets.getItem("Sheet1").name = name))).toBe(
    "InvalidArgument",
  );
});

test("two sheets cannot have one name, whatever its case", async () => {
  freshExcel();
  expect(await codeOf(async (c) => void c.workbook.worksheets.add("SHEET1"))).toBe("ItemAlreadyExists");
});

test("formulas and links follow a sheet's new name, and are #REF! once it is deleted", async () => {
  freshExcel();
  await fill([[5]], "A1:A1");
  await Excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    const other = worksheets.add("Other");
    other.getRange("A1").formulas = [["=Sheet1!A1*2"]];
    names.add("Five", worksheets.getItem("Sheet1").getRange("A1"));
    worksheets.getItem("Sheet1").name = "First sheet";
    await context.sync();
  });
  expect(await formulasAt("Other", "A1")).toEqual([["='First sheet'!A1*2"]]);
  expect(await valuesAt("Other", "A1")).toEqual([[10]]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("First sheet").delete();
    const name = context.workbook.names.getItem("Five");
    name.load("formula");
    await context.sync();
    expect(name.formula).toBe("=#REF!");
  });
  expect(await valuesAt("Other", "A1")).toEqual([["#REF!"]]);
});

test("the last visible sheet can be neither deleted nor hidden", async () => {
  freshExcel();
  expect(await codeOf(async (c) => c.workbook.worksheets.getItem("Sheet1").delete())).toBe(
    "InvalidOperation",
  );
  expect(
    await codeOf(async (c) => void (c.workbook.worksheets.getItem("Sheet1").visibility = "Hidden")),
  ).toBe("InvalidOperation");
});

test("a protected sheet refuses what it does not allow", async () => {
  freshExcel();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("B1").format.protection.locked = false;
    sheet.protection.protect({ allowFormatColumns: true }, "secret");
    await context.sync();
  });
  const on = (act: (sheet: Excel.Worksheet) => void) =>
    codeOf(async (c) => act(c.workbook.worksheets.getItem("Sheet1")));
  expect(await on((sheet) => void (sheet.getRange("A1").values = [[1]]))).toBe("AccessDenied");
  expect(await on((sheet) => void (sheet.getRange("B1").values = [[1]]))).toBe("none");
  expect(await on((sheet) => sheet.getRange("A1").clear())).toBe("AccessDenied");
  expect(await on((sheet) => void (sheet.getRange("A1").format.fill.color = "red"))).toBe("AccessDenied");
  expect(await on((sheet) => void (sheet.getRange("A:A").format.columnWidth = 90))).toBe("none");
  expect(await on((sheet) => void sheet.tables.add("A3:B4", true))).toBe("AccessDenied");
  expect(await on((sheet) => sheet.protection.unprotect("wrong"))).toBe("AccessDenied");
  expect(await on((sheet) => sheet.protection.unprotect("secret"))).toBe("none");
  expect(await on((sheet) => void (sheet.getRange("A1").values = [[1]]))).toBe("none");
});

test("a workbook with a protected structure keeps its sheets", async () => {
  freshExcel();
  await Excel.run(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
  expect(await codeOf(async (c) => void c.workbook.worksheets.add("New"))).toBe("AccessDenied");
  expect(await codeOf(async (c) => void (c.workbook.worksheets.getItem("Sheet1").name = "New"))).toBe(
    "AccessDenied",
  );
});

test("names: what Excel refuses, and what a name comes to", async () => {
  freshExcel();
  const add = (name: string) => codeOf(async (c) => void c.workbook.names.add(name, "=1"));
  for (const bad of ["A1", "R1C1", "two words", "1st", "XFD1048576", "C"])
    expect(await add(bad)).toBe("InvalidArgument");
  expect(await add("Rate")).toBe("none");
  expect(await add("RATE")).toBe("ItemAlreadyExists");
  await fill([["x", 3]], "A1:B1");
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const text = sheet.names.add("ClinicPage", '="summary"');
    text.visible = false;
    const looked = context.workbook.names.add("Looked", '=INDEX(Sheet1!$B:$B,MATCH("x",Sheet1!$A:$A,0))');
    const range = context.workbook.names.add("Area", sheet.getRange("A1:B1"));
    for (const name of [text, looked, range]) name.load("name,value,type,formula,visible,scope");
    await context.sync();
    expect([text.value, text.type, text.formula, text.visible, text.scope]).toEqual([
      "summary",
      "String",
      '="summary"',
      false,
      "Worksheet",
    ]);
    expect([looked.value, looked.scope]).toEqual([3, "Workbook"]);
    expect([range.value, range.type, range.formula]).toEqual(["Sheet1!A1:B1", "Range", "=Sheet1!$A$1:$B$1"]);
  });
});
