import { whyBlockStays, whyCellStays } from "../../../src/excel/sharing/whatStays";

const block = (...values: (string | number)[]) => ({
  values: [values],
  isError: [values.map((value) => String(value).startsWith("#"))],
});

test.each([
  ["#BUSY!", /^It is still being worked out/],
  ["#GETTING_DATA", /^It is still being worked out/],
  ["#NAME?", /does not know a name/],
  ["#SPILL!", /^Other cells are in the way of its results/],
  ["#N/A", /no figure to keep/],
  ["#REF!", /^It shows #REF!/],
])("a cell that shows %s keeps its formula", (error, why) => {
  expect(whyCellStays({ value: error, isError: true })).toMatch(why);
});

test("a text that looks like an error is a text, and one too long to be written back whole stays", () => {
  expect(whyCellStays({ value: "#N/A", isError: false })).toBeNull();
  expect(whyCellStays({ value: "x".repeat(32_000), isError: false })).toBeNull();
  expect(whyCellStays({ value: "x".repeat(32_001), isError: false })).toMatch(/too long/);
  expect(whyBlockStays(block(1, "x".repeat(32_001)))).toMatch(/too long/);
});

test("a block with gaps among its answers is replaced; one without any answer, or with one still to come, is not", () => {
  expect(whyBlockStays(block(790, "#N/A", 812, "#DIV/0!"))).toBeNull();
  expect(whyBlockStays(block("#N/A", "#N/A"))).toMatch(/no figure to keep/);
  expect(whyBlockStays(block(790, "#BUSY!"))).toMatch(/still being worked out/);
  expect(whyBlockStays(block(790, "#NAME?"))).toMatch(/does not know a name/);
});
