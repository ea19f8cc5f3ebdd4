/**
 * `npm run test:excels`: the tests that reach Excel once more, with the manners of the desktop, of the Mac and of an Excel at
 * the oldest ExcelApi set that the manifest admits (docs/simulator.md). The last line is "N passed, N failed".
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { add, type Count, inWords, jestCount } from "./jestCount";

const ROOT = join(__dirname, "..");
const MANNERS = ["windows", "mac", "1.9"] as const;
/** Build, pane, functions, ribbon, the published pack. */
const FOLDERS = ["tests/excel", "tests/taskpane", "tests/functions", "tests/commands", "tests/published"];

let total: Count = { passed: 0, failed: 0 };
mkdirSync(join(ROOT, "out"), { recursive: true });
for (const manners of MANNERS) {
  const file = join(ROOT, "out", `excels-${manners}.json`);
  rmSync(file, { force: true });
  const jest = [
    "node_modules/jest/bin/jest.js",
    "--config",
    "tests/unit.jest.config.js",
    "--maxWorkers=2",
    // As long as `npm test` gives each test (jest.config.js).
    "--testTimeout=120000",
    "--silent",
    "--json",
    `--outputFile=${file}`,
    ...FOLDERS,
  ];
  const { status } = spawnSync(process.execPath, jest, {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, SIMULATED_EXCEL: manners },
  });
  const count = jestCount(file, status);
  total = add(total, count);
  console.log(`${manners}: ${inWords(count)}`);
}
console.log(inWords(total));
process.exitCode = total.failed === 0 ? 0 : 1;
