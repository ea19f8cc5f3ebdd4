/** Sheets as they come: titles, notes, extra and shuffled columns, other headings, two that fit, none that does. */
import { tableOf } from "../support/makeWorkbook";
import {
  addRow,
  day,
  dropColumn,
  dropSheet,
  put,
  putAbove,
  renameSheet,
  type DirtyCase,
  type Rows,
} from "./baseline";

const reverseColumns = (rows: Rows): Rows =>
  rows.map((row, _, all) => {
    const padded = [...row, ...Array<string>(all[0]!.length - row.length).fill("")];
    return padded.reverse();
  });

export const SHEETS: readonly DirtyCase[] = [
  {
    name: "titles, a blank row and a run date above the headings",
    change: (extracts) => putAbove(extracts, "CP Plans", ["CP Plans extract"], ["Run on 01/08/2023"], []),
    issues: [],
  },
  {
    name: "headings in row 50",
    change: (extracts) =>
      putAbove(extracts, "CLA", ["Looked-after children"], ...Array.from({ length: 48 }, () => [])),
    issues: [],
  },
  {
    name: "headings in row 51 are too far down: no CLA list",
    change: (extracts) =>
      putAbove(extracts, "CLA", ["Looked-after children"], ...Array.from({ length: 49 }, () => [])),
    figures: {
      cla: null,
      "cla-rate": null,
      "open-children": null,
      "cla-visits": null,
      "cla-care-planning": null,
      "cla-supervision": null,
    },
    issues: ["error missing-required-column CLA"],
  },
  {
    name: "headings in row 51 with nothing above them are as far down",
    change: (extracts) => putAbove(extracts, "Care Leavers", ...Array.from({ length: 50 }, () => [])),
    figures: { "open-children": null },
    issues: ["error missing-required-column Care Leavers"],
  },
  {
    name: "a sheet with child IDs and dates that is no list that is known, and one of notes",
    change(extracts) {
      extracts.sheets.set("Missing episodes", [
        ["Person ID", "Reported", "Reason"],
        ["K1", day(4, 7), "Returned"],
        ["K2", day(5, 7), "Returned"],
      ]);
      extracts.sheets.set("Notes", [
        ["Person ID", "Comment"],
        ["K1", "Ask the team"],
      ]);
    },
    issues: ["query sheet-not-read Missing episodes"],
  },
  {
    name: "columns the other way round",
    change(extracts) {
      for (const [name, rows] of extracts.sheets) extracts.sheets.set(name, reverseColumns(rows));
    },
    issues: [],
  },
  {
    name: "blank columns to the left and a column nobody knows",
    change(extracts) {
      const rows = extracts.sheets.get("CIN Plans")!;
      extracts.sheets.set(
        "CIN Plans",
        rows.map((row, r) => ["", "", ...row, r === 0 ? "Ward" : "Bargate"]),
      );
    },
    issues: [],
  },
  {
    name: "headings in capitals, with underscores, full stops, quotes, line breaks and non-breaking spaces",
    change(extracts) {
      extracts.sheets.get("CIN Plans")![0] = [
        "CHILD_UNIQUE_ID",
        "cin plan start date",
        "“CIN Plan End Date”",
        "Last\u00a0CIN\nVisit Date",
        "Last Supervision Date.",
        "Allocated-Team",
      ];
    },
    issues: [],
  },
  {
    name: "the headings of another system",
    change(extracts) {
      extracts.sheets.get("CP Plans")![0] = [
        "Child Unique ID",
        "Child Protection Plan Start Date",
        "Child Protection Plan End Date",
        "Number of Previous Child Protection Plans",
        "Date of the Last Statutory Visit",
        "Last Core Group Date",
        "Last Supervision Date",
        "Allocated Team",
      ];
      extracts.sheets.get("Assessments")![0] = [
        "Child Unique ID",
        "Continuous Assessment Start Date",
        "Continuous Assessment Date of Authorisation",
        "Allocated Team",
      ];
    },
    issues: [],
  },
  {
    name: "sheets with names of their own",
    change(extracts) {
      renameSheet(extracts, "CIN Plans", "qry_017 export");
      renameSheet(extracts, "CP Plans", "qry_018 export");
    },
    issues: [],
  },
  {
    name: "two sheets that fit: the one with the list's name is read",
    change(extracts) {
      const copy = extracts.sheets.get("Contacts")!.map((row) => [...row]);
      extracts.sheets.set("Contacts June", [...copy, ["K9", day(9, 7)]]);
    },
    issues: ["query two-sheets-fit Contacts"],
  },
  {
    name: "no Allocations: caseloads are not available",
    change: (extracts) => dropSheet(extracts, "Allocations"),
    issues: [],
  },
  {
    name: "no Care Leavers: the children open to the service cannot be counted",
    change: (extracts) => dropSheet(extracts, "Care Leavers"),
    figures: { "open-children": null },
    issues: [],
  },
  {
    name: "a list with its headings and nothing under them: there were none",
    change(extracts) {
      extracts.sheets.get("Care Leavers")!.length = 1;
      extracts.sheets.get("CLA")!.length = 1;
    },
    figures: {
      "open-children": 6,
      cla: 0,
      "cla-rate": 0,
      "cla-visits": [0, 0],
      "cla-care-planning": [0, 0],
      "cla-supervision": [0, 0],
    },
    issues: [],
  },
  {
    name: "a required column that is not there",
    change: (extracts) => dropColumn(extracts, "CIN Plans", "Allocated Team"),
    figures: {
      "cin-not-cwd": null,
      "cin-cwd": null,
      "open-children": null,
      "cin-visits-6w": null,
      "cin-supervision": null,
    },
    issues: ["error missing-required-column CIN Plans!A1"],
  },
  {
    name: "a column that is not there makes its measures not available, not 0",
    change: (extracts) => dropColumn(extracts, "CIN Plans", "Last CIN Visit Date"),
    figures: { "cin-visits-6w": null },
    issues: [],
  },
  {
    name: "a column that is there but empty means there were none",
    change(extracts) {
      for (const row of ["D2", "D3", "D4"]) put(extracts, "CIN Plans", row, "");
    },
    figures: { "cin-visits-6w": [2, 0] },
    issues: [],
  },
  {
    name: "two columns with one heading: the first is read",
    change(extracts) {
      const rows = extracts.sheets.get("Contacts")!;
      rows[0]!.push("Date of Contact");
      rows[1]!.push(day(1, 1));
    },
    issues: ["query duplicate-heading Contacts!C1"],
  },
  {
    name: "blank rows in the middle",
    change: (extracts) => extracts.sheets.get("Contacts")!.splice(2, 0, [], []),
    issues: [],
  },
  {
    name: "a note under the list",
    change(extracts) {
      addRow(extracts, "Contacts");
      addRow(extracts, "Contacts", "Source: case system, run 01/08/2023 06:00");
    },
    issues: ["query note-row-skipped Contacts!A6"],
  },
  {
    name: "the headings again half-way down",
    change: (extracts) =>
      extracts.sheets.get("Contacts")!.splice(2, 0, ["Child Unique ID", "Date of Contact"]),
    issues: ["query header-row-repeated Contacts!A3"],
  },
  {
    name: "a merged title above the headings",
    change(extracts) {
      putAbove(extracts, "CLA", ["Children looked after"]);
      extracts.dress.set("CLA", (sheet) => sheet.mergeCells("A1:H1"));
    },
    issues: [],
  },
  {
    name: "a filtered list with hidden rows and columns",
    change(extracts) {
      extracts.dress.set("CIN Plans", (sheet) => {
        sheet.autoFilter = "A1:F4";
        sheet.getRow(3).hidden = true;
        sheet.getColumn(4).hidden = true;
      });
    },
    issues: [],
  },
  {
    name: "a hidden sheet",
    change: (extracts) => extracts.dress.set("CLA", (sheet) => void (sheet.state = "hidden")),
    issues: [],
  },
  {
    name: "a list as an Excel table",
    change(extracts) {
      const [headings, ...rows] = extracts.sheets.get("Referrals")!;
      extracts.sheets.set("Referrals", [["Referrals, as a table"]]);
      extracts.dress.set("Referrals", tableOf("tblReferrals", "B4", headings as string[], rows));
    },
    issues: [],
  },
  {
    name: "a table with a totals row under a column that nobody knows",
    change(extracts) {
      const rows = extracts.sheets.get("Contacts")!;
      extracts.sheets.set("Contacts", [
        ...rows.map((row, r) => [r === 0 ? "Ward" : "Bargate", ...row]),
        ["Total", "", 3],
      ]);
    },
    issues: ["query note-row-skipped Contacts!A5"],
  },
  {
    name: "a sheet hidden so that only a macro can show it",
    change: (extracts) => extracts.dress.set("CLA", (sheet) => void (sheet.state = "veryHidden")),
    issues: [],
  },
  {
    name: "a sheet with formats to its last row",
    change(extracts) {
      extracts.dress.set("Contacts", (sheet) => {
        sheet.getCell(1048576, 5).font = { bold: true };
        sheet.getColumn(9).width = 30;
      });
    },
    issues: [],
  },
  {
    name: "a right-to-left sheet",
    change: (extracts) =>
      extracts.dress.set("CIN Plans", (sheet) => void (sheet.views = [{ rightToLeft: true }])),
    issues: [],
  },
  {
    name: "a sheet of the analyst's own, with sums and notes",
    change: (extracts) =>
      extracts.sheets.set("Workings", [
        ["To do"],
        ["Ask for the CLA extract again"],
        ["Contacts", 2],
        [{ error: "#REF!" }],
      ]),
    issues: [],
  },
  {
    name: "very long team names and IDs",
    change(extracts) {
      const long = "Team ".repeat(50).trim();
      extracts.settings.teams[0]![1] = long;
      put(extracts, "CIN Plans", "F2", long);
      put(extracts, "CIN Plans", "A2", "N".repeat(250));
    },
    issues: [],
  },
];

