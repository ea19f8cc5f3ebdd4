/**
 * What the findings before a build cost: the sample a dozen times over (some 100,000 rows), the time of all steps of the
 * calculation, of the findings among them, and of the longest of their steps. `npx tsx bench/findings.ts`, from the
 * project's folder. The first rounds are of code that is not compiled yet, as in a pane that has just been opened.
 */
import { calculateInSteps } from "../src/clinic/calculate/calculateClinic";
import { serialOf } from "../src/clinic/calendar/serials";
import type { WorkbookValues } from "../src/clinic/cells/worksheet";
import { readSample } from "../tests/support/readSample";
import { enlarged } from "./enlarged";

const TODAY = serialOf(2023, 8, 10);
const ROUNDS = 6;
const FINDINGS = "Checking what could be wrong";

async function main(): Promise<void> {
  const sample = await readSample("samples/clinic-2023-07.xlsx");
  const values = JSON.parse(JSON.stringify(enlarged(sample, 12))) as WorkbookValues;
  const rows = values.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  console.log(`${rows.toLocaleString("en-GB")} rows`);
  for (let round = 1; round <= ROUNDS; round++) {
    const { all, findings, longest } = timed(values);
    console.log(
      `  ${round}: ${all} ms in all, findings ${findings} ms, longest step of theirs ${longest} ms`,
    );
  }
}

function timed(values: WorkbookValues): Readonly<Record<"all" | "findings" | "longest", string>> {
  const begin = performance.now();
  const ofFindings: number[] = [];
  const steps = calculateInSteps(values, TODAY);
  let at = begin;
  for (let step = steps.next(); ; step = steps.next()) {
    const now = performance.now();
    // The last step makes the last findings.
    if (step.done || step.value === FINDINGS) ofFindings.push(now - at);
    at = now;
    if (step.done) break;
  }
  const inWords = (milliseconds: number): string => milliseconds.toFixed(1);
  return {
    all: inWords(at - begin),
    findings: inWords(ofFindings.reduce((sum, each) => sum + each, 0)),
    longest: inWords(Math.max(...ofFindings)),
  };
}

void main();
