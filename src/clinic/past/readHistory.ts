/** Clinic History as the last build left it (SPEC §5 History). */
import { readMonth } from "../calendar/readMonth";
import type { CellValue, TableValues } from "../cells/worksheet";
import { BUILT_IN, type Catalogue } from "../indicators/catalogue";
import type { IssueLog } from "../issues/issueLog";
import type { CountedBy, HistoryRow } from "../report";
import { cellText, nameKey } from "../cells/names";
import { columnsByHeading } from "../entries/settingsTable";
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

/** Rows that a build of `month` replaces: those that can be read. Zero-based, in the table's order. */
export function rowsOfMonth(
  table: Pick<TableValues, "headings" | "rows">,
  month: string,
  date1904: boolean,
  catalogue: Catalogue = BUILT_IN,
): number[] {
  const columns = columnsByHeading(table);
  const cellOf = (row: readonly CellValue[], heading: string): CellValue =>
    row[columns.get(nameKey(heading)) ?? -1] ?? "";
  const indicatorIn = createIndicatorReader(catalogue);
  return table.rows.flatMap((row, at) =>
    readMonth(cellOf(row, "Month"), date1904) === month && indicatorIn(cellOf(row, "Indicator")) !== null
      ? [at]
      : [],
  );
}

export function readHistory(
  table: TableValues | null,
  date1904: boolean,
  log: IssueLog,
  catalogue: Catalogue = BUILT_IN,
): History {
  if (!table) return { rows: [], figures: [] };
  const source = historySource(table);
  const columns = columnsByHeading(table);
  const column = (heading: string): number => columns.get(nameKey(heading)) ?? -1;
  const months = new Map<CellValue, string | null>();
  const monthIn = (cell: CellValue): string | null => {
    if (!months.has(cell)) months.set(cell, readMonth(cell, date1904));
    return months.get(cell) ?? null;
  };
  const indicatorIn = createIndicatorReader(catalogue);
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
        "This row of Clinic History has no month or no indicator, so it is not counted; it stays as it is.",
        "Correct the row, or delete it if it is not needed.",
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
      ...countedAs(cells, column),
    });
    if (ofAllTeams && value !== null) {
      figures.push({ indicator, month, value, team: null, place: placeIn(source, row, column("Value")) });
    }
  });
  return { rows, figures };
}

const UNITS = ["days", "working days"] as const;

/** Nothing where the row was built before the history kept it. */
function countedAs(
  cells: readonly CellValue[],
  column: (heading: string) => number,
): { readonly countedBy?: CountedBy } {
  const teamsCounted = cellText(cells[column("Teams counted")] ?? "");
  if (teamsCounted === "") return {};
  const timescale = cells[column("Timescale")];
  const unit = nameKey(cellText(cells[column("Unit")] ?? ""));
  return {
    countedBy: {
      timescale: typeof timescale === "number" ? timescale : null,
      unit: UNITS.find((each) => nameKey(each) === unit) ?? null,
      teamsCounted,
    },
  };
}
