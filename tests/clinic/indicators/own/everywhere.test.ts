/** One row of ClinicMeasures, and the indicator is wherever a built-in one is: nothing else has to be told of it. */
import { calculateClinic } from "../../../../src/clinic/calculate/calculateClinic";
import type { ClinicReport } from "../../../../src/clinic/report";
import { toReportJson } from "../../../../src/clinic/reportJson";
import { pastFiguresSheet } from "../../../../src/clinic/past/pastFiguresSheet";
import { managersCopy } from "../../../../src/files/managersCopy";
import { slides } from "../../../../src/files/slides";
import { packContents } from "../../../../src/functions/packContents";
import { packFigures } from "../../../../src/functions/packFigures";
import { indicatorsInThePack, tableOfCells, valueOfCells } from "../../../../src/functions/packFunctions";
import { showingPublished } from "../../../support/publishedIndicators";
import { readSample } from "../../../support/readSample";
import { partsAsText } from "../../../support/readCopy";
import { readDeck } from "../../../support/readDeck";
import { planOf, tableOf } from "../../../support/reportOf";
import { LAST, measures } from "../../../support/ownTwins";

const ID = "sibling-visits";
const TITLE = "Sibling visits within 6 weeks";
const ROW = {
  ID,
  Title: TITLE,
  Page: "Sibling contact",
  Measure: LAST,
  List: "CP Plans",
  Counted: "open at month end",
  Date: "Last CP Visit Date",
  Chart: "Yes",
};
const COPY = { audience: "clinic", suppressed: false, at: 45_152.4 } as const;

let report: ClinicReport;
let values: Awaited<ReturnType<typeof readSample>>;

beforeAll(async () => {
  const sample = showingPublished(await readSample());
  const targets = sample.settings.find(({ name }) => name === "ClinicTargets");
  if (!targets) throw new Error("The sample has no ClinicTargets.");
  const cell: Record<string, string | number> = {
    ID,
    "Better when": "higher",
    Target: 99,
    "Amber within": 1,
    Timescale: 42,
    Unit: "days",
  };
  const row = targets.headings.map((heading) => cell[heading] ?? "");
  values = {
    ...sample,
    settings: [
      ...sample.settings.filter(({ name }) => name !== "ClinicTargets"),
      { ...targets, rows: [...targets.rows, row] },
      measures(ROW),
    ],
  };
  report = calculateClinic(values, 45_152);
});

test("the report: a table by team, a headline with RAG, a series, a definition, history, Out of Time, JSON", () => {
  const table = report.tables.find(({ id }) => id === ID);
  expect(table?.rows.length).toBeGreaterThan(3);
  expect(report.headlines.find(({ id }) => id === ID)).toMatchObject({
    indicator: TITLE,
    target: 99,
    rag: "red",
  });
  expect(report.series.find(({ id }) => id === ID)?.values.at(-1)).toBe(table?.total.percent);
  expect(report.definitions.find(({ id }) => id === ID)?.rule).toContain("42 days");
  const late = (table?.total.denominator ?? 0) - (table?.total.numerator ?? 0);
  expect(late).toBeGreaterThan(0);
  expect(report.outOfTime.filter(({ indicator }) => indicator === ID)).toHaveLength(late);
  const rows = report.history.filter(({ indicator }) => indicator === ID);
  expect(rows).toHaveLength(1 + (table?.rows.length ?? 0));
  expect(rows[0]?.countedBy).toMatchObject({ timescale: 42, unit: "days" });
  expect(report.usualChanges).toHaveProperty(ID);
  expect(JSON.stringify(toReportJson(report).tables)).toContain(TITLE);
});

test("a miss far enough is in the key messages, by its title", () => {
  const alone = { ...report, headlines: report.headlines.filter(({ id }) => id === ID) };
  expect(alone.headlines).toHaveLength(1);
  const target = values.settings.find(({ name }) => name === "ClinicTargets");
  const others = target?.rows.map((row) =>
    row[0] === ID ? row : row.map((cell, i) => (target.headings[i] === "Target" ? "" : cell)),
  );
  const only = calculateClinic(
    {
      ...values,
      settings: values.settings.map((each) => (each === target ? { ...target, rows: others ?? [] } : each)),
    },
    45_152,
  );
  expect(only.messages.join("\n")).toContain(`Furthest from its target: ${TITLE}`);
});

test("the workbook: a page of its own with table, chart and series; Teams; Definitions; names for its target; settings row", () => {
  const plan = planOf(report);
  const page = plan.sheets.find(({ name }) => name === "Clinic Sibling contact");
  expect(page?.tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Clinic_sibling_visits", "Clinic_series_sibling_visits"]),
  );
  expect(page?.charts).toHaveLength(1);
  expect(tableOf(plan, "Clinic_headlines").rows.map(([name]) => name)).toContain(TITLE);
  expect(tableOf(plan, "Clinic_teams").headings.join("\n")).toContain("Sibling");
  expect(tableOf(plan, "Clinic_definitions").rows.map(([id]) => id)).toContain(ID);
  expect(plan.names.map(({ name }) => name)).toContain("Clinic_target_sibling_visits");
  expect(tableOf(plan, "ClinicTargets").rows.map(([id]) => id)).toContain(ID);
});

test("the managers’ copy, the slides and the sheet to paste past figures into", () => {
  const parts = partsAsText(managersCopy(report, { ...COPY, withHistory: false }));
  expect([...parts.values()].some((part) => part.includes('name="Clinic_sibling_visits"'))).toBe(true);
  const deck = readDeck(slides(report, { ...COPY, template: null }));
  expect(deck.map(({ title }) => title).join("\n")).toContain("Sibling contact");
  const past = pastFiguresSheet("wide", "2023-07", report.settings.teams, report.settings.catalogue);
  expect(past.map(([name]) => name)).toContain(TITLE);
});

test("the worksheet functions", () => {
  const figures = packFigures({ ...packContents("2023-07", values), history: report.history });
  const { total } = report.tables.find(({ id }) => id === ID) ?? {};
  expect(valueOfCells(figures, ID, "", "", "")).toBe((total?.numerator ?? 0) / (total?.denominator ?? 1));
  expect(valueOfCells(figures, TITLE, "", "", "rag")).toBe("Red");
  expect(tableOfCells(figures, ID, "")).toHaveLength(
    2 + (report.tables.find(({ id }) => id === ID)?.rows.length ?? 0),
  );
  expect(indicatorsInThePack(figures)).toContainEqual([ID, TITLE, "Sibling contact", "%", "Own"]);
});

test("a title that a built-in indicator is called by gives Clinic Teams two headings that differ", () => {
  const named = calculateClinic(
    {
      ...values,
      settings: [
        ...values.settings.filter(({ name }) => name !== "ClinicMeasures"),
        measures({ ...ROW, Title: "Repeat CP plans" }),
      ],
    },
    45_152,
  );
  const { headings } = tableOf(planOf(named), "Clinic_teams");
  expect(headings).toEqual(expect.arrayContaining(["Repeat CP plans", `Repeat CP plans (${ID})`]));
});
