/** Teams renamed, merged, split or moved into the clinic tables, and a timescale changed, month after month (SPEC §3, §5 [b]). */
import { calculateClinic } from "../../../src/clinic/calculate/calculateClinic";
import { BUILT_IN } from "../../../src/clinic/indicators/catalogue";
import type { CellValue, TableValues, WorkbookValues } from "../../../src/clinic/cells/worksheet";
import { createIssueLog } from "../../../src/clinic/issues/issueLog";
import type { ClinicReport, HistoryRow } from "../../../src/clinic/report";
import { readSettings } from "../../../src/clinic/settings/readSettings";
import { createSuccession } from "../../../src/clinic/teams/succession";
import { seriesOfTeams } from "../../../src/clinic/past/seriesOfTeams";
import { packFigures } from "../../../src/functions/packFigures";
import { valueOfCells } from "../../../src/functions/packFunctions";
import { historyPage } from "../../../src/pages/history";
import { summaryPage } from "../../../src/pages/summary";
import { day } from "../../support/madeList";
import { showingPublished } from "../../support/publishedIndicators";
import { packContentsOfJuly } from "../../functions/packOfJuly";
import { inShort, table } from "../settings/tables";

const TEAM_HEADINGS = ["Team", "Service", "In clinic tables", "Became", "From"];

/** CP plans by team: how many are open, and how many of them were visited in time. */
type Plans = Readonly<Record<string, readonly [open: number, inTime: number]>>;

interface Month {
  readonly month: string;
  readonly plans: Plans;
  readonly teams: readonly (readonly CellValue[])[];
  readonly targets?: readonly (readonly CellValue[])[];
}

function workbook(
  { month, plans, teams, targets = [] }: Month,
  history: readonly HistoryRow[],
): WorkbookValues {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const end = day(`${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate())}`);
  const rows = Object.entries(plans).flatMap(([team, [open, inTime]]) =>
    Array.from({ length: open }, (_, i) => [
      `${team}${i}`,
      end - 200,
      "",
      i < inTime ? end - 7 : end - 60,
      team,
    ]),
  );
  const headings = [
    "Child Unique ID",
    "CP Plan Start Date",
    "CP Plan End Date",
    "Last CP Visit Date",
    "Allocated Team",
  ];
  return {
    sheets: [{ name: "CP Plans", firstRow: 0, firstColumn: 0, rows: [headings, ...rows] }],
    settings: [
      table("ClinicOptions", [
        ["Setting", "Value"],
        ["Reporting month", month],
      ]),
      table("ClinicTeams", [TEAM_HEADINGS, ...teams]),
      table("ClinicTargets", [["ID", "Better when", "Target", "Timescale", "Unit"], ...targets]),
    ],
    history: history.length === 0 ? null : asWritten(history),
    choices: {},
    date1904: false,
  };
}

/** The table as the page would write it: what the next build reads is what this one wrote. */
function asWritten(history: readonly HistoryRow[]): TableValues {
  const report = { history, month: "2023-06", settings: { councilName: "", catalogue: BUILT_IN } };
  const [plan] = historyPage(report as unknown as ClinicReport).tables;
  const rows = (plan?.rows ?? []).map((row) => row.map((cell) => (cell ?? "") as CellValue));
  return {
    name: "Clinic_history",
    sheet: "Clinic History",
    headerRow: 5,
    firstColumn: 0,
    headings: [...(plan?.headings ?? [])],
    rows,
  };
}

/** The months built one after another. */
function built(...months: readonly Month[]): ClinicReport {
  let report: ClinicReport | null = null;
  for (const month of months) {
    const [year = 0, number = 0] = month.month.split("-").map(Number);
    const today = day(`${year}-${String(number).padStart(2, "0")}-28`) + 10;
    report = calculateClinic(showingPublished(workbook(month, report?.history ?? [])), today);
  }
  if (!report) throw new Error("No month was built.");
  return report;
}

const headline = (report: ClinicReport) => report.headlines.find(({ id }) => id === "cp-visits-10wd");
const TARGET = [["cp-visits-10wd", "higher", 95, 10, "working days"]];
const seriesFor = (report: ClinicReport, team: string) =>
  seriesOfTeams(report.history, createSuccession(report.settings.teams)).filter(
    (row) => row.indicator === "cp-visits-10wd" && row.team === team,
  );
