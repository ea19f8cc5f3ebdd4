/** A sheet that no list is read from, as a council's own indicator reads it: its headings, and the rows that are records. */
import { cellAddress } from "../../cells/addresses";
import { isBlank } from "../../cells/cells";
import { cellText, isExcelError, nameKey } from "../../cells/names";
import { isNothing } from "../../cells/nothing";
import type { CellValue, SheetValues } from "../../cells/worksheet";
import { HEADER_ROWS } from "../../extracts/sheetFit";
import type { IssueLog } from "../../issues/issueLog";
import { reporter } from "../../issues/rulesCatalogue";
import { columnSpec } from "../../lists/lists";

export interface OwnSheet {
  readonly sheet: SheetValues;
  readonly headerRow: number;
  /** Column of the child's ID, within the sheet's rows. */
  readonly child: number;
  /** Indices into `sheet.rows`. */
  readonly records: Int32Array;
}

/** null = no row among the first fifty has a heading for a child's ID. */
export function readOwnSheet(sheet: SheetValues, log: IssueLog): OwnSheet | null {
  const row = childHeaderRow(sheet);
  if (row === null) return null;
  const child = (sheet.rows[row] ?? []).findIndex(isChildHeading);
  return { sheet, headerRow: row, child, records: recordsOf(sheet, row, child, log) };
}

/** Index into its rows of the first one with a heading for a child's ID; null = none of the first fifty. */
export function childHeaderRow({ rows }: SheetValues): number | null {
  const row = rows.slice(0, HEADER_ROWS).findIndex((cells) => cells.some(isChildHeading));
  return row < 0 ? null : row;
}

const CHILD_HEADINGS: ReadonlySet<string> = new Set(
  [columnSpec("contacts", "child")].flatMap((spec) =>
    spec ? [spec.heading, ...spec.otherNames, ...spec.whenNamed].map(nameKey) : [],
  ),
);

function isChildHeading(cell: CellValue): boolean {
  return typeof cell === "string" && CHILD_HEADINGS.has(nameKey(cell));
}

/** Not blank rows, repeated headings, totals and notes; what is left out and is not blank is a query. */
function recordsOf(sheet: SheetValues, headerRow: number, child: number, log: IssueLog): Int32Array {
  const records: number[] = [];
  const missing = reporter(log, "missing-id", null, {
    column: cellText(sheet.rows[headerRow]?.[child] ?? ""),
  });
  for (let row = headerRow + 1; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row] ?? [];
    const filled = cells.reduce<number>((count, cell) => count + (isBlank(cell) ? 0 : 1), 0);
    if (filled === 0) continue;
    const id = cells[child] ?? "";
    const isNoRecord =
      filled === 1 || isChildHeading(id) || /^(?:grand |sub)?\s*totals?\b/i.test(cellText(id));
    if (!isNoRecord) {
      records.push(row);
      if (isBlank(id) || isNothing(id) || isExcelError(id)) {
        missing(sheet.name, cellAddress(sheet, row, child));
      }
    } else {
      log.add({
        severity: "query",
        code: "note-row-skipped",
        list: null,
        sheet: sheet.name,
        cell: cellAddress(
          sheet,
          row,
          Math.max(
            0,
            cells.findIndex((cell) => !isBlank(cell)),
          ),
        ),
        message:
          "This row looks like a note, a total or a heading and is not counted by your own indicators.",
        fix: "Move it away from the rows, or fill the row if it is a record.",
      });
    }
  }
  return Int32Array.from(records);
}
