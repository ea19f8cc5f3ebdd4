/** The pack as it was published for July 2023, out of the sample extracts: every printed figure. */
import { shown } from "../../src/clinic/measures/measures";
import { calculateClinic } from "../../src/clinic/calculate/calculateClinic";
import { toReportJson } from "../../src/clinic/reportJson";
import type { ClinicReport } from "../../src/clinic/report";
import { day } from "../support/madeList";
import { showingPublished } from "../support/publishedIndicators";
import { readSample } from "../support/readSample";
import published from "./clinic-2023-07.json";

const ARROWS: Readonly<Record<string, string>> = { up: "↑", down: "↓", flat: "→" };
const TRAVEL: Readonly<Record<string, string>> = { improving: "↑", worsening: "↓", same: "→" };

let report: ClinicReport;
beforeAll(async () => {
  report = calculateClinic(showingPublished(await readSample()), day("2023-08-10"));
});

it("is the pack of July 2023, looking back from its last day", () => {
  expect(report.month).toBe("2023-07");
  expect(report.months).toEqual(published.months);
  expect(report.settings.asAt).toBe(day("2023-07-31"));
  expect(report.unavailable).toEqual([]);
});

describe("context of demand", () => {
  it.each(published.contextOfDemand.flow.map((row) => [row.id, row] as const))("%s", (id, row) => {
    const made = report.demandMonth.find((candidate) => candidate.id === id)!;
    expect(made.indicator).toBe(row.indicator);
    expect(made.values.map((value) => shown(made.kind, value))).toEqual(row.values);
    expect(ARROWS[made.trend ?? ""]).toBe(row.trend);
  });

  it.each(published.contextOfDemand.stock.map((row) => [row.id, row] as const))("%s", (id, row) => {
    const made = report.demandMonthEnd.find((candidate) => candidate.id === id)!;
    expect(made.indicator).toBe(row.indicator);
    expect(made.values.map((value) => shown(made.kind, value))).toEqual(row.values);
    expect(made.target).toBe(row.target);
    expect(made.rag === null).toBe(row.rag === null);
    expect(TRAVEL[made.travel ?? ""] ?? null).toBe(row.directionOfTravel);
  });

  it("stands in the published order", () => {
    expect(report.demandMonth.map(({ id }) => id)).toEqual(published.contextOfDemand.flow.map(({ id }) => id));
    expect(report.demandMonthEnd.map(({ id }) => id)).toEqual(published.contextOfDemand.stock.map(({ id }) => id));
  });
});

describe("by team", () => {
  it.each(published.percentTables.map((table) => [table.id, table] as const))("%s", (id, table) => {
    const made = report.tables.find((candidate) => candidate.id === id)!;
    const printed = (row: { denominator: number; numerator: number; percent: number | null }) => ({
      denominator: row.denominator,
      numerator: row.numerator,
      percent: `${shown("percent", row.percent)!.toFixed(1)}%`,
    });
    expect(made.title).toBe(table.title);
    expect(made.rows.map((row) => ({ team: row.team, ...printed(row) }))).toEqual(table.rows);
    expect(printed(made.total)).toEqual(table.total);
  });

  it("stands in the published order", () => {
    expect(report.tables.map(({ id }) => id)).toEqual(published.percentTables.map(({ id }) => id));
  });
});

describe("caseloads", () => {
  it.each(published.caseloads.map((table, i) => [table.title, table, i] as const))("%s", (title, table, i) => {
    const made = report.caseloads[i]!;
    expect(made.title).toBe(title);
    expect(made.rows.map(({ allocations, status, team }) => ({ allocations, status, team }))).toEqual(table.rows);
    expect(made.rows.every(({ allocations, highlight }) => highlight === allocations >= 20)).toBe(true);
  });

  it("has no table more", () => {
    expect(report.caseloads.map(({ id }) => id)).toEqual([
      "caseloads-20-plus",
      "caseloads-bit",
      "caseloads-swf-central",
      "caseloads-swf-east",
      "caseloads-swf-west",
    ]);
  });
});

describe("charts", () => {
  it("have the published titles in the published order", () => {
    expect(report.series.map(({ title }) => title)).toEqual(published.charts);
  });

  it("end in the month's own figure and leave gaps where none was published", () => {
    for (const { id, values } of report.series) {
      expect(values).toHaveLength(13);
      const total = report.tables.find((table) => table.id === id)?.total.percent;
      if (total !== undefined) expect(values[12]).toBe(total);
    }
    expect(report.series.find(({ id }) => id === "s47-to-icpc")!.values[4]).toBeNull();
    expect(report.series.find(({ id }) => id === "cin-not-cwd")!.values[12]).toBe(467);
  });
});

