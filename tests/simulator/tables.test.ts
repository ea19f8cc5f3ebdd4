import { codeOf, fill, formulasAt, freshExcel, valuesAt } from "./inExcel";

/** A3:C6, a totals row in row 6, and formulas that point at it from below, beside and another sheet. */
async function clinicTable(): Promise<void> {
  freshExcel();
  await fill(
    [
      ["Team", "Denominator", "Numerator"],
      ["A", 10, 5],
      ["B", 20, 15],
    ],
    "A3:C5",
  );
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const table = sheet.tables.add("A3:C5", true);
    table.name = "Clinic_x";
    table.showTotals = true;
    sheet.getRange("B6:C6").formulas = [["=SUM(Clinic_x[Denominator])", "=SUM(Clinic_x[Numerator])"]];
    sheet.getRange("A9").values = [["below"]];
    sheet.getRange("E4").formulas = [["=Clinic_x[[#Totals],[Numerator]]/Clinic_x[[#Totals],[Denominator]]"]];
    const other = context.workbook.worksheets.add("Manager");
    other.getRange("A1:A4").formulas = [
      ["=Sheet1!$A$9"],
      ["=Sheet1!C6"],
      ["=SUM(Sheet1!B4:B5)"],
      ["=Sheet1!E4"],
    ];
    await context.sync();
  });
}

async function geometry(): Promise<{ address: string; rows: number; totals: boolean }> {
  return Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Clinic_x");
    const whole = table.getRange();
    whole.load("address");
    const rows = table.rows.getCount();
    table.load("showTotals");
    await context.sync();
    return { address: whole.address, rows: rows.value, totals: table.showTotals };
  });
}

test("formulas find the table's parts", async () => {
  await clinicTable();
  expect(await valuesAt("Sheet1", "A6:C6")).toEqual([["Total", 30, 20]]);
  expect(await valuesAt("Manager", "A1:A4")).toEqual([["below"], [20], [30], [20 / 30]]);
});

test("rows that are added push the totals row and what lies below, and references follow", async () => {
  await clinicTable();
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Clinic_x").rows.add(undefined, [
      ["C", 30, 30],
      ["D", 40, 0],
    ]);
    await context.sync();
  });
  expect(await geometry()).toEqual({ address: "Sheet1!A3:C8", rows: 4, totals: true });
  expect(await valuesAt("Sheet1", "A6:C11")).toEqual([
    ["C", 30, 30],
    ["D", 40, 0],
    ["Total", 100, 50],
    ["", "", ""],
    ["", "", ""],
    ["below", "", ""],
  ]);
  expect(await formulasAt("Manager", "A1:A4")).toEqual([
    ["=Sheet1!$A$11"],
    ["=Sheet1!C8"],
    ["=SUM(Sheet1!B4:B7)"],
    ["=Sheet1!E4"],
  ]);
  expect(await valuesAt("Manager", "A1:A4")).toEqual([["below"], [50], [100], [0.5]]);
});

test("body rows that are deleted pull them back up; beside the table nothing moves", async () => {
  await clinicTable();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A4:C4").delete("Up");
    await context.sync();
  });
  expect(await geometry()).toEqual({ address: "Sheet1!A3:C5", rows: 1, totals: true });
  expect(await formulasAt("Manager", "A1:A4")).toEqual([
    ["=Sheet1!$A$8"],
    ["=Sheet1!C5"],
    ["=SUM(Sheet1!B4:B4)"],
    ["=Sheet1!E4"],
  ]);
  expect(await valuesAt("Sheet1", "E4")).toEqual([[0.75]]);
});

test("a table keeps one body row, emptied, when all of them are deleted", async () => {
  await clinicTable();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A4:C5").delete("Up");
    await context.sync();
  });
  expect(await geometry()).toEqual({ address: "Sheet1!A3:C5", rows: 1, totals: true });
  expect(await valuesAt("Sheet1", "A4:C5")).toEqual([
    ["", "", ""],
    ["Total", 0, 0],
  ]);
});

test("an operation that would tear a table is refused", async () => {
  await clinicTable();
  const on = (act: (sheet: Excel.Worksheet) => void) =>
    codeOf(async (c) => act(c.workbook.worksheets.getItem("Sheet1")));
  expect(await on((sheet) => sheet.getRange("A4:B4").delete("Up"))).toBe("InvalidOperation");
  expect(await on((sheet) => sheet.getRange("A1:B1").delete("Up"))).toBe("InvalidOperation");
  expect(await on((sheet) => void sheet.getRange("B1").insert("Down"))).toBe("InvalidOperation");
  expect(await on((sheet) => sheet.getRange("A6:C6").delete("Up"))).toBe("InvalidOperation");
  expect(await on((sheet) => sheet.getRange("A1:C1").delete("Up"))).toBe("none");
  expect((await geometry()).address).toBe("Sheet1!A2:C5");
});

