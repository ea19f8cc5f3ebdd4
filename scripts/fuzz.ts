/**
 * `npm run fuzz -- [minutes] [seed]`: workbooks that nobody would send, through reading, calculation and pages, for ten
 * minutes unless told otherwise. Prints the seed; a fault is shrunk to the smallest workbook that has it, which goes into
 * out/fuzz.json.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { anyWorkbook, type AnyWorkbook } from "../tests/fuzz/anyWorkbook";
import { expectSound } from "../tests/fuzz/expectSound";

const [minutes = 10, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);

let packs = 0;
const found = fc.check<[AnyWorkbook]>(
  fc.property(anyWorkbook(), (workbook) => {
    if (expectSound(workbook)) packs++;
  }),
  {
    seed,
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: minutes * 60_000,
    markInterruptAsFailure: false,
  },
);
const [smallest] = found.counterexample ?? [];
if (smallest) {
  mkdirSync("out", { recursive: true });
  writeFileSync("out/fuzz.json", `${JSON.stringify(smallest, null, 1)}\n`);
  console.error(found.errorInstance);
}
console.log(
  `seed ${seed}: ${found.numRuns} workbooks, ${packs} packs; ` +
    (smallest ? `failed, out/fuzz.json (path ${found.counterexamplePath})` : "nothing found"),
);
process.exitCode = smallest ? 1 : 0;
