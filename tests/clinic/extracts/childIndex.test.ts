import * as fc from "fast-check";
import { comparableId, createChildIndex } from "../../../src/clinic/extracts/childIndex";

const idText = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."0179AZ"), minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(..."0aZ-. \u00a0é"), minLength: 1, maxLength: 6 }),
);
const cell = fc.oneof(idText, fc.nat({ max: 300 }));

describe("child index", () => {
  test("two cells have one code just when they mean one ID, however many there are", () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 200 }), (cells) => {
        const index = createChildIndex();
        const codes = cells.map((each) => index.codeOf(each));
        const byId = new Map<string, number>();
        cells.forEach((each, i) => {
          const id = comparableId(each);
          if (!byId.has(id)) byId.set(id, codes[i]!);
          expect(codes[i]).toBe(byId.get(id));
        });
        expect(new Set(byId.values()).size).toBe(byId.size);
        expect(index.size).toBe(byId.size);
      }),
    );
  });

  test("keeps its codes while it grows", () => {
    const index = createChildIndex(10);
    const ids = Array.from({ length: 20_000 }, (_, i) => `C${i}`);
    expect(ids.map((id) => index.codeOf(id))).toEqual(ids.map((_, i) => i));
    expect(ids.map((id) => index.codeOf(id.toLowerCase()))).toEqual(ids.map((_, i) => i));
  });

  test("tells IDs apart that differ in length alone, and gives a child without an ID a code of its own", () => {
    const index = createChildIndex();
    const ids = ["0", "00", "1", "10", "ABCDE", "ABCDE0", "ABCDEFGHIJ", "ABCDEFGHIJK"];
    expect(ids.map((id) => index.codeOf(id))).toEqual(ids.map((_, i) => i));
    expect(index.codeOfUnknownChild()).toBe(ids.length);
    expect(index.codeOf("NEW")).toBe(ids.length + 1);
  });
});
