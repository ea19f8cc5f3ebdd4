/** Dates as they come: text in every form, errors, slips, orders that cannot be. */
import { addRow, day, dropColumn, put, type DirtyCase } from "./baseline";

/** The contact of 31 July in another form: the figures must not change. */
const contactAs = (form: string): DirtyCase => ({
  name: `a contact dated ${form}`,
  change: (extracts) => put(extracts, "Contacts", "B3", form),
  issues: [],
});

export const DATES: readonly DirtyCase[] = [
  contactAs("31/07/2023"),
  contactAs("31.07.23"),
  contactAs("31-Jul-23"),
  contactAs("31 July 2023"),
  contactAs("2023-07-31"),
  contactAs("2023-07-31T23:59:59"),
  contactAs("\u00a031/07/2023 "),
  {
    name: "a day first that Americans would read as another month",
    change: (extracts) => put(extracts, "Contacts", "B3", "07/06/2023"), // 7 June, not 6 July
    figures: { contacts: 1 },
    issues: [],
  },
  {
    name: "a date with a time on the last evening of the month",
    change: (extracts) => put(extracts, "Contacts", "B3", day(31, 7) + 0.999),
    issues: [],
  },
  {
    name: "a date that is not in the calendar",
    change: (extracts) => put(extracts, "Contacts", "B3", "31/06/2023"),
    figures: { contacts: 1 },
    issues: ["error unreadable-date Contacts!B3"],
  },
  {
    name: "digits as text",
    change: (extracts) => put(extracts, "Contacts", "B3", "45138"),
    figures: { contacts: 1 },
    issues: ["error unreadable-date Contacts!B3"],
  },
  {
    name: "words where a date belongs",
    change: (extracts) => put(extracts, "CIN Plans", "D2", "not yet"), // as if nothing were recorded since January
    figures: { "cin-visits-6w": [2, 0] },
    issues: ["error unreadable-date CIN Plans!D2"],
  },
  {
    name: "a formula that failed",
    change: (extracts) => put(extracts, "CIN Plans", "D2", { error: "#REF!" }),
    figures: { "cin-visits-6w": [2, 0] },
    issues: ["error error-value CIN Plans!D2"],
  },
  {
    name: "an end that cannot be read: the plan stays open",
    change: (extracts) => put(extracts, "CIN Plans", "C2", "soon"),
    issues: ["error unreadable-date CIN Plans!C2"],
  },
  {
    name: "an end on the last day of the month",
    change: (extracts) => put(extracts, "CIN Plans", "C2", day(31, 7)),
    figures: { "cin-not-cwd": 1, "open-children": 7, "cin-visits-6w": [1, 0], "cin-supervision": [1, 1] },
    issues: [],
  },
  {
    name: "an end before the start: never open",
    change: (extracts) => put(extracts, "CIN Plans", "C2", day(1, 12, 2022)),
    figures: { "cin-not-cwd": 1, "open-children": 7, "cin-visits-6w": [1, 0], "cin-supervision": [1, 1] },
    issues: ["error end-before-start CIN Plans!C2"],
  },
  {
    name: "no start: in no cohort",
    change: (extracts) => put(extracts, "CP Plans", "B3", ""),
    figures: {
      cp: 1,
      "cp-rate": 1,
      "open-children": 7,
      "cp-repeat": [1, 0],
      "cp-visits-10wd": [1, 1],
      "cp-core-groups": [1, 1],
      "cp-supervision": [1, 1],
      "cp-18-months": 0,
    },
    issues: ["error missing-start CP Plans!B3"],
  },
  {
    name: "an assessment authorised without a start",
    change: (extracts) => put(extracts, "Assessments", "B2", ""),
    figures: { "assessments-20wd": [0, 0], "assessments-45wd": [1, 0] },
    issues: ["error missing-start Assessments!B2"],
  },
  {
    name: "an assessment authorised before it started",
    change: (extracts) => put(extracts, "Assessments", "B2", day(11, 7)), // 20th working day in August
    figures: { "assessments-20wd": [0, 0], "assessments-45wd": [1, 0] },
    issues: ["error authorised-before-start Assessments!C2"],
  },
  {
    name: "a Section 47 completed before it started",
    change: (extracts) => put(extracts, "Section 47", "C2", day(17, 7)),
    issues: ["error completed-before-start Section 47!D2"],
  },
  {
    name: "a date in a year to come",
    change: (extracts) => put(extracts, "Contacts", "B3", day(31, 7, 2032)),
    figures: { contacts: 1 },
    issues: ["query date-in-future Contacts!B3"],
  },
  {
    name: "a date before 1990",
    change: (extracts) => put(extracts, "CIN Plans", "B2", day(1, 1, 1923)),
    issues: ["query date-before-1990 CIN Plans!B2"],
  },
  {
    name: "a visit after the as-at date does not show what happened before it",
    change(extracts) {
      extracts.settings.options.push(["As-at date", day(21, 7)]);
      put(extracts, "CIN Plans", "D2", day(24, 7));
      put(extracts, "CP Plans", "E2", day(14, 7)); // five working days before 21 July
      put(extracts, "CP Plans", "E3", day(7, 7)); // ten
    },
    figures: { "cin-visits-6w": [2, 0], "cp-visits-10wd": [2, 2] },
    issues: ["query last-date-after-as-at CIN Plans!D2"],
  },
  {
    name: "a visit before the plan began counts as it stands",
    change(extracts) {
      put(extracts, "CIN Plans", "B2", day(21, 7)); // visited the day before
    },
    issues: ["query last-date-before-start CIN Plans!D2", "query last-date-before-start CIN Plans!E2"],
  },
  {
    name: "an ICPC on a Saturday",
    change: (extracts) => put(extracts, "Section 47", "F2", day(22, 7)), // 13 working days
    issues: ["query icpc-at-weekend Section 47!F2"],
  },
  {
    name: "an ICPC before its strategy discussion",
    change: (extracts) => put(extracts, "Section 47", "B2", day(21, 7)),
    figures: { "icpc-15wd": [1, 0] },
    issues: ["query icpc-before-strategy Section 47!F2"],
  },
  {
    name: "a workbook that counts its days from 1904",
    date1904: true,
    change(extracts) {
      for (const rows of extracts.sheets.values())
        for (const row of rows)
          row.forEach((value, c) => {
            if (typeof value === "number" && value > 40000) row[c] = value - 1462;
          });
    },
    issues: [],
  },
  {
    name: "an extract from last year",
    change(extracts) {
      extracts.sheets.set("Contacts", [
        ["Child Unique ID", "Date of Contact"],
        ["K1", day(3, 7, 2022)],
      ]);
    },
    figures: { contacts: 0 },
    issues: ["query extract-older-than-as-at Contacts"],
  },
  {
    name: "no end-date column: all that started are open",
    change(extracts) {
      addRow(extracts, "CIN Plans", "N4", day(1, 1, 2020), day(1, 2, 2020), day(20, 7), day(20, 7), "South");
      dropColumn(extracts, "CIN Plans", "CIN Plan End Date");
    },
    figures: { "cin-not-cwd": 3, "open-children": 9, "cin-visits-6w": [3, 2], "cin-supervision": [3, 3] },
    issues: ["query end-date-column-absent CIN Plans!B1"],
  },
  {
    name: "a busy list whose last date lies ten days back",
    change(extracts) {
      const rows = extracts.sheets.get("Contacts")!;
      for (let back = 0; back < 60; back++) rows.push([`B${back}`, day(21, 7) - back]); // one a day up to 21 July
      put(extracts, "Contacts", "B3", day(1, 7));
    },
    figures: { contacts: 23 }, // K1, K2, and 21 in July
    issues: ["query extract-older-than-as-at Contacts"],
  },
  {
    name: "nine days without a contact are Christmas, and no old extract",
    change(extracts) {
      const rows = extracts.sheets.get("Contacts")!;
      for (let back = 0; back < 60; back++) rows.push([`B${back}`, day(22, 7) - back]);
      put(extracts, "Contacts", "B3", day(1, 7));
    },
    figures: { contacts: 24 },
    issues: [],
  },
];
