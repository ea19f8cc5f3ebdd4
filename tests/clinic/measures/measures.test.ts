import fc from "fast-check";
import { createCalendar } from "../../../src/clinic/calendar/workingDays";
import {
  inTime,
  percent,
  rag,
  rate,
  roundHalfUp,
  shown,
  travel,
  trend,
} from "../../../src/clinic/measures/measures";
import { day } from "../../support/madeList";

describe("percents and rates", () => {
  it("has no percent of nothing", () => {
    expect(percent(0, 0)).toBeNull();
    expect(percent(0, 4)).toBe(0);
    expect(percent(1, 8)).toBe(12.5);
  });

  it("has no rate without a population", () => {
    expect(rate(345, 49_300)).toBeCloseTo(69.979716, 6);
    expect(rate(345, null)).toBeNull();
    expect(rate(345, 0)).toBeNull();
    expect(rate(3, 1000, 1000)).toBe(3);
  });

  it.each([
    [6.25, 1, 6.3],
    [1.005, 2, 1.01],
    [0.05, 1, 0.1],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [-0.04, 1, 0],
    [1e-7, 1, 0],
    [1e21, 1, 1e21],
    [69.5, 0, 70],
    [69.49999, 0, 69],
  ])("rounds %d to %d places as %d", (value, decimals, expected) => {
    expect(roundHalfUp(value, decimals)).toBe(expected);
  });

  it("shows every percent of whole numbers as integer arithmetic does", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), fc.nat(), (denominator, seed) => {
        const numerator = seed % (denominator + 1);
        const exact =
          Number((2000n * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator))) / 10;
        expect(shown("percent", percent(numerator, denominator))).toBe(exact);
      }),
      { numRuns: 2000 },
    );
  });

  it("shows halves of a tenth upwards, however the quotient is stored", () => {
    for (let tenths = 0; tenths < 1000; tenths++) {
      expect(shown("percent", percent(2 * tenths + 1, 2000))).toBe((tenths + 1) / 10);
    }
  });

  it("shows counts and rates without decimals", () => {
    expect(shown("rate", 69.5)).toBe(70);
    expect(shown("count", 14)).toBe(14);
    expect(shown("percent", null)).toBeNull();
  });
});

describe("trend and direction of travel", () => {
  it("shows the raw movement", () => {
    expect(trend(71, 70)).toBe("down");
    expect(trend(70, 71)).toBe("up");
    expect(trend(70, 70)).toBe("flat");
    expect(trend(null, 70)).toBeNull();
    expect(trend(70, null)).toBeNull();
  });

  it.each([
    [71, 70, "lower", 60, "improving"],
    [70, 71, "lower", 60, "worsening"],
    [71, 70, "higher", 60, "worsening"],
    [70, 71, "higher", null, "improving"],
    [70, 70, "higher", 60, "same"],
    [90.1, 89.9, "near", 90, "same"],
    [90.2, 89.9, "near", 90, "improving"],
    [55, 66, "near", 60, "worsening"],
  ] as const)("%d → %d where %s is better: %s", (previous, current, better, target, expected) => {
    expect(travel(previous, current, better, target)).toBe(expected);
  });

  it("says nothing where nothing can be said", () => {
    expect(travel(null, 70, "lower", 60)).toBeNull();
    expect(travel(71, 70, null, 60)).toBeNull();
    expect(travel(71, 70, "near", null)).toBeNull();
  });
});

describe("RAG", () => {
  it.each([
    [90, 90, "higher", 5, "green"],
    [89.9, 90, "higher", 5, "amber"],
    [85, 90, "higher", 5, "amber"],
    [84.9, 90, "higher", 5, "red"],
    [85.3, 90.3, "higher", 5, "amber"],
    [60, 60, "lower", 5, "green"],
    [65, 60, "lower", 5, "amber"],
    [66, 60, "lower", 5, "red"],
    [0, 0, "lower", null, "green"],
    [1, 0, "lower", null, "red"],
    [1, 0, "lower", 1, "amber"],
    [60, 60, "near", 5, "green"],
    [56, 60, "near", 5, "amber"],
    [66, 60, "near", 5, "red"],
    [89.9, 90, "higher", null, "red"],
    [89.9, 90, "higher", 0, "red"],
  ] as const)("%d against %d (%s, amber within %p) is %s", (value, target, better, amber, expected) => {
    expect(rag(value, target, better, amber)).toBe(expected);
  });

  it("is not given without a figure, a target or a better direction", () => {
    expect(rag(null, 90, "higher", 5)).toBeNull();
    expect(rag(90, null, "higher", 5)).toBeNull();
    expect(rag(90, 90, null, 5)).toBeNull();
  });
});

describe("within the last …", () => {
  const calendar = createCalendar([]);
  const asAt = day("2023-07-31");

  it("counts days with the last one in", () => {
    expect(inTime(asAt - 42, asAt, 42, "days", calendar)).toBe(true);
    expect(inTime(asAt - 43, asAt, 42, "days", calendar)).toBe(false);
    expect(inTime(asAt, asAt, 0, "days", calendar)).toBe(true);
  });

  it("does not take a date after the as-at date, nor none", () => {
    expect(inTime(asAt + 1, asAt, 42, "days", calendar)).toBe(false);
    expect(inTime(0, asAt, 42, "days", calendar)).toBe(false);
  });

  it("counts working days, which weekends and bank holidays do not add to", () => {
    expect(inTime(day("2023-07-17"), asAt, 10, "working days", calendar)).toBe(true);
    expect(inTime(day("2023-07-14"), asAt, 10, "working days", calendar)).toBe(false);
    // Saturday to Tuesday over the August bank holiday: one working day.
    expect(inTime(day("2023-08-26"), day("2023-08-29"), 1, "working days", calendar)).toBe(true);
    expect(inTime(day("2023-08-24"), day("2023-08-28"), 1, "working days", calendar)).toBe(true);
    expect(inTime(day("2023-08-24"), day("2023-08-29"), 1, "working days", calendar)).toBe(false);
  });
});
