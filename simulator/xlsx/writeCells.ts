/** Rows and cells of a sheet's part. */
import { cellAddress } from "../model/address";
import { type Cell, isError, type Row, type Sheet, sortedRows } from "../model/sheet";
import { formulaForFile } from "./fileText";
import { textForFile } from "../../src/files/openxml/text";
import type { StringTable } from "../../src/files/openxml/strings";
import { escapeXml, writeAttributes, writeXml } from "../../src/files/openxml/xml";

export function writeCells(sheet: Sheet, strings: StringTable): string {
  const rows: string[] = [];
  for (const row of sortedRows(sheet)) {
    const record = sheet.rows.get(row)!;
    const cells: string[] = [];
    record.cells.forEach((cell, column) => {
      if (!cell || (cell.value === null && cell.formula === null && cell.look === 0)) return;
      cells.push(writeCell(cell, sheet, row, column, strings));
    });
    const attributes = rowAttributes(record);
    if (cells.length === 0 && attributes === "") continue;
    rows.push(`<row r="${row + 1}"${attributes}>${cells.join("")}</row>`);
  }
  return rows.join("");
}

function rowAttributes(record: Row): string {
  const attributes: Record<string, string> = { ...record.rest };
  if (record.look !== null) Object.assign(attributes, { s: String(record.look), customFormat: "1" });
  if (record.height !== null) attributes["ht"] = String(record.height);
  if (record.hidden) attributes["hidden"] = "1";
  return writeAttributes(attributes);
}

function writeCell(cell: Cell, sheet: Sheet, row: number, column: number, strings: StringTable): string {
  const address = cellAddress(row, column);
  const look = `${cell.look === 0 ? "" : ` s="${cell.look}"`}${cell.marks ?? ""}`;
  const { value } = cell;
  const formula = cell.formula === null ? "" : formulaMarkup(cell, sheet, row, column);
  if (value === null)
    return formula === "" ? `<c r="${address}"${look}/>` : `<c r="${address}"${look}>${formula}</c>`;
  if (isError(value)) return `<c r="${address}"${look} t="e">${formula}<v>${escapeXml(value.error)}</v></c>`;
  if (typeof value === "boolean")
    return `<c r="${address}"${look} t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
  if (typeof value === "number") return `<c r="${address}"${look}>${formula}<v>${value}</v></c>`;
  if (formula !== "")
    return `<c r="${address}"${look} t="str">${formula}<v>${escapeXml(textForFile(value))}</v></c>`;
  if (typeof cell.rich === "number") return `<c r="${address}"${look} t="s"><v>${cell.rich}</v></c>`;
  if (cell.rich) return `<c r="${address}"${look} t="inlineStr">${writeXml(cell.rich)}</c>`;
  return `<c r="${address}"${look} t="s"><v>${strings.indexOf(value)}</v></c>`;
}

function formulaMarkup(cell: Cell, sheet: Sheet, row: number, column: number): string {
  const text = escapeXml(formulaForFile(cell.formula!, { sheet, row, column }));
  return cell.arrayRange === undefined
    ? `<f>${text}</f>`
    : `<f t="array" ref="${cell.arrayRange}">${text}</f>`;
}
