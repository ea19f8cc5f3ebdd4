import type { TableValues } from "../../src/clinic/cells/worksheet";
import { BUILT_IN } from "../../src/clinic/indicators/catalogue";
import type { ClinicReport, TeamTable } from "../../src/clinic/report";
import { PUBLISHED_TEAM_TABLES } from "../support/publishedIndicators";
import { defaultServices } from "../../src/clinic/teams/service";
import { SETTINGS_TABLES } from "../../src/clinic/settings/settingsTables";
import { format } from "numfmt";
import { cellGrid } from "../../src/files/workbook/cellGrid";
import { fixSheet } from "../../src/files/workbook/fixedSheet";
import { CELL_LOOKS } from "../../src/pages/look";
import { INDENT_WIDTH } from "../../src/pages/layout/rowHeights";
import { AS_TEXT } from "../../src/pages/layout/tableColumn";
import { textWidth } from "../../src/pages/layout/textWidth";
import { checkPlan } from "../../src/pages/checkPlan";
import type { TablePlan, WorkbookPlan } from "../../src/pages/plan";
import { calculatePlan } from "../support/calculatePlan";
import { publishedReport, teamTable } from "../support/publishedReport";
import { madeTeam } from "../support/madeList";
import { planOf, sheetOf, tableOf } from "../support/reportOf";

const BASE = publishedReport();

/** No rule broken, and every formula comes to what the report says. */
function expectSound(report: ClinicReport, standing: readonly TableValues[] = []): WorkbookPlan {
  const plan = planOf(report, standing);
  expect(checkPlan(plan)).toEqual([]);
  const wrong = calculatePlan(plan, standing).formulas.filter(({ expected, result }) =>
    typeof expected === "number" && typeof result === "number"
      ? Math.abs(expected - result) > 1e-9
      : expected !== result,
  );
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(tooNarrow(plan)).toEqual([]);
  return plan;
}

/** Numbers that Excel would show as ####, and words of ours that would be cut. */
function tooNarrow({ sheets }: WorkbookPlan): readonly string[] {
  const names = new Set(sheets.map(({ name }) => name));
  return sheets
    .filter(({ page }) => page !== "settings" && page !== "setup")
    .flatMap((sheet) =>
      [...cellGrid(fixSheet(sheet, names))].flatMap(([row, cells]) =>
        [...cells].flatMap(([column, { content, format: look }]) => {
          const width = sheet.columnWidths[column];
          const isInTable = sheet.tables.some((table) => isBodyOf(table, row, column));
          const { bold, size, wrap, indent } = CELL_LOOKS[look.style];
          if (content === null || width === undefined || !isInTable) return [];
          if (typeof content === "string" && (wrap || look.numberFormat === AS_TEXT)) return [];
          const text =
            typeof content === "string" ? content : format(look.numberFormat, content, { throws: false });
          const font = { weight: bold ? ("bold" as const) : ("regular" as const), size };
          const needed = textWidth(text, font) + indent * INDENT_WIDTH;
          return needed <= width ? [] : [`${sheet.name} row ${row} column ${column}: ${text} in ${width}`];
        }),
      ),
    );
}

function isBodyOf(table: TablePlan, row: number, column: number): boolean {
  const rows = table.rows.length + (table.total === null ? 0 : 1);
  return (
    row > table.row &&
    row <= table.row + rows &&
    column >= table.column &&
    column < table.column + table.headings.length
  );
}

function withTeams(names: readonly string[]): ClinicReport {
  const tables = PUBLISHED_TEAM_TABLES.map((id): TeamTable => {
    const title = BASE.tables.find((table) => table.id === id)!.title;
    const rows = names.map((team, i) => ({ team, denominator: 8 + i, numerator: 5 + (i % 3) }));
    return teamTable({ id, title, rows }, BASE.settings);
  });
  const totals = new Map(tables.map(({ id, total }) => [id as string, total]));
  return {
    ...BASE,
    tables,
    headlines: BASE.headlines.map((line) => {
      const total = totals.get(line.id);
      return total ? { ...line, value: total.percent, previous: null, rag: total.rag, travel: null } : line;
    }),
    reconciliations: [],
  };
}

