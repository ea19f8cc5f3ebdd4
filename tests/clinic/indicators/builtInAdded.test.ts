/**
 * One entry more in the file of its family, and the indicator is wherever the others are: nothing else is told of it.
 * The file is replaced by itself with the entry added, before anything reads it: what a developer's edit does.
 */
import { calculateClinic } from "../../../src/clinic/calculate/calculateClinic";
import { pastFiguresSheet } from "../../../src/clinic/past/pastFiguresSheet";
import type { ClinicReport } from "../../../src/clinic/report";
import { toReportJson } from "../../../src/clinic/reportJson";
import { managersCopy } from "../../../src/files/managersCopy";
import { slides } from "../../../src/files/slides";
import { packContents } from "../../../src/functions/packContents";
import { packFigures } from "../../../src/functions/packFigures";
import { indicatorsInThePack, tableOfCells, valueOfCells } from "../../../src/functions/packFunctions";
import { placeOfFigure } from "../../../src/taskpane/bootstrap/places";
import type { IndicatorId } from "../../../src/clinic/indicators/ids";
import type * as demand from "../../../src/clinic/indicators/demand";
import type * as teamTables from "../../../src/clinic/indicators/teamTables";
import type * as cohorts from "../../../src/clinic/indicators/cohorts";
import type * as defaults from "../../../src/clinic/indicators/defaults";
import type { DemandMonthEntry, TeamTableEntry } from "../../../src/clinic/indicators/entry";
import type * as inTime from "../../../src/clinic/indicators/inTime";
import type * as pages from "../../../src/clinic/indicators/teamPages";
import type * as words from "../../../src/clinic/indicators/words";
import { partsAsText } from "../../support/readCopy";
import { readDeck } from "../../support/readDeck";
import { readSample } from "../../support/readSample";
import { planOf, sheetOf, tableOf } from "../../support/reportOf";

jest.mock("../../../src/clinic/indicators/teamTables", () => {
  const family = jest.requireActual<typeof teamTables>("../../../src/clinic/indicators/teamTables");
  const { openCpPlans } = jest.requireActual<typeof cohorts>("../../../src/clinic/indicators/cohorts");
  const { newOnesAre, startingTarget, within } = jest.requireActual<typeof defaults>(
    "../../../src/clinic/indicators/defaults",
  );
  const { lastWithin } = jest.requireActual<typeof inTime>("../../../src/clinic/indicators/inTime");
  const { PAGES } = jest.requireActual<typeof pages>("../../../src/clinic/indicators/teamPages");
  const { timescaleInWords } = jest.requireActual<typeof words>("../../../src/clinic/indicators/words");
  const added: TeamTableEntry<string, string> = {
    family: "by team",
    id: "cp-visits-4w",
    wording: "% of CP visits in 4 weeks",
    nameInMessages: "CP visits in 4 weeks",
    kind: "percent",
    page: PAGES.cpVisits,
    cohort: { ...openCpPlans, columns: ["start", "team"] },
    test: lastWithin("lastVisit"),
    listed: "not in the numerator",
    toDo: "CP visit of 4 weeks",
    headline: "cp",
    rule: (settings) => `CP plans last visited no more than ${timescaleInWords(settings)} ago.`,
    defaults: newOnesAre("in time", within(28, "days", startingTarget("higher", 100, 1))),
    chartTitle: "Percentage of CP plans visited within 4 weeks",
  };
  return { ...family, TEAM_TABLES: [...family.TEAM_TABLES, added] };
});

jest.mock("../../../src/clinic/indicators/demand", () => {
  const family = jest.requireActual<typeof demand>("../../../src/clinic/indicators/demand");
  const { watched } = jest.requireActual<typeof defaults>("../../../src/clinic/indicators/defaults");
  const added: DemandMonthEntry<string, string> = {
    family: "demand in the month",
    id: "assessments-started",
    wording: "Number of C&F assessments started",
    nameInMessages: "C&F assessments started",
    kind: "count",
    measure: { counts: "rows in the month", list: "assessments", date: "start" },
    rule: () => "Rows of Assessments whose start date is in the month, all teams.",
    defaults: watched,
    chartTitle: null,
  };
  return { ...family, DEMAND_IN_THE_MONTH: [...family.DEMAND_IN_THE_MONTH, added] };
});

const ID = "cp-visits-4w";
const TITLE = "% of CP visits in 4 weeks";
const NAME = "CP visits in 4 weeks";
const COUNT = "assessments-started";
const COPY = { audience: "clinic", suppressed: false, at: 45_152.4 } as const;

let values: Awaited<ReturnType<typeof readSample>>;
let report: ClinicReport;

beforeAll(async () => {
  values = await readSample();
  report = calculateClinic(values, 45_152);
});

