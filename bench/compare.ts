/**
 * How fast the calculation is beside a hand-written loop and arquero: the sample's rows once, ten and a hundred
 * times over (with fresh IDs). All three must agree on every figure before anything is timed.
 *
 * What is timed is what ships, on the same cells for all three: from the 2-D arrays of the sheets and the settings
 * tables to every figure of the month (`countInSteps` and the by-team tables), which for this engine includes finding
 * the sheets and headings, the issues that reading a cell raises, and Past Figures with their checks, but not the
 * data-issue rules that follow (`findIssues`). Nothing is kept from one run to the next but what the code itself
 * states, such as the bank holidays. The lower quartile of many runs is shown, since other programs make some runs
 * longer and none shorter. Run by run.ts.
 */
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
const RUNS: Readonly<Record<number, number>> = { 1: 1500, 10: 150, 100: 15 };

async function main(sizes: readonly number[]): Promise<void> {
  const sample = await readSample("samples/clinic-2023-07.xlsx");
  for (const times of sizes) {
    // Through JSON, as Excel hands cells over: each text a flat string of its own.
    const values = JSON.parse(JSON.stringify(enlarged(sample, times))) as WorkbookValues;
    const workbook = forRivals(values);
    const contenders = {
      "this engine": () => byEngine(values),
      "hand-written loop": () => byHandWrittenLoop(workbook),
      arquero: () => byArquero(workbook),
    };
    requireSame(contenders);
    const { arquero, ...inTurns } = contenders;
    const turns = RUNS[times] ?? 10;
    // arquero last and alone: it compiles its verbs anew each time, which slows down whatever comes between.
    const taken = { ...quartilesOf(inTurns, turns), ...quartilesOf({ arquero }, Math.ceil(turns / 4)) };
    const rows = values.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
    const ofLoop = taken["hand-written loop"]!;
    console.log(`\n×${times}: ${rows.toLocaleString("en-GB")} rows`);
    for (const [name, quartile] of Object.entries(taken)) {
      console.log(
        `  ${name.padEnd(18)} ${quartile.toFixed(2).padStart(9)} ms  ${(quartile / ofLoop).toFixed(2)} × the loop`,
      );
    }
  }
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

/** In turns, so that whatever else the machine does falls on all alike; the first third only warms up. */
function quartilesOf(
  contenders: Readonly<Record<string, () => unknown>>,
  turns: number,
): Readonly<Record<string, number>> {
  const times = new Map<string, number[]>(Object.keys(contenders).map((name) => [name, []]));
  for (let turn = 0; turn < turns; turn++) {
    for (const [name, run] of Object.entries(contenders)) {
      const start = performance.now();
      run();
      if (turn >= turns / 3) times.get(name)!.push(performance.now() - start);
    }
  }
  return Object.fromEntries(
    [...times].map(([name, taken]) => [name, taken.sort((a, b) => a - b)[Math.floor(taken.length / 4)]!]),
  );
}

const asked = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
void main(asked.length > 0 ? asked : [1, 10, 100]).then(ownIndicators);
