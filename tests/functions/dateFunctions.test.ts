import fc from "fast-check";
import { createCalendar } from "../../src/clinic/calendar/workingDays";
import { DAYS_1904, serialOf } from "../../src/clinic/calendar/serials";
import {
  daysWith,
  dueDateOfCells,
  inTimeOfCells,
  monthEndOfCells,
  workingDaysOfCells,
} from "../../src/functions/dateFunctions";
import { startExcelClient } from "./excelClient";

beforeAll(() => {
  startExcelClient();
});

const codeOf = (calculate: () => unknown): string => {
  try {
    calculate();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return "no error";
};

const days = () => daysWith(null, false);
const jul = (day: number): number => serialOf(2023, 7, day);

describe("WORKINGDAYS", () => {
  it("leaves out the start and has the end; negative backwards", () => {
    expect(workingDaysOfCells(days(), jul(3), jul(7))).toBe(4);
    expect(workingDaysOfCells(days(), jul(7), jul(3))).toBe(-4);
    expect(workingDaysOfCells(days(), jul(8), jul(8))).toBe(0);
    expect(workingDaysOfCells(days(), serialOf(2023, 8, 25), serialOf(2023, 8, 29))).toBe(1); // August bank holiday
  });

  it("reads dates as text, day first, and serials as text", () => {
    expect(workingDaysOfCells(days(), "03/07/2023", "7 July 2023")).toBe(4);
    expect(workingDaysOfCells(days(), String(jul(3)), "2023-07-07")).toBe(4);
    expect(codeOf(() => workingDaysOfCells(days(), "soon", jul(3)))).toBe("#VALUE!");
    expect(codeOf(() => workingDaysOfCells(days(), -1, jul(3)))).toBe("#NUM!");
    expect(codeOf(() => workingDaysOfCells(days(), 3_000_000, jul(3)))).toBe("#NUM!");
  });

  it("takes local closures from a range, blanks and text dates among them", () => {
    const closed = daysWith([[jul(4)], [""], ["05/07/2023"], [jul(4)]], false);
    expect(workingDaysOfCells(closed, jul(3), jul(7))).toBe(2);
    expect(codeOf(() => daysWith([["not a day"]], false))).toBe("#VALUE!");
  });

  it("counts as the pack's calendar counts", () => {
    const calendar = createCalendar([]);
    const day = fc.integer({ min: serialOf(2015, 1, 1), max: serialOf(2035, 12, 31) });
    fc.assert(
      fc.property(day, day, (start, end) => {
        expect(workingDaysOfCells(days(), start, end)).toBe(calendar.workingDaysBetween(start, end));
      }),
    );
  });
});

describe("DUEDATE", () => {
  it("is the working day so many on", () => {
    expect(dueDateOfCells(days(), jul(3), 20)).toBe(serialOf(2023, 7, 31));
    expect(dueDateOfCells(days(), jul(31), -20)).toBe(jul(3));
    expect(dueDateOfCells(days(), jul(1), 2.9)).toBe(jul(4));
    expect(codeOf(() => dueDateOfCells(days(), 2, -10))).toBe("#NUM!");
  });

  it("is what WORKINGDAYS then counts, every day of 2015 to 2035, with closures", () => {
    const first = serialOf(2015, 1, 1);
    const last = serialOf(2035, 12, 31);
    const closures = fc.array(fc.integer({ min: first, max: last }), { maxLength: 20 });
    const count = fc.integer({ min: -300, max: 300 }).filter((n) => n !== 0);
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), count, closures, (start, n, closed) => {
        const with_ = daysWith([closed], false);
        const due = dueDateOfCells(with_, start, n);
        expect(with_.calendar.isWorkingDay(due as number)).toBe(true);
        expect(workingDaysOfCells(with_, start, due)).toBe(n);
      }),
      { numRuns: 300 },
    );
    const plain = days();
    for (let start = first; start <= last; start++) {
      for (const n of [1, 10, 15, 20, 45, -1, -20]) {
        if (workingDaysOfCells(plain, start, dueDateOfCells(plain, start, n)) !== n) {
          throw new Error(`${n} working days from ${start} do not come back`);
        }
      }
    }
  });
});

describe("MONTHEND", () => {
  it("is the last day of the month so many on", () => {
    expect(monthEndOfCells(false, jul(3), undefined)).toBe(jul(31));
    expect(monthEndOfCells(false, jul(31), -5)).toBe(serialOf(2023, 2, 28));
    expect(monthEndOfCells(false, "31.01.24", 1)).toBe(serialOf(2024, 2, 29));
    expect(codeOf(() => monthEndOfCells(false, jul(3), 120_000))).toBe("#NUM!");
    expect(codeOf(() => monthEndOfCells(false, jul(3), -3000))).toBe("#NUM!");
  });
});

describe("INTIME", () => {
  it("looks back from the as-at date", () => {
    expect(inTimeOfCells(days(), jul(31) - 42, jul(31), 42, undefined)).toBe(true);
    expect(inTimeOfCells(days(), jul(31) - 43, jul(31), 42, "days")).toBe(false);
    expect(inTimeOfCells(days(), jul(17), jul(31), 10, "working days")).toBe(true);
    expect(inTimeOfCells(days(), jul(14), jul(31), 10, "wd")).toBe(false);
  });

  it("is FALSE for never and for after the as-at date", () => {
    expect(inTimeOfCells(days(), "", jul(31), 42, "")).toBe(false);
    expect(inTimeOfCells(daysWith(null, true), "", 40_000, 99_999, "")).toBe(false);
    expect(inTimeOfCells(days(), jul(31) + 1, jul(31), 42, "")).toBe(false);
  });

  it("refuses what is no unit or timescale", () => {
    expect(codeOf(() => inTimeOfCells(days(), jul(1), jul(31), 42, "weeks"))).toBe("#VALUE!");
    expect(codeOf(() => inTimeOfCells(days(), jul(1), jul(31), -1, ""))).toBe("#NUM!");
  });
});

describe("a workbook that counts from 1904", () => {
  const in1904 = () => daysWith(null, true);

  it("has the same days under lower numbers", () => {
    expect(workingDaysOfCells(in1904(), jul(3) - DAYS_1904, jul(7) - DAYS_1904)).toBe(4);
    expect(workingDaysOfCells(in1904(), "03/07/2023", jul(7) - DAYS_1904)).toBe(4);
    expect(dueDateOfCells(in1904(), jul(3) - DAYS_1904, 20)).toBe(jul(31) - DAYS_1904);
    expect(monthEndOfCells(true, "3 July 2023", 0)).toBe(jul(31) - DAYS_1904);
  });
});
