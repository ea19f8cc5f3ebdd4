/** Where the tables of Clinic Settings and Clinic Setup stand: where the analyst has them, else side by side from A3. */
import { normalisedWording } from "../clinic/indicators/catalogue";
import { pageName } from "./pageNames";
import { columnLetters } from "../clinic/cells/addresses";
import { onSheet } from "./references";
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

/** The four of Clinic Settings, in the order options, targets, teams, holidays. */
export function placeSettings(settings: SettingsRows): readonly SettingsPlace[] {
  return placeTables(tablesOfSettings(settings), pageName("settings").sheet);
}

/** The five of Clinic Setup, in the order columns, words, services, statuses, measures. */
export function placeSetup({ setup }: Pick<SettingsRows, "setup">): readonly SettingsPlace[] {
  const tables = [setup.columns, setup.words, setup.services, setup.statuses, setup.measures];
  return placeTables(tables, pageName("setup").sheet);
}

/** Those that stand are where the analyst has them; the others go on the first one's sheet, beside them. */
function placeTables(tables: readonly SettingsTableRows[], sheetWhenNew: string): readonly SettingsPlace[] {
  const sheet = sheetOf(tables) ?? sheetWhenNew;
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

function tablesOfSettings({ options, targets, teams, holidays }: SettingsRows): readonly SettingsTableRows[] {
  return [options, targets, teams, holidays];
}

function sheetOf(tables: readonly SettingsTableRows[]): string | undefined {
  return tables.find(({ standing }) => standing)?.standing?.sheet;
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
