/**
 * The one test command (`npm test`): type-check, lint, formatting, build and its size budget count one each; the unit
 * and browser tests count by Jest's own JSON. The last line is "N passed, N failed"; a test that was left out counts
 * as failed.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const ROOT = join(__dirname, "..");
const BIN = join(ROOT, "node_modules");
const JEST_RESULTS = join(ROOT, "out", "jest-results.json");

async function runAll(): Promise<void> {
  mkdirSync(join(ROOT, "out"), { recursive: true });
  rmSync(JEST_RESULTS, { force: true });
  // Two at a time: the machine that runs this has two cores, and each of these uses one.
  const [types, format] = await Promise.all([
    check("type-check", "typescript/bin/tsc", ["--noEmit"]),
    check("format", "prettier/bin/prettier.cjs", ["--check", "--log-level", "warn", "."]).then(
      async (first) => add(first, await check("build", "webpack/bin/webpack.js", ["--mode", "production"])),
    ),
  ]);
  const lint = await check("lint", "eslint/bin/eslint.js", ["."]);
  const size = await check("size", "tsx/dist/cli.mjs", ["scripts/checkSize.ts"]);
  const tests = await jest();
  const total = [types, format, lint, size, tests].reduce(add);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

async function check(name: string, program: string, argumentsOf: readonly string[]): Promise<Count> {
  const started = Date.now();
  const code = await run(program, argumentsOf);
  console.log(`${code === 0 ? "ok  " : "FAIL"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function jest(): Promise<Count> {
  const code = await run("jest/bin/jest.js", ["--json", `--outputFile=${JEST_RESULTS}`, "--silent"]);
  if (!existsSync(JEST_RESULTS)) return { passed: 0, failed: 1 };
  const results = JSON.parse(readFileSync(JEST_RESULTS, "utf8")) as Record<string, number>;
  const count = (name: string): number => results[name] ?? 0;
  const failed =
    count("numFailedTests") +
    count("numPendingTests") +
    count("numTodoTests") +
    count("numRuntimeErrorTestSuites");
  // Jest can end badly with every test green (a leak, a crash in its own machinery): that is a failure too.
  return { passed: count("numPassedTests"), failed: failed === 0 && code !== 0 ? 1 : failed };
}

function add(one: Count, other: Count): Count {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

function run(program: string, argumentsOf: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(BIN, program), ...argumentsOf], {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, FORCE_COLOR: "0" },
    });
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

void runAll();
