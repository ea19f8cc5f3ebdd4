/** A settings table as the analyst left it: columns by heading, wherever they stand, and cells by address. */
import { columnLetters } from "../cells/addresses";
import { cellText, nameKey } from "../cells/names";
import type { CellValue, TableValues } from "../cells/worksheet";

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
    filledRows: table.rows.flatMap((cells, row) =>
      cells.some((cell) => cellText(cell) !== "") ? [row] : [],
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
