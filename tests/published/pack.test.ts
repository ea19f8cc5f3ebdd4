/**
 * The whole way: the sample extracts in, through the add-in's own build and Microsoft's client, a workbook out; and
 * July 2023 as it was published, read off that workbook's cells and off the report.
 */
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { runBuild } from "../../simulator/cli/build";
import { BUILT_IN } from "../../src/clinic/indicators/catalogue";
import { publishedOf } from "../support/publishedIndicators";
import { readCopy } from "../support/readCopy";
import { readPack, type Pack, type Shown } from "../support/readPack";
import { SAMPLE } from "../support/readSample";
import published from "./clinic-2023-07.json";

const OUT = path.resolve(__dirname, "../../out/tests");
const FILE = path.join(OUT, "published.xlsx");
const REPORT = path.join(OUT, "published.json");
const MONTHS = ["Jul-22", "Aug-22", "Sep-22", "Oct-22", "Nov-22", "Dec-22", "Jan-23"].concat(
  ["Feb-23", "Mar-23", "Apr-23", "May-23", "Jun-23", "Jul-23"],
);

interface ReportFile {
  readonly month: string;
  readonly asAt: string;
  readonly demand: {
    readonly months: readonly string[];
    readonly month: readonly { readonly id: string; readonly values: readonly (number | null)[]; readonly trend: string }[];
    readonly monthEnd: readonly {
      readonly id: string;
      readonly values: readonly (number | null)[];
      readonly target: number | null;
      readonly rag: string | null;
      readonly travel: string | null;
    }[];
  };
  readonly tables: readonly {
    readonly id: string;
    readonly title: string;
    readonly rows: readonly { readonly team: string; readonly denominator: number; readonly numerator: number }[];
    readonly total: { readonly denominator: number; readonly numerator: number };
  }[];
  readonly caseloads: readonly {
    readonly title: string;
    readonly rows: readonly { readonly allocations: number; readonly status: string; readonly team: string }[];
  }[];
  readonly series: readonly { readonly id: string; readonly title: string }[];
  readonly outOfTime: readonly { readonly indicator: string }[];
}

let pack: Pack;
let report: ReportFile;

beforeAll(async () => {
  await mkdir(OUT, { recursive: true });
  await runBuild({ input: SAMPLE, month: null, output: FILE, report: REPORT, verbose: false }, () => undefined);
  pack = await readPack(FILE);
  report = JSON.parse(await readFile(REPORT, "utf8")) as ReportFile;
}, 60_000);

const half = (value: number, decimals: number): string => (Math.round(value * 10 ** decimals + 1e-9) / 10 ** decimals).toFixed(decimals);
const percentShown = (ratio: Shown): string => (typeof ratio === "number" ? `${half(ratio * 100, 1)}%` : String(ratio));
const tableName = (id: string): string => `Clinic_${id.replace(/-/g, "_")}`;

it("holds the pack's sheets after the extracts, in order", () => {
  expect(pack.sheets.slice(0, 12)).toEqual([
    "Contacts",
    "Early Help",
    "Referrals",
    "Strategy Discussions",
    "Section 47",
    "Assessments",
    "CIN Plans",
    "CP Plans",
    "CLA",
    "Care Leavers",
    "Allocations",
    "Past Figures",
  ]);
  const ours = pack.sheets.slice(12);
  expect([...ours].sort()).toEqual(
    [
      "Clinic Summary",
      "Clinic Demand",
      "Clinic Caseloads",
      "Clinic Teams",
      "Clinic Assessments",
      "Clinic CIN",
      "Clinic ICPC",
      "Clinic CP Visits",
      "Clinic CP Core Groups",
      "Clinic CLA Visits",
      "Clinic CLA Supervision",
      "Clinic Out of Time",
      "Clinic Data Issues",
      "Clinic Definitions",
      "Clinic History",
      "Clinic Settings",
      "Clinic Setup",
    ].sort(),
  );
});

describe("demand, on the page and in the report", () => {
  const shownTrend = { "↑": "↑ Up", "↓": "↓ Down", "→": "→ No change" } as Record<string, string>;

  it.each(published.contextOfDemand.flow.map((row) => [row.id, row] as const))("%s", (id, row) => {
    const table = pack.table("Clinic_demand_month");
    expect(table.headings).toEqual(["Indicator", ...MONTHS, "Trend"]);
    const line = table.rows.find(([indicator]) => indicator === row.indicator)!;
    expect(line.slice(1, 14).map((value) => Number(half(Number(value), 0)))).toEqual(row.values);
    expect(line[14]).toBe(shownTrend[row.trend]);
    const reported = report.demand.month.find((each) => each.id === id)!;
    expect(reported.values.map((value) => Math.round(value!))).toEqual(row.values);
    expect({ "↑": "up", "↓": "down", "→": "flat" }[row.trend]).toBe(reported.trend);
  });

  it.each(published.contextOfDemand.stock.map((row) => [row.id, row] as const))("%s", (id, row) => {
    const table = pack.table("Clinic_demand_month_end");
    expect(table.headings).toEqual(["Indicator", ...MONTHS, "Target", "RAG", "Direction of travel", "Ref"]);
    const line = table.rows.find(([indicator]) => indicator === row.indicator)!;
    expect(line.slice(1, 14).map((value) => Number(half(Number(value), 0)))).toEqual(row.values);
    expect(line[14]).toBe(row.target ?? "-");
    // The colours are not legible in the published copies: that there is one is.
    expect(line[15] === "-").toBe(row.rag === null);
    expect(line[16]).toBe(row.directionOfTravel === "↑" ? "↑ Improving" : "-");
    const reported = report.demand.monthEnd.find((each) => each.id === id)!;
    expect(reported.target).toBe(row.target);
    expect(reported.travel).toBe(row.directionOfTravel === "↑" ? "improving" : null);
  });
});

