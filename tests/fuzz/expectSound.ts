/** What holds of any workbook at all: from its cells to the planned pages. */
import { CannotBuild } from "../../src/clinic/cannotBuild";
import { calculateClinic } from "../../src/clinic/calculate/calculateClinic";
import type { ClinicReport } from "../../src/clinic/report";
import { toReportJson } from "../../src/clinic/reportJson";
import { settingsRows } from "../../src/clinic/settings/settingsRows";
import { ClinicError } from "../../src/excel/host/clinicError";
import { checkPlan } from "../../src/pages/checkPlan";
import { foundByBuild } from "../../src/pages/foundByBuild";
import { planWorkbook } from "../../src/pages/planWorkbook";
import type { AnyWorkbook } from "./anyWorkbook";

/** Throws where something does not hold. Gives whether a pack could be made. */
export function expectSound({ values, today }: AnyWorkbook): boolean {
  let report: ClinicReport;
  try {
    report = calculateClinic(values, today);
  } catch (error) {
    if (error instanceof CannotBuild || error instanceof ClinicError) return false;
    throw error;
  }
  refuseNumbers(report, "report");
  refuseNumbers(toReportJson(report), "report JSON");
  expectReconciled(report);
  const plan = planWorkbook(report, {
    at: today + 0.5,
    settings: settingsRows(values.settings, foundByBuild(report)),
  });
  refuseNumbers(plan, "pages");
  const [broken] = checkPlan(plan);
  if (broken !== undefined) throw new Error(`A page breaks a rule: ${broken}`);
  return true;
}

/** NaN and the infinities are no figures. */
function refuseNumbers(what: unknown, where: string): void {
  if (typeof what === "number" && !Number.isFinite(what)) throw new Error(`${where} is ${what}`);
  if (typeof what !== "object" || what === null) return;
  const parts = what instanceof Map ? what : Object.entries(what);
  for (const [key, value] of parts) refuseNumbers(value, `${where}.${String(key)}`);
}

/** SPEC §5: Out of Time has a row for each that is in a denominator and not in time; of cp-repeat each repeat plan. */
function expectReconciled({ tables, outOfTime, reconciliations }: ClinicReport): void {
  for (const { id, rows, total } of tables) {
    const listed = outOfTime.filter(({ indicator }) => indicator === id);
    const late = (of: { denominator: number; numerator: number }): number =>
      id === "cp-repeat" ? of.numerator : of.denominator - of.numerator;
    if (listed.length !== late(total))
      throw new Error(`${id}: ${listed.length} rows listed, ${late(total)} counted`);
    for (const row of rows) {
      const own = listed.filter(({ team }) => team === row.team).length;
      if (own !== late(row)) throw new Error(`${id}, ${row.team}: ${own} rows listed, ${late(row)} counted`);
    }
    const sum = (part: "denominator" | "numerator"): number => rows.reduce((all, row) => all + row[part], 0);
    if (sum("denominator") !== total.denominator || sum("numerator") !== total.numerator)
      throw new Error(`${id}: the total is not the sum of its teams`);
  }
  for (const { headline, headlineCount, tableTotal, parts } of reconciliations) {
    const explained = parts.reduce((all, { count }) => all + count, 0);
    if (explained !== headlineCount - tableTotal)
      throw new Error(`${headline}: the difference is not explained`);
  }
}
