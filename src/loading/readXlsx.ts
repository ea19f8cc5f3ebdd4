/** An .xlsx or .xlsm → its sheets, cells as Excel's `Range.values` gives them. */
import { read, SSF, type CellObject, type WorkSheet } from "@e965/xlsx/dist/xlsx.mini.min.js";
import type { CellValue } from "../clinic/cells/worksheet";
import { DAMAGED } from "./fileKind";
import type { FileOutcome, SheetOfFile } from "./fileSheets";
import { evenRows } from "./grids";

export function readXlsx(file: string, bytes: Uint8Array): FileOutcome {
  try {
    // The number format tells which columns are dates; texts as shown, formulas and markup are not made.
    const book = read(bytes, {
      type: "array",
      dense: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      cellNF: true,
    });
    const sheets = book.SheetNames.flatMap((name) => {
      const sheet = book.Sheets[name];
      const found = sheet && sheetOf(name, sheet);
      return found && found.rows.length > 0 ? [found] : [];
    });
    return { file, sheets, date1904: book.Workbook?.WBProps?.date1904 === true, refused: null };
  } catch {
    return { file, refused: DAMAGED };
  }
}

function sheetOf(name: string, sheet: WorkSheet): SheetOfFile {
  const cells = (sheet["!data"] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  const seen = new Map<number, boolean>();
  const grid = Array.from(cells, (row) =>
    Array.from(row ?? [], (cell, column) => {
      if (cell?.t === "n" && !seen.has(column)) seen.set(column, SSF.is_date(String(cell.z ?? "General")));
      return valueOf(cell);
    }),
  );
  const dateColumns = new Set([...seen].filter(([, isDate]) => isDate).map(([column]) => column));
  return { name, firstRow: 0, firstColumn: 0, rows: evenRows(grid), dateColumns, isText: false };
}

function valueOf(cell: CellObject | undefined): CellValue {
  if (cell === undefined) return "";
  const { v, t } = cell;
  if (t === "e") return ERRORS[Number(v)] ?? "#VALUE!";
  return typeof v === "string" || typeof v === "number" || typeof v === "boolean" ? v : "";
}

const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};
