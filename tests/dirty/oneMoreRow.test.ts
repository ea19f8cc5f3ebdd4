/** One more row changes the figures that it should, by what it should, and nothing else, whatever council it is. */
import fc from "fast-check";
import { calculateClinic } from "../../src/clinic/calculate/calculateClinic";
import type { CellValue, SheetValues, WorkbookValues } from "../../src/clinic/cells/worksheet";
import { plus } from "../support/byHand";
import type { Council } from "../support/byHand";
import { councils, workbookOf } from "../support/madeCouncil";
import { day } from "../support/madeList";
import type { Figure } from "./baseline";
import { caseloadsIn, figuresIn } from "./outcome";

/** How much more a figure is: a count, or a table's denominator and numerator. */
type More = Readonly<Record<string, number | readonly [denominator: number, numerator: number]>>;

interface Addition {
  readonly name: string;
  readonly sheet: string;
  /** By heading; dates as "2023-07-31". */
  readonly row: (council: Council) => Readonly<Record<string, CellValue>>;
  readonly more: More;
  /** Figures that are made of others, and so move as those do. */
  readonly follows?: readonly string[];
}

const CHILD = { "Child Unique ID": "Z99" };
/** A team of the clinic tables, and one of the CWD service outside them. */
const CLINIC = { "Allocated Team": "Duty" };
const CWD = { "Allocated Team": "DCT" };

const inMonth = ({ from }: Council) => plus(from, 13);
const dayBefore = ({ from }: Council) => plus(from, -1);
const dayAfter = ({ to }: Council) => plus(to, 1);
const longAgo = ({ to }: Council) => plus(to, -400);
const nextWeekday = (iso: string): string => {
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay();
  return weekday === 6 ? plus(iso, 2) : weekday === 0 ? plus(iso, 1) : iso;
};

/** One a list whose rows are counted by one date. */
function counted(sheet: string, heading: string, figure: string, rest = {}): readonly Addition[] {
  const row = (date: (council: Council) => string) => (council: Council) => ({
    ...CHILD,
    ...rest,
    [heading]: date(council),
  });
  return [
    { name: `${heading} in the month`, sheet, row: row(inMonth), more: { [figure]: 1 } },
    {
      name: `${heading} on the month's first day`,
      sheet,
      row: row(({ from }) => from),
      more: { [figure]: 1 },
    },
    { name: `${heading} on its last day`, sheet, row: row(({ to }) => to), more: { [figure]: 1 } },
    { name: `${heading} the day before`, sheet, row: row(dayBefore), more: {} },
    { name: `${heading} the day after`, sheet, row: row(dayAfter), more: {} },
  ];
}

const cinPlan = (council: Council) => ({
  ...CHILD,
  "CIN Plan Start Date": longAgo(council),
  "Last CIN Visit Date": council.asAt,
  "Last Supervision Date": council.asAt,
});
const cpPlan = (council: Council) => ({
  ...CHILD,
  ...CLINIC,
  "CP Plan Start Date": longAgo(council),
  "Number of Previous CP Plans": 0,
  "Last CP Visit Date": council.asAt,
  "Last Core Group Date": council.asAt,
  "Last Supervision Date": council.asAt,
});
const cla = (council: Council) => ({
  ...CHILD,
  ...CLINIC,
  "Date Started to be Looked After": longAgo(council),
  "Last Visit Date": council.asAt,
  "Visit Frequency (days)": 42,
  "Care Plan Date": council.asAt,
  "Last Supervision Date": council.asAt,
});

