import { problemOf, problemReport } from "../../src/taskpane/state/problem";

test("an error that is no problem of the workbook's never shows its message", () => {
  const problem = problemOf(new TypeError("cannot read C123456 of row 7"));
  expect(JSON.stringify(problem)).not.toContain("C123456");
  expect(problem.details).toBe("Unexpected error: TypeError");
});

test("a problem passes as it is, and its report holds all of it", () => {
  const problem = {
    sentence: "Excel is busy.",
    whatToDo: "Try again.",
    details: "Code Busy, while reading.",
  };
  expect(problemOf(problem)).toBe(problem);
  const report = problemReport(problem, "build", new Date(Date.UTC(2023, 7, 2, 9, 30)));
  expect(report).toContain("Excel is busy.");
  expect(report).toContain("Try again.");
  expect(report).toContain("Code Busy, while reading.");
  expect(report).toContain("2023-08-02T09:30:00.000Z");
});
