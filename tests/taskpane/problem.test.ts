import { JSDOM } from "jsdom";
import { problemOf, problemReport, versionOf } from "../../src/taskpane/state/problem";

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
  const report = problemReport(problem, "build", new Date(Date.UTC(2023, 7, 2, 9, 30)), "2.0.0");
  expect(report).toContain("Version: 2.0.0");
  expect(report).toContain("Excel is busy.");
  expect(report).toContain("Try again.");
  expect(report).toContain("Code Busy, while reading.");
  expect(report).toContain("2023-08-02T09:30:00.000Z");
});

test("the version is the one that the page was built with", () => {
  const page = (head: string) => new JSDOM(`<!doctype html><head>${head}</head>`).window.document;
  expect(versionOf(page('<meta name="version" content="2.0.0">'))).toBe("2.0.0");
  expect(versionOf(page(""))).toBe("not known");
});
