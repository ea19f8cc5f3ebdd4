/**
 * Cells that show the last build's figures. Each is a streaming function: Excel keeps it open, and when a build ends
 * every open cell is given its new result. (A recalculation would not do: nothing that such a cell refers to has changed.)
 */
import { singleErrorThrown, type Result } from "./arrays";
import { invalidValue, isCellError, notAvailable } from "./errors";
import { alarm, pauseAfter, TOLD_FROM_FAILURE } from "./pauses";

export type OpenCell = Pick<CustomFunctions.StreamingInvocation<unknown[][]>, "setResult" | "onCanceled">;

export interface LivePack<Contents> {
  /**
   * Gives the cell its result once the contents are read, and again after each build until Excel closes it. Never reads
   * from inside the call: Excel makes it while it works out cells.
   */
  show(cell: OpenCell, calculate: (contents: Contents) => Result[][]): void;
}

/**
 * @param read reads the workbook: when a cell first asks, once more after each build, and again after a growing pause
 *   where Excel refused; null before the first build.
 * @param onBuilt calls back whenever a build has ended.
 */
export function livePack<Contents>(
  read: () => Promise<Contents | null>,
  onBuilt: (listener: () => void) => unknown,
): LivePack<Contents> {
  const open = new Map<OpenCell, (contents: Contents) => Result[][]>();
  let last: { readonly contents: Contents | null } | null = null;
  let failures = 0;
  /** The reading that counts: one that a build has overtaken is thrown away. */
  let turn = 0;
  /** A reading is under way, or its time is set. */
  let expected = false;
  const nextReading = alarm(() => {
    if (open.size > 0) void readNow();
    else expected = false;
  });

  onBuilt(() => {
    last = null;
    failures = 0;
    turn++;
    nextReading.stop();
    expected = false;
    if (open.size > 0) readAfter(0);
  });

  function readAfter(pause: number): void {
    expected = true;
    nextReading.set(pause);
  }

  async function readNow(): Promise<void> {
    const mine = ++turn;
    try {
      const contents = await read();
      if (mine !== turn) return;
      last = { contents };
      failures = 0;
      expected = false;
      for (const cell of open.keys()) give(cell);
    } catch {
      if (mine !== turn) return;
      failures++;
      if (failures >= TOLD_FROM_FAILURE) for (const cell of open.keys()) cell.setResult(notRead());
      readAfter(pauseAfter(failures));
    }
  }

  function give(cell: OpenCell): void {
    const calculate = open.get(cell); // none: Excel has closed the cell
    if (last && calculate) cell.setResult(resultOf(last.contents, calculate));
  }

  return {
    show(cell, calculate) {
      open.set(cell, calculate);
      cell.onCanceled = () => open.delete(cell);
      if (last) return void Promise.resolve().then(() => give(cell));
      if (!expected) return readAfter(0);
      if (failures < TOLD_FROM_FAILURE) return;
      cell.setResult(notRead());
      nextReading.bringForward(pauseAfter(1)); // Excel works again where it works out cells
    },
  };
}

function notRead(): CustomFunctions.Error {
  return notAvailable(
    "The clinic's figures cannot be read while Excel is busy. They will appear once it is free.",
  );
}

function resultOf<Contents>(
  contents: Contents | null,
  calculate: (contents: Contents) => Result[][],
): Result[][] | CustomFunctions.Error {
  if (contents === null)
    return notAvailable("Build the clinic tables first: this workbook has no figures yet.");
  try {
    return singleErrorThrown(calculate(contents));
  } catch (problem) {
    return isCellError(problem) ? problem : invalidValue("The figures of this cell could not be made.");
  }
}
