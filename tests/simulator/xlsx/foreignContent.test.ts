import { openWorkbook } from "../../../simulator/index";
import { readText } from "../../../src/files/openxml/package";
import { foreignWorkbook, readForeign } from "./foreignWorkbook";
import { faultsOf, partsOf } from "./packageOf";

const SHEET = "xl/worksheets/sheet1.xml";

test("a workbook that nothing was done to comes back part for part", async () => {
  const before = await foreignWorkbook();
  const excel = await openWorkbook(before);
  const source = await partsOf(before);
  const written = await partsOf(await excel.saveXlsx());
  for (const part of source.parts.keys()) {
    if (/styles|app\.xml|workbook\.xml|Content_Types|\.rels$/.test(part)) continue;
    expect([part, readText(written, part)]).toEqual([part, readText(source, part)]);
  }
  expect(faultsOf(written)).toEqual([]);
});

test("sheets beside one that is added keep their very bytes", async () => {
  const before = await foreignWorkbook();
  const excel = await openWorkbook(before);
  excel.install();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Ours");
    sheet.getRange("A1:B2").values = [
      ["Team", "Count"],
      ["one", 1],
    ];
    sheet.tables.add("A1:B2", true).name = "Clinic_ours";
    sheet.getRange("A1:B1").format.font.bold = true;
    await context.sync();
  });
  const source = await partsOf(before);
  const written = await partsOf(await excel.saveXlsx());
  for (const part of [SHEET, "xl/worksheets/sheet2.xml", "xl/tables/table1.xml", "xl/comments1.xml"]) {
    expect([part, readText(written, part)]).toEqual([part, readText(source, part)]);
  }
  expect(faultsOf(written)).toEqual([]);
});

test("a sheet that is written to keeps everything else on it", async () => {
  const excel = await openWorkbook(await foreignWorkbook());
  excel.install();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Their sheet").getRange("K1").values = [["new"]];
    await context.sync();
  });
  const bytes = await excel.saveXlsx();
  expect(faultsOf(await partsOf(bytes))).toEqual([]);
  const workbook = await readForeign(bytes);
  const sheet = workbook.getWorksheet("Their sheet")!;
  expect(sheet.getCell("K1").value).toBe("new");
  expect(sheet.getCell("A1").value).toBe("A title <with> & signs");
  expect(sheet.getCell("A1").font).toMatchObject({
    name: "Georgia",
    size: 18,
    bold: true,
    color: { argb: "FF801650" },
  });
  expect(sheet.getCell("A1").fill).toMatchObject({ pattern: "solid", fgColor: { argb: "FFFFE8B3" } });
  expect(sheet.getCell("A2").value).toMatchObject({
    richText: [{ text: "plain " }, { text: "bold", font: { bold: true } }],
  });
  expect(sheet.getCell("A2").note).toBeTruthy();
  expect(sheet.getCell("B2").numFmt).toBe("dd/mm/yyyy");
  expect(sheet.getCell("C2").value).toMatchObject({ formula: "SUM(C4:C6)", result: 6 });
  expect(sheet.getCell("D2").value).toEqual({ error: "#N/A" });
  expect(sheet.getCell("E2").value).toBe(true);
  expect(sheet.getCell("F2").value).toMatchObject({ hyperlink: "https://example.org/" });
  expect(sheet.getTable("Their_table").table).toMatchObject({ name: "Their_table", headerRow: true });
  expect(sheet.getRow(5).hidden).toBe(true);
  expect(sheet.getRow(6).height).toBe(33);
  expect(sheet.getColumn(1).width).toBeCloseTo(30, 0);
  expect(sheet.getColumn(2).hidden).toBe(true);
  expect(sheet.getCell("B9").isMerged).toBe(true);
  expect(sheet.getCell("H1").dataValidation).toMatchObject({ type: "list", formulae: ['"Yes,No"'] });
  expect(sheet.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 2, showGridLines: false });
  expect(sheet.pageSetup).toMatchObject({ orientation: "landscape", fitToPage: true, fitToHeight: 0 });
  expect(sheet.headerFooter.oddFooter).toBe("&LTheirs&RPage &P");
  expect(sheet.properties.tabColor).toEqual({ argb: "FFFF0000" });
  const rules = sheet.conditionalFormattings.flatMap(({ rules: own }) => own.map(({ type }) => type));
  expect(rules.sort()).toEqual(["dataBar", "expression"]);
  expect(workbook.getWorksheet("Hidden sheet")!.state).toBe("veryHidden");
  expect(workbook.definedNames.getRanges("Their_range").ranges).toEqual(["'Their sheet'!$C$4:$C$6"]);
  expect(workbook.title).toBe("Their workbook");
});

