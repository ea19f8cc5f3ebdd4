import { CannotBuild } from "../../../src/clinic/cannotBuild";
import { calculateClinic, calculateInSteps } from "../../../src/clinic/calculate/calculateClinic";
import type {
  CellValue,
  SheetValues,
  TableValues,
  WorkbookValues,
} from "../../../src/clinic/cells/worksheet";
import { INDICATORS } from "../../../src/clinic/indicators/catalogue";
import { toReportJson } from "../../../src/clinic/reportJson";
import { day } from "../../support/madeList";

const TODAY = day("2024-06-10");

function sheet(name: string, ...rows: readonly (readonly CellValue[])[]): SheetValues {
  return { name, firstRow: 0, firstColumn: 0, rows };
}

function table(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly CellValue[])[],
): TableValues {
  return { name, sheet: "Clinic Settings", headerRow: 2, firstColumn: 0, headings, rows };
}

const CIN = sheet(
  "CIN Plans",
  ["Child Unique ID", "CIN Plan Start Date", "CIN Plan End Date", "Last CIN Visit Date", "Allocated Team"],
  ["C1", day("2024-01-08"), "", day("2024-05-20"), "Zebra"],
  ["C1", day("2024-01-08"), "", day("2024-01-20"), "apple"],
  ["C2", day("2024-01-08"), "", "", "apple"],
  ["C3", day("2024-01-08"), "", day("2024-06-03"), "Outside"],
);

const OPTIONS = table(
  "ClinicOptions",
  ["Setting", "Value"],
  [
    ["Reporting month", "2024-05"],
    ["Population aged 0 to 17", 20_000],
  ],
);
const TEAMS = table(
  "ClinicTeams",
  ["Team", "Service", "In clinic tables"],
  [
    ["Zebra", "SWF", "Yes"],
    ["apple", "SWF", ""],
    ["Outside", "SWF", "No"],
  ],
);
const TARGET_HEADINGS = [
  "ID",
  "Better when",
  "Target",
  "Amber within",
  "Timescale",
  "Unit",
  "Not yet due",
  "Teams",
];

function workbook(more: Partial<WorkbookValues> = {}): WorkbookValues {
  return { sheets: [CIN], settings: [OPTIONS, TEAMS], history: null, choices: {}, date1904: false, ...more };
}

describe("a workbook with one list", () => {
  const report = calculateClinic(workbook(), TODAY);

  it("orders teams by lower-cased name and pools the total", () => {
    const visits = report.tables.find(({ id }) => id === "cin-visits-6w")!;
    expect(visits.rows).toEqual([
      { team: "apple", denominator: 2, numerator: 0, percent: 0, rag: "red" },
      { team: "Zebra", denominator: 1, numerator: 1, percent: 100, rag: "green" },
    ]);
    expect(visits.total).toEqual({ denominator: 3, numerator: 1, percent: 100 / 3, rag: "red" });
  });

  it("leaves out what it cannot make and says why, once each", () => {
    expect(report.tables.map(({ id }) => id)).toEqual(["cin-visits-6w"]);
    const reasons = new Map(report.unavailable.map(({ id, reason }) => [id, reason]));
    expect(reasons.size).toBe(report.unavailable.length);
    expect(reasons.get("cin-supervision")).toBe("CIN Plans has no “Last Supervision Date” column.");
    expect(reasons.get("cp-rate")).toBe("The workbook has no CP Plans list.");
    expect(reasons.get("caseloads-20-plus")).toBe("The workbook has no Allocations list.");
    expect(reasons.has("cin-not-cwd")).toBe(false);
    const contacts = report.demandMonth.find(({ id }) => id === "contacts")!;
    expect([contacts.values.at(-1), contacts.trend]).toEqual([null, null]);
    expect(report.caseloads).toEqual([]);
  });

  it("reconciles children with plans", () => {
    expect(report.reconciliations).toEqual([
      {
        headline: "cin-not-cwd",
        headlineCount: 3,
        table: "cin-visits-6w",
        tableTotal: 3,
        parts: [
          { reason: "Outside is not in the clinic tables", count: 1 },
          { reason: "Further open plans of a child who is counted once", count: -1 },
        ],
      },
    ]);
  });

  it("lists who is out of time by team, with the sheet and the row", () => {
    expect(report.outOfTime).toEqual([
      {
        indicator: "cin-visits-6w",
        team: "apple",
        child: "C1",
        date: day("2024-01-20"),
        daysOver: 90,
        unit: "days",
        due: day("2024-01-20") + 42,
        state: "to do",
        sheet: "CIN Plans",
        row: 3,
      },
      {
        indicator: "cin-visits-6w",
        team: "apple",
        child: "C2",
        date: null,
        daysOver: 102,
        unit: "days",
        due: expect.any(Number) as number,
        state: "to do",
        sheet: "CIN Plans",
        row: 4,
      },
    ]);
    expect(toReportJson(report).outOfTime[1]).toEqual({
      indicator: "cin-visits-6w",
      team: "apple",
      child: "C2",
      date: null,
      daysOver: 102,
      sheet: "CIN Plans",
      row: 4,
    });
  });

  it("has a definition of every indicator, available or not", () => {
    expect(report.definitions.map(({ id }) => id)).toEqual(INDICATORS.map(({ id }) => id));
    expect(report.definitions.find(({ id }) => id === "cla")!.unavailable).toBe(
      "The workbook has no CLA list.",
    );
  });
});

