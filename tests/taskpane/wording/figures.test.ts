import fc from "fast-check";
import { changeInWords, changeText, figureText, targetText } from "../../../src/taskpane/wording/figures";

test("figures are shown as the pack shows them", () => {
  expect(figureText(87.5, "percent")).toBe("87.5%");
  expect(figureText(90.25, "percent")).toBe("90.3%");
  expect(figureText(60.5, "rate")).toBe("61");
  expect(figureText(2224, "count")).toBe("2,224");
  expect(figureText(null, "percent")).toBe("not available");
});

test("a target is shown as typed, and a target of 0 is a target", () => {
  expect(targetText(92.5, "percent")).toBe("92.5%");
  expect(targetText(0, "rate")).toBe("0");
  expect(targetText(null, "rate")).toBe("none");
});

test("change is between the figures as shown", () => {
  expect(changeText(90.3, 88.2, "percent")).toBe("up 2.1 points");
  expect(changeText(88.2, 90.3, "percent")).toBe("down 2.1 points");
  expect(changeText(60.6, 61.4, "rate")).toBe("no change");
  expect(changeText(60, null, "rate")).toBeNull();
});

test("a figure and its change agree whatever the figures are", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }), (now, before) => {
      const change = changeText(now / 10, before / 10, "percent");
      if (now === before) return change === "no change";
      return change === `${now > before ? "up" : "down"} ${(Math.abs(now - before) / 10).toFixed(1)} points`;
    }),
  );
});

test("direction of travel stands beside the change, with its word", () => {
  expect(changeInWords({ value: 70, previous: 71, kind: "rate", travel: "improving" })).toBe(
    "Down 1 on last month, ↑\u00a0improving.",
  );
  expect(changeInWords({ value: 70, previous: 71, kind: "rate", travel: null })).toBe(
    "Down 1 on last month.",
  );
  expect(changeInWords({ value: 70, previous: null, kind: "rate", travel: null })).toBe(
    "No figure last month.",
  );
});
