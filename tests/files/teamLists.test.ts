import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { calculateClinic } from "../../src/clinic/calculate/calculateClinic";
import type { ClinicReport } from "../../src/clinic/report";
import { HOLDS_CHILD_IDS, type TeamList, teamLists } from "../../src/files/teamLists";
import { teamsWithLists } from "../../src/files/teamsWithLists";
import { ooxmlFaults } from "../support/ooxmlValidator";
import { partsAsText, readCopy } from "../support/readCopy";
import { readSample } from "../support/readSample";

const OUT = path.resolve(__dirname, "../../out/tests");
const TODAY = 45_152;

let report: ClinicReport;
let lists: readonly TeamList[];

beforeAll(async () => {
  report = calculateClinic(await readSample(), TODAY);
  lists = teamLists(report, teamsWithLists(report));
});

const wordsOf = (bytes: Uint8Array): ReadonlySet<string> =>
  new Set([...partsAsText(bytes).values()].flatMap((text) => text.split(/[^\p{L}\p{N}_-]+/u)));

describe("team lists", () => {
  it("are one for each team of the pack", () => {
    const named = new Set(report.tables.flatMap(({ rows }) => rows.map(({ team }) => team)));
    expect(lists.map(({ team }) => team)).toEqual(expect.arrayContaining([...named]));
    expect(new Set(lists.map(({ fileName }) => fileName.toLowerCase())).size).toBe(lists.length);
  });

  it("hold their own team's children, each line of them, and no other's", () => {
    for (const { team, bytes } of lists) {
      const rows = report.outOfTime.filter((row) => row.team === team);
      const things = [...report.outstanding, ...report.dueSoon].flatMap((child) => child.things);
      const all = [...report.outOfTime, ...things];
      const own = new Set(all.filter((row) => row.team === team).map(({ child }) => child));
      const others = all.map(({ child }) => child).filter((child) => !own.has(child));
      const words = wordsOf(bytes);
      expect([team, others.filter((child) => words.has(child))]).toEqual([team, []]);
      const shown = readCopy(bytes).under("Out of time", "Child Unique ID");
      const toDo = report.outstanding.filter((each) => each.things.some((thing) => thing.team === team));
      const listed = readCopy(bytes)
        .under("Still outstanding", "Child ID")
        .map(([child]) => child);
      if (toDo.length > 0) expect(new Set(listed)).toEqual(new Set(toDo.map(({ child }) => child)));
      if (rows.length > 0) expect(shown.map(([child]) => child)).toEqual(rows.map(({ child }) => child));
    }
  });

  it("say on every page that they hold child IDs", () => {
    const { bytes } = lists[0]!;
    const read = readCopy(bytes);
    for (const name of read.book.SheetNames) expect(read.rows(name).flat()).toContain(HOLDS_CHILD_IDS);
    const sheets = [...partsAsText(bytes)].filter(([name]) => name.startsWith("xl/worksheets/sheet"));
    expect(sheets.filter(([, text]) => !text.includes("holds child IDs"))).toEqual([]);
  });

  it("show the team's figures as the pack does", () => {
    const { team, bytes } = lists.find((list) => list.team.startsWith("SWF East 1"))!;
    const wanted = report.tables.flatMap(({ title, rows }) =>
      rows.filter((row) => row.team === team).map((row) => [title, row.denominator, row.numerator]),
    );
    expect(
      readCopy(bytes)
        .under("The team’s figures", "Indicator")
        .map((row) => row.slice(0, 3)),
    ).toEqual(wanted);
  });

  it("have file names that Windows takes, no two alike", () => {
    const names = teamLists(report, ["A/B: C?", "A B  C", "", "x".repeat(300), "..."]).map(
      ({ fileName }) => fileName,
    );
    expect(new Set(names).size).toBe(5);
    for (const name of names) {
      expect(name).toMatch(/^[^\\/:*?"<>|]+\.xlsx$/);
      expect(name.length).toBeLessThan(130);
    }
  });

  it("are files in which Microsoft's validator finds nothing", async () => {
    await mkdir(OUT, { recursive: true });
    const file = path.join(OUT, "team-list.xlsx");
    await writeFile(file, lists.at(-1)!.bytes);
    expect(await ooxmlFaults(file)).toEqual([]);
  });
});
