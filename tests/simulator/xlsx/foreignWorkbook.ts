/** A workbook as another program makes it: everything that the add-in does not own and must bring through. */
import { Workbook } from "@cj-tech-master/excelts";

export async function foreignWorkbook(): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = "Somebody";
  workbook.title = "Their workbook";
  const sheet = workbook.addWorksheet("Their sheet", {
    views: [{ state: "frozen", xSplit: 1, ySplit: 2, showGridLines: false }],
    pageSetup: { orientation: "landscape", paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: "&LTheirs&RPage &P" },
    properties: { tabColor: { argb: "FFFF0000" } },
  });
  sheet.columns = [{ width: 30 }, { width: 12, hidden: true }, { width: 14 }];
  sheet.getCell("A1").value = "A title <with> & signs";
  sheet.getCell("A1").font = { name: "Georgia", size: 18, bold: true, color: { argb: "FF801650" } };
  sheet.getCell("A1").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFE8B3" } };
  sheet.getCell("A2").value = { richText: [{ text: "plain " }, { font: { bold: true }, text: "bold" }] };
  sheet.getCell("B2").value = 45138;
  sheet.getCell("B2").numFmt = "dd/mm/yyyy";
  sheet.getCell("C2").value = { formula: "SUM(C4:C6)", result: 6 };
  sheet.getCell("D2").value = { error: "#N/A" };
  sheet.getCell("E2").value = true;
  sheet.getCell("F2").value = { text: "a site", hyperlink: "https://example.org/" };
  sheet.getCell("A2").note = "A remark of theirs";
  sheet.addTable({
    name: "Their_table",
    ref: "A3",
    headerRow: true,
    totalsRow: false,
    style: { theme: "TableStyleMedium9", showRowStripes: true },
    columns: [{ name: "Who", filterButton: true }, { name: "Hidden" }, { name: "Count" }],
    rows: [
      ["one", 1, 1],
      ["two", 2, 2],
      ["three", 3, 3],
    ],
  });
  sheet.getRow(5).hidden = true;
  sheet.getRow(6).height = 33;
  sheet.mergeCells("A9:C9");
  sheet.getCell("A9").value = "merged";
  sheet.addConditionalFormatting({
    ref: "C4:C6",
    rules: [
      {
        type: "expression",
        priority: 1,
        formulae: ["C4>2"],
        style: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFFF9999" } } },
      },
      { type: "dataBar", priority: 2, cfvo: [{ type: "min" }, { type: "max" }], color: { argb: "FF638EC6" } },
    ],
  } as never);
  sheet.getCell("H1").dataValidation = { type: "list", allowBlank: true, formulae: ['"Yes,No"'] };
  const hidden = workbook.addWorksheet("Hidden sheet", { state: "veryHidden" });
  hidden.getCell("A1").value = "kept";
  workbook.definedNames.add("'Their sheet'!$C$4:$C$6", "Their_range");
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as unknown as ArrayBuffer);
}

/** The same workbook as a reader of another make sees it. */
export async function readForeign(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return workbook;
}
