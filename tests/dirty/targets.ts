/** ClinicTargets: targets, ambers, timescales and scopes in every form, and what they change. */
import { day, formats, put, SETTINGS, type DirtyCase } from "./baseline";

/** A row of ClinicTargets by heading: ID, Better when, Target, Amber within, Timescale, Unit, Not yet due, Teams, Population. */
const TARGETS_FIRST_ROW = 4;

export const TARGETS: readonly DirtyCase[] = [
  {
    name: "a target in a cell formatted as a percent",
    change(extracts) {
      extracts.settings.targets.push(["cin-visits-6w", "higher", 0.9, 0.4]);
      extracts.dress.set(SETTINGS, formats(["F5", "0%"], ["G5", "0.0%"]));
    },
    standing: { "cin-visits-6w": "90 amber" }, // 50%, 40 points short
    issues: [],
  },
  {
    name: "a bare target of 1 or less is used as it stands",
    change: (extracts) => void extracts.settings.targets.push(["cin-visits-6w", "higher", 0.9, ""]),
    standing: { "cin-visits-6w": "0.9 green" },
    issues: ["query target-of-1-or-less Clinic Settings!F5"],
  },
  {
    name: "a target of 0 is a target",
    change: (extracts) => void extracts.settings.targets.push(["cla-rate", "lower", 0, 1]),
    standing: { "cla-rate": "0 amber" },
    issues: [],
  },
  {
    name: "no amber: what misses is red",
    change: (extracts) => void extracts.settings.targets.push(["cla-rate", "lower", 0, ""]),
    standing: { "cla-rate": "0 red" },
    issues: [],
  },
  {
    name: "near: as far off on either side",
    change: (extracts) => void (extracts.settings.targets[0] = ["cp-rate", "near", 4, 2]),
    standing: { "cp-rate": "4 amber" },
    issues: [],
  },
  {
    name: "no target wanted, and a target without a better-when",
    change(extracts) {
      extracts.settings.targets[0] = ["cp-rate", "lower", "none", ""];
      extracts.settings.targets.push(["cin-not-cwd", "", 5, ""]);
    },
    standing: { "cp-rate": "none", "cin-not-cwd": "5 -" },
    issues: [],
  },
  {
    name: "targets in words, beyond 100 and below 0: the defaults",
    change(extracts) {
      extracts.settings.targets.push(["cin-visits-6w", "higher", "ninety", 5]);
      extracts.settings.targets.push(["cin-supervision", "higher", 900, 5]);
      extracts.settings.targets.push(["cla-rate", "lower", -1, "a bit"]);
    },
    standing: { "cin-visits-6w": "95 red", "cin-supervision": "90 green", "cla-rate": "100 green" },
    issues: [
      "error wrong-setting Clinic Settings!F5",
      "error wrong-setting Clinic Settings!F6",
      "error wrong-setting Clinic Settings!F7",
      "error wrong-setting Clinic Settings!G7",
    ],
  },
  {
    name: "an indicator that nobody knows, and one that stands twice: the higher row is used",
    change: (extracts) =>
      void extracts.settings.targets.push(["cp-rates", "lower", 1, ""], ["CP_Rate", "lower", 1, ""]),
    standing: { "cp-rate": "60 green" },
    issues: ["error wrong-setting Clinic Settings!D5", "error wrong-setting Clinic Settings!D6"],
  },
  {
    name: "timescales and units of its own",
    change(extracts) {
      extracts.settings.targets.push(["cp-visits-10wd", "higher", 95, 5, 30, "days"]); // 3 July: 28 days
      extracts.settings.targets.push(["cin-visits-6w", "higher", 95, 5, 65, "Working Days"]);
      // N2 on 1 May, a bank holiday: 19 working days left of May, 22 of June, 21 of July
    },
    figures: { "cp-visits-10wd": [2, 2], "cin-visits-6w": [2, 2] },
    issues: [],
  },
  {
    name: "the days over are in the unit of the timescale",
    change: (extracts) =>
      void extracts.settings.targets.push(["cin-visits-6w", "higher", 95, 5, 60, "working days"]),
    outOfTime: [
      "cin-visits-6w · South Team · N2 · 2023-05-01 · 3 working days · CIN Plans 3",
      "cp-repeat · South Team · P2 · - · - · CP Plans 3",
      "cp-visits-10wd · South Team · P2 · 2023-07-03 · 10 working days · CP Plans 3",
    ],
    issues: [],
  },
  {
    name: "20-day assessments in days: they are counted in working days all the same",
    change: (extracts) =>
      void extracts.settings.targets.push(["assessments-20wd", "higher", 40, 10, 20, "days"]),
    issues: ["query always-working-days Clinic Settings!I5"],
  },
  {
    name: "a timescale of half a day, a unit of weeks, not yet due by chance, teams of some",
    change: (extracts) =>
      void extracts.settings.targets.push([
        "cin-visits-6w",
        "higher",
        95,
        5,
        0.5,
        "weeks",
        "perhaps",
        "some",
        "few",
      ]),
    issues: ["H", "I", "J", "K", "L"].map(
      (column) => `error wrong-setting Clinic Settings!${column}${TARGETS_FIRST_ROW + 1}`,
    ),
  },
  {
    name: "new plans out of the denominator",
    change(extracts) {
      extracts.settings.targets.push(["cin-visits-6w", "higher", 95, 5, "", "", "excluded"]);
      put(extracts, "CIN Plans", "B3", day(19, 6)); // 42 days ago: not yet due
      put(extracts, "CIN Plans", "D3", "");
      put(extracts, "CIN Plans", "E3", day(20, 7));
    },
    figures: { "cin-visits-6w": [1, 1] },
    issues: [],
  },
  {
    name: "a table of all teams",
    change(extracts) {
      extracts.settings.targets.push(["cla-visits", "higher", 95, 5, "", "", "", "all"]);
      put(extracts, "CLA", "H2", "Disability");
    },
    figures: { "cla-visits": [1, 1], "cla-care-planning": [0, 0], "cla-supervision": [0, 0] },
    issues: ["query teams-all-outside-clinic CLA"], // its other tables are of the clinic teams only
  },
  {
    name: "a population of its own for one rate",
    change(extracts) {
      extracts.settings.targets[0] = ["cp-rate", "lower", 60, 5, "", "", "", "", 2000];
    },
    figures: { "cp-rate": 10 },
    issues: [],
  },
];