test.each([
  ["one team", ["Only Team"]],
  ["forty teams", Array.from({ length: 40 }, (_, i) => `Team ${String(i).padStart(2, "0")}`)],
  [
    "names that try everything",
    [
      'Team "A"',
      "Team [1]",
      "O'Hara's @team",
      "=SUM(A1:A9)",
      "#N/A",
      "Jul-23",
      "*",
      "x".repeat(400),
      "Équipe – 2",
    ],
  ],
])("%s", (_, names) => {
  const report = withTeams(names);
  const late = report.tables.flatMap(({ id, rows }) =>
    rows.flatMap(({ team, denominator, numerator }) =>
      Array.from({ length: id === "cp-repeat" ? numerator : denominator - numerator }, (__, i) => ({
        indicator: id,
        team,
        child: "=1+1",
        date: null,
        daysOver: null,
        unit: "days" as const,
        due: null,
        state: "to do" as const,
        sheet: `It's "here"`,
        row: i + 2,
      })),
    ),
  );
  const plan = expectSound({ ...report, outOfTime: late });
  const table = tableOf(plan, "Clinic_cin_visits_6w");
  expect(table.rows.map(([team]) => team)).toEqual(names);
  const [chart] = sheetOf(plan, "Clinic CIN").charts;
  expect(chart!.top).toBeGreaterThan(table.row + Math.max(names.length + 1, 13));
  const counts = tableOf(plan, "Clinic_out_of_time_counts");
  expect(counts.rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(late.length);
  expect(counts.rows.every((row) => row[2] === row[3])).toBe(true);
});

test("text from extracts is planned as text, never as a formula", () => {
  const plan = planOf(withTeams(["=SUM(A1:A9)"]));
  expect(tableOf(plan, "Clinic_cp_repeat").rows[0]![0]).toBe("=SUM(A1:A9)");
  expect(tableOf(plan, "Clinic_cp_repeat").columns[0]!.numberFormat).toBe("@");
});

test("a table without rows adds up to 0, 0 and a dash", () => {
  const plan = expectSound({ ...withTeams([]), outOfTime: [] });
  const table = tableOf(plan, "Clinic_cla_visits");
  const calculated = calculatePlan(plan);
  const at = (row: number) =>
    [0, 1, 2, 3, 4].map((i) => calculated.at("Clinic CLA Visits", table.row + row, i));
  expect(at(1)).toEqual(["None this month", 0, 0, "-", "-"]);
  expect(at(2)).toEqual(["Total", 0, 0, "-", "-"]);
});

describe("tables that are not available", () => {
  const reason = "CIN Plans was not found.";
  const teams = [
    madeTeam("BIT East 1", { service: "BIT" }),
    ...["Central", "East", "West"].map((locality) => madeTeam(`SWF ${locality} 1`, { locality })),
  ];
  const report: ClinicReport = {
    ...BASE,
    settings: { ...BASE.settings, teams, services: defaultServices(teams) },
    tables: BASE.tables.filter(({ id }) => id !== "cin-visits-6w" && id !== "cin-supervision"),
    caseloads: [],
    outOfTime: BASE.outOfTime.filter(({ indicator }) => !indicator.startsWith("cin-")),
    reconciliations: [],
    demandMonthEnd: BASE.demandMonthEnd.map((row) =>
      row.id === "cin-not-cwd"
        ? { ...row, values: [...row.values.slice(0, 12), null], travel: null, rag: null }
        : row,
    ),
    headlines: BASE.headlines.map((line) =>
      line.id.startsWith("cin-") ? { ...line, value: null, rag: null, travel: null } : line,
    ),
    series: BASE.series.map((each) =>
      each.id.startsWith("cin-") ? { ...each, values: [...each.values.slice(0, 12), null] } : each,
    ),
    definitions: BASE.definitions.map((each) =>
      each.id.startsWith("cin-") ? { ...each, unavailable: reason } : each,
    ),
    unavailable: [
      { id: "cin-visits-6w", reason },
      { id: "cin-supervision", reason },
      { id: "cin-not-cwd", reason },
      { id: "caseloads-20-plus", reason: "Allocations was not found." },
      { id: "caseloads-bit", reason: "Allocations was not found." },
    ],
  };
  const plan = expectSound(report);

  test("stand with [x] and no figure, and the page says why", () => {
    const table = tableOf(plan, "Clinic_cin_visits_6w");
    expect(table.rows).toEqual([["[x] Not available", "[x]", "[x]", "[x]", "[x]"]]);
    expect(table.total).toEqual(["Total", "[x]", "[x]", "[x]", "[x]"]);
    expect(noteOf("Clinic CIN")).toBe(
      "[x] = not available. CIN Plans was not found. A blank month has no figure and is a gap in its chart.",
    );
    expect(sheetOf(plan, "Clinic CIN").charts.map(({ labelledPoint }) => labelledPoint)).toEqual([11, 11]);
  });

  test("leave a gap on Demand, not a 0", () => {
    const row = tableOf(plan, "Clinic_demand_month_end").rows[2]!;
    expect(row[13]).toBe("[x]");
    expect(noteOf("Clinic Demand")).toContain("[x] = no figure for that month. CIN Plans was not found.");
  });

  test("leave the standing caseload tables in their places", () => {
    const { tables } = sheetOf(plan, "Clinic Caseloads");
    expect(tables.map(({ name, column }) => [name, column])).toEqual(
      sheetOf(planOf(BASE), "Clinic Caseloads").tables.map(({ name, column }) => [name, column]),
    );
    expect(tables[0]!.rows[0]!.slice(0, 3)).toEqual(["[x]", "[x]", "[x]"]);
    expect(noteOf("Clinic Caseloads")).toContain("Allocations was not found.");
  });

  test("are named on the Summary", () => {
    const text = JSON.stringify(sheetOf(plan, "Clinic Summary").blocks[0]);
    expect(text).toContain(
      "Not available ([x]): % of CIN visits within last 6 weeks; % of Supervisions in timescales for children with CIN plans; " +
        "Number of children with Child in Need Plan (not CWD); Caseloads.",
    );
  });

  function noteOf(sheet: string): string {
    const block = sheetOf(plan, sheet).blocks.find(({ row, column }) => row === 3 && column === 0);
    return String(block?.cells[0]?.[0]);
  }
});

test("without any target there is a dash for it, for RAG and for direction, and no target line", () => {
  const standing: TableValues[] = [
    {
      name: "ClinicTargets",
      sheet: "Clinic Settings",
      headerRow: 2,
      firstColumn: 3,
      headings: SETTINGS_TABLES.ClinicTargets,
      rows: BASE.definitions.map(({ id }) => [id, "", "", "none", "", "", "", "", "", "", ""]),
    },
  ];
  const report = publishedReport(standing);
  const plan = expectSound(report, standing);
  const calculated = calculatePlan(plan, standing);
  const row = tableOf(plan, "Clinic_demand_month_end").row + 6;
  expect([14, 15, 16].map((column) => calculated.at("Clinic Demand", row, column))).toEqual(["-", "-", "-"]);
  expect(plan.sheets.flatMap(({ charts }) => charts).every(({ hasTarget }) => !hasTarget)).toBe(true);
  expect(tableOf(plan, "Clinic_series_cla_visits").rows.every(([, , target]) => target === "-")).toBe(true);
});

test("an empty workbook's report", () => {
  const none = BASE.months.map(() => null);
  const plan = expectSound({
    ...BASE,
    demandMonth: BASE.demandMonth.map((row) => ({ ...row, values: none, trend: null })),
    demandMonthEnd: BASE.demandMonthEnd.map((row) => ({ ...row, values: none, rag: null, travel: null })),
    tables: [],
    caseloads: [],
    series: [],
    headlines: [],
    messages: [],
    outOfTime: [],
    issues: [],
    unavailable: PUBLISHED_TEAM_TABLES.map((id) => ({ id, reason: "No list was found." })),
    sources: [],
    reconciliations: [],
    history: [],
  });
  expect(plan.sheets.flatMap(({ charts }) => charts)).toHaveLength(BUILT_IN.charted.length);
});

test("a council's name is shown where there is one", () => {
  const named = { ...BASE, settings: { ...BASE.settings, councilName: ' Ünder "Hill" & Dale ' } };
  const plan = expectSound(named);
  expect(sheetOf(plan, "Clinic CIN").blocks[0]!.cells[1]).toEqual(['July 2023 – Ünder "Hill" & Dale']);
  expect(sheetOf(planOf(BASE), "Clinic CIN").blocks[0]!.cells[1]).toEqual(["July 2023"]);
});

test("further localities stand after West, each as a table of its own", () => {
  const further = ["Ashford", "St. Mary's & North", "locality not recorded"].map((locality) => ({
    id: `caseloads-swf-${locality.toLowerCase().replaceAll(" ", "-")}`,
    title: `Caseloads - SWF ${locality}`,
    rows: [{ allocations: 21, status: "SW", team: `SWF ${locality} 1`, highlight: true }],
  }));
  const plan = expectSound({ ...BASE, caseloads: [...BASE.caseloads, ...further] });
  expect(
    sheetOf(plan, "Clinic Caseloads")
      .tables.slice(5)
      .map(({ name }) => name),
  ).toEqual([
    "Clinic_caseloads_swf_ashford",
    "Clinic_caseloads_swf_st_mary_s_north",
    "Clinic_caseloads_swf_locality_not_recorded",
  ]);
});

test("localities whose names come to one table name have a table each, under names that Excel takes", () => {
  const localities = ["St Mary's", "St Mary’s", "a-b", "a b", "-", "#", "北", "L".repeat(300)];
  const further = localities.map((locality) => ({
    id: `caseloads-swf-${locality.toLowerCase().replaceAll(" ", "-")}`,
    title: `Caseloads - SWF ${locality}`,
    rows: [{ allocations: 9, status: "SW", team: "SWF", highlight: false }],
  }));
  const plan = expectSound({ ...BASE, caseloads: [...BASE.caseloads, ...further] });
  const names = sheetOf(plan, "Clinic Caseloads").tables.map(({ name }) => name);
  expect(names.slice(BASE.caseloads.length, -1)).toEqual([
    "Clinic_caseloads_swf_st_mary_s",
    "Clinic_caseloads_swf_st_mary_s_2",
    "Clinic_caseloads_swf_a_b",
    "Clinic_caseloads_swf_a_b_2",
    "Clinic_caseloads_swf_",
    "Clinic_caseloads_swf__2",
    "Clinic_caseloads_swf_北",
  ]);
  expect(names.at(-1)!.length).toBeLessThanOrEqual(255);
});
