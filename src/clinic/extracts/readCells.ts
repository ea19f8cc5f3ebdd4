/**
 * Reads one column of a list, a stretch of rows at a time: a generator that pauses after a stretch, so that hundreds of
 * thousands of rows do not hold up the pane.
 */
import { columnLetters } from "../cells/addresses";
import type { CellValue, SheetValues } from "../cells/worksheet";
import type { IssueLog } from "../issues/issueLog";
import { reporter } from "../issues/rulesCatalogue";
import type { Report, RuleCode } from "../issues/rulesCatalogue";
import { columnSpec } from "../lists/lists";
import type { ColumnSpec, ListId } from "../lists/lists";
import type { TeamDirectory } from "../teams/teams";
import type { ChildIndex } from "./childIndex";
import type { KnownIds } from "./knownIds";
import type { TeamCodes } from "./readTeams";
import type { SheetMatch } from "./recognition";
import { ROWS_A_STRETCH } from "./stretches";
import { createTally } from "./tally";
import type { MeaningsOf } from "./wordMeanings";

export interface Reading {
  readonly children: ChildIndex;
  readonly knownIds: KnownIds;
  readonly teams: TeamDirectory;
  readonly teamCodes: TeamCodes;
  readonly date1904: boolean;
  readonly log: IssueLog;
  readonly meaningsOf: MeaningsOf;
}

/** The records of one sheet. */
export interface Part {
  readonly match: SheetMatch;
  readonly records: Int32Array;
  /** Number of its first record in the list. */
  readonly from: number;
}

export function letterOf(match: SheetMatch, key: string): string | null {
  const column = match.columns.get(key);
  return column ? columnLetters(match.sheet.firstColumn + column.index) : null;
}

/** One column of a part. Record i of the part is record `from + i` of the list. */
export interface CellsOfPart {
  readonly rows: SheetValues["rows"];
  readonly records: Int32Array;
  readonly column: number;
  readonly from: number;
}

/** Reads the plain cells among records `first` to `end` of the part; adds to `left` the records whose cells it leaves. */
export type ReadPlain = (cells: CellsOfPart, first: number, end: number, left: number[]) => void;

/** Reads what `ReadPlain` leaves of one sheet. `row` is an index into the sheet's rows. */
export interface ReadOthers {
  readonly read: (cell: CellValue, record: number, row: number) => void;
  /** After the sheet's last cell: what there is to say of the column as a whole. */
  readonly end?: (cells: CellsOfPart) => void;
}

/** Raises an issue at the column's cell in a row of the sheet. */
export type ReportAt = (issue: Report, row: number) => void;

export type CreateReader = (report: ReportAt, headerRow: number) => ReadOthers;

/**
 * Reads the records of the sheets that have the column, with a pause after each stretch: first what is as it should
 * be, which in most columns is all and takes one short loop; then each cell that is left, in order, with its issues.
 */
export function* eachCell(
  parts: readonly Part[],
  key: string,
  readPlain: ReadPlain,
  createReader: CreateReader,
): Generator<void> {
  for (const { match, records, from } of parts) {
    const column = match.columns.get(key)?.index;
    if (column === undefined) continue;
    const cells: CellsOfPart = { rows: match.sheet.rows, records, column, from };
    let reader: ReadOthers | null = null;
    for (let first = 0; first < records.length; first += ROWS_A_STRETCH) {
      const left: number[] = [];
      readPlain(cells, first, Math.min(first + ROWS_A_STRETCH, records.length), left);
      if (left.length > 0) {
        reader ??= createReader(reportingAt(match, key), match.headerRow);
        readEach(left, cells, reader);
      }
      yield;
    }
    reader?.end?.(cells);
  }
}

function readEach(left: readonly number[], { rows, records, column, from }: CellsOfPart, reader: ReadOthers) {
  for (const i of left) {
    const row = records[i]!;
    reader.read(rows[row]![column] ?? "", from + i, row);
  }
}

function reportingAt(match: SheetMatch, key: string): ReportAt {
  const { sheet } = match;
  const letter = letterOf(match, key) ?? "";
  return (issue, row) => issue(sheet.name, `${letter}${sheet.firstRow + row + 1}`);
}

export type Words = Readonly<Record<string, string>>;

/** Words a column's issues. */
export function reporters(id: ListId, key: string, log: IssueLog): (code: RuleCode, words?: Words) => Report {
  const column = columnSpec(id, key)?.heading ?? key;
  return (code, words = {}) => reporter(log, code, id, { column, ...words });
}

export function mustBeFilled(spec: ColumnSpec | null): boolean {
  return spec !== null && !spec.mayBeBlank;
}

/** Words for nothing in one column of one sheet: one query at its heading (SPEC §2). */
export function wordsForNothing(
  rule: (code: RuleCode, words?: Words) => Report,
  report: ReportAt,
  headerRow: number,
) {
  const tally = createTally();
  return {
    add: tally.add,
    end(): void {
      if (tally.count > 0) report(rule("words-for-nothing", { words: tally.inWords() }), headerRow);
    },
  };
}
