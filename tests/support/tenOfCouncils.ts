/**
 * Ten indicators that councils add most, each a row of ClinicMeasures over a sheet with headings of the council's own. The
 * figures are worked by hand: beside each row stands why it counts or does not. July 2023, as at 31 July, a Monday.
 */
import type { MeasureDraft } from "../../src/clinic/calculate/preview/measureDraft";
import { CLINIC_MEASURES } from "../../src/clinic/extracts/setupNames";
import type { CellValue, SheetValues, WorkbookValues } from "../../src/clinic/cells/worksheet";
import { day } from "./madeList";
import { measures, setupTable, type MeasureEntries } from "./ownTwins";

type Line = readonly CellValue[];

export interface Ten {
  readonly title: string;
  readonly sheet: string;
  readonly headings: readonly string[];
  /** Without the child's ID and the team, which are the first letter of the row and "Alder". */
  readonly rows: readonly (readonly [child: string, ...cells: CellValue[]])[];
  readonly measure: MeasureEntries;
  readonly target?: Readonly<Record<string, CellValue>>;
  /** [numerator, denominator] of a share; a count. */
  readonly byHand: readonly [number, number] | number;
}

const d = (text: string): number => day(text);
const OPEN = { Counted: "open at month end", Start: "Opened", End: "Closed" };

export const TEN: Readonly<Record<string, Ten>> = {
  "re-referrals-12m": {
    title: "Re-referrals within 12 months",
    sheet: "Front door",
    headings: ["Referred on"],
    rows: [
      ["A", d("2022-08-15")],
      ["A", d("2023-07-10")], // eleven months after: counts
      ["B", d("2022-07-01")],
      ["B", d("2023-07-20")], // more than twelve months after
      ["C", d("2023-07-05")], // none before
      ["D", d("2023-07-03")], // none before
      ["D", d("2023-07-25")], // three weeks after: counts
    ],
    measure: {
      Measure: "share with",
      Counted: "dated in month",
      "Counted by": "Referred on",
      With: "follows earlier within 12 months of Referred on",
    },
    byHand: [2, 5],
  },
  "repeat-cp-2y": {
    title: "Repeat CP plan within 2 years",
    sheet: "Plans so far",
    headings: ["Plan began", "Plan ceased"],
    rows: [
      ["A", d("2020-01-10"), d("2021-09-01")],
      ["A", d("2023-07-12"), ""], // 22 months after the last ceased: counts
      ["B", d("2020-01-10"), d("2021-06-30")],
      ["B", d("2023-07-12"), ""], // more than two years after
      ["C", d("2023-07-03"), ""], // the first
    ],
    measure: {
      Measure: "share with",
      Counted: "dated in month",
      "Counted by": "Plan began",
      With: "follows earlier within 24 months of Plan ceased",
    },
    byHand: [1, 3],
  },
  "three-placements": {
    title: "Three or more placements",
    sheet: "Placements",
    headings: ["Opened", "Closed", "Placements this year"],
    rows: [
      ["A", d("2021-05-01"), "", 4], // counts
      ["B", d("2021-05-01"), "", 3], // counts
      ["C", d("2021-05-01"), "", 2],
      ["D", d("2021-05-01"), d("2023-07-31"), 5], // ended on the last day: not open
      ["E", d("2023-08-01"), "", 5], // not begun
      ["F", d("2021-05-01"), "", ""], // not recorded
    ],
    measure: { Measure: "share with", ...OPEN, With: "Placements this year >= 3" },
    byHand: [2, 4],
  },
  "return-interviews-3d": {
    title: "Return interview within 3 days",
    sheet: "Returns",
    headings: ["Returned on", "Interviewed on"],
    rows: [
      ["A", d("2023-07-03"), d("2023-07-06")], // the third day: in time
      ["B", d("2023-07-03"), d("2023-07-07")], // the fourth
      ["C", d("2023-07-10"), ""], // none
      ["D", d("2023-06-30"), d("2023-07-01")], // came back in June
    ],
    measure: {
      Measure: "share done within",
      Counted: "dated in month",
      "Counted by": "Returned on",
      Start: "Returned on",
      Date: "Interviewed on",
    },
    target: { Timescale: 3, Unit: "days" },
    byHand: [1, 3],
  },
  "reviews-not-overdue": {
    title: "Reviews not overdue",
    sheet: "Reviews",
    headings: ["Opened", "Closed", "Review due", "Last review"],
    rows: [
      ["A", d("2022-01-01"), "", d("2023-07-15"), d("2023-07-16")], // held after it fell due: none is overdue
      ["B", d("2022-01-01"), "", d("2023-07-15"), d("2023-07-01")], // overdue
      ["C", d("2022-01-01"), "", d("2023-07-31"), ""], // due that day
      ["D", d("2022-01-01"), "", "", ""], // no due date
      ["E", d("2022-01-01"), d("2023-07-01"), d("2023-06-01"), ""], // closed
      ["F", d("2022-01-01"), "", d("2023-06-01"), ""], // overdue
    ],
    measure: { Measure: "share not overdue", ...OPEN, "Due date": "Review due", Date: "Last review" },
    byHand: [3, 5],
  },
  "assessments-past-45wd": {
    title: "Open assessments past 45 working days",
    sheet: "Assessments under way",
    headings: ["Opened", "Closed"],
    rows: [
      ["A", d("2023-05-25"), ""], // 46 working days: 29 May was a bank holiday
      ["B", d("2023-05-26"), ""], // 45
      ["C", d("2023-02-01"), d("2023-07-10")], // finished
      ["D", d("2023-03-01"), ""], // counts
    ],
    measure: { Measure: "count", ...OPEN, "Only where": "open longer than 45 working days" },
    byHand: 2,
  },
  "health-assessments-12m": {
    title: "Health assessment within 12 months",
    sheet: "Health",
    headings: ["Opened", "Closed", "Health assessed"],
    rows: [
      ["A", d("2021-01-01"), "", d("2022-08-01")], // 364 days ago: in time
      ["B", d("2021-01-01"), "", d("2022-07-30")], // 366 days ago
      ["C", d("2022-09-01"), "", ""], // not yet a year in care
      ["D", d("2022-07-30"), "", ""], // a year and a day, and none
      ["E", d("2022-07-31"), "", ""], // a year to the day, as 18 months of a CP plan are: counts, and is due today
    ],
    measure: {
      Measure: "share last done within",
      ...OPEN,
      Date: "Health assessed",
      "Only where": "open longer than 12 months",
    },
    target: { Timescale: 365, Unit: "days" },
    byHand: [2, 4],
  },
  "care-leavers-in-touch": {
    title: "Care leavers in touch",
    sheet: "Leaving care",
    headings: ["Opened", "Closed", "In touch"],
    rows: [
      ["A", d("2021-01-01"), "", "Yes"], // counts
      ["B", d("2021-01-01"), "", "No"],
      ["C", d("2021-01-01"), "", "y"], // counts, whatever its case
      ["D", d("2021-01-01"), "", ""],
      ["E", d("2021-01-01"), d("2022-01-01"), "Yes"], // closed
    ],
    measure: { Measure: "share with", ...OPEN, With: "In touch = Yes; Y" },
    byHand: [2, 4],
  },
  "contacts-decided-1wd": {
    title: "Contacts decided within 1 working day",
    sheet: "Decisions",
    headings: ["Received", "Decided"],
    rows: [
      ["A", d("2023-07-07"), d("2023-07-10")], // Friday to Monday: in time
      ["B", d("2023-07-10"), d("2023-07-12")], // two working days
      ["C", d("2023-07-14"), ""], // undecided
      ["D", d("2023-07-03"), d("2023-07-03")], // the same day: in time
    ],
    measure: {
      Measure: "share done within",
      Counted: "dated in month",
      "Counted by": "Received",
      Start: "Received",
      Date: "Decided",
    },
    target: { Timescale: 1, Unit: "working days" },
    byHand: [2, 4],
  },
  "missing-episodes": {
    title: "Missing episodes in the month",
    sheet: "Missing",
    headings: ["Went missing"],
    rows: [
      ["A", d("2023-07-01")],
      ["A", d("2023-07-15")], // a second episode counts again
      ["B", d("2023-06-30")],
      ["C", d("2023-07-31")],
      ["D", d("2023-08-01")],
    ],
    measure: { Measure: "count", Counted: "dated in month", "Counted by": "Went missing" },
    byHand: 3,
  },
};