describe("what follows from the figures", () => {
  it("lists every record that is in a denominator and not in time, and each repeat plan", () => {
    for (const { id, total } of report.tables) {
      const listed = report.outOfTime.filter(({ indicator }) => indicator === id).length;
      expect([id, listed]).toEqual([id, id === "cp-repeat" ? total.numerator : total.denominator - total.numerator]);
    }
  });

  it("reconciles each headline with each table under it to the child", () => {
    expect(report.reconciliations.map(({ table }) => table)).toHaveLength(9);
    for (const { headlineCount, tableTotal, parts } of report.reconciliations) {
      expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(headlineCount - tableTotal);
    }
  });

  it("says what is red, what is furthest from its target and with which team, and what moved most", () => {
    expect(report.messages).toEqual([
      "Of the 14 indicators with a target and a figure, 7 are red, 4 amber and 3 green.",
      "Furthest from its target: ICPCs held in time, at 42.9% against a target of 80% or more; 11 of the 28 out of time are with CWD.",
      "Also far from its target: CP core groups in time, at 70.2% against a target of 90% or more; 24 of the 90 out of time are with SWF West 1.",
      "Also far from its target: Repeat CP plans, at 34.1% against a target of 20% or less; 27 of the 103 are with SWF East 1.",
      "Moved most since June 2023: ICPCs held in time fell from 52.5% to 42.9%, worsening.",
      "Also moved: Assessments completed within 45 days rose from 84.0% to 89.6%, improving.",
      "Also moved: CP supervisions in time rose from 83.0% to 87.1%, improving.",
      "Demand that changed most since June 2023: Strategy discussions held fell from 207 to 132.",
      "Children with a CIN plan (not CWD): 394 of 467 are with clinic teams; tables by team leave out the others.",
      "Children subject to a CP plan: 302 of 345 are with clinic teams; tables by team leave out the others.",
      "Children in our care: 99 of 510 are with clinic teams; tables by team leave out the others.",
    ]);
  });

  it("keeps the month in history, a Total and each team", () => {
    const ofMonth = report.history.filter(({ month }) => month === "2023-07");
    expect(ofMonth.filter(({ team }) => team === "Total")).toHaveLength(30);
    const teams = report.tables.reduce((sum, { rows }) => sum + rows.length, 0);
    expect(ofMonth).toHaveLength(30 + teams);
    expect(ofMonth.find(({ indicator, team }) => indicator === "cp-rate" && team === "Total")).toEqual({
      month: "2023-07",
      indicator: "cp-rate",
      team: "Total",
      numerator: 345,
      denominator: 49_300,
      value: (345 * 10_000) / 49_300,
      countedBy: { timescale: null, unit: null, teamsCounted: "all" },
    });
  });

  it("goes into the report JSON key for key", () => {
    const json = toReportJson(report);
    expect(Object.keys(json)).toEqual([
      "month",
      "asAt",
      "demand",
      "tables",
      "caseloads",
      "series",
      "outOfTime",
      "issues",
      "unavailable",
    ]);
    expect(json.asAt).toBe("2023-07-31");
    expect(Object.keys(json.demand)).toEqual(["months", "month", "monthEnd"]);
    expect(Object.keys(json.demand.month[0]!)).toEqual(["id", "indicator", "values", "trend"]);
    expect(Object.keys(json.demand.monthEnd[0]!)).toEqual([
      ...["id", "indicator", "values", "target", "rag", "travel"],
    ]);
    expect(Object.keys(json.tables[0]!)).toEqual(["id", "title", "rows", "total"]);
    expect(Object.keys(json.tables[0]!.rows[0]!)).toEqual(["team", "denominator", "numerator", "percent", "rag"]);
    expect(Object.keys(json.tables[0]!.total)).toEqual(["denominator", "numerator", "percent", "rag"]);
    expect(Object.keys(json.caseloads[0]!.rows[0]!)).toEqual(["allocations", "status", "team", "highlight"]);
    expect(Object.keys(json.series[0]!)).toEqual(["id", "title", "values", "target"]);
    expect(Object.keys(json.outOfTime[0]!)).toEqual([
      ...["indicator", "team", "child", "date", "daysOver", "sheet", "row"],
    ]);
    const cells = report.issues.reduce((sum, { cells: of }) => sum + Math.max(1, of.length), 0);
    expect(json.issues).toHaveLength(cells);
    expect(Object.keys(json.issues[0]!)).toEqual(["severity", "code", "sheet", "cell", "message"]);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });
});
