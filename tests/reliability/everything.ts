/**
 * All that a simulated workbook holds, for comparing two states of it: what is in the cells and the tables, and how all of
 * it looks. Numbers that the host hands out (ids of sheets, charts, rules, tables) say nothing and are left out.
 */
import type { Workbook } from "../../simulator";
import { calculate } from "../../simulator/calculation/calculate";
import {
  type Cell,
  columnRunAt,
  isError,
  type Row,
  type Sheet,
  sortedRows,
} from "../../simulator/model/sheet";

export interface Everything {
  readonly contents: readonly SheetContents[];
  /** Of the workbook (names, settings, properties) and of each sheet, as text: a part by its name. */
  readonly looks: ReadonlyMap<string, string>;
}

export interface SheetContents {
  readonly name: string;
  /** By row and column from 0: what each cell that holds something comes to, and its formula. */
  readonly cells: ReadonlyMap<string, string>;
  readonly tables: readonly string[];
}

/** The shown value of a cell as text, with its kind, so that "1" is not 1; its formula behind it. */
function contentOf({ value, formula }: Cell): string {
  const shown = isError(value) ? value.error : JSON.stringify(value);
  return formula === null ? shown : `${shown} =${formula}`;
}

export function everythingIn(workbook: Workbook): Everything {
  calculate(workbook);
  const looks = new Map<string, string>();
  const keep = (part: string, what: unknown): void => void looks.set(part, JSON.stringify(what));
  const sheetOf = new Map(workbook.sheets.map(({ id, name }) => [id, name]));
  const names = workbook.names.map(({ id: _id, scope, ...name }) =>
    JSON.stringify({ ...name, sheet: scope && sheetOf.get(scope) }),
  );
  keep("names", names.sort());
  keep(
    "settings",
    [...workbook.settings].sort((one, other) => (one.key < other.key ? -1 : 1)),
  );
  keep("title", workbook.properties.title);
  for (const sheet of workbook.sheets) looksOf(workbook, sheet, keep);
  return { contents: workbook.sheets.map(contentsOf), looks };
}

function contentsOf(sheet: Sheet): SheetContents {
  const cells = new Map<string, string>();
  for (const row of sortedRows(sheet))
    sheet.rows.get(row)!.cells.forEach((cell, column) => {
      if (cell && (cell.value !== null || cell.formula !== null))
        cells.set(`${row},${column}`, contentOf(cell));
    });
  const tables = sheet.tables
    .map(({ name, area, showTotals, columns }) =>
      JSON.stringify([name, area, showTotals, columns.map((column) => column.name)]),
    )
    .sort();
  return { name: sheet.name, cells, tables };
}

function looksOf(workbook: Workbook, sheet: Sheet, keep: (part: string, what: unknown) => void): void {
  const part = (name: string): string => `${sheet.name}: ${name}`;
  for (const row of sortedRows(sheet)) {
    const looks = cellLooks(workbook, sheet, sheet.rows.get(row)!);
    if (looks !== null) keep(part(`row ${row + 1}`), looks);
  }
  keep(
    part("columns"),
    sheet.columns.map(({ look, ...run }) => ({ ...run, look: workbook.looks.look(look) })),
  );
  keep(part("view"), [sheet.visibility, sheet.tabColour, sheet.showGridlines, sheet.frozen, sheet.merges]);
  keep(part("print"), sheet.print);
  keep(part("protection"), sheet.protection);
  keep(part("validations"), sheet.validations.map((each) => JSON.stringify(each)).sort());
  keep(part("links"), sheet.links.map((each) => JSON.stringify(each)).sort());
  const rules = [...sheet.rules].sort((one, other) => one.priority - other.priority);
  keep(
    part("rules"),
    rules.map(({ id: _id, priority: _priority, ...rule }) => rule),
  );
  const charts = sheet.charts.map(({ id: _id, series, ...chart }) => ({
    ...chart,
    series: series.map(({ id: _series, points, ...one }) => ({ ...one, points: [...points] })),
  }));
  keep(part("charts"), charts.map((chart) => JSON.stringify(chart)).sort());
  const tables = sheet.tables.map(
    ({ id: _id, touched: _touched, area: _area, columns: _columns, ...table }) => JSON.stringify(table),
  );
  keep(part("tables"), tables.sort());
}

/** Height and looks of a row; null where it has none of its own. */
function cellLooks(workbook: Workbook, sheet: Sheet, record: Row): unknown {
  const cells: unknown[] = [];
  record.cells.forEach((cell, column) => {
    const plain = record.look ?? columnRunAt(sheet, column)?.look ?? 0;
    if (cell && cell.look !== plain) cells.push([column, workbook.looks.look(cell.look)]);
  });
  const isPlain = cells.length === 0 && record.height === null && !record.hidden && record.look === null;
  return isPlain ? null : [record.height, record.hidden, record.look, cells];
}

/** The same for the same contents and looks. */
export function inWords({ contents, looks }: Everything): string {
  return JSON.stringify([contents.map(({ cells, ...sheet }) => [sheet, [...cells]]), [...looks]]);
}

/** The first thing that differs, in words; null where nothing does. `looks` = those as well. */
export function differenceBetween(
  one: Everything,
  other: Everything,
  looks: "contents" | "contents and looks",
): string | null {
  const sheets = (all: Everything): string => all.contents.map(({ name }) => name).join(", ");
  if (sheets(one) !== sheets(other)) return `sheets: ${sheets(one)} – ${sheets(other)}`;
  for (const [i, sheet] of one.contents.entries()) {
    const beside = other.contents[i]!;
    const cell = firstDifference(sheet.cells, beside.cells);
    if (cell !== null) return `${sheet.name} (${cell})`;
    const [tables, others] = [sheet.tables.join("; "), beside.tables.join("; ")];
    if (tables !== others) return `tables of ${sheet.name}: ${tables} – ${others}`;
  }
  return looks === "contents" ? null : firstDifference(one.looks, other.looks);
}

function firstDifference(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): string | null {
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    const [mine, theirs] = [one.get(key), other.get(key)];
    if (mine !== theirs) return `${key}: ${cut(mine, theirs)} – ${cut(theirs, mine)}`;
  }
  return null;
}

/** From where they part, a little of it. */
function cut(text: string | undefined, beside: string | undefined): string {
  if (text === undefined) return "nothing";
  let at = 0;
  while (at < text.length && text[at] === beside?.[at]) at++;
  return text.slice(Math.max(0, at - 40), at + 120);
}
