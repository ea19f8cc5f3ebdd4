import fc from "fast-check";
import { percent, rag, shown } from "../../src/clinic/measures/measures";
import { overCells, type Result } from "../../src/functions/arrays";
import { divisionByZero, notAvailable } from "../../src/functions/errors";
import { startExcelClient } from "./excelClient";
import {
  percentOfCells,
  ragOfCells,
  rateOfCells,
  travelOfCells,
  trendOfCells,
} from "../../src/functions/measureFunctions";

beforeAll(() => {
  startExcelClient(); // brings CustomFunctions.Error
});

type Function = (...cells: readonly unknown[]) => Result;
const cell = (calculate: Function, ...cells: unknown[]): Result => {
  try {
    return overCells(
      cells.map((one) => (one === undefined ? undefined : [[one]])),
      calculate,
    )[0]![0]!;
  } catch (error) {
    return error as Result;
  }
};
const codeOf = (result: Result): string => (result as unknown as { code: string }).code;

describe("PCT", () => {
  const pct = (...cells: unknown[]) => cell(percentOfCells, ...cells);

  it("divides", () => {
    expect(pct(45, 50)).toBe(0.9);
    expect(pct(0, 7)).toBe(0);
    expect(pct(14, 13)).toBe(14 / 13);
  });

  it("says #DIV/0!, or what it is told to say, when there is nothing to divide by", () => {
    expect(codeOf(pct(1, 0))).toBe("#DIV/0!");
    expect(pct(1, 0, "-")).toBe("-");
    expect(pct(1, 0, 0)).toBe(0);
    expect(pct(45, 50, "-")).toBe(0.9);
  });

  it("takes blank as 0, digits as text as their number, TRUE as 1", () => {
    expect(pct("", 50)).toBe(0);
    expect(codeOf(pct(5, ""))).toBe("#DIV/0!");
    expect(pct("45", " 50 ")).toBe(0.9);
    expect(pct("1,200", "2e3")).toBe(0.6);
    expect(pct("50%", true)).toBe(0.5);
    for (const text of ["x", "1,2", "12 children", ".", "-", "%"])
      expect(codeOf(pct(text, 5))).toBe("#VALUE!");
  });

  it("is the quotient that the sheets' % cells hold, and the pack's percent as shown", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (n, d) => {
        expect(pct(n, d)).toBe(n / d);
        expect(shown("percent", (pct(n, d) as number) * 100)).toBe(shown("percent", percent(n, d)!));
      }),
    );
  });
});

describe("RATE", () => {
  const rate = (...cells: unknown[]) => cell(rateOfCells, ...cells);

  it("is per 10,000 unless told otherwise", () => {
    expect(rate(142, 43_000)).toBe((142 * 10_000) / 43_000);
    expect(rate(142, 43_000, 1000)).toBe((142 * 1000) / 43_000);
  });

  it("has no figure without a population", () => {
    expect(codeOf(rate(1, 0))).toBe("#DIV/0!");
    expect(codeOf(rate(1, ""))).toBe("#DIV/0!");
    expect(codeOf(rate(1, -5))).toBe("#NUM!");
  });
});

describe("TREND and TRAVEL", () => {
  it("point where the figure and performance went", () => {
    expect([cell(trendOfCells, 5, 6), cell(trendOfCells, 6, 5), cell(trendOfCells, 5, 5)]).toEqual([
      "↑",
      "↓",
      "→",
    ]);
    expect(cell(travelOfCells, 71, 70, "lower")).toBe("↑");
    expect(cell(travelOfCells, 71, 70)).toBe("↓");
    expect(cell(travelOfCells, 71, 70, "Higher")).toBe("↓");
    expect(cell(travelOfCells, 10, 14, "near", 15)).toBe("↑");
    expect(cell(travelOfCells, 14, 16, "near", 15)).toBe("→");
  });

  it("needs a target where nearer is better, and a direction it knows", () => {
    expect(codeOf(cell(travelOfCells, 10, 14, "near"))).toBe("#VALUE!");
    expect(codeOf(cell(travelOfCells, 10, 14, "up"))).toBe("#VALUE!");
  });
});

