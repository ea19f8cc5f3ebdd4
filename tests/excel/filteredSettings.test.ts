/** Settings tables that the analyst has filtered: Excel adds no rows behind a filter, and leaves hidden ones out (o-js#224). */
import { newWorkbook, type SimulatedExcel } from "../../simulator";
import { buildClinic } from "../../src/excel/buildClinic";
import { addTeam, setTeam } from "../../src/excel/saveSettings";
import { toldAfterBuild } from "../../src/excel/toldAfterwards";
import { sheetNamed, snapshot } from "./workbookSnapshot";

jest.setTimeout(120_000);

const JULY = { now: 45_139.5, today: 45_139, replaceMonth: "yes" } as const;

let excel: SimulatedExcel;

async function referrals(teams: readonly string[]): Promise<void> {
  await Excel.run(async ({ workbook }) => {
    const found = workbook.worksheets.getItemOrNullObject("Referrals");
    await workbook.context.sync();
    const sheet = found.isNullObject ? workbook.worksheets.add("Referrals") : found;
    sheet.getRange(`A1:C${teams.length + 1}`).values = [
      ["Child Unique ID", "Date of Referral", "Allocated Team"],
      ...teams.map((team, i) => [`C${i + 1}`, 45_110 + i, team]),
    ];
    await workbook.context.sync();
  });
}

function tableNamed(wanted: string) {
  const held = excel.workbook.sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
  return held.find(({ table }) => table.name === wanted)!;
}

function hide(name: string): readonly number[] {
  const { sheet, table } = tableNamed(name);
  const rows = [table.area.row + 1, table.area.row + 2];
  for (const row of rows) sheet.rows.get(row)!.hidden = true;
  return rows;
}

async function rowsOf(name: string): Promise<readonly (readonly unknown[])[]> {
  const { sheet, table } = tableNamed(name);
  const { area } = table;
  return sheetNamed(await snapshot(), sheet.name)
    .values.slice(area.row + 1, area.row + area.rows)
    .map((row) => row.slice(area.column, area.column + area.columns));
}

beforeEach(async () => {
  excel = newWorkbook();
  excel.install();
  await referrals(["BIT East 1", "BIT East 2", "BIT West 1"]);
  await buildClinic(JULY);
});

test("a setting of a hidden row is saved, and the filter stays", async () => {
  const [row = 0] = hide("ClinicTeams");
  const saved = await setTeam("BIT East 1", "Locality", "Coast");
  expect(saved.filtersCleared).toEqual([]);
  expect((await rowsOf("ClinicTeams"))[0]?.slice(0, 5)).toEqual([
    "BIT East 1",
    "",
    "BIT East 1",
    "BIT",
    "Coast",
  ]);
  expect(tableNamed("ClinicTeams").sheet.rows.get(row)?.hidden).toBe(true);
});

test("a team that is added to a filtered table has its row, and the filter is said to be cleared", async () => {
  hide("ClinicTeams");
  const saved = await addTeam("A new team", { Service: "BIT" });
  expect(saved.filtersCleared).toEqual(["ClinicTeams"]);
  const names = (await rowsOf("ClinicTeams")).map(([name]) => name);
  expect(names).toEqual(["BIT East 1", "BIT East 2", "BIT West 1", "A new team"]);
});

test("a build that adds a target to a filtered table clears the filter, and says so", async () => {
  const before = (await rowsOf("ClinicTargets")).map(([id]) => id);
  await Excel.run(async ({ workbook }) => {
    workbook.tables.getItem("ClinicTargets").rows.getItemAt(0).delete();
    await workbook.context.sync();
  });
  hide("ClinicTargets");
  const built = await buildClinic(JULY);
  if (built.state !== "complete") throw new Error(built.state);
  expect(built.filtersCleared).toEqual(["ClinicTargets"]);
  expect(toldAfterBuild(built)?.message).toContain("The filter on ClinicTargets was cleared");
  const after = (await rowsOf("ClinicTargets")).map(([id]) => id);
  expect(after).toEqual([...before.slice(1), before[0]]);
});

test("a build that adds nothing leaves the analyst's filter, and says nothing", async () => {
  const [row = 0] = hide("ClinicTeams");
  const built = await buildClinic(JULY);
  if (built.state !== "complete") throw new Error(built.state);
  expect(built.filtersCleared).toEqual([]);
  expect(toldAfterBuild(built)).toBeNull();
  expect(tableNamed("ClinicTeams").sheet.rows.get(row)?.hidden).toBe(true);
});
