/**
 * What of a page is not there yet, cell by cell: of a page that stands only that is written. A figure that somebody typed
 * over is a difference like any other. Cells that are as they should be are null in what is written: Excel leaves those alone.
 */
import type { CellValue } from "../../clinic/cells/worksheet";
import type { BlockPlan, CellContent } from "../../pages/plan";
import { cellForExcel } from "../host/cellText";
import { cellsAt } from "../host/ranges";
import { bytesOf, CALL_BYTES, type SheetJob } from "../host/requests";
import { digestOf } from "../host/digest";
import { isSame } from "./sameCell";

/** What a page's cell holds, by zero-based row and column of the sheet: its formula where it has one; "" = nothing. */
export type CellsThere = (row: number, column: number) => CellValue;

/** Whether Excel is known to spell `formula` as `found` in that column of that table. */
export type IsSpelling = (place: FormulaPlace, formula: string, found: string) => boolean;

/** A column of a table, counted from its first. */
export interface FormulaPlace {
  readonly table: string;
  readonly column: number;
}

/** What is kept of how Excel spells a formula of ours. */
export function spellingOf({ table, column }: FormulaPlace, formula: string, found: string): string {
  return digestOf([table, column, formula, found].join("\n"));
}

export function createIsSpelling(spelt: readonly string[] | undefined): IsSpelling {
  const known = new Set(spelt);
  return (place, formula, found) => known.has(spellingOf(place, formula, found));
}

/** Whether a cell holds what it should already. */
export function isThere(
  content: CellContent,
  found: CellValue,
  isSpelling: (formula: string, found: string) => boolean,
): boolean {
  if (content === null) return found === "";
  if (typeof content !== "object")
    return typeof found === typeof content && !isFormulaText(found) && isSame(content, found);
  return isFormulaText(found) && (found === content.formula || isSpelling(content.formula, found));
}

function isFormulaText(value: CellValue): value is string {
  return typeof value === "string" && value.startsWith("=");
}

/** null = nothing differs. */
export function blockDifferences(block: BlockPlan, there: CellsThere): SheetJob | null {
  const differs = block.cells.map((row, r) =>
    row.map((content, c) => !isThere(content, there(block.row + r, block.column + c), () => false)),
  );
  const rows = [...differs.keys()].filter((r) => differs[r]?.includes(true));
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return null;
  const width = Math.max(...differs.map((row) => row.lastIndexOf(true) + 1));
  const cells = block.cells
    .slice(first, last + 1)
    .map((row, r) =>
      Array.from({ length: width }, (_, c) =>
        differs[first + r]?.[c] === true ? cellForExcel(row[c] ?? null) : null,
      ),
    );
  return {
    bytes: bytesOf(cells) + CALL_BYTES,
    write(sheet) {
      cellsAt(sheet, block.row + first, block.column, cells.length, width).formulas = cells;
    },
  };
}
