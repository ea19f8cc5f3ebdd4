/**
 * `npm run documented`: runs every command of the documents that nothing else runs, in their order, on workbooks of out/documented
 * (scripts/documentedCommands.ts says how). The last line counts them; the exit code is 1 when one fails.
 */
import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils, write } from "@e965/xlsx/dist/xlsx.mini.min.js";
import { allCommands, FOLDER, PROOFS, proofOf, ROOT } from "./documentedCommands";

/** The sample as a reader's own workbook, and two of its lists as a month's exports. */
function makeFiles(): void {
  const folder = join(ROOT, FOLDER);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const sample = join(ROOT, "samples", "clinic-2023-07.xlsx");
  copyFileSync(sample, join(folder, "IN.xlsx"));
  const { Sheets } = read(readFileSync(sample), { cellDates: false });
  const sheet = (name: string) => {
    const found = Sheets[name];
    if (!found) throw new Error(`The sample has no sheet ${name}.`);
    return found;
  };
  writeFileSync(join(folder, "Contacts.csv"), utils.sheet_to_csv(sheet("Contacts")));
  const plans = { SheetNames: ["CIN Plans"], Sheets: { "CIN Plans": sheet("CIN Plans") } };
  writeFileSync(
    join(folder, "CIN Plans.xlsx"),
    write(plans, { type: "buffer", bookType: "xlsx" }) as Uint8Array,
  );
}

/** Whether it ends well, or prints what a server says when it is ready. Its words are shown only when it does not. */
function runs(command: string, until?: RegExp): Promise<boolean> {
  return new Promise((resolve) => {
    // A process group of its own: npm starts others, and a server's are all to be stopped.
    const child = spawn(command, {
      cwd: ROOT,
      shell: true,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let printed = "";
    let isReady = false;
    const hear = (text: Buffer) => {
      printed += text.toString();
      if (isReady || !until?.test(printed) || child.pid === undefined) return;
      isReady = true;
      process.kill(-child.pid, "SIGTERM");
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("close", (code) => {
      const ended = until === undefined ? code === 0 : isReady;
      if (!ended) console.error(printed);
      resolve(ended);
    });
  });
}

async function runAll(): Promise<void> {
  makeFiles();
  const named = new Set(allCommands().map(({ command }) => proofOf(command)));
  let failed = 0;
  let count = 0;
  for (const [command, proof] of Object.entries(PROOFS)) {
    if (!named.has(proof) || !("run" in proof)) continue;
    count++;
    const ended = await runs(proof.run, "until" in proof ? proof.until : undefined);
    if (!ended) failed++;
    console.log(`${ended ? "ok  " : "FAIL"} ${command}`);
  }
  console.log(`${count - failed} of ${count} commands of the documents run`);
  process.exitCode = failed === 0 ? 0 : 1;
}

void runAll();
