/** What stands in the cells of a row: IDs, numbers, frequencies, outcomes, dates that are none. */
import { addRow, day, dropColumn, put, type DirtyCase } from "./baseline";

export const CELLS: readonly DirtyCase[] = [
  {
    name: "errors of formulas in every kind of column",
    change(extracts) {
      put(extracts, "CIN Plans", "A2", { error: "#VALUE!" });
      put(extracts, "CIN Plans", "F3", { error: "#REF!" });
      put(extracts, "CP Plans", "D3", { error: "#VALUE!" });
      put(extracts, "CLA", "E2", { error: "#DIV/0!" });
      put(extracts, "Section 47", "E2", { error: "#N/A" });
    },
    figures: { "cp-repeat": [2, 0], "s47-to-icpc": 0 },
    outOfTime: [
      "cin-visits-6w · Team not recorded · N2 · 2023-05-01 · 49 days · CIN Plans 3",
      "cp-visits-10wd · South Team · P2 · 2023-07-03 · 10 working days · CP Plans 3",
    ],
    issues: [
      "error error-value CIN Plans!A2",
      "error error-value CIN Plans!F3",
      "error error-value CP Plans!D3",
      "error error-value CLA!E2",
      "error error-value Section 47!E2",
    ],
  },
  {
    name: "dates that are no dates: zero, yes, a month alone, the American order",
    change(extracts) {
      put(extracts, "Contacts", "B2", 0);
      put(extracts, "Contacts", "B3", true);
      put(extracts, "Contacts", "B4", "July 2023");
      addRow(extracts, "Contacts", "K4", "07/31/2023");
      addRow(extracts, "Contacts", "K5", -45138);
      addRow(extracts, "Contacts", "K6", 9_999_999);
    },
    figures: { contacts: 0 },
    issues: [
      "error date-column-unreadable Contacts!B1", // one for the column, however long it is
      "query extract-older-than-as-at Contacts",
    ],
  },
  {
    name: "the same beside a date that can be read: an error a cell",
    change(extracts) {
      put(extracts, "Contacts", "B2", 0);
      put(extracts, "Contacts", "B3", true);
      addRow(extracts, "Contacts", "K4", "07/31/2023");
      addRow(extracts, "Contacts", "K5", "July 2023");
    },
    figures: { contacts: 0 },
    issues: [
      "error unreadable-date Contacts!B2",
      "error unreadable-date Contacts!B3",
      "error unreadable-date Contacts!B5",
      "error unreadable-date Contacts!B6",
      "query extract-older-than-as-at Contacts",
    ],
  },
  {
    name: "two-digit years: 49 is to come, 50 is long past",
    change(extracts) {
      put(extracts, "Contacts", "B2", "03/07/49");
      put(extracts, "Contacts", "B4", "03/07/50");
    },
    figures: { contacts: 1 },
    issues: ["query date-before-1990 Contacts!B4", "query date-in-future Contacts!B2"],
  },
  {
    name: "cells of spaces, non-breaking and zero-width, are blank",
    change(extracts) {
      put(extracts, "CIN Plans", "C2", " \u00a0");
      put(extracts, "CIN Plans", "C3", "\u200b");
      put(extracts, "CLA", "C2", "   ");
    },
    issues: [],
  },
  {
    name: "one ID in small letters, with a zero-width space, and as a number from a CSV file",
    change(extracts) {
      put(extracts, "CIN Plans", "A2", "\u200ba2");
      put(extracts, "CP Plans", "A2", "4711.0");
      put(extracts, "CLA", "A2", 4711);
    },
    figures: { "open-children": 6 },
    issues: [],
  },
  {
    name: "a visit frequency that is none, and a blank one: the timescale",
    change(extracts) {
      put(extracts, "CLA", "E2", "as agreed");
      addRow(extracts, "CLA", "L2", day(1, 1), "", day(10, 7), "", day(1, 6), day(10, 7), "North");
    },
    figures: {
      "open-children": 9,
      cla: 2,
      "cla-rate": 2,
      "cla-visits": [2, 2],
      "cla-care-planning": [2, 2],
      "cla-supervision": [2, 2],
    },
    issues: ["query visit-frequency-unknown CLA!E2", "query visit-frequency-unknown CLA!E3"],
  },
  {
    name: "a child's own frequency is also when the first visit is due, in days",
    change(extracts) {
      put(extracts, "CLA", "B2", day(10, 7)); // 21 days ago
      put(extracts, "CLA", "D2", "");
      put(extracts, "CLA", "E2", "2 weeks");
      put(extracts, "CLA", "F2", "");
      put(extracts, "CLA", "G2", "");
    },
    figures: { "cla-visits": [1, 0], "cla-care-planning": [1, 0] }, // 15 working days: the plan was due after 10
    outOfTime: [
      "cin-visits-6w · South Team · N2 · 2023-05-01 · 49 days · CIN Plans 3",
      "cp-repeat · South Team · P2 · - · - · CP Plans 3",
      "cp-visits-10wd · South Team · P2 · 2023-07-03 · 10 working days · CP Plans 3",
      "cla-visits · North Team · L1 · - · 7 days · CLA 2",
      "cla-care-planning · North Team · L1 · - · 5 working days · CLA 2",
    ],
    issues: [],
  },
  {
    name: "looked after for 10 working days: the care plan is not yet due and out of the denominator",
    change(extracts) {
      put(extracts, "CLA", "B2", day(17, 7));
      put(extracts, "CLA", "D2", "");
      put(extracts, "CLA", "F2", "");
      put(extracts, "CLA", "G2", "");
    },
    figures: { "cla-care-planning": [0, 0] },
    issues: [],
  },
  {
    name: "a conference without a strategy discussion is not in time",
    change(extracts) {
      put(extracts, "Section 47", "B2", "");
    },
    figures: { "icpc-15wd": [1, 0] },
    outOfTime: [
      "cin-visits-6w · South Team · N2 · 2023-05-01 · 49 days · CIN Plans 3",
      "cp-repeat · South Team · P2 · - · - · CP Plans 3",
      "icpc-15wd · North Team · S1 · 2023-07-20 · - · Section 47 2",
      "cp-visits-10wd · South Team · P2 · 2023-07-03 · 10 working days · CP Plans 3",
    ],
    issues: [],
  },
  {
    name: "an assessment that is not authorised when it falls due, and one that took 46 working days",
    change(extracts) {
      put(extracts, "Assessments", "B2", day(5, 5)); // 46 working days before 12 July
      put(extracts, "Assessments", "C2", day(12, 7));
      put(extracts, "Assessments", "B3", day(3, 7)); // the 20th working day after: 31 July
    },
    figures: { "assessments-20wd": [1, 0], "assessments-45wd": [1, 0] },
    outOfTime: [
      "assessments-20wd · South Team · A2 · - · 0 working days · Assessments 3",
      "assessments-45wd · North Team · A1 · 2023-07-12 · 1 working days · Assessments 2",
      "cin-visits-6w · South Team · N2 · 2023-05-01 · 49 days · CIN Plans 3",
      "cp-repeat · South Team · P2 · - · - · CP Plans 3",
      "cp-visits-10wd · South Team · P2 · 2023-07-03 · 10 working days · CP Plans 3",
    ],
    issues: [],
  },
  {
    name: "a visit after the as-at date: no days over can be said",
    change(extracts) {
      extracts.settings.options.push(["As-at date", day(28, 7)]);
      put(extracts, "CIN Plans", "D2", day(31, 7));
      put(extracts, "CP Plans", "E3", day(14, 7)); // ten working days before 28 July
    },
    figures: { "cin-visits-6w": [2, 0], "cp-visits-10wd": [2, 2] },
    outOfTime: [
      "cin-visits-6w · North Team · N1 · 2023-07-31 · - · CIN Plans 2",
      "cin-visits-6w · South Team · N2 · 2023-05-01 · 46 days · CIN Plans 3",
      "cp-repeat · South Team · P2 · - · - · CP Plans 3",
    ],
    issues: ["query last-date-after-as-at CIN Plans!D2"],
  },
  {
    name: "early help that has ended without ever starting",
    change: (extracts) => addRow(extracts, "Early Help", "E2", "", "", "", day(20, 7), "North"),
    issues: ["error missing-start Early Help!D3"],
  },
  {
    name: "no end-date column in CLA, CP Plans and Early Help",
    change(extracts) {
      dropColumn(extracts, "CLA", "Date Ceased");
      dropColumn(extracts, "CP Plans", "CP Plan End Date");
      dropColumn(extracts, "Early Help", "Early Help End Date");
      dropColumn(extracts, "Care Leavers", "End Date");
    },
    issues: [
      "query end-date-column-absent CLA!B1",
      "query end-date-column-absent CP Plans!B1",
      "query end-date-column-absent Early Help!D1",
      "query end-date-column-absent Care Leavers!B1",
    ],
  },
  {
    name: "text that begins like a formula in every column of text",
    change(extracts) {
      put(extracts, "CIN Plans", "F2", "+North");
      put(extracts, "Section 47", "E2", "@ICPC");
      put(extracts, "Contacts", "A2", "-K1");
      put(extracts, "Contacts", "A3", "- -");
    },
    issues: [
      "query formula-like-text CIN Plans!F2",
      "query formula-like-text Section 47!E2",
      "query formula-like-text Contacts!A2",
    ],
  },
];

