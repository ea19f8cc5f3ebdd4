/**
 * Excel refuses some calls while another workbook is in front of this one (o-js#6365), while it calculates (o-js#6841) or
 * while a dialog is open, and takes the very same calls a moment later.
 */
import { codeOf } from "./excelError";

/** Codes of refusals that can pass. All others are told at once. */
const PASSING: ReadonlySet<string> = new Set(["GeneralException", "InvalidSelection"]);

export function isPassing(error: unknown): boolean {
  return PASSING.has(codeOf(error));
}

/** Milliseconds. */
const PAUSES = [250, 1_000, 3_000] as const;

/**
 * `attempt` is told how often it has failed, and must be able to run again after having been done in part.
 * Throws what it throws when it has failed once more than there are pauses, or with a code that does not pass.
 */
export async function withPauses<Result>(attempt: (failures: number) => Promise<Result>): Promise<Result> {
  const attemptFrom = async (failures: number): Promise<Result> => {
    try {
      return await attempt(failures);
    } catch (error) {
      const pause = PAUSES[failures];
      if (pause === undefined || !isPassing(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
      return attemptFrom(failures + 1);
    }
  };
  return attemptFrom(0);
}
