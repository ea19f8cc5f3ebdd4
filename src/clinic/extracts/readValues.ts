/** Reads a column of texts, numbers or workers of a list, with its issues. */
import { withThousands } from "../cells/counts";
import { isBlank, isFormulaLike, numberIn } from "../cells/cells";
import { isExcelError, nameKey } from "../cells/names";
import { isNothing, isUnallocated } from "../cells/nothing";
import type { CellValue } from "../cells/worksheet";
import { columnSpec } from "../lists/lists";
import type { ListId } from "../lists/lists";
import { eachCell, mustBeFilled, reporters, wordsForNothing } from "./readCells";
import type { CellsOfPart, CreateReader, Part, Reading, ReadPlain } from "./readCells";

/** The cell of each record as found; "" for a blank, an error value and a word for nothing. */
export function* readValues(
  id: ListId,
  parts: readonly Part[],
  rowCount: number,
  key: string,
  reading: Reading,
): Generator<void, readonly CellValue[]> {
  const spec = columnSpec(id, key);
  const values = new Array<CellValue>(rowCount).fill("");
  for (const { match, records, from } of parts)
    values.fill(match.constants.get(key) ?? "", from, from + records.length);
  const isNumber = spec?.type === "number";
  const isPlain = plainFor(key, reading);
  const readPlain: ReadPlain = (cells, first, end, left) =>
    copyPlainValues(cells, first, end, left, values, isNumber ? () => false : isPlain);
  // A date, a team or a child as found: their own readers raise their issues.
  const isReadElsewhere = spec?.type === "date" || spec?.type === "team" || key === "child";
  yield* eachCell(
    parts,
    key,
    readPlain,
    isReadElsewhere
      ? asFound(values)
      : isNumber
        ? otherNumbers(id, key, values, reading)
        : otherTexts(id, key, values, reading),
  );
  const meanings = isReadElsewhere || isNumber ? null : reading.meaningsOf(id, key);
  return meanings === null ? values : values.map((cell) => meanings.get(nameKey(String(cell))) ?? cell);
}

/** The one text column of IDs that stands on pages: a child's or worker's ID in it is never shown. */
const SHOWN_ON_PAGES: ReadonlySet<string> = new Set(["status"]);

/** Where a lookup that found nothing (#N/A) says that nothing is recorded (SPEC §2); elsewhere it is a formula that failed. */
const STATUSES: ReadonlySet<string> = new Set(["status", "caseStatus", "legalStatus"]);

/** Whether a text can be copied as it is: it begins with a letter or digit, so it is no blank, no error and no formula. */
function plainFor(key: string, { knownIds }: Reading): (text: string) => boolean {
  if (SHOWN_ON_PAGES.has(key))
    return (text) => beginsPlainly(text) && !isNothing(text) && !knownIds.has(text);
  if (key === "worker") return (text) => beginsPlainly(text) && !isNothing(text) && !isUnallocated(text);
  return (text) => beginsPlainly(text) && !isNothing(text);
}

function copyPlainValues(
  { rows, records, column, from }: CellsOfPart,
  first: number,
  end: number,
  left: number[],
  values: CellValue[],
  isPlain: (text: string) => boolean,
): void {
  for (let i = first; i < end; i++) {
    const cell = rows[records[i]!]![column];
    if (typeof cell === "number") values[from + i] = cell;
    else if (typeof cell === "string" && cell !== "" && isPlain(cell)) values[from + i] = cell;
    else left.push(i);
  }
}

export function beginsPlainly(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function asFound(values: CellValue[]): CreateReader {
  return () => ({
    read(cell, record) {
      if (!isBlank(cell) && !isExcelError(cell) && !isNothing(cell)) values[record] = cell;
    },
  });
}

function otherNumbers(id: ListId, key: string, values: CellValue[], { log }: Reading): CreateReader {
  const rule = reporters(id, key, log);
  const errorValue = rule("error-value");
  const notNumber = rule("text-not-number");
  return (report) => ({
    read(cell, record, row) {
      if (isBlank(cell)) return;
      const value = isExcelError(cell) ? null : numberIn(cell);
      if (value !== null) values[record] = value;
      else report(isExcelError(cell) ? errorValue : notNumber, row);
    },
  });
}

function otherTexts(id: ListId, key: string, values: CellValue[], { log, knownIds }: Reading): CreateReader {
  const spec = columnSpec(id, key);
  const rule = reporters(id, key, log);
  const errorValue = rule("error-value");
  const formulaLike = rule("formula-like-text");
  const idInCell = rule("id-in-cell");
  const missing = spec?.type === "id" && mustBeFilled(spec) ? rule("missing-worker") : null;
  const mayFail = spec?.type === "id" || STATUSES.has(key);
  return (report, headerRow) => {
    const nothing = wordsForNothing(rule, report, headerRow);
    let unallocated = 0;
    return {
      read(cell, record, row) {
        const saysNothing = isNothing(cell) && (mayFail || !isExcelError(cell));
        if (saysNothing) nothing.add(cell);
        if (isBlank(cell) || saysNothing) {
          if (missing) report(missing, row);
        } else if (key === "worker" && isUnallocated(cell)) unallocated++;
        else if (isExcelError(cell)) report(errorValue, row);
        else if (SHOWN_ON_PAGES.has(key) && knownIds.has(cell)) report(idInCell, row);
        else {
          values[record] = cell;
          if (isFormulaLike(cell)) report(formulaLike, row);
        }
      },
      end() {
        nothing.end();
        if (unallocated > 0)
          report(rule("worker-unallocated", { count: withThousands(unallocated) }), headerRow);
      },
    };
  };
}
