/** The analyst's own choice of sheets, and sheets that are told apart by nothing but their place. */
import { addRow, day, dropColumn, dropSheet, put, putAbove, renameSheet, type DirtyCase } from "./baseline";

const NO_CLA = {
  cla: null,
  "cla-rate": null,
  "open-children": null,
  "cla-visits": null,
  "cla-care-planning": null,
  "cla-supervision": null,
} as const;

export const CHOICES: readonly DirtyCase[] = [
  {
    name: "two sheets that fit, neither with the list's name: the first is read",
    change(extracts) {
      const copy = extracts.sheets.get("Contacts")!.map((row) => [...row]);
      renameSheet(extracts, "Contacts", "qry_017");
      extracts.sheets.set("qry_018", [...copy, ["K9", day(9, 7)]]);
    },
    issues: ["query two-sheets-fit qry_017"],
  },
  {
    name: "a list split over two sheets, read as one by choice",
    choices: { contacts: ["Contacts", "Contacts part 2"] },
    change(extracts) {
      extracts.sheets.set("Contacts part 2", [
        ["Date of Contact", "Child Unique ID"], // its columns the other way round
        [day(9, 7), "K9"],
        ["tomorrow", "K10"],
      ]);
    },
    figures: { contacts: 3 },
    issues: ["error unreadable-date Contacts part 2!A3"],
  },
  {
    name: "plans split over two sheets, of which one lacks a column",
    choices: { "cp-plans": ["CP Plans", "CP Plans West"] },
    change(extracts) {
      extracts.sheets.set("CP Plans West", [
        ["Child Unique ID", "CP Plan Start Date", "CP Plan End Date", "Allocated Team"],
        ["P3", day(1, 3), "", "South"],
      ]);
    },
    figures: {
      "open-children": 9,
      cp: 3,
      "cp-rate": 3,
      "cp-repeat": [3, 1],
      "cp-visits-10wd": [3, 1],
      "cp-core-groups": [3, 2],
      "cp-supervision": [3, 2],
    },
    outOfTime: [
      "cin-visits-6w · South Team · N2 · 2023-05-01 · 49 days · CIN Plans 3",
      "cp-repeat · South Team · P2 · - · - · CP Plans 3",
      "cp-visits-10wd · South Team · P2 · 2023-07-03 · 10 working days · CP Plans 3",
      "cp-visits-10wd · South Team · P3 · - · 93 working days · CP Plans West 2",
      "cp-core-groups · South Team · P3 · - · 93 working days · CP Plans West 2",
      "cp-supervision · South Team · P3 · - · 110 days · CP Plans West 2",
    ],
    issues: ["query previous-plans-blank CP Plans West!A2"],
  },
  {
    name: "a list that the analyst says is not there",
    choices: { cla: [] },
    change: () => undefined,
    figures: NO_CLA,
    issues: [],
  },
  {
    name: "a choice of a sheet that is gone: the list is recognised as ever",
    choices: { cla: ["CLA June"] },
    change: () => undefined,
    issues: ["query chosen-sheet-missing CLA June"],
  },
  {
    name: "a choice goes before the list's own name",
    choices: { contacts: ["other query"] },
    change(extracts) {
      extracts.sheets.set("other query", [
        ["Child Unique ID", "Date of Contact"],
        ["K9", day(9, 7)],
      ]);
    },
    figures: { contacts: 1 },
    issues: [],
  },
  {
    name: "a choice of a sheet that cannot be the list",
    choices: { cla: ["Contacts"] },
    change: () => undefined,
    figures: { ...NO_CLA, contacts: null },
    issues: ["error missing-required-column Contacts!A1"],
  },
  {
    name: "a chosen sheet with headings too general to know it by",
    choices: { visits: ["seen"] },
    change(extracts) {
      extracts.sheets.set("seen", [
        ["ID", "Visit Date", "Type"],
        ["N1", day(20, 7), "CIN"],
        ["N2", day(20, 7), "CIN"],
      ]);
    },
    figures: { "cin-visits-6w": [2, 2] },
    issues: [],
  },
  {
    name: "a list of events without its name is not read",
    change(extracts) {
      extracts.sheets.set("seen", [
        ["Child Unique ID", "Date", "Plan"],
        ["N2", day(20, 7), "CIN"],
      ]);
    },
    issues: ["query sheet-not-read seen"],
  },
  {
    name: "sheet names of 31 characters, with apostrophes and signs",
    change(extracts) {
      renameSheet(extracts, "CIN Plans", "O'Brien's plans for “July” 2023");
      renameSheet(extracts, "CP Plans", "ДЕТИ 子供 plans export 2023 (final)".slice(0, 31));
    },
    issues: [],
  },
  {
    name: "names with the month about them",
    change(extracts) {
      renameSheet(extracts, "Contacts", "Contacts Jul 23");
      extracts.sheets.set("qry_099", [
        ["Child Unique ID", "Date of Contact"],
        ["K9", day(9, 7)],
      ]);
    },
    issues: ["query two-sheets-fit Contacts Jul 23"],
  },
  {
    name: "an error among the headings, over a column that nobody needs",
    change: (extracts) => extracts.sheets.get("CIN Plans")![0]!.push({ error: "#REF!" }),
    issues: [],
  },
  {
    name: "an error in place of a heading: the column is absent",
    change: (extracts) => put(extracts, "CIN Plans", "D1", { error: "#REF!" }),
    figures: { "cin-visits-6w": null },
    issues: [],
  },
  {
    name: "an ID merged down two rows is the first row's only",
    change: (extracts) => {
      put(extracts, "CIN Plans", "A3", "");
      extracts.dress.set("CIN Plans", (sheet) => sheet.mergeCells("A2:A3"));
    },
    issues: ["error missing-id CIN Plans!A3"],
  },
  {
    name: "rows that are only totals, sources and ends of reports",
    change(extracts) {
      addRow(extracts, "CIN Plans", "Total", "", "", "", "", 3);
      addRow(extracts, "CIN Plans", "Grand total: 3 plans");
      addRow(extracts, "Contacts", "Total", 3); // under a date, but no day anyone means
      addRow(extracts, "Contacts", "", "Run on 01/08/2023 by the performance team");
      addRow(extracts, "Contacts", "End of report");
      addRow(extracts, "Allocations", "Total", "", "", 3);
    },
    caseloads: {},
    issues: [
      "query note-row-skipped CIN Plans!A5",
      "query note-row-skipped CIN Plans!A6",
      "query note-row-skipped Contacts!A5",
      "query note-row-skipped Contacts!B6",
      "query note-row-skipped Contacts!A7",
      "query note-row-skipped Allocations!A5",
    ],
  },
  {
    name: "a row that fills one known column is a record all the same",
    change(extracts) {
      addRow(extracts, "Contacts", "", day(9, 7));
      addRow(extracts, "Contacts", "K9");
    },
    figures: { contacts: 3 },
    issues: ["error missing-id Contacts!A5", "error missing-start Contacts!B6"],
  },
  {
    name: "a title that holds some of the headings",
    change: (extracts) =>
      putAbove(extracts, "Contacts", ["Child Unique ID", "see the note below"], ["Date of Contact"]),
    issues: [],
  },
  {
    name: "no visit frequency at all: one query for the list",
    change: (extracts) => dropColumn(extracts, "CLA", "Visit Frequency (days)"),
    issues: ["query visit-frequency-assumed CLA!B1"],
  },
  {
    name: "extracts of two lists only",
    change(extracts) {
      for (const sheet of [...extracts.sheets.keys()])
        if (sheet !== "Contacts" && sheet !== "Referrals") dropSheet(extracts, sheet);
    },
    figures: {
      "eh-referrals": null,
      "eh-assessments-started": null,
      "strategy-discussions": null,
      "s47-completed": null,
      "assessments-completed": null,
      "eh-open": null,
      "cin-not-cwd": null,
      "cin-cwd": null,
      cp: null,
      "cp-rate": null,
      "assessments-20wd": null,
      "assessments-45wd": null,
      "cin-visits-6w": null,
      "cin-supervision": null,
      "cp-repeat": null,
      "icpc-15wd": null,
      "cp-visits-10wd": null,
      "cp-core-groups": null,
      "cp-supervision": null,
      "cp-18-months": null,
      "s47-to-icpc": null,
      ...NO_CLA,
    },
    caseloads: null,
    issues: [],
  },
];
