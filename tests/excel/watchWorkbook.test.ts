import { newWorkbook } from "../../simulator";
import { announceBuilt } from "../../src/excel/buildEvents";
import { watchWorkbook } from "../../src/excel/watchWorkbook";

jest.setTimeout(60_000);

const quiet = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function type(values: unknown[][]): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = values;
    await context.sync();
  });
}

it("tells once of many changes, once they are over, until it is stopped", async () => {
  newWorkbook().install();
  let told = 0;
  const stop = await watchWorkbook(() => told++);
  for (const value of [1, 2, 3]) await type([[value]]);
  expect(told).toBe(0);
  await quiet(1_500);
  expect(told).toBe(1);
  announceBuilt();
  await quiet(1_500);
  expect(told).toBe(2);
  await stop();
  await type([[4]]);
  announceBuilt();
  await quiet(1_500);
  expect(told).toBe(2);
});
