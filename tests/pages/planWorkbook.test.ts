import type { TableValues } from "../../src/clinic/cells/worksheet";
import type { ClinicReport } from "../../src/clinic/report";
import { foundByBuild } from "../../src/pages/foundByBuild";
import { settingsRows } from "../../src/clinic/settings/settingsRows";
import { checkPlan } from "../../src/pages/checkPlan";
import { planWorkbook } from "../../src/pages/planWorkbook";
import { calculatePlan } from "../support/calculatePlan";
import { showingPublished } from "../support/publishedIndicators";
import { publishedReport } from "../support/publishedReport";
import { readSample } from "../support/readSample";
import { BUILT_AT, planOf, reportOf, tableOf } from "../support/reportOf";
import published from "../published/clinic-2023-07.json";

/** SPEC §5, in its order. */
const SHEETS = [
  ["Clinic Summary", "Clinic_headlines", "Clinic_messages", "Clinic_sources"],
  ["Clinic Demand", "Clinic_demand_month", "Clinic_demand_month_end"],
  [
    "Clinic Caseloads",
    "Clinic_caseloads_20_plus",
    "Clinic_caseloads_bit",
    "Clinic_caseloads_swf_central",
    "Clinic_caseloads_swf_east",
    "Clinic_caseloads_swf_west",
  ],
  ["Clinic Teams", "Clinic_teams"],
  [
    "Clinic Assessments",
    "Clinic_assessments_20wd",
    "Clinic_assessments_45wd",
    "Clinic_series_assessments_45wd",
  ],
  [
    "Clinic CIN",
    "Clinic_cin_visits_6w",
    "Clinic_cin_supervision",
    "Clinic_series_cin_not_cwd",
    "Clinic_series_cin_visits_6w",
  ],
  ["Clinic ICPC", "Clinic_cp_repeat", "Clinic_icpc_15wd", "Clinic_series_icpc_15wd"],
  [
    "Clinic CP Visits",
    "Clinic_cp_visits_10wd",
    "Clinic_series_cp_18_months",
    "Clinic_series_s47_to_icpc",
    "Clinic_series_cp_visits_10wd",
  ],
  [
    "Clinic CP Core Groups",
    "Clinic_cp_core_groups",
    "Clinic_cp_supervision",
    "Clinic_series_cp_core_groups",
    "Clinic_series_cp_supervision",
  ],
  ["Clinic CLA Visits", "Clinic_cla_visits", "Clinic_cla_care_planning", "Clinic_series_cla_visits"],
  ["Clinic CLA Supervision", "Clinic_cla_supervision", "Clinic_series_cla_supervision"],
  [
    "Clinic Out of Time",
    "Clinic_outstanding",
    "Clinic_due_soon",
    "Clinic_out_of_time",
    "Clinic_out_of_time_counts",
  ],
  ["Clinic Data Issues", "Clinic_data_issues", "Clinic_data_issue_counts"],
  ["Clinic Definitions", "Clinic_definitions", "Clinic_reconciliation"],
  ["Clinic History", "Clinic_history"],
  ["Clinic Settings", "ClinicOptions", "ClinicTargets", "ClinicTeams", "ClinicHolidays"],
  ["Clinic Setup", "ClinicColumns", "ClinicWords", "ClinicServices", "ClinicStatuses", "ClinicMeasures"],
];

describe.each(["the published figures", "the sample workbook"])("the pack of %s", (from) => {
  let report: ClinicReport;
  let standing: readonly TableValues[];

  beforeAll(async () => {
    const values = showingPublished(await readSample());
    standing = values.settings;
    report = from === "the sample workbook" ? reportOf(values) : publishedReport(standing);
  });

  test("has the sheets and tables of SPEC §5 in their order", () => {
    const { sheets } = planOf(report, standing);
    expect(sheets.map(({ name, tables }) => [name, ...tables.map((table) => table.name)])).toEqual(SHEETS);
  });

  test("breaks no rule, with settings that stand and with settings to be made", () => {
    expect(checkPlan(planOf(report, standing))).toEqual([]);
    expect(checkPlan(planOf(report))).toEqual([]);
  });

  test("comes, formula by formula, to what the report says", () => {
    const { formulas } = calculatePlan(planOf(report, standing), standing);
    expect(formulas.length).toBeGreaterThan(500);
    const wrong = formulas.filter(({ expected, result }) => !same(expected, result));
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  test("prints each percent of the published tables to one decimal", () => {
    const plan = planOf(report, standing);
    const calculated = calculatePlan(plan, standing);
    for (const { id, rows, total } of published.percentTables) {
      const table = tableOf(plan, `Clinic_${id.replaceAll("-", "_")}`);
      const sheet = plan.sheets.find(({ tables }) => tables.includes(table))!;
      const percents = [...rows, total].map((_, i) => {
        const ratio = calculated.at(sheet.name, table.row + 1 + i, table.column + 3);
        return `${(Math.round(Number(ratio) * 1000) / 10).toFixed(1)}%`;
      });
      expect(table.columns[3]?.numberFormat).toBe("0.0%");
      expect(percents).toEqual([...rows, total].map(({ percent }) => percent));
    }
  });

  test("differs between two builds only in the time of the build, on the Summary", () => {
    const settings = settingsRows(standing, foundByBuild(report));
    const [first, second] = [BUILT_AT, BUILT_AT + 1].map((at) => planWorkbook(report, { at, settings }));
    expect(first!.names).toEqual(second!.names);
    const different = first!.sheets.filter(
      (sheet, i) => JSON.stringify(sheet) !== JSON.stringify(second!.sheets[i]),
    );
    expect(different.map(({ name }) => name)).toEqual(["Clinic Summary"]);
    expect(
      JSON.stringify(different[0]).replaceAll("14 August 2023 at 09:32", "15 August 2023 at 09:32"),
    ).toBe(JSON.stringify(second!.sheets[0]));
  });

  test("names no worker and needs no add-in", () => {
    const text = JSON.stringify(planOf(report, standing));
    expect(text).not.toMatch(/CLINIC\.[A-Z]/);
    expect(text).not.toMatch(/Worker ID|W\d{4}/);
  });
});

function same(expected: unknown, result: unknown): boolean {
  return typeof expected === "number" && typeof result === "number"
    ? Math.abs(expected - result) < 1e-9
    : expected === result;
}
