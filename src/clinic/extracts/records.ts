/**
 * Which rows under a header are records. Blank rows are not; nor are repeated headings, totals and notes such as
 * "Source: Mosaic, run 01/08/2023": those are queries, so that no row goes unseen.
 */
import { readDate } from "../calendar/readDate";
import type { IssueLog } from "../issues/issueLog";
import { reporter } from "../issues/rulesCatalogue";
import { cellAddress } from "../cells/addresses";
import { isBlank } from "../cells/cells";
import { columnSpec, listSpec } from "../lists/lists";
import type { ColumnType } from "../lists/lists";
import type { SheetMatch } from "./recognition";
import { rowFilterOf } from "./rowFilters";
import type { FilterReading, RowFilter } from "./rowFilters";
import { ROWS_A_STRETCH } from "./stretches";
import type { CellValue } from "../cells/worksheet";

/** Indices into `match.sheet.rows`, in order. Pauses after each stretch of rows. */
export function* recordsOf(match: SheetMatch, reading: FilterReading): Generator<void, Int32Array> {
  const { rows } = match.sheet;
  const first = match.headerRow + 1;
  const records = new Int32Array(Math.max(0, rows.length - first));
  const { log } = reading;
  const filter = rowFilterOf(match, reading);
  const sign = plainSign(match, filter);
  const isRecord = otherRows(match, filter, log);
  let count = 0;
  for (let from = first; from < rows.length; from += ROWS_A_STRETCH) {
    if (from > first) yield;
    count = recordsAmong(
      rows,
      from,
      Math.min(from + ROWS_A_STRETCH, rows.length),
      records,
      count,
      sign,
      isRecord,
    );
  }
  filter?.end();
  return count === records.length ? records : records.slice(0, count);
}

/** @returns how many of `records` are filled by now. */
function recordsAmong(
  rows: readonly (readonly CellValue[])[],
  from: number,
  end: number,
  records: Int32Array,
  filled: number,
  sign: PlainSign,
  isRecord: (row: number) => boolean,
): number {
  let count = filled;
  for (let row = from; row < end; row++) {
    if (isPlainRecord(rows[row]!, sign) || isRecord(row)) records[count++] = row;
  }
  return count;
}

/** What shows at two looks that a row is a record, as nearly all are. Zero-based columns. */
interface PlainSign {
  /** The list's ID; -1 where the sheet or the list has none, or not every record counts. */
  readonly id: number;
  readonly idHeadingLength: number;
  /** A date, or in a list without dates any other column; -1 without one. */
  readonly second: number;
  readonly secondIsDate: boolean;
}

function plainSign(match: SheetMatch, filter: RowFilter | null): PlainSign {
  const id = idColumn(match);
  const others = knownColumns(match).filter(({ index }) => index !== id);
  const second = others.find(({ type }) => type === "date") ?? others[0];
  return {
    id: filter === null ? id : -1,
    idHeadingLength: idHeading(match).length,
    second: second?.index ?? -1,
    secondIsDate: second?.type === "date",
  };
}

/** An ID that is no heading, and a day that no total has or an ID that is no total: what the slow look would find too. */
function isPlainRecord(cells: readonly CellValue[], sign: PlainSign): boolean {
  if (sign.id < 0 || sign.second < 0) return false;
  const id = cells[sign.id];
  const second = cells[sign.second];
  if (typeof id === "string") {
    if (id.length === sign.idHeadingLength || !isPlainLetter(id.charCodeAt(0))) return false;
  } else if (typeof id !== "number") return false;
  if (sign.secondIsDate) return typeof second === "number" && second >= FIRST_LIKELY_SERIAL;
  const isFilled = typeof second === "string" && isPlainLetter(second.charCodeAt(0));
  return isFilled && (typeof id === "number" || !TOTAL_BEGINS.has(id.charCodeAt(0)));
}

/** Neither a space of any kind nor the NaN of no letter at all. */
function isPlainLetter(code: number): boolean {
  return code > 32 && code < 127;
}

/** Judges any row, and raises what is to be said of one that is no record. */
function otherRows(match: SheetMatch, filter: RowFilter | null, log: IssueLog): (row: number) => boolean {
  const { sheet } = match;
  let kindOf: ((cells: readonly CellValue[]) => RowKind) | null = null;
  return (row) => {
    const cells = sheet.rows[row]!;
    kindOf ??= rowKinds(match);
    const kind = kindOf(cells);
    if (kind === "record") return filter === null || filter.counts(cells, row);
    if (kind !== "blank") {
      const code = kind === "note" ? "note-row-skipped" : "header-row-repeated";
      const column = cells.findIndex((cell) => !isBlank(cell));
      reporter(log, code, match.list)(sheet.name, cellAddress(sheet, row, column));
    }
    return false;
  };
}

/** 1 January 1950 (1954 where days count from 1904): beside the word "Total", a lower number is a count and no day. */
const FIRST_LIKELY_SERIAL = 18_264;

export type RowKind = "record" | "blank" | "note" | "header";

interface KnownColumn {
  readonly index: number;
  readonly type: ColumnType;
}

/** Judges the rows under a header one by one: what loading a file puts on the sheet is what reading it would count. */
export function rowKinds(match: SheetMatch): (cells: readonly CellValue[]) => RowKind {
  const columns = knownColumns(match);
  const id = idColumn(match);
  const heading = idHeading(match);
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
    if (typeof idCell === "string" && idCell.length === heading.length && heading !== "") {
      if (idCell.toLowerCase() === heading) return "header";
    }
    if (!several && isNote(cells[filled.index] ?? "", filled, id)) return "note";
    // With one known cell the word may stand under any heading, as in the totals row of a table.
    const saysTotal = isTotalWord(idCell) || (!several && isBlank(idCell) && cells.some(isTotalWord));
    const isTotal = saysTotal && !provesRecord.some((column) => proves(cells[column.index] ?? ""));
    return isTotal ? "note" : "record";
  };
}

function knownColumns({ list, columns }: SheetMatch): readonly KnownColumn[] {
  return [...columns.values()].map(({ key, index }) => ({
    index,
    type: columnSpec(list, key)?.type ?? "text",
  }));
}

function idColumn({ list, columns }: SheetMatch): number {
  const key = listSpec(list).columns.find((column) => column.type === "id" && column.required)?.key ?? "";
  return columns.get(key)?.index ?? -1;
}

function idHeading(match: SheetMatch): string {
  return String(match.sheet.rows[match.headerRow]?.[idColumn(match)] ?? "").toLowerCase();
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

/** What a program or a person writes below a list: "Applied filters: …", "Total", "Page 1 of 3". */
export function beginsAsNote(text: string): boolean {
  return NOTE.test(text.trim());
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
