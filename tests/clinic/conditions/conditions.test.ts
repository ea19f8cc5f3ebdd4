import fc from "fast-check";
import { serialOf } from "../../../src/clinic/calendar/serials";
import { createCalendar } from "../../../src/clinic/calendar/workingDays";
import type { CellValue } from "../../../src/clinic/cells/worksheet";
import { headingsIn } from "../../../src/clinic/conditions/condition";
import { meets } from "../../../src/clinic/conditions/meets";
import { parseCondition } from "../../../src/clinic/conditions/parseCondition";

const MONTH_END = serialOf(2023, 7, 31);
const day = serialOf;

/** Whether each row meets the condition; rows by heading. */
function met(
  text: string,
  rows: readonly Readonly<Record<string, CellValue>>[],
  dates: { readonly own?: string; readonly start?: string } = {},
): readonly boolean[] {
  const { condition, fault } = parseCondition(text);
  if (fault) throw new Error(fault.message);
  const serial = (heading: string | undefined) => (row: number) =>
    Number(rows[row]?.[heading ?? ""] ?? 0) || 0;
  const holds = meets(condition, {
    cell: (heading) => (row) => rows[row]?.[heading] ?? "",
    dates: serial,
    ownDate: serial(dates.own),
    start: serial(dates.start),
    child: (row) => Number(rows[row]?.["Child"] ?? row),
    rowCount: rows.length,
    monthEnd: MONTH_END,
    calendar: createCalendar([]),
    date1904: false,
  });
  return rows.map((_, row) => holds(row));
}

const cells = (heading: string, ...values: readonly CellValue[]) =>
  values.map((value) => ({ [heading]: value }));
const fault = (text: string) => parseCondition(text).fault;

