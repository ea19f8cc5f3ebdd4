/** A report of a workbook, its plan, and what stands in the plan, for tests of the pages. */
import { calculateClinic } from "../../src/clinic/calculate/calculateClinic";
import type { TableValues, WorkbookValues } from "../../src/clinic/cells/worksheet";
import type { ClinicReport } from "../../src/clinic/report";
import { foundByBuild } from "../../src/pages/foundByBuild";
import { settingsRows } from "../../src/clinic/settings/settingsRows";
import { planWorkbook } from "../../src/pages/planWorkbook";
import type { SheetPlan, TablePlan, WorkbookPlan } from "../../src/pages/plan";

/** 14 August 2023, 09:32. */
export const BUILT_AT = 45_152 + (9 * 60 + 32) / 1440;

export function reportOf(values: WorkbookValues, today = 45_152): ClinicReport {
  return calculateClinic(values, today);
}

export function planOf(report: ClinicReport, standing: readonly TableValues[] = []): WorkbookPlan {
  return planWorkbook(report, { at: BUILT_AT, settings: settingsRows(standing, foundByBuild(report)) });
}

export function sheetOf(plan: WorkbookPlan, name: string): SheetPlan {
  const sheet = plan.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`The plan has no sheet ${name}.`);
  return sheet;
}

export function tableOf(plan: WorkbookPlan, name: string): TablePlan {
  const table = plan.sheets.flatMap(({ tables }) => tables).find((each) => each.name === name);
  if (!table) throw new Error(`The plan has no table ${name}.`);
  return table;
}
