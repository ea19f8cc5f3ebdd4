import { BUILT_IN } from "../../src/clinic/indicators/catalogue";
import { pastFiguresSheet } from "../../src/clinic/past/pastFiguresSheet";
import { insertPastFigures } from "../../src/excel/insertSample";
import { newWorkbook } from "../../simulator";

it("makes the sheet with its months as text, and never over one that stands", async () => {
  newWorkbook().install();
  const rows = pastFiguresSheet("wide", "2023-07", [], BUILT_IN);
  await insertPastFigures(rows);
  await Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem("Past Figures").getUsedRange();
    used.load("values,rowCount");
    await context.sync();
    expect(used.rowCount).toBe(rows.length);
    expect(used.values[0]?.slice(0, 2)).toEqual(["Indicator", "July 2022"]);
  });
  await expect(insertPastFigures(rows)).rejects.toThrow(
    'The workbook already has a sheet called "Past Figures".',
  );
});
