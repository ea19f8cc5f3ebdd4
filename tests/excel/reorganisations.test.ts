/**
 * Reorganisations through Excel itself: June built, the teams changed in their tables, July built on its history. What
 * the pages, the series and the messages then say (SPEC §3 Became, §5 [b]).
 */
import { buildClinic } from "../../src/excel/buildClinic";
import { newWorkbook } from "../../simulator";
import type { ClinicReport } from "../../src/clinic/report";
import { createSuccession } from "../../src/clinic/teams/succession";
import { seriesOfTeams } from "../../src/clinic/past/seriesOfTeams";
import { day } from "../support/madeList";
import { sheetNamed, snapshot } from "./workbookSnapshot";

jest.setTimeout(180_000);

type Row = readonly (string | number)[];

const HEADINGS = ["Child Unique ID", "CP Plan Start Date", "CP Plan End Date", "Last CP Visit Date", "Allocated Team"]; // prettier-ignore
const TEAM_HEADINGS = ["Team", "Service", "In clinic tables", "Became", "From"];
const TARGET_HEADINGS = ["ID", "Better when", "Target", "Timescale", "Unit"];

const plans = (end: number, team: string, open: number, inTime: number): readonly Row[] =>
  Array.from({ length: open }, (_, i) => [`${team} ${i}`, end - 200, "", end - (i < inTime ? 7 : 60), team]);

interface Month {
  readonly plans: readonly (readonly [team: string, open: number, inTime: number])[];
  readonly teams: readonly Row[];
  readonly timescale?: readonly [number, string];
}

async function put(sheet: string, at: string, rows: readonly Row[], table?: string): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    const found = worksheets.getItemOrNullObject(sheet);
    const standing = table === undefined ? null : tables.getItemOrNullObject(table);
    await context.sync();
    const target = found.isNullObject ? worksheets.add(sheet) : found;
    if (table === undefined) target.getRange("A1:E60").clear();
    if (standing && !standing.isNullObject) {
      // Its columns stand as the first build completed them: cells are typed under their headings.
      standing.columns.load("items/name");
      const body = standing.getDataBodyRange().load("values");
      await context.sync();
      const names = standing.columns.items.map(({ name }) => name);
      const [headings = [], ...entries] = rows;
      for (const entry of entries) {
        const at = body.values.findIndex(([key]) => key === entry[0]);
        const held = at < 0 ? names.map(() => "") : (body.values[at] ?? []);
        const line = names.map((name, i) => entry[headings.indexOf(name)] ?? held[i] ?? "");
        if (at < 0) standing.rows.add(undefined, [line]);
        else body.getRow(at).values = [line];
      }
    } else {
      const range = target.getRange(at).getResizedRange(rows.length - 1, (rows[0]?.length ?? 1) - 1);
      range.values = rows.map((row) => [...row]);
      if (table !== undefined) target.tables.add(range, true).name = table;
    }
    await context.sync();
  });
}

async function built(month: string, { plans: open, teams, timescale }: Month): Promise<ClinicReport> {
  const end = day(month === "2023-06" ? "2023-06-30" : "2023-07-31");
  await put("CP Plans", "A1", [HEADINGS, ...open.flatMap(([team, count, kept]) => plans(end, team, count, kept))]); // prettier-ignore
  await put("Clinic Settings", "A4", [["Setting", "Value"], ["Reporting month", `'${month}`]], "ClinicOptions"); // prettier-ignore
  await put("Clinic Settings", "D4", [TEAM_HEADINGS, ...teams], "ClinicTeams");
  const [count, unit] = timescale ?? [10, "working days"];
  await put("Clinic Settings", "J4", [TARGET_HEADINGS, ["cp-visits-10wd", "higher", 95, count, unit]], "ClinicTargets"); // prettier-ignore
  const outcome = await buildClinic({ today: end + 8, now: end + 8.5, replaceMonth: "yes" });
  if (outcome.state !== "complete") throw new Error(outcome.state);
  return outcome.report;
}