test("formulas and names of other sheets follow a table that grows, and say so in the file", async () => {
  const excel = await openWorkbook(await foreignWorkbook());
  excel.install();
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Their_table");
    table.clearFilters(); // behind a filter it would get no rows
    table.showTotals = true;
    table.getTotalRowRange().getCell(0, 2).formulas = [["=SUBTOTAL(109,[Count])"]];
    table.rows.add(undefined, [["four", 4, 4]]);
    table.worksheet.getRange("5:5").rowHidden = true;
    const hidden = context.workbook.worksheets.getItem("Hidden sheet");
    hidden.getRange("B1").formulas = [["=SUM('Their sheet'!$C$4:$C$7)+Their_table[[#Totals],[Count]]"]];
    await context.sync();
  });
  const workbook = await readForeign(await excel.saveXlsx());
  expect(workbook.getWorksheet("Their sheet")!.getCell("C2").value).toMatchObject({
    formula: "SUM(C4:C7)",
    result: 10,
  });
  expect(workbook.definedNames.getRanges("Their_range").ranges).toEqual(["'Their sheet'!$C$4:$C$7"]);
  // The total leaves the hidden row out, as a table's own total does.
  expect(workbook.getWorksheet("Hidden sheet")!.getCell("B1").value).toMatchObject({ result: 10 + 8 });
});

test("settings, document properties and names come back with the file", async () => {
  const excel = await openWorkbook(await foreignWorkbook());
  excel.install();
  await Excel.run(async (context) => {
    const { workbook } = context;
    workbook.settings.add("lists", { cla: ["Looked after"] });
    await context.sync(); // two new ones in one batch fail on the web
    workbook.settings.add("gone", 1).delete();
    workbook.properties.title = "Assurance Clinic";
    workbook.worksheets.getItem("Their sheet").names.add("ClinicPage", '="theirs"').visible = false;
    await context.sync();
  });
  const bytes = await excel.saveXlsx();
  expect(faultsOf(await partsOf(bytes))).toEqual([]);
  (await openWorkbook(bytes)).install();
  await Excel.run(async (context) => {
    const { workbook } = context;
    const kept = workbook.settings;
    kept.load("items/key,items/value");
    workbook.properties.load("title,author");
    const mark = workbook.worksheets.getItem("Their sheet").names.getItem("ClinicPage");
    mark.load("formula,visible");
    const tables = workbook.tables;
    tables.load("items/name");
    await context.sync();
    expect(kept.items.map(({ key, value }) => [key, value])).toEqual([["lists", { cla: ["Looked after"] }]]);
    expect([workbook.properties.title, workbook.properties.author]).toEqual(["Assurance Clinic", "Somebody"]);
    expect([mark.formula, mark.visible]).toEqual(['="theirs"', false]);
    expect(tables.items.map(({ name }) => name)).toEqual(["Their_table"]);
  });
});

test("a deleted sheet takes its own parts with it, and no other", async () => {
  const excel = await openWorkbook(await foreignWorkbook());
  excel.install();
  await Excel.run(async (context) => {
    context.workbook.worksheets.add("Ours");
    context.workbook.worksheets.getItem("Their sheet").delete();
    await context.sync();
  });
  const bytes = await excel.saveXlsx();
  const written = await partsOf(bytes);
  expect(faultsOf(written)).toEqual([]);
  expect([...written.parts.keys()].filter((part) => /table|comments/.test(part))).toEqual([]);
  expect((await readForeign(bytes)).worksheets.map(({ name }) => name)).toEqual(["Hidden sheet", "Ours"]);
});

test("the 1904 date system stays", async () => {
  const excel = await openWorkbook(await foreignWorkbook());
  excel.workbook.date1904 = true;
  (await openWorkbook(await excel.saveXlsx())).install();
  await Excel.run(async (context) => {
    const day = context.workbook.functions.date(2000, 1, 1);
    day.load("value");
    await context.sync();
    expect(day.value).toBe(36526 - 1462);
  });
});
