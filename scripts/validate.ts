/**
 * `npm run validate`: every .xlsx and .pptx under out/ (or of the folders named), held against Microsoft's Open XML validator. A
 * line for each file; the exit code is 1 where one has a fault, and where there is none to hold.
 */
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { ooxmlFaults } from "../tests/support/ooxmlValidator";

const ROOT = join(__dirname, "..");

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(xlsx|xlsm|pptx)$/.test(name))
    .map((name) => join(folder, name))
    .sort();
}

async function run(folders: readonly string[]): Promise<number> {
  let failed = 0;
  const files = folders.flatMap(filesIn);
  for (const file of files) {
    const faults = await ooxmlFaults(file);
    if (faults.length > 0) failed += 1;
    console.log(`${faults.length === 0 ? "ok  " : "FAIL"} ${relative(ROOT, file)}`);
    for (const fault of faults.slice(0, 10)) console.log(`     ${fault}`);
  }
  console.log(`${files.length - failed} passed, ${failed} failed`);
  return files.length === 0 || failed > 0 ? 1 : 0;
}

const [, , ...folders] = process.argv;
run(folders.length > 0 ? folders : [join(ROOT, "out")]).then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : String(fault));
    process.exitCode = 1;
  },
);
