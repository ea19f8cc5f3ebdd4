import { newWorkbook, openWorkbook, type SimulatedExcel } from "../../simulator";
import { ooxmlFaults } from "../support/ooxmlValidator";
import { writeFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

let excel: SimulatedExcel;

beforeEach(async () => {
  excel = newWorkbook();
  excel.install();
  await Excel.run(async ({ workbook }) => {
    workbook.styles.add("House");
    const style = workbook.styles.getItem("House");
    style.includeNumber = false;
    style.includeProtection = false;
    style.font.bold = true;
    style.fill.color = "#12436D";
    style.horizontalAlignment = "Right";
    const border = style.borders.getItem("EdgeBottom");
    border.style = "Continuous";
    border.color = "#BFBFBF";
    const sheet = workbook.worksheets.getItem("Sheet1");
    sheet.getRange("B2").numberFormat = [["0.0"]];
    sheet.getRanges("B2:C3,E5").style = "House";
  });
});

const looksAt = (address: string) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address);
    range.load("style,numberFormat,format/horizontalAlignment,format/font/bold,format/fill/color");
    await context.sync();
    const { style, numberFormat, format } = range;
    return [style, numberFormat[0]?.[0], format.horizontalAlignment, format.font.bold, format.fill.color];
  });

test("cells given a style look like it, and their number format begins anew", async () => {
  expect(await looksAt("B2")).toEqual(["House", "General", "Right", true, "#12436D"]);
  expect(await looksAt("E5")).toEqual(["House", "General", "Right", true, "#12436D"]);
  expect(await looksAt("D4")).toEqual(["Normal", "General", "General", false, "#FFFFFF"]);
});

test("cells follow when their style is edited, but for what they have of their own", async () => {
  await Excel.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Sheet1").getRange("C3").format.fill.color = "#FFE8B3";
    workbook.styles.getItem("House").fill.color = "#00703C";
  });
  expect((await looksAt("B2")).at(-1)).toBe("#00703C");
  expect((await looksAt("C3")).at(-1)).toBe("#FFE8B3");
});

test("styles survive a file, and the file is sound", async () => {
  const bytes = await excel.saveXlsx();
  const file = join(await mkdtemp(join(tmpdir(), "styles-")), "styles.xlsx");
  await writeFile(file, bytes);
  expect(await ooxmlFaults(file)).toEqual([]);
  (await openWorkbook(bytes)).install();
  expect(await looksAt("C3")).toEqual(["House", "General", "Right", true, "#12436D"]);
  await Excel.run(async ({ workbook }) => {
    workbook.styles.getItem("House").font.bold = false;
  });
  expect((await looksAt("B2"))[3]).toBe(false);
});

test("a name that stands, and an address longer than Excel takes, are refused", async () => {
  const add = Excel.run(async ({ workbook }) => workbook.styles.add("house"));
  await expect(add).rejects.toMatchObject({ code: "ItemAlreadyExists" });
  const long = Array.from({ length: 1_300 }, (_, i) => `AA${i + 100}:AB${i + 100}`).join(",");
  const give = Excel.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Sheet1").getRanges(long).style = "House";
  });
  await expect(give).rejects.toMatchObject({ code: "InvalidArgument" });
});
