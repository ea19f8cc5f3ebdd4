/**
 * Cells that show the last build's figures. Each is a streaming function: Excel keeps it open, and when a build ends
 * every open cell is given its new result. (A recalculation would not do: nothing that such a cell refers to has changed.)
 */
import { singleErrorThrown, type Result } from "./arrays";
import { invalidValue, isCellError, notAvailable } from "./errors";

export type OpenCell = Pick<CustomFunctions.StreamingInvocation<unknown[][]>, "setResult" | "onCanceled">;

export interface LivePack<Contents> {
  /** Gives the cell its result once the contents are read, and again after each build until Excel closes it. */
  show(cell: OpenCell, calculate: (contents: Contents) => Result[][]): void;
}

/**
 * @param read reads the workbook, once a build; null before the first build.
 * @param onBuilt calls back whenever a build has ended.
 */
export function livePack<Contents>(
  read: () => Promise<Contents | null>,
  onBuilt: (listener: () => void) => unknown,
): LivePack<Contents> {
  const open = new Map<OpenCell, (contents: Contents) => Result[][]>();
  let contents: Promise<Contents | null> | null = null;

  onBuilt(() => {
    contents = null;
    for (const cell of open.keys()) void give(cell);
  });

  /** One read for all who ask; one that failed is not kept, so that the next cell tries again. */
  function latest(): Promise<Contents | null> {
    if (contents) return contents;
    const reading = read();
    contents = reading;
    reading.catch(() => {
      if (contents === reading) contents = null;
    });
    return reading;
  }

  async function give(cell: OpenCell): Promise<void> {
    const reading = latest();
    const result = await reading.then(
      (found) => resultOf(found, open.get(cell)),
      () => notAvailable("The clinic's figures could not be read. Recalculate the cell to try again."),
    );
    // A build may have ended, or Excel closed the cell, while this read was under way.
    if (open.has(cell) && (contents === reading || contents === null)) cell.setResult(result);
  }

  return {
    show(cell, calculate) {
      open.set(cell, calculate);
      cell.onCanceled = () => open.delete(cell);
      void give(cell);
    },
  };
}

function resultOf<Contents>(
  contents: Contents | null,
  calculate: ((contents: Contents) => Result[][]) | undefined,
): Result[][] | CustomFunctions.Error {
  if (contents === null)
    return notAvailable("Build the clinic tables first: this workbook has no figures yet.");
  if (!calculate) return [];
  try {
    return singleErrorThrown(calculate(contents));
  } catch (problem) {
    return isCellError(problem) ? problem : invalidValue("The figures of this cell could not be made.");
  }
}
