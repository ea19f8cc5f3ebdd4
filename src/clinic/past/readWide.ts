/** Past Figures with a column for each month (SPEC §2). */
import { readMonthHeadings } from "../calendar/readMonth";
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

export function readWide(
  { sheet, headerRow, columns }: PastSheet,
  reading: PastReading,
): readonly PastFigure[] {
  const { catalogue, log } = reading;
  const source = sourceOf(sheet);
  const months = monthColumns(source, headerRow, reading);
  const indicatorColumn = columns.get("indicator")?.index ?? -1;
  const teamColumn = columns.get("team")?.index ?? -1;
  const indicatorIn = createIndicatorReader(catalogue);
  const figures: PastFigure[] = [];
  for (let row = headerRow + 1; row < source.rows.length; row++) {
    const cells = source.rows[row] ?? [];
    const named = cells[indicatorColumn] ?? "";
    if (cellText(named) === "") continue;
    const team = teamIn(cells[teamColumn] ?? "");
    const indicator = indicatorIn(named);
    if (indicator === null) {
      // A row without a figure is a heading between the rows, not an indicator that is lost.
      const hasFigures = months.some(({ column }) => typeof cells[column] === "number");
      if (hasFigures) queryUnknownIndicator(placeIn(source, row, indicatorColumn), log);
      continue;
    }
    const found: PastFigure[] = [];
    for (const { column, month } of months) {
      const place = placeIn(source, row, column);
      const value = figureIn(cells[column] ?? "", place, log);
      if (value !== null) found.push({ indicator, month, value, place, team });
    }
    figures.push(...ratiosAsPoints(found, catalogue, log));
  }
  if (months.length === 0) {
    addPastIssue(
      log,
      placeIn(source, headerRow, Math.max(0, indicatorColumn)),
      "error",
      "no-month-columns",
      "No heading of this row is a month, so no past figure is read.",
      "Head each column with its month, such as July 2022.",
    );
  }
  return figures;
}

interface MonthColumn {
  readonly column: number;
  readonly month: string;
}

function monthColumns(
  source: PastSource,
  headerRow: number,
  { latestMonth, date1904, log }: PastReading,
): readonly MonthColumn[] {
  const headings = source.rows[headerRow] ?? [];
  const { months, turned } = readMonthHeadings(headings, date1904, latestMonth);
  const columns = months.flatMap((month, column) => (month === null ? [] : [{ column, month }]));
  if (turned) queryTurnedMonths(placeIn(source, headerRow, firstDate(columns, headings)), log);
  return columns;
}

function firstDate(columns: readonly MonthColumn[], headings: readonly unknown[]): number {
  return columns.find(({ column }) => typeof headings[column] === "number")?.column ?? 0;
}
