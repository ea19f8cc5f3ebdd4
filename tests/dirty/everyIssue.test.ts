/** No issue that the add-in can raise goes without a dirty workbook that raises it. */
import fs from "node:fs";
import path from "node:path";
import { RULES } from "../../src/clinic/issues/rulesCatalogue";
import { CORPUS } from "./corpus";

const CLINIC = path.resolve(__dirname, "../../src/clinic");

/** Settings and past figures word their issues where they find them: code and severity stand side by side. */
const CODES = [
  /"(?:error|query)",\s*"([a-z0-9-]+)"/g,
  /queryEntry\(\s*(?:\{[^}]*\}|[\w.]+),\s*"([a-z0-9-]+)"/g,
  /\bcode: "([a-z0-9-]+)"/g,
];

function codesIn(folder: string): string[] {
  return fs
    .readdirSync(path.join(CLINIC, folder))
    .map((file) => fs.readFileSync(path.join(CLINIC, folder, file), "utf8"))
    .flatMap((source) => CODES.flatMap((pattern) => [...source.matchAll(pattern)].map(([, code]) => code!)));
}

const raised = new Set(CORPUS.flatMap(({ issues }) => issues.map((issue) => issue.split(" ")[1])));
const known = new Set([...Object.keys(RULES), ...codesIn("settings"), ...codesIn("past")]);

test("the codes of settings and past figures are found", () => {
  expect(known).toContain("closure-outside-built-in-years");
  expect(known).toContain("past-figures-contradict");
  expect(known.size).toBeGreaterThan(Object.keys(RULES).length + 10);
});

test.each([...known].sort())("%s", (code) => {
  expect(raised).toContain(code);
});

test("no case waits for an issue that does not exist", () => {
  expect([...raised].filter((code) => !known.has(code!))).toEqual([]);
});
