/** Two spellings of one team, and names that only look like it. */
import { calculateClinic } from "../../../../src/clinic/calculate/calculateClinic";
import type { TableValues } from "../../../../src/clinic/cells/worksheet";
import { SETTINGS_TABLES } from "../../../../src/clinic/settings/settingsTables";
import { day } from "../../../support/madeList";
import { table } from "../../settings/tables";

function told(teams: readonly string[], settings: readonly TableValues[] = []) {
  const rows = [
    ["Child Unique ID", "Date of Referral", "Allocated Team"],
    ...teams.map((team, i) => [`K${i}`, day("2023-07-03") + i, team]),
  ];
  const sheets = [{ name: "Referrals", firstRow: 0, firstColumn: 0, rows }];
  const { findings } = calculateClinic(
    { sheets, settings, history: null, choices: {}, date1904: false },
    day("2023-08-10"),
  );
  return findings.find(({ kind }) => kind === "teams-spelt-alike");
}

test("a team spelt two ways is told with both names, their rows and where to map them", () => {
  const finding = told(["Assessment Team 1", "Assessment Team1 ", "assesment team 1"]);
  expect(finding).toMatchObject({
    pairs: [
      [
        { team: "Assessment Team 1", rows: 2 },
        { team: "assesment team 1", rows: 1 },
      ],
    ],
    offers: [{ act: "set-teams" }],
  });
  expect(finding?.lines.join(" ")).toContain("“Assessment Team 1” (2 rows) and “assesment team 1” (1 row)");
  expect(finding?.lines.join(" ")).toContain("under Also known as");
});

test.each([
  ["Team 1", "Team 2"],
  ["North", "South"],
  ["Northern Locality", "Southern Locality"],
  ["CIN East 1", "CIN East 2"],
  ["CIN East 1", "CIN West 1"],
  ["Assessment Team A", "Assessment Team B"],
  ["Assessment Team 1", "Assessment Team 11"],
])("%s and %s are two teams", (one, other) => {
  expect(told([one, other])).toBeUndefined();
});

test("two rows of ClinicTeams are two teams by the analyst's word; a new spelling of one is told", () => {
  const teams = table("ClinicTeams", [
    SETTINGS_TABLES.ClinicTeams,
    ["Ashford Team", "", "", "BIT", "", "Yes"],
    ["Ashfold Team", "", "", "BIT", "", "Yes"],
  ]);
  expect(told(["Ashford Team", "Ashfold Team"], [teams])).toBeUndefined();
  expect(told(["Ashford Team", "Ashforrd Team"], [teams])).toMatchObject({
    pairs: [[{ team: "Ashford Team" }, { team: "Ashforrd Team" }]],
  });
});
