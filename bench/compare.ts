/**
 * How fast the calculation is beside a hand-written loop and arquero: the sample's rows once, ten and a hundred
 * times over (with fresh IDs). All three must agree on every figure before anything is timed.
 *
 * What is timed is what ships, on the same cells for all three: from the 2-D arrays of the sheets and the settings
 * tables to every figure of the month (`countInSteps` and the by-team tables), which for this engine includes finding
 * the sheets and headings, the issues that reading a cell raises, and Past Figures with their checks, but not the
 * data-issue rules that follow (`findIssues`). Nothing is kept from one run to the next but what the code itself
 * states, such as the bank holidays. Of each of nine rounds the lower quartile of many runs is taken, since other
 * programs make some runs longer and none shorter; shown are the medians of the nine. What follows the figures, the
 * data-issue rules and the lists of Out of Time, is timed apart: the rivals have nothing like it. Run by run.ts.
 */
import { writeFileSync } from "node:fs";
import { calculateInSteps } from "../src/clinic/calculate/calculateClinic";
import { teamTables } from "../src/clinic/calculate/teamCounts";
import { countInSteps } from "../src/clinic/calculate/count";
import { serialOf } from "../src/clinic/calendar/serials";
import type { WorkbookValues } from "../src/clinic/cells/worksheet";
import { readSample } from "../tests/support/readSample";
import { enlarged, PAST_FIGURES } from "./enlarged";
import { ownIndicators } from "./ownIndicators";
import { figures as byArquero } from "./rivals/arquero.mjs";
import { figures as byHandWrittenLoop } from "./rivals/handWrittenLoop.mjs";
import type { RivalFigures, RivalWorkbook } from "./rivals/shapes";

const TODAY = serialOf(2023, 8, 10);
const ROUNDS = 9;
/** Runs of each contender in a round. */
const RUNS: Readonly<Record<number, number>> = { 1: 100, 10: 12, 100: 3 };
/** The first of all only warm up. */
const WARMING: Readonly<Record<number, number>> = { 1: 500, 10: 50, 100: 5 };

async function main(sizes: readonly number[], result: string | undefined): Promise<void> {
  const sample = await readSample("samples/clinic-2023-07.xlsx");
  const ratios: Record<number, number> = {};
  for (const times of sizes) {
    // Through JSON, as Excel hands cells over: each text a flat string of its own.
    const values = JSON.parse(JSON.stringify(enlarged(sample, times))) as WorkbookValues;
    const workbook = forRivals(values);
    const contenders = {
      [ENGINE]: () => byEngine(values),
      [LOOP]: () => byHandWrittenLoop(workbook),
      arquero: () => byArquero(workbook),
    };
    requireSame(contenders);
    const { arquero, ...inTurns } = contenders;
    const runs = RUNS[times] ?? 5;
    quartilesOf(inTurns, WARMING[times] ?? 5);
    const rounds = Array.from({ length: ROUNDS }, () => quartilesOf(inTurns, runs));
    const rows = values.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
    const timeOf = (name: string) => medianOf(rounds.map((round) => round[name]!));
    ratios[times] = medianOf(rounds.map((round) => round[ENGINE]! / round[LOOP]!));
    console.log(`\n×${times}: ${rows.toLocaleString("en-GB")} rows, medians of ${ROUNDS} rounds`);
    const say = (name: string, ms: number, note: string) =>
      console.log(`  ${name.padEnd(32)} ${ms.toFixed(2).padStart(9)} ms  ${note}`);
    say(ENGINE, timeOf(ENGINE), `${ratios[times].toFixed(2)} × the loop`);
    say(LOOP, timeOf(LOOP), "");
    // arquero last and alone: it compiles its verbs anew each time, which slows down whatever comes between.
    const ofArquero = quartilesOf({ arquero }, Math.ceil(runs / 4) + 2)["arquero"]!;
    say("arquero", ofArquero, `${(ofArquero / timeOf(LOOP)).toFixed(2)} × the loop`);
    const apart = Array.from({ length: ROUNDS }, () => timedApart(values));
    for (const label of APART) say(label, medianOf(apart.map((each) => each[label] ?? 0)), "apart");
  }
  if (result !== undefined) writeFileSync(result, JSON.stringify(ratios));
}