const ADDITIONS: readonly Addition[] = [
  ...counted("Contacts", "Date of Contact", "contacts"),
  ...counted("Referrals", "Date of Referral", "referrals"),
  ...counted("Strategy Discussions", "Date of Strategy Discussion", "strategy-discussions"),
  ...counted("Early Help", "Early Help Referral Date", "eh-referrals"),
  ...counted("Early Help", "Assessment Start Date", "eh-assessments-started"),
  ...counted("Section 47", "Section 47 Completed Date", "s47-completed").map((addition) => ({
    ...addition,
    follows: ["s47-rolling-rate", "s47-to-icpc"],
  })),
  {
    name: "Early Help open",
    sheet: "Early Help",
    row: (council) => ({ ...CHILD, "Early Help Start Date": longAgo(council) }),
    more: { "eh-open": 1 },
  },
  {
    name: "Early Help that ended on the last day",
    sheet: "Early Help",
    row: (council) => ({
      ...CHILD,
      "Early Help Start Date": longAgo(council),
      "Early Help End Date": council.to,
    }),
    more: {},
  },
  {
    name: "a conference held the day after its strategy discussion, in a team outside the clinic tables",
    sheet: "Section 47",
    row: (council) => ({
      ...CHILD,
      ...CWD,
      "Strategy Discussion Date": inMonth(council),
      "Date of ICPC": plus(inMonth(council), 1),
    }),
    more: { "icpc-15wd": [1, 1] },
  },
  {
    name: "a conference long after its strategy discussion",
    sheet: "Section 47",
    row: (council) => ({
      ...CHILD,
      ...CLINIC,
      "Strategy Discussion Date": longAgo(council),
      "Date of ICPC": inMonth(council),
    }),
    more: { "icpc-15wd": [1, 0] },
  },
  {
    name: "an assessment started and authorised on one day of the month",
    sheet: "Assessments",
    row: (council) => ({
      ...CHILD,
      ...CLINIC,
      "Assessment Start Date": nextWeekday(council.from),
      "Assessment Authorised Date": nextWeekday(council.from),
    }),
    // Its 20th working day lies in the month or after: February has 20 working days and fewer.
    more: { "assessments-completed": 1, "assessments-45wd": [1, 1] },
    follows: ["assessments-20wd"],
  },
  {
    name: "an assessment of a team outside the clinic tables",
    sheet: "Assessments",
    row: (council) => ({
      ...CHILD,
      ...CWD,
      "Assessment Start Date": longAgo(council),
      "Assessment Authorised Date": inMonth(council),
    }),
    more: { "assessments-completed": 1 },
  },
  {
    name: "an assessment that goes on and on",
    sheet: "Assessments",
    row: (council) => ({ ...CHILD, ...CLINIC, "Assessment Start Date": longAgo(council) }),
    more: { "open-children": 1 },
  },
  {
    name: "a CIN plan in time with everything",
    sheet: "CIN Plans",
    row: (council) => ({ ...cinPlan(council), ...CLINIC }),
    more: { "open-children": 1, "cin-not-cwd": 1, "cin-visits-6w": [1, 1], "cin-supervision": [1, 1] },
  },
  {
    name: "a CIN plan of the CWD service",
    sheet: "CIN Plans",
    row: (council) => ({ ...cinPlan(council), ...CWD }),
    more: { "open-children": 1, "cin-cwd": 1 },
  },
  {
    name: "a CIN plan with nothing recorded for a year",
    sheet: "CIN Plans",
    row: (council) => ({ ...CHILD, ...CLINIC, "CIN Plan Start Date": longAgo(council) }),
    more: { "open-children": 1, "cin-not-cwd": 1, "cin-visits-6w": [1, 0], "cin-supervision": [1, 0] },
  },
  {
    name: "a CIN plan that ended on the last day",
    sheet: "CIN Plans",
    row: (council) => ({ ...cinPlan(council), ...CLINIC, "CIN Plan End Date": council.to }),
    more: {},
  },
  {
    name: "a CIN plan that starts the day after",
    sheet: "CIN Plans",
    row: (council) => ({ ...CHILD, ...CLINIC, "CIN Plan Start Date": dayAfter(council) }),
    more: {},
  },
  {
    name: "a CIN plan without a start",
    sheet: "CIN Plans",
    row: (council) => ({ ...cinPlan(council), ...CLINIC, "CIN Plan Start Date": "" }),
    more: {},
  },
  {
    name: "a first CP plan in time with everything",
    sheet: "CP Plans",
    row: cpPlan,
    more: {
      "open-children": 1,
      cp: 1,
      "cp-repeat": [1, 0],
      "cp-visits-10wd": [1, 1],
      "cp-core-groups": [1, 1],
      "cp-supervision": [1, 1],
    },
    follows: ["cp-rate"],
  },
  {
    name: "a second CP plan of nineteen months, all late",
    sheet: "CP Plans",
    row: (council) => ({
      ...CHILD,
      ...CLINIC,
      "CP Plan Start Date": plus(council.to, -600),
      "Number of Previous CP Plans": 1,
    }),
    more: {
      "open-children": 1,
      cp: 1,
      "cp-repeat": [1, 1],
      "cp-visits-10wd": [1, 0],
      "cp-core-groups": [1, 0],
      "cp-supervision": [1, 0],
      "cp-18-months": 1,
    },
    follows: ["cp-rate"],
  },
  {
    name: "a looked-after child in time with everything",
    sheet: "CLA",
    row: cla,
    more: {
      "open-children": 1,
      cla: 1,
      "cla-visits": [1, 1],
      "cla-care-planning": [1, 1],
      "cla-supervision": [1, 1],
    },
    follows: ["cla-rate"],
  },
  {
    name: "a looked-after child of a team outside the clinic tables",
    sheet: "CLA",
    row: (council) => ({ ...cla(council), "Allocated Team": "Through Care" }),
    more: { "open-children": 1, cla: 1 },
    follows: ["cla-rate"],
  },
  {
    name: "a child who came into care in the last week: no care plan is due",
    sheet: "CLA",
    row: (council) => ({
      ...CHILD,
      ...CLINIC,
      "Date Started to be Looked After": plus(council.to, -6),
      "Visit Frequency (days)": 42,
    }),
    more: { "open-children": 1, cla: 1, "cla-visits": [1, 1], "cla-supervision": [1, 1] },
    follows: ["cla-rate"],
  },
  {
    name: "a care leaver",
    sheet: "Care Leavers",
    row: (council) => ({ ...CHILD, "Start Date": longAgo(council) }),
    more: { "open-children": 1 },
  },
  {
    name: "an allocation",
    sheet: "Allocations",
    row: () => ({ ...CHILD, "Worker ID": "W99", "Qualifying Status": "SW", Allocated_Team: "Duty" }),
    more: {},
  },
];