describe("by team, on the page and in the report", () => {
  it.each(published.percentTables.map((table) => [table.id, table] as const))("%s", (id, table) => {
    const onPage = pack.table(tableName(id));
    expect(onPage.headings.slice(0, 4)).toEqual(["Team/Locality", "Denominator", "Numerator", "%"]);
    const lines = onPage.rows.map(([team, denominator, numerator, ratio]) => ({
      team,
      denominator,
      numerator,
      percent: percentShown(ratio ?? null),
    }));
    expect(lines).toEqual(table.rows);
    const [label, denominator, numerator, ratio] = onPage.total!;
    expect(label).toBe("Total");
    expect({ denominator, numerator, percent: percentShown(ratio ?? null) }).toEqual(table.total);
    const reported = report.tables.find((each) => each.id === id)!;
    expect(reported.title).toBe(table.title);
    expect(reported.rows.map(({ team, denominator: d, numerator: n }) => [team, d, n])).toEqual(
      table.rows.map((row) => [row.team, row.denominator, row.numerator]),
    );
    expect(reported.total).toMatchObject({
      denominator: table.total.denominator,
      numerator: table.total.numerator,
    });
  });
});

it("says the same to a library that had no hand in writing or calculating it", async () => {
  const other = readCopy(await readFile(FILE));
  for (const { id, title } of published.percentTables) {
    const { rows, total } = pack.table(tableName(id));
    const read = other.under(title, "Team/Locality");
    expect([title, read.map((row) => row.slice(0, 5))]).toEqual([title, [...rows, total!].map((row) => row.slice(0, 5))]);
  }
  for (const [title, name] of [
    ["Demand in the month", "Clinic_demand_month"],
    ["Demand at month end", "Clinic_demand_month_end"],
  ] as const)
    expect(other.under(title, "Indicator")).toEqual(pack.table(name).rows);
});

describe("caseloads, in order", () => {
  const names = ["20_plus", "bit", "swf_central", "swf_east", "swf_west"];

  it.each(published.caseloads.map((table, i) => [table.title, table, names[i]!] as const))("%s", (_, table, name) => {
    const onPage = pack.table(`Clinic_caseloads_${name}`);
    expect(onPage.headings.slice(0, 3)).toEqual(["No. of Allocations", "Qualifying Status", "Allocated_Team"]);
    expect(onPage.rows.map(([allocations, status, team]) => ({ allocations, status, team }))).toEqual(
      table.rows.map(({ allocations, status, team }) => ({ allocations, status, team })),
    );
    const reported = report.caseloads[names.indexOf(name)]!;
    expect(reported.rows.map(({ allocations, status, team }) => ({ allocations, status, team }))).toEqual(
      table.rows.map(({ allocations, status, team }) => ({ allocations, status, team })),
    );
  });

  it("flags SWF West 4's worker with 21 allocations, whom one published copy misses", () => {
    const west = pack.table("Clinic_caseloads_swf_west");
    const line = west.rows.find(([, , team]) => team === "SWF West 4")!;
    expect(line).toEqual([21, "SW", "SWF West 4", "20+"]);
  });
});

it("draws the charts natively, each with its title and its figures", () => {
  const charts = pack.parts("xl/charts/chart");
  expect(charts).toHaveLength(BUILT_IN.charted.length);
  expect(charts.every((xml) => xml.includes("<c:lineChart>"))).toBe(true);
  for (const title of published.charts) {
    const written = title.replace(/&/g, "&amp;");
    expect(charts.filter((xml) => xml.includes(written))).toHaveLength(1);
  }
  expect(publishedOf(report.series).map((series) => series.title)).toEqual(published.charts);
  expect(pack.tables.filter((name) => name.startsWith("Clinic_series_"))).toHaveLength(BUILT_IN.charted.length);
});

it("puts no worksheet function of the add-in on any sheet, nor in any rule", () => {
  expect(pack.parts("xl/worksheets/sheet").filter((xml) => /CLINIC\./i.test(xml))).toEqual([]);
});

it("lists the rate that cannot be right", () => {
  const issues = pack.table("Clinic_data_issues").rows.map((row) => row.join(" | "));
  expect(issues.filter((line) => line.includes("November 2022") && line.includes("in our care"))).toHaveLength(1);
});

it("lists as many children out of time as the tables leave out", () => {
  for (const table of published.percentTables) {
    const { denominator, numerator } = table.total;
    const expected = table.id === "cp-repeat" ? numerator : denominator - numerator;
    expect(report.outOfTime.filter(({ indicator }) => indicator === table.id)).toHaveLength(expected);
  }
});

it("leaves the sample itself as it was", async () => {
  const again = await readPack(SAMPLE);
  expect(again.sheets).not.toContain("Clinic Summary");
});
