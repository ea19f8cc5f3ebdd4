/** Rectangles of cells: zero-based, never empty. Pure. */
import { columnLetters } from "../../clinic/cells/addresses";
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The parts of `area` that none of `holes` covers, as rectangles that do not overlap. */
export function outside(area: Rectangle, holes: readonly Rectangle[]): Rectangle[] {
  const rowEdges = edges(
    area.row,
    area.rows,
    holes.map((h) => [h.row, h.row + h.rows]),
  );
  const free: Rectangle[] = [];
  for (let i = 0; i + 1 < rowEdges.length; i++) {
    const top = rowEdges[i] as number;
    const bottom = rowEdges[i + 1] as number;
    const across = holes
      .filter((h) => h.row <= top && h.row + h.rows >= bottom)
      .sort((a, b) => a.column - b.column);
    let column = area.column;
    const end = area.column + area.columns;
    const gap = (to: number) => {
      if (to > column) free.push({ row: top, column, rows: bottom - top, columns: to - column });
    };
    for (const hole of across) {
      gap(Math.min(hole.column, end));
      column = Math.max(column, hole.column + hole.columns);
    }
    gap(end);
  }
  return free;
}

/** The cells in as few rectangles as runs of rows make, none of more than `most` cells; by column, then by row. */
export function rectanglesOf(
  cells: readonly { readonly row: number; readonly column: number }[],
  most = Infinity,
): Rectangle[] {
  const done: Rectangle[] = [];
  let open: Rectangle[] = [];
  for (const run of runsOf(cells)) {
    const grown = open.find(
      (above) =>
        above.column === run.column &&
        above.columns === run.columns &&
        above.row + above.rows === run.row &&
        (above.rows + 1) * above.columns <= most,
    );
    const [ended, still] = [
      open.filter((above) => above !== grown && above.row + above.rows < run.row),
      open.filter((above) => above !== grown && above.row + above.rows >= run.row),
    ];
    done.push(...ended);
    open = [...still, grown ? { ...grown, rows: grown.rows + 1 } : run];
  }
  return [...done, ...open].sort((a, b) => a.column - b.column || a.row - b.row);
}

/** Neighbours of one row as one run, row by row. */
function runsOf(cells: readonly { readonly row: number; readonly column: number }[]): Rectangle[] {
  const runs: { row: number; column: number; rows: number; columns: number }[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const last = runs[runs.length - 1];
    if (last?.row === row && last.column + last.columns === column) last.columns++;
    else runs.push({ row, column, rows: 1, columns: 1 });
  }
  return runs;
}

/** The smallest rectangle that holds them all; null for none. */
export function around(all: readonly Rectangle[]): Rectangle | null {
  if (all.length === 0) return null;
  let [row, column, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const r of all) {
    row = Math.min(row, r.row);
    column = Math.min(column, r.column);
    bottom = Math.max(bottom, r.row + r.rows);
    right = Math.max(right, r.column + r.columns);
  }
  return { row, column, rows: bottom - row, columns: right - column };
}

export function overlap(a: Rectangle, b: Rectangle): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

export function isWithin(inner: Rectangle, outer: Rectangle): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** "A1:D12"; "A1" for one cell. */
export function addressOf({ row, column, rows, columns }: Rectangle): string {
  const first = `${columnLetters(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows}`;
}

/** "AA" → 26. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

function edges(from: number, length: number, spans: readonly (readonly [number, number])[]): number[] {
  const all = new Set([from, from + length]);
  for (const [start, end] of spans) {
    for (const edge of [start, end]) if (edge > from && edge < from + length) all.add(edge);
  }
  return [...all].sort((a, b) => a - b);
}

/** Of a range whose place and size have been loaded. */
export function rectangleOf(
  range: Pick<Excel.Range, "rowIndex" | "columnIndex" | "rowCount" | "columnCount">,
): Rectangle {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}