const ENGINE = "this engine";
const LOOP = "hand-written loop";

/** Steps of the calculation that come after the figures. */
const APART = [
  "Checking the extracts",
  "Listing what is out of time",
  "Listing what is due",
  "Checking what could be wrong",
] as const;

function timedApart(values: WorkbookValues): Readonly<Record<string, number>> {
  const taken: Record<string, number> = {};
  const steps = calculateInSteps(values, TODAY);
  let from = performance.now();
  for (let step = steps.next(); !step.done; step = steps.next()) {
    const now = performance.now();
    taken[step.value] = (taken[step.value] ?? 0) + now - from;
    from = now;
  }
  return taken;
}

function medianOf(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function byEngine(values: WorkbookValues): RivalFigures {
  const steps = countInSteps(values, TODAY);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { month, settings, caseloads } = step.value;
  const value = (ids: readonly string[]) =>
    Object.fromEntries(
      [...month.figures].filter(([id]) => ids.includes(id)).map(([id, { value: v }]) => [id, v]),
    );
  const tables = teamTables(month.tables.values(), settings.teams);
  const charts = ["cp-18-months", "s47-to-icpc"];
  const byTeam = tables.map(({ id }): string => id);
  return {
    demand: value([...month.figures.keys()].filter((id) => !charts.includes(id) && !byTeam.includes(id))),
    tables: Object.fromEntries(
      tables.map(({ id, rows, total }) => [
        id,
        {
          rows: rows.map((row) => [row.team, row.denominator, row.numerator]),
          total: [total.denominator, total.numerator],
        },
      ]),
    ),
    series: value(charts),
    caseloads: Object.fromEntries(
      caseloads.map(({ id, rows }) => [id, rows.map((row) => [row.allocations, row.status, row.team])]),
    ),
  };
}

function forRivals(values: WorkbookValues): RivalWorkbook {
  const sheets = values.sheets.map(({ name, rows }) => [name === PAST_FIGURES ? "History" : name, rows]);
  const tables = values.settings.map(({ name, headings, rows }) => [name, [headings, ...rows]]);
  return Object.fromEntries([...sheets, ...tables]) as RivalWorkbook;
}

function requireSame(contenders: Readonly<Record<string, () => RivalFigures>>): void {
  const [[, first], ...others] = Object.entries(contenders).map(
    ([name, run]) => [name, comparable(run())] as const,
  ) as [readonly [string, Map<string, string>], ...(readonly [string, Map<string, string>])[]];
  for (const [name, figures] of others) {
    for (const [key, figure] of first) {
      if (figures.get(key) !== figure)
        throw new Error(`${name} differs in ${key}: ${figures.get(key)}, not ${figure}`);
    }
    if (figures.size !== first.size)
      throw new Error(`${name} makes ${figures.size} figures, not ${first.size}.`);
  }
}

function comparable(figures: RivalFigures): Map<string, string> {
  const rounded = (_: string, cell: unknown) =>
    typeof cell === "number" ? Number(cell.toPrecision(12)) : cell;
  return new Map(
    Object.entries(figures).flatMap(([group, members]) =>
      Object.entries(members).map(([id, figure]): [string, string] => [
        `${group} ${id}`,
        JSON.stringify(figure, rounded),
      ]),
    ),
  );
}

/** In turns, so that whatever else the machine does falls on all alike. */
function quartilesOf(
  contenders: Readonly<Record<string, () => unknown>>,
  turns: number,
): Readonly<Record<string, number>> {
  const times = new Map<string, number[]>(Object.keys(contenders).map((name) => [name, []]));
  for (let turn = 0; turn < turns; turn++) {
    for (const [name, run] of Object.entries(contenders)) {
      const start = performance.now();
      run();
      times.get(name)!.push(performance.now() - start);
    }
  }
  return Object.fromEntries(
    [...times].map(([name, taken]) => [name, taken.sort((a, b) => a - b)[Math.floor(taken.length / 4)]!]),
  );
}

const [result, ...asked] = process.argv.slice(2);
void main(asked.length > 0 ? asked.map(Number) : [1, 10, 100], result).then(ownIndicators);
