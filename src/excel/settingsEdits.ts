/** Which cells of the settings tables an edit changes. Pure: the workbook is changed by saveSettings.ts. */
import { cellText, nameKey } from "../clinic/settings/names";
import { columnsByHeading, SETTINGS_TABLES, type SettingsTableName } from "../clinic/settings/settingsTable";
import type { TableFound } from "./survey";

/** null empties the cell: the default then holds. */
export type SettingValue = string | number | null | { readonly date: number };

export type SettingsEdit =
  | {
      /** Sets one cell of the row whose first column holds `key`; the row is added when there is none. */
      readonly act: "set";
      readonly table: SettingsTableName;
      readonly key: string;
      readonly heading: string;
      readonly value: SettingValue;
    }
  | {
      /** Adds a name to a cell of names separated by ";", unless it is one of them. */
      readonly act: "add-name";
      readonly table: SettingsTableName;
      readonly key: string;
      readonly heading: string;
      readonly name: string;
    };

export interface CellEdit {
  /** Zero-based row of the body (rows that stand, then added ones) and column of the table. */
  readonly row: number;
  readonly column: number;
  readonly value: SettingValue;
}

export interface TableEdits {
  readonly cells: readonly CellEdit[];
  /** How many rows the table has to grow by. */
  readonly addedRows: number;
}

/** Edits of one table, in their order. An edit of a column that the analyst took away changes nothing. */
export function editCells(table: TableFound, edits: readonly SettingsEdit[]): TableEdits {
  const columns = columnsByHeading(table);
  const rows = (table.body?.values ?? []).map((row) => row.map(cellText));
  const standing = rows.length;
  const cells: CellEdit[] = [];
  for (const edit of edits) {
    const keyHeading: string = SETTINGS_TABLES[edit.table][0];
    const keyColumn = columns.get(nameKey(keyHeading));
    const column = columns.get(nameKey(edit.heading));
    if (keyColumn === undefined || column === undefined) continue;
    const row = rowOf(rows, keyColumn, edit.key);
    const cellsOfRow = (rows[row] ??= []);
    if (cellsOfRow[keyColumn] === undefined || cellsOfRow[keyColumn] === "") {
      cellsOfRow[keyColumn] = edit.key;
      if (keyColumn !== column) cells.push({ row, column: keyColumn, value: edit.key });
    }
    const value = edit.act === "set" ? edit.value : withName(cellsOfRow[column] ?? "", edit.name);
    cellsOfRow[column] = typeof value === "string" ? value : "";
    cells.push({ row, column, value });
  }
  return { cells, addedRows: Math.max(0, rows.length - standing) };
}

/** The row that holds the key, else the first one with nothing in it, else a new one. */
function rowOf(rows: readonly (readonly string[])[], keyColumn: number, key: string): number {
  const found = rows.findIndex((row) => nameKey(row[keyColumn] ?? "") === nameKey(key));
  if (found >= 0) return found;
  const blank = rows.findIndex((row) => row.every((cell) => cell === ""));
  return blank >= 0 ? blank : rows.length;
}

function withName(names: string, name: string): string {
  const standing = names
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "");
  const known = standing.some((each) => nameKey(each) === nameKey(name));
  return (known ? standing : [...standing, name.trim()]).join("; ");
}