const OWN_ROWS = Object.entries(TEN).map(([id, { title, sheet, measure }]) => ({
  ID: id,
  Title: title,
  List: sheet,
  Team: "Owning team",
  ...measure,
}));

/** One of the ten as the form holds it. */
export function draftOf(id: string, changes: Partial<MeasureDraft["entries"]> = {}): MeasureDraft {
  const row = OWN_ROWS.find(({ ID }) => ID === id)!;
  const entries = { ...row, Page: "My checks", ...TEN[id]!.target };
  const text = Object.fromEntries(
    [...CLINIC_MEASURES, "Timescale", "Unit"].map((column) => [
      column,
      String((entries as Record<string, CellValue>)[column] ?? ""),
    ]),
  ) as MeasureDraft["entries"];
  return { was: null, entries: { ...text, ...changes } };
}

/** The ten sheets, and as many of the rows as are asked for. */
export function workbookOfTen(has: (id: string) => boolean = () => true): WorkbookValues {
  const sheets = Object.values(TEN).map(({ sheet, headings, rows }): SheetValues => ({
    name: sheet,
    firstRow: 0,
    firstColumn: 0,
    rows: [
      ["Child Unique ID", ...headings, "Owning team"],
      ...rows.map(([child, ...cells]): Line => [child, ...cells, "Alder"]),
    ],
  }));
  const targets = Object.entries(TEN).flatMap(([id, { target }]) =>
    target && has(id) ? [{ ID: id, ...target }] : [],
  );
  return {
    sheets,
    settings: [
      setupTable("ClinicOptions", [{ Setting: "Reporting month", Value: "2023-07" }]),
      setupTable("ClinicTargets", targets),
      measures(...OWN_ROWS.filter(({ ID }) => has(String(ID)))),
    ],
    history: null,
    choices: {},
    date1904: false,
  };
}
