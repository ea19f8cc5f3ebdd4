import { dateOrBlank, numberOrBlank, threshold, wholeAboveZero } from "../../../src/taskpane/wording/entries";
import { dateAndTime, shortDate, typedDate } from "../../../src/taskpane/wording/dates";

test("a target may be typed with a percent sign or a comma, or left blank", () => {
  expect(numberOrBlank("90%")).toEqual({ value: 90 });
  expect(numberOrBlank("49,300")).toEqual({ value: 49300 });
  expect(numberOrBlank("61.5")).toEqual({ value: 61.5 });
  expect(numberOrBlank("0")).toEqual({ value: 0 });
  expect(numberOrBlank("")).toEqual({ value: null });
});

test.each(["ninety", "-5", "9 0", "1,2", "1e999"])("%p is refused with what to type instead", (text) => {
  expect(numberOrBlank(text)).toHaveProperty("wrong");
});

test("a caseload threshold is a whole number of one or more", () => {
  expect(wholeAboveZero("18")).toEqual({ value: 18 });
  for (const text of ["", "0", "2.5", "-3", "lots"]) expect(wholeAboveZero(text)).toHaveProperty("wrong");
});

test("a date is read day first, as a serial", () => {
  expect(dateOrBlank("31/07/2023")).toEqual({ value: 45138 });
  expect(dateOrBlank("31 July 2023")).toEqual({ value: 45138 });
  expect(dateOrBlank(typedDate(45138))).toEqual({ value: 45138 });
  expect(dateOrBlank("")).toEqual({ value: null });
  expect(dateOrBlank("31/7")).toHaveProperty("wrong");
});

test("dates and times are British", () => {
  expect(shortDate(45138)).toBe("31 Jul 2023");
  expect(dateAndTime(45138 + 14 / 24 + 5 / 1440)).toBe("31 July 2023 at 14:05");
});

test("a threshold may be expressly none, or blank for its starting value", () => {
  expect(threshold("None")).toEqual({ value: "none" });
  expect(threshold("")).toEqual({ value: null });
  expect(threshold("62.5%")).toEqual({ value: 62.5 });
  expect(threshold("lots")).toHaveProperty("wrong");
});
