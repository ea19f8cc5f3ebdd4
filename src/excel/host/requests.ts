/** Packs what is to be written into as few requests as Excel takes (5 MB each at the most). */
import { withPauses } from "./retry";
import type { OnSheet } from "./run";

/** One thing to write. `write` only queues it: the request is sent later. */
export interface WriteJob {
  readonly sheet: string;
  /** How much it adds to a request, roughly. */
  readonly bytes: number;
  readonly write: () => void;
}

/** The same for one sheet, which is handed to it when the request is put together: it may not exist before. */
export interface SheetJob {
  readonly bytes: number;
  readonly write: (sheet: Excel.Worksheet) => void;
}

/** A range, or a property set on it, costs about this much in a request. */
export const CALL_BYTES = 260;

/** Well below the 5 MB that Excel takes, and little enough for Cancel and progress to mean something. */
const REQUEST_BYTES = 3_000_000;

/** Jobs in their order, grouped; a job larger than a request has one of its own. */
export function groupJobs(jobs: readonly WriteJob[], limit = REQUEST_BYTES): WriteJob[][] {
  const groups: WriteJob[][] = [];
  let bytes = Infinity;
  for (const job of jobs) {
    if (bytes + job.bytes > limit) {
      groups.push([]);
      bytes = 0;
    }
    groups[groups.length - 1]?.push(job);
    bytes += job.bytes;
  }
  return groups;
}

/** Sends one group; the answer to what its jobs asked is there afterwards. */
export async function sendGroup(
  context: Excel.RequestContext,
  group: readonly WriteJob[],
  onSheet: OnSheet,
): Promise<void> {
  const sheets = new Set(group.map((job) => job.sheet));
  const [only] = sheets;
  onSheet(sheets.size === 1 && only !== undefined && only !== "" ? only : null);
  context.application.suspendScreenUpdatingUntilNextSync();
  context.application.suspendApiCalculationUntilNextSync();
  for (const job of group) job.write();
  await context.sync();
}

/**
 * Sends the groups one after the other.
 * Resolves to how many were sent: fewer than there are when the signal was set in between.
 */
export async function sendGroups(
  context: Excel.RequestContext,
  groups: readonly (readonly WriteJob[])[],
  options: {
    readonly onSheet: OnSheet;
    /** Adds to a request before it is sent: zero-based place among them. */
    readonly alongside?: (request: number) => void;
    /** After each answer; what it throws ends the sending. */
    readonly onSent: (sent: number, of: number) => void;
    /**
     * Given, the first request is sent again, after a pause, where Excel refuses it for a reason that can pass: its jobs
     * must then be able to run twice. Called before each further try.
     */
    readonly beforeSecondTry?: () => Promise<void>;
    readonly signal?: AbortSignal;
  },
): Promise<number> {
  const send = async (group: readonly WriteJob[], next: number): Promise<void> => {
    options.alongside?.(next);
    await sendGroup(context, group, options.onSheet);
  };
  const sendFrom = async (next: number): Promise<number> => {
    const group = groups[next];
    if (!group || options.signal?.aborted) return next;
    const { beforeSecondTry } = options;
    if (next > 0 || !beforeSecondTry) await send(group, next);
    else {
      await withPauses(async (failures) => {
        if (failures > 0) await beforeSecondTry();
        await send(group, next);
      });
    }
    options.onSent(next + 1, groups.length);
    return sendFrom(next + 1);
  };
  return sendFrom(0);
}

/** What a rectangle of cells costs in a request, roughly. */
export function bytesOf(cells: readonly (readonly (string | number | null)[])[]): number {
  let bytes = CALL_BYTES;
  for (const row of cells) for (const cell of row) bytes += typeof cell === "string" ? cell.length + 3 : 8;
  return bytes;
}
