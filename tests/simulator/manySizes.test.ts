import { codeOf, freshExcel } from "./inExcel";

const onSheet = (change: (sheet: Excel.Worksheet) => void): Promise<void> =>
  Excel.run(async ({ workbook }) => {
    change(workbook.worksheets.getItem("Sheet1"));
    await workbook.context.sync();
  });

const sizesOf = (address: string): Promise<{ width: number; height: number; hidden: boolean }> =>
  Excel.run(async ({ workbook }) => {
    const cell = workbook.worksheets.getItem("Sheet1").getRange(address);
    cell.load("rowHidden,columnHidden,format/columnWidth,format/rowHeight");
    await workbook.context.sync();
    const { columnWidth: width, rowHeight: height } = cell.format;
    return { width, height, hidden: cell.rowHidden || cell.columnHidden };
  });

beforeEach(() => void freshExcel());

test("each column is given its own width, and one without an entry is left alone", async () => {
  const before = await sizesOf("B1");
  await onSheet((sheet) =>
    sheet
      .getRange("A1:C1")
      .setColumnProperties([{ format: { columnWidth: 72 } }, {}, { format: { columnWidth: 36 } }]),
  );
  expect([await sizesOf("A1"), await sizesOf("B1"), await sizesOf("C1")]).toMatchObject([
    { width: 72 },
    { width: before.width },
    { width: 36 },
  ]);
});

test("each row is given its own height, and can be hidden", async () => {
  await onSheet((sheet) =>
    sheet.getRange("A2:A3").setRowProperties([{ format: { rowHeight: 30 } }, { rowHidden: true }]),
  );
  expect([await sizesOf("A2"), await sizesOf("A3")]).toMatchObject([
    { height: 30, hidden: false },
    { hidden: true },
  ]);
});

test.each([
  ["too few entries", [{}]],
  ["heights that Excel does not take", [{ format: { rowHeight: 500 } }, {}]],
])("%s are refused", async (_, entries) => {
  await expect(
    codeOf(async ({ workbook }) =>
      workbook.worksheets.getItem("Sheet1").getRange("A1:A2").setRowProperties(entries),
    ),
  ).resolves.toBe("InvalidArgument");
});

test("a protected sheet refuses them", async () => {
  await onSheet((sheet) => sheet.protection.protect());
  await expect(
    codeOf(async ({ workbook }) =>
      workbook.worksheets
        .getItem("Sheet1")
        .getRange("A1")
        .setColumnProperties([{ format: { columnWidth: 9 } }]),
    ),
  ).resolves.toBe("AccessDenied");
});
