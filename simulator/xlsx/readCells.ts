/** The cells of a sheet's part, read by hand: a tree of a long extract would be many times its size. */
import { columnNumber, parseArea } from "../model/address";
import type { Cell, Row, Scalar, Sheet } from "../model/sheet";
import { offsetFormula } from "../formulas/references";
import { tableAt } from "../formulas/structured";
import { formulaFromFile } from "./fileText";
import { textFromFile } from "../../src/files/openxml/text";
import type { FileStrings } from "../../src/files/openxml/strings";
import { child, children, parseXml, readAttributes, textOf, unescapeXml } from "../../src/files/openxml/xml";

/** The sheet's markup round its cells, and the cells' own. */
export function cutSheetData(xml: string): { readonly frame: string; readonly cells: string } {
  const start = xml.indexOf("<sheetData");
  if (start < 0) return { frame: xml, cells: "" };
  const open = xml.indexOf(">", start);
  if (xml[open - 1] === "/") return { frame: xml, cells: "" };
  const close = xml.indexOf("</sheetData>", open);
  return {
    frame: `${xml.slice(0, start)}<sheetData/>${xml.slice(close + "</sheetData>".length)}`,
    cells: xml.slice(open + 1, close),
  };
}

interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

export function readCells(xml: string, sheet: Sheet, strings: FileStrings): void {
  const shared = new Map<string, SharedFormula>();
  let at = 0;
  let row = -1;
  let column = -1;
  let record: Row | null = null;
  for (;;) {
    const open = xml.indexOf("<", at);
    if (open < 0) break;
    const close = xml.indexOf(">", open);
    const empty = xml[close - 1] === "/";
    if (xml.startsWith("<row", open)) {
      const attributes = readAttributes(xml.slice(open + 4, empty ? close - 1 : close));
      row = attributes["r"] ? Number(attributes["r"]) - 1 : row + 1;
      column = -1;
      record = rowOf(attributes);
      sheet.rows.set(row, record);
      at = close + 1;
    } else if (
      record &&
      xml.startsWith("<c", open) &&
      (xml[open + 2] === " " || xml[open + 2] === ">" || xml[open + 2] === "/")
    ) {
      const tag = xml.slice(open + 2, empty ? close - 1 : close);
      const end = empty ? close + 1 : xml.indexOf("</c>", close);
      const reference = attribute(tag, "r");
      column = reference ? columnOf(reference) : column + 1;
      const cell = empty
        ? { value: null, formula: null, look: Number(attribute(tag, "s") ?? 0) }
        : cellOf(tag, xml.slice(close + 1, end), { sheet, row, column }, strings, shared);
      record.cells[column] = cell;
      at = empty ? end : end + "</c>".length;
    } else at = close + 1;
  }
}

function rowOf(attributes: Readonly<Record<string, string>>): Row {
  const {
    r: _row,
    spans: _spans,
    ht,
    hidden,
    s,
    customFormat,
    "x14ac:dyDescent": _descent,
    ...rest
  } = attributes;
  return {
    cells: [],
    height: ht === undefined ? null : Number(ht),
    hidden: hidden === "1" || hidden === "true",
    look: s !== undefined && (customFormat === "1" || customFormat === "true") ? Number(s) : null,
    rest,
  };
}

/** One attribute of a tag, without reading the others. */
function attribute(tag: string, name: string): string | null {
  const start = tag.indexOf(` ${name}="`);
  if (start < 0) return null;
  const from = start + name.length + 3;
  return tag.slice(from, tag.indexOf('"', from));
}

function columnOf(reference: string): number {
  let end = 0;
  while (end < reference.length && reference.charCodeAt(end) >= 65) end++;
  return columnNumber(reference.slice(0, end));
}

interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

function cellOf(
  tag: string,
  inner: string,
  place: Place,
  strings: FileStrings,
  shared: Map<string, SharedFormula>,
): Cell {
  const cell: Cell = { value: null, formula: null, look: Number(attribute(tag, "s") ?? 0) };
  const type = attribute(tag, "t");
  const marks = ["cm", "vm"].flatMap((name) => {
    const mark = attribute(tag, name);
    return mark === null ? [] : [` ${name}="${mark}"`];
  });
  if (marks.length > 0) cell.marks = marks.join("");
  if (inner.startsWith("<f") || inner.includes("<f>") || inner.includes("<f "))
    readFormula(cell, inner, place, shared);
  if (type === "inlineStr") {
    const node = child(parseXml(`<c>${inner}</c>`), "is");
    const runs = children(node, "r");
    cell.value = textFromFile(
      runs.length > 0 ? runs.map((run) => textOf(child(run, "t"))).join("") : textOf(child(node, "t")),
    );
    if (runs.length > 0 && node) cell.rich = node;
    return cell;
  }
  const start = inner.indexOf("<v");
  if (start < 0) return cell;
  const open = inner.indexOf(">", start);
  if (inner[open - 1] === "/") return cell;
  const text = inner.slice(open + 1, inner.indexOf("</v>", open));
  cell.value = valueOf(type, text, strings);
  if (cell.formula !== null && cell.value !== null) cell.saved = true;
  if (type === "s" && strings.isRich(Number(text))) cell.rich = Number(text);
  return cell;
}

function valueOf(type: string | null, text: string, strings: FileStrings): Scalar {
  switch (type) {
    case "s":
      return strings.text(Number(text));
    case "str":
      return textFromFile(unescapeXml(text));
    case "b":
      return text === "1" || text === "true";
    case "e":
      return { error: unescapeXml(text) };
    case "d":
      return (
        (Date.parse(text.endsWith("Z") || !text.includes("T") ? text : `${text}Z`) - Date.UTC(1899, 11, 30)) /
        86_400_000
      );
    default:
      return text === "" ? null : Number(text);
  }
}

function readFormula(cell: Cell, inner: string, place: Place, shared: Map<string, SharedFormula>): void {
  const start = inner.indexOf("<f");
  const open = inner.indexOf(">", start);
  const empty = inner[open - 1] === "/";
  const attributes = readAttributes(inner.slice(start + 2, empty ? open - 1 : open));
  const text = empty ? "" : unescapeXml(inner.slice(open + 1, inner.indexOf("</f>", open)));
  const formula = text === "" ? null : formulaFromFile(text, tableAt(place)?.name ?? null);
  const group = attributes["si"];
  if (attributes["t"] === "shared" && group !== undefined) {
    if (formula !== null) {
      shared.set(group, { formula, row: place.row, column: place.column });
      cell.formula = formula;
      return;
    }
    const master = shared.get(group);
    if (master)
      cell.formula = offsetFormula(master.formula, place.row - master.row, place.column - master.column);
    return;
  }
  cell.formula = formula;
  if (attributes["t"] === "array" && attributes["ref"] && parseArea(attributes["ref"])) {
    cell.arrayRange = attributes["ref"];
    place.sheet.hasArrays = true;
  }
}
