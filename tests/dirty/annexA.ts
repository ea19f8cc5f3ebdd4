/** Sheets of Ofsted's Annex A among the others, and lists of events. */
import {
  addRow,
  day,
  dropSheet,
  put,
  renameSheet,
  type DirtyCase,
  type Extracts,
  type Rows,
} from "./baseline";

/** Puts a List in place of an extract, where the extract stood. */
function inPlaceOf(extracts: Extracts, sheet: string, list: string, rows: Rows): void {
  renameSheet(extracts, sheet, list);
  extracts.sheets.set(list, rows);
}

const list6 = (...rows: Rows): Rows => [
  [
    "Child Unique ID",
    "Age",
    "CIN Start Date",
    "Date Child Was Last Seen",
    "CIN Closure Date",
    "Case Status",
    "Allocated Team",
    "Allocated Worker",
  ],
  ...rows,
];

export const ANNEX_A: readonly DirtyCase[] = [
  {
    name: "List 6: only the rows of child in need plans count, by when the child was seen",
    change(extracts) {
      inPlaceOf(
        extracts,
        "CIN Plans",
        "List 6",
        list6(
          ["N1", 7, day(1, 1), day(20, 7), "", "c) Child in need plan", "North", "W1"],
          ["N2", 9, day(1, 1), day(1, 5), "", "CHILD IN NEED  PLAN", "South", "W1"],
          ["N3", 9, day(1, 1), day(20, 7), "", "c) Child in Need Plan", "Disability", "W1"],
          ["P1", 9, day(1, 1), day(20, 7), "", "b) Child Protection plan", "North", "W1"],
          ["N8", 9, day(1, 1), day(20, 7), "", "d) Open assessment", "North", "W1"],
          ["N9", 9, day(1, 1), day(20, 7), "", "", "North", "W1"],
        ),
      );
    },
    figures: { "cin-supervision": null },
    issues: ["query case-status-left-out List 6!F1", "query seen-not-visited List 6!D1"],
  },
  {
    name: "List 6 without its case status cannot be told apart",
    change(extracts) {
      inPlaceOf(extracts, "CIN Plans", "List 6", [
        ["Child Unique ID", "CIN Start Date", "CIN Closure Date", "Allocated Team"],
        ["N1", day(1, 1), "", "North"],
      ]);
    },
    figures: {
      "open-children": null,
      "cin-not-cwd": null,
      "cin-cwd": null,
      "cin-visits-6w": null,
      "cin-supervision": null,
    },
    issues: ["error missing-required-column List 6!A1"],
  },
  {
    name: "a case status on a sheet that is no Annex A leaves nobody out",
    change(extracts) {
      const rows = extracts.sheets.get("CIN Plans")!;
      rows.forEach((row, r) => row.push(["Case Status", "Open", "b) Child Protection plan", ""][r]!));
    },
    issues: [],
  },
  {
    name: "List 8 has no visit frequency: the timescale, and one query for the list",
    change(extracts) {
      inPlaceOf(extracts, "CLA", "List 8", [
        [
          "Child Unique ID",
          "Date Started to be Looked After",
          "Start date of current legal status",
          "Date of Last Social Work Visit",
          "Date of Last IRO Visit / Contact to the Child",
          "Date Ceased to be Looked After",
          "Start Date of Most Recent Placement",
          "Allocated Team",
        ],
        ["L1", day(1, 1), day(2, 6), day(19, 6), day(30, 7), "", day(3, 7), "North"], // 42 days ago
        ["L2", day(1, 1), day(2, 6), day(18, 6), day(30, 7), "", day(3, 7), "North"], // 43
        ["L3", day(1, 1), day(2, 6), day(18, 6), "", day(31, 7), day(3, 7), "North"], // left on the last day
      ]);
    },
    figures: {
      "open-children": 9,
      cla: 2,
      "cla-rate": 2,
      "cla-visits": [2, 1],
      "cla-care-planning": null,
      "cla-supervision": null,
    },
    issues: ["query visit-frequency-assumed List 8!B1"],
  },
  {
    name: "a List beside the extract of the same list: the extract has the list's name",
    change(extracts) {
      extracts.sheets.set("List 1", [
        ["Child Unique ID", "Gender", "Date of Contact", "Contact Source"],
        ["K9", "a) Male", day(3, 7), "g) Police"],
      ]);
    },
    issues: ["query two-sheets-fit Contacts"],
  },
  {
    name: "List 10 is not List 1",
    change(extracts) {
      renameSheet(extracts, "Contacts", "List 10");
      dropSheet(extracts, "Referrals");
    },
    figures: { referrals: null }, // it is read by its columns, and by no name
    issues: [],
  },
];

