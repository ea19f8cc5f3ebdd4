/** Where a sheet's rows and columns lie on the screen, in pixels from the corner of A1. */
import { lastColumn, lastRow } from "../../model/address";
import {
  cellAt,
  columnRunAt,
  holdsValue,
  sortedRows,
  usedArea,
  WHOLE_SHEET,
  type Sheet,
} from "../../model/sheet";
import type { Corner } from "../../../src/files/openxml/drawing";

export interface Geometry {
  /** Left edge of a column. */
  left(column: number): number;
  /** Top edge of a row. */
  top(row: number): number;
  /** The row that lies at a height. */
  rowAt(y: number): number;
  corner(corner: Corner): { readonly x: number; readonly y: number };
}

const PIXELS_PER_POINT = 96 / 72;

export function columnPixels(sheet: Sheet, column: number): number {
  const run = columnRunAt(sheet, column);
  if (run?.hidden) return 0;
  // Excel's own rule for its default font: 7 pixels a character and 5 of padding.
  return Math.trunc((run?.width ?? sheet.standardWidth) * 7 + 5);
}

export function measureSheet(sheet: Sheet): Geometry {
  const standard = sheet.standardHeight * PIXELS_PER_POINT;
  const exceptions = sortedRows(sheet)
    .map((row) => ({ row, height: rowPixels(sheet, row, standard) }))
    .filter(({ height }) => height !== standard);
  // Running totals of how far the exceptions push the rows after them.
  let pushed = 0;
  const steps = exceptions.map(({ row, height }) => ({ row, height, pushed: (pushed += height - standard) }));
  const pushedBefore = (row: number): number => {
    let low = 0;
    let high = steps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((steps[middle]?.row ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return steps[low - 1]?.pushed ?? 0;
  };
  const lefts: number[] = [0];
  const left = (column: number): number => {
    for (let next = lefts.length; next <= column; next++) {
      lefts[next] = (lefts[next - 1] ?? 0) + columnPixels(sheet, next - 1);
    }
    return lefts[column] ?? 0;
  };
  const top = (row: number): number => row * standard + pushedBefore(row);
  return {
    left,
    top,
    rowAt(y) {
      let row = Math.max(0, Math.floor(y / standard));
      while (row > 0 && top(row) > y) row--;
      while (top(row + 1) <= y) row++;
      return row;
    },
    corner: ({ row, column, rowOffset, columnOffset }) => ({
      x: left(column) + columnOffset * PIXELS_PER_POINT,
      y: top(row) + rowOffset * PIXELS_PER_POINT,
    }),
  };
}

function rowPixels(sheet: Sheet, row: number, standard: number): number {
  const record = sheet.rows.get(row);
  if (!record) return standard;
  if (record.hidden) return 0;
  return record.height === null ? standard : record.height * PIXELS_PER_POINT;
}

/** Rows and columns that the view draws: as far as anything stands, and some more. */
export function drawnExtent(sheet: Sheet): { readonly rows: number; readonly columns: number } {
  const used = usedArea(sheet, WHOLE_SHEET, holdsValue);
  const ends = sheet.charts.map(({ to }) => to);
  return {
    rows: Math.max(40, used ? lastRow(used) + 6 : 0, ...ends.map(({ row }) => row + 4)),
    columns: Math.max(16, used ? lastColumn(used) + 3 : 0, ...ends.map(({ column }) => column + 2)),
  };
}

export const isBlank = (sheet: Sheet, row: number, column: number): boolean => {
  const value = cellAt(sheet, row, column)?.value;
  return value === undefined || value === null || value === "";
};