const figuresOf = (report: ClinicReport) =>
  packFigures({
    ...packContentsOfJuly,
    month: report.month,
    history: report.history,
    pastOfTeams: [],
    teams: report.settings.teams,
    indicators: report.settings.indicators,
  });
const valueFrom = (report: ClinicReport, team: string, month: string, part?: string) =>
  valueOfCells(figuresOf(report), "cp-visits-10wd", team, month, part);

const MAY: Month = {
  month: "2023-05",
  plans: { Alder: [10, 8], Beech: [10, 6] },
  teams: [
    ["Alder", "SWF", "Yes", "", ""],
    ["Beech", "SWF", "Yes", "", ""],
  ],
  targets: TARGET,
};

test("a renamed team has one series, and nothing is a break", () => {
  const report = built(MAY, {
    ...MAY,
    month: "2023-06",
    plans: { Rowan: [10, 9], Beech: [10, 6] },
    teams: [
      ["Alder", "SWF", "Yes", "Rowan", "June 2023"],
      ["Rowan", "SWF", "Yes", "", ""],
      ["Beech", "SWF", "Yes", "", ""],
    ],
  });
  expect(seriesFor(report, "Rowan").map(({ month, value }) => [month, value])).toEqual([
    ["2023-05", 80],
    ["2023-06", 90],
  ]);
  expect(valueFrom(report, "Rowan", "2023-05")).toBe(0.8);
  expect(valueFrom(report, "Alder", "2023-05")).toBe(0.8);
  expect(report.history.filter(({ team }) => team === "Alder").length).toBeGreaterThan(0);
  expect(headline(report)).not.toHaveProperty("breakReason");
  expect(headline(report)?.travel).toBe("improving");
});

test("a past figure of one merged team is not the merged team's; of a renamed one, and of the merged team itself, it is", () => {
  const merged = built(MAY, {
    ...MAY,
    month: "2023-06",
    plans: { Rowan: [20, 19], Yew: [10, 5] },
    teams: [
      ["Alder", "SWF", "Yes", "Rowan", "June 2023"],
      ["Beech", "SWF", "Yes", "Rowan", "June 2023"],
      ["Rowan", "SWF", "Yes", "", ""],
      ["Elm", "SWF", "Yes", "Yew", "June 2023"],
      ["Yew", "SWF", "Yes", "", ""],
    ],
  });
  const past = (month: string, team: string, value: number) => ({
    indicator: "cp-visits-10wd" as const,
    month,
    team,
    value,
  });
  const figures = packFigures({
    ...packContentsOfJuly,
    month: merged.month,
    history: merged.history,
    pastOfTeams: [past("2023-03", "Alder", 90), past("2023-03", "Elm", 70), past("2023-02", "Rowan", 85)],
    teams: merged.settings.teams,
    indicators: merged.settings.indicators,
  });
  const valueOf = (team: string, month: string) => figures.figure("cp-visits-10wd", team, month)?.value;
  expect([valueOf("Rowan", "2023-03"), valueOf("Alder", "2023-03")]).toEqual([undefined, 90]);
  expect([valueOf("Yew", "2023-03"), valueOf("Elm", "2023-03")]).toEqual([70, 70]);
  expect(valueOf("Rowan", "2023-02")).toBe(85);
});

test("merged teams add numerators and denominators, and have no figure where a part has none", () => {
  const merged: Month = {
    ...MAY,
    month: "2023-06",
    plans: { Rowan: [20, 19] },
    teams: [
      ["Alder", "SWF", "Yes", "Rowan", "2023-06"],
      ["Beech", "SWF", "Yes", "Rowan", "Jun-23"],
      ["Rowan", "SWF", "Yes", "", ""],
    ],
  };
  const report = built(MAY, merged);
  expect(
    seriesFor(report, "Rowan").map(({ month, numerator, denominator }) => [month, numerator, denominator]),
  ).toEqual([
    ["2023-05", 14, 20],
    ["2023-06", 19, 20],
  ]);
  expect(valueFrom(report, "Rowan", "2023-05")).toBe(0.7);
  expect(headline(report)).not.toHaveProperty("breakReason");
  const succession = createSuccession(report.settings.teams);
  const withoutParts = report.history.map((row) =>
    row.team === "Beech" ? { ...row, numerator: null, denominator: null } : row,
  );
  expect(
    seriesOfTeams(withoutParts, succession).filter(
      ({ team, month }) => team === "Rowan" && month === "2023-05",
    ),
  ).toEqual([]);
});

