/** What Excel tells of formulas that fill more than their own cell. */
import { type Area, covers } from "../model/address";
import { type ArrayFormula, arraysIn } from "../model/arrays";
import type { Sheet } from "../model/sheet";

interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** Every cell of an array entered with Ctrl+Shift+Enter shows its formula; null for all other cells. */
export function arrayFormulas({ sheet, area }: Place): (row: number, column: number) => string | null {
  const arrays = arraysIn(sheet, area).filter(({ spills }) => !spills);
  return (row, column) => {
    const own = arrays.find((array) => covers(array.area, { row, column, rows: 1, columns: 1 }));
    return own ? `=${own.formula}` : null;
  };
}

/** true = every cell of the range, false = none, null = some. */
export function isFilledBy({ sheet, area }: Place, counts: (array: ArrayFormula) => boolean): boolean | null {
  const filling = arraysIn(sheet, area).filter(counts);
  if (filling.length === 0) return false;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (!filling.some((array) => covers(array.area, { row, column, rows: 1, columns: 1 }))) return null;
    }
  }
  return true;
}

/** The cells that the formula of this one cell spills over; null where it holds no formula that spills. */
export function spillAt({ sheet, area: cell }: Place): Area | null {
  if (cell.rows > 1 || cell.columns > 1) return null;
  const [array] = arraysIn(sheet, cell);
  const isAnchor = array?.area.row === cell.row && array.area.column === cell.column;
  return array?.spills && isAnchor ? array.area : null;
}
