/** A cell's value as Excel shows it, by its number format. */
import { formatCellValue } from "@cj-tech-master/excelts";
import { type Cell, isError } from "../model/sheet";
import type { Workbook } from "../model/workbook";

export function shownText(workbook: Workbook, cell: Cell): string {
  const { value } = cell;
  if (value === null) return "";
  if (isError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const format = workbook.looks.look(cell.look).numberFormat;
  if (format === "General" || format === "@") return typeof value === "number" ? generalNumber(value) : value;
  const shift =
    workbook.date1904 &&
    typeof value === "number" &&
    /[dmyh]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ""));
  return formatQuoted(shift ? value + 1462 : value, format);
}

/** A private-use character for each text in quotes: the library takes letters there ("points") for parts of a time. */
const FIRST_STAND_IN = 0xe000;

function formatQuoted(value: string | number, format: string): string {
  const quoted: string[] = [];
  const plain = format.replace(/"([^"]*)"/g, (_, text: string) => {
    quoted.push(text);
    return String.fromCharCode(FIRST_STAND_IN + quoted.length - 1);
  });
  return formatCellValue(value, plain).replace(
    /[\ue000-\uf8ff]/g,
    (standIn) => quoted[standIn.charCodeAt(0) - FIRST_STAND_IN] ?? standIn,
  );
}

/** Eleven digits at the most, as a cell formatted General shows them. */
function generalNumber(value: number): string {
  if (value !== 0 && (Math.abs(value) >= 1e11 || Math.abs(value) < 1e-9)) {
    return value
      .toExponential(5)
      .replace(/\.?0+e/, "E")
      .replace("e", "E")
      .replace(/E([+-])(\d)$/, "E$10$2");
  }
  return String(Number(value.toPrecision(10)));
}
