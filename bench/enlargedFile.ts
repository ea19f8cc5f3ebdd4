/**
 * The sample's file many times over: every list's rows again and again, with children and workers of their own, as a
 * real .xlsx. Written a piece at a time, so that making it costs less than reading it.
 */
import { readFileSync, closeSync, openSync, writeSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { freshId, ID_HEADINGS, PAST_FIGURES } from "./enlarged";

const SAMPLE = "samples/clinic-2023-07.xlsx";
/** Excel's last row. */
const LAST_ROW = 1_048_576;
const STRINGS = "xl/sharedStrings.xml";
/** Characters that are packed at a time. */
const PIECE = 4_000_000;

interface Copies {
  /** How often the rows of a list stand in the file. */
  readonly times: number;
  /** The one list that goes on to Excel's last row, by its sheet's name; null = none. */
  readonly fills: string | null;
}

/** @returns how many records of lists the file holds. */
export function writeEnlarged(path: string, { times, fills }: Copies): number {
  const parts = unzipSync(new Uint8Array(readFileSync(SAMPLE)));
  const text = (part: string): string => strFromU8(parts[part]!);
  const strings = [...text(STRINGS).matchAll(/<si>.*?<\/si>/gs)].map(([item]) => item);
  const freshStrings = createFreshStrings(strings);
  const file = openSync(path, "w");
  const zip = new Zip((fault, bytes) => {
    if (fault) throw fault;
    writeSync(file, bytes);
  });
  const add = (part: string, pieces: Iterable<string>): void => {
    const entry = new ZipDeflate(part, { level: 1 });
    zip.add(entry);
    for (const piece of pieces) entry.push(strToU8(piece));
    entry.push(new Uint8Array(), true);
  };
  const sheets = sheetsByPart(text("xl/workbook.xml"), text("xl/_rels/workbook.xml.rels"));
  let records = 0;
  for (const [part, content] of Object.entries(parts)) {
    if (part === STRINGS) continue;
    const name = sheets.get(part);
    const list = name === undefined || name === PAST_FIGURES ? null : listOn(text(part), strings);
    if (list === null) {
      const entry = new ZipPassThrough(part);
      zip.add(entry);
      entry.push(content, true);
      continue;
    }
    const rows = name === fills ? LAST_ROW - list.firstRow + 1 : list.rows.length * times;
    records += rows;
    add(part, sheetPieces(list, rows, freshStrings));
  }
  add(STRINGS, stringPieces(strings));
  zip.end();
  closeSync(file);
  return records;
}

function sheetsByPart(workbook: string, relationships: string): ReadonlyMap<string, string> {
  const targets = new Map(
    [...relationships.matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      attribute(tag, "Id"),
      `xl/${attribute(tag, "Target")}`,
    ]),
  );
  return new Map(
    [...workbook.matchAll(/<sheet [^>]*>/g)].map(([tag]) => [
      targets.get(attribute(tag, "r:id")) ?? "",
      attribute(tag, "name"),
    ]),
  );
}

const attribute = (tag: string, name: string): string =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";

interface List {
  readonly before: string;
  readonly after: string;
  /** 1-based row of the first record. */
  readonly firstRow: number;
  readonly rows: readonly (readonly Cell[])[];
}

interface Cell {
  readonly column: string;
  /** Its tag's other attributes. */
  readonly tag: string;
  readonly inner: string;
  /** Number of its text, where it is a child's or a worker's ID; -1 for all others. */
  readonly id: number;
}

/** The list on the sheet; null where no row names a child. */
function listOn(xml: string, strings: readonly string[]): List | null {
  const rows = [...xml.matchAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/gs)];
  const cellsOf = (inner: string): RegExpMatchArray[] => [
    ...inner.matchAll(/<c r="([A-Z]+)\d+"([^>]*)>(.*?)<\/c>/gs),
  ];
  const textOf = ([, , tag = "", inner = ""]: RegExpMatchArray): string =>
    tag.includes('t="s"') ? plainText(strings[Number(/<v>(\d+)<\/v>/.exec(inner)?.[1])] ?? "") : "";
  const top = rows.findIndex(([, , inner = ""]) =>
    cellsOf(inner).some((cell) => textOf(cell) === ID_HEADINGS[0]),
  );
  const header = rows[top];
  if (!header) return null;
  const idColumns = new Set(
    cellsOf(header[2] ?? "").flatMap((cell) => (ID_HEADINGS.includes(textOf(cell)) ? [cell[1]] : [])),
  );
  const [first] = rows.slice(top + 1);
  const last = rows[rows.length - 1];
  if (!first || !last) return null;
  return {
    before: xml.slice(0, first.index),
    after: xml.slice(last.index + last[0].length),
    firstRow: Number(first[1]),
    rows: rows.slice(top + 1).map(([, , inner = ""]) =>
      cellsOf(inner).map(([, column = "", tag = "", content = ""]) => ({
        column,
        tag,
        inner: content,
        id: idColumns.has(column) && tag.includes('t="s"') ? Number(/\d+/.exec(content)?.[0] ?? -1) : -1,
      })),
    ),
  };
}

const plainText = (item: string): string => item.replace(/<[^>]*>/g, "");

/** The number of the text that stands for an ID in a copy; added to `strings` when it is first asked for. */
function createFreshStrings(strings: string[]): (id: number, copy: number) => number {
  const known = new Map<string, number>();
  return (id, copy) => {
    if (copy === 0) return id;
    const key = `${id} ${copy}`;
    let number = known.get(key);
    if (number === undefined) {
      number = strings.push(`<si><t>${freshId(plainText(strings[id]!), copy)}</t></si>`) - 1;
      known.set(key, number);
    }
    return number;
  };
}

function* sheetPieces(
  { before, after, firstRow, rows }: List,
  count: number,
  freshString: (id: number, copy: number) => number,
): Generator<string> {
  // Without its old area and filter: Excel finds the area anew.
  let piece = before.replace(/<dimension [^>]*>/, "");
  for (let at = 0; at < count; at++) {
    const copy = Math.floor(at / rows.length);
    const row = firstRow + at;
    piece += `<row r="${row}">`;
    for (const { column, tag, inner, id } of rows[at % rows.length]!) {
      const content = id < 0 ? inner : `<v>${freshString(id, copy)}</v>`;
      piece += `<c r="${column}${row}"${tag}>${content}</c>`;
    }
    piece += "</row>";
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield piece + after;
}

function* stringPieces(strings: readonly string[]): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  yield `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${strings.length}">`;
  for (let from = 0; from < strings.length; from += 100_000)
    yield strings.slice(from, from + 100_000).join("");
  yield "</sst>";
}
