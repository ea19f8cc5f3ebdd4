/** A team's name as long as a cell can be (32,767 characters) stops no build, and no sentence carries it whole. */
import { newWorkbook } from "../../simulator";
import type { CellValue } from "../../src/clinic/cells/worksheet";
import { buildClinic } from "../../src/excel/buildClinic";
import { inspectWorkbook } from "../../src/excel/inspectWorkbook";

const TODAY = 45_170;
const LONG = `North ${"x".repeat(32_761)}`;
const ROWS: readonly (readonly CellValue[])[] = [
  ["Child Unique ID", "CIN Plan Start Date", "CIN Plan End Date", "Last CIN Visit Date", "Allocated Team"],
  ...Array.from({ length: 20 }, (_, row) => [
    `K${row}`,
    45_000 + row,
    "",
    row % 2 === 0 ? 45_010 : 45_130,
    row % 2 === 0 ? LONG : "South",
  ]),
];

test("a name of 32,767 characters is built with, and shortened in sentences", async () => {
  newWorkbook().install();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.name = "CIN Plans";
    sheet.getRangeByIndexes(0, 0, ROWS.length, ROWS[0]!.length).values = ROWS.map((row) => [...row]);
    await context.sync();
  });
  const { report } = await inspectWorkbook({ today: TODAY });
  const sentences = [
    ...report!.messages,
    ...report!.issues.flatMap(({ message, fix }) => [message, fix]),
    ...report!.findings.flatMap(({ sentence, lines }) => [sentence, ...lines]),
  ];
  expect(Math.max(...sentences.map((sentence) => sentence.length))).toBeLessThan(1_000);
  expect((await buildClinic({ today: TODAY })).state).toBe("complete");
});
