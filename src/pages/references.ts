/** How a formula of ours points at things, in native Excel (en-US), whatever the names hold. */
import { columnLetters } from "../clinic/cells/addresses";

/** "C7" for row 6, column 2 (zero-based). */
export function address(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** "'O''Hara plans'!" */
export function onSheet(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'!`;
}

/** A text in a formula: quotes doubled, and cut into pieces, since Excel takes no literal above 255 characters. */
export function quoted(text: string): string {
  const pieces = text.match(/[\s\S]{1,240}/g) ?? [""];
  return pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join("&");
}

/** All of a table's column, without heading and total. */
export function columnOf(table: string, heading: string): string {
  return `${table}[${bracketed(heading)}]`;
}

/** The cell of this row; for a formula that stands in the table itself. */
export function thisRow(table: string, heading: string): string {
  return `${table}[[#This Row],[${escaped(heading)}]]`;
}

/** The cell of the total row. */
export function totalOf(table: string, heading: string): string {
  return `${table}[[#Totals],[${escaped(heading)}]]`;
}

/** "Clinic_cin_visits_6w" for "cin-visits-6w"; whatever a name cannot hold becomes "_". */
export function tableName(id: string): string {
  return `Clinic_${id.replaceAll(/[^\p{L}\p{N}]+/gu, "_")}`.slice(0, LONGEST_NAME);
}

/** Excel takes 255; the rest is for a number behind it. */
const LONGEST_NAME = 240;

/** The same for ids that people made up: "st-mary's" and "st-mary’s" come to one name, which the later gets a number to. */
export function tableNames(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const plain = tableName(id);
    let name = plain;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${plain}_${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/**
 * A native link to a cell of this workbook, of a sheet and an address that formulas give: `sheet` comes to a sheet's name as
 * its tab has it, `cell` to "B7". A sheet renamed since makes the link a dead one, until the next build.
 */
export function linkTo(sheet: string, cell: string, text: string): string {
  return `HYPERLINK("#'"&SUBSTITUTE(${sheet},"'","''")&"'!"&${cell},${text})`;
}

/** Of formulas the one whose number `key` comes to; #N/A for any other. */
export function chosenBy(
  key: string,
  choices: readonly { readonly number: number; readonly formula: string }[],
): string {
  const numbers = choices.map(({ number }) => number).join(",");
  return `CHOOSE(MATCH(${key},{${numbers}},0),${choices.map(({ formula }) => formula).join(",")})`;
}

/** Excel wants a second pair of brackets round headings with these. */
function bracketed(heading: string): string {
  return /^[\p{L}\p{N}_ %]+$/u.test(heading) ? heading : `[${escaped(heading)}]`;
}

function escaped(heading: string): string {
  return heading.replaceAll(/['[\]#@]/g, "'$&");
}
