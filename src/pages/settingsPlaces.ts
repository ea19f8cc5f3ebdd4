/** Where the four settings tables stand: where the analyst has them, else side by side from A3. */
import { normalisedWording } from "../clinic/indicators/catalogue";
import { pageName } from "./pageNames";
import { columnLetters, onSheet } from "./references";
import type { SettingsRows, SettingsTableRows } from "../clinic/settings/settingsRows";

export interface SettingsPlace {
  readonly table: SettingsTableRows;
  readonly sheet: string;
  /** Zero-based. */
  readonly headerRow: number;
  readonly column: number;
  readonly headings: readonly string[];
}

const FIRST_HEADER_ROW = 2;

/** The four, in the order options, targets, teams, holidays. */
export function placeSettings(settings: SettingsRows): readonly SettingsPlace[] {
  const tables = [settings.options, settings.targets, settings.teams, settings.holidays];
  const sheet = settingsSheet(settings);
  const headerRow = tables.find(({ standing }) => standing?.sheet === sheet)?.standing?.headerRow;
  let nextColumn = Math.max(
    0,
    ...tables.map(({ standing }) =>
      standing?.sheet === sheet ? standing.firstColumn + standing.headings.length + 1 : 0,
    ),
  );
  return tables.map((table): SettingsPlace => {
    const { standing } = table;
    if (standing) {
      return {
        table,
        sheet: standing.sheet,
        headerRow: standing.headerRow,
        column: standing.firstColumn,
        headings: standing.headings,
      };
    }
    const column = nextColumn;
    nextColumn += table.headings.length + 1;
    return {
      table,
      sheet,
      headerRow: Math.max(1, headerRow ?? FIRST_HEADER_ROW),
      column,
      headings: table.headings,
    };
  });
}

/** The sheet that bears the settings tables, whatever the analyst calls it. */
export function settingsSheet(settings: SettingsRows): string {
  const tables = [settings.options, settings.targets, settings.teams, settings.holidays];
  return tables.find(({ standing }) => standing)?.standing?.sheet ?? pageName("settings").sheet;
}

/** Zero-based column within the table; -1 when the analyst has taken the heading away. */
export function headingAt(place: SettingsPlace, heading: string): number {
  const wanted = normalisedWording(heading);
  return place.headings.findIndex((each) => normalisedWording(each) === wanted);
}

/** "'Clinic Settings'!$G:$G"; null without the heading. */
export function wholeColumn(place: SettingsPlace, heading: string): string | null {
  const at = headingAt(place, heading);
  if (at < 0) return null;
  const letters = columnLetters(place.column + at);
  return `${onSheet(place.sheet)}$${letters}:$${letters}`;
}
