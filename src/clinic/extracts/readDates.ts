/** Reads a date column of a list, with its issues. */
import { withThousands } from "../cells/counts";
import { readDate, UNREADABLE_DATE } from "../calendar/readDate";
import { DAYS_1904, LAST_SERIAL, partsOf } from "../calendar/serials";
import { isBlank } from "../cells/cells";
import { isExcelError } from "../cells/names";
import { isNothing } from "../cells/nothing";
import type { Report } from "../issues/rulesCatalogue";
import { columnSpec } from "../lists/lists";
import type { ListId } from "../lists/lists";
import { eachCell, mustBeFilled, reporters, wordsForNothing } from "./readCells";
import type { CellsOfPart, CreateReader, Part, Reading, ReadPlain } from "./readCells";

/** Serials by record; 0 where the cell is blank or no date can be read from it. */
export function* readDates(
  id: ListId,
  parts: readonly Part[],
  rowCount: number,
  key: string,
  reading: Reading,
): Generator<void, Int32Array> {
  const dates = new Int32Array(rowCount);
  const mustBe = mustBeFilled(columnSpec(id, key));
  const shift = reading.date1904 ? DAYS_1904 : 0;
  const readPlain: ReadPlain = (cells, first, end, left) =>
    copyPlainDays(cells, first, end, left, dates, shift, !mustBe);
  yield* eachCell(parts, key, readPlain, otherDays(id, key, dates, mustBe, reading));
  return dates;
}

function otherDays(
  id: ListId,
  key: string,
  dates: Int32Array,
  mustBe: boolean,
  { date1904, log }: Reading,
): CreateReader {
  const rule = reporters(id, key, log);
  const unreadable = rule("unreadable-date");
  const errorValue = rule("error-value");
  const missing = mustBe ? rule("missing-start") : null;
  return (report, headerRow) => {
    const texts = new Map<string, number>();
    const serialOfText = (text: string): number => {
      let serial = texts.get(text);
      if (serial === undefined) texts.set(text, (serial = isBlank(text) ? 0 : readDate(text, date1904)));
      return serial;
    };
    const nothing = wordsForNothing(rule, report, headerRow);
    const refused: { readonly issue: Report; readonly row: number }[] = [];
    return {
      read(cell, record, row) {
        if (isNothing(cell)) {
          nothing.add(cell);
          if (missing) report(missing, row);
          return;
        }
        const serial =
          typeof cell === "string" && cell !== "" ? serialOfText(cell) : readDate(cell, date1904);
        if (serial > 0) dates[record] = serial;
        else if (serial === UNREADABLE_DATE)
          refused.push({ issue: isExcelError(cell) ? errorValue : unreadable, row });
        else if (missing) report(missing, row);
      },
      end(cells) {
        nothing.end();
        if (refused.length > 1 && !isAnyRead(cells, dates))
          report(rule("date-column-unreadable", { count: withThousands(refused.length) }), headerRow);
        else for (const { issue, row } of refused) report(issue, row);
        if (looksSwapped(cells, dates)) report(rule("day-month-swapped"), headerRow);
      },
    };
  };
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

function isAnyRead({ records, from }: CellsOfPart, dates: Int32Array): boolean {
  for (let i = 0; i < records.length; i++) if (dates[from + i]! > 0) return true;
  return false;
}

/** So many of each kind before their days are taken for a sign. */
const ENOUGH = 4;
const LAST_MONTH = 12;

/**
 * A program that reads month before day makes a true date of 07/03/2023, the wrong one, and leaves 31/07/2023 as text:
 * then every true date lies on the 1st to 12th of a month, and every text after it.
 */
function looksSwapped({ rows, records, column, from }: CellsOfPart, dates: Int32Array): boolean {
  let texts = 0;
  for (let i = 0; i < records.length; i++) {
    if (dates[from + i] === 0 || typeof rows[records[i]!]![column] !== "string") continue;
    if (partsOf(dates[from + i]!).day <= LAST_MONTH) return false;
    texts++;
  }
  if (texts < ENOUGH) return false;
  let numbers = 0;
  for (let i = 0; i < records.length; i++) {
    if (dates[from + i] === 0 || typeof rows[records[i]!]![column] !== "number") continue;
    if (partsOf(dates[from + i]!).day > LAST_MONTH) return false;
    numbers++;
  }
  return numbers >= ENOUGH;
}
