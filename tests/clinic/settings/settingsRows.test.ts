import type { CellValue, TableValues } from "../../../src/clinic/cells/worksheet";
import { serialOf } from "../../../src/clinic/calendar/serials";
import { BUILT_IN, INDICATORS } from "../../../src/clinic/indicators/catalogue";
import { createIssueLog } from "../../../src/clinic/issues/issueLog";
import { readSettings } from "../../../src/clinic/settings/readSettings";
import { resolveSettings } from "../../../src/clinic/settings/resolveSettings";
import {
  settingsRows,
  type SettingsRows,
  type FoundByBuild,
  type SettingsTableRows,
} from "../../../src/clinic/settings/settingsRows";
import { defaultServices } from "../../../src/clinic/teams/service";
import type { Team } from "../../../src/clinic/teams/team";
import { createTeamDirectory } from "../../../src/clinic/teams/teams";
import { inShort, options, table } from "./tables";

const met = ["SWF East 1", "CWD", "BIT West 1", "Brief Intervention Team West 1", "", "Frontline Team"];

function builtWith(teams: readonly Team[], statuses: readonly string[] = []): FoundByBuild {
  return { teams, services: defaultServices(teams), statuses, catalogue: BUILT_IN };
}

function firstBuild(): { readonly rows: SettingsRows; readonly names: readonly string[] } {
  const directory = createTeamDirectory([]);
  const names = met.map(directory.codeOf).map((code) => directory.teams[code]!.name);
  return {
    rows: settingsRows([], builtWith(directory.teams, ["SW", "NQSW"])),
    names,
  };
}

/** The table as it stands once the rows are written. */
function written({ name, standing, headings, missingRows, missingFormats }: SettingsTableRows): TableValues {
  const rows = [...(standing?.rows ?? []), ...missingRows];
  const none: readonly string[] = headings.map(() => "General");
  return {
    ...table(name, [headings, ...rows]),
    formats: [...(standing?.rows.map(() => none) ?? []), ...missingFormats],
  };
}

const all = (rows: SettingsRows): readonly SettingsTableRows[] => [
  rows.options,
  rows.targets,
  rows.teams,
  rows.holidays,
  ...Object.values(rows.setup),
];
const found = { latestActivityDate: serialOf(2023, 7, 31), today: serialOf(2023, 8, 1) };

test("a first build writes every setting, indicator and team that it went by", () => {
  const { rows } = firstBuild();
  expect(rows.options.missingRows.map(([setting, value]) => [setting, value])).toEqual([
    ["Reporting month", ""],
    ["As-at date", ""],
    ["Caseload highlight at or above", 20],
    ["Population aged 0 to 17", ""],
    ["Council name", ""],
    ["Copies for", "clinic"],
    ["Small numbers in copies", "shown"],
    ["S47 outcomes that mean ICPC", "ICPC; Initial Child Protection Conference"],
  ]);
  expect(rows.targets.missingRows).toHaveLength(INDICATORS.length);
  expect(rows.targets.missingRows.slice(0, 4).map(([id]) => id)).toEqual([
    "cp-rate",
    "cla-rate",
    "s47-rolling-rate",
    "assessments-20wd",
  ]);
  expect(rows.teams.missingRows).toEqual([
    ["Brief Intervention Team West 1", "", "BIT West 1", "BIT", "West", "Yes", "", ""],
    ["SWF East 1", "", "SWF East 1", "SWF", "East", "Yes", "", ""],
    ["Frontline Team", "", "Frontline Team", "Frontline", "", "Yes", "", ""],
    ["CWD", "", "CWD", "CWD", "", "No", "", ""],
  ]);
  expect(rows.holidays).toMatchObject({ headings: ["Date", "Name"], missingRows: [] });
});

test("only the two published targets need no confirming", () => {
  const { headings, missingRows } = firstBuild().rows.targets;
  const [target, note] = [headings.indexOf("Target"), headings.indexOf("Note")];
  const withTarget = missingRows.filter((row) => row[target] !== "");
  expect(withTarget.filter((row) => row[note] === "").map(([id]) => id)).toEqual(["cp-rate", "cla-rate"]);
  expect(new Set(withTarget.slice(2).map((row) => row[note]))).toEqual(new Set(["starting value: confirm"]));
  expect(missingRows.filter((row) => row[target] === "" && row[note] !== "")).toEqual([]);
});

