import type { DataIssue } from "../../src/clinic/report";
import { calculatePlan } from "../support/calculatePlan";
import { publishedReport } from "../support/publishedReport";
import { planOf, sheetOf, tableOf } from "../support/reportOf";

const BASE = publishedReport();
const PLAN = planOf(BASE);
const SUMMARY = sheetOf(PLAN, "Clinic Summary");

const issue = (severity: DataIssue["severity"], cells: readonly string[]): DataIssue => ({
  severity,
  code: "x",
  list: "cin-plans",
  sheet: "CIN Plans",
  cells,
  message: "This date cannot be read.",
  fix: "Type it as 31/07/2023.",
});

test("reads from the top: what it is, the month, when it was built, what matters", () => {
  const top = SUMMARY.blocks[0]!.cells.map(([cell]) => cell);
  expect(top.slice(0, 2)).toEqual([
    "Assurance Clinic – July 2023",
    "Figures for July 2023, as at 31 July 2023. Built 14 August 2023 at 09:32.",
  ]);
  expect(calculatePlan(PLAN).at("Clinic Summary", 2, 0)).toBe(
    "Indicators with a target: 3 green, 4 amber, 7 red.",
  );
});

test("figures come from the pages themselves, each in its own format", () => {
  const table = tableOf(PLAN, "Clinic_headlines");
  const row = (indicator: string) => table.rows.find(([name]) => name === indicator)!;
  expect(row("% of CIN visits within last 6 weeks")[1]).toMatchObject({
    formula: "=Clinic_cin_visits_6w[[#Totals],[%]]",
  });
  expect(row("Rate of children in our care per 10,000")[1]).toMatchObject({
    formula:
      '=INDEX(Clinic_demand_month_end[[Jul-23]],MATCH("Rate of children in our care per 10,000",Clinic_demand_month_end[Indicator],0))',
  });
  const rates = table.rows.flatMap(([name], i) =>
    String(name).startsWith("Rate") ? [table.row + 1 + i] : [],
  );
  const ownFormats = SUMMARY.styles.filter(({ numberFormat }) => numberFormat === "#,##0");
  expect(ownFormats.map(({ row: at }) => at)).toEqual(rates);
});

test("change is of the figures as shown, in points for a percent", () => {
  const calculated = calculatePlan(PLAN);
  const table = tableOf(PLAN, "Clinic_headlines");
  const at = table.rows.findIndex(([name]) => name === "Rate of children subject to CP plans");
  const cells = [1, 2, 3, 4, 5].map((i) => calculated.at("Clinic Summary", table.row + 1 + at, i));
  expect(cells).toEqual([70, -1, 60, "Red", "↑ Improving"]);
});

test("each headline links to its page, and the number of data issues to theirs", () => {
  expect(SUMMARY.links.map(({ sheet }) => sheet)).toEqual([
    "Clinic Data Issues",
    "Clinic Demand",
    "Clinic Demand",
    "Clinic Assessments",
    "Clinic Assessments",
    "Clinic CIN",
    "Clinic CIN",
    "Clinic ICPC",
    "Clinic ICPC",
    "Clinic CP Visits",
    "Clinic CP Core Groups",
    "Clinic CP Core Groups",
    "Clinic CLA Visits",
    "Clinic CLA Visits",
    "Clinic CLA Supervision",
  ]);
  const cells = new Set(SUMMARY.links.map(({ row, column }) => `${row},${column}`));
  expect(cells.size).toBe(SUMMARY.links.length);
});

test("data issues are counted by cell", () => {
  const issues = [issue("query", ["A1"]), issue("error", ["H5", "H9"]), issue("error", [])];
  const [link] = sheetOf(planOf({ ...BASE, issues }), "Clinic Summary").links;
  expect(link!.text).toBe("In the extracts and settings: 3 errors and 1 query.");
});

test("errors stand before queries, with the first cell linked and the others named", () => {
  const many = Array.from({ length: 40 }, (_, i) => `H${i + 2}`);
  const issues = [issue("query", ["A1"]), issue("error", many)];
  const table = tableOf(planOf({ ...BASE, issues }), "Clinic_data_issues");
  expect(table.rows.map(([severity]) => severity)).toEqual(["Error", "Query"]);
  expect(table.rows[0]!.slice(2, 5)).toEqual([
    "CIN Plans",
    { formula: `=HYPERLINK("#'CIN Plans'!H2","H2")`, expected: "H2" },
    40,
  ]);
  expect(table.rows[0]![7]).toBe("H3, H4, H5, H6, H7, H8, H9, H10, H11, H12, H13, H14 and 27 more cells");
  expect(tableOf(planOf({ ...BASE, issues }), "Clinic_data_issue_counts").rows).toEqual([
    ["CIN Plans", 40, 1],
  ]);
});

test("a headline of a demand figure of the month or of a chart is judged too", () => {
  const settings = {
    betterWhen: "lower" as const,
    target: 150,
    previous: 124,
    rag: "green" as const,
    travel: "improving" as const,
  };
  const headlines = [
    {
      ...settings,
      id: "s47-completed" as const,
      indicator: "Number of Section 47 enquiries completed",
      kind: "count" as const,
      value: 118,
    },
  ];
  const plan = planOf({ ...BASE, headlines });
  const cell = tableOf(plan, "Clinic_headlines").rows[0]!;
  expect(calculatePlan(plan).at("Clinic Summary", 8, 1)).toBe(118);
  expect(cell[6]).toBe("Demand");
});
