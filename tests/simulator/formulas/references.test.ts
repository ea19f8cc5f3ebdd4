import fc from "fast-check";
import {
  offsetFormula,
  shiftArea,
  shiftFormula,
  type CellShift,
} from "../../../simulator/formulas/references";
import { scanFormula } from "../../../simulator/formulas/scan";
import { formatArea, parseArea } from "../../../simulator/model/address";

const area = fc.record({
  row: fc.integer({ min: 0, max: 50 }),
  column: fc.integer({ min: 0, max: 20 }),
  rows: fc.integer({ min: 1, max: 20 }),
  columns: fc.integer({ min: 1, max: 10 }),
});

test("an address is read as it is written", () => {
  fc.assert(fc.property(area, (place) => expect(parseArea(formatArea(place))).toEqual(place)));
});

test("a formula cut into pieces is the formula", () => {
  const piece = fc.constantFrom(
    "A1",
    "$B$2:C3",
    "'It''s'!D4",
    "SUM(",
    ")",
    "+",
    '"a "" b"',
    "Clinic_x[[#Totals],[%]]",
    "[@[a]]",
    " ",
    "1.5E-3",
    "#REF!",
    "Name.x",
    "{1,2}",
    "<>",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const formula = pieces.join("");
      expect(
        scanFormula(formula)
          .map(({ text }) => text)
          .join(""),
      ).toBe(formula);
    }),
  );
});

const down = (row: number, rows: number, kind: CellShift["kind"]): CellShift => ({
  sheet: "S",
  along: "rows",
  kind,
  area: { row, rows, column: 0, columns: 100 },
});

test("taking out what was put in brings every reference back", () => {
  fc.assert(
    fc.property(area, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9 }), (place, row, rows) => {
      const moved = shiftArea(place, down(row, rows, "insert"));
      expect(moved && shiftArea(moved, down(row, rows, "delete"))).toEqual(place);
    }),
  );
});

test.each([
  ["A1+B5", "A1+B7"],
  ["$B$5:$C$9", "$B$7:$C$11"],
  ["SUM(A1:A9)", "SUM(A1:A11)"],
  ["S!A5&Other!A5", "S!A7&Other!A5"],
  ['"A5"&A5', '"A5"&A7'],
  ["$A:$A", "$A:$A"],
  ["LOG10(A5)", "LOG10(A7)"],
  ["Clinic_x[[#Totals],[A5]]+A5", "Clinic_x[[#Totals],[A5]]+A7"],
])("%s after two rows are put in at row 4", (before, after) => {
  expect(shiftFormula(before, "S", down(3, 2, "insert"))).toBe(after);
});

test.each([
  ["A4", "#REF!"],
  ["A3:A4", "A3:A3"],
  ["A4:A9", "A4:A7"],
  ["A4:A5", "#REF!"],
  ["A9", "A7"],
])("%s after rows 4 and 5 are taken out", (before, after) => {
  expect(shiftFormula(before, "S", down(3, 2, "delete"))).toBe(after);
});

test("a reference wider than the cells that move stays", () => {
  const narrow: CellShift = {
    sheet: "S",
    along: "rows",
    kind: "insert",
    area: { row: 0, rows: 1, column: 0, columns: 2 },
  };
  expect(shiftFormula("A1:C1+A1:B1", "S", narrow)).toBe("A1:C1+A2:B2");
});

test("a copied formula moves what is not fixed", () => {
  expect(offsetFormula("A1+$A1+A$1+$A$1", 2, 1)).toBe("B3+$A3+B$1+$A$1");
  expect(offsetFormula("A1", -1, 0)).toBe("#REF!");
});