test.each(["Comments", "note", "Remarks "])(
  "a note column called %s takes the notes of added rows",
  (heading) => {
    const standing = [
      table("ClinicTargets", [
        ["ID", "Target", heading],
        ["cp-rate", 60, "agreed"],
      ]),
    ];
    const { missingRows } = settingsRows(standing, builtWith([])).targets;
    expect(missingRows.find(([id]) => id === "cin-visits-6w")).toEqual([
      "cin-visits-6w",
      95,
      "starting value: confirm",
    ]);
  },
);

test("the second build reads the same settings and teams from what the first wrote, and adds nothing", () => {
  const first = firstBuild();
  const tables = all(first.rows).map(written);
  const log = createIssueLog();
  const bare = resolveSettings(readSettings([], log, false), found, log);
  const again = resolveSettings(readSettings(tables, log, false), found, log);
  expect(inShort(log.issues())).toEqual([]);
  expect({ ...again, teams: [], services: bare.services, statuses: [], catalogue: BUILT_IN }).toEqual(bare);
  const directory = createTeamDirectory(again.teams);
  expect(met.map((cell) => directory.teams[directory.codeOf(cell)]!.name)).toEqual(first.names);
  for (const rows of all(settingsRows(tables, builtWith(directory.teams, ["nqsw", "SW"]))))
    expect([rows.name, rows.missingRows]).toEqual([rows.name, []]);
});

test("standing rows are left alone and missing ones follow the table's own columns", () => {
  const standing = [
    options(["population aged 0 TO 17", 1]),
    table("ClinicTargets", [
      ["Owner", "Target", "id"],
      ["Ann", 70, "CP Rate"],
    ]),
    table("ClinicTeams", [["Team"], ["SWF East 1"]]),
  ];
  const directory = createTeamDirectory(readSettings(standing, createIssueLog(), false).teams);
  directory.codeOf("Court Team");
  const rows = settingsRows(standing, builtWith(directory.teams));
  expect(rows.options.missingRows.map(([setting]) => setting)).not.toContain("Population aged 0 to 17");
  expect(rows.options.missingRows).toHaveLength(7);
  expect(rows.targets.headings).toEqual(["Owner", "Target", "id"]);
  expect(rows.targets.missingRows).toHaveLength(INDICATORS.length - 1);
  expect(rows.targets.missingRows[0]).toEqual(["", 100, "cla-rate"]);
  expect(rows.targets.missingRows.every((row) => row.length === 3)).toBe(true);
  expect(rows.teams.missingRows).toEqual([]);
});

test("an empty ClinicTeams is filled; a table without its key column is not", () => {
  const directory = createTeamDirectory([]);
  directory.codeOf("SWF East 1");
  const empty: CellValue[] = ["", "", "", "", "", ""];
  const headings = ["Team", "Also known as", "Short name", "Service", "Locality", "In clinic tables"];
  expect(
    settingsRows([table("ClinicTeams", [headings, empty])], builtWith(directory.teams)).teams.missingRows,
  ).toHaveLength(1);
  const nameless = settingsRows(
    [table("ClinicTeams", [["Name"]]), table("ClinicTargets", [["Indicator"]])],
    builtWith(directory.teams),
  );
  expect([nameless.teams.missingRows, nameless.targets.missingRows]).toEqual([[], []]);
});

test("cells are ready to be typed in: text for the month, words to choose from", () => {
  const { rows } = firstBuild();
  expect(rows.options.missingFormats[0]).toEqual(["General", "@"]);
  expect(rows.options.missingFormats[1]).toEqual(["General", "dd/mm/yyyy"]);
  const column = rows.targets.headings.indexOf("Unit");
  expect(rows.targets.choices[column]).toEqual(["days", "working days"]);
  expect(rows.teams.choices[5]).toEqual(["Yes", "No"]);
});

test("a table that a stopped build left half-made is written anew, with what was entered in it since", () => {
  const whole = options(["Reporting month", "Jun-23"], ["", ""], ["As-at date", 45_107]);
  const formats = [
    ["General", "General"],
    ["General", "General"],
    ["General", "dd mmm yyyy"],
  ];
  const stands = { ...whole, formats };
  const { options: halfMade } = settingsRows([{ ...stands, isHalfMade: true }], builtWith([]));
  const { options: standing } = settingsRows([stands], builtWith([]));
  expect(halfMade.missingRows).toEqual([
    ["Reporting month", "Jun-23"],
    ["As-at date", 45_107],
    ...standing.missingRows,
  ]);
  expect(halfMade.missingFormats.slice(0, 2)).toEqual([
    ["General", "@"],
    ["General", "dd mmm yyyy"],
  ]);
  expect(standing.missingRows.map(([setting]) => setting)).not.toContain("As-at date");
});
