/** Files as other programs write them: what stands in them is read, and what Excel left in them stays. */
import { buildClinic } from "../../src/excel/buildClinic";
import { openWorkbook } from "../../simulator";
import { valuesAt } from "../simulator/inExcel";
import { figuresIn, issuesIn } from "../dirty/outcome";
import { openCase, reportOfCase } from "./caseFiles";

const CONTACTS = 31;

test("a table without its header row is the user's business: the pack is built", async () => {
  const excel = await openCase("table-header-row-off");
  const outcome = await buildClinic();
  expect(outcome.state).toBe("complete");
  if (outcome.state === "complete") expect(figuresIn(outcome.report)["contacts"]).toBe(CONTACTS);
  expect(await valuesAt("My notes", "A1:B2")).toEqual([
    ["north", 1],
    ["south", 2],
  ]);
  expect((await openWorkbook(await excel.saveXlsx())).workbook.sheets.map(({ name }) => name)).toContain(
    "My notes",
  );
});

test("one stray value in the last column of a sheet does not keep the others from being read", async () => {
  expect(figuresIn(await reportOfCase("stray-value-column-XFD"))["contacts"]).toBe(CONTACTS);
});

test("parts in UTF-16, as Power Query's are, are read and written back", async () => {
  const excel = await openCase("power-query-utf16");
  const report = await reportOfCase("power-query-utf16");
  expect(figuresIn(report)["contacts"]).toBe(CONTACTS);
  await expect(openWorkbook(await excel.saveXlsx())).resolves.toBeDefined();
});

test("a formula that only Excel can do keeps the value that Excel left", async () => {
  const report = await reportOfCase("text-function-of-date-text");
  expect(figuresIn(report)["contacts"]).toBe(CONTACTS);
  expect(issuesIn(report).filter((issue) => issue.startsWith("error"))).toEqual([]);
  const excel = await openCase("text-function-of-date-text");
  const outcome = await buildClinic();
  expect(outcome.state === "complete" && figuresIn(outcome.report)["contacts"]).toBe(CONTACTS);
  (await openWorkbook(await excel.saveXlsx())).install();
  expect(await valuesAt("Contacts", "C2:C3")).toEqual([["01/07/2023"], ["02/07/2023"]]);
});

test("a line break in a formula is one, however the file spells it", async () => {
  const excel = await openCase("xml-crlf-in-formula");
  await buildClinic();
  (await openWorkbook(await excel.saveXlsx())).install();
  expect(await valuesAt("Budget", "B4")).toEqual([[30]]);
});
