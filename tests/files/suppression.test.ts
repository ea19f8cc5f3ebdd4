/** Small numbers in copies (SPEC §10): what is hidden, and that none of it can be worked out. */
import fc from "fast-check";
import { INDICATORS, TEAM_TABLES } from "../../src/clinic/indicators/catalogue";
import { copyPages } from "../../src/files/managersCopy";
import { hiddenInTables } from "../../src/files/suppression/hiddenRows";
import { fixed, type FixedSheet } from "../../src/files/workbook/fixedSheet";
import { tableName } from "../../src/pages/references";
import { type Before, reportWith } from "../support/reportWithCounts";
import { attack } from "../support/suppressionAttack";
import { type FileSays, type Said, saidByCopy, saidBySlides, type SaidTable } from "../support/whatAFileSays";

const AT = 45_152.4;
/** More by hand: CLINIC_ATTACK_RUNS=200. */
const RUNS = Number(process.env["CLINIC_ATTACK_RUNS"] ?? 3);

const size = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 7 }) },
  { weight: 2, arbitrary: fc.integer({ min: 6, max: 40 }) },
);
/** Counts of the demand tables that no by-team table counts too. */
const DEMAND = INDICATORS.flatMap((entry) =>
  entry.family.startsWith("demand") && entry.kind === "count" ? [entry.id] : [],
);
/** Numerators that are often all, none, or nearly so. */
const share = fc.oneof(
  fc.integer({ min: 0, max: 6 }).map((few) => (d: number) => Math.min(d, few)),
  fc.integer({ min: 0, max: 6 }).map((few) => (d: number) => Math.max(0, d - few)),
  fc.double({ min: 0, max: 1, noNaN: true }).map((part) => (d: number) => Math.round(part * d)),
);

