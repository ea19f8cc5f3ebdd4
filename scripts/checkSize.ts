/** The pane's performance budget: what a browser must fetch of our own script before the first paint, gzipped. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export const FIRST_PAINT_BUDGET_KB = 250;

/** Kilobytes (1,000 bytes) of the scripts that `page` names itself, gzipped; Microsoft's client is not ours to count. */
export function firstPaintKilobytes(distFolder: string, page = "taskpane.html"): number {
  const html = readFileSync(join(distFolder, page), "utf8");
  const scripts = [...html.matchAll(/<script[^>]*\ssrc="?([^"\s>]+)/g)].map((match) => match[1] ?? "");
  const ours = scripts
    .filter((address) => !/^https?:/.test(address))
    .map((address) => address.replace(/\?.*$/, ""));
  if (ours.length === 0) throw new Error(`${page} names no script of ours.`);
  const bytes = ours.reduce(
    (sum, address) => sum + gzipSync(readFileSync(join(distFolder, address)), { level: 9 }).length,
    0,
  );
  return bytes / 1000;
}

/** The part that writes files for managers, loaded on first use. */
export const FILES_BUDGET_KB = 70;

/** Kilobytes of the scripts whose name begins with the chunk's, gzipped. */
export function chunkKilobytes(distFolder: string, chunk: string): number {
  const scripts = readdirSync(distFolder).filter(
    (name) => name.startsWith(`${chunk}.`) && name.endsWith(".js"),
  );
  if (scripts.length === 0) throw new Error(`There is no chunk ${chunk}.`);
  return scripts.reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(distFolder, name)), { level: 9 }).length / 1000,
    0,
  );
}

if (require.main === module) {
  const files = chunkKilobytes(join(__dirname, "..", "dist"), "files");
  console.log(`Script that writes files: ${files.toFixed(1)} kB gzipped (budget ${FILES_BUDGET_KB} kB)`);
  if (files > FILES_BUDGET_KB) process.exitCode = 1;
  const kilobytes = firstPaintKilobytes(join(__dirname, "..", "dist"));
  console.log(
    `Script before first paint: ${kilobytes.toFixed(1)} kB gzipped (budget ${FIRST_PAINT_BUDGET_KB} kB)`,
  );
  if (kilobytes > FIRST_PAINT_BUDGET_KB) process.exitCode = 1;
}
