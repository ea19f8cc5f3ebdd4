import { newWorkbook } from "../../simulator";
import { announceBuilt } from "../../src/excel/buildEvents";
import { watchWorkbook } from "../../src/excel/watchWorkbook";

jest.setTimeout(60_000);

/** In one request, however long a busy machine takes: each cell is a change. */
async function type(...addresses: string[]): Promise<void> {
  await Excel.run(async (context) => {
    for (const address of addresses)
      context.workbook.worksheets.getItem("Sheet1").getRange(address).values = [[address]];
    await context.sync();
  });
}

async function watched() {
  const waiting: (() => void)[] = [];
  const watch = {
    told: 0,
    stop: await watchWorkbook(() => {
      watch.told++;
      for (const go of waiting.splice(0)) go();
    }),
    /** To be asked for before what is waited for. */
    next: () => new Promise<void>((resolve) => waiting.push(resolve)),
  };
  return watch;
}

it("tells once of many changes, once they are over, until it is stopped", async () => {
  newWorkbook().install();
  const watch = await watched();
  const afterTyping = watch.next();
  await type("A1", "B2", "C3");
  await afterTyping;
  expect(watch.told).toBe(1);
  const afterBuild = watch.next();
  announceBuilt();
  await afterBuild;
  expect(watch.told).toBe(2);

  await watch.stop();
  const other = await watched(); // hears of the same, and of it later
  const toTheOther = other.next();
  await type("A2");
  announceBuilt();
  await toTheOther;
  expect([watch.told, other.told]).toEqual([2, 1]);
  await other.stop();
});
