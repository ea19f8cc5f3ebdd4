/** A figure of a month before the reporting month, and where it stands. */
import { cellAddress } from "../cells/addresses";
import type { SheetMatch } from "../extracts/recognition";
import type { CellValue } from "../cells/worksheet";
import type { Catalogue } from "../indicators/catalogue";
import type { IndicatorId } from "../indicators/ids";
import type { IssueSeverity } from "../issues/dataIssue";
import type { IssueLog } from "../issues/issueLog";
import { cellText, isExcelError, nameKey } from "../cells/names";

export interface PastFigure {
  readonly indicator: IndicatorId;
  /** "YYYY-MM" */
  readonly month: string;
  readonly value: number;
  readonly place: PastPlace;
  /** As its cell names the team; null = of all teams. */
  readonly team: string | null;
}

/** One figure for each indicator and month ("YYYY-MM"). */
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
/** What the figures of a sheet are read with, the same for each of its rows. */
export interface PastReading {
  /** "YYYY-MM": the reporting month. */
  readonly latestMonth: string;
  readonly date1904: boolean;
  readonly catalogue: Catalogue;
  readonly log: IssueLog;
}

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
  const cell = cellAddress(source, row, column);
  log.add({ severity, code, list: source.list, sheet: source.name, cell, message, fix });
}

/** "Number of contacts (restated)" is still the number of contacts: the row's place says that it is the later one. */
const RESTATED = /[\s,([-]*\b(?:restated|revised|amended|corrected)\b[\s)\]]*$/i;

/** The indicator that a cell names by id, wording or title; null for anything else. */
export function createIndicatorReader(catalogue: Catalogue): (cell: CellValue) => IndicatorId | null {
  const read = new Map<CellValue, IndicatorId | null>();
  return (cell) => {
    let indicator = read.get(cell);
    if (indicator === undefined) {
      const text = cellText(cell);
      indicator = catalogue.of(text) ?? catalogue.of(text.replace(RESTATED, ""));
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

/** The team that a row is of, as its cell names it; null = of all teams. */
export function teamIn(cell: CellValue): string | null {
  return isOfAllTeams(cell) ? null : cellText(cell);
}

/** How a figure that is not there is commonly shown: a gap that needs no correcting. */
const GAP = /^(?:|[-‐-―−.:*]+|n\/?a|nil return|not available|not applicable|null|tbc|c|x|z)$/i;

/** More than there are children in the country. */
const LARGEST_FIGURE = 20_000_000;
const LARGEST_PERCENT = 100;
const IMPOSSIBLE = [
  "This figure cannot be right: it is below 0 or far too large, so its month has a gap.",
  "Correct the figure, or clear the cell.",
] as const;

/** The figures that can be: a percent above 100 is an issue and a gap. */
export function withoutImpossiblePercents(
  figures: readonly PastFigure[],
  catalogue: Catalogue,
  log: IssueLog,
): readonly PastFigure[] {
  return figures.filter(({ indicator, value, place }) => {
    if (catalogue.entry(indicator).kind !== "percent" || value <= LARGEST_PERCENT) return true;
    addPastIssue(log, place, "error", "past-figure-impossible", ...IMPOSSIBLE);
    return false;
  });
}

/** A cell's number; what is not a number is a gap (null), and an issue where it looks as if it were meant as one. */
export function figureIn(cell: CellValue, place: PastPlace, log: IssueLog): number | null {
  if (typeof cell === "number") {
    if (cell >= 0 && cell <= LARGEST_FIGURE) return cell;
    addPastIssue(log, place, "error", "past-figure-impossible", ...IMPOSSIBLE);
    return null;
  }
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
