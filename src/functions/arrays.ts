/**
 * One formula over ranges, as Excel lifts its own functions: single cells, rows and columns stretch to the largest
 * shape, and where a shape does not reach, the result is #N/A.
 */
import { isCellError, notAvailable, type CellError } from "./errors";

/** What Excel hands over for an argument: rows of cells; null or undefined when it is left out. */
export type Cells = readonly (readonly unknown[])[] | null | undefined;
/** A cell of a result. */
export type Result = string | number | boolean | CellError;

/**
 * Calls `calculate` for each cell of the result, with the cell of each argument that stands there; an argument left
 * out comes as `undefined`, a blank cell as "". An error thrown by `calculate` is that cell's result, and so is the
 * first error value among its arguments, which is passed through without a call.
 * @throws the error itself when the result is a single cell: only then does Excel show its message.
 */
export function overCells(
  argumentsOf: readonly Cells[],
  calculate: (...cells: readonly unknown[]) => Result,
): Result[][] {
  const shapes = argumentsOf.map(shapeOf);
  const rows = Math.max(1, ...shapes.map((shape) => shape.rows));
  const columns = Math.max(1, ...shapes.map((shape) => shape.columns));
  const results: Result[][] = [];
  const cells: unknown[] = argumentsOf.map(() => undefined);
  for (let row = 0; row < rows; row++) {
    const line: Result[] = [];
    for (let column = 0; column < columns; column++) {
      for (const [i, shape] of shapes.entries()) cells[i] = cellAt(argumentsOf[i], shape, row, column);
      line.push(cells.includes(OUTSIDE) ? shapesDoNotMeet() : resultOf(calculate, cells));
    }
    results.push(line);
  }
  return singleErrorThrown(results);
}

/** A table from single cells: the first error value among them is passed through. */
export function spill(
  cells: readonly unknown[],
  calculate: (...cells: readonly unknown[]) => Result[][],
): Result[][] {
  const met = cells.find(isCellError);
  if (met !== undefined) throw met;
  return calculate(...cells);
}

/** @throws the error of a result that is one cell and an error. */
export function singleErrorThrown(results: Result[][]): Result[][] {
  const only = results.length === 1 && results[0]?.length === 1 ? results[0][0] : undefined;
  if (isCellError(only)) throw only;
  return results;
}

/** All cells of an argument in reading order, for a list such as closures; none when it is left out. */
export function listOf(cells: Cells): readonly unknown[] {
  return cells?.flat() ?? [];
}

interface Shape {
  readonly rows: number;
  readonly columns: number;
}

const OUTSIDE = Symbol("outside the argument's shape");
const LEFT_OUT: Shape = { rows: 0, columns: 0 };

function shapeOf(cells: Cells): Shape {
  return cells ? { rows: cells.length, columns: cells[0]?.length ?? 0 } : LEFT_OUT;
}

function cellAt(cells: Cells, shape: Shape, row: number, column: number): unknown {
  if (!cells) return undefined;
  const atRow = shape.rows === 1 ? 0 : row;
  const atColumn = shape.columns === 1 ? 0 : column;
  if (atRow >= shape.rows || atColumn >= shape.columns) return OUTSIDE;
  return cells[atRow]?.[atColumn] ?? "";
}

function resultOf(calculate: (...cells: readonly unknown[]) => Result, cells: readonly unknown[]): Result {
  const met = cells.find(isCellError);
  if (met !== undefined) return met;
  try {
    return calculate(...cells);
  } catch (problem) {
    if (isCellError(problem)) return problem;
    throw problem;
  }
}

function shapesDoNotMeet(): CellError {
  return notAvailable("The ranges are not of the same size.");
}
