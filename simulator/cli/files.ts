/** Files in and out: an input is never written to, and an output appears only when it is whole. */
import { randomBytes } from "node:crypto";
import { existsSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { openWorkbook, type SimulatedExcel, UnreadableWorkbook } from "../index";
import { asMacroWorkbook, holdsMacros, withoutMacros } from "../xlsx/macros";
import { WrongUsage } from "./arguments";

/** The input cannot be used; the message is a sentence that says why. */
export class UnusableInput extends Error {
  override readonly name = "UnusableInput";
}

/** Throws UnusableInput where the file is missing, or no workbook. */
export async function openInput(path: string): Promise<SimulatedExcel> {
  if (!existsSync(path)) throw new UnusableInput(`There is no file ${path}.`);
  const found = statSync(path);
  if (!found.isFile())
    throw new UnusableInput(
      `${path} is ${found.isDirectory() ? "a folder" : "no ordinary file"}, not a workbook.`,
    );
  try {
    // Nobody looks at the workbook between two requests: its formulas are worked out when a value is asked for.
    return await openWorkbook(path, { calculates: "when asked" });
  } catch (fault) {
    if (fault instanceof UnreadableWorkbook)
      throw new UnusableInput(`${path} cannot be used. ${fault.message}`);
    throw new UnusableInput(`${path} cannot be read.`, { cause: fault });
  }
}

/** "reports/july.xlsx" → "reports/july-clinic.xlsx"; a workbook with macros stays one. */
export function defaultOutput(input: string): string {
  const extension = extname(input);
  return join(
    dirname(input),
    `${basename(input, extension)}-clinic${isMacroFile(input) ? extension : ".xlsx"}`,
  );
}

/** Excel opens no file whose name says something else of macros than its content: true = macros had to be left out. */
export function suitToName({ workbook }: SimulatedExcel, output: string): boolean {
  const { source } = workbook;
  if (source === null) return false;
  workbook.source = isMacroFile(output) ? asMacroWorkbook(source) : withoutMacros(source);
  return holdsMacros(source) && !isMacroFile(output);
}

function isMacroFile(path: string): boolean {
  return /^\.xlsm$/i.test(extname(path));
}

/**
 * Throws WrongUsage where an output would be written over an input or over another output, UnusableInput where it is
 * a folder: before the work is done.
 */
export function refuseOutputs(inputs: readonly string[], outputs: readonly string[]): void {
  const taken = new Set(inputs.map(truePath));
  for (const output of outputs) {
    const standing = existsSync(output) ? statSync(output) : null;
    if (standing?.isDirectory()) throw new UnusableInput(`${output} is a folder: name a file in it.`);
    if (standing && !standing.isFile())
      throw new UnusableInput(`${output} is a device or a pipe: name an ordinary file.`);
    if (taken.has(truePath(output))) {
      throw new WrongUsage(`${output} would be written over another file of this run: choose another name.`);
    }
    taken.add(truePath(output));
  }
}

/** The file behind links and, on disks that do not tell case apart, behind another spelling. */
function truePath(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) {
    const { dev, ino } = statSync(whole);
    return ino === 0 ? realpathSync(whole) : `${dev}:${ino}`;
  }
  return whole;
}

export interface Output {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/**
 * Writes every file under another name first, then puts all in place: where one fails, each path holds what it held
 * before. What is unfinished goes, also where the run is stopped from outside. Throws UnusableInput.
 */
export async function writeOutputs(outputs: readonly Output[]): Promise<void> {
  const unfinished = outputs.map(({ path }) => `${path}.${randomBytes(4).toString("hex")}.part`);
  const replaced = outputs.map(({ path }) => `${path}.${randomBytes(4).toString("hex")}.part`);
  const begun: string[] = [];
  const undo: (() => void)[] = [];
  const clear = (): void => {
    for (const act of undo.reverse()) act();
    for (const draft of begun) rmSync(draft, { force: true });
  };
  const release = onStop(clear);
  try {
    for (const [index, { path, content }] of outputs.entries()) {
      await mkdir(dirname(resolve(path)), { recursive: true });
      begun.push(unfinished[index]!);
      await writeFile(unfinished[index]!, content);
    }
    // Without a pause between them: nothing can stop the run half-way.
    for (const [index, { path }] of outputs.entries())
      putInPlace(unfinished[index]!, path, replaced[index]!, undo);
    undo.length = 0;
    await Promise.allSettled(replaced.map((old) => rm(old, { force: true })));
  } catch (fault) {
    clear();
    const paths = outputs.map(({ path }) => path).join(" and ");
    throw new UnusableInput(
      `${paths} cannot be written: check that the folder can be written to and no file is open.`,
      { cause: fault },
    );
  } finally {
    release();
  }
}

/** What stood at the path is kept under another name until all is done. */
function putInPlace(draft: string, path: string, kept: string, undo: (() => void)[]): void {
  if (existsSync(path)) {
    if (!statSync(path).isFile()) throw new Error("Something other than a file has appeared at the path.");
    renameSync(path, kept);
    undo.push(() => renameSync(kept, path));
  }
  renameSync(draft, path);
  undo.push(() => rmSync(path, { force: true }));
}

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Runs `clear` where the run is stopped from outside, then ends it. @returns takes that back. */
function onStop(clear: () => void): () => void {
  const signals = Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[];
  const stop = (signal: NodeJS.Signals): void => {
    clear();
    process.exit(EXIT_CODES[signal as keyof typeof EXIT_CODES]);
  };
  for (const signal of signals) process.once(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}
