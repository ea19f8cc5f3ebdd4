/**
 * Reads one column of a list, a stretch of rows at a time: each is a generator that pauses after a stretch, so that
 * hundreds of thousands of rows do not hold up the pane, and that raises the column's issues as it goes.
 */
import { readDate, UNREADABLE_DATE } from "../calendar/readDate";
import { DAYS_1904, LAST_SERIAL } from "../calendar/serials";
import type { IssueLog } from "../issues/issueLog";
import { reporter } from "../issues/rulesCatalogue";
import type { Report, RuleCode } from "../issues/rulesCatalogue";
import { isExcelError } from "../settings/names";
import type { TeamDirectory } from "../settings/teams";
import { columnLetters } from "./addresses";
import { isBlank, isFormulaLike, numberIn } from "./cells";
import { isPlainId } from "./childIndex";
import type { ChildIndex } from "./childIndex";
import { columnSpec } from "./lists";
import type { ColumnSpec, ListId } from "./lists";
import type { SheetMatch } from "./recognition";
import { ROWS_A_STRETCH } from "./stretches";
import type { CellValue, SheetValues } from "./worksheet";

export interface Reading {
  readonly children: ChildIndex;
  readonly teams: TeamDirectory;
  readonly teamCodes: TeamCodes;
  readonly date1904: boolean;
  readonly log: IssueLog;
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

type ReadCell = (cell: CellValue, record: number, report: (issue: Report) => void) => void;

/** Reads the plain cells among records `first` to `end` of the part; adds to `left` the records whose cells it leaves. */
type ReadPlain = (cells: CellsOfPart, first: number, end: number, left: number[]) => void;

/** One column of a part. Record i of the part is record `from + i` of the list. */
interface CellsOfPart {
  readonly rows: SheetValues["rows"];
  readonly records: Int32Array;
  readonly column: number;
  readonly from: number;
}

/**
 * Reads the records of the sheets that have the column, with a pause after each stretch: first what is as it should
 * be, which in most columns is all and takes one short loop; then each cell that is left, in order, with its issues.
 */
function* eachCell(
  parts: readonly Part[],
  key: string,
  readPlain: ReadPlain,
  createReader: () => ReadCell,
): Generator<void> {
  let read: ReadCell | null = null;
  for (const { match, records, from } of parts) {
    const column = match.columns.get(key)?.index;
    if (column === undefined) continue;
    const cells: CellsOfPart = { rows: match.sheet.rows, records, column, from };
    for (let first = 0; first < records.length; first += ROWS_A_STRETCH) {
      const left: number[] = [];
      readPlain(cells, first, Math.min(first + ROWS_A_STRETCH, records.length), left);
      if (left.length > 0) readEach(left, cells, match, key, (read ??= createReader()));
      yield;
    }
  }
}

function readEach(
  left: readonly number[],
  { rows, records, column, from }: CellsOfPart,
  match: SheetMatch,
  key: string,
  read: ReadCell,
): void {
  const { sheet } = match;
  const letter = letterOf(match, key) ?? "";
  let row = 0;
  const report = (issue: Report): void => issue(sheet.name, `${letter}${sheet.firstRow + row + 1}`);
  for (const i of left) {
    row = records[i]!;
    read(rows[row]![column] ?? "", from + i, report);
  }
}

function reporters(id: ListId, key: string, log: IssueLog): (code: RuleCode) => Report {
  const column = columnSpec(id, key)?.heading ?? key;
  return (code) => reporter(log, code, id, { column });
}

export function* readDates(
  id: ListId,
  parts: readonly Part[],
  rowCount: number,
  key: string,
  { date1904, log }: Reading,
): Generator<void, Int32Array> {
  const dates = new Int32Array(rowCount);
  const mustBe = mustBeFilled(columnSpec(id, key));
  const readPlain: ReadPlain = (cells, first, end, left) =>
    copyPlainDays(cells, first, end, left, dates, date1904 ? DAYS_1904 : 0, !mustBe);
  yield* eachCell(parts, key, readPlain, () => {
    const rule = reporters(id, key, log);
    const unreadable = rule("unreadable-date");
    const errorValue = rule("error-value");
    const missing = mustBe ? rule("missing-start") : null;
    const texts = new Map<string, number>();
    const textSerial = (text: string): number => {
      let serial = texts.get(text);
      if (serial === undefined) texts.set(text, (serial = isBlank(text) ? 0 : readDate(text, date1904)));
      return serial;
    };
    return (cell, record, report) => {
      const serial = typeof cell === "string" && cell !== "" ? textSerial(cell) : readDate(cell, date1904);
      if (serial > 0) dates[record] = serial;
      else if (serial === UNREADABLE_DATE) report(isExcelError(cell) ? errorValue : unreadable);
      else if (missing) report(missing);
    };
  });
  return dates;
}

/** Copies the cells that hold a day as Excel does. */
function copyPlainDays(
  { rows, records, column, from }: CellsOfPart,
  first: number,
  end: number,
  left: number[],
  dates: Int32Array,
  shift: number,
  mayBeBlank: boolean,
): void {
  for (let i = first; i < end; i++) {
    const cell = rows[records[i]!]![column];
    // Storing whole days drops the time.
    if (typeof cell === "number" && cell >= 1 && cell + shift < LAST_SERIAL) dates[from + i] = cell + shift;
    else if (cell !== "" || !mayBeBlank) left.push(i);
  }
}

function mustBeFilled(spec: ColumnSpec | null): boolean {
  return spec !== null && !spec.mayBeBlank;
}

export function* readValues(
  id: ListId,
  parts: readonly Part[],
  rowCount: number,
  key: string,
  { log }: Reading,
): Generator<void, readonly CellValue[]> {
  const spec = columnSpec(id, key);
  const isNumber = spec?.type === "number";
  // A date, a team or a child as found: their own readers raise their issues.
  const isReadElsewhere = spec?.type === "date" || spec?.type === "team" || key === "child";
  const values = new Array<CellValue>(rowCount).fill("");
  const readPlain: ReadPlain = (cells, first, end, left) =>
    copyPlainValues(cells, first, end, left, values, !isNumber);
  yield* eachCell(parts, key, readPlain, () => {
    const rule = reporters(id, key, log);
    const errorValue = rule("error-value");
    const notNumber = rule("text-not-number");
    const formulaLike = rule("formula-like-text");
    const missing = spec?.type === "id" && mustBeFilled(spec) ? rule("missing-worker") : null;
    return (cell, record, report) => {
      if (isBlank(cell)) {
        if (missing && !isReadElsewhere) report(missing);
        return;
      }
      if (isReadElsewhere) {
        if (!isExcelError(cell)) values[record] = cell;
      } else if (isExcelError(cell)) report(errorValue);
      else if (isNumber) {
        const value = numberIn(cell);
        if (value === null) report(notNumber);
        else values[record] = value;
      } else {
        values[record] = cell;
        if (isFormulaLike(cell)) report(formulaLike);
      }
    };
  });
  return values;
}

/** Copies numbers, and text that begins with a letter or digit: such is no blank, no Excel error and no formula. */
function copyPlainValues(
  { rows, records, column, from }: CellsOfPart,
  first: number,
  end: number,
  left: number[],
  values: CellValue[],
  mayBeText: boolean,
): void {
  for (let i = first; i < end; i++) {
    const cell = rows[records[i]!]![column];
    if (typeof cell === "number") values[from + i] = cell;
    else if (mayBeText && typeof cell === "string" && beginsPlainly(cell)) values[from + i] = cell;
    else left.push(i);
  }
}

function beginsPlainly(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** A list's child codes, made as they are asked for; no issue is raised. */
export interface ChildCodes {
  /** By record; -1 where not asked for yet. */
  readonly codes: Int32Array;
  /** The codes of these records. */
  of(records: Int32Array): Int32Array;
}

export function createChildCodes(
  parts: readonly Part[],
  rowCount: number,
  { children }: Reading,
): ChildCodes {
  const codes = new Int32Array(rowCount).fill(-1);
  return {
    codes,
    of(records) {
      for (const part of parts) codeChildren(records, part, codes, children);
      const asked = new Int32Array(records.length);
      for (let i = 0; i < records.length; i++) asked[i] = codes[records[i]!]!;
      return asked;
    },
  };
}

function codeChildren(records: Int32Array, part: Part, codes: Int32Array, children: ChildIndex): void {
  const { rows } = part.match.sheet;
  const column = part.match.columns.get("child")?.index ?? -1;
  const end = part.from + part.records.length;
  for (let i = 0; i < records.length; i++) {
    const record = records[i]!;
    if (record < part.from || record >= end || codes[record]! >= 0) continue;
    codes[record] = childIn(rows[part.records[record - part.from]!]![column], children);
  }
}

function childIn(cell: CellValue | undefined, children: ChildIndex): number {
  if (typeof cell === "string" && beginsPlainly(cell)) return children.codeOf(cell);
  if (cell === undefined || isBlank(cell) || isExcelError(cell)) return children.codeOfUnknownChild();
  return children.codeOf(cell);
}

/** All of the column's codes, with its issues. */
export function* readChildren(
  id: ListId,
  parts: readonly Part[],
  childCodes: ChildCodes,
  { children, log }: Reading,
): Generator<void, Int32Array> {
  const { codes } = childCodes;
  const isExpected =
    mustBeFilled(columnSpec(id, "child")) || !parts.some((p) => p.match.columns.has("count"));
  const readPlain: ReadPlain = (cells, first, end, left) =>
    codePlainIds(cells, first, end, left, codes, children);
  yield* eachCell(parts, "child", readPlain, () => {
    const rule = reporters(id, "child", log);
    const errorValue = rule("error-value");
    const formulaLike = rule("formula-like-text");
    const missing = rule("missing-id");
    return (cell, record, report) => {
      if (codes[record]! < 0) codes[record] = childIn(cell, children);
      if (isBlank(cell)) {
        if (isExpected) report(missing);
      } else if (isExcelError(cell)) report(errorValue);
      else if (isFormulaLike(cell)) report(formulaLike);
    };
  });
  // A part of a split list may lack the column that another part has.
  for (let i = 0; i < codes.length; i++) if (codes[i]! < 0) codes[i] = children.codeOfUnknownChild();
  return codes;
}

function codePlainIds(
  { rows, records, column, from }: CellsOfPart,
  first: number,
  end: number,
  left: number[],
  codes: Int32Array,
  children: ChildIndex,
): void {
  for (let i = first; i < end; i++) {
    const cell = rows[records[i]!]![column];
    if (!isPlainId(cell)) left.push(i);
    else if (codes[from + i]! < 0) codes[from + i] = children.codeOf(cell);
  }
}

/** Codes by cell, the same in whatever list: looked up and no more once met. */
export interface TeamCodes {
  /** The code, or its complement (`~code`) for a cell of which there is something to say. */
  signedCodeOf(cell: CellValue): number;
}

export function createTeamCodes(teams: TeamDirectory): TeamCodes {
  const codes = new Map<CellValue, number>();
  return {
    signedCodeOf(cell) {
      let signed = codes.get(cell);
      if (signed === undefined) {
        const code = teams.codeOf(cell);
        const isPlain = teamIssue(cell, code, teams) === null && !isFormulaLike(cell);
        codes.set(cell, (signed = isPlain ? code : ~code));
      }
      return signed;
    },
  };
}

function teamIssue(cell: CellValue, code: number, teams: TeamDirectory): RuleCode | null {
  if (isExcelError(cell)) return "error-value";
  if (isBlank(cell)) return "team-blank";
  if (teams.ambiguous(cell)) return "team-ambiguous";
  const origin = teams.teams[code]?.origin ?? "unknown";
  return origin === "known" ? null : origin === "blank" ? "team-blank" : "team-unknown";
}

export function* readTeams(
  id: ListId,
  parts: readonly Part[],
  rowCount: number,
  { teams, teamCodes, log }: Reading,
): Generator<void, Int32Array> {
  const codes = new Int32Array(rowCount).fill(-1);
  const readPlain: ReadPlain = (cells, first, end, left) =>
    copyTeamCodes(cells, first, end, left, codes, teamCodes);
  yield* eachCell(parts, "team", readPlain, () => {
    const rule = reporters(id, "team", log);
    const formulaLike = rule("formula-like-text");
    const reports = new Map<CellValue, Report | null>();
    const reportOf = (cell: CellValue, code: number): Report | null => {
      const issue = teamIssue(cell, code, teams);
      return issue && rule(issue);
    };
    return (cell, record, report) => {
      let issue = reports.get(cell);
      if (issue === undefined) reports.set(cell, (issue = reportOf(cell, codes[record]!)));
      if (issue) report(issue);
      if (isFormulaLike(cell)) report(formulaLike);
    };
  });
  // A part of a split list may lack the column that another part has.
  if (parts.some((part) => part.match.columns.has("team")))
    for (let i = 0; i < rowCount; i++) if (codes[i] === -1) codes[i] = teams.codeOf("");
  return codes;
}

function copyTeamCodes(
  { rows, records, column, from }: CellsOfPart,
  first: number,
  end: number,
  left: number[],
  codes: Int32Array,
  { signedCodeOf }: TeamCodes,
): void {
  for (let i = first; i < end; i++) {
    const signed = signedCodeOf(rows[records[i]!]![column] ?? "");
    codes[from + i] = signed < 0 ? ~signed : signed;
    if (signed < 0) left.push(i);
  }
}
