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
import type { CellValue } from "./worksheet";

export interface Reading {
  readonly children: ChildIndex;
  readonly teams: TeamDirectory;
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

/** Calls `read` for each record of the sheets that have the column, with a pause after each stretch. */
function* eachCell(parts: readonly Part[], key: string, read: ReadCell): Generator<void> {
  for (const part of parts) {
    if (!part.match.columns.has(key)) continue;
    for (let from = 0; from < part.records.length; from += ROWS_A_STRETCH) {
      readStretch(part, key, from, Math.min(from + ROWS_A_STRETCH, part.records.length), read);
      yield;
    }
  }
}

function readStretch(
  { match, records, from }: Part,
  key: string,
  first: number,
  end: number,
  read: ReadCell,
) {
  const { sheet } = match;
  const column = match.columns.get(key)?.index ?? -1;
  const letter = letterOf(match, key) ?? "";
  let row = 0;
  const report = (issue: Report): void => issue(sheet.name, `${letter}${sheet.firstRow + row + 1}`);
  for (let i = first; i < end; i++) {
    row = records[i]!;
    read(sheet.rows[row]![column] ?? "", from + i, report);
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
  const rule = reporters(id, key, log);
  const unreadable = rule("unreadable-date");
  const errorValue = rule("error-value");
  const missing = mustBeFilled(columnSpec(id, key)) ? rule("missing-start") : null;
  const column = new Int32Array(rowCount);
  const texts = new Map<string, number>();
  const textSerial = (text: string): number => {
    let serial = texts.get(text);
    if (serial === undefined) texts.set(text, (serial = isBlank(text) ? 0 : readDate(text, date1904)));
    return serial;
  };
  if (copyPlainDays(parts, key, column, date1904, missing === null)) return column;
  yield* eachCell(parts, key, (cell, record, report) => {
    if (column[record] !== 0) return;
    const serial = typeof cell === "string" && cell !== "" ? textSerial(cell) : readDate(cell, date1904);
    if (serial > 0) column[record] = serial;
    else if (serial === UNREADABLE_DATE) report(isExcelError(cell) ? errorValue : unreadable);
    else if (missing) report(missing);
  });
  return column;
}

/**
 * Copies the cells that hold a day as Excel does, which in most columns is all of them: one short loop.
 * @returns whether nothing else is left to read.
 */
function copyPlainDays(
  parts: readonly Part[],
  key: string,
  column: Int32Array,
  date1904: boolean,
  mayBeBlank: boolean,
): boolean {
  const shift = date1904 ? DAYS_1904 : 0;
  let left = 0;
  for (const { match, records, from } of parts) {
    const index = match.columns.get(key)?.index;
    if (index === undefined) continue;
    const { rows } = match.sheet;
    for (let i = 0; i < records.length; i++) {
      const cell = rows[records[i]!]![index];
      // Storing whole days drops the time.
      if (typeof cell === "number" && cell >= 1 && cell + shift < LAST_SERIAL)
        column[from + i] = cell + shift;
      else if (cell !== "" || !mayBeBlank) left++;
    }
  }
  return left === 0;
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
  const rule = reporters(id, key, log);
  const errorValue = rule("error-value");
  const notNumber = rule("text-not-number");
  const formulaLike = rule("formula-like-text");
  const missing = spec?.type === "id" && mustBeFilled(spec) ? rule("missing-worker") : null;
  const isNumber = spec?.type === "number";
  // A date, a team or a child as found: their own readers raise their issues.
  const isReadElsewhere = spec?.type === "date" || spec?.type === "team" || key === "child";
  const column = new Array<CellValue>(rowCount).fill("");
  yield* eachCell(parts, key, (cell, record, report) => {
    if (isBlank(cell)) {
      if (missing && !isReadElsewhere) report(missing);
      return;
    }
    if (isReadElsewhere) {
      if (!isExcelError(cell)) column[record] = cell;
    } else if (isExcelError(cell)) report(errorValue);
    else if (isNumber) {
      const value = numberIn(cell);
      if (value === null) report(notNumber);
      else column[record] = value;
    } else {
      column[record] = cell;
      if (isFormulaLike(cell)) report(formulaLike);
    }
  });
  return column;
}

export function* readChildren(
  id: ListId,
  parts: readonly Part[],
  rowCount: number,
  { children, log }: Reading,
): Generator<void, Int32Array> {
  const rule = reporters(id, "child", log);
  const errorValue = rule("error-value");
  const formulaLike = rule("formula-like-text");
  const missing = rule("missing-id");
  const isExpected =
    mustBeFilled(columnSpec(id, "child")) || !parts.some((p) => p.match.columns.has("count"));
  const codes = new Int32Array(rowCount).fill(-1);
  yield* eachCell(parts, "child", (cell, record, report) => {
    if (isPlainId(cell)) codes[record] = children.codeOf(cell);
    else if (isBlank(cell)) {
      if (isExpected) report(missing);
    } else if (isExcelError(cell)) report(errorValue);
    else {
      codes[record] = children.codeOf(cell);
      if (isFormulaLike(cell)) report(formulaLike);
    }
  });
  for (let i = 0; i < rowCount; i++) if (codes[i] === -1) codes[i] = children.codeOfUnknownChild();
  return codes;
}

export function* readTeams(
  id: ListId,
  parts: readonly Part[],
  rowCount: number,
  { teams, log }: Reading,
): Generator<void, Int32Array> {
  const rule = reporters(id, "team", log);
  const errorValue = rule("error-value");
  const formulaLike = rule("formula-like-text");
  const byOrigin = { known: null, unknown: rule("team-unknown"), blank: rule("team-blank") };
  const ambiguous = rule("team-ambiguous");
  /** Codes of cells that raise no issue, which are looked up and no more. */
  const plain = new Map<CellValue, number>();
  const issueOf = (cell: CellValue, code: number): Report | null => {
    if (isExcelError(cell)) return errorValue;
    if (isBlank(cell)) return byOrigin.blank;
    if (teams.ambiguous(cell)) return ambiguous;
    return byOrigin[teams.teams[code]?.origin ?? "unknown"];
  };
  const hasTeams = parts.some((part) => part.match.columns.has("team"));
  const codes = new Int32Array(rowCount).fill(-1);
  yield* eachCell(parts, "team", (cell, record, report) => {
    const known = plain.get(cell);
    if (known !== undefined) {
      codes[record] = known;
      return;
    }
    const code = teams.codeOf(cell);
    codes[record] = code;
    const issue = issueOf(cell, code);
    if (issue) report(issue);
    if (isFormulaLike(cell)) report(formulaLike);
    else if (!issue) plain.set(cell, code);
  });
  // A part of a split list may lack the column that another part has.
  if (hasTeams) for (let i = 0; i < rowCount; i++) if (codes[i] === -1) codes[i] = teams.codeOf("");
  return codes;
}
