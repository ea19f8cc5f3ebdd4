/** Children, workers and teams as they come: blanks, doubles, other spellings, other plans. */
import { addRow, day, put, type DirtyCase } from "./baseline";

export const ROWS_AND_TEAMS: readonly DirtyCase[] = [
  {
    name: "a row without a child ID is a child of its own",
    change(extracts) {
      addRow(extracts, "CIN Plans", "", day(1, 1), "", day(20, 7), day(20, 7), "North");
      addRow(extracts, "CIN Plans", "", day(2, 1), "", day(20, 7), day(20, 7), "North");
    },
    figures: { "cin-not-cwd": 4, "open-children": 10, "cin-visits-6w": [4, 3], "cin-supervision": [4, 4] },
    issues: ["error missing-id CIN Plans!A5", "error missing-id CIN Plans!A6"],
  },
  {
    name: "one child, three spellings of the ID",
    change(extracts) {
      put(extracts, "CIN Plans", "A2", " n1 ");
      addRow(extracts, "Care Leavers", "N1", day(1, 1, 2019), "");
      addRow(extracts, "Care Leavers", "\u00a0N1", day(1, 1, 2018), day(1, 1, 2019));
    },
    issues: ["query care-leaver-twice Care Leavers!A4"],
  },
  {
    name: "numbers and digits are one ID",
    change(extracts) {
      put(extracts, "CP Plans", "A2", 4711);
      put(extracts, "CLA", "A2", "4711");
    },
    figures: { "open-children": 7 },
    issues: [],
  },
  {
    name: "the same row twice",
    change: (extracts) => addRow(extracts, "Contacts", "K1", day(3, 7)),
    figures: { contacts: 3 },
    issues: ["query duplicate-row Contacts!A5"],
  },
  {
    name: "a second open plan counts again, the child once",
    change: (extracts) =>
      addRow(extracts, "CP Plans", "P1", day(1, 6), "", 0, day(24, 7), day(10, 7), day(10, 7), "South"),
    figures: {
      "cp-repeat": [3, 1],
      "cp-visits-10wd": [3, 2],
      "cp-core-groups": [3, 3],
      "cp-supervision": [3, 3],
    },
    issues: ["query more-than-one-open-plan CP Plans!A4"],
  },
  {
    name: "a child with a CIN plan and a CP plan at once",
    change: (extracts) => put(extracts, "CIN Plans", "A2", "P1"),
    figures: { "open-children": 7 },
    issues: ["query concurrent-cin-cp CIN Plans!A2"],
  },
  {
    name: "a number of previous plans left blank is none",
    change: (extracts) => put(extracts, "CP Plans", "D3", ""),
    figures: { "cp-repeat": [2, 0] },
    issues: ["query previous-plans-blank CP Plans!D3"],
  },
  {
    name: "a number of previous plans in words",
    change: (extracts) => put(extracts, "CP Plans", "D3", "one"),
    figures: { "cp-repeat": [2, 0] },
    issues: ["error text-not-number CP Plans!D3"],
  },
  {
    name: "a number of previous plans as text",
    change: (extracts) => put(extracts, "CP Plans", "D3", "2"),
    issues: [],
  },
  {
    name: "a visit frequency in weeks",
    change: (extracts) => put(extracts, "CLA", "E2", "3 weeks"), // 21 days: 10 July is just within them
    issues: [],
  },
  {
    name: "a visit frequency of 20 days",
    change: (extracts) => put(extracts, "CLA", "E2", "20 days"),
    figures: { "cla-visits": [1, 0] },
    issues: [],
  },
  {
    name: "a team under its other name, in capitals, with underscores",
    change(extracts) {
      put(extracts, "CIN Plans", "F2", "N_TEAM");
      put(extracts, "CIN Plans", "F3", " south\u00a0team ");
    },
    issues: [],
  },
  {
    name: "no team: Team not recorded counts in the clinic tables",
    change: (extracts) => put(extracts, "CIN Plans", "F2", ""),
    issues: ["query team-blank CIN Plans!F2"],
  },
  {
    name: "an unknown team counts in the clinic tables, and as not CWD",
    change: (extracts) => put(extracts, "CIN Plans", "F4", "Disabillity"),
    figures: { "cin-not-cwd": 3, "cin-cwd": 0, "cin-visits-6w": [3, 2], "cin-supervision": [3, 3] },
    issues: ["query team-unknown CIN Plans!F4"],
  },
  {
    name: "a name that two teams share goes to the higher row",
    change(extracts) {
      extracts.settings.teams.push(["East Team", "Locality", "East", "SWF", "East", "No"]);
      extracts.settings.teams.push(["West Team", "Locality", "West", "SWF", "West", "Yes"]);
      put(extracts, "CIN Plans", "F2", "Locality");
    },
    figures: { "cin-visits-6w": [1, 0], "cin-supervision": [1, 1] },
    issues: ["query team-ambiguous CIN Plans!F2", "query shared-team-name Clinic Settings!O8"],
  },
  {
    name: "a completed Section 47 without an outcome",
    change: (extracts) => put(extracts, "Section 47", "E2", ""),
    figures: { "s47-to-icpc": 0 },
    issues: ["query outcome-missing Section 47!E2"],
  },
  {
    name: "an outcome that says no ICPC",
    change: (extracts) => put(extracts, "Section 47", "E2", "Substantiated, no ICPC required"),
    figures: { "s47-to-icpc": 0 },
    issues: [],
  },
  {
    name: "outcomes that are not known: a query with their number, and no conference",
    change(extracts) {
      put(extracts, "Section 47", "E2", "Proceed to CPC");
      addRow(extracts, "Section 47", "S2", day(4, 6), day(4, 6), day(9, 6), "proceed to cpc", "", "North");
      addRow(extracts, "Section 47", "S3", day(4, 6), day(4, 6), day(9, 6), "Step down to CIN", "", "North");
    },
    figures: { "s47-to-icpc": 0 },
    issues: ["query outcome-not-known Section 47!E1"],
  },
  {
    name: "a word where a qualifying status belongs",
    change: (extracts) => put(extracts, "Allocations", "B4", "Band G"),
    caseloads: { "caseloads-swf-central": ["1 Band G South"] },
    issues: ["query status-not-known Allocations!B1"],
  },
  {
    name: "an outcome in which no is part of a word",
    change: (extracts) => put(extracts, "Section 47", "E2", "Notify I.C.P.C. now"),
    issues: [],
  },
  {
    name: "one ICPC written on two enquiries: the later strategy discussion gives date and team",
    change: (extracts) =>
      addRow(extracts, "Section 47", "s1", day(1, 6), day(1, 6), day(9, 6), "ICPC", day(20, 7), "South"),
    issues: [],
  },
  {
    name: "a worker in two teams and with two statuses",
    change(extracts) {
      addRow(extracts, "Allocations", "W1", "NQSW", "South", "K4");
    },
    issues: ["query worker-two-statuses Allocations!B5", "query worker-two-teams Allocations!C5"],
  },
  {
    name: "an allocation without a worker",
    change: (extracts) => addRow(extracts, "Allocations", "", "SW", "North", "K9"),
    issues: ["error missing-worker Allocations!A5"],
  },
  {
    name: "text that would be a formula",
    change: (extracts) => put(extracts, "CIN Plans", "A2", "=1+1"),
    issues: ["query formula-like-text CIN Plans!A2"],
  },
];
