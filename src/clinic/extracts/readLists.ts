/**
 * Cells → typed columns. A column is read when first asked for and its issues are raised then, once; no object
 * is made for a row, so that a list of hundreds of thousands of rows stays a few typed arrays.
 */
import { certain } from "../cells/certain";
import type { IssueLog } from "../issues/issueLog";
import type { TeamDirectory } from "../teams/teams";
import { createChildIndex } from "./childIndex";
import type { ChildIndex } from "./childIndex";
import { columnSpec } from "../lists/lists";
import type { ListId } from "../lists/lists";
import { createKnownIds } from "./knownIds";
import { letterOf } from "./readCells";
import type { Part, Reading } from "./readCells";
import { createChildCodes, readChildren } from "./readChildren";
import type { ChildCodes } from "./readChildren";
import { readDates } from "./readDates";
import { createTeamCodes, readTeams } from "./readTeams";
import { readValues } from "./readValues";
import type { ReadList } from "./readList";
import type { Recognition, SheetMatch } from "./recognition";
import { recordsOf } from "./records";
import { atOnce } from "./stretches";
import { meaningsOf } from "./wordMeanings";
import type { WordMeaning } from "./wordMeanings";
import type { CellValue } from "../cells/worksheet";

export interface Lists {
  /** null = the list is not in the workbook. Past Figures are figures and no records: always null (`clinic/past` reads them). */
  get(id: ListId): ReadList | null;
  /** IDs read so far, as they are compared, that another ID equals but for leading zeros. */
  idsApartByZeros(): ReadonlySet<string>;
  /**
   * Reads the list's rows and those of the columns that it has, with a pause after each stretch of rows: `get` and
   * the columns then answer at once. Without it they read when first asked, all in one go.
   */
  prepare(id: ListId, columns: readonly string[]): Generator<void>;
}

/**
 * @param date1904 the workbook counts days from 1904.
 * @param words the rows of ClinicWords: what the analyst says that words in cells mean.
 * @param log receives the reading issues of a column when it is first read; `findIssues` reads all that are left.
 */
export function readLists(
  recognition: Recognition,
  teams: TeamDirectory,
  date1904: boolean,
  log: IssueLog,
  words: readonly WordMeaning[] = [],
): Lists {
  // Most rows name a child that another row names too.
  const rows = recognition.lists.flatMap(({ sheets }) => sheets.map(({ sheet }) => sheet.rows.length));
  const knownIds = createKnownIds(recognition);
  const reading: Reading = {
    knownIds,
    children: createChildIndex(rows.reduce((sum, count) => sum + count, 0) / 2),
    teams,
    teamCodes: createTeamCodes(teams, knownIds),
    date1904,
    log,
    meaningsOf: meaningsOf(words),
  };
  const read = new Map<ListId, SteadyList>();
  function* listOf(id: ListId): Generator<void, SteadyList | null> {
    const match = id === "past-figures" ? null : recognition.get(id);
    if (!match) return null;
    let list = read.get(id);
    if (!list) read.set(id, (list = yield* readList(id, match.sheets, reading)));
    return list;
  }
  return {
    get: (id) => read.get(id)?.list ?? atOnce(listOf(id))?.list ?? null,
    idsApartByZeros: () => apartByZeros(reading.children),
    *prepare(id, columns) {
      const steady = yield* listOf(id);
      for (const column of columns) if (steady?.list.has(column)) yield* steady.read(column);
    },
  };
}

function apartByZeros(children: ChildIndex): ReadonlySet<string> {
  const zeroLed = [...children.withLeadingZeros];
  const bare = (id: string): string => id.replace(/^0+(?=.)/, "");
  const spellings = new Map<string, number>();
  for (const id of zeroLed) spellings.set(bare(id), (spellings.get(bare(id)) ?? 0) + 1);
  return new Set(
    zeroLed.filter(
      (id) => bare(id) !== id && (children.has(bare(id)) || certain(spellings.get(bare(id))) > 1),
    ),
  );
}

/** A list that can also be read a stretch at a time. */
interface SteadyList {
  readonly list: ReadList;
  /** Reads one column unless it has been read: child and team as codes, a date as serials, all else as found. */
  read(column: string): Generator<void>;
}

function* readList(
  id: ListId,
  matches: readonly SheetMatch[],
  reading: Reading,
): Generator<void, SteadyList> {
  const parts = yield* partsOf(matches, reading);
  const rowCount = parts.reduce((sum, part) => sum + part.records.length, 0);
  const dates = new Map<string, Int32Array>();
  const values = new Map<string, readonly CellValue[]>();
  let childCodes: ChildCodes | null = null;
  const codesOfChildren = (): ChildCodes => (childCodes ??= createChildCodes(parts, rowCount, reading));
  let children: Int32Array | null = null;
  let teams: Int32Array | null = null;
  let rowOf: Int32Array | null = null;
  const list: ReadList = {
    id,
    sheets: matches.map((match) => match.sheet.name),
    rowCount,
    sheetOf: parts.length > 1 ? sheetOfRecords(parts, rowCount) : null,
    get rowOf() {
      return (rowOf ??= rowOfRecords(parts, rowCount));
    },
    columnLetter: (key, sheetIndex) => (matches[sheetIndex] ? letterOf(matches[sheetIndex], key) : null),
    has: (key) => matches.some((match) => match.columns.has(key) || match.constants.has(key)),
    dates(key) {
      let column = dates.get(key);
      if (!column) dates.set(key, (column = atOnce(readDates(id, parts, rowCount, key, reading))));
      return column;
    },
    values(key) {
      let column = values.get(key);
      if (!column) values.set(key, (column = atOnce(readValues(id, parts, rowCount, key, reading))));
      return column;
    },
    childrenOf(records) {
      return codesOfChildren().of(records);
    },
    children: () => (children ??= atOnce(readChildren(id, parts, codesOfChildren(), reading))),
    teams: () => (teams ??= atOnce(readTeams(id, parts, rowCount, reading))),
  };
  return {
    list,
    *read(key) {
      const type = columnSpec(id, key)?.type;
      if (key === "child") children ??= yield* readChildren(id, parts, codesOfChildren(), reading);
      else if (type === "team") teams ??= yield* readTeams(id, parts, rowCount, reading);
      else if (type !== "date") {
        if (!values.has(key)) values.set(key, yield* readValues(id, parts, rowCount, key, reading));
      } else if (!dates.has(key)) dates.set(key, yield* readDates(id, parts, rowCount, key, reading));
    },
  };
}

function* partsOf(matches: readonly SheetMatch[], reading: Reading): Generator<void, readonly Part[]> {
  const parts: Part[] = [];
  let from = 0;
  for (const match of matches) {
    const records = yield* recordsOf(match, reading);
    parts.push({ match, records, from });
    from += records.length;
  }
  return parts;
}

function sheetOfRecords(parts: readonly Part[], rowCount: number): Uint8Array {
  const sheetOf = new Uint8Array(rowCount);
  parts.forEach((part, sheet) => sheetOf.fill(sheet, part.from, part.from + part.records.length));
  return sheetOf;
}

function rowOfRecords(parts: readonly Part[], rowCount: number): Int32Array {
  const rowOf = new Int32Array(rowCount);
  for (const { match, records, from } of parts) {
    const first = match.sheet.firstRow + 1;
    for (let i = 0; i < records.length; i++) rowOf[from + i] = records[i]! + first;
  }
  return rowOf;
}
