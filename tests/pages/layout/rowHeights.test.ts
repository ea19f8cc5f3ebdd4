import { rowHeightFor, wrappedRows } from "../../../src/pages/layout/rowHeights";
import { proseColumn, textColumn, titledTable } from "../../../src/pages/layout/tableColumn";
import type { TablePlan } from "../../../src/pages/plan";

const LONG = "Children looked after on the last day of the month: those whose care plan is dated in time.";

function table(name: string, column: number, rows: readonly string[], heading = "Rule"): TablePlan {
  const [made] = titledTable({
    name,
    title: name,
    column,
    titleRow: 0,
    columns: [textColumn("ID", 10), proseColumn(heading, 30)],
    rows: rows.map((text) => ["x", text]),
    total: null,
    showFilter: false,
  }).tables;
  return made;
}

const WIDTHS = { 0: 10, 1: 30, 2: 2, 3: 10, 4: 30 };

test("a row is as high as its longest wrapped text; a row of one line has no height of its own", () => {
  const heights = wrappedRows([table("A", 0, ["short", LONG])], WIDTHS);
  expect(Object.keys(heights)).toEqual(["1", "3"]);
  expect(heights[3]).toBe(rowHeightFor(4));
});

test("tables side by side share their rows", () => {
  const beside = wrappedRows([table("A", 0, ["short", LONG]), table("B", 3, [LONG, "short"])], WIDTHS);
  expect([beside[2], beside[3]]).toEqual([rowHeightFor(4), rowHeightFor(4)]);
});

test("a heading on two lines makes its row higher", () => {
  const heading = (text: string) => wrappedRows([table("A", 0, ["x"], text)], WIDTHS)[1]!;
  expect(heading("Supervisions in time of children in our care") - heading("Rule")).toBeCloseTo(14.5, 6);
});

test("what a formula comes to counts", () => {
  const formula: TablePlan = {
    ...table("A", 0, ["x"]),
    rows: [["x", { formula: '="…"', expected: LONG }]],
  };
  expect(wrappedRows([formula], WIDTHS)[2]).toBe(rowHeightFor(4));
});

test("a table without planned widths is left alone", () => {
  expect(wrappedRows([table("A", 0, [LONG])], {})).toEqual({});
});
