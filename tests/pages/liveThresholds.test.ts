import fc from "fast-check";
import type { CellValue, TableValues } from "../../src/clinic/cells/worksheet";
import { INDICATORS } from "../../src/clinic/indicators/catalogue";
import { SETTINGS_TABLES, SETUP_TABLES } from "../../src/clinic/settings/settingsTables";
import type { WorkbookPlan } from "../../src/pages/plan";
import { calculatePlan } from "../support/calculatePlan";
import { publishedReport } from "../support/publishedReport";
import { planOf, tableOf } from "../support/reportOf";

/** A row of ClinicTargets: better when, target, amber within, and whether the two are formatted as percents. */
interface Typed {
  readonly betterWhen: CellValue;
  readonly target: CellValue;
  readonly amberWithin: CellValue;
}

const word = fc.constantFrom("higher", "Lower", " near ", "near target", "none", "-", "", "upwards", 3);
const number = fc.oneof(
  fc.constantFrom(0, 60, 70, 71, 85.3, 90, 97.7, 100, 101, -5),
  fc.double({ min: 0, max: 120, noNaN: true }).map((value) => Math.round(value * 10) / 10),
);
const cell = fc.oneof(
  { weight: 5, arbitrary: number },
  { weight: 2, arbitrary: fc.constantFrom("", "none", "No target", "-", "n/a", "ninety", "#N/A") },
);
const typed = fc.record({ betterWhen: word, target: cell, amberWithin: cell });

test("words and colours follow Clinic Settings at once, exactly as the next build would have them", () => {
  const before = planOf(publishedReport(), [
    targetsOf(() => ({ betterWhen: "higher", target: 90, amberWithin: 5 })),
  ]);
  fc.assert(
    fc.property(
      fc.array(typed, { minLength: INDICATORS.length, maxLength: INDICATORS.length }),
      thresholds(),
      limits,
      (rows, threshold, statuses) => {
        const edited = [targetsOf((i) => rows[i]!), optionsOf(threshold), statusesOf(statuses)];
        const after = planOf(publishedReport(edited), edited);
        // The sheets of the first build, with the settings as they now stand and nothing built again.
        const live = calculatePlan({ ...after, sheets: keepSheets(before, after) }, edited);
        expect(words(live)).toEqual(words(calculatePlan(after, edited)));
      },
    ),
    { numRuns: 6 },
  );
});

test("what the formulas of a build come to is what its report says, whatever was typed", () => {
  fc.assert(
    fc.property(
      fc.array(typed, { minLength: INDICATORS.length, maxLength: INDICATORS.length }),
      thresholds(),
      limits,
      (rows, threshold, statuses) => {
        const standing = [targetsOf((i) => rows[i]!), optionsOf(threshold), statusesOf(statuses)];
        const { formulas } = calculatePlan(planOf(publishedReport(standing), standing), standing);
        const wrong = formulas.filter(({ expected, result }) =>
          typeof expected === "number" && typeof result === "number"
            ? Math.abs(expected - result) > 1e-9
            : expected !== result,
        );
        expect(wrong.slice(0, 3)).toEqual([]);
      },
    ),
    { numRuns: 6 },
  );
});

/** The target of cin-visits-6w as Clinic Definitions has it. */
function targetShown(plan: WorkbookPlan, standing: readonly TableValues[]) {
  const { row, column, headings, rows } = tableOf(plan, "Clinic_definitions");
  const at = rows.findIndex(([id]) => id === "cin-visits-6w");
  return calculatePlan(plan, standing).at(
    "Clinic Definitions",
    row + 1 + at,
    column + headings.indexOf("Target"),
  );
}

