/** A pack of before the history said how a figure was counted: the next build adds the columns and loses no row. */
import { buildClinic } from "../../../src/excel/buildClinic";
import { setOption } from "../../../src/excel/saveSettings";
import { needsExcelApi } from "../../support/olderExcel";
import { sampleInExcel } from "../sampleInExcel";

jest.setTimeout(120_000);

// Table.resize makes the older pack: the add-in itself does without.
needsExcelApi("1.13");

const TODAY = 45_152;
const ADDED = ["Timescale", "Unit", "Teams counted"];

async function historyTable(): Promise<readonly (readonly unknown[])[]> {
  return Excel.run(async ({ workbook }) => {
    const range = workbook.tables.getItem("Clinic_history").getRange();
    range.load("values");
    await range.context.sync();
    return range.values as unknown[][];
  });
}

test("months built before stay as they were, in a table that is three columns wider", async () => {
  await sampleInExcel();
  await buildClinic({ today: TODAY, now: TODAY });
  await Excel.run(async ({ workbook }) => {
    const table = workbook.tables.getItem("Clinic_history");
    const whole = table.getRange();
    table.resize(whole.getResizedRange(0, -ADDED.length));
    whole
      .getColumn(6)
      .getResizedRange(0, ADDED.length - 1)
      .clear();
    await workbook.context.sync();
  });
  const july = await historyTable();
  expect(july[0]).toHaveLength(6);
  await setOption("Reporting month", "June 2023");
  const { state } = await buildClinic({ today: TODAY, now: TODAY, replaceMonth: "yes" });
  expect(state).toBe("complete");
  const [headings = [], ...rows] = await historyTable();
  expect(headings.slice(6)).toEqual(ADDED);
  const ofJuly = rows.filter(([month]) => month === "2023-07");
  expect(ofJuly.map((row) => row.slice(0, 6))).toEqual(
    july.slice(1).filter(([month]) => month === "2023-07"),
  );
  expect(ofJuly.every((row) => row.slice(6).every((cell) => cell === ""))).toBe(true);
  const ofJune = rows.filter(([month]) => month === "2023-06");
  expect(ofJune.length).toBeGreaterThan(0);
  expect(ofJune.every((row) => String(row[8]).startsWith("all"))).toBe(true);
});
