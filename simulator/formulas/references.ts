/** A1 references inside formulas, and how they follow cells that move. */
import { columnLetters } from "../../src/clinic/cells/addresses";
import {
  type Area,
  isWholeColumns,
  isWholeRows,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
  parseArea,
  quoteSheetName,
  unquoteSheetName,
} from "../model/address";
import { respell } from "./scan";

/** Cells of `area`'s columns (or rows) that move: `by` > 0 makes room at `area`, `by` < 0 takes `area` away. */
export interface CellShift {
  readonly sheet: string;
  readonly along: "rows" | "columns";
  readonly kind: "insert" | "delete";
  /** What is put in or taken out. */
  readonly area: Area;
}

/** Where `area` of the shifted sheet lies afterwards; null = taken away. Wider references than the shift stay. */
export function shiftArea(area: Area, shift: CellShift): Area | null {
  if (shift.along === "rows") {
    if (isWholeColumns(area)) return area;
    if (area.column < shift.area.column || lastColumn(area) > lastColumn(shift.area)) return area;
    const rows = shiftSpan(
      area.row,
      lastRow(area),
      shift.area.row,
      shift.area.rows,
      shift.kind,
      MAX_ROWS - 1,
    );
    return rows && { ...area, row: rows[0], rows: rows[1] - rows[0] + 1 };
  }
  if (isWholeRows(area)) return area;
  if (area.row < shift.area.row || lastRow(area) > lastRow(shift.area)) return area;
  const columns = shiftSpan(
    area.column,
    lastColumn(area),
    shift.area.column,
    shift.area.columns,
    shift.kind,
    MAX_COLUMNS - 1,
  );
  return columns && { ...area, column: columns[0], columns: columns[1] - columns[0] + 1 };
}

function shiftSpan(
  first: number,
  last: number,
  at: number,
  count: number,
  kind: CellShift["kind"],
  limit: number,
): readonly [number, number] | null {
  if (kind === "insert") {
    const start = first >= at ? first + count : first;
    if (start > limit) return null;
    return [start, Math.min(limit, last >= at ? last + count : last)];
  }
  const end = at + count - 1;
  if (first >= at && last <= end) return null;
  const start = first > end ? first - count : Math.min(first, first >= at ? at : first);
  return [start, last > end ? last - count : last >= at ? at - 1 : last];
}

/** The formula after the shift; `home` is the sheet that it stands on. */
export function shiftFormula(formula: string, home: string, shift: CellShift): string {
  const wanted = shift.sheet.toLowerCase();
  return respell(formula, (piece) => {
    if (piece.kind !== "reference") return null;
    const sheet = piece.sheet === null ? home : unquoteSheetName(piece.sheet);
    if (sheet.toLowerCase() !== wanted) return null;
    const area = parseArea(piece.cells);
    if (!area) return null;
    const moved = shiftArea(area, shift);
    if (moved === area) return null;
    const prefix = piece.sheet === null ? "" : `${piece.sheet}!`;
    return prefix + (moved ? spellLike(piece.cells, moved) : "#REF!");
  });
}

/** `area` with the dollars of `spelling`. */
function spellLike(spelling: string, area: Area): string {
  const [first = "", last] = spelling.split(":");
  if (isWholeColumns(area) && !/\d/.test(spelling)) {
    return `${dollar(first)}${columnLetters(area.column)}:${dollar(last ?? first)}${columnLetters(lastColumn(area))}`;
  }
  if (isWholeRows(area) && !/[A-Za-z]/.test(spelling)) {
    return `${dollar(first)}${area.row + 1}:${dollar(last ?? first)}${lastRow(area) + 1}`;
  }
  const start = corner(first, area.row, area.column);
  if (last === undefined && area.rows === 1 && area.columns === 1) return start;
  return `${start}:${corner(last ?? first, lastRow(area), lastColumn(area))}`;
}

const dollar = (corner: string): string => (corner.startsWith("$") ? "$" : "");

function corner(spelling: string, row: number, column: number): string {
  const rowDollar = /[A-Za-z]\$/.test(spelling) ? "$" : "";
  return `${dollar(spelling)}${columnLetters(column)}${rowDollar}${row + 1}`;
}

/** The formula copied `rows` down and `columns` across: relative references move, absolute ones stay. */
export function offsetFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return respell(formula, (piece) => {
    if (piece.kind !== "reference" || !parseArea(piece.cells)) return null;
    const moved = piece.cells.split(":").map((part) => offsetCorner(part, rows, columns));
    const prefix = piece.sheet === null ? "" : `${piece.sheet}!`;
    return prefix + (moved.includes(null) ? "#REF!" : moved.join(":"));
  });
}

function offsetCorner(spelling: string, rows: number, columns: number): string | null {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(spelling)!;
  const [, columnDollar = "", letters = "", rowDollar = "", digits = ""] = match;
  const fixedRow = digits !== "" && (letters === "" ? columnDollar === "$" : rowDollar === "$");
  const column = letters === "" ? 0 : numberOf(letters) + (columnDollar === "$" ? 0 : columns);
  const row = digits === "" ? 0 : Number(digits) - 1 + (fixedRow ? 0 : rows);
  if (row < 0 || column < 0 || row >= MAX_ROWS || column >= MAX_COLUMNS) return null;
  if (letters === "") return `${columnDollar}${row + 1}`;
  return `${columnDollar}${columnLetters(column)}${digits === "" ? "" : `${rowDollar}${row + 1}`}`;
}

const numberOf = (letters: string): number => parseArea(`${letters}1`)?.column ?? 0;

/** Follows a sheet's new name. */
export function renameSheetInFormula(formula: string, name: string, newName: string): string {
  const wanted = name.toLowerCase();
  return respell(formula, (piece) => {
    if ((piece.kind !== "reference" && piece.kind !== "name") || piece.sheet === null) return null;
    if (unquoteSheetName(piece.sheet).toLowerCase() !== wanted) return null;
    return `${quoteSheetName(newName)}!${piece.kind === "reference" ? piece.cells : piece.name}`;
  });
}

/** The formula once the sheet is gone: what pointed at it is #REF!. */
export function forgetSheetInFormula(formula: string, name: string): string {
  const wanted = name.toLowerCase();
  return respell(formula, (piece) => {
    if ((piece.kind !== "reference" && piece.kind !== "name") || piece.sheet === null) return null;
    return unquoteSheetName(piece.sheet).toLowerCase() === wanted ? "#REF!" : null;
  });
}

/** The one area that a formula such as 'Clinic CIN'!$A$1:$B$9 is; null where it is anything else. */
export function asReference(formula: string): { readonly sheet: string | null; readonly area: Area } | null {
  let found: { readonly sheet: string | null; readonly area: Area } | null = null;
  let others = 0;
  respell(formula.trim(), (piece) => {
    const area = piece.kind === "reference" ? parseArea(piece.cells) : null;
    if (piece.kind === "reference" && area && !found) {
      found = { sheet: piece.sheet === null ? null : unquoteSheetName(piece.sheet), area };
    } else others++;
    return null;
  });
  return others === 0 ? found : null;
}
