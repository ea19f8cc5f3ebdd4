import * as fc from "fast-check";
import {
  addMonths,
  edate,
  monthEnd,
  monthInWords,
  monthLabel,
  monthOf,
  monthsBetween,
  monthStart,
  monthsUpTo,
} from "../../../src/clinic/calendar/months";
import { serialOf } from "../../../src/clinic/calendar/serials";

test("a month has its first and last day", () => {
  expect(monthStart("2023-07")).toBe(45108);
  expect(monthEnd("2023-07")).toBe(45138);
  expect(monthEnd("2024-02")).toBe(serialOf(2024, 2, 29));
  expect(monthOf(45138)).toBe("2023-07");
});

test("months go over the year's end in both directions", () => {
  expect(addMonths("2023-07", -12)).toBe("2022-07");
  expect(addMonths("2023-01", -1)).toBe("2022-12");
  expect(addMonths("2022-12", 1)).toBe("2023-01");
  expect(monthsUpTo("2023-02", 4)).toEqual(["2022-11", "2022-12", "2023-01", "2023-02"]);
});

test("months are shown short and in words", () => {
  expect(monthLabel("2023-07")).toBe("Jul-23");
  expect(monthLabel("2009-01")).toBe("Jan-09");
  expect(monthInWords("2023-07")).toBe("July 2023");
});

test("EDATE keeps the day, or takes the month's last", () => {
  expect(edate(serialOf(2023, 8, 31), -18)).toBe(serialOf(2022, 2, 28));
  expect(edate(serialOf(2023, 7, 31), -18)).toBe(serialOf(2022, 1, 31));
  expect(edate(serialOf(2025, 8, 30), -18)).toBe(serialOf(2024, 2, 29));
  expect(edate(serialOf(2023, 7, 15), 6)).toBe(serialOf(2024, 1, 15));
});

test("adding and counting months undo each other", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6000 }), fc.integer({ min: -600, max: 600 }), (from, count) => {
      const month = addMonths("1960-01", from % 1200);
      expect(monthsBetween(month, addMonths(month, count))).toBe(count);
      expect(monthEnd(month) + 1).toBe(monthStart(addMonths(month, 1)));
    }),
  );
});