test("a team merged with one that was outside the clinic tables has no part sum for the months before", () => {
  const may: Month = {
    ...MAY,
    teams: [
      ["Alder", "SWF", "Yes", "", ""],
      ["Beech", "SWF", "No", "", ""],
    ],
  };
  const report = built(may, {
    ...MAY,
    month: "2023-06",
    plans: { Rowan: [20, 19] },
    teams: [
      ["Alder", "SWF", "Yes", "Rowan", "2023-06"],
      ["Beech", "SWF", "No", "Rowan", "2023-06"],
      ["Rowan", "SWF", "Yes", "", ""],
    ],
  });
  expect(seriesFor(report, "Rowan").map(({ month }) => month)).toEqual(["2023-06"]);
  expect(figuresOf(report).figure("cp-visits-10wd", "Rowan", "2023-05")).toBeNull();
  expect(valueFrom(report, "Alder", "2023-05")).toBe(0.8);
  expect(headline(report)?.breakReason).toBe("other teams are counted");
});

test("a team that takes in another is the two together in the months before", () => {
  const report = built(MAY, {
    ...MAY,
    month: "2023-06",
    plans: { Alder: [20, 18] },
    teams: [
      ["Alder", "SWF", "Yes", "", ""],
      ["Beech", "SWF", "Yes", "Alder", "2023-06"],
    ],
  });
  expect(valueFrom(report, "Alder", "2023-05", "denominator")).toBe(20);
  expect(valueFrom(report, "Beech", "2023-05", "denominator")).toBe(10);
});

test("the teams that one was split into are new series, and the old one ends", () => {
  const report = built(MAY, {
    ...MAY,
    month: "2023-06",
    plans: { North: [5, 5], South: [5, 4], Beech: [10, 6] },
    teams: [
      ["Alder", "SWF", "Yes", "North; South", "2023-06"],
      ["North", "SWF", "Yes", "", ""],
      ["South", "SWF", "Yes", "", ""],
      ["Beech", "SWF", "Yes", "", ""],
    ],
  });
  expect(seriesFor(report, "North").map(({ month }) => month)).toEqual(["2023-06"]);
  expect(seriesFor(report, "Alder").map(({ month }) => month)).toEqual(["2023-05"]);
  expect(headline(report)).not.toHaveProperty("breakReason");
});

test("reorganisations follow one another, and a name may come back", () => {
  const succession = createSuccession(
    readTeamRows([
      ["Alder", "SWF", "Yes", "Rowan", "2023-03"],
      ["Rowan", "SWF", "Yes", "Alder", "2023-06"],
      ["Beech", "SWF", "Yes", "Cedar", "2023-01"],
      ["Cedar", "SWF", "Yes", "Elm; Fir", "2023-05"],
      ["Elm", "SWF", "Yes", "", ""],
      ["Fir", "SWF", "Yes", "", ""],
    ]).teams,
  );
  expect(succession.today("Alder", "2023-02")).toEqual(["Alder"]);
  expect(succession.today("Rowan", "2023-04")).toEqual(["Alder"]);
  expect(succession.today("Beech", "2022-12")).toEqual(["Elm", "Fir"]);
  expect(succession.seriesOf("Beech", "2022-12")).toBe("Beech");
  expect(succession.today("Nobody", "2022-12")).toEqual(["Nobody"]);
});

test("a circle ends: teams that change names in one month have each other's past", () => {
  const succession = createSuccession(
    readTeamRows([
      ["Alder", "SWF", "Yes", "Beech", "2023-06"],
      ["Beech", "SWF", "Yes", "Cedar", "2023-06"],
      ["Cedar", "SWF", "Yes", "Alder", "2023-06"],
    ]).teams,
  );
  const names = ["Alder", "Beech", "Cedar"];
  expect(names.map((name) => succession.today(name, "2023-05"))).toEqual([["Beech"], ["Cedar"], ["Alder"]]);
  expect(names.map((name) => succession.today(name, "2023-06"))).toEqual(names.map((name) => [name]));
});

test("of two rows for one team the first says what it became, and a later row's cell is still its own", () => {
  const { teams, issues } = readTeamRows([
    ["Alder", "SWF", "Yes", "Beech", "2023-06"],
    ["alder", "SWF", "Yes", "Cedar", "2023-05"],
    ["Beech", "SWF", "Yes", "Birch", "2023-06"],
  ]);
  expect(issues).toEqual(["error wrong-setting O5", "error wrong-setting R6"]);
  expect(teams.map(({ became }) => became ?? null)).toEqual([{ teams: ["Beech"], from: "2023-06" }, null]);
});

