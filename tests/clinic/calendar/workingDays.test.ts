import * as fc from "fast-check";
import { BANK_HOLIDAYS } from "../../../src/clinic/calendar/bankHolidays.generated";
import { serialOf } from "../../../src/clinic/calendar/serials";
import { createCalendar } from "../../../src/clinic/calendar/workingDays";

const calendar = createCalendar([]);
const day = (iso: string): number => {
  const [y, m, d] = iso.split("-").map(Number);
  return serialOf(y!, m!, d!);
};

/** Published by the government for England and Wales, 2018 to 2024. */
const PUBLISHED = `2018-01-01 2018-03-30 2018-04-02 2018-05-07 2018-05-28 2018-08-27 2018-12-25 2018-12-26
2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26
2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28
2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28
2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27
2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26
2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26`.split(/\s+/);

/** 2015–2035, with room at both ends for what is added. */
const inBuiltInYears = fc.integer({ min: day("2015-06-01"), max: day("2035-06-01") });
const closures = fc.array(inBuiltInYears, { maxLength: 30 });

describe("bank holidays", () => {
  test("are the published weekdays of 2018 to 2024, no more and no fewer", () => {
    const built = BANK_HOLIDAYS.filter(([y]) => y >= 2018 && y <= 2024).map(([y, m, d]) => serialOf(y, m, d));
    expect(built).toEqual(PUBLISHED.map(day));
  });

  test("have the one-off days and not the days that they replaced", () => {
    const oneOff = ["2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"];
    for (const iso of oneOff) expect([iso, calendar.isWorkingDay(day(iso))]).toEqual([iso, false]);
    for (const iso of ["2020-05-04", "2022-05-30"]) expect(calendar.isWorkingDay(day(iso))).toBe(true);
  });

  test.each([
    ["2027-12-27", "2027-12-28"],
    ["2032-12-27", "2032-12-28"],
  ])("give substitute days for a weekend Christmas (%s, %s)", (first, second) => {
    expect([first, second].map((iso) => calendar.isWorkingDay(day(iso)))).toEqual([false, false]);
  });

  test("are eight or more in each of the years 2015 to 2035", () => {
    for (let year = 2015; year <= 2035; year++) {
      expect(BANK_HOLIDAYS.filter(([y]) => y === year).length).toBeGreaterThanOrEqual(8);
    }
  });
});

describe("working days", () => {
  test("counts as a calendar on the wall does", () => {
    // Thursday before Easter 2023 to the Wednesday after: Thursday out, Good Friday and Monday out.
    expect(calendar.workingDaysBetween(day("2023-04-06"), day("2023-04-12"))).toBe(2);
    expect(calendar.workingDaysBetween(day("2023-04-12"), day("2023-04-06"))).toBe(-2);
    expect(calendar.addWorkingDays(day("2023-04-06"), 1)).toBe(day("2023-04-11"));
    expect(calendar.addWorkingDays(day("2023-04-11"), -1)).toBe(day("2023-04-06"));
    expect(calendar.addWorkingDays(day("2023-07-01"), 0)).toBe(day("2023-07-01"));
    expect(calendar.addWorkingDays(day("2023-07-01"), 20)).toBe(day("2023-07-28"));
  });

  test("leaves out the start in both directions, working day or not", () => {
    expect(calendar.workingDaysBetween(day("2023-07-03"), day("2023-06-30"))).toBe(-1);
    expect(calendar.workingDaysBetween(day("2023-07-01"), day("2023-06-30"))).toBe(-1);
    expect(calendar.workingDaysBetween(day("2023-07-03"), day("2023-07-01"))).toBe(0);
    expect(calendar.workingDaysBetween(day("2023-07-03"), day("2023-07-03"))).toBe(0);
  });

  test("keeps a due day over the weekend that follows it", () => {
    const visit = day("2023-07-14");
    expect(calendar.kept(visit, day("2023-07-28"))).toBe(10);
    expect(calendar.kept(visit, day("2023-07-30"))).toBe(10);
    expect(calendar.kept(visit, day("2023-07-31"))).toBe(11);
    expect(calendar.kept(visit, day("2023-07-13"))).toBe(0);
  });

  test("takes local closures, wherever they fall", () => {
    const closed = createCalendar([day("2023-07-03"), day("2023-07-03"), day("2023-07-08"), 5, 999_999]);
    expect(closed.isWorkingDay(day("2023-07-03"))).toBe(false);
    expect(closed.addWorkingDays(day("2023-06-30"), 1)).toBe(day("2023-07-04"));
    expect(closed.workingDaysBetween(day("2023-07-03"), day("2023-07-10"))).toBe(5);
  });

  test("knows weekends on every day that Excel has", () => {
    for (const iso of ["1905-03-06", "1949-12-30", "1950-01-02", "2079-12-29", "2080-01-01", "2150-06-01"]) {
      const start = day(iso);
      expect([iso, calendar.workingDaysBetween(start, start + 7)]).toEqual([iso, 5]);
      expect([iso, calendar.addWorkingDays(start, 5)]).toEqual([iso, start + 7]);
      expect([iso, calendar.addWorkingDays(start, -5)]).toEqual([iso, start - 7]);
    }
  });

  test("adding and counting undo each other, on any closures", () => {
    fc.assert(
      fc.property(inBuiltInYears, fc.integer({ min: -120, max: 120 }), closures, (start, n, closed) => {
        const local = createCalendar(closed);
        const end = local.addWorkingDays(start, n);
        expect(local.workingDaysBetween(start, end)).toBe(n);
        if (n !== 0) expect(local.isWorkingDay(end)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("counting agrees with walking day by day", () => {
    fc.assert(
      fc.property(inBuiltInYears, fc.integer({ min: 0, max: 60 }), (start, length) => {
        const holidays = new Set(BANK_HOLIDAYS.map(([y, m, d]) => serialOf(y, m, d)));
        let walked = 0;
        for (let at = start + 1; at <= start + length; at++) if (at % 7 > 1 && !holidays.has(at)) walked++;
        expect(calendar.kept(start, start + length)).toBe(walked);
        expect(calendar.workingDaysBetween(start, start + length)).toBe(walked);
        expect(calendar.index(start + length) - calendar.index(start)).toBe(walked);
      }),
    );
  });
});
