/**
 * A setting looked up by its ID, `INDEX('Clinic Settings'!$G:$G,MATCH("cin-visits-6w",'Clinic Settings'!$D:$D,0))`, is the
 * cell that it finds. The evaluator would lay out both whole columns each time that a name says so; here the
 * IDs are read once for a calculation.
 */
import { asReference } from "../formulas/references";
import { type Sheet, sortedRows } from "../model/sheet";
import { sheetNamed, type Workbook } from "../model/workbook";

const SHEET = String.raw`'(?:[^']|'')+'|[\p{L}\p{N}_.]+`;
/** Texts between quotation marks are passed over; an ID with a wildcard is left to the evaluator. */
const LOOKUP = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.])INDEX\((${SHEET})!(\$[A-Z]+):\2,MATCH\("([^"*?~]*)",(\1!(\$[A-Z]+):\5),0\)\)`,
  "giu",
);

/** The row, from 0, of each text of a column; null where a formula stands in it, whose result is not known yet. */
type RowsByText = ReadonlyMap<string, number> | null;

/** @returns a function that writes the cell itself for every such lookup whose column of IDs holds no formula. */
export function lookupsOf(workbook: Workbook): (formula: string) => string {
  const columns = new Map<string, RowsByText>();
  const rowsOf = (area: string): RowsByText => {
    let rows = columns.get(area);
    if (rows === undefined) columns.set(area, (rows = readColumn(workbook, area)));
    return rows;
  };
  return (formula) =>
    formula.replace(
      LOOKUP,
      (piece, sheet: string | undefined, column: string, id: string, area: string): string => {
        const row = sheet === undefined ? undefined : rowsOf(area)?.get(id.toLowerCase());
        return row === undefined ? piece : `${sheet}!${column}$${row + 1}`;
      },
    );
}

function readColumn(workbook: Workbook, area: string): RowsByText {
  const found = asReference(area);
  const sheet = found?.sheet ? sheetNamed(workbook, found.sheet) : undefined;
  return found && sheet ? rowsByText(sheet, found.area.column) : null;
}

function rowsByText(sheet: Sheet, column: number): RowsByText {
  const rows = new Map<string, number>();
  for (const row of sortedRows(sheet)) {
    const cell = sheet.rows.get(row)?.cells[column];
    if (!cell) continue;
    if (cell.formula !== null) return null;
    if (typeof cell.value !== "string") continue;
    const text = cell.value.toLowerCase();
    if (!rows.has(text)) rows.set(text, row);
  }
  return rows;
}