test("a target typed as 57% in a cell formatted as a percent is 57 points", () => {
  const table = targetsOf(() => ({ betterWhen: "higher", target: 0.57, amberWithin: 0.05 }));
  const standing = [
    {
      ...table,
      formats: table.rows.map((row) => row.map((_, i) => (i === 3 || i === 4 ? "0%" : "General"))),
    },
  ];
  const plan = planOf(publishedReport(standing), standing);
  const { formulas } = calculatePlan(plan, standing);
  expect(targetShown(plan, standing)).toBe(57);
  expect(
    formulas.filter(({ expected, result }) => typeof expected === "string" && expected !== result),
  ).toEqual([]);
});

test("92% typed over points after the build is 92 points at once; a bare 0.92 that the build found is what it was", () => {
  const targetsWith = (target: CellValue) => [
    targetsOf(() => ({ betterWhen: "higher", target, amberWithin: 5 })),
  ];
  const shownTarget = (built: CellValue, typed: CellValue) => {
    const plan = planOf(publishedReport(targetsWith(built)), targetsWith(built));
    return targetShown(plan, targetsWith(typed));
  };
  expect(shownTarget(90, 0.92)).toBe(92);
  expect(shownTarget(90, 1)).toBe(100);
  expect(shownTarget(90, 0)).toBe(0);
  expect(shownTarget(90, 1.5)).toBe(1.5);
  expect(shownTarget(0.92, 0.92)).toBe(0.92);
});

test("rows found by their wording, sorted or moved to other columns are found all the same", () => {
  const rows = targetsOf((i) => ({ betterWhen: "lower", target: i, amberWithin: 1 })).rows;
  const moved: TableValues = {
    name: "ClinicTargets",
    sheet: "O'Hara's targets",
    headerRow: 9,
    firstColumn: 26,
    headings: ["Note", "Amber within", "Target", "Better when", "ID"],
    rows: [...rows]
      .reverse()
      .map((row, i) => [i, row[4]!, row[3]!, row[2]!, INDICATORS[rows.length - 1 - i]!.wording]),
  };
  const plan = planOf(publishedReport([moved]), [moved]);
  const name = plan.names.find((each) => each.name === "Clinic_target_cp_rate")!;
  expect(name.formula).toContain(
    "INDEX('O''Hara''s targets'!$AC:$AC,MATCH(\"Rate of children subject to CP plans\",'O''Hara''s targets'!$AE:$AE,0))",
  );
  const wrong = calculatePlan(plan, [moved]).formulas.filter(
    ({ expected, result }) => typeof expected === "string" && expected !== result,
  );
  expect(wrong.slice(0, 3)).toEqual([]);
});

test("a target that is cleared is none at once; a row that is deleted is the default", () => {
  const built = [targetsOf(() => ({ betterWhen: "higher", target: 90, amberWithin: 5 }))];
  const plan = planOf(publishedReport(built), built);
  const cleared = [targetsOf(() => ({ betterWhen: "", target: "", amberWithin: "" }))];
  expect(targetShown(plan, cleared)).toBe("-");
  expect(targetShown(plan, [{ ...cleared[0]!, rows: [] }])).toBe(95);
});

test("a heading that was taken away leaves the defaults", () => {
  const standing: TableValues[] = [
    {
      name: "ClinicTargets",
      sheet: "Clinic Settings",
      headerRow: 2,
      firstColumn: 3,
      headings: ["ID"],
      rows: [["cp-rate"]],
    },
    {
      name: "ClinicOptions",
      sheet: "Clinic Settings",
      headerRow: 2,
      firstColumn: 0,
      headings: ["Setting"],
      rows: [["x"]],
    },
  ];
  const { names } = planOf(publishedReport(), standing);
  const formulaOf = (wanted: string) => names.find(({ name }) => name === wanted)?.formula;
  expect(formulaOf("Clinic_target_cp_rate")).toBe("=60");
  expect(formulaOf("Clinic_better_cp_rate")).toBe('="lower"');
  expect(formulaOf("Clinic_amber_cp_rate")).toBe("=5");
  expect(formulaOf("Clinic_target_contacts")).toBe('="-"');
  expect(formulaOf("Clinic_caseload_threshold")).toBe("=20");
});

