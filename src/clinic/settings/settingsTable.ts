/** A settings table as the analyst left it: columns by heading, wherever they stand, and cells by address. */
import { columnLetters } from "../extracts/addresses";
import type { CellValue, TableValues } from "../extracts/worksheet";
import { cellText, nameKey } from "./names";

/** The four tables of Clinic Settings and their headings (SPEC §3), in the order in which they are made. */
export const SETTINGS_TABLES = {
  ClinicOptions: ["Setting", "Value"],
  ClinicTargets: [
    "ID",
    "Indicator",
    "Better when",
    "Target",
    "Amber within",
    "Timescale",
    "Unit",
    "Not yet due",
    "Teams",
    "Population",
    "Note",
  ],
  ClinicTeams: ["Team", "Also known as", "Short name", "Service", "Locality", "In clinic tables"],
  ClinicHolidays: ["Date", "Name"],
} as const;

export type SettingsTableName = keyof typeof SETTINGS_TABLES;

export const SETTINGS_SHEET = "Clinic Settings";

export interface SettingsTable {
  readonly name: string;
  readonly sheet: string;
  /** Zero-based places of the rows that hold anything at all. */
  readonly filledRows: readonly number[];
  has(heading: string): boolean;
  /** "" where the column is absent. */
  value(row: number, heading: string): CellValue;
  /** Number format of the cell; "" where it was not read. */
  format(row: number, heading: string): string;
  /** A1 address; of the row's first cell where the column is absent. */
  address(row: number, heading: string): string;
}

export function settingsTable(table: TableValues): SettingsTable {
  const columns = columnsByHeading(table);
  const asked = new Map<string, number>();
  const columnOf = (heading: string): number => {
    let column = asked.get(heading);
    if (column === undefined) asked.set(heading, (column = columns.get(nameKey(heading)) ?? -1));
    return column;
  };
  const value = (row: number, heading: string): CellValue => table.rows[row]?.[columnOf(heading)] ?? "";
  return {
    name: table.name,
    sheet: table.sheet,
    filledRows: [...table.rows.keys()].filter((row) =>
      table.rows[row]!.some((cell) => cellText(cell) !== ""),
    ),
    has: (heading) => columnOf(heading) >= 0,
    value,
    format: (row, heading) => table.formats?.[row]?.[columnOf(heading)] ?? "",
    address: (row, heading) =>
      `${columnLetters(table.firstColumn + Math.max(0, columnOf(heading)))}${table.headerRow + row + 2}`,
  };
}

/** Zero-based columns within the table, by `nameKey` of their heading; the first of two alike. */
export function columnsByHeading(table: Pick<TableValues, "headings">): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  table.headings.forEach((heading, column) => {
    const key = nameKey(heading);
    if (!columns.has(key)) columns.set(key, column);
  });
  return columns;
}
