/** Codes of a list's children, with the issues of their column. */
import { isBlank, isFormulaLike } from "../cells/cells";
import { isExcelError } from "../cells/names";
import { isNothing } from "../cells/nothing";
import type { CellValue } from "../cells/worksheet";
import { columnSpec } from "../lists/lists";
import type { ListId } from "../lists/lists";
import { isPlainId } from "./childIndex";
import type { ChildIndex } from "./childIndex";
import { eachCell, mustBeFilled, reporters, wordsForNothing } from "./readCells";
import type { CellsOfPart, Part, Reading, ReadPlain } from "./readCells";
import { beginsPlainly } from "./readValues";

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
  if (isNothing(cell)) return children.codeOfUnknownChild();
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
  const rule = reporters(id, "child", log);
  const errorValue = rule("error-value");
  const formulaLike = rule("formula-like-text");
  const missing = rule("missing-id");
  yield* eachCell(parts, "child", readPlain, (report, headerRow) => {
    const nothing = wordsForNothing(rule, report, headerRow);
    return {
      read(cell, record, row) {
        if (codes[record]! < 0) codes[record] = childIn(cell, children);
        if (isNothing(cell)) nothing.add(cell);
        if (isBlank(cell) || isNothing(cell)) {
          if (isExpected) report(missing, row);
        } else if (isExcelError(cell)) report(errorValue, row);
        else if (isFormulaLike(cell)) report(formulaLike, row);
      },
      end: nothing.end,
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
    if (!isPlainId(cell) || isNothing(cell)) left.push(i);
    else if (codes[from + i]! < 0) codes[from + i] = children.codeOf(cell);
  }
}
