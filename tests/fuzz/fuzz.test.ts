/** A bounded run of `npm run fuzz`, always the same one. */
import fc from "fast-check";
import { anyWorkbook } from "./anyWorkbook";
import { expectSound } from "./expectSound";

const RUNS = 120;

test("no workbook gives an error of ours, a figure that is none, or tables that Out of Time does not bear out", () => {
  let packs = 0;
  fc.assert(
    fc.property(anyWorkbook(), (workbook) => {
      if (expectSound(workbook)) packs++;
    }),
    { numRuns: RUNS, seed: 20_260_831 },
  );
  // Most of them get as far as the pages.
  expect(packs).toBeGreaterThan(RUNS / 2);
});
