/** Clinic Settings and Past Figures as people fill them in. */
import { day, type DirtyCase, type Rows } from "./baseline";

const CONTACTS = "Number of contacts in the month";
const S47 = "s47-completed";

/** Eleven months of ten enquiries before July 2023, as columns. */
const ELEVEN = [
  "Aug-22",
  "Sep-22",
  "Oct-22",
  "Nov-22",
  "Dec-22",
  "Jan-23",
  "Feb-23",
  "Mar-23",
  "Apr-23",
  "May-23",
  "Jun-23",
];
const wide = (...rows: Rows): Rows => [["Indicator", ...ELEVEN], ...rows];
const tens = ELEVEN.map(() => 10);

export const SETTINGS: readonly DirtyCase[] = [
  {
    name: "a reporting month that is no month: the latest whole month is used",
    change: (extracts) => void (extracts.settings.options[0]![1] = "Jully"),
    issues: ["error wrong-setting Clinic Settings!B4"],
  },
  {
    name: "no reporting month: July ends on the day of the latest contact",
    change: (extracts) => void (extracts.settings.options[0]![1] = ""),
    issues: [],
  },
  {
    name: "a population in words: rates are not available",
    change: (extracts) => void (extracts.settings.options[1]![1] = "ten thousand"),
    figures: { "cp-rate": null, "cla-rate": null },
    issues: ["error wrong-setting Clinic Settings!B5"],
  },
  {
    name: "a local closure makes a late visit early enough",
    change(extracts) {
      extracts.sheets.get("CP Plans")![2]![4] = day(14, 7); // 11 working days before 31 July
      extracts.settings.closures[0] = [day(20, 7), "Flood"];
    },
    figures: { "cp-visits-10wd": [2, 2] },
    issues: [],
  },
  {
    name: "a better-when that is neither higher, lower nor near",
    change: (extracts) => void (extracts.settings.targets[0]![1] = "sideways"),
    issues: ["error wrong-setting Clinic Settings!E4"],
  },
];

export const PAST: readonly DirtyCase[] = [
  {
    name: "eleven months of past enquiries give the rolling rate",
    change: (extracts) => void extracts.sheets.set("Past Figures", wide([S47, ...tens])),
    figures: { "s47-rolling-rate": 111 }, // (110 + 1) ÷ 10,000 × 10,000
    issues: [],
  },
  {
    name: "one month missing: no rolling rate, never a part sum",
    change(extracts) {
      extracts.sheets.set("Past Figures", wide([S47, ...tens.map((n, i) => (i === 4 ? "" : n))]));
    },
    issues: [],
  },
  {
    name: "a tidy list, in which a team's own row feeds nothing",
    change(extracts) {
      extracts.sheets.set("Past Figures", [
        ["Month", "Indicator", "Team", "Value"],
        ...ELEVEN.map((month) => [month, S47, "All", 10]),
        ["Jun-23", S47, "North Team", 4],
      ]);
    },
    figures: { "s47-rolling-rate": 111 },
    issues: [],
  },
  {
    name: "headings that Excel has turned into days of this year",
    change(extracts) {
      const months = [5, 6].map((month) => day(23, month, 2026)); // May-23 and Jun-23, typed in 2026
      extracts.sheets.set("Past Figures", [
        ["Indicator", ...months],
        [CONTACTS, 7, 8],
      ]);
    },
    issues: ["query months-turned-into-dates Past Figures!B1"],
  },
];
