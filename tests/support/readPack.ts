/** Reads a built pack back as a manager's Excel would show it: with the library alone, from the file on disk. */
import { Workbook, type Worksheet } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { unzip, zip } from "@cj-tech-master/excelts/archive";
import { readFile } from "node:fs/promises";
import { columnLetters } from "../../src/clinic/cells/addresses";

export type Shown = string | number | boolean | null;

export interface PackTable {
  readonly sheet: string;
  readonly ref: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Shown[])[];
  /** Of the native totals row; null where the table has none. */
  readonly total: readonly Shown[] | null;
}

export interface Pack {
  readonly sheets: readonly string[];
  table(name: string): PackTable;
  readonly tables: readonly string[];
  cell(sheet: string, address: string): Shown;
  formula(sheet: string, address: string): string | null;
  /** XML of the parts whose name begins so: "xl/charts/chart". */
  parts(prefix: string): readonly string[];
}

export async function readPack(path: string): Promise<Pack> {
  installChartSupport(); // without it the library never comes back from a workbook that has charts
  const parts = await partsOf(path);
  const workbook = await workbookOf(parts);
  // Where the library knows of a table it puts figures of its own into the totals row: cells are read from a copy without.
  const cells = await workbookOf(
    [...parts].filter(([name]) => !/^xl\/(tables|charts|drawings)\//.test(name)),
  );
  const sheetNamed = (name: string): Worksheet => {
    const sheet = cells.getWorksheet(name);
    if (!sheet) throw new Error(`The pack has no sheet ${name}.`);
    return sheet;
  };
  const tables = new Map<string, PackTable>();
  for (const sheet of workbook.worksheets)
    for (const table of sheet.getTables()) {
      tables.set(table.name, readTable(sheetNamed(sheet.name), table.ref, table.totalsRow === true));
    }
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return {
    sheets: workbook.worksheets.map(({ name }) => name),
    tables: [...tables.keys()],
    table(name) {
      const table = tables.get(name);
      if (!table) throw new Error(`The pack has no table ${name}.`);
      return table;
    },
    cell: (sheet, address) => shownIn(sheetNamed(sheet), address),
    formula: (sheet, address) => sheetNamed(sheet).getCell(address).formula ?? null,
    parts: (prefix) => [...parts].filter(([name]) => name.startsWith(prefix)).map(([, bytes]) => text(bytes)),
  };
}

async function workbookOf(parts: Iterable<readonly [string, Uint8Array]>): Promise<Workbook> {
  const archive = zip();
  for (const [name, bytes] of parts) archive.add(name, bytes);
  const workbook = new Workbook();
  await workbook.xlsx.load(await archive.bytes());
  return workbook;
}

function readTable(sheet: Worksheet, ref: string, hasTotal: boolean): PackTable {
  const [, left = "A", top = "1", right = "A", bottom = "1"] =
    /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? [];
  const [first, last] = [columnNumber(left), columnNumber(right)];
  const line = (row: number): Shown[] =>
    Array.from({ length: last - first + 1 }, (_, c) =>
      shownIn(sheet, `${columnLetters(first + c - 1)}${row}`),
    );
  const lines = Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, r) => line(Number(top) + r));
  const [headings = [], ...body] = lines;
  return {
    sheet: sheet.name,
    ref,
    headings: headings.map(String),
    rows: hasTotal ? body.slice(0, -1) : body,
    total: hasTotal ? (body.at(-1) ?? null) : null,
  };
}

function shownIn(sheet: Worksheet, address: string): Shown {
  const { value, result } = sheet.getCell(address) as { value: unknown; result?: unknown };
  const held = isFormula(value) ? (result ?? value.result) : value;
  if (held === null || held === undefined) return null;
  if (typeof held === "string" || typeof held === "number" || typeof held === "boolean") return held;
  if (held instanceof Date) return held.getTime() / 86_400_000 + 25_569;
  if (typeof held === "object" && "error" in held) return String(held.error);
  if (typeof held === "object" && "text" in held) return String(held.text);
  return JSON.stringify(held);
}

const isFormula = (value: unknown): value is { readonly result?: unknown } =>
  typeof value === "object" && value !== null && ("formula" in value || "sharedFormula" in value);

async function partsOf(path: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  for await (const entry of unzip(new Uint8Array(await readFile(path))).entries()) {
    if (entry.type === "file") parts.set(entry.path, await entry.bytes());
  }
  return parts;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
