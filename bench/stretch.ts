/**
 * How long the pane has to wait for its turn: the longest stretches between two yields of the calculation, rules
 * and all, on the sample's rows so many times over. Of each stretch the first run's time and the best of all runs
 * are shown: the first is what an analyst meets, the best is what is left when other programs keep still.
 *
 *   npx tsx bench/stretch.ts        45 times over: 100,000 rows in the longest list
 *   npx tsx bench/stretch.ts 100
 */
import { calculateInSteps } from "../src/clinic/calculate/calculateClinic";
import { serialOf } from "../src/clinic/calendar/serials";
import type { WorkbookValues } from "../src/clinic/cells/worksheet";
import { readSample } from "../tests/support/readSample";
import { enlarged } from "./enlarged";

const TODAY = serialOf(2023, 8, 10);
const RUNS = 5;
const SHOWN = 10;

interface Stretch {
  readonly label: string;
  readonly ms: number;
}

async function main(times: number): Promise<void> {
  const values = enlarged(await readSample(), times);
  const rows = values.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const longestSheet = Math.max(...values.sheets.map((sheet) => sheet.rows.length));
  console.log(`${rows} rows, ${longestSheet} in the longest list`);
  const runs = Array.from({ length: RUNS }, () => stretchesOf(values));
  const [first = []] = runs;
  show("the first run", first);
  show(
    `the best of ${RUNS} runs`,
    first.map(({ label }, i) => ({ label, ms: Math.min(...runs.map((run) => run[i]?.ms ?? Infinity)) })),
  );
}

function stretchesOf(values: WorkbookValues): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const steps = calculateInSteps(values, TODAY);
  for (;;) {
    const from = performance.now();
    const step = steps.next();
    stretches.push({ label: step.done ? "The report" : step.value, ms: performance.now() - from });
    if (step.done) return stretches;
  }
}

function show(title: string, stretches: readonly Stretch[]): void {
  const total = stretches.reduce((sum, { ms }) => sum + ms, 0);
  console.log(`\n${title}: ${total.toFixed(0)} ms in ${stretches.length} stretches; the longest, up to`);
  const longest = [...stretches].sort((a, b) => b.ms - a.ms).slice(0, SHOWN);
  for (const { label, ms } of longest) console.log(`  ${ms.toFixed(1).padStart(7)} ms  ${label}`);
}

void main(Number(process.argv[2] ?? 45));
