/** Past Figures with a row for each month and indicator: Month, Indicator, Team, Numerator, Denominator, Value (SPEC §2). */
import { readMonthHeadings } from "../calendar/readMonth";
import type { CellValue } from "../cells/worksheet";
import type { FigureKind } from "../measures/terms";
import type { IssueLog } from "../issues/issueLog";
import { cellText } from "../cells/names";
import {
  addPastIssue,
  createIndicatorReader,
  figureIn,
  placeIn,
  teamIn,
  type PastFigure,
  type PastReading,
  type PastSheet,
  type PastSource,
} from "./pastFigure";
import { ratiosAsPoints } from "./ratios";
import { queryTurnedMonths, queryUnknownIndicator, sourceOf } from "./sources";

/** Whether the sheet has a row for each month: else it has a column for each month. */
export function isTidy({ columns }: PastSheet): boolean {
  return columns.has("month") && (columns.has("value") || columns.has("numerator"));
}

export function readTidy(sheet: PastSheet, reading: PastReading): readonly PastFigure[] {
  const { catalogue, log } = reading;
  const source = sourceOf(sheet.sheet);
  const column = (key: string): number => sheet.columns.get(key)?.index ?? -1;
  const monthIn = createMonthReader(source, sheet, reading);
  const indicatorIn = createIndicatorReader(catalogue);
  /** By indicator and team: their figures are points or ratios together. */
  const byRow = new Map<string, PastFigure[]>();
  for (let row = sheet.headerRow + 1; row < source.rows.length; row++) {
    const cells = source.rows[row] ?? [];
    const named = cells[column("indicator")] ?? "";
    if (cellText(named) === "") continue;
    const team = teamIn(cells[column("team")] ?? "");
    const indicator = indicatorIn(named);
    if (indicator === null) {
      queryUnknownIndicator(placeIn(source, row, column("indicator")), log);
      continue;
    }
    const month = monthIn(cells[column("month")] ?? "");
    if (month === null) {
      errorUnreadableMonth(source, row, column("month"), log);
      continue;
    }
    const figure = valueOfRow(source, row, column, catalogue.entry(indicator).kind, log);
    if (figure === null) continue;
    const key = `${indicator}|${team ?? ""}`;
    const figures = byRow.get(key) ?? [];
    if (figures.length === 0) byRow.set(key, figures);
    figures.push({ indicator, month, team, ...figure });
  }
  return [...byRow.values()].flatMap((figures) => ratiosAsPoints(figures, catalogue, log));
}

/** The Value; where that is blank, what numerator and denominator come to. */
function valueOfRow(
  source: PastSource,
  row: number,
  column: (key: string) => number,
  kind: FigureKind,
  log: IssueLog,
): Pick<PastFigure, "value" | "place"> | null {
  const figure = (key: string): number | null => {
    const at = column(key);
    return at < 0 ? null : figureIn(source.rows[row]?.[at] ?? "", placeIn(source, row, at), log);
  };
  const value = figure("value");
  if (value !== null) return { value, place: placeIn(source, row, column("value")) };
  if (cellText(source.rows[row]?.[column("value")] ?? "") !== "") return null;
  const numerator = figure("numerator");
  if (numerator === null) return null;
  const place = placeIn(source, row, column("numerator"));
  if (kind === "count") return { value: numerator, place };
  const denominator = figure("denominator");
  if (denominator === null || denominator <= 0) return null;
  return { value: (numerator * (kind === "percent" ? 100 : 10_000)) / denominator, place };
}

function createMonthReader(
  source: PastSource,
  { headerRow, columns }: PastSheet,
  { latestMonth, date1904, log }: PastReading,
): (cell: CellValue) => string | null {
  const column = columns.get("month")?.index ?? -1;
  const cells = source.rows.slice(headerRow + 1).map((row) => row[column] ?? "");
  const different = [...new Set(cells)];
  const { months, turned } = readMonthHeadings(different, date1904, latestMonth);
  if (turned) {
    const row = cells.findIndex((cell) => typeof cell === "number") + headerRow + 1;
    queryTurnedMonths(placeIn(source, row, column), log);
  }
  const byCell = new Map(different.map((cell, i) => [cell, months[i] ?? null]));
  return (cell) => byCell.get(cell) ?? null;
}

function errorUnreadableMonth(source: PastSource, row: number, column: number, log: IssueLog): void {
  addPastIssue(
    log,
    placeIn(source, row, column),
    "error",
    "unreadable-date",
    "This month cannot be read, so the row is not used.",
    "Type it as a month, such as July 2022.",
  );
}
