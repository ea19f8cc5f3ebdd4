/**
 * The one test command (`npm test`): type-check, formatting, lint, licences, unused code, build, its size budget and its
 * oldest browser count one each; the unit and browser tests count by Jest's own JSON. The last line is "N passed, N failed"; a test
 * that was left out counts as failed, and so does a working tree that the run has changed.
 */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { add, type Count, inWords, jestCount } from "./jestCount";

const ROOT = join(__dirname, "..");
const BIN = join(ROOT, "node_modules");
const CACHE = join(BIN, ".cache");
const JEST_RESULTS = join(ROOT, "out", "jest-results.json");

async function runAll(): Promise<void> {
  mkdirSync(join(ROOT, "out"), { recursive: true });
  rmSync(JEST_RESULTS, { force: true });
  const before = workingTree();
  // Two at a time, for a machine of two cores.
  const [first, second] = await Promise.all([
    inTurn([
      ["type-check", "typescript/bin/tsc", ["--noEmit"]],
      ["build", "webpack/bin/webpack.js", ["--mode", "production"]],
      ["size", "tsx/dist/cli.mjs", ["scripts/checkSize.ts"]],
      ["oldest browser", "tsx/dist/cli.mjs", ["scripts/checkBrowsers.ts"]],
    ]),
    inTurn([
      ["lint", "eslint/bin/eslint.js", [".", "--cache", "--cache-location", `${CACHE}/eslint/`]],
      ["format", "prettier/bin/prettier.cjs", ["--check", "--log-level", "warn", "--cache", "."]],
      ["licences", "tsx/dist/cli.mjs", ["scripts/licences.ts", "--check"]],
      ["nothing unused", "knip/bin/knip.js", ["--no-progress"]],
    ]),
  ]);
  const tests = await jest();
  const tree = sameTree(before);
  const total = [first, second, tests, tree].reduce(add);
  console.log(inWords(total));
  process.exitCode = total.failed === 0 ? 0 : 1;
}

type Check = readonly [name: string, program: string, argumentsOf: readonly string[]];

async function inTurn(checks: readonly Check[]): Promise<Count> {
  const [next, ...later] = checks;
  return next ? add(await check(...next), await inTurn(later)) : { passed: 0, failed: 0 };
}

/** What git finds changed; null where this is no checkout (a downloaded archive has no history). */
function workingTree(): string | null {
  if (!existsSync(join(ROOT, ".git"))) return null;
  return execFileSync("git", ["status", "--porcelain"], { cwd: ROOT, encoding: "utf8" });
}

function sameTree(before: string | null): Count {
  if (before === null) return { passed: 0, failed: 0 };
  const same = workingTree() === before;
  console.log(`${same ? "ok  " : "FAIL"} the working tree is as it was`);
  return same ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function check(name: string, program: string, argumentsOf: readonly string[]): Promise<Count> {
  const started = Date.now();
  const code = await run(program, argumentsOf);
  console.log(`${code === 0 ? "ok  " : "FAIL"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function jest(): Promise<Count> {
  const code = await run("jest/bin/jest.js", ["--json", `--outputFile=${JEST_RESULTS}`, "--silent"]);
  return jestCount(JEST_RESULTS, code);
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
