/** A figure of a month before the reporting month, and where it stands. */
import { columnLetters } from "../extracts/addresses";
import type { SheetMatch } from "../extracts/recognition";
import type { CellValue } from "../extracts/worksheet";
import { indicatorOf } from "../indicators/catalogue";
import type { IndicatorId } from "../indicators/ids";
import type { IssueSeverity } from "../report";
import type { IssueLog } from "../issues/issueLog";
import { cellText, isExcelError, nameKey } from "../settings/names";

export interface PastFigure {
  readonly indicator: IndicatorId;
  /** "YYYY-MM" */
  readonly month: string;
  readonly value: number;
  readonly place: PastPlace;
}

/** One figure an indicator and month ("YYYY-MM"). */
export type FiguresByMonth = ReadonlyMap<IndicatorId, ReadonlyMap<string, PastFigure>>;

/** Its address is made when there is something to say about it. */
export interface PastPlace {
  readonly source: PastSource;
  /** As `PastSource` counts them. */
  readonly row: number;
  readonly column: number;
}

/** A sheet recognised as Past Figures: its headings, and its columns by key (indicator, month, team, value …). */
export type PastSheet = Pick<SheetMatch, "sheet" | "headerRow" | "columns">;

/** Rows and columns count from the top left of the rows given. */
export interface PastSource {
  readonly list: "past-figures" | "history";
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  /** Zero-based worksheet row and column of the first of `rows`. */
  readonly firstRow: number;
  readonly firstColumn: number;
}

export function placeIn(source: PastSource, row: number, column: number): PastPlace {
  return { source, row, column };
}

export function addPastIssue(
  log: IssueLog,
  { source, row, column }: PastPlace,
  severity: IssueSeverity,
  code: string,
  message: string,
  fix: string,
): void {
  const cell = `${columnLetters(source.firstColumn + column)}${source.firstRow + row + 1}`;
  log.add({ severity, code, list: source.list, sheet: source.name, cell, message, fix });
}

/** "Number of contacts (restated)" is still the number of contacts: the row's place says that it is the later one. */
const RESTATED = /[\s,([-]*\b(?:restated|revised|amended|corrected)\b[\s)\]]*$/i;

/** The indicator that a cell names by id, wording or title; null for anything else. */
export function createIndicatorReader(): (cell: CellValue) => IndicatorId | null {
  const read = new Map<CellValue, IndicatorId | null>();
  return (cell) => {
    let indicator = read.get(cell);
    if (indicator === undefined) {
      const text = cellText(cell);
      indicator = indicatorOf(text) ?? indicatorOf(text.replace(RESTATED, ""));
      read.set(cell, indicator);
    }
    return indicator;
  };
}

/** Only rows of all teams feed the thirteen months (SPEC §4). */
export function isOfAllTeams(team: CellValue): boolean {
  const key = nameKey(cellText(team));
  return key === "" || key === "total" || key === "all" || key === "allteams";
}

/** How a figure that is not there is commonly shown: a gap that needs no correcting. */
const GAP = /^(?:|[-‐-―−.:*]+|n\/?a|nil return|not available|not applicable|null|tbc|c|x|z)$/i;

/** A cell's number; what is not a number is a gap (null), and an issue where it looks as if it were meant as one. */
export function figureIn(cell: CellValue, place: PastPlace, log: IssueLog): number | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  if (cell === "") return null;
  if (isExcelError(cell)) {
    addPastIssue(
      log,
      place,
      "error",
      "error-value",
      "This figure is an Excel error, so its month has a gap.",
      "Correct the formula, or paste the value in its place.",
    );
  } else if (typeof cell === "boolean" || !GAP.test(cellText(cell))) {
    addPastIssue(
      log,
      place,
      "error",
      "text-not-number",
      "This figure is text where a number is expected, so its month has a gap.",
      "Type the number in figures only.",
    );
  }
  return null;
}
