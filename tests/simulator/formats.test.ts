import { openWorkbook } from "../../simulator/index";
import { codeOf, fill, freshExcel } from "./inExcel";

/** Everything a page is given, read back before and after it was a file. */
async function readBack(): Promise<Record<string, unknown>> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const head = sheet.getRange("A1:B1").format;
    head.load("horizontalAlignment,verticalAlignment,wrapText,columnWidth,rowHeight,indentLevel");
    head.font.load("name,size,bold,italic,color,underline");
    head.fill.load("color");
    const mixed = sheet.getRange("A1:A2").format.font;
    mixed.load("bold");
    const above = sheet.getRange("A3:B3").format.borders.getItem("EdgeTop");
    above.load("style,color,weight");
    const below = sheet.getRange("A3:B3").format.borders.getItem("EdgeBottom");
    below.load("style");
    const link = sheet.getRange("A5");
    link.load("hyperlink,values");
    const rules = sheet.getRange("A2:B4").conditionalFormats;
    rules.load("items/type,items/priority,items/stopIfTrue");
    const choice = sheet.getRange("B2").dataValidation;
    choice.load("rule,type,ignoreBlanks,errorAlert");
    const { pageLayout } = sheet;
    pageLayout.load("orientation,paperSize,zoom,leftMargin");
    pageLayout.headersFooters.defaultForAllPages.load("leftFooter,rightFooter");
    const area = pageLayout.getPrintAreaOrNullObject();
    const titles = pageLayout.getPrintTitleRowsOrNullObject();
    const frozen = sheet.freezePanes.getLocationOrNullObject();
    frozen.load("address");
    titles.load("address");
    sheet.load("tabColor,showGridlines");
    await context.sync();
    const own = rules.items.map((rule) => {
      rule.custom.rule.load("formula");
      rule.custom.format.fill.load("color");
      rule.custom.format.font.load("color,bold");
      return rule;
    });
    await context.sync();
    expect(area.isNullObject).toBe(false);
    return {
      head: head.toJSON(),
      mixed: mixed.bold,
      above: above.toJSON(),
      below: below.style,
      link: [link.hyperlink, link.values],
      rules: own.map(({ priority, stopIfTrue, custom }) => [
        priority,
        stopIfTrue,
        custom.rule.formula,
        custom.format.fill.color,
        custom.format.font.color,
        custom.format.font.bold,
      ]),
      choice: [choice.rule, choice.type, choice.ignoreBlanks, choice.errorAlert],
      page: pageLayout.toJSON(),
      titles: titles.address,
      frozen: frozen.address,
      tab: [sheet.tabColor, sheet.showGridlines],
    };
  });
}

async function dress(): Promise<void> {
  await fill(
    [
      ["Team", "Count"],
      ["one", 1],
      ["Total", 1],
    ],
    "A1:B3",
  );
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const head = sheet.getRange("A1:B1").format;
    head.font.name = "Arial";
    head.font.size = 14;
    head.font.bold = true;
    head.font.color = "white";
    head.font.underline = "Single";
    head.fill.color = "#12436D";
    head.horizontalAlignment = "Right";
    head.verticalAlignment = "Top";
    head.wrapText = true;
    head.rowHeight = 30;
    sheet.getRange("A:B").format.columnWidth = 150;
    const above = sheet.getRange("A3:B3").format.borders.getItem("EdgeTop");
    above.style = "Continuous";
    above.weight = "Medium";
    above.color = "#B1B4B6";
    sheet.getRange("A5").hyperlink = {
      documentReference: "'Sheet1'!A1",
      textToDisplay: "Top",
      screenTip: "To the top",
    };
    for (const [formula, fillColour, colour] of [
      ["=$B2>=20", "#FFE8B3", "#5C3D00"],
      ['=$A2="Red"', "#F8D7DA", "#7A0012"],
    ] as const) {
      const rule = sheet.getRange("A2:B4").conditionalFormats.add("Custom");
      rule.custom.rule.formula = formula;
      rule.custom.format.fill.color = fillColour;
      rule.custom.format.font.color = colour;
      rule.custom.format.font.bold = true;
      rule.stopIfTrue = true;
    }
    const choice = sheet.getRange("B2:B3").dataValidation;
    choice.rule = { list: { inCellDropDown: true, source: "Yes,No" } };
    choice.errorAlert = { message: "Yes or No", title: "Entry", style: "Warning", showAlert: true };
    sheet.freezePanes.freezeRows(1);
    sheet.tabColor = "#12436D";
    sheet.showGridlines = false;
    const page = sheet.pageLayout;
    page.orientation = "Landscape";
    page.paperSize = "A4";
    page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    page.leftMargin = 36;
    page.setPrintArea("A1:B5");
    page.setPrintTitleRows("$1:$1");
    page.headersFooters.defaultForAllPages.leftFooter = "Clinic &P";
    await context.sync();
  });
}

