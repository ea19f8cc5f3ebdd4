/** ClinicMeasures (SPEC §3) as typed: a row of it each, with the place of every cell for issues. */
import { cellText } from "../../cells/names";
import type { EntryPlace } from "../../entries/entries";
import type { SettingsTable } from "../../entries/settingsTable";
import type { IssueLog } from "../../issues/issueLog";
import type { CLINIC_MEASURES } from "../../extracts/setupNames";

export type MeasureColumn = (typeof CLINIC_MEASURES)[number];

/** What the column Measure takes. */
export const MEASURE_WORDS = [
  "count",
  "share last done within",
  "share done within",
  "share not overdue",
  "share with",
] as const;

/** What the column Counted takes. */
export const COUNTED_WORDS = [
  "open at month end",
  "dated in month",
  "12 months to M",
  "since April",
] as const;

export interface MeasureRow {
  /** The cell's text; "" where it is blank or the column absent. */
  text(column: MeasureColumn): string;
  place(column: MeasureColumn): EntryPlace;
}

export function readMeasureRows(table: SettingsTable, log: IssueLog): readonly MeasureRow[] {
  return table.filledRows.map((row): MeasureRow => ({
    text: (column) => cellText(table.value(row, column)),
    place: (column) => ({
      table,
      row,
      heading: column,
      name: column,
      otherwise: "this indicator is left out",
      log,
    }),
  }));
}
