/** Files in and out: an input is never written to, and an output appears only when it is whole. */
import { randomBytes } from "node:crypto";
import { existsSync, realpathSync, statSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
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
  if (!statSync(path).isFile()) throw new UnusableInput(`${path} is a folder, not a workbook.`);
  try {
    return await openWorkbook(path);
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
 * Throws WrongUsage where an output would be written over the input or over another output, UnusableInput where it is
 * a folder: before the work is done.
 */
export function refuseOutputs(input: string, outputs: readonly string[]): void {
  const taken = new Set([truePath(input)]);
  for (const output of outputs) {
    if (existsSync(output) && statSync(output).isDirectory())
      throw new UnusableInput(`${output} is a folder: name a file in it.`);
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

/** Writes every file under another name first: where one fails, none appears. Throws UnusableInput. */
export async function writeOutputs(outputs: readonly Output[]): Promise<void> {
  const drafts = outputs.map(({ path }) => `${path}.${randomBytes(4).toString("hex")}.part`);
  try {
    for (const [index, { path, content }] of outputs.entries()) {
      await mkdir(dirname(resolve(path)), { recursive: true });
      await writeFile(drafts[index]!, content);
    }
    for (const [index, { path }] of outputs.entries()) await rename(drafts[index]!, path);
  } catch (fault) {
    await Promise.allSettled(drafts.map((draft) => rm(draft, { force: true })));
    const paths = outputs.map(({ path }) => path).join(" and ");
    throw new UnusableInput(
      `${paths} cannot be written: check that the folder can be written to and no file is open.`,
      {
        cause: fault,
      },
    );
  }
}