test("several print areas are kept, each on paper of its own", async () => {
  const excel = freshExcel();
  const areas = () =>
    Excel.run(async (context) => {
      const areas = context.workbook.worksheets.getItem("Sheet1").pageLayout.getPrintAreaOrNullObject();
      areas.load("address,areaCount");
      await context.sync();
      return [areas.address, areas.areaCount];
    });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:E9").values = Array.from({ length: 9 }, () => [1, 2, 3, 4, 5]);
    sheet.pageLayout.setPrintArea("A1:B5,D1:E9");
    await context.sync();
  });
  expect(await areas()).toEqual(["Sheet1!A1:B5,Sheet1!D1:E9", 2]);
  (await openWorkbook(await excel.saveXlsx())).install();
  expect(await areas()).toEqual(["Sheet1!A1:B5,Sheet1!D1:E9", 2]);
});

test("what a page is given is read back, and again from the file", async () => {
  const excel = freshExcel();
  await dress();
  const before = await readBack();
  expect(before).toMatchObject({
    head: {
      horizontalAlignment: "Right",
      verticalAlignment: "Top",
      wrapText: true,
      columnWidth: 150,
      rowHeight: 30,
      font: { name: "Arial", size: 14, bold: true, color: "#FFFFFF", underline: "Single" },
      fill: { color: "#12436D" },
    },
    mixed: null,
    above: { style: "Continuous", weight: "Medium", color: "#B1B4B6" },
    below: "None",
    link: [{ documentReference: "'Sheet1'!A1", textToDisplay: "Top", screenTip: "To the top" }, [["Top"]]],
    rules: [
      [0, true, '=$A2="Red"', "#F8D7DA", "#7A0012", true],
      [1, true, "=$B2>=20", "#FFE8B3", "#5C3D00", true],
    ],
    choice: [
      { list: { inCellDropDown: true, source: "Yes,No" } },
      "List",
      true,
      { message: "Yes or No", title: "Entry", style: "Warning", showAlert: true },
    ],
    page: {
      orientation: "Landscape",
      paperSize: "A4",
      zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 },
      leftMargin: 36,
      headersFooters: { defaultForAllPages: { leftFooter: "Clinic &P", rightFooter: "" } },
    },
    titles: "Sheet1!1:1",
    tab: ["#12436D", false],
  });
  (await openWorkbook(await excel.saveXlsx())).install();
  expect(await readBack()).toEqual(before);
});

test("rules: no structured references, a count, and clearing part of their cells", async () => {
  freshExcel();
  await dress();
  const refused = codeOf(async (c) => {
    const rule = c.workbook.worksheets.getItem("Sheet1").getRange("A2").conditionalFormats.add("Custom");
    rule.custom.rule.formula = "=Clinic_x[Count]>1";
  });
  expect(await refused).toBe("InvalidArgument");
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A2:A4").conditionalFormats.clearAll();
    const left = sheet.getRange("A2:A4").conditionalFormats.getCount();
    const right = sheet.getRange("B2:B4").conditionalFormats.getCount();
    await context.sync();
    expect([left.value, right.value]).toEqual([0, 2]);
    sheet.getRange("A1:B9").clear();
    const after = sheet.getRange("B2:B4").conditionalFormats.getCount();
    await context.sync();
    expect(after.value).toBe(0);
  });
});

test("a list that is typed out holds at most 255 characters", async () => {
  freshExcel();
  const set = (source: string) =>
    codeOf(async (c) => {
      c.workbook.worksheets.getItem("Sheet1").getRange("A1").dataValidation.rule = {
        list: { inCellDropDown: true, source },
      };
    });
  expect(await set("x".repeat(256))).toBe("InvalidArgument");
  expect(await set("x".repeat(255))).toBe("none");
});

test("clearing contents leaves looks, clearing formats leaves values", async () => {
  freshExcel();
  await dress();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1").clear("Contents");
    sheet.getRange("B1").clear("Formats");
    const cells = sheet.getRange("A1:B1");
    cells.load("values");
    const [left, right] = [sheet.getRange("A1").format.font, sheet.getRange("B1").format.font];
    left.load("bold");
    right.load("bold");
    await context.sync();
    expect([cells.values, left.bold, right.bold]).toEqual([[["", "Count"]], true, false]);
  });
});
