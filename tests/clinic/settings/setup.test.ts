import type { CellValue, TableValues } from "../../../src/clinic/cells/worksheet";
import { BUILT_IN } from "../../../src/clinic/indicators/catalogue";
import { createIssueLog } from "../../../src/clinic/issues/issueLog";
import { readSettings } from "../../../src/clinic/settings/readSettings";
import { settingsRows } from "../../../src/clinic/settings/settingsRows";
import { ANALYST_TABLES, type SettingsTableName } from "../../../src/clinic/settings/settingsTables";
import { defaultServices } from "../../../src/clinic/teams/service";
import { guessTeam } from "../../../src/clinic/teams/guessTeam";
import { inShort, table } from "./tables";

const setup = (name: SettingsTableName, ...rows: readonly (readonly CellValue[])[]): TableValues =>
  table(name, [ANALYST_TABLES[name], ...rows]);

function read(...tables: readonly TableValues[]) {
  const log = createIssueLog();
  const entered = readSettings(tables, log, false);
  return { entered, short: inShort(log.issues()), fixes: log.issues().map(({ fix }) => fix) };
}

describe("ClinicColumns", () => {
  test("matches a heading to a list's column, on one sheet or on any, and takes a condition", () => {
    const { entered, short } = read(
      setup(
        "ClinicColumns",
        ["", "", "", ""],
        ["CIN Plans", "Open cases", "CIN Plan Start Date", "CiN Start"],
        ["cp-plans", "", "Allocated team", "Case Worker Team"],
        ["CP Plans", "", "Only where", "Plan Type = CP"],
      ),
    );
    expect(short).toEqual([]);
    expect(entered.columnMatches.map(({ place: _, ...match }) => match)).toMatchObject([
      { kind: "column", list: "cin-plans", sheet: "Open cases", column: "start", heading: "CiN Start" },
      { kind: "column", list: "cp-plans", sheet: "", column: "team", heading: "Case Worker Team" },
      {
        kind: "only where",
        list: "cp-plans",
        sheet: "",
        condition: [{ heading: "Plan Type", values: ["CP"] }],
      },
    ]);
  });

  test("a row that cannot be used names its cell and says what to type", () => {
    const { entered, short, fixes } = read(
      setup(
        "ClinicColumns",
        ["CIN", "", "Nothing such", "A"],
        ["Nobody", "", "Team", "A"],
        ["CP Plans", "", "Only where", "Plan Type"],
        ["CP Plans", "", "Allocated Team", ""],
        ["CLA", "", "Allocated Team", "Team"],
        ["CLA", "", "Allocated Team", "Team 2"],
      ),
    );
    expect(entered.columnMatches).toHaveLength(1);
    expect(short).toEqual([
      "error wrong-setting C4",
      "error wrong-setting A5",
      "error wrong-condition D6",
      "error wrong-setting D7",
      "error wrong-setting D9",
    ]);
    expect(fixes[0]).toContain("CIN Plan Start Date");
    expect(fixes[1]).toContain("CIN Plans");
  });
});

test("ClinicWords gives a word in a list's column its meaning", () => {
  const { entered, short } = read(
    setup("ClinicWords", ["CIN Plans", "Case Status", "Open S17", "CIN"], ["CLA", "Legal Status", "", "V3"]),
  );
  expect(entered.words.map(({ place: _, ...word }) => word)).toEqual([
    { list: "cin-plans", column: "caseStatus", word: "Open S17", means: "CIN" },
  ]);
  expect(short).toHaveLength(1);
});

test("ClinicServices and ClinicStatuses are read with defaults for blanks; wrong words are issues", () => {
  const { entered, short } = read(
    setup(
      "ClinicServices",
      ["Family Help", "by locality", "Caseloads in Family Help", ""],
      ["0-25 Service", "", "", "Yes"],
      ["Assessment", "two tables", "", "perhaps"],
      ["family help", "none", "", ""],
    ),
    setup("ClinicStatuses", ["NQSW", 12], ["SW", ""], ["ASYE", "few"]),
  );
  expect(entered.services).toEqual([
    { name: "Family Help", caseloads: "by locality", title: "Caseloads in Family Help", isDisabledChildren: false },
    { name: "0-25 Service", caseloads: "none", title: "Caseloads in 0-25 Service", isDisabledChildren: true },
    { name: "Assessment", caseloads: "none", title: "Caseloads in Assessment", isDisabledChildren: false },
  ]); // prettier-ignore
  expect(entered.statuses).toEqual([
    { status: "NQSW", highlightAt: 12 },
    { status: "SW", highlightAt: null },
    { status: "ASYE", highlightAt: null },
  ]);
  expect(short).toEqual([
    "error wrong-setting B6",
    "error wrong-setting D6",
    "error wrong-setting A7",
    "error wrong-setting B6",
  ]);
});

test("a workbook without Clinic Setup is read as before", () => {
  const { entered, short } = read();
  expect([
    entered.columnMatches,
    entered.words,
    entered.services,
    entered.statuses,
    entered.measures,
  ]).toEqual([[], [], null, [], []]);
  expect(short).toEqual([]);
});

describe("the rows that a build adds", () => {
  const rows = (names: readonly string[], standing: readonly TableValues[] = []) =>
    settingsRows(standing, {
      teams: names.map(guessTeam),
      services: defaultServices(names.map(guessTeam)),
      statuses: ["SW", "NQSW"],
      catalogue: BUILT_IN,
    }).setup;

  test("are the services of the teams that are there", () => {
    const services = (names: readonly string[]) =>
      rows(names).services.missingRows.map((row) => row.slice(0, 3));
    expect(services(["SWF East 1", "BIT West 1", "CWD"]).slice(0, 2)).toEqual([
      ["BIT", "one table", "Caseloads in BIT"],
      ["SWF", "by locality", "Caseloads - SWF"],
    ]);
    expect(services(["Family Safeguarding 1"])).toEqual([
      ["Social work", "one table", "Caseloads by team"],
      ["Frontline", "none", ""],
      ["CWD", "none", ""],
      ["Other", "none", ""],
    ]);
  });

  test("are the statuses that ClinicStatuses lacks, and nothing where services stand", () => {
    const standing = [
      setup("ClinicServices", ["Family Help", "one table", "", ""]),
      setup("ClinicStatuses", ["nqsw", 12]),
    ];
    const { services, statuses } = rows(["SWF East 1"], standing);
    expect(services.missingRows).toEqual([]);
    expect(statuses.missingRows).toEqual([["SW", ""]]);
  });
});
