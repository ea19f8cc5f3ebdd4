/** Clinic Settings: entries in other forms, wrong ones, doubles, and what they change. */
import { tableOf } from "../support/makeWorkbook";
import { addRow, day, dropSheet, formats, put, SETTINGS, type DirtyCase } from "./baseline";

const monthAs = (form: string | number): DirtyCase => ({
  name: `a reporting month written ${typeof form === "number" ? "as a date" : form}`,
  change: (extracts) => void (extracts.settings.options[0]![1] = form),
  issues: [],
});

export const MORE_SETTINGS: readonly DirtyCase[] = [
  monthAs("July 2023"),
  monthAs("Jul-23"),
  monthAs("31/07/2023"),
  monthAs(day(14, 7)),
  {
    name: "a reporting month that Excel has turned into 23 July of this year",
    change(extracts) {
      extracts.settings.options[0]![1] = day(23, 7, 2026);
      extracts.dress.set(SETTINGS, formats(["B4", "d-mmm"]));
    },
    issues: ["query month-turned-into-a-date Clinic Settings!B4"],
  },
  {
    name: "no reporting month and no date to tell it by: the last month to have ended",
    change(extracts) {
      extracts.settings.options[0]![1] = "";
      for (const sheet of ["Contacts", "Referrals", "Assessments"]) dropSheet(extracts, sheet);
    },
    figures: {
      contacts: null,
      referrals: null,
      "assessments-completed": null,
      "open-children": null,
      "assessments-20wd": null,
      "assessments-45wd": null,
    },
    issues: ["query reporting-month-assumed Clinic Settings"],
  },
  {
    name: "a slip into the future does not move the reporting month",
    change(extracts) {
      extracts.settings.options[0]![1] = "";
      put(extracts, "Contacts", "B4", day(30, 6, 2032));
    },
    issues: ["query date-in-future Contacts!B4"],
  },
  {
    name: "the last working day of July is Monday the 31st: up to the Friday before, June is the latest whole month",
    change(extracts) {
      extracts.settings.options[0]![1] = "";
      put(extracts, "Contacts", "B3", day(28, 7));
    },
    figures: {
      contacts: 1, // K3
      "eh-referrals": 0,
      "eh-assessments-started": 0,
      referrals: 0,
      "strategy-discussions": 0,
      "s47-completed": 0,
      "assessments-completed": 0,
      "open-children": 8, // A1 is open, A2 not yet
      "eh-open": 0,
      "assessments-20wd": [0, 0],
      "assessments-45wd": [0, 0],
      "cin-visits-6w": [2, 0],
      "cin-supervision": [2, 0],
      "icpc-15wd": [0, 0],
      "cp-visits-10wd": [2, 0],
      "cp-core-groups": [2, 0],
      "cp-supervision": [2, 0],
      "cla-visits": [1, 0],
      "cla-supervision": [1, 0],
      "cp-18-months": 0, // P2: since 1 January 2022, and 18 months before 30 June is 30 December
      "s47-to-icpc": null,
    },
    issues: [
      // Every last date lies after the as-at date, 30 June, but N2's visit and L1's care plan.
      "query last-date-after-as-at CIN Plans!D2",
      "query last-date-after-as-at CIN Plans!E2",
      "query last-date-after-as-at CIN Plans!D4",
      "query last-date-after-as-at CIN Plans!E3",
      "query last-date-after-as-at CIN Plans!E4",
      "query last-date-after-as-at CP Plans!E2",
      "query last-date-after-as-at CP Plans!E3",
      "query last-date-after-as-at CP Plans!F2",
      "query last-date-after-as-at CP Plans!F3",
      "query last-date-after-as-at CP Plans!G2",
      "query last-date-after-as-at CP Plans!G3",
      "query last-date-after-as-at CLA!D2",
      "query last-date-after-as-at CLA!G2",
    ],
  },
  {
    name: "a status with a space too many, which no live formula would find",
    change: (extracts) =>
      void extracts.dress.set(
        SETTINGS,
        tableOf(
          "ClinicStatuses",
          "Y3",
          ["Qualifying Status", "Highlight at or above"],
          [["NQSW  level 2", 15]],
        ),
      ),
    issues: ["query status-with-spaces Clinic Settings!Y4"],
  },
  {
    name: "a service whose caseload table has the name of another service's locality",
    change(extracts) {
      extracts.settings.teams[0]![3] = "SWF Central";
      extracts.dress.set(
        SETTINGS,
        tableOf(
          "ClinicServices",
          "Y3",
          ["Service", "Caseloads", "Title", "Disabled children"],
          [
            ["BIT", "one table", "Caseloads in BIT", ""],
            ["SWF", "by locality", "Caseloads - SWF", ""],
            ["SWF Central", "one table", "Caseloads in SWF Central", ""],
            ["CWD", "none", "", "Yes"],
          ],
        ),
      );
    },
    caseloads: { "caseloads-bit": [], "caseloads-swf-central": ["2 SW North", "1 NQSW South"] },
    issues: ["query services-share-table Clinic Settings!Y6"],
  },
  {
    name: "an as-at date two months after the reporting month",
    change: (extracts) => void extracts.settings.options.push(["As-at date", "30/09/2023"]),
    figures: {
      "cin-visits-6w": [2, 0],
      "cin-supervision": [2, 0],
      "cp-visits-10wd": [2, 0],
      "cp-core-groups": [2, 0],
      "cp-supervision": [2, 0],
      "cla-visits": [1, 0],
      "cla-supervision": [1, 0],
    },
    issues: [
      "query as-at-date-outside-month Clinic Settings!B6",
      ...[
        "Contacts",
        "Early Help",
        "Referrals",
        "Strategy Discussions",
        "Section 47",
        "Assessments",
        "CIN Plans",
        "CP Plans",
        "CLA",
      ].map((sheet) => `query extract-older-than-as-at ${sheet}`),
    ],
  },
  {
    name: "a reporting month that has not begun, looked back on from today",
    change(extracts) {
      extracts.settings.options[0]![1] = "2023-09";
      extracts.settings.options.push(["As-at date", "01/08/2023"]);
    },
    figures: {
      contacts: 0,
      "eh-referrals": 0,
      "eh-assessments-started": 0,
      referrals: 0,
      "strategy-discussions": 0,
      "s47-completed": 0,
      "assessments-completed": 0,
      "assessments-20wd": [0, 0], // A2 falls due on 17 August
      "assessments-45wd": [0, 0],
      "icpc-15wd": [0, 0],
      "s47-to-icpc": null,
      "cp-visits-10wd": [2, 1],
    },
    issues: [
      "query as-at-date-outside-month Clinic Settings!B6",
      "query reporting-month-not-begun Clinic Settings!B4",
    ],
  },
  {
    name: "an as-at date in words",
    change: (extracts) => void extracts.settings.options.push(["As-at date", "today"]),
    issues: ["error wrong-setting Clinic Settings!B6"],
  },
  {
    name: "a setting that nobody knows, and one that stands twice: the higher row is used",
    change(extracts) {
      extracts.settings.options.push(["Colour", "blue"], ["Population aged 0-17", 7]);
      extracts.settings.options.push(["population aged 0 to 17", 20000]);
    },
    issues: [
      "error wrong-setting Clinic Settings!A8",
      "query unknown-setting Clinic Settings!A6",
      "query unknown-setting Clinic Settings!A7",
    ],
  },
  {
    name: "a threshold of nothing, and one in words: 20",
    change: (extracts) => void extracts.settings.options.push(["Caseload highlight at or above", 0]),
    issues: ["error wrong-setting Clinic Settings!B6"],
  },
  {
    name: "outcomes of its own that mean ICPC",
    change(extracts) {
      extracts.settings.options.push(["S47 outcomes that mean ICPC", "Progress to conference; CPC"]);
      put(extracts, "Section 47", "E2", "Progress-to-Conference");
    },
    issues: [],
  },
  {
    name: "an Excel error in a setting",
    change: (extracts) => void (extracts.settings.options[1]![1] = { error: "#N/A" }),
    figures: { "cp-rate": null, "cla-rate": null },
    issues: ["error wrong-setting Clinic Settings!B5"],
  },

  // ClinicTeams
  {
    name: "a team that stands twice, a row without a name, a service without a row and a yes that is none",
    change(extracts) {
      extracts.settings.teams.push(["NORTH TEAM", "", "N2", "SWF", "", "No"]);
      extracts.settings.teams.push(["", "", "Nameless", "SWF", "", "No"]);
      extracts.settings.teams[1] = ["South Team", "", "South", "Social work", "Central", "Perhaps"];
    },
    issues: [
      "error wrong-setting Clinic Settings!O7",
      "error wrong-setting Clinic Settings!O8",
      "error wrong-setting Clinic Settings!T5",
      "query service-without-row Clinic Settings!R5",
    ],
  },
  {
    name: "in the clinic tables unless it says No",
    change(extracts) {
      extracts.settings.teams[0]![5] = "";
      extracts.settings.teams[1]![5] = "n";
    },
    figures: {
      "cin-visits-6w": [1, 1],
      "cin-supervision": [1, 1],
      "cp-repeat": [1, 0],
      "cp-visits-10wd": [1, 1],
      "cp-core-groups": [1, 1],
      "cp-supervision": [1, 1],
    },
    issues: [],
  },
  {
    name: "a full name goes before a short name, that before another name",
    change(extracts) {
      // "South" is the short name of the South Team and the full name of a team lower down.
      extracts.settings.teams.push(["South", "", "S", "CWD", "", "No"]);
      addRow(extracts, "CIN Plans", "N4", day(1, 1), "", day(20, 7), day(20, 7), "South Team");
      put(extracts, "CIN Plans", "F3", "South"); // N2: now CWD
      put(extracts, "CP Plans", "H3", "South Team");
      put(extracts, "Assessments", "D3", "South Team");
      for (const cell of ["C4"]) put(extracts, "Allocations", cell, "South Team");
    },
    figures: {
      "open-children": 9,
      "cin-not-cwd": 2, // N1, N4
      "cin-cwd": 2, // N2, N3
      "cin-visits-6w": [2, 2],
    },
    issues: ["query shared-team-name Clinic Settings!O5", "query team-ambiguous CIN Plans!F3"],
  },
  {
    name: "an unknown team in two spellings is one team, under the first",
    change(extracts) {
      put(extracts, "CIN Plans", "F2", "West side");
      put(extracts, "CIN Plans", "F3", "WEST_SIDE");
    },
    outOfTime: [
      "cin-visits-6w · West side · N2 · 2023-05-01 · 49 days · CIN Plans 3",
      "cp-repeat · South Team · P2 · - · - · CP Plans 3",
      "cp-visits-10wd · South Team · P2 · 2023-07-03 · 10 working days · CP Plans 3",
    ],
    issues: ["query team-unknown CIN Plans!F2", "query team-unknown CIN Plans!F3"],
  },

  {
    name: "Team not recorded has a row of its own: its entries count, and the blank is a query all the same",
    change(extracts) {
      extracts.settings.teams.push(["Team not recorded", "", "None", "CWD", "", "No"]);
      put(extracts, "CIN Plans", "F2", "");
    },
    figures: {
      "cin-not-cwd": 1,
      "cin-cwd": 2,
      "cin-visits-6w": [1, 0],
      "cin-supervision": [1, 1],
    },
    issues: ["query team-blank CIN Plans!F2"],
  },

  // ClinicHolidays
  {
    name: "closures outside the years of the bank holidays, without a date, and with a wrong one",
    change(extracts) {
      extracts.settings.closures[0] = [day(20, 7, 2050), "Later"];
      extracts.settings.closures.push(["", "Some day"], ["31/06/2023", "No day"]);
    },
    issues: [
      "error wrong-setting Clinic Settings!V5",
      "error wrong-setting Clinic Settings!V6",
      "query closure-outside-built-in-years Clinic Settings!V4",
    ],
  },
  {
    name: "a closure on a Saturday and on a bank holiday changes nothing",
    change(extracts) {
      extracts.settings.closures[0] = ["22/07/2023", "Fête"];
      extracts.settings.closures.push([day(29, 5), "Spring bank holiday"]);
    },
    issues: [],
  },
];