const JUNE_WITH_COURT: Month = {
  ...MAY,
  month: "2023-06",
  plans: { Alder: [10, 8], Beech: [10, 6], Court: [20, 1] },
  teams: [...MAY.teams, ["Court", "SWF", "Yes", "", ""]],
};
const MAY_WITHOUT_COURT: Month = {
  ...MAY,
  plans: JUNE_WITH_COURT.plans,
  teams: [...MAY.teams, ["Court", "SWF", "No", "", ""]],
};

test("a team switched to Yes is no change in performance: [b], and no message compares", () => {
  const report = built(MAY_WITHOUT_COURT, JUNE_WITH_COURT);
  expect(headline(report)).toMatchObject({
    previous: 70,
    value: 37.5,
    travel: null,
    breakReason: "other teams are counted",
  });
  expect(report.messages.filter((message) => /^Moved most|^Also moved/.test(message))).toEqual([]);
  expect(report.messages).toContain(
    "[b] Not compared with May 2023, since other teams are counted: CP visits in time.",
  );
  expect(report.findings.find(({ kind }) => kind === "big-changes")).toBeUndefined();
  expect(report.cautions).toContainEqual({
    indicator: "cp-visits-10wd",
    sentence:
      "[b] CP visits in time: June 2023 is not compared with May 2023, since other teams are counted.",
  });
  const { tables } = summaryPage(report, 45_000);
  const lines = tables.find(({ name }) => name === "Clinic_headlines")?.rows ?? [];
  const line = lines.find(([name]) => name === headline(report)?.indicator);
  expect(line?.[3]).toMatchObject({ expected: "[b]" });
  expect(line?.[6]).toMatchObject({ expected: "-" });
});

test("the month after a break is compared again", () => {
  const report = built(MAY_WITHOUT_COURT, JUNE_WITH_COURT, { ...JUNE_WITH_COURT, month: "2023-07" });
  expect(headline(report)).not.toHaveProperty("breakReason");
  expect(report.cautions.map(({ sentence }) => sentence)).toEqual([
    "[b] CP visits in time: June 2023 is not compared with May 2023, since other teams are counted.",
  ]);
});

test("a team outside the tables in which nobody is breaks nothing", () => {
  const report = built(MAY, {
    ...MAY,
    month: "2023-06",
    teams: [...MAY.teams, ["Court", "SWF", "No", "", ""]],
  });
  expect(headline(report)).not.toHaveProperty("breakReason");
});

test("another timescale is a break, with both in words", () => {
  const report = built(MAY, {
    ...MAY,
    month: "2023-06",
    targets: [["cp-visits-10wd", "higher", 95, 20, "days"]],
  });
  expect(headline(report)?.breakReason).toBe("the timescale was 10 working days and is 20 days");
});

test("a month that was built before the history said how it was counted is compared", () => {
  const may = built(MAY).history.map(({ countedBy: _, ...row }) => row);
  const june = { ...MAY, month: "2023-06", targets: [["cp-visits-10wd", "higher", 95, 20, "days"]] };
  expect(headline(calculateClinic(workbook(june, may), day("2023-07-08")))).not.toHaveProperty("breakReason");
});

function readTeamRows(rows: readonly (readonly CellValue[])[]) {
  const log = createIssueLog();
  const { teams } = readSettings([table("ClinicTeams", [TEAM_HEADINGS, ...rows])], log, false);
  return { teams, issues: inShort(log.issues()) };
}

test.each<[string, readonly CellValue[], string]>([
  ["no month", ["Alder", "SWF", "Yes", "Beech", ""], "error wrong-setting S4"],
  ["a month that is none", ["Alder", "SWF", "Yes", "Beech", "soon"], "error wrong-setting S4"],
  ["a month without a team", ["Alder", "SWF", "Yes", "", "2023-06"], "error wrong-setting R4"],
  ["a team that has no row", ["Alder", "SWF", "Yes", "Beech; Birch", "2023-06"], "error wrong-setting R4"],
  ["itself", ["Alder", "SWF", "Yes", "alder", "2023-06"], "error wrong-setting R4"],
])("%s under Became and From is an issue with its cell, and changes nothing", (_, row, issue) => {
  const { teams, issues } = readTeamRows([row, ["Beech", "SWF", "Yes", "", ""]]);
  expect(issues).toEqual([issue]);
  expect(teams[0]).not.toHaveProperty("became");
});
