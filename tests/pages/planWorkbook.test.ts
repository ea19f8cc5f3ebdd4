import { checkPlan } from "../../src/pages/checkPlan";
import { calculatePlan } from "../support/calculatePlan";
import { publishedReport } from "../support/publishedReport";
import { planOf } from "../support/reportOf";

test("the sample's pack breaks no rule", () => {
  expect(checkPlan(planOf(publishedReport()))).toEqual([]);
});

test("every formula comes to what the report says", () => {
  const { formulas } = calculatePlan(planOf(publishedReport()));
  expect(formulas.length).toBeGreaterThan(500);
  const wrong = formulas.filter(({ expected, result }) => !same(expected, result));
  expect(wrong.slice(0, 5)).toEqual([]);
});

function same(expected: unknown, result: unknown): boolean {
  return typeof expected === "number" && typeof result === "number"
    ? Math.abs(expected - result) < 1e-9
    : expected === result;
}