const forEach = <T>({ length }: readonly unknown[], one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(one, { minLength: length, maxLength: length });

/** Tables of one headline have one cohort's denominators; care planning leaves some children out. */
const councils = fc
  .record({
    teams: fc.integer({ min: 1, max: 6 }),
    sizes: fc.array(size, { minLength: 36, maxLength: 36 }),
    shares: fc.array(share, { minLength: 72, maxLength: 72 }),
    population: fc.constantFrom(8_000, 50_000, 150_000),
    months: forEach(DEMAND, fc.array(size, { minLength: 13, maxLength: 13 })),
    isPublished: forEach(DEMAND, fc.boolean()),
    totals: forEach(TEAM_TABLES, fc.tuple(size, share)),
  })
  .map(({ teams, sizes, shares, population, months, isPublished, totals }) => {
    const cohorts = [...new Set(TEAM_TABLES.map(({ id, headline }) => headline ?? id))];
    const counts = Object.fromEntries(
      TEAM_TABLES.map(({ id, headline }, t) => [
        id,
        Array.from({ length: teams }, (_, i): readonly [number, number] => {
          const cohort = sizes[(cohorts.indexOf(headline ?? id) * 6 + i) % sizes.length]!;
          const d = id === "cla-care-planning" ? Math.max(0, cohort - (i % 3)) : cohort;
          return [d, shares[(t * 6 + i) % shares.length]!(d)];
        }),
      ]),
    );
    const before: Before = {
      months: Object.fromEntries(
        DEMAND.flatMap((id, i) => (isPublished[i] ? [] : [[id, months[i]!.map((count) => 3 * count)]])),
      ),
      totals: Object.fromEntries(
        TEAM_TABLES.flatMap(({ id }, i) => {
          const [d, of] = totals[i]!;
          return d === 0 ? [] : [[id, [d, of(d)] as const]];
        }),
      ),
    };
    return { counts, population, before };
  });

const cellsOf = (
  pages: readonly FixedSheet[],
  id: string,
): readonly (readonly (string | number | null)[])[] => {
  const table = pages.flatMap(({ tables }) => tables).find(({ name }) => name === tableName(id))!;
  return [...table.rows, ...(table.total ? [table.total] : [])].map((row) => row.map(fixed));
};

const OPTIONS = { audience: "clinic", suppressed: true, at: AT, withHistory: true } as const;

describe("small numbers in a copy", () => {
  it("are [c] with their share and RAG, and so is another row from which they would follow", () => {
    const counts = {
      "cin-visits-6w": [
        [20, 17],
        [30, 22],
        [41, 30],
      ] as const,
    };
    const rows = cellsOf(copyPages(reportWith(counts, 50_000), OPTIONS), "cin-visits-6w");
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ["Team 1", 20, "[c]"],
      ["Team 2", 30, "[c]"],
      ["Team 3", 41, 30],
      ["Total", 91, 69],
    ]);
    expect(rows[0]!.slice(3)).toEqual(["[c]", "[c]"]);
  });

  it("hide a small denominator in every table of its cohort", () => {
    const counts = {
      "cp-visits-10wd": [
        [3, 3],
        [30, 22],
        [41, 30],
      ] as const,
      "cp-core-groups": [
        [3, 0],
        [30, 10],
        [41, 12],
      ] as const,
    };
    const pages = copyPages(reportWith(counts, 50_000), OPTIONS);
    for (const id of ["cp-visits-10wd", "cp-core-groups"])
      expect(cellsOf(pages, id).map((row) => row[1])).toEqual(["[c]", "[c]", 41, 74]);
  });

  it("leave a file without small numbers as it is", () => {
    const counts = {
      "cin-visits-6w": [
        [40, 20],
        [60, 30],
      ] as const,
    };
    const report = reportWith(counts, 50_000);
    expect(hiddenInTables(report.tables).get("cin-visits-6w")?.shares.size).toBe(0);
    expect(cellsOf(copyPages(report, OPTIONS), "cin-visits-6w").map((row) => row.slice(1, 3))).toEqual([
      [40, 20],
      [60, 30],
      [100, 50],
    ]);
  });

  it("hide all of a table that counts a part of its cohort, even where another table is like it by chance", async () => {
    const counts = {
      "assessments-45wd": [
        [9, 6],
        [5, 0],
      ] as const,
      "cla-visits": [
        [9, 4],
        [6, 0],
      ] as const,
      "cla-care-planning": [
        [9, 3],
        [5, 3],
      ] as const,
    };
    const pages = copyPages(reportWith(counts, 50_000), OPTIONS);
    expect(cellsOf(pages, "cla-care-planning").map((row) => row[1])).toEqual(["[c]", "[c]", "[c]"]);
  });

  it("take a small total off the Summary, its chart and its arrow", () => {
    const report = reportWith(
      {
        "icpc-15wd": [
          [9, 7],
          [8, 8],
        ],
      },
      50_000,
    );
    const pages = copyPages(report, OPTIONS);
    const tables = pages.flatMap((page) => page.tables);
    const headlines = tables.find(({ name }) => name === "Clinic_headlines")!;
    const line = report.headlines.find(({ id }) => id === "icpc-15wd")!;
    const row = headlines.rows.find(([indicator]) => indicator === line.indicator)!.map(fixed);
    for (const heading of ["This month", "Change", "RAG", "Direction of travel"])
      expect([heading, row[headlines.headings.indexOf(heading)]]).toEqual([heading, "[c]"]);
    const points = tables.find(({ name }) => name === "Clinic_series_icpc_15wd")!.rows.at(-1)!;
    expect(points.slice(0, 2)).toEqual(["Jul-23 [c]", null]);
    const said =
      JSON.stringify(pages.map(({ blocks }) => blocks)) +
      JSON.stringify(tables.find(({ name }) => name === "Clinic_messages"));
    expect(said).not.toMatch(/15 of 17|88\.2/);
  });

  it("are found by the attack where a cell, a sentence, a colour or an arrow tells them", async () => {
    const safe = Object.fromEntries(
      TEAM_TABLES.map(({ id }) => [
        id,
        [
          [40, 20],
          [60, 30],
        ] as const,
      ]),
    );
    const counts = {
      ...safe,
      "icpc-15wd": [
        [9, 7],
        [8, 8],
      ] as const,
    };
    const report = reportWith(counts, 50_000);
    const says = saidByCopy(report, OPTIONS);
    expect(await attack(says, report)).toEqual([]);
    const found = async (changed: Partial<FileSays>) =>
      (await attack({ ...says, ...changed }, report)).map(({ cell }) => cell);
    const { wording, nameInMessages } = TEAM_TABLES.find(({ id }) => id === "icpc-15wd")!;
    for (const sentence of [
      `${wording}: 88.2% (15 of 17), green.`,
      `Furthest from its target: ${nameInMessages}, at 88.2% against a target of 95% or more.`,
      `Moved most since June 2023: ${nameInMessages} rose from 80.0% to 88.2%, improving.`,
      `Indicators with a target: 99 green, 0 amber, 0 red.`,
    ])
      expect(await found({ sentences: [...says.sentences, sentence] })).not.toEqual([]);
    await expect(found({ sentences: [...says.sentences, "Two of the 17 were late."] })).rejects.toThrow(
      "A text that the attack cannot read",
    );
    /** Every [c] under the heading in rows that begin so. */
    const told = (heading: string, cell: Said, begins: RegExp): readonly SaidTable[] =>
      says.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) =>
          row.map((old, i) =>
            begins.test(String(row[0])) && table.headings[i] === heading && old === "[c]" ? cell : old,
          ),
        ),
      }));
    for (const [heading, cell, begins] of [
      ["RAG", "Red", /^Team 1$/],
      ["RAG", "Green", /^ICPC/],
      ["Direction of travel", "↑ Improving", /^ICPC/],
      ["Change", 3.1, /^ICPC/],
      ["This month", 0.882, /^ICPC/],
      ["Numerator", 7, /^Team 1$/],
      ["Numerator", 15, /^Total$/],
    ] as const)
      expect([heading, await found({ tables: told(heading, cell, begins) })]).not.toEqual([heading, []]);
    const points = new Map(says.points).set("icpc-15wd", [...Array.from({ length: 12 }, () => null), 0.882]);
    expect(await found({ points })).not.toEqual([]);
  });

  it.each(["clinic", "council", "outside"] as const)(
    "for %s no attack narrows any to fewer than five values",
    async (audience) => {
      await fc.assert(
        fc.asyncProperty(councils, async ({ counts, population, before }) => {
          const report = reportWith(counts, population, before);
          const options = { ...OPTIONS, audience };
          expect(await attack(saidByCopy(report, options), report)).toEqual([]);
          expect(await attack(saidBySlides(report, options), report)).toEqual([]);
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
    },
    300_000,
  );
});