describe("a condition", () => {
  test("takes one of several values, without regard to case, spaces and punctuation", () => {
    const rows = cells("Outcome", "Agreed", " agreed  in-part ", "Declined", "", "Not agreed");
    expect(met("Outcome = Agreed; Agreed in part", rows)).toEqual([true, true, false, false, false]);
  });

  test("<> holds for every other cell, a blank one too", () => {
    expect(met("Outcome <> Declined", cells("Outcome", "Agreed", "DECLINED", ""))).toEqual([
      true,
      false,
      true,
    ]);
  });

  test("compares numbers as numbers and dates as dates; what is neither does not meet it", () => {
    expect(met("Placements >= 3", cells("Placements", 3, "4", 2, "", "several"))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    const starts = cells("Start", day(2023, 4, 1), "31/03/2023", "02 Apr 2023", "soon");
    expect(met("Start >= 01/04/2023", starts)).toEqual([true, false, true, false]);
    expect(met("Start = 31/03/2023", starts)).toEqual([false, true, false, false]);
  });

  test("blank and not blank tell spaces and Excel errors from something recorded", () => {
    const rows = cells("Closed", "", "  ", "#N/A", day(2023, 7, 1));
    expect(met("Closed not blank", rows)).toEqual([false, false, false, true]);
    expect(met("Closed is blank", rows)).toEqual([true, true, true, false]);
  });

  test("contains finds words anywhere", () => {
    const rows = cells("Type", "Respite (short break)", "Full time", "");
    expect(met("Type contains respite; weekend", rows)).toEqual([true, false, false]);
  });

  test("Yes is TRUE and No is FALSE", () => {
    expect(met("In touch = Yes", cells("In touch", true, false, "YES"))).toEqual([true, false, true]);
  });

  test("several are joined by and, which may also stand in a value or a heading", () => {
    const both = { Outcome: "Advice and information", "Visits and reviews": 2 };
    expect(met("Outcome = Advice and information", [both])).toEqual([true]);
    expect(met("Visits and reviews >= 2 and Outcome not blank", [both])).toEqual([true]);
    expect(met('Outcome = "Advice and information" and Visits and reviews >= 3', [both])).toEqual([false]);
  });

  test("the headings that are known settle what belongs to a value and what to a heading", () => {
    const text = "Outcome = Advice and information and Visits and reviews >= 2";
    const headings = (known: readonly string[]) =>
      headingsIn(parseCondition(text, (heading) => known.includes(heading)).condition ?? []);
    expect(headings(["Outcome", "Visits and reviews"])).toEqual(["Outcome", "Visits and reviews"]);
    expect(headings(["Outcome", "reviews"])).toEqual(["Outcome", "reviews"]);
    expect(headings([])).toEqual(["Outcome", "reviews"]);
  });

  test("names the headings that it reads", () => {
    const { condition } = parseCondition("A = 1 and B not blank and A <> 2 and open longer than 3 months");
    expect(headingsIn(condition ?? [])).toEqual(["A", "B"]);
  });
});

describe("follows earlier", () => {
  const referrals = [
    { Child: 1, Date: day(2022, 7, 31) },
    { Child: 1, Date: day(2023, 7, 31) },
    { Child: 2, Date: day(2022, 7, 30) },
    { Child: 2, Date: day(2023, 7, 31) },
    { Child: 3, Date: day(2023, 7, 31) },
    { Child: 3, Date: day(2023, 7, 31) },
  ];

  test("counts the day that ends the period, no other child, and no row of the same day", () => {
    const result = met("follows earlier within 12 months of Date", referrals, { own: "Date" });
    expect(result).toEqual([false, true, false, false, false, false]);
  });

  test("may go by another date of the earlier row: the end of an earlier plan", () => {
    const plans = [
      { Child: 1, Start: day(2019, 1, 1), End: day(2021, 7, 3) },
      { Child: 1, Start: day(2023, 7, 3), End: 0 },
      { Child: 2, Start: day(2019, 1, 1), End: day(2021, 7, 2) },
      { Child: 2, Start: day(2023, 7, 3), End: 0 },
    ];
    const result = met("follows earlier within 2 years of End", plans, { own: "Start" });
    expect(result).toEqual([false, true, false, false]);
  });
});

describe("open longer than", () => {
  test("counts days, working days and months to the end of the month", () => {
    const rows = [{ Start: day(2023, 5, 26) }, { Start: day(2023, 5, 25) }, { Start: 0 }];
    const by = (text: string) => met(text, rows, { start: "Start" });
    // 26 May to 31 July 2023: 66 days; 45 working days (29 May was a holiday).
    expect(by("open longer than 66 days")).toEqual([false, true, false]);
    expect(by("open longer than 45 working days")).toEqual([false, true, false]);
    expect(met("open longer than 18 months", [{ Start: day(2022, 1, 31) }, { Start: day(2022, 2, 1) }], { start: "Start" })).toEqual([true, false]); // prettier-ignore
  });
});

describe("what cannot be read", () => {
  test.each([
    "Outcome",
    "Outcome =",
    "= Agreed",
    "Placements >= many",
    "Placements >= 1; 2",
    "contains respite",
    "follows earlier",
    "follows earlier within 12 fortnights of Date",
    "follows earlier within 0 days of Date",
    "follows earlier within 12 months",
    "open longer than a while",
    "A = 1 and open",
  ])("“%s” is a fault that says what to type", (text) => {
    const found = fault(text);
    if (text === "A = 1 and open")
      expect(found).toBeNull(); // “1 and open” is its value
    else expect(found?.fix).toMatch(/^Type .*[=>:]/s);
  });

  test("no text makes it fail, and every clause that it reads can be asked", () => {
    const words = ["A", "=", "<>", ">=", "3", "not blank", "contains", " and ", ";", '"', "follows earlier within", "12 months", "of", "open longer than"]; // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 9 }), (some) => {
        const text = some.join(" ").trim();
        if (text === "") return;
        const { condition } = parseCondition(text);
        if (condition) expect(typeof met(text, [{ A: 3 }])[0]).toBe("boolean");
      }),
    );
  });
});