export const WORKERS: readonly DirtyCase[] = [
  {
    name: "a list of workers with their numbers of allocations, some as text",
    change: (extracts) =>
      extracts.sheets.set("Allocations", [
        ["Worker ID", "Qualifying Status", "Allocated_Team", "No. of Allocations"],
        ["W1", "SW", "North", 20],
        ["W2", "NQSW", "South", "19"],
        ["W3", "ASYE", "South", 0],
        ["W4", "SW", "Disability", 31],
        ["W5", "SW", "North", "many"],
      ]),
    caseloads: {
      "caseloads-20-plus": ["31 SW Disability *", "20 SW North *"],
      "caseloads-bit": ["20 SW North *", "0 SW North"],
      "caseloads-swf-central": ["19 NQSW South", "0 ASYE South"],
    },
    issues: ["error text-not-number Allocations!D6"],
  },
  {
    name: "numbers of allocations beside child IDs win",
    change(extracts) {
      const rows = extracts.sheets.get("Allocations")!;
      extracts.sheets.set(
        "Allocations",
        rows.map((row, r) => [...row, ["No. of Allocations", 15, 6, 18][r]!]),
      );
    },
    caseloads: {
      "caseloads-20-plus": ["21 SW North *"],
      "caseloads-bit": ["21 SW North *"],
      "caseloads-swf-central": ["18 NQSW South"],
    },
    issues: [],
  },
  {
    name: "one child twice under a worker counts once; a row without a child is a child",
    change(extracts) {
      addRow(extracts, "Allocations", "w1 ", "SW", "N Team", "k1");
      addRow(extracts, "Allocations", "W2", "NQSW", "South", "");
      addRow(extracts, "Allocations", "W2", "NQSW", "South", "");
    },
    caseloads: { "caseloads-bit": ["2 SW North"], "caseloads-swf-central": ["3 NQSW South"] },
    issues: ["error missing-id Allocations!D6", "error missing-id Allocations!D7"],
  },
  {
    name: "two teams and two statuses: the ones that most rows have, all allocations in one line",
    change(extracts) {
      addRow(extracts, "Allocations", "W1", "ASYE", "South", "K4");
      addRow(extracts, "Allocations", "W1", "ASYE", "South", "K5");
      addRow(extracts, "Allocations", "W1", "ASYE", "North", "K6");
    },
    // Teams: North three, South two. Statuses: ASYE three, SW two.
    caseloads: { "caseloads-bit": ["5 ASYE North"] },
    issues: ["query worker-two-statuses Allocations!B5", "query worker-two-teams Allocations!C5"],
  },
  {
    name: "a tie between teams and statuses goes to the first met",
    change(extracts) {
      addRow(extracts, "Allocations", "W2", "SW", "North", "K4");
    },
    caseloads: { "caseloads-swf-central": ["2 NQSW South"] },
    issues: ["query worker-two-statuses Allocations!B5", "query worker-two-teams Allocations!C5"],
  },
  {
    name: "another threshold, at which the table's rows begin",
    change(extracts) {
      extracts.settings.options.push(["Caseload highlight at or above", 2]);
    },
    caseloads: { "caseloads-20-plus": ["2 SW North *"], "caseloads-bit": ["2 SW North *"] },
    issues: [],
  },
  {
    name: "localities of their own, and none",
    change(extracts) {
      extracts.settings.teams.push(["Harbour Team", "", "Harbour", "SWF", "Old Docks", "Yes"]);
      extracts.settings.teams.push(["Moor Team", "", "Moor", "SWF", "", "Yes"]);
      addRow(extracts, "Allocations", "W3", "SW", "Harbour", "K7");
      addRow(extracts, "Allocations", "W4", "SW", "Moor", "K8");
    },
    caseloads: {
      "caseloads-swf-old-docks": ["1 SW Harbour"],
      "caseloads-swf-locality-not-recorded": ["1 SW Moor"],
    },
    issues: [],
  },
  {
    name: "an allocation list with neither children nor numbers shows no caseload",
    change: (extracts) => dropColumn(extracts, "Allocations", "Child Unique ID"),
    caseloads: null,
    issues: [
      // W1 stands on two rows that are now alike.
      "query duplicate-row Allocations!A3",
    ],
  },
  {
    name: "a worker in an unknown team and one without a team",
    change(extracts) {
      addRow(extracts, "Allocations", "W3", "SW", "Agency pool", "K7");
      addRow(extracts, "Allocations", "W4", "", "", "K8");
    },
    caseloads: {},
    issues: ["query team-blank Allocations!C6", "query team-unknown Allocations!C5"],
  },
];