function targetsOf(row: (i: number) => Typed): TableValues {
  return {
    name: "ClinicTargets",
    sheet: "Clinic Settings",
    headerRow: 2,
    firstColumn: 3,
    headings: SETTINGS_TABLES.ClinicTargets,
    rows: INDICATORS.map(({ id, wording }, i) => {
      const { betterWhen, target, amberWithin } = row(i);
      return [id, wording, betterWhen, target, amberWithin, "", "", "", "", "", ""];
    }),
  };
}

function optionsOf(threshold: CellValue): TableValues {
  return {
    name: "ClinicOptions",
    sheet: "Clinic Settings",
    headerRow: 2,
    firstColumn: 0,
    headings: SETTINGS_TABLES.ClinicOptions,
    rows: [
      ["caseload highlight at or above", threshold],
      ["Reporting month", "2023-07"],
    ],
  };
}

/** A limit of each qualifying status of the pack, and of one that differs from NQSW by its spaces. */
const limit = fc.constantFrom<CellValue>("", 12, 15, 18.5, 22, 0, -3, "few", "#N/A");
const limits = fc.tuple(limit, limit, limit, limit);

function statusesOf(cells: readonly CellValue[]): TableValues {
  const statuses = ["sw", "NQSW", "ASYE", " NQSW"];
  return {
    name: "ClinicStatuses",
    sheet: "Clinic Setup",
    headerRow: 2,
    firstColumn: 15,
    headings: SETUP_TABLES.ClinicStatuses,
    rows: statuses.map((status, i) => [status, cells[i] ?? ""]),
  };
}

function thresholds() {
  return fc.constantFrom<CellValue>(20, 18, 23, "", "twenty", 0, 22.5);
}

/** All but Clinic Settings and Clinic Setup as they were. */
function keepSheets(before: WorkbookPlan, after: WorkbookPlan) {
  return after.sheets.map((sheet) =>
    ["settings", "setup"].includes(sheet.page)
      ? sheet
      : before.sheets.find(({ page }) => page === sheet.page)!,
  );
}

/** RAG words and caseload flags by place: what must change at once. */
function words({ formulas }: ReturnType<typeof calculatePlan>) {
  return formulas
    .filter(
      ({ sheet, formula }) =>
        !["Clinic Summary", "Clinic Settings", "Clinic Setup"].includes(sheet) &&
        /"Amber"|"\+"|"→ Same"/.test(formula) &&
        !formula.includes("caseloads_20_plus"),
    )
    .map(({ sheet, cell: at, result }) => `${sheet} ${at} ${String(result)}`);
}

test("a newly qualified worker’s lower limit flags at once; the 20+ table and its title keep the option’s", () => {
  const before = planOf(publishedReport());
  const standing = [statusesOf(["", 15, "", ""])];
  const table = tableOf(before, "Clinic_caseloads_swf_central");
  const [load, status, flag] = ["No. of Allocations", "Qualifying Status", "Flag"].map((heading) =>
    table.headings.indexOf(heading),
  );
  const live = calculatePlan(before, standing);
  const flags = table.rows.map((row, i) => ({
    load: Number(row[load!]),
    status: String(row[status!]),
    flag: live.at("Clinic Caseloads", table.row + 1 + i, table.column + flag!),
  }));
  const limitOf = (each: string) => (each === "NQSW" ? 15 : 20);
  expect(flags.map((row) => row.flag)).toEqual(
    flags.map((row) => (row.load >= limitOf(row.status) ? `${limitOf(row.status)}+` : "-")),
  );
  expect(flags.some((row) => row.flag === "15+")).toBe(true);
  const report = publishedReport(standing);
  expect(report.caseloads[0]?.rows.every(({ allocations }) => allocations >= 20)).toBe(true);
  expect(report.caseloads[0]?.title).toBe("20+ Caseloads");
});
