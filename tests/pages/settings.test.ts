import { INDICATORS } from "../../src/clinic/indicators/catalogue";
import type { TableValues } from "../../src/clinic/cells/worksheet";
import { readSample } from "../support/readSample";
import { publishedReport } from "../support/publishedReport";
import { planOf, sheetOf, tableOf } from "../support/reportOf";

let standing: readonly TableValues[];
beforeAll(async () => {
  standing = (await readSample()).settings;
});

test("a new sheet has the four tables side by side, a blank column between, drop-downs and a word on how to use it", () => {
  const sheet = sheetOf(planOf(publishedReport()), "Clinic Settings");
  expect(sheet.blocks[0]).toEqual({ row: 0, column: 0, cells: [["Clinic settings"]] });
  expect(sheet.tables.map(({ row }) => row)).toEqual([2, 2, 2, 2]);
  const [options, targets, teams, holidays] = sheet.tables;
  expect([options!.column, targets!.column]).toEqual([0, 3]);
  expect(teams!.column).toBe(targets!.column + targets!.headings.length + 1);
  expect(holidays!.column).toBe(teams!.column + teams!.headings.length + 1);
  expect(targets!.choices![targets!.headings.indexOf("Better when")]).toEqual(["higher", "lower", "near"]);
  expect(options!.rows.map(([setting]) => setting)).toContain("Council name");
});

test("of the sample's sheet no cell is planned but the rows that it lacks", () => {
  const plan = planOf(publishedReport(standing), standing);
  const sheet = sheetOf(plan, "Clinic Settings");
  expect(sheet.blocks).toEqual([]);
  expect(sheet.styles).toEqual([]);
  expect(sheet.columnWidths).toEqual({});
  const targets = tableOf(plan, "ClinicTargets");
  expect(targets.rows.map(([id]) => id)).not.toContain("cp-rate");
  expect(targets.rows.map(([id]) => id)).toContain("contacts");
  expect(targets.rows).toHaveLength(INDICATORS.length - 15);
  expect(targets.headings).toEqual(standing.find(({ name }) => name === "ClinicTargets")!.headings);
  expect(sheet.tables.map(({ column, keepExistingRows }) => [column, keepExistingRows])).toEqual([
    [0, true],
    [3, true],
    [14, true],
    [21, true],
  ]);
});

test("a table that is missing is made beside those that stand", () => {
  const some = standing
    .filter(({ name }) => name !== "ClinicTargets")
    .map((table) => ({ ...table, sheet: "Our settings" }));
  const plan = planOf(publishedReport(some), some);
  const sheet = sheetOf(plan, "Our settings");
  const targets = tableOf(plan, "ClinicTargets");
  expect([targets.row, targets.column]).toEqual([2, 24]);
  expect(sheet.blocks).toEqual([{ row: 1, column: 24, cells: [["ClinicTargets"]] }]);
  expect(plan.names.find(({ name }) => name === "Clinic_target_cp_rate")!.formula).toContain(
    "'Our settings'!$AB:$AB",
  );
});