export const EVENTS: readonly DirtyCase[] = [
  {
    name: "a list of visits overrules the latest dates, for the plan types that it has a row of",
    change(extracts) {
      extracts.sheets.set("Visits", [
        ["Child Unique ID", "Date", "Plan"],
        ["N2", day(3, 7), "Child in need"],
        ["N2", day(2, 8), "CIN"], // after the as-at date: left aside
      ]);
    },
    figures: { "cin-visits-6w": [2, 1] }, // N2 in July; N1 has nothing recorded since January
    issues: ["query date-in-future Visits!B3"],
  },
  {
    name: "a list of core groups needs no plan",
    change: (extracts) =>
      extracts.sheets.set("Core Groups", [
        ["Child Unique ID", "Date"],
        ["P1", day(19, 6)],
        ["P2", day(18, 6)],
      ]),
    figures: { "cp-core-groups": [2, 1] }, // 42 days and 43
    issues: ["query extract-older-than-as-at Core Groups"],
  },
  {
    name: "supervisions of looked-after children only",
    change: (extracts) =>
      extracts.sheets.set("Supervisions", [
        ["Child Unique ID", "Date", "Plan"],
        ["L1", day(1, 5), "CIC"],
        ["L1", day(30, 4), "LAC"],
        ["X1", day(20, 7), "Looked after"],
      ]),
    figures: { "cla-supervision": [1, 0] },
    issues: [],
  },
];
