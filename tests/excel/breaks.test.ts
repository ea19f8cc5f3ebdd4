/** Two months built one after the other in the simulated Excel: what the sheets' own formulas say of a break. */
import { buildClinic } from "../../src/excel/buildClinic";
import { setOption } from "../../src/excel/saveSettings";
import { sampleInExcel } from "./sampleInExcel";

jest.setTimeout(300_000);

const TODAY = 45_152;
const BUILT = { today: TODAY, now: TODAY, replaceMonth: "yes" } as const;

async function cellsOf(table: string): Promise<readonly (readonly unknown[])[]> {
  return Excel.run(async ({ workbook }) => {
    const range = workbook.tables.getItem(table).getRange();
    range.load("values");
    await range.context.sync();
    return range.values as unknown[][];
  });
}

async function setTimescale(id: string, timescale: number): Promise<void> {
  const [headings = [], ...rows] = await cellsOf("ClinicTargets");
  const row = rows.findIndex(([each]) => each === id);
  await Excel.run(async ({ workbook }) => {
    const body = workbook.tables.getItem("ClinicTargets").getDataBodyRange();
    body.getCell(row, headings.indexOf("Timescale")).values = [[timescale]];
    await workbook.context.sync();
  });
}

async function headline(name: string): Promise<Record<string, unknown>> {
  const [headings = [], ...rows] = await cellsOf("Clinic_headlines");
  const row = rows.find(([each]) => each === name) ?? [];
  return Object.fromEntries(headings.map((heading, i) => [String(heading), row[i]]));
}

test("a month of another timescale is [b] on the Summary; built again with the old one it is compared", async () => {
  await sampleInExcel();
  await setOption("Reporting month", "June 2023");
  expect((await buildClinic(BUILT)).state).toBe("complete");
  await setOption("Reporting month", "July 2023");
  await setTimescale("assessments-45wd", 40);
  const broken = await buildClinic(BUILT);
  expect(broken.state).toBe("complete");
  expect(await headline("Assessments completed within 45 days")).toMatchObject({
    Change: "[b]",
    "Direction of travel": "-",
  });
  expect(broken.report?.messages.join("\n")).toContain(
    "[b] Not compared with June 2023, since the timescale was 45 working days and is 40 working days",
  );
  await setTimescale("assessments-45wd", 45);
  expect((await buildClinic(BUILT)).state).toBe("complete");
  const { Change: change, "Direction of travel": travel } = await headline(
    "Assessments completed within 45 days",
  );
  expect(typeof change).toBe("number");
  expect(travel).toMatch(/^[↑↓→] /);
});
