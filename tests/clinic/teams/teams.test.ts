import type { Team } from "../../../src/clinic/teams/team";
import { createTeamDirectory } from "../../../src/clinic/teams/teams";

const team = (name: string, shortName = name, ...otherNames: string[]): Team => ({
  name,
  shortName,
  otherNames,
  service: "SWF",
  locality: "",
  inClinicTables: true,
  origin: "known",
});

describe("a team's names", () => {
  const known = [
    team("Brief Intervention Team East 1", "BIT East 1"),
    team("Riverside", "SWF East 1", "East One", "The Dock"),
    team("SWF East 1"),
    team("Harbour", "Harbour", "East One"),
  ];

  test("all lead to the team, however they are spelt", () => {
    const directory = createTeamDirectory(known);
    for (const cell of ["BIT East 1", "bit_east 1", " BIT\u00a0East\u00a01 ", "“B.I.T.” East-1"]) {
      expect([cell, directory.codeOf(cell)]).toEqual([cell, 0]);
    }
    expect(directory.codeOf("the dock")).toBe(1);
    expect(directory.teams).toHaveLength(known.length);
  });

  test("full name before short name before other names, then the higher row; shared names are ambiguous", () => {
    const directory = createTeamDirectory(known);
    expect(directory.codeOf("SWF East 1")).toBe(2);
    expect(directory.codeOf("East One")).toBe(1);
    expect(["SWF East 1", "east one", "The Dock", "Nowhere", ""].map(directory.ambiguous)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("teams that ClinicTeams does not have", () => {
  test("blank cells are one team, not recorded", () => {
    const directory = createTeamDirectory([team("A")]);
    const code = directory.codeOf("");
    expect(["\u00a0 ", "#N/A", "#REF!", "Team not recorded"].map(directory.codeOf)).toEqual([
      code,
      code,
      code,
      code,
    ]);
    expect(directory.teams[code]).toMatchObject({
      name: "Team not recorded",
      origin: "blank",
      inClinicTables: true,
      service: null,
    });
  });

  test("an unknown team stands under its first spelling, in the clinic tables", () => {
    const directory = createTeamDirectory([team("A")]);
    const code = directory.codeOf("  Court  Team ");
    expect(directory.codeOf("COURT TEAM")).toBe(code);
    expect(directory.teams[code]).toEqual({
      name: "Court Team",
      shortName: "Court Team",
      otherNames: [],
      service: null,
      locality: "",
      inClinicTables: true,
      origin: "unknown",
    });
    expect(directory.codeOf(12)).not.toBe(code);
    expect(directory.codeOf("12")).toBe(directory.codeOf(12));
    expect(directory.codeOf("-")).not.toBe(directory.codeOf(""));
  });

  test("a near spelling is suggested and never applied; other numbers are other teams", () => {
    const directory = createTeamDirectory([
      team("Brief Intervention Team East 1", "BIT East 1"),
      team("SWF East 1"),
    ]);
    const met = ["Breif Intervention Team East 1", "SWF East 4", "Adoption"];
    const codes = met.map(directory.codeOf);
    expect(new Set(codes).size).toBe(3);
    expect(Math.min(...codes)).toBeGreaterThanOrEqual(2);
    expect(directory.suggestions()).toEqual([
      { met: "Breif Intervention Team East 1", suggestion: "Brief Intervention Team East 1" },
      { met: "SWF East 4", suggestion: null },
      { met: "Adoption", suggestion: null },
    ]);
  });
});

describe("a first build, without ClinicTeams", () => {
  /** Rows of the sample's Clinic Settings: team, short name, service, locality, in clinic tables. */
  const SAMPLE: readonly (readonly [string, string, string, string, boolean])[] = [
    ["Brief Intervention Team Central 1", "BIT Central 1", "BIT", "Central", true],
    ["Brief Intervention Team West 1", "BIT West 1", "BIT", "West", true],
    ["SWF Central 2", "SWF Central 2", "SWF", "Central", true],
    ["SWF East 3", "SWF East 3", "SWF", "East", true],
    ["Frontline Team", "Frontline Team", "Frontline", "", true],
    ["CWD", "CWD", "CWD", "", false],
    ["Young People Team 1", "Young People Team 1", "Other", "", false],
    ["Looked After Team 2", "Looked After Team 2", "Other", "", false],
    ["MASH", "MASH", "Other", "", false],
    ["Early Help", "Early Help", "Other", "", false],
  ];

  test.each(SAMPLE)(
    "%s is what the sample's settings say",
    (name, shortName, service, locality, inClinicTables) => {
      const directory = createTeamDirectory([]);
      const met = directory.teams[directory.codeOf(name)];
      expect(met).toEqual({
        name,
        shortName,
        otherNames: [],
        service,
        locality,
        inClinicTables,
        origin: "known",
      });
    },
  );

  test.each([
    ["Social Work with Families North East 2", "SWF North East 2", "SWF", "North East"],
    ["SWF Riverside 2", "SWF Riverside 2", "SWF", "Riverside"],
    ["BIT (ABBEY) 1", "BIT (ABBEY) 1", "BIT", "Abbey"],
    ["SWF Duty Team", "SWF Duty Team", "SWF", ""],
    ["SWF", "SWF", "SWF", ""],
    ["Safeguarding Team South", "Safeguarding Team South", "Other", "South"],
    ["Children with Disabilities Team", "CWD", "CWD", ""],
    ["Disabled Children's Service", "Disabled Children's Service", "CWD", ""],
  ])("%s is %s for short, of %s, in “%s”", (name, shortName, service, locality) => {
    const directory = createTeamDirectory([]);
    expect(directory.teams[directory.codeOf(name)]).toMatchObject({ shortName, service, locality });
  });

  test.each([
    ["BIT East 1", "Brief Intervention Team East 1", "Brief Intervention Team East 1", []],
    ["SWF East 1", "Social Work with Families East 1", "SWF East 1", ["Social Work with Families East 1"]],
    ["CWD", "Children with Disabilities", "CWD", ["Children with Disabilities"]],
  ])(
    "%s and %s are one team, named as the published pack does, in either order",
    (short, long, name, otherNames) => {
      for (const cells of [
        [short, long],
        [long, short],
      ]) {
        const directory = createTeamDirectory([]);
        expect(cells.map(directory.codeOf)).toEqual([0, 0]);
        expect(directory.teams).toHaveLength(1);
        expect(directory.teams[0]).toMatchObject({ name, shortName: short, otherNames });
      }
    },
  );

  test("the second build, with the teams that the first one wrote, finds the same teams", () => {
    const cells = [
      "BIT East 1",
      "Brief Intervention Team East 1",
      "",
      "CWD",
      "Children with Disabilities",
      "swf west 2",
      "Social Work with Families West 2",
      "SWF West 2",
    ];
    const first = createTeamDirectory([]);
    const named = (directory: typeof first): string[] =>
      cells.map(directory.codeOf).map((code) => directory.teams[code]!.name);
    named(first);
    const second = createTeamDirectory(first.teams.filter((met) => met.origin === "known").reverse());
    expect(named(second)).toEqual(named(first));
    expect(second.suggestions()).toEqual([]);
  });
});
