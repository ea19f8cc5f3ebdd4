/**
 * What a worksheet function adds to the division it does: 10,000 PCT cells called one by one as Excel calls them, and as
 * one spilled range, beside plain division of the same numbers. Prints medians; exits 1 over 100 ms for either.
 *
 *   npm run bench:functions
 */
import { startExcelClient } from "../tests/functions/excelClient";

const CELLS = 10_000;
const RUNS = 31;
const BUDGET_MS = 100;

async function main(): Promise<void> {
  startExcelClient(); // CustomFunctions.Error is the client's
  const { pct } = await import("../src/functions/functions");
  const numerators = Array.from({ length: CELLS }, (_, i) => i % 97);
  const denominators = Array.from({ length: CELLS }, (_, i) => (i % 89) + 1);
  const column = (numbers: readonly number[]): number[][] => numbers.map((number) => [number]);
  const [numeratorCells, denominatorCells] = [column(numerators), column(denominators)];
  const left = null as unknown as unknown[][]; // an argument left out, as Excel hands it over

  const byDivision = () => numerators.map((numerator, i) => numerator / denominators[i]!);
  const byCell = () => numerators.map((n, i) => pct([[n]], [[denominators[i]!]], left)[0]![0]);
  const byRange = () => pct(numeratorCells, denominatorCells, left).map(([cell]) => cell);

  const expected = JSON.stringify(byDivision());
  for (const way of [byCell, byRange]) {
    if (JSON.stringify(way()) !== expected)
      throw new Error("A way of dividing disagrees with plain division.");
  }
  const times = {
    "plain division": medianOf(byDivision),
    "one PCT a cell": medianOf(byCell),
    "one PCT, spilled": medianOf(byRange),
  };
  console.log(`${CELLS.toLocaleString("en-GB")} cells, median of ${RUNS} runs`);
  for (const [name, milliseconds] of Object.entries(times)) {
    console.log(`${name.padEnd(18)} ${milliseconds.toFixed(2).padStart(8)} ms`);
  }
  if (Object.values(times).some((milliseconds) => milliseconds > BUDGET_MS)) process.exitCode = 1;
}

function medianOf(run: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
}

void main();