describe("targets", () => {
  const withTarget = (...row: CellValue[]) =>
    calculateClinic(
      workbook({ settings: [OPTIONS, TEAMS, table("ClinicTargets", TARGET_HEADINGS, [row])] }),
      TODAY,
    );

  it("judges the figure as shown: 33.3 meets 33.3", () => {
    const { tables } = withTarget("cin-visits-6w", "higher", 33.3, "");
    expect(tables[0]!.total.rag).toBe("green");
    expect(withTarget("cin-visits-6w", "higher", 33.4, "").tables[0]!.total.rag).toBe("red");
    expect(withTarget("cin-visits-6w", "higher", 33.4, 0.1).tables[0]!.total.rag).toBe("amber");
  });

  it("takes 0 for a target, and shows one that has no better direction without RAG", () => {
    const none = withTarget("cin-not-cwd", "", 0, "");
    expect(none.demandMonthEnd.find(({ id }) => id === "cin-not-cwd")).toMatchObject({
      target: 0,
      rag: null,
      travel: null,
    });
    const lower = withTarget("cin-not-cwd", "lower", 0, 5);
    expect(lower.demandMonthEnd.find(({ id }) => id === "cin-not-cwd")).toMatchObject({
      target: 0,
      rag: "amber",
    });
    expect(lower.headlines.map(({ id }) => id)).toContain("cin-not-cwd");
  });
});

describe("history", () => {
  const history: TableValues = {
    ...table(
      "Clinic_history",
      ["Month", "Indicator", "Team", "Numerator", "Denominator", "Value"],
      [
        ["2024-05", "contacts", "Total", "", "", 999],
        ["2024-04", "cin-visits-6w", "Total", 8, 10, 80],
        ["2024-04", "cin-visits-6w", "apple", 8, 10, 80],
      ],
    ),
    sheet: "Clinic History",
  };
  const report = calculateClinic(workbook({ history }), TODAY);

  it("keeps other months and replaces the month that is built", () => {
    expect(report.history.filter(({ month }) => month === "2024-04")).toHaveLength(2);
    expect(
      report.history.some(({ month, indicator }) => month === "2024-05" && indicator === "contacts"),
    ).toBe(false);
    expect(
      report.history.filter(({ month, indicator }) => month === "2024-05" && indicator === "cin-visits-6w"),
    ).toEqual([
      {
        month: "2024-05",
        indicator: "cin-visits-6w",
        team: "Total",
        numerator: 1,
        denominator: 3,
        value: 100 / 3,
        countedBy: { timescale: 42, unit: "days", teamsCounted: "all but 1: Outside" },
      },
      {
        month: "2024-05",
        indicator: "cin-visits-6w",
        team: "apple",
        numerator: 0,
        denominator: 2,
        value: 0,
        countedBy: { timescale: 42, unit: "days", teamsCounted: "all but 1" },
      },
      {
        month: "2024-05",
        indicator: "cin-visits-6w",
        team: "Zebra",
        numerator: 1,
        denominator: 1,
        value: 100,
        countedBy: { timescale: 42, unit: "days", teamsCounted: "all but 1" },
      },
    ]);
    expect(report.history.map(({ month }) => month)).toEqual(
      [...report.history.map(({ month }) => month)].sort(),
    );
  });

  it("feeds the thirteen months, with gaps where nothing was published", () => {
    const series = report.series.find(({ id }) => id === "cin-visits-6w")!;
    expect(series.values.slice(-3)).toEqual([null, 80, 100 / 3]);
    expect(report.headlines.find(({ id }) => id === "cin-visits-6w")).toMatchObject({
      previous: 80,
      travel: "worsening",
      rag: "red",
    });
  });

  it("is the same after building twice", () => {
    expect(calculateClinic(workbook({ history }), TODAY)).toEqual(report);
  });
});

it("stops where no figure can be made, in a plain sentence", () => {
  const notes = sheet("Notes", ["Nothing here"], ["at all"]);
  expect(() => calculateClinic(workbook({ sheets: [notes] }), TODAY)).toThrow(CannotBuild);
  expect(() => calculateClinic(workbook({ sheets: [] }), TODAY)).toThrow(/^No sheet of this workbook/);
});

it("breathes between steps and names them", () => {
  const steps = calculateInSteps(workbook(), TODAY);
  const names: string[] = [];
  let step = steps.next();
  while (!step.done) {
    names.push(step.value);
    step = steps.next();
  }
  expect(names.length).toBeGreaterThan(30);
  expect(names).toContain("Reading CIN Plans");
  expect(step.value).toEqual(calculateClinic(workbook(), TODAY));
});
