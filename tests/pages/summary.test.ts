import type { DataIssue } from "../../src/clinic/issues/dataIssue";
import { calculatePlan } from "../support/calculatePlan";
import { publishedReport } from "../support/publishedReport";
import { BUILT_AT, planOf, sheetOf, tableOf } from "../support/reportOf";
import { summaryPage } from "../../src/pages/summary";

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
  const calculated = calculatePlan(PLAN);
  const shownAt = (indicator: string) =>
    calculated.at("Clinic Summary", table.row + 1 + table.rows.indexOf(row(indicator)), 1);
  expect(shownAt("CIN visits in time")).toBeCloseTo(
    BASE.tables.find(({ id }) => id === "cin-visits-6w")!.total.percent! / 100,
    9,
  );
  expect(shownAt("Rate of children in our care per 10,000")).toBe(103);
  const column = table.rows.map((cells) => (cells[1] as { formula: string }).formula);
  expect(new Set(column).size).toBe(1);
  expect(column[0]).toContain("Clinic_cin_visits_6w[[#Totals],[%]]");
  const rates = table.rows.flatMap(([name], i) =>
    String(name).startsWith("Rate") ? [table.row + 1 + i] : [],
  );
  const ownFormats = SUMMARY.styles.filter(
    ({ numberFormat, column: at }) => numberFormat === "#,##0" && at === 1,
  );
  expect(ownFormats.map(({ row: at }) => at)).toEqual(rates);
});

test("change is of the figures as shown, in points for a percent", () => {
  const calculated = calculatePlan(PLAN);
  const table = tableOf(PLAN, "Clinic_headlines");
  const at = table.rows.findIndex(([name]) => name === "Rate of children subject to CP plans");
  const cells = [1, 2, 3, 4, 5, 6].map((i) => calculated.at("Clinic Summary", table.row + 1 + at, i));
  expect(cells).toEqual([70, 71, -1, 60, "Red", "↑ Improving"]);
});

test("each headline links to its page, and the number of data issues to theirs", () => {
  expect(SUMMARY.links.map(({ sheet }) => sheet)).toEqual(["Clinic Data Issues"]);
  const table = tableOf(PLAN, "Clinic_headlines");
  const pages = table.rows.map((cells) => cells[7] as { formula: string; expected: string });
  expect(pages.map(({ expected }) => expected)).toEqual([
    "Demand",
    "Demand",
    "Assessments",
    "Assessments",
    "CIN",
    "CIN",
    "ICPC",
    "ICPC",
    "CP Visits",
    "CP Core Groups",
    "CP Core Groups",
    "CLA Visits",
    "CLA Visits",
    "CLA Supervision",
  ]);
  expect(new Set(pages.map(({ formula }) => formula)).size).toBe(1);
  const sheets = tableOf(PLAN, "Clinic_definitions");
  expect(sheets.columns[sheets.headings.indexOf("Sheet")]!.namesOurSheets).toBe(true);
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
  expect(table.rows[0]!.slice(2, 5)).toEqual(["CIN Plans", "H2", 40]);
  expect(table.rows[0]![8]).toMatchObject({ expected: "Go to cell" });
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
      nameInMessages: "Section 47 enquiries completed",
      kind: "count" as const,
      value: 118,
    },
  ];
  const plan = planOf({ ...BASE, headlines });
  const cell = tableOf(plan, "Clinic_headlines").rows[0]!;
  expect(calculatePlan(plan).at("Clinic Summary", 8, 1)).toBe(118);
  expect(cell[7]).toMatchObject({ expected: "Demand" });
});

test("a target that is still a starting value has a star, a share of fewer than ten [u], each said below", () => {
  const report = publishedReport();
  const few = report.tables.map((table) =>
    table.id === "icpc-15wd" ? { ...table, total: { ...table.total, denominator: 7, numerator: 3 } } : table,
  );
  const sheet = summaryPage({ ...report, tables: few, targetsToAgree: ["cp-visits-10wd"] }, BUILT_AT);
  const headlines = sheet.tables.find(({ name }) => name === "Clinic_headlines")!;
  const formatAt = (id: string, heading: string) => {
    const row = headlines.row + 1 + report.headlines.findIndex((each) => each.id === id);
    const column = headlines.column + headlines.headings.indexOf(heading);
    return sheet.styles.filter((style) => style.row === row && style.column === column).at(-1)?.numberFormat;
  };
  expect(formatAt("cp-visits-10wd", "Target")).toBe('0.0%"*"');
  expect(formatAt("icpc-15wd", "This month")).toBe('0.0%" [u]"');
  expect(formatAt("icpc-15wd", "Target")).toBeUndefined();
  const words = JSON.stringify(sheet.blocks);
  expect(words).toContain("* = a starting value: nobody has agreed this target yet.");
  expect(words).toContain("[u] = a share of fewer than 10.");
});