test("the report: a table by team, a headline with RAG, a series, a definition, history, Out of Time, JSON", () => {
  const table = report.tables.find(({ id }) => id === ID);
  expect(table?.title).toBe(TITLE);
  expect(table?.rows.length).toBeGreaterThan(3);
  expect(report.headlines.find(({ id }) => id === ID)).toMatchObject({
    indicator: NAME,
    target: 100,
    rag: "red",
  });
  expect(report.series.find(({ id }) => id === ID)?.values.at(-1)).toBe(table?.total.percent);
  expect(report.definitions.find(({ id }) => id === ID)?.rule).toContain("28 days");
  const late = (table?.total.denominator ?? 0) - (table?.total.numerator ?? 0);
  expect(late).toBeGreaterThan(0);
  expect(report.outOfTime.filter(({ indicator }) => indicator === ID)).toHaveLength(late);
  expect(report.outstanding.flatMap(({ things }) => things.map(({ what }) => what))).toContain(
    "CP visit of 4 weeks",
  );
  expect(report.reconciliations.map(({ table: held }) => held)).toContain(ID);
  expect(report.targetsToAgree).toContain(ID);
  expect(report.history.filter(({ indicator }) => indicator === ID)).toHaveLength(
    1 + (table?.rows.length ?? 0),
  );
  expect(JSON.stringify(toReportJson(report).tables)).toContain(TITLE);
});

test("a count of demand: its row and trend, definition and history", () => {
  const row = report.demandMonth.find(({ id }) => id === COUNT);
  const own = values.sheets.find(({ name }) => name === "Assessments");
  const heading = own?.rows[0]?.findIndex((cell) => /start/i.test(String(cell))) ?? -1;
  const started = own?.rows.filter(
    (cells) => Number(cells[heading]) >= 45_108 && Number(cells[heading]) <= 45_138,
  );
  expect(started?.length).toBeGreaterThan(0);
  expect(row?.values.at(-1)).toBe(started?.length);
  expect(report.definitions.map(({ id }) => id)).toContain(COUNT);
  expect(report.history.filter(({ indicator }) => indicator === COUNT)).toHaveLength(1);
  const plan = planOf(report);
  expect(tableOf(plan, "Clinic_demand_month").rows.at(-1)?.[0]).toBe("Number of C&F assessments started");
  expect(placeOfFigure(COUNT as IndicatorId)).toEqual({
    table: "Clinic_demand_month",
    line: tableOf(plan, "Clinic_demand_month").rows.length - 1,
  });
});

test("the workbook: table, chart and series on its page; Teams; Definitions; names for its target; its settings row", () => {
  const plan = planOf(report);
  const page = sheetOf(plan, "Clinic CP Visits");
  expect(page.tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Clinic_cp_visits_4w", "Clinic_series_cp_visits_4w"]),
  );
  expect(page.charts.map(({ title }) => title)).toContain("Percentage of CP plans visited within 4 weeks");
  expect(tableOf(plan, "Clinic_headlines").rows.map(([name]) => name)).toContain(NAME);
  expect(tableOf(plan, "Clinic_teams").headings.join("\n")).toContain(NAME);
  expect(tableOf(plan, "Clinic_definitions").rows.map(([id]) => id)).toContain(ID);
  expect(plan.names.map(({ name }) => name)).toContain("Clinic_target_cp_visits_4w");
  expect(tableOf(plan, "ClinicTargets").rows.map(([id]) => id)).toEqual(expect.arrayContaining([ID, COUNT]));
  expect(plan.sheets.map(({ name }) => name)).toHaveLength(17);
});

test("the managers’ copy, the slides and the sheet to paste past figures into", () => {
  const parts = partsAsText(managersCopy(report, { ...COPY, withHistory: false }));
  expect([...parts.values()].some((part) => part.includes('name="Clinic_cp_visits_4w"'))).toBe(true);
  const deck = readDeck(slides(report, { ...COPY, template: null }));
  expect(deck.flatMap(({ charts }) => charts.map(({ title }) => title))).toContain(
    "Percentage of CP plans visited within 4 weeks",
  );
  const past = pastFiguresSheet("wide", "2023-07", report.settings.teams, report.settings.catalogue);
  expect(past.map(([name]) => name)).toContain(TITLE);
});

test("the worksheet functions", () => {
  const figures = packFigures({ ...packContents("2023-07", values), history: report.history });
  const { total, rows } = report.tables.find(({ id }) => id === ID) ?? {};
  expect(valueOfCells(figures, ID, "", "", "")).toBe((total?.numerator ?? 0) / (total?.denominator ?? 1));
  expect(valueOfCells(figures, TITLE, "", "", "rag")).toBe("Red");
  expect(tableOfCells(figures, ID, "")).toHaveLength(2 + (rows?.length ?? 0));
  expect(indicatorsInThePack(figures).map(([id]) => id)).toEqual(expect.arrayContaining([ID, COUNT]));
});
