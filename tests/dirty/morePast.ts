/** Past Figures and Clinic History that contradict each other, or say nothing that can be read. */
import { tableOf } from "../support/makeWorkbook";
import { day, type DirtyCase, type Extracts, type Rows } from "./baseline";

const S47 = "s47-completed";
const ELEVEN = "Aug-22 Sep-22 Oct-22 Nov-22 Dec-22 Jan-23 Feb-23 Mar-23 Apr-23 May-23 Jun-23".split(" ");
const TENS = ELEVEN.map(() => 10);
/** Column letters of the eleven months. */
const COLUMNS = [..."BCDEFGHIJKL"];

const past = (extracts: Extracts, ...rows: Rows): void => {
  extracts.sheets.set("Past Figures", [["Indicator", ...ELEVEN], ...rows]);
};
/** A row in which only June, the last month, has a figure. */
const june = (indicator: string, value: string | number): Rows[number] => [
  indicator,
  ...ELEVEN.slice(1).map(() => ""),
  value,
];

function history(extracts: Extracts, ...rows: Rows): void {
  const headings = ["Month", "Indicator", "Team", "Numerator", "Denominator", "Value"];
  extracts.sheets.set("Clinic History", [["Clinic history"]]);
  extracts.marks.set("Clinic History", "history");
  extracts.dress.set("Clinic History", tableOf("Clinic_history", "A6", headings, rows));
}

export const MORE_PAST: readonly DirtyCase[] = [
  {
    name: "an indicator by its wording, restated lower down: the later row wins",
    change(extracts) {
      past(extracts, [S47, ...TENS], june("Number of Section 47 enquiries completed (restated)", 12));
    },
    figures: { "s47-rolling-rate": 113 }, // 100 + 12 + 1
    issues: ["query past-figure-twice Past Figures!L3"],
  },
  {
    name: "two rows for every month",
    change: (extracts) => past(extracts, [S47, ...TENS], [S47, ...ELEVEN.map(() => 12)]),
    figures: { "s47-rolling-rate": 133 }, // 11 × 12 + 1
    issues: COLUMNS.map((column) => `query past-figure-twice Past Figures!${column}3`),
  },
  {
    name: "a rate that its own count contradicts",
    change: (extracts) => past(extracts, june("cp", 5), june("cp-rate", 8), june("cla-rate", 3)),
    issues: ["query past-figures-contradict Past Figures!L3"],
  },
  {
    name: "a rate that is rounded is no contradiction",
    change: (extracts) => past(extracts, june("cp", 5), june("cp-rate", 6)),
    issues: [],
  },
  {
    name: "percents as ratios",
    change: (extracts) => past(extracts, ["cin-visits-6w", ...ELEVEN.map((_, i) => 0.8 + i / 100)]),
    issues: ["query percent-as-ratio Past Figures!B2"],
  },
  {
    name: "gaps as people write them are gaps; a figure in words is an error",
    change(extracts) {
      past(
        extracts,
        [S47, ...TENS.map((n, i) => (["-", "n/a", "..", ""] as const)[i] ?? n)],
        june("contacts", "about 200"),
        june("referrals", "#N/A"),
      );
      extracts.sheets.get("Past Figures")![3]![11] = { error: "#N/A" };
    },
    issues: ["error error-value Past Figures!L4", "error text-not-number Past Figures!L3"],
  },
  {
    name: "an indicator that nobody knows; a heading between the rows is none",
    change: (extracts) => past(extracts, ["Context of demand"], june("Number of cats", 3), [S47, ...TENS]),
    figures: { "s47-rolling-rate": 111 },
    issues: ["query unknown-indicator Past Figures!A3"],
  },
  {
    name: "no heading that is a month",
    change: (extracts) =>
      extracts.sheets.set("Past Figures", [
        ["Indicator", "Last year", "Comment"],
        [S47, 10, "fine"],
      ]),
    issues: ["error no-month-columns Past Figures!A1"],
  },
  {
    name: "a tidy list with a month that cannot be read, a numerator without a value, a team of all",
    change(extracts) {
      extracts.sheets.set("Past Figures", [
        ["Month", "Indicator", "Team", "Numerator", "Denominator", "Value"],
        ...ELEVEN.map((month) => [month, S47, "Total", 10, "", ""]),
        ["Juin-23", S47, "", "", "", 12],
        ["Jun-23", "cin-visits-6w", "North Team", 1, 2, 50],
      ]);
    },
    figures: { "s47-rolling-rate": 111 },
    issues: ["error unreadable-date Past Figures!A13"],
  },
  {
    name: "headings as dates, as text and in ISO form by turns",
    change(extracts) {
      const forms = [
        ...[day(1, 8, 2022), day(30, 9, 2022), "October 2022", "2022-11", "Dec 22", "01/2023"],
        ...["Feb-2023", "MAR 23", "30/04/2023", day(31, 5), "Jun-23 (provisional)"],
      ];
      extracts.sheets.set("Past Figures", [
        ["Notes", "Indicator", ...forms],
        ["from the old pack", S47, ...TENS],
      ]);
    },
    figures: { "s47-rolling-rate": 111 },
    issues: [],
  },
  {
    name: "Clinic History wins over Past Figures, and the difference is a query",
    change(extracts) {
      past(extracts, [S47, ...TENS], june("contacts", 7));
      history(
        extracts,
        ["2023-06", S47, "Total", "", "", 12],
        ["2023-06", "contacts", "Total", "", "", 7],
        ["2023-06", "cin-visits-6w", "North Team", 1, 2, 50],
      );
    },
    figures: { "s47-rolling-rate": 113 },
    issues: ["query past-figure-differs-from-history Past Figures!L2"],
  },
  {
    name: "Past Figures fill the gaps of Clinic History",
    change(extracts) {
      past(extracts, [S47, "", ...TENS.slice(1)]);
      history(extracts, ["2022-08", S47, "Total", "", "", 11]);
    },
    figures: { "s47-rolling-rate": 112 },
    issues: [],
  },
  {
    name: "a row of Clinic History that names no month, one no indicator",
    change(extracts) {
      history(
        extracts,
        ["soon", S47, "Total", "", "", 12],
        ["2023-06", "cats", "Total", "", "", 12],
        ["2023-06", "contacts", "Total", "", "", 12],
      );
    },
    issues: [
      "query history-row-unreadable Clinic History!A7",
      "query history-row-unreadable Clinic History!B8",
    ],
  },
  {
    name: "the reporting month itself in Past Figures and in Clinic History: it is computed",
    change(extracts) {
      extracts.sheets.set("Past Figures", [
        ["Indicator", "Jul-23"],
        ["contacts", 99],
        ["cp-18-months", 99],
      ]);
      history(extracts, ["2023-07", "contacts", "Total", "", "", 98]);
    },
    issues: [],
  },
];
