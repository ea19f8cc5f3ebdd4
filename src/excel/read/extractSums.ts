/**
 * What an extract sheet comes to, without its cells: how many hold something, and the sum of the numbers. Taken when it
 * is read and again before the pack is called finished: extracts that change in between would be half in the figures.
 * docs/limitations.md says what this misses.
 */
import { certain } from "../../clinic/cells/certain";
import { cellsAt } from "../host/ranges";
import { type Rectangle, rectangleOf } from "../host/rectangles";

export interface ExtractToSum {
  readonly sheetId: string;
  readonly sheet: string;
  readonly area: Rectangle;
}

export interface ExtractSum extends ExtractToSum {
  /** Excel's own COUNTA and SUM over `area`, as text; an error by its name. */
  readonly filled: string;
  readonly sum: string;
}

/** Adds the question to the request that is being put together; the result is to be called after its answer. */
export function askSums(
  { workbook }: Excel.RequestContext,
  extracts: readonly ExtractToSum[],
): () => ExtractSum[] {
  const { functions } = workbook;
  const asked = extracts.map((extract) => {
    const { row, column, rows, columns } = extract.area;
    const range = cellsAt(workbook.worksheets.getItem(extract.sheetId), row, column, rows, columns);
    const [filled, sum] = [functions.countA(range), functions.sum(range)];
    filled.load("value,error");
    sum.load("value,error");
    return { extract, filled, sum };
  });
  return () =>
    asked.map(({ extract, filled, sum }) => ({
      ...extract,
      filled: resultOf(filled),
      sum: resultOf(sum),
    }));
}

/** The same for sheets that were summed before: gives the names of those that are no longer what they were. */
export function askChanged(
  context: Excel.RequestContext,
  before: readonly ExtractSum[],
  /** Ids of sheets that are still there. */
  standing: ReadonlySet<string>,
): () => string[] {
  const here = before.filter(({ sheetId }) => standing.has(sheetId));
  const sums = askSums(context, here);
  const usedRanges = here.map(({ sheetId }) => {
    const used = context.workbook.worksheets.getItem(sheetId).getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    return used;
  });
  return () => {
    const now = new Map(sums().map((sum, i) => [sum.sheetId, { sum, used: certain(usedRanges[i]) }]));
    const isChanged = (old: ExtractSum): boolean => {
      const found = now.get(old.sheetId);
      if (!found || found.used.isNullObject) return true;
      return (
        found.sum.filled !== old.filled ||
        found.sum.sum !== old.sum ||
        !sameArea(rectangleOf(found.used), old.area)
      );
    };
    return before.filter(isChanged).map(({ sheet }) => sheet);
  };
}

function resultOf(result: Excel.FunctionResult<number>): string {
  return result.error ? String(result.error) : String(result.value);
}

function sameArea(a: Rectangle, b: Rectangle): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}
