/**
 * `npm run reliability`: the table of faults and of builds beside each other, in full, into out/reliability.md. Each kind of
 * build has a process of its own. The last line says what was found; the exit code is 1 unless that is nothing.
 */
import { fork } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import {
  type Build,
  BUILDS,
  casesOf,
  FAULT_KINDS,
  type FaultOutcome,
  referenceOf,
  runCase,
} from "../tests/reliability/faultTable";
import { meetingsOf } from "../tests/reliability/meetings";

interface Row {
  readonly build: string;
  readonly what: string;
  readonly cases: number;
  readonly lostRows: number;
  readonly unmarked: number;
  readonly retryDiffers: number;
}

interface Part {
  readonly rows: readonly Row[];
  /** Cases that are not as they should be. */
  readonly bad: readonly string[];
}

const HEAD = [
  "| build | what goes wrong | cases | published rows lost | unmarked half-packs | retries that differ |",
  "| --- | --- | --- | --- | --- | --- |",
];
const line = ({ build, what, cases, lostRows, unmarked, retryDiffers }: Row): string =>
  `| ${build} | ${what} | ${cases} | ${lostRows} | ${unmarked} | ${retryDiffers} |`;

function rowOf(build: string, what: string, outcomes: readonly FaultOutcome[]): Row {
  return {
    build,
    what,
    cases: outcomes.length,
    lostRows: outcomes.reduce((sum, { lostRows }) => sum + lostRows, 0),
    unmarked: outcomes.filter(({ unmarked }) => unmarked).length,
    retryDiffers: outcomes.filter(({ retryDiffers }) => retryDiffers !== null).length,
  };
}

const isBad = ({ lostRows, unmarked, retryDiffers }: FaultOutcome): boolean =>
  lostRows > 0 || unmarked || retryDiffers !== null;

async function partOf(build: Build): Promise<Part> {
  const rows: Row[] = [];
  const bad: string[] = [];
  const reference = await referenceOf(build);
  const told = (what: string, outcomes: readonly FaultOutcome[]): void => {
    const row = rowOf(build, what, outcomes);
    rows.push(row);
    process.stderr.write(`${line(row)}\n`);
  };
  const judged = <Outcome extends FaultOutcome>(one: object, outcome: Outcome): Outcome => {
    if (!isBad(outcome)) return outcome;
    bad.push(JSON.stringify({ ...one, ...outcome }));
    process.stderr.write(`${bad.at(-1)}\n`); // at once: the whole table takes long
    return outcome;
  };
  const cases = casesOf(build, reference.requests);
  for (const kind of FAULT_KINDS) {
    const outcomes: FaultOutcome[] = [];
    for (const each of cases.filter((one) => one.kind === kind))
      outcomes.push(judged(each, await runCase(each, reference)));
    told(kind, outcomes);
  }
  for (const second of ["another build", "inspect"] as const) {
    const outcomes: FaultOutcome[] = [];
    for await (const { meeting, outcome } of meetingsOf(build, second, reference))
      outcomes.push(judged(meeting, outcome));
    told(`${second} beside it`, outcomes);
  }
  return { rows, bad };
}

const fileOf = (build: Build): string => `out/reliability-${BUILDS.indexOf(build)}.json`;

function inItsOwnProcess(build: Build): Promise<Part> {
  return new Promise((resolve, reject) => {
    const child = fork(__filename, [build]);
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(JSON.parse(readFileSync(fileOf(build), "utf8")) as Part);
      else reject(new Error(`The table of the ${build} ended with code ${String(code)}.`));
    });
  });
}

async function run(): Promise<number> {
  mkdirSync("out", { recursive: true });
  const own = BUILDS.find((build) => build === process.argv[2]);
  if (own !== undefined) {
    writeFileSync(fileOf(own), JSON.stringify(await partOf(own)));
    return 0;
  }
  const parts = await Promise.all(BUILDS.map(inItsOwnProcess));
  const rows = parts.flatMap((part) => part.rows);
  const bad = parts.flatMap((part) => part.bad);
  writeFileSync("out/reliability.md", `${[...HEAD, ...rows.map(line), "", ...bad].join("\n")}\n`);
  const cases = rows.reduce((sum, row) => sum + row.cases, 0);
  console.log(
    bad.length === 0
      ? `${cases} cases: no published row lost, no unmarked half-pack, every retry equal to a clean build`
      : `${cases} cases, ${bad.length} of them not as they should be: out/reliability.md`,
  );
  return bad.length === 0 ? 0 : 1;
}

run().then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
    process.exitCode = 1;
  },
);
