/** Clinic History as the last build left it (SPEC §5 History). */
import { readMonth } from "../calendar/readMonth";
import type { CellValue, TableValues } from "../extracts/worksheet";
import type { IssueLog } from "../issues/issueLog";
import type { HistoryRow } from "../report";
import { cellText, nameKey } from "../settings/names";
import { columnsByHeading } from "../settings/settingsTable";
import {
  addPastIssue,
  createIndicatorReader,
  figureIn,
  isOfAllTeams,
  placeIn,
  type PastFigure,
} from "./pastFigure";
import { historySource } from "./sources";

export interface History {
  /** Every row that can be read, in the table's order. */
  readonly rows: readonly HistoryRow[];
  /** The figures of all teams. */
  readonly figures: readonly PastFigure[];
}

export function readHistory(table: TableValues | null, date1904: boolean, log: IssueLog): History {
  if (!table) return { rows: [], figures: [] };
  const source = historySource(table);
  const columns = columnsByHeading(table);
  const column = (heading: string): number => columns.get(nameKey(heading)) ?? -1;
  const months = new Map<CellValue, string | null>();
  const monthIn = (cell: CellValue): string | null => {
    if (!months.has(cell)) months.set(cell, readMonth(cell, date1904));
    return months.get(cell) ?? null;
  };
  const indicatorIn = createIndicatorReader();
  const rows: HistoryRow[] = [];
  const figures: PastFigure[] = [];
  source.rows.forEach((cells, row) => {
    if (cells.every((cell) => cellText(cell) === "")) return;
    const number = (heading: string): number | null => {
      const at = column(heading);
      return figureIn(cells[at] ?? "", placeIn(source, row, Math.max(0, at)), log);
    };
    const month = monthIn(cells[column("Month")] ?? "");
    const indicator = indicatorIn(cells[column("Indicator")] ?? "");
    if (month === null || indicator === null) {
      addPastIssue(
        log,
        placeIn(source, row, Math.max(0, column(month === null ? "Month" : "Indicator"))),
        "query",
        "history-row-unreadable",
        "This row of Clinic History names no month or no indicator, so it is left out.",
        "Build that month again, or correct the row before the next build.",
      );
      return;
    }
    const team = cellText(cells[column("Team")] ?? "");
    const value = number("Value");
    const ofAllTeams = isOfAllTeams(team);
    rows.push({
      month,
      indicator,
      team: ofAllTeams ? "Total" : team,
      numerator: number("Numerator"),
      denominator: number("Denominator"),
      value,
    });
    if (ofAllTeams && value !== null) {
      figures.push({ indicator, month, value, place: placeIn(source, row, column("Value")) });
    }
  });
  return { rows, figures };
}
