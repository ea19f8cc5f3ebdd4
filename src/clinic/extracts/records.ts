/**
 * Which rows under a header are records. Blank rows are not; nor are repeated headings, totals and notes such as
 * "Source: Mosaic, run 01/08/2023": those are queries, so that no row goes unseen.
 */
import { readDate } from "../calendar/readDate";
import type { IssueLog } from "../issues/issueLog";
import { reporter } from "../issues/rulesCatalogue";
import { cellAddress } from "./addresses";
import { rowsThatCount } from "./annexA";
import { isBlank } from "./cells";
import { columnSpec, listSpec } from "./lists";
import type { ColumnType } from "./lists";
import type { SheetMatch } from "./recognition";
import { ROWS_A_STRETCH } from "./stretches";
import type { CellValue } from "./worksheet";

/** Indices into `match.sheet.rows`, in order. Pauses after each stretch of rows. */
export function* recordsOf(match: SheetMatch, log: IssueLog): Generator<void, Int32Array> {
  const { sheet, headerRow } = match;
  const kindOf = rowKinds(match);
  const counts = annexAFilter(match);
  const skipped = reporter(log, "note-row-skipped", match.list);
  const repeated = reporter(log, "header-row-repeated", match.list);
  const records = new Int32Array(Math.max(0, sheet.rows.length - headerRow - 1));
  let count = 0;
  for (let row = headerRow + 1; row < sheet.rows.length; row++) {
    if (row % ROWS_A_STRETCH === 0) yield;
    const cells = sheet.rows[row]!;
    const kind = kindOf(cells);
    if (kind === "record") {
      if (counts === null || counts(cells)) records[count++] = row;
    } else if (kind !== "blank") {
      const report = kind === "note" ? skipped : repeated;
      report(
        sheet.name,
        cellAddress(
          sheet,
          row,
          cells.findIndex((cell) => !isBlank(cell)),
        ),
      );
    }
  }
  return records.slice(0, count);
}

/** 1 January 1950 (1954 where days count from 1904): beside the word "Total", a lower number is a count and no day. */
const FIRST_LIKELY_SERIAL = 18_264;

type RowKind = "record" | "blank" | "note" | "header";

interface KnownColumn {
  readonly index: number;
  readonly type: ColumnType;
}

function rowKinds(match: SheetMatch): (cells: readonly CellValue[]) => RowKind {
  const spec = listSpec(match.list);
  const columns: KnownColumn[] = [...match.columns.values()].map(({ key, index }) => ({
    index,
    type: columnSpec(match.list, key)?.type ?? "text",
  }));
  const idKey = spec.columns.find((column) => column.type === "id" && column.required)?.key ?? "";
  const id = match.columns.get(idKey)?.index ?? -1;
  const idHeading = String(match.sheet.rows[match.headerRow]?.[id] ?? "").toLowerCase();
  const dateColumns = columns.filter((column) => column.type === "date");
  /** What a total never has: a date, or where a list has no dates, any other text. */
  const provesRecord = dateColumns.length > 0 ? dateColumns : columns.filter((c) => c.type === "text");

  return (cells) => {
    let filled: KnownColumn | null = null;
    let several = false;
    for (const column of columns) {
      if (isBlank(cells[column.index])) continue;
      if (filled) {
        several = true;
        break;
      }
      filled = column;
    }
    if (!filled) return cells.every(isBlank) ? "blank" : "note";
    const idCell = cells[id] ?? "";
    if (typeof idCell === "string" && idCell.length === idHeading.length && idHeading !== "") {
      if (idCell.toLowerCase() === idHeading) return "header";
    }
    if (!several && isNote(cells[filled.index] ?? "", filled, id)) return "note";
    // With one known cell the word may stand under any heading, as in the totals row of a table.
    const saysTotal = isTotalWord(idCell) || (!several && isBlank(idCell) && cells.some(isTotalWord));
    const isTotal = saysTotal && !provesRecord.some((column) => proves(cells[column.index] ?? ""));
    return isTotal ? "note" : "record";
  };
}

/** A total under a date column is a small number, and as a date a day of long ago. */
function proves(cell: CellValue): boolean {
  return typeof cell === "number" ? cell >= FIRST_LIKELY_SERIAL : !isBlank(cell);
}

/** The one cell that a row fills: a sentence, and not an ID, a date, a team or a number. */
function isNote(cell: CellValue, column: KnownColumn, id: number): boolean {
  if (typeof cell !== "string" || column.type === "number") return false;
  const text = cell.trim();
  if (column.type === "date" && readDate(text, false) > 0) return false;
  if (NOTE.test(text) || /[:©]/.test(text)) return true;
  if (column.index !== id) return false;
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const isPlainWords = /\s/.test(text) && !/\d/.test(text);
  return words.length >= 2 && (isPlainWords || text.split(/\s+/).length >= 3);
}

const NOTE =
  /^(?:(?:grand|sub)[\s-]?totals?|totals?|sources?|notes?|n\.?b\.?|end of|run (?:on|at|by|date)|report|extract|printed|produced|generated|created|exported|counts?|page \d+|rows?|records?|number of|filters?|applied|prepared|date run|data (?:as|from|source))\b/i;

/** Total, Grand total, Subtotal, or a space: what no ID begins with is dismissed at once. */
const TOTAL_BEGINS: ReadonlySet<number> = new Set(
  [..."TtGgSs \u00a0\t"].map((letter) => letter.charCodeAt(0)),
);

function isTotalWord(cell: CellValue): boolean {
  if (typeof cell !== "string" || cell.length < 5 || cell.length > 30) return false;
  if (!TOTAL_BEGINS.has(cell.charCodeAt(0))) return false;
  return /^\s*(?:(?:grand|sub)[\s-]?)?totals?\b/i.test(cell);
}

function annexAFilter(match: SheetMatch): ((cells: readonly CellValue[]) => boolean) | null {
  const only = match.annexA?.onlyRows;
  const index = only ? match.columns.get(only.column)?.index : undefined;
  if (!only || index === undefined) return null;
  const counts = rowsThatCount(only.words);
  return (cells) => counts(cells[index] ?? "");
}
