/**
 * What thirty indicators of a council's own cost beside the built-in ones: the sample's rows ten times over, counted with
 * and without thirty rows of ClinicMeasures, in turns. A share of 1 is what one built-in indicator costs; only ratios within
 * one run say anything. Run by run.ts after the comparison.
 */
import { countInSteps } from "../src/clinic/calculate/count";
import { serialOf } from "../src/clinic/calendar/serials";
import type { TableValues, WorkbookValues } from "../src/clinic/cells/worksheet";
import { readSample } from "../tests/support/readSample";
import { TWINS, measures, setupTable } from "../tests/support/ownTwins";
import { enlarged } from "./enlarged";

const TODAY = serialOf(2023, 8, 10);
const TIMES = 10;
const OWN = 30;
const TURNS = 60;

/** @throws Error when the thirty cost more for each than the built-in ones do. */
export async function ownIndicators(): Promise<void> {
  const sample = await readSample("samples/clinic-2023-07.xlsx");
  // Through JSON, as Excel hands cells over: each text a flat string of its own.
  const without = JSON.parse(JSON.stringify(enlarged(sample, TIMES))) as WorkbookValues;
  const withOwn = withThirty(without);
  const builtIn = counted(without);
  const all = counted(withOwn);
  if (all !== builtIn + OWN) throw new Error(`${all - builtIn} own indicators have a figure, not ${OWN}.`);
  const [alone = NaN, together = NaN] = timesOf(
    () => counted(without),
    () => counted(withOwn),
  );
  const share = (together - alone) / OWN / (alone / builtIn);
  console.log(
    `\n${OWN} own indicators, ×${TIMES}: ${alone.toFixed(1)} ms without, ${together.toFixed(1)} ms with; ` +
      `each costs ${share.toFixed(2)} × one of the ${builtIn} built-in ones`,
  );
  if (!(share <= 1)) throw new Error("The council’s own indicators cost more than their share.");
}

/** The twelve tables that are rows as well, two and a half times over, each with its timescale. */
function withThirty(values: WorkbookValues): WorkbookValues {
  const own = Array.from({ length: OWN }, (_, i) => {
    const [id, entries, settings] = TWINS[i % TWINS.length] ?? TWINS[0]!;
    return { id: `my-${id}-${i}`, entries, settings };
  });
  const standing = values.settings.find(({ name }) => name === "ClinicTargets");
  const targets: TableValues = standing ?? setupTable("ClinicTargets", []);
  const rows = own.map(({ id, settings }) => {
    const row: Readonly<Record<string, string | number | boolean>> = { ...settings, ID: id };
    return targets.headings.map((heading) => row[heading] ?? "");
  });
  return {
    ...values,
    settings: [
      ...values.settings.filter((table) => table !== standing),
      { ...targets, rows: [...targets.rows, ...rows] },
      measures(...own.map(({ id, entries }) => ({ ID: id, Title: `My ${id}`, ...entries }))),
    ],
  };
}

/** How many indicators have a figure of the month. */
function counted(values: WorkbookValues): number {
  const steps = countInSteps(values, TODAY);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return [...step.value.month.figures.values()].filter(({ value }) => value !== null).length;
}

/** Lower quartiles, in turns; the first third only warms up. */
function timesOf(...runs: readonly (() => unknown)[]): readonly number[] {
  const taken = runs.map((): number[] => []);
  for (let turn = 0; turn < TURNS; turn++) {
    runs.forEach((run, i) => {
      const start = performance.now();
      run();
      if (turn >= TURNS / 3) taken[i]?.push(performance.now() - start);
    });
  }
  return taken.map((times) => times.sort((a, b) => a - b)[Math.floor(times.length / 4)] ?? 0);
}