async function juneThenJuly(july: Partial<Month>, june: Partial<Month> = {}): Promise<ClinicReport> {
  newWorkbook().install();
  const standing: Month = {
    plans: [["Alder", 10, 8], ["Beech", 10, 6]],
    teams: [["Alder", "Help", "Yes", "", ""], ["Beech", "Help", "Yes", "", ""]],
  }; // prettier-ignore
  await built("2023-06", { ...standing, ...june });
  return built("2023-07", { ...standing, ...july });
}

const series = ({ history, settings }: ClinicReport, of: string) =>
  seriesOfTeams(history, createSuccession(settings.teams))
    .filter(({ indicator, team }) => indicator === "cp-visits-10wd" && team === of)
    .map(({ month, numerator, denominator }) => `${month}: ${numerator} of ${denominator}`);

/** Every text of the pages that a manager reads. */
async function pages(): Promise<string> {
  const sheets = (await snapshot()).sheets.filter(({ name }) => /^Clinic (?!History|Settings|Setup)/.test(name));
  return JSON.stringify(sheets);
} // prettier-ignore

/** Month, indicator and team of the history's rows, whatever they are called today. */
async function juneInTheHistory(): Promise<readonly unknown[]> {
  const { values } = sheetNamed(await snapshot(), "Clinic History");
  return values.filter((row) => row.includes("2023-06") && row.includes("cp-visits-10wd")).map((row) => row[2]);
} // prettier-ignore

test("renamed: one series, the history as it was written, compared", async () => {
  const report = await juneThenJuly({
    plans: [["Rowan", 10, 9], ["Beech", 10, 6]],
    teams: [["Alder", "Help", "Yes", "Rowan", "'2023-07"], ["Rowan", "Help", "Yes", "", ""]],
  }); // prettier-ignore
  expect(series(report, "Rowan")).toEqual(["2023-06: 8 of 10", "2023-07: 9 of 10"]);
  expect(await juneInTheHistory()).toEqual(expect.arrayContaining(["Alder", "Beech", "Total"]));
  expect(await pages()).not.toContain("[b]");
});

test("merged: parts added", async () => {
  const report = await juneThenJuly({
    plans: [["Rowan", 20, 19]],
    teams: [
      ["Alder", "Help", "Yes", "Rowan", "'2023-07"],
      ["Beech", "Help", "Yes", "Rowan", "'2023-07"],
      ["Rowan", "Help", "Yes", "", ""],
    ],
  });
  expect(series(report, "Rowan")).toEqual(["2023-06: 14 of 20", "2023-07: 19 of 20"]);
  expect(await pages()).not.toContain("[b]");
});

test("split: new series, and the old one ends", async () => {
  const report = await juneThenJuly({
    plans: [["North", 5, 5], ["South", 5, 4], ["Beech", 10, 6]],
    teams: [
      ["Alder", "Help", "Yes", "North; South", "'2023-07"],
      ["North", "Help", "Yes", "", ""],
      ["South", "Help", "Yes", "", ""],
    ],
  }); // prettier-ignore
  expect(series(report, "North")).toEqual(["2023-07: 5 of 5"]);
  expect(series(report, "Alder")).toEqual(["2023-06: 8 of 10"]);
});

test("switched to Yes: [b], and no message compares", async () => {
  const court = ["Court", 20, 1] as const;
  const plansOfAll = [["Alder", 10, 8], ["Beech", 10, 6], court] as const; // prettier-ignore
  const report = await juneThenJuly(
    { plans: plansOfAll, teams: [["Court", "Help", "Yes", "", ""]] },
    {
      plans: plansOfAll,
      teams: [["Alder", "Help", "Yes", "", ""], ["Beech", "Help", "Yes", "", ""], ["Court", "Help", "No", "", ""]],
    },
  ); // prettier-ignore
  expect(report.messages.join("\n")).not.toMatch(/moved/i);
  expect(report.messages).toContain("[b] Not compared with June 2023, since other teams are counted: CP visits in time."); // prettier-ignore
  expect(await pages()).toContain('"[b]"');
});

test("another timescale: [b] with both in words, and no message compares", async () => {
  const report = await juneThenJuly({ teams: [], timescale: [5, "days"] });
  expect(report.messages.join("\n")).not.toMatch(/moved/i);
  expect(report.messages.join("\n")).toContain("the timescale was 10 working days and is 5 days");
  expect(await pages()).toContain('"[b]"');
});
