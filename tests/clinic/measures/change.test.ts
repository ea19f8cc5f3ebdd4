import { usualChange } from "../../../src/clinic/measures/change";

describe("a change that is about the same", () => {
  it("is up to the median monthly change of the last 12 months, the change in question left out", () => {
    const values = [100, 104, 102, 110, 104, 103, 107, 300];
    expect(usualChange("count", values, 1)).toBe(4);
  });

  it("is never less than what one child makes", () => {
    const steady = Array.from({ length: 13 }, () => 50);
    expect(usualChange("count", steady, 1)).toBe(1);
    expect(usualChange("percent", steady, 100 / 12)).toBeCloseTo(8.33, 2);
  });

  it("is 2 points or 5 % where fewer than six monthly changes are known", () => {
    expect(usualChange("percent", [null, 80, 90, null, 95, 40], 1)).toBe(2);
    expect(usualChange("count", [200, 300], 1)).toBe(10);
    expect(usualChange("count", [null, null, 300], 1)).toBe(1);
  });

  it("passes over months without a figure rather than join their neighbours", () => {
    const values = [10, 12, 14, null, 114, 116, 118, 120, 122, 150];
    expect(usualChange("count", values, 1)).toBe(2);
  });
});