describe("RAG", () => {
  const judged = (...cells: unknown[]) => cell(ragOfCells, ...cells);

  it("judges as the pack does", () => {
    expect(judged(90, 90)).toBe("Green");
    expect(judged(85, 90, "higher", 5)).toBe("Amber");
    expect(judged(85.3, 90.3, "higher", 5)).toBe("Amber");
    expect(judged(84.9, 90, "higher", 5)).toBe("Red");
    expect(judged(85, 90)).toBe("Red");
    expect(judged(0, 0, "lower")).toBe("Green");
    expect(judged("", 90)).toBe("Red");
    expect(codeOf(judged(1, 90, "higher", -1))).toBe("#NUM!");
  });

  it("never worsens as the value gets better", () => {
    const rank: Record<string, number> = { Red: 0, Amber: 1, Green: 2 };
    const figure = fc.double({ min: -200, max: 200, noNaN: true });
    fc.assert(
      fc.property(
        figure,
        figure,
        figure,
        fc.double({ min: 0, max: 50, noNaN: true }),
        (a, b, target, amber) => {
          const [less, more] = a <= b ? [a, b] : [b, a];
          const word = (value: number, better: string) =>
            rank[judged(value, target, better, amber) as string]!;
          expect(word(more, "higher")).toBeGreaterThanOrEqual(word(less, "higher"));
          expect(word(more, "lower")).toBeLessThanOrEqual(word(less, "lower"));
        },
      ),
    );
  });

  it("gives the pack's own word for every figure", () => {
    const figure = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
    const better = fc.constantFrom("higher" as const, "lower" as const, "near" as const);
    fc.assert(
      fc.property(figure, figure, better, fc.option(figure), (value, target, betterWhen, amber) => {
        const word = rag(value, target, betterWhen, amber)!;
        expect(judged(value, target, betterWhen, amber ?? "")).toBe(word[0]!.toUpperCase() + word.slice(1));
      }),
    );
  });
});

describe("over ranges", () => {
  const column = (...cells: unknown[]): unknown[][] => cells.map((one) => [one]);

  it("spills, a cell at a time", () => {
    expect(overCells([column(1, 2, 3), column(2, 2, 4), undefined], percentOfCells)).toEqual([
      [0.5],
      [1],
      [0.75],
    ]);
  });

  it("stretches cells, rows and columns as Excel does", () => {
    expect(overCells([column(1, 2), [[10, 100]], null], percentOfCells)).toEqual([
      [0.1, 0.01],
      [0.2, 0.02],
    ]);
    expect(overCells([column(1, 2), [[4]], null], percentOfCells)).toEqual([[0.25], [0.5]]);
  });

  it("gives #N/A where a range does not reach", () => {
    const [first, second, third] = overCells([column(1, 2, 3), column(2, 2), null], percentOfCells).flat();
    expect([first, second]).toEqual([0.5, 1]);
    expect(codeOf(third!)).toBe("#N/A");
  });

  it("lets one bad cell spoil one result, and passes an input error through", () => {
    const input = notAvailable("from the extract");
    const results = overCells([column(1, input, "x", 4), [[2]], null], percentOfCells).flat();
    expect(results[0]).toBe(0.5);
    expect(results[1]).toBe(input);
    expect(codeOf(results[2]!)).toBe("#VALUE!");
    expect(results[3]).toBe(2);
  });

  it("throws the error of a single cell, so that Excel shows its message", () => {
    const input = divisionByZero();
    expect(() => overCells([[[input]], [[2]], null], percentOfCells)).toThrow(input as unknown as Error);
    expect(() => overCells([[["x"]], [[2]], null], percentOfCells)).toThrow(
      "The numerator must be a number.",
    );
  });

  it("never repeats in a message what stands in the cell", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{12}$/), (text) => {
        const error = cell(rateOfCells, text, 5) as unknown as Error;
        expect(error.message).not.toContain(text);
      }),
    );
  });
});
