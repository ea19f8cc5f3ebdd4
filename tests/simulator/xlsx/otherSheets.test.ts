import { openWorkbook } from "../../../simulator/index";
import {
  readPart,
  readRelationships,
  readText,
  setContentType,
  writeRelationships,
  writeText,
} from "../../../src/files/openxml/package";
import { child, children } from "../../../src/files/openxml/xml";
import { packageBytes } from "../../../src/files/openxml/zip";
import { codeOf } from "../inExcel";
import { foreignWorkbook } from "./foreignWorkbook";
import { faultsOf, partsOf } from "./packageOf";

const CHART_SHEET =
  '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>';

/** Their workbook with a sheet that is all chart between its two. */
async function withChartSheet(): Promise<Uint8Array> {
  const source = await partsOf(await foreignWorkbook());
  writeText(source, "xl/chartsheets/sheet1.xml", CHART_SHEET);
  setContentType(
    source,
    "xl/chartsheets/sheet1.xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.chartsheet+xml",
  );
  writeRelationships(source, "xl/workbook.xml", [
    ...readRelationships(source, "xl/workbook.xml"),
    { id: "rId99", type: "chartsheet", target: "xl/chartsheets/sheet1.xml", external: false },
  ]);
  const book = readText(source, "xl/workbook.xml")!;
  writeText(
    source,
    "xl/workbook.xml",
    book.replace(/(<sheet [^>]*\/>)/, '$1<sheet name="A chart" sheetId="99" r:id="rId99"/>'),
  );
  return packageBytes(source);
}

test("a sheet without cells keeps its place, answers to its name, and refuses the rest", async () => {
  const excel = await openWorkbook(await withChartSheet());
  excel.install();
  await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load("items/name,items/position");
    await context.sync();
    expect(sheets.items.map(({ name, position }) => [name, position])).toEqual([
      ["Their sheet", 0],
      ["A chart", 1],
      ["Hidden sheet", 2],
    ]);
    sheets.add("Ours").getRange("A1").values = [[1]];
    sheets.getItem("Hidden sheet").names.add("Mark", "=1");
    await context.sync();
  });
  const used = codeOf(async (c) =>
    c.workbook.worksheets.getItem("A chart").getUsedRangeOrNullObject(true).load("address"),
  );
  expect(await used).toBe("UnsupportedSheet");
  const source = await partsOf(await excel.saveXlsx());
  expect(faultsOf(source)).toEqual([]);
  expect(readText(source, "xl/chartsheets/sheet1.xml")).toBe(CHART_SHEET);
  const book = readPart(source, "xl/workbook.xml");
  expect(children(child(book, "sheets"), "sheet").map(({ attributes }) => attributes["name"])).toEqual([
    "Their sheet",
    "A chart",
    "Hidden sheet",
    "Ours",
  ]);
  const mark = children(child(book, "definedNames"), "definedName").find(
    ({ attributes }) => attributes["name"] === "Mark",
  );
  expect(mark!.attributes["localSheetId"]).toBe("2");
});