test("rows cannot be added where another table stands half in the way", async () => {
  await clinicTable();
  await fill([["x", "y"]], "C12:D12");
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").tables.add("C12:D13", true);
    await context.sync();
  });
  expect(
    await codeOf(async (c) => void c.workbook.tables.getItem("Clinic_x").rows.add(undefined, [["C", 1, 1]])),
  ).toBe("InvalidOperation");
});

test("tables may not overlap; names are unique among tables and defined names", async () => {
  await clinicTable();
  const on = (act: (sheet: Excel.Worksheet) => void) =>
    codeOf(async (c) => act(c.workbook.worksheets.getItem("Sheet1")));
  expect(await on((sheet) => void sheet.tables.add("C5:D7", true))).toBe("InvalidArgument");
  expect(await on((sheet) => void (sheet.tables.getItem("Clinic_x").name = "A1"))).toBe("InvalidArgument");
  await Excel.run(async (context) => {
    context.workbook.names.add("Taken", "=1");
    await context.sync();
  });
  expect(await on((sheet) => void (sheet.tables.getItem("Clinic_x").name = "taken"))).toBe("InvalidArgument");
  expect(await codeOf(async (c) => void c.workbook.names.add("clinic_X", "=1"))).toBe("ItemAlreadyExists");
});

test("headings are text and unique, and references follow their new wording", async () => {
  await clinicTable();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A3:C3").values = [["", "Open plans", "Open plans"]];
    await context.sync();
  });
  expect(await valuesAt("Sheet1", "A3:C3")).toEqual([["Column1", "Open plans", "Open plans2"]]);
  expect(await formulasAt("Sheet1", "B6:E6")).toEqual([
    ["=SUM(Clinic_x[Open plans])", "=SUM(Clinic_x[Open plans2])", "", ""],
  ]);
  expect(await formulasAt("Sheet1", "E4")).toEqual([
    ["=Clinic_x[[#Totals],[Open plans2]]/Clinic_x[[#Totals],[Open plans]]"],
  ]);
  await fill([[2023]], "B3:B3");
  await Excel.run(async (context) => {
    const heading = context.workbook.worksheets.getItem("Sheet1").getRange("B3");
    heading.load("values,valueTypes");
    await context.sync();
    expect([heading.values, heading.valueTypes]).toEqual([[["2023"]], [["String"]]]);
  });
});

test("this row's cells, a renamed table, and columns whose names need brackets", async () => {
  await clinicTable();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("D3").values = [["%"]];
    sheet.tables.getItem("Clinic_x").showTotals = false;
    sheet.tables.getItem("Clinic_x").resize("A3:D5");
    sheet.getRange("D4:D5").formulas = [
      ["=[@Numerator]/Clinic_x[@Denominator]"],
      ["=[@Numerator]/[@Denominator]"],
    ];
    sheet.getRange("G4").formulas = [["=SUM(Clinic_x[%])"]];
    sheet.tables.getItem("Clinic_x").name = "Clinic_y";
    await context.sync();
  });
  expect(await valuesAt("Sheet1", "D4:D5")).toEqual([[0.5], [0.75]]);
  expect(await formulasAt("Sheet1", "D4")).toEqual([["=[@Numerator]/[@Denominator]"]]);
  expect(await formulasAt("Sheet1", "G4")).toEqual([["=SUM(Clinic_y[%])"]]);
});

test("a totals row that is switched off leaves #REF! where it was pointed at", async () => {
  await clinicTable();
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Clinic_x").showTotals = false;
    await context.sync();
  });
  expect(await valuesAt("Sheet1", "E4")).toEqual([["#REF!"]]);
  expect(await geometry()).toEqual({ address: "Sheet1!A3:C5", rows: 2, totals: false });
});

test("rules, validation and charts over the whole body grow with it", async () => {
  await clinicTable();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const rule = sheet.getRange("A4:C5").conditionalFormats.add("Custom");
    rule.custom.rule.formula = "=$C4<10";
    rule.custom.format.fill.color = "#FFE8B3";
    sheet.getRange("A4:A5").dataValidation.rule = { list: { inCellDropDown: true, source: "A,B,C" } };
    sheet.charts.add("Line", sheet.getRange("A3:B5"), "Columns").name = "Plan";
    await context.sync();
    sheet.tables.getItem("Clinic_x").rows.add(undefined, [["C", 1, 1]]);
    const range = rule.getRange();
    range.load("address");
    const validation = sheet.getRange("A6").dataValidation;
    validation.load("rule");
    await context.sync();
    expect(range.address).toBe("Sheet1!A4:C6");
    expect(validation.rule).toEqual({ list: { inCellDropDown: true, source: "A,B,C" } });
  });
});
