import { caseloadTables, whyNoCaseloads, type CaseloadTerms } from "../../../src/clinic/calculate/caseloads";
import { defaultServices, type ClinicService } from "../../../src/clinic/teams/service";
import type { Team } from "../../../src/clinic/teams/team";
import { madeList, madeTeam } from "../../support/madeList";
import type { MadeRow } from "../../support/madeList";

const SWF_EAST = 0;
const SWF_NORTH = 1;
const BIT = 2;
const CWD = 3;
const NOWHERE = 4;
const TEAMS: readonly Team[] = [
  madeTeam("Social Work East", { shortName: "East" }),
  madeTeam("Social Work North", { shortName: "North", locality: "North" }),
  madeTeam("Brief Intervention", { shortName: "BIT", service: "BIT", locality: "" }),
  madeTeam("Disabilities", { service: "CWD", locality: "", inClinicTables: false }),
  madeTeam("Social Work Anywhere", { shortName: "Any", locality: " " }),
];

/** As many allocations of as many children. */
function cases(worker: string, count: number, team = SWF_EAST, status = "SW"): MadeRow[] {
  return Array.from({ length: count }, (_, i) => ({ worker, status, team, child: `${worker}-${i}` }));
}

function terms(caseloadThreshold: number, teams = TEAMS, services = defaultServices(teams)): CaseloadTerms {
  return { teams, services, caseloadThreshold };
}

function tables(rows: readonly MadeRow[], threshold = 3, columns?: readonly string[]) {
  return new Map(
    caseloadTables(madeList("allocations", rows, columns), terms(threshold)).map((table) => [
      table.id,
      { title: table.title, lines: table.rows.map((row) => `${row.allocations} ${row.status} ${row.team}`) },
    ]),
  );
}

describe("who stands in which table", () => {
  it("lists every worker at or above the threshold, of all teams, most first, ties by their first row", () => {
    const rows = [
      ...cases("W1", 3),
      ...cases("W2", 5, CWD),
      ...cases("W3", 2),
      ...cases("W4", 3, BIT, "NQSW"),
    ];
    expect(tables(rows).get("caseloads-20-plus")).toEqual({
      title: "3+ Caseloads",
      lines: ["5 SW Disabilities", "3 SW East", "3 NQSW BIT"],
    });
  });

  it("highlights at the threshold and above", () => {
    const [, bit] = caseloadTables(
      madeList("allocations", [...cases("W1", 2, BIT), ...cases("W2", 3, BIT), ...cases("W3", 4, BIT)]),
      terms(3),
    );
    expect(bit!.rows.map(({ allocations, highlight }) => [allocations, highlight])).toEqual([
      [4, true],
      [3, true],
      [2, false],
    ]);
  });

  it("has a table for each locality of the service's teams, A–Z, and last for none recorded", () => {
    const found = tables([...cases("W1", 1, NOWHERE), ...cases("W2", 1, SWF_NORTH)]);
    expect([...found.keys()]).toEqual([
      "caseloads-20-plus",
      "caseloads-bit",
      "caseloads-swf-east",
      "caseloads-swf-north",
      "caseloads-swf-locality-not-recorded",
    ]);
    expect(found.get("caseloads-swf-north")).toEqual({
      title: "Caseloads - SWF North",
      lines: ["1 SW North"],
    });
    expect(found.get("caseloads-swf-locality-not-recorded")!.title).toBe(
      "Caseloads - SWF locality not recorded",
    );
    expect(found.get("caseloads-swf-east")!.lines).toEqual([]);
    expect([...tables(cases("W1", 1)).keys()]).not.toContain("caseloads-swf-locality-not-recorded");
  });

  const idsAndLines = (teams: readonly Team[], services: readonly ClinicService[]) =>
    caseloadTables(
      madeList("allocations", [...cases("W1", 1, 0), ...cases("W2", 2, 1)]),
      terms(9, teams, services),
    )
      .slice(1)
      .map(({ id, title, rows }) => [id, title, rows.map(({ team }) => team)]);
  const service = (name: string, caseloads: ClinicService["caseloads"], title: string): ClinicService => ({
    name,
    caseloads,
    title,
    isDisabledChildren: false,
  });

  it("has one table of every team where there is neither BIT nor SWF", () => {
    const teams = [madeTeam("Safeguarding 1", { service: "Other" }), madeTeam("Court", { service: null })];
    expect(idsAndLines(teams, defaultServices(teams))).toEqual([
      ["caseloads-social-work", "Caseloads by team", ["Court", "Safeguarding 1"]],
    ]);
  });

  it("goes by the rows of ClinicServices, whatever their words, and shows none where they say none", () => {
    const teams = [
      madeTeam("Help 1", { service: "family  help", locality: "Coast" }),
      madeTeam("Court", { service: "Court work" }),
    ];
    expect(
      idsAndLines(teams, [
        service("Family Help", "by locality", "Family Help"),
        service("Court work", "none", "Courts"),
      ]),
    ).toEqual([["caseloads-family-help-coast", "Family Help Coast", ["Help 1"]]]);
  });

  it("puts two services whose names come to one id into one table", () => {
    const teams = [madeTeam("A", { service: "Help 1" }), madeTeam("B", { service: "Help-1" })];
    expect(
      idsAndLines(teams, [
        service("Help 1", "one table", "Help"),
        service("Help-1", "one table", "More help"),
      ]),
    ).toEqual([["caseloads-help-1", "Help", ["A", "B"]]]);
  });
});

