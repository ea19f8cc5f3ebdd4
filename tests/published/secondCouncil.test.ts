/**
 * A council unlike the published one, counted by hand (tests/support/secondCouncil.ts), the whole way: from an .xlsx
 * that the simulator had no hand in, to figures read off the written workbook. A manager's own sheet stands beside.
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { runBuild } from "../../simulator/cli/build";
import type { ClinicReport } from "../../src/clinic/report";
import { makeWorkbook } from "../support/makeWorkbook";
import { readPack, type Pack } from "../support/readPack";
import { secondCouncil } from "../support/secondCouncil";

const OUT = path.resolve(__dirname, "../../out/tests");
const INPUT = path.join(OUT, "second-council.xlsx");
const FILE = path.join(OUT, "second-council-clinic.xlsx");
const { expected } = secondCouncil;

let report: ClinicReport;
let pack: Pack;

beforeAll(async () => {
  await mkdir(OUT, { recursive: true });
  await writeFile(INPUT, await makeWorkbook(secondCouncil.sheets));
  const command = { input: INPUT, month: null, output: FILE, report: null, verbose: false };
  ({ report } = await runBuild(command, () => undefined));
  pack = await readPack(FILE);
}, 60_000);

it("counts demand as by hand", () => {
  expect(report.month).toBe(secondCouncil.month);
  const inMonth = Object.fromEntries(report.demandMonth.map(({ id, values }) => [id, values.at(-1)]));
  expect(inMonth).toEqual(expected.demandMonth);
  const atMonthEnd = Object.fromEntries(report.demandMonthEnd.map(({ id, values }) => [id, values.at(-1)]));
  expect(atMonthEnd).toEqual(expected.demandMonthEnd);
  for (const [id, rag] of Object.entries(expected.monthEndRag)) {
    expect([id, report.demandMonthEnd.find((row) => row.id === id)?.rag]).toEqual([id, rag]);
  }
});

it.each(Object.entries(expected.tables))("counts %s as by hand, on its page", (id, lines) => {
  const table = pack.table(`Clinic_${id.replace(/-/g, "_")}`);
  expect([...table.rows, table.total!].map((row) => row.slice(0, 3))).toEqual(lines);
  const rag = expected.rag[id];
  if (rag) expect(String(table.total![4]).toLowerCase()).toBe(rag);
});

it.each(Object.entries(expected.series))("draws %s", (id, value) => {
  expect(report.series.find((series) => series.id === id)?.values.at(-1)).toBe(value);
});

it.each(Object.entries(expected.caseloads))("lists %s, most first", (id, lines) => {
  const table = pack.table(`Clinic_${id.replace(/-/g, "_")}`);
  expect(table.rows.map((row) => row.slice(0, 3))).toEqual(lines);
  expect(table.rows.map((row) => row[3])).toEqual(lines.map(([allocations]) => (allocations >= 3 ? "3+" : "-")));
});

it("keeps the council's settings where they are, and adds what is missing beside them", () => {
  const teams = pack.table("ClinicTeams");
  expect(teams.ref).toBe("B4:G7");
  expect(teams.rows.map(([name]) => name)).toEqual(["Family Hub North", "Dockside Families", "Disability Service"]);
  const targets = pack.table("ClinicTargets");
  expect(targets.headings).toEqual(["ID", "Target", "Indicator", "Better when", "Amber within"]);
  expect(targets.rows[0]!.slice(0, 2)).toEqual(["cp-rate", 3]);
  expect(pack.table("ClinicOptions").rows).toContainEqual(["Caseload highlight at or above", 3]);
});
