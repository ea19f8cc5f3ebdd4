import * as fc from "fast-check";
import {
  addMonths,
  monthInWords,
  monthLabel,
  monthStart,
  monthsUpTo,
} from "../../../src/clinic/calendar/months";
import { readMonth, readMonthHeadings } from "../../../src/clinic/calendar/readMonth";
import { serialOf } from "../../../src/clinic/calendar/serials";

describe("one month", () => {
  test.each([
    "Jul-22",
    "Jul 22",
    "Jul '22",
    "JUL22",
    "July 2022",
    "July, 2022",
    "Jul-2022",
    "Jul.-22",
    "22-Jul",
    "2022 Jul",
    "2022-07",
    "2022/7",
    "2022.07",
    "07/2022",
    "7-2022",
    "31/07/2022",
    "2022-07-31",
    "1 July 2022",
    "\u00a0July\u00a02022 ",
    "Month ending 31/07/2022",
    "Jul-22 (restated)",
    "Jul-22*",
    "Jul-22 revised",
  ])("%p is July 2022", (text) => {
    expect(readMonth(text, false)).toBe("2022-07");
  });

  test("serials in both date systems", () => {
    expect(readMonth(serialOf(2022, 7, 1), false)).toBe("2022-07");
    expect(readMonth(serialOf(2022, 7, 31) + 0.5, false)).toBe("2022-07");
    expect(readMonth(serialOf(2022, 7, 1) - 1462, true)).toBe("2022-07");
  });

  test.each([
    "",
    "Total",
    "Indicator",
    "Q1 2022",
    "2022",
    "202207",
    "13/2022",
    "00/2022",
    "Jly 22",
    "22",
    true,
    12,
    0,
    202207,
    "May",
  ])("%p is no month", (cell) => {
    expect(readMonth(cell, false)).toBeNull();
  });

  test("what is written out is read back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 * 50 - 1 }), (offset) => {
        const month = addMonths("2000-01", offset);
        const forms = [month, monthLabel(month), monthInWords(month), monthStart(month)];
        for (const form of forms) expect([form, readMonth(form, false)]).toEqual([form, month]);
      }),
    );
  });
});

describe("a row of headings", () => {
  const turnedBy = (months: readonly string[], typedIn: number): number[] =>
    months.map((m) => serialOf(typedIn, Number(m.slice(5)), Number(m.slice(2, 4))));
  const year = monthsUpTo("2023-06", 12);

  test("Jul-22 that Excel made 22 July this year is read as typed", () => {
    const read = readMonthHeadings(["Indicator", ...turnedBy(year, 2023)], false);
    expect(read).toEqual({ months: [null, ...year], turned: true });
  });

  test("also in the 1904 system, newest first, typed over two years, among text months and other columns", () => {
    const headings = turnedBy(year, 2025);
    expect(
      readMonthHeadings(
        headings.map((h) => h - 1462),
        true,
      ).months,
    ).toEqual(year);
    expect(readMonthHeadings([...headings].reverse(), false).months).toEqual([...year].reverse());
    const mixed = [...turnedBy(year.slice(0, 6), 2022), "Jan-23", ...turnedBy(year.slice(7), 2023), "Target"];
    expect(readMonthHeadings(mixed, false)).toEqual({ months: [...year, null], turned: true });
  });

  test("a single calendar year, where both readings run on, is read as typed", () => {
    const months = monthsUpTo("2023-12", 12);
    const typed = turnedBy(months, 2025);
    expect(readMonthHeadings(typed, false)).toEqual({ months, turned: true });
    expect(readMonthHeadings(typed, false, "2024-01").months).toEqual(months);
    expect(readMonthHeadings(typed, false, "2025-12").turned).toBe(false);
  });

  test.each([
    ["firsts of the month", year.map(monthStart)],
    ["firsts of one year's months", monthsUpTo("2022-12", 12).map(monthStart)],
    ["last days of the month", year.map((m) => monthStart(addMonths(m, 1)) - 1)],
    ["text", year.map(monthLabel)],
  ])("%s stand as they are", (_name, headings) => {
    const read = readMonthHeadings(headings, false);
    expect(read.turned).toBe(false);
    expect(read.months).toEqual(headings.map((h) => readMonth(h, false)));
  });

  test("mid-month days of the months before the reporting month are what they say", () => {
    const days = monthsUpTo("2023-06", 6).map((m) => monthStart(m) + 14);
    expect(readMonthHeadings(days, false, "2023-07")).toEqual({
      months: monthsUpTo("2023-06", 6),
      turned: false,
    });
  });

  test("days that do not run on, and a single day, stand as they are", () => {
    const gap = turnedBy(["2022-07", "2022-09", "2022-10"], 2023);
    expect(readMonthHeadings(gap, false)).toEqual({
      months: ["2023-07", "2023-09", "2023-10"],
      turned: false,
    });
    expect(readMonthHeadings(turnedBy(["2022-07"], 2023), false).turned).toBe(false);
  });

  test("any run of months that Excel could turn is read back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 12 * 12 }),
        fc.integer({ min: 2, max: 13 }),
        fc.integer({ min: 2024, max: 2035 }),
        (offset, length, typedIn) => {
          const months = monthsUpTo(addMonths("2012-01", offset), length).filter((m) => m >= "2011-01");
          fc.pre(months.length >= 2);
          expect(readMonthHeadings(turnedBy(months, typedIn), false).months).toEqual(months);
        },
      ),
    );
  });
});