const visits = (extracts: Extracts, ...rows: Rows): void => {
  extracts.sheets.set("Visits", [["Child Unique ID", "Date", "Plan"], ...rows]);
};

export const MORE_EVENTS: readonly DirtyCase[] = [
  {
    name: "visits of which no plan is known, and one without a plan",
    change: (extracts) =>
      visits(extracts, ["N2", day(20, 7), "Respite"], ["N2", day(20, 7), ""], ["P2", day(20, 7), "CPP"]),
    figures: { "cp-visits-10wd": [2, 1] }, // P2 has been visited; P1, on no row, has nothing recorded
    issues: ["error plan-unreadable Visits!C2", "error plan-unreadable Visits!C3"],
  },
  {
    name: "one visit of two plans",
    change: (extracts) => visits(extracts, ["P1", day(20, 7), "CP / LAC"], ["L1", day(20, 7), "cla"]),
    figures: { "cp-visits-10wd": [2, 1], "cla-visits": [1, 1] },
    issues: [],
  },
  {
    name: "a visit whose date cannot be read shows nothing",
    change: (extracts) =>
      visits(extracts, ["N1", "last week", "CIN"], ["N2", day(20, 7), "CIN"], ["N2", "", "CIN"]),
    figures: { "cin-visits-6w": [2, 1] },
    issues: ["error missing-start Visits!B4", "error unreadable-date Visits!B2"],
  },
  {
    name: "visits of one plan only after the as-at date: nobody has anything recorded",
    change(extracts) {
      visits(extracts, ["N1", day(1, 8), "CIN"]);
    },
    figures: { "cin-visits-6w": [2, 0] },
    outOfTime: [
      "cin-visits-6w · North Team · N1 · - · 169 days · CIN Plans 2", // 211 days since 1 January
      "cin-visits-6w · South Team · N2 · - · 169 days · CIN Plans 3",
      "cp-repeat · South Team · P2 · - · - · CP Plans 3",
      "cp-visits-10wd · South Team · P2 · 2023-07-03 · 10 working days · CP Plans 3",
    ],
    issues: [],
  },
  {
    name: "a core group of a CIN plan is none of a CP plan",
    change: (extracts) =>
      extracts.sheets.set("Core Groups", [
        ["Child Unique ID", "Meeting Date", "Plan Type"],
        ["P1", day(20, 7), "Child in Need"],
      ]),
    issues: [],
  },
  {
    name: "events make up for a column that the list lacks",
    change(extracts) {
      const rows = extracts.sheets.get("CP Plans")!;
      for (const row of rows) row.splice(5, 1); // Last Core Group Date
      extracts.sheets.set("Core Groups", [
        ["Child Unique ID", "Date"],
        ["P1", day(20, 7)],
      ]);
    },
    figures: { "cp-core-groups": [2, 1] },
    issues: [],
  },
  {
    name: "an event before the plan began is the event's query",
    change(extracts) {
      put(extracts, "CIN Plans", "B2", day(21, 7));
      put(extracts, "CIN Plans", "E2", day(24, 7));
      visits(extracts, ["N1", day(20, 7), "CIN"], ["N2", day(20, 7), "CIN"]);
    },
    figures: { "cin-visits-6w": [2, 2] },
    issues: ["query last-date-before-start Visits!B2"],
  },
  {
    name: "the same visit twice, and a child who is on no plan",
    change(extracts) {
      visits(extracts, ["N2", day(20, 7), "CIN"], ["N2", day(20, 7), "CIN"], ["X9", day(20, 7), "CIN"]);
      addRow(extracts, "Visits", "N1", day(20, 7), "Child-in-Need");
    },
    figures: { "cin-visits-6w": [2, 2] },
    issues: ["query duplicate-row Visits!A3"],
  },
];
