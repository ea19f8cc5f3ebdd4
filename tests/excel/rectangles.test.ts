import { columnLetters } from "../../src/clinic/cells/addresses";
import fc from "fast-check";
import {
  addressOf,
  around,
  columnNumber,
  outside,
  type Rectangle,
  rectanglesOf,
} from "../../src/excel/host/rectangles";

const rectangle = fc.record({
  row: fc.nat(12),
  column: fc.nat(12),
  rows: fc.integer({ min: 1, max: 8 }),
  columns: fc.integer({ min: 1, max: 8 }),
});

function cells(all: readonly Rectangle[]): string[] {
  return all.flatMap((r) =>
    Array.from(
      { length: r.rows * r.columns },
      (_, i) => `${r.row + Math.floor(i / r.columns)},${r.column + (i % r.columns)}`,
    ),
  );
}

describe("rectangles", () => {
  it("what is outside the holes covers each other cell of the area once", () => {
    fc.assert(
      fc.property(rectangle, fc.array(rectangle, { maxLength: 5 }), (area, holes) => {
        const inHoles = new Set(cells(holes));
        const expected = cells([area]).filter((cell) => !inHoles.has(cell));
        expect(cells(outside(area, holes)).sort()).toEqual(expected.sort());
      }),
    );
  });

  it("goes around all of them", () => {
    expect(around([])).toBeNull();
    expect(
      around([
        { row: 2, column: 3, rows: 1, columns: 1 },
        { row: 0, column: 5, rows: 2, columns: 2 },
      ]),
    ).toEqual({
      row: 0,
      column: 3,
      rows: 3,
      columns: 4,
    });
  });

  it("writes addresses", () => {
    expect(addressOf({ row: 0, column: 0, rows: 1, columns: 1 })).toBe("A1");
    expect(addressOf({ row: 5, column: 25, rows: 2, columns: 3 })).toBe("Z6:AB7");
  });

  it("columns to letters and back", () => {
    fc.assert(
      fc.property(fc.nat(16_383), (column) => expect(columnNumber(columnLetters(column))).toBe(column)),
    );
  });
});

describe("rectangles of cells", () => {
  const place = fc.record({ row: fc.nat(9), column: fc.nat(6) });
  const places = fc.uniqueArray(place, { selector: ({ row, column }) => `${row},${column}` });

  it("hold each cell once and no other, none more than they may", () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 7, max: 20 }), (all, most) => {
        const found = rectanglesOf(all, most);
        expect(cells(found).sort()).toEqual(cells(all.map((at) => ({ ...at, rows: 1, columns: 1 }))).sort());
        for (const { rows, columns } of found) expect(rows * columns).toBeLessThanOrEqual(most);
      }),
    );
  });

  it("are one for a full block", () => {
    const block = Array.from({ length: 12 }, (_, i) => ({ row: 3 + Math.floor(i / 3), column: 2 + (i % 3) }));
    expect(rectanglesOf(block)).toEqual([{ row: 3, column: 2, rows: 4, columns: 3 }]);
  });
});