describe("how many allocations a worker has", () => {
  it("counts different children over all rows, and a row without an ID as a child", () => {
    const rows = [
      { worker: "W1", status: "SW", child: "C1" },
      { worker: "w1 ", status: "SW", child: "C1" },
      { worker: "W1", status: "SW", child: "C2" },
      { worker: "W1", status: "SW", child: "" },
      { worker: "W2", status: "SW", child: "C1" },
      { worker: "W2", status: "SW", child: "C1" },
    ];
    expect(tables(rows, 1).get("caseloads-20-plus")!.lines).toEqual(["3 SW East", "1 SW East"]);
  });

  it("takes No. of Allocations where it stands, over child IDs", () => {
    const rows = [
      { worker: "W1", status: "SW", child: "C1", count: 17 },
      { worker: "W2", status: "SW", child: "C1", count: "" },
      { worker: "W3", status: "SW", child: "C1", count: 0 },
    ];
    expect(tables(rows, 0).get("caseloads-20-plus")!.lines).toEqual(["17 SW East", "1 SW East", "0 SW East"]);
  });

  it("leaves out rows without a worker", () => {
    expect(tables([...cases("", 9), ...cases("W1", 1)], 1).get("caseloads-20-plus")!.lines).toEqual([
      "1 SW East",
    ]);
  });
});

describe("the one line of a worker", () => {
  it("stands under the team and, apart, the status of most of its rows", () => {
    const rows = [
      ...cases("W1", 1, BIT, "ASYE"),
      ...[1, 2].map((i) => ({ worker: "W1", status: "NQSW", team: SWF_EAST, child: `a${i}` })),
      ...[1, 2].map((i) => ({ worker: "W1", status: "ASYE", team: SWF_NORTH, child: `b${i}` })),
      { worker: "W1", status: "ASYE", team: SWF_NORTH, child: "c" },
    ];
    expect(tables(rows, 1).get("caseloads-20-plus")!.lines).toEqual(["6 ASYE North"]);
  });

  it("takes the first met of equals", () => {
    const rows = [
      { worker: "W1", status: "NQSW", team: BIT, child: "C1" },
      { worker: "W1", status: "SW", team: SWF_EAST, child: "C2" },
    ];
    expect(tables(rows, 1).get("caseloads-20-plus")!.lines).toEqual(["2 NQSW BIT"]);
  });

  it("never merges statuses, and says when none is recorded", () => {
    const rows = [...cases("W1", 1, BIT, "SW"), ...cases("W2", 1, BIT, "NQSW"), ...cases("W3", 1, BIT, "")];
    expect(tables(rows, 9).get("caseloads-bit")!.lines).toEqual([
      "1 SW BIT",
      "1 NQSW BIT",
      "1 Status not recorded BIT",
    ]);
  });
});

describe("when there are no caseloads", () => {
  const lists = (columns: readonly string[] | null) => ({
    get: () => (columns === null ? null : madeList("allocations", [], columns)),
  });

  it("names what is missing", () => {
    expect(whyNoCaseloads(lists(null))).toBe("The workbook has no Allocations list.");
    expect(whyNoCaseloads(lists(["worker", "status", "team"]))).toBe(
      "Allocations has neither a “Child Unique ID” nor a “No. of Allocations” column.",
    );
    expect(whyNoCaseloads(lists(["worker", "status", "team", "count"]))).toBeNull();
  });
});
