/** Records of a sheet that do not count, whatever else they hold, and what is said of them: their number at one heading. */
import { withThousands } from "../cells/counts";
import { readDate } from "../calendar/readDate";
import { createCalendar } from "../calendar/workingDays";
import { cellAddress } from "../cells/addresses";
import { nameKey } from "../cells/names";
import type { Condition } from "../conditions/condition";
import { meets } from "../conditions/meets";
import type { CellValue } from "../cells/worksheet";
import type { IssueLog } from "../issues/issueLog";
import { reporter } from "../issues/rulesCatalogue";
import type { RuleCode } from "../issues/rulesCatalogue";
import { isShortBreak, meansCinPlan } from "../lists/statusWords";
import type { SheetMatch } from "./recognition";
import { createTally } from "./tally";
import type { MeaningsOf } from "./wordMeanings";

export interface RowFilter {
  /** @param row index into the sheet's rows. */
  readonly counts: (cells: readonly CellValue[], row: number) => boolean;
  /** After the last row: says how many were left out. */
  readonly end: () => void;
}

/** null where every record of the sheet counts. */
export function rowFilterOf(
  match: SheetMatch,
  { log, date1904, meaningsOf }: FilterReading,
): RowFilter | null {
  const meanings = meaningsOf(match.list, "caseStatus");
  const isCinPlan = (cell: CellValue): boolean => meansCinPlan(meanings?.get(nameKey(String(cell))) ?? cell);
  const filters = [
    match.only ? { counts: byCondition(match, match.only, date1904), end: () => undefined } : null,
    match.annexA?.onlyCinPlans ? byCell(match, "caseStatus", isCinPlan, "case-status-left-out", log) : null,
    match.list === "cla"
      ? byCell(match, "legalStatus", (cell) => !isShortBreak(cell), "short-breaks-left-out", log)
      : null,
  ].filter((filter): filter is RowFilter => filter !== null);
  if (filters.length === 0) return null;
  return {
    counts: (cells, row) => filters.every(({ counts }) => counts(cells, row)),
    end: () => filters.forEach(({ end }) => end()),
  };
}

export interface FilterReading {
  readonly log: IssueLog;
  readonly date1904: boolean;
  /** ClinicWords of a column, by plain word; null where there are none. */
  readonly meaningsOf: MeaningsOf;
}

/** "Only where" of ClinicColumns, over the sheet's own headings. */
function byCondition({ sheet, headerRow }: SheetMatch, condition: Condition, date1904: boolean) {
  const headings = (sheet.rows[headerRow] ?? []).map((cell) => nameKey(String(cell)));
  const cell = (heading: string) => {
    const column = headings.indexOf(nameKey(heading));
    return (row: number): CellValue => sheet.rows[row]?.[column] ?? "";
  };
  const holds = meets(condition, {
    cell,
    dates: (heading) => {
      const at = cell(heading);
      return (row) => Math.max(0, readDate(at(row), date1904));
    },
    rowCount: sheet.rows.length,
    monthEnd: 0,
    calendar: createCalendar([]),
    date1904,
  });
  return (_: readonly CellValue[], row: number): boolean => holds(row);
}

function byCell(
  match: SheetMatch,
  column: string,
  counts: (cell: CellValue) => boolean,
  code: RuleCode,
  log: IssueLog,
): RowFilter | null {
  const index = match.columns.get(column)?.index;
  if (index === undefined) return null;
  const answers = new Map<CellValue, boolean>();
  const leftOut = createTally();
  return {
    counts(cells) {
      const cell = cells[index] ?? "";
      let answer = answers.get(cell);
      if (answer === undefined) answers.set(cell, (answer = counts(cell)));
      if (!answer) leftOut.add(String(cell));
      return answer;
    },
    end() {
      if (leftOut.count === 0) return;
      const words = { count: withThousands(leftOut.count), words: leftOut.inWords() };
      reporter(
        log,
        code,
        match.list,
        words,
      )(match.sheet.name, cellAddress(match.sheet, match.headerRow, index));
    },
  };
}
