/** Copies and slides of each kind, and of councils with odd teams, are files in which Microsoft's validator finds nothing. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClinicReport } from "../../src/clinic/report";
import { managersCopy } from "../../src/files/managersCopy";
import { slides } from "../../src/files/slides";
import { ooxmlFaults } from "../support/ooxmlValidator";
import { publishedReport, teamTable } from "../support/publishedReport";
import { partsAsText, readCopy } from "../support/readCopy";
import { readDeck } from "../support/readDeck";
import { reportWith } from "../support/reportWithCounts";

// The validator is a program of its own: a busy machine takes its time over it.
jest.setTimeout(240_000);

const OUT = join(__dirname, "..", "..", "out", "sound");
const CLINIC = { audience: "clinic", suppressed: false, at: 45_152.4, withHistory: true } as const;
const BASE = publishedReport();

async function faultsOf(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  mkdirSync(OUT, { recursive: true });
  const file = join(OUT, name);
  writeFileSync(file, bytes);
  return ooxmlFaults(file);
}

test.each([
  ["clinic", true],
  ["council", false],
  ["council", true],
  ["outside", true],
] as const)("the copy and the slides for %s (suppressed: %s)", async (audience, suppressed) => {
  const options = { ...CLINIC, audience, suppressed };
  const name = `${audience}${suppressed ? "-suppressed" : ""}`;
  expect(await faultsOf(`${name}.xlsx`, managersCopy(BASE, options))).toEqual([]);
  expect(await faultsOf(`${name}.pptx`, slides(BASE, { ...options, template: null }))).toEqual([]);
});

const withTeams = (names: readonly string[]): ClinicReport => ({
  ...BASE,
  tables: BASE.tables.map(({ id, title }) =>
    teamTable(
      { id, title, rows: names.map((team, i) => ({ team, denominator: 8 + i, numerator: 5 + (i % 3) })) },
      BASE.settings,
    ),
  ),
});
const LONG = "Integrated Family Help and Protection Team of the Northern Locality ".repeat(3).slice(0, 195);

test.each([
  ["no team", withTeams([])],
  ["sixty teams", withTeams(Array.from({ length: 60 }, (_, i) => `Team ${String(i).padStart(2, "0")}`))],
  ["names of 200 characters", withTeams([`${LONG}one`, `${LONG}two`, `${LONG}three`])],
  ["names that try everything", withTeams(['"A" & <b>', "_x0041_", "=1+1", "+44", "Équipe – 2"])],
  [
    "months without figures",
    {
      ...BASE,
      series: BASE.series.map((series) => ({
        ...series,
        values: series.values.map(() => null),
        target: null,
      })),
    },
  ],
  ["no messages and no caseloads", { ...BASE, messages: [], caseloads: [] }],
] as const)("the copy of a council with %s, every team in it", async (name, council: ClinicReport) => {
  const bytes = managersCopy(council, CLINIC);
  expect(await faultsOf(`${name.replaceAll(" ", "-")}.xlsx`, bytes)).toEqual([]);
  const table = council.tables.find(({ id }) => id === "cin-visits-6w")!;
  const shown = readCopy(bytes).under(table.title, "Team/Locality");
  expect(shown.filter(([team]) => team !== "Total").map(([team]) => team)).toEqual(
    expect.arrayContaining(table.rows.map(({ team }) => team)),
  );
});

test("suppressed slides hide what the copy hides: cells, points, notes, alternative text, embedded workbooks", () => {
  // 15 of 17: two are missing, so the share may be said nowhere.
  const report = reportWith(
    {
      "icpc-15wd": [
        [9, 7],
        [8, 8],
      ],
    },
    50_000,
  );
  const options = { ...CLINIC, suppressed: true };
  const bytes = slides(report, { ...options, template: null });
  const deck = readDeck(bytes);
  const { title } = report.tables.find(({ id }) => id === "icpc-15wd")!;
  const copied = readCopy(managersCopy(report, options)).under(title, "Team/Locality");
  const told = deck
    .flatMap(({ tables }) => tables)
    .filter(({ name }) => name === `Table: ${title}`)
    .flatMap(({ rows }) => rows.slice(1));
  const hidden = (rows: readonly (readonly unknown[])[]) =>
    rows.map((row) => row.map((cell) => cell === "[c]"));
  expect(hidden(told)).toEqual(hidden(copied));
  expect(hidden(told).flat()).toContain(true);
  const series = report.series.find(({ id }) => id === "icpc-15wd")!;
  const [chart] = deck.flatMap(({ charts }) => charts).filter((each) => each.title === series.title);
  expect(chart!.series[0]!.values.at(-1) ?? null).toBeNull();
  expect(chart!.workbook.at(-1)![1] ?? null).toBeNull();
  const all = [...partsAsText(bytes).values()].join("\n");
  expect(all).not.toMatch(/88\.2|0\.882|15 of 17/);
});
