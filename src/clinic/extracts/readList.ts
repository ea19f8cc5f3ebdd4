/**
 * A list once read: typed columns over the records, not an object a row.
 * Record `i` of every column is the same worksheet row.
 */
import type { CellValue } from "../cells/worksheet";
import type { ListId } from "../lists/lists";

/** Worksheet serials (1900 system, whole days); 0 = blank or unreadable (the unreadable one is an issue). */
export type DateColumn = Int32Array;

/** Records as indicators count them, whatever list or sheet they are of, and the names of the columns that may be asked for. */
export interface Records<Column extends string = string> {
  /** The list that they are of; null = a sheet that is read as none. */
  readonly id: ListId | null;
  /** The sheets read, in order: more than one when a list is split. */
  readonly sheets: readonly string[];
  readonly rowCount: number;
  /** Index into `sheets` of record i; null when there is one sheet. */
  readonly sheetOf: Uint8Array | null;
  /** 1-based worksheet row of record i. */
  readonly rowOf: Int32Array;
  /** 1-based worksheet column letter of a list column, by sheet index, for issues ("H"); null where absent. */
  columnLetter(column: Column, sheetIndex: number): string | null;
  /** Whether the heading was found in (any of) the sheets. */
  has(column: Column): boolean;
  /** The serials of a date column; all zeros when the column is absent. */
  dates(column: Column): DateColumn;
  /** The cell of record i as found ("" when the column is absent): for statuses, outcomes, frequencies, counts. */
  values(column: Column): readonly CellValue[];
  /** Child codes, the same child the same code in every list; a row without an ID has a code of its own. */
  children(): Int32Array;
  /** The codes of these records alone, where few of a list count: reads no other and raises no issue. */
  childrenOf(records: Int32Array): Int32Array;
  /** Team codes into `TeamDirectory.teams`; -1 when the list has no team column. */
  teams(): Int32Array;
}

export interface ReadList extends Records {
  readonly id: ListId;
}
