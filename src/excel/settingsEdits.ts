/** Which cells of the settings tables an edit changes. Pure: the workbook is changed by saveSettings.ts. */
import { isBlank } from "../clinic/cells/cells";
import { cellText, nameKey } from "../clinic/cells/names";
import type { CellValue } from "../clinic/cells/worksheet";
import { columnsByHeading } from "../clinic/entries/settingsTable";
import { ANALYST_TABLES, type SettingsTableName } from "../clinic/settings/settingsTables";
import { ClinicError } from "./host/clinicError";
import type { TableFound } from "./read/survey";

/** null empties the cell. */
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
    }
  | {
      /**
       * The rows that hold all of `where` become these rows: further ones are added, those left over are emptied.
       * For tables of which no single column is a key (ClinicColumns, ClinicWords).
       */
      readonly act: "replace-rows";
      readonly table: SettingsTableName;
      readonly where: Readonly<Record<string, string>>;
      readonly rows: readonly Readonly<Record<string, string>>[];
    }
  | {
      /** Writes one row by its headings: the one whose first column holds `key` exactly; null = a row of its own. */
      readonly act: "put-row";
      readonly table: SettingsTableName;
      readonly key: string | null;
      readonly entries: Readonly<Record<string, string>>;
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

/** What a new row holds besides its key, by heading: a blank can mean none there, and not the default (SPEC §3). */
export type NewRow = (table: SettingsTableName, key: string) => Readonly<Record<string, CellValue>>;

/**
 * Edits of one table, in their order. An edit of a column that the analyst took away changes nothing, but a row of its own is
 * refused then. Throws ClinicError where the row to write is gone, or is there already.
 */
export function editCells(
  table: TableFound,
  edits: readonly SettingsEdit[],
  newRow: NewRow = () => ({}),
): TableEdits {
  const columns = columnsByHeading(table);
  const rows = (table.body?.values ?? []).map((row) => row.map(cellText));
  const standing = rows.length;
  const cells: CellEdit[] = [];
  for (const edit of edits) {
    if (edit.act === "replace-rows") {
      cells.push(...replaceRows(rows, columns, edit));
      continue;
    }
    if (edit.act === "put-row") {
      cells.push(...putRow(rows, columns, edit));
      continue;
    }
    const keyHeading: string = ANALYST_TABLES[edit.table][0];
    const keyColumn = columns.get(nameKey(keyHeading));
    const column = columns.get(nameKey(edit.heading));
    if (keyColumn === undefined || column === undefined) continue;
    const row = rowOf(rows, keyColumn, edit.key);
    const cellsOfRow = (rows[row] ??= []);
    if (cellsOfRow[keyColumn] === undefined || cellsOfRow[keyColumn] === "") {
      cellsOfRow[keyColumn] = edit.key;
      if (keyColumn !== column) cells.push({ row, column: keyColumn, value: edit.key });
      for (const [heading, value] of Object.entries(newRow(edit.table, edit.key))) {
        const place = columns.get(nameKey(heading));
        if (place === undefined || place === keyColumn || place === column || isBlank(value)) continue;
        cellsOfRow[place] = cellText(value);
        cells.push({ row, column: place, value: typeof value === "number" ? value : cellText(value) });
      }
    }
    const value = edit.act === "set" ? edit.value : withName(cellsOfRow[column] ?? "", edit.name);
    cellsOfRow[column] = typeof value === "string" ? value : "";
    cells.push({ row, column, value });
  }
  return { cells, addedRows: Math.max(0, rows.length - standing) };
}

/** Changes `rows` too, so that the next edit sees them. */
function replaceRows(
  rows: string[][],
  columns: ReadonlyMap<string, number>,
  { where, rows: wanted }: Extract<SettingsEdit, { act: "replace-rows" }>,
): readonly CellEdit[] {
  const columnOf = (heading: string): number => columns.get(nameKey(heading)) ?? -1;
  if (Object.keys(where).some((heading) => columnOf(heading) < 0)) return [];
  const standing = rows.flatMap((row, at) =>
    Object.entries(where).every(([heading, text]) => nameKey(row[columnOf(heading)] ?? "") === nameKey(text))
      ? [at]
      : [],
  );
  const cells: CellEdit[] = [];
  const write = (row: number, column: number, value: string | null): void => {
    (rows[row] ??= [])[column] = value ?? "";
    cells.push({ row, column, value });
  };
  wanted.forEach((entries, place) => {
    const row = standing[place] ?? blankRow(rows);
    for (const [heading, value] of Object.entries(entries)) {
      const column = columnOf(heading);
      if (column >= 0) write(row, column, value === "" ? null : value);
    }
  });
  for (const row of standing.slice(wanted.length))
    (rows[row] ?? []).forEach((cell, column) => {
      if (cell !== "") write(row, column, null);
    });
  return cells;
}

/** Cells that hold the entry already are left alone: a formula of the analyst's stays. Changes `rows` too. */
function putRow(
  rows: string[][],
  columns: ReadonlyMap<string, number>,
  { table, key, entries }: Extract<SettingsEdit, { act: "put-row" }>,
): readonly CellEdit[] {
  const keyHeading: string = ANALYST_TABLES[table][0];
  const keyColumn = columns.get(nameKey(keyHeading)) ?? -1;
  const rowWith = (text: string): number => rows.findIndex((row) => row[keyColumn] === text);
  for (const [heading, text] of Object.entries(entries))
    if (text !== "" && !columns.has(nameKey(heading))) throw columnGone(table, heading);
  if (key !== null && rowWith(key) < 0) throw rowChanged(table, "is no longer there");
  const wanted = entries[keyHeading] ?? "";
  if (wanted !== key && rowWith(wanted) >= 0) throw rowChanged(table, "is there already");
  const row = key === null ? blankRow(rows) : rowWith(key);
  const standing = (rows[row] ??= []);
  return Object.entries(entries).flatMap(([heading, text]): CellEdit[] => {
    const column = columns.get(nameKey(heading));
    if (column === undefined || (standing[column] ?? "") === text) return [];
    standing[column] = text;
    return [{ row, column, value: text === "" ? null : text }];
  });
}

function rowChanged(table: string, what: string): ClinicError {
  return new ClinicError(
    `The row with this ID ${what}: somebody has changed the table ${table} meanwhile.`,
    "Go back, open it again, and make your change once more.",
    `Code RowChanged, table ${table}.`,
  );
}

function columnGone(table: string, heading: string): ClinicError {
  return new ClinicError(
    `The table ${table} has no column “${heading}”.`,
    "Type this heading beside the last one of the table, then save again.",
    `Code ColumnMissing, table ${table}.`,
  );
}

function blankRow(rows: readonly (readonly string[])[]): number {
  const blank = rows.findIndex((row) => row.every((cell) => cell === ""));
  return blank >= 0 ? blank : rows.length;
}

/** The row that holds the key, else the first one with nothing in it, else a new one. */
function rowOf(rows: readonly (readonly string[])[], keyColumn: number, key: string): number {
  const found = rows.findIndex((row) => nameKey(row[keyColumn] ?? "") === nameKey(key));
  if (found >= 0) return found;
  return blankRow(rows);
}

function withName(names: string, name: string): string {
  const standing = names
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "");
  const known = standing.some((each) => nameKey(each) === nameKey(name));
  return (known ? standing : [...standing, name.trim()]).join("; ");
}