test.each(ADDITIONS.map((addition) => [`${addition.sheet}: ${addition.name}`, addition] as const))(
  "%s",
  (_, addition) => {
    fc.assert(
      fc.property(councils(), (council) => {
        const values = workbookOf(council);
        // Within the next month, so that the extracts are of the reporting month, whatever dates they hold.
        const today = day(council.to) + 20;
        const before = calculateClinic(values, today);
        const after = calculateClinic(withRow(values, addition, council), today);
        const skipped = new Set(addition.follows);
        const expected = added(figuresIn(before), addition.more);
        for (const [id, figure] of Object.entries(figuresIn(after)))
          if (!skipped.has(id)) expect([id, figure]).toEqual([id, expected[id]]);
        if (addition.sheet !== "Allocations") expect(caseloadsIn(after)).toEqual(caseloadsIn(before));
      }),
      { numRuns: 8 },
    );
  },
);

test("an allocation more is one line more, of the worker's own team", () => {
  const [addition] = ADDITIONS.filter(({ sheet }) => sheet === "Allocations");
  fc.assert(
    fc.property(councils(), (council) => {
      const values = workbookOf(council);
      const lines = (from: WorkbookValues) => caseloadsIn(calculateClinic(from, day(council.to) + 20)) ?? {};
      const before = lines(values);
      const after = lines(withRow(values, addition!, council));
      for (const [id, rows] of Object.entries(after))
        expect(rows.length - (before[id]?.length ?? 0)).toBe(id === "caseloads-bit" ? 1 : 0);
      expect(after["caseloads-bit"]).toContain("1 SW Duty");
    }),
    { numRuns: 30 },
  );
});

test("the rates follow their counts", () => {
  fc.assert(
    fc.property(councils(), (council) => {
      const figures = figuresIn(calculateClinic(workbookOf(council), day(council.to) + 20));
      const rate = (count: number) => (count / council.population) * 10_000;
      const s47 = council.s47Before.reduce((sum, count) => sum + count, Number(figures["s47-completed"]));
      expect(figures["cp-rate"]).toBeCloseTo(rate(Number(figures["cp"])), 9);
      expect(figures["cla-rate"]).toBeCloseTo(rate(Number(figures["cla"])), 9);
      expect(figures["s47-rolling-rate"]).toBeCloseTo(rate(s47), 9);
    }),
  );
});

function withRow(values: WorkbookValues, { sheet, row }: Addition, council: Council): WorkbookValues {
  const cells = row(council);
  const longer = (found: SheetValues): SheetValues => {
    const headings = found.rows[0]!.map(String);
    for (const heading of Object.keys(cells)) if (!headings.includes(heading)) throw new RangeError(heading);
    return { ...found, rows: [...found.rows, headings.map((heading) => cellOf(cells[heading] ?? ""))] };
  };
  return { ...values, sheets: values.sheets.map((found) => (found.name === sheet ? longer(found) : found)) };
}

function cellOf(value: CellValue): CellValue {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value;
}

function added(figures: Readonly<Record<string, Figure>>, more: More): Readonly<Record<string, Figure>> {
  const sums = Object.entries(more).map(([id, by]): [string, Figure] => {
    const figure = figures[id] ?? null;
    if (typeof by === "number") return [id, Number(figure) + by];
    const [denominator, numerator] = figure as readonly [number, number];
    return [id, [denominator + by[0], numerator + by[1]]];
  });
  return { ...figures, ...Object.fromEntries(sums) };
}
