/**
 * The benchmarks, and the budgets that they are held to.
 *
 *   npm run bench                 the calculation beside its rivals, then whole builds
 *   npm run bench -- engine       one half only; so does "builds"
 *   npm run bench -- --check      compares what was measured with budgets.ts: exit 1 where one is missed
 *
 * Then what thirty indicators of a council's own cost beside the built-in ones.
 *
 * The rivals are packages of bench/package.json, installed here when they are first needed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import webpack from "webpack";
import { type BuildFigures, type Held, heldBuilds, heldEngine, isMet, WORDS } from "./budgets";

const ROOT = path.resolve(__dirname, "..");
const FOLDER = path.join(ROOT, "node_modules/.cache/bench");

const SIZES = [1, 10, 100];

/** Workbooks to build from, by the name that they go by. `fills`: the sheet whose list goes on to Excel's last row. */
const WORKBOOKS = [
  { name: "×1", times: 1, fills: null },
  { name: "×10", times: 10, fills: null },
  { name: "×52 (431,000 rows)", times: 52, fills: null },
  { name: "×100 (830,000 rows)", times: 100, fills: null },
  { name: "a sheet of 1,048,576 rows", times: 1, fills: "Contacts" },
] as const;

async function main(words: readonly string[]): Promise<void> {
  const halves = ["engine", "builds"].filter((half) => words.includes(half));
  const runs = (half: string) => halves.length === 0 || halves.includes(half);
  mkdirSync(FOLDER, { recursive: true });
  const held: Held[] = [];
  if (runs("engine")) held.push(...heldEngine(await timeEngine()));
  if (runs("builds")) held.push(...heldBuilds(measureBuilds()));
  if (!words.includes("--check")) return;
  console.log("\nBudgets (bench/budgets.ts)");
  for (const one of held) {
    const figure = one.figure === null ? "no figure" : shown(one.figure);
    console.log(
      `  ${isMet(one) ? "met   " : "MISSED"}  ${one.budget.padEnd(50)} ${figure.padStart(10)}  at most ${shown(one.most)}`,
    );
  }
  const missed = held.filter((one) => !isMet(one)).length;
  console.log(`${held.length - missed} met, ${missed} missed.`);
  if (missed > 0) process.exitCode = 1;
}

async function timeEngine(): Promise<Readonly<Record<number, number>>> {
  installRivals();
  const bundle = await bundledComparison();
  const result = path.join(FOLDER, "engine.json");
  if (!ran([bundle, result, ...SIZES.map(String)]))
    throw new Error("The comparison did not come to its end.");
  return JSON.parse(readFileSync(result, "utf8")) as Record<number, number>;
}

/** As the command line runs, through tsx. */
function measureBuilds(): Readonly<Record<string, BuildFigures | null>> {
  const program = ["--import", "tsx", "bench/endToEnd.ts"];
  const found: Record<string, BuildFigures | null> = {};
  for (const { name, times, fills } of WORKBOOKS) {
    const [input, result] = [path.join(FOLDER, "input.xlsx"), path.join(FOLDER, "builds.json")];
    rmSync(result, { force: true });
    console.log(`\n${name}: making the workbook`);
    const again = times === 1 && fills === null;
    const isMade = ran([...program, "make", input, String(times), ...(fills === null ? [] : [fills])]);
    const isBuilt = isMade && ran([...program, "build", input, result, ...(again ? ["again"] : [])]);
    const builds = isBuilt ? (JSON.parse(readFileSync(result, "utf8")) as BuildFigures[]) : [];
    const names = again
      ? [`${name}, first build`, `${name}, same extracts again`, `${name}, next month`]
      : [name];
    names.forEach((each, i) => (found[each] = builds[i] ?? null));
    for (const line of tableOf(found).slice(-names.length)) console.log(line);
    rmSync(input, { force: true });
  }
  console.log("");
  for (const line of tableOf(found)) console.log(line);
  return found;
}

/** For docs/performance.md. */
function tableOf(found: Readonly<Record<string, BuildFigures | null>>): readonly string[] {
  const columns = Object.keys(WORDS) as (keyof BuildFigures)[];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(["build", ...columns.map((column) => WORDS[column])]),
    line(["---", ...columns.map(() => "---:")]),
    ...Object.entries(found).map(([name, figures]) =>
      line([name, ...columns.map((column) => (figures ? shown(figures[column]) : "failed"))]),
    ),
  ];
}

/** Each in a process of its own: nothing that another has left in memory counts. */
function ran(args: readonly string[]): boolean {
  return spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit" }).status === 0;
}

function shown(figure: number): string {
  return Number.isInteger(figure) ? figure.toLocaleString("en-GB") : figure.toFixed(2);
}

function installRivals(): void {
  if (existsSync(path.join(ROOT, "bench/node_modules"))) return;
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: path.join(ROOT, "bench"),
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("The rivals could not be installed.");
}

/** On the fly, tsx wraps every function so that it keeps its name: that alone makes small functions half as slow again. */
function bundledComparison(): Promise<string> {
  const filename = "compare.cjs";
  const compiler = webpack({
    mode: "production",
    target: "node20",
    context: ROOT,
    entry: "./bench/compare.ts",
    output: { path: FOLDER, filename },
    resolve: { extensions: [".ts", ".mjs", ".js"] },
    externals: { "@cj-tech-master/excelts": "commonjs @cj-tech-master/excelts" },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: "swc-loader",
          options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } },
        },
      ],
    },
    performance: { hints: false },
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error || !stats || stats.hasErrors()) {
        reject(error ?? new Error(stats?.toString("errors-only")));
        return;
      }
      resolve(path.join(FOLDER, filename));
    });
  });
}

void main(process.argv.slice(2));
