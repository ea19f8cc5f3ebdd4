/** Structured references: Clinic_cla[[#Totals],[%]], [@Numerator], SUM(Clinic_cla[Denominator]). */
import { type Area, formatAbsoluteArea, lastRow, quoteSheetName } from "../model/address";
import type { Sheet } from "../model/sheet";
import { bodyArea, columnIndexOf, headerArea, type Table, totalsArea } from "../model/table";
import { tableNamed, type Workbook } from "../model/workbook";
import { respell } from "./scan";

export interface StructuredReference {
  /** "" = the table that the formula's cell stands in. */
  readonly table: string;
  /** "#Data" where none is spelt. */
  readonly rows: readonly ("#All" | "#Headers" | "#Data" | "#Totals" | "#This Row")[];
  /** First and last column; empty = every column. */
  readonly columns: readonly string[];
}

const ROWS = ["#All", "#Headers", "#Data", "#Totals", "#This Row"] as const;

/** What the inside of the brackets says; null where it is no structured reference. */
export function readStructured(table: string, inside: string): StructuredReference | null {
  const trimmed = inside.trim();
  if (trimmed.startsWith("@")) {
    const rest = trimmed.slice(1).trim();
    if (rest === "") return { table, rows: ["#This Row"], columns: [] };
    const columns = rest.startsWith("[") ? bracketed(rest) : [unescapeColumn(rest)];
    return columns && { table, rows: ["#This Row"], columns };
  }
  if (!trimmed.startsWith("[")) {
    const special = ROWS.find((name) => name.toLowerCase() === trimmed.toLowerCase());
    if (special) return { table, rows: [special], columns: [] };
    if (trimmed.startsWith("#")) return null;
    return { table, rows: [], columns: trimmed === "" ? [] : [unescapeColumn(trimmed)] };
  }
  const parts = bracketed(trimmed);
  if (!parts) return null;
  const rows: (typeof ROWS)[number][] = [];
  const columns: string[] = [];
  for (const part of parts) {
    const special = ROWS.find((name) => name.toLowerCase() === part.toLowerCase());
    if (special) rows.push(special);
    else columns.push(part);
  }
  return columns.length <= 2 ? { table, rows, columns } : null;
}

/** "[a],[b]" or "[a]:[b]" → a, b. */
function bracketed(text: string): readonly string[] | null {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === "[") {
      let end = at + 1;
      while (end < text.length && text[end] !== "]") end += text[end] === "'" ? 2 : 1;
      if (end >= text.length) return null;
      parts.push(unescapeColumn(text.slice(at + 1, end)));
      at = end + 1;
    } else if (",: ".includes(text[at]!)) at++;
    else return null;
  }
  return parts;
}

const unescapeColumn = (text: string): string => text.replace(/'(.)/g, "$1");
const escapeColumn = (name: string): string => name.replace(/[[\]#'@]/g, "'$&");
const NEEDS_BRACKETS = /[^A-Za-z0-9_.\u00c0-\uffff]/;

/** The reference as a formula of Excel's spells it: [@Column] for the cell's own row. */
export function spellStructured(reference: StructuredReference): string {
  const { table, rows, columns } = reference;
  const thisRow = rows.length === 1 && rows[0] === "#This Row";
  if (thisRow && columns.length === 1) {
    const name = columns[0]!;
    return NEEDS_BRACKETS.test(name) ? `${table}[@[${escapeColumn(name)}]]` : `${table}[@${name}]`;
  }
  if (thisRow && columns.length === 0) return `${table}[@]`;
  if (thisRow) return `${table}[@${range(columns)}]`;
  return spellForFile(reference);
}

/** The reference as the file spells it: Table[[#This Row],[Column]]. */
function spellForFile({ table, rows, columns }: StructuredReference): string {
  if (rows.length === 0 && columns.length === 1) return `${table}[${escapeColumn(columns[0]!)}]`;
  if (rows.length === 1 && columns.length === 0) return `${table}[${rows[0]}]`;
  const parts = rows.map((name) => `[${name}]`);
  if (columns.length > 0) parts.push(range(columns));
  return `${table}[${parts.join(",")}]`;
}

const range = (columns: readonly string[]): string =>
  columns.map((name) => `[${escapeColumn(name)}]`).join(":");

/** Where a formula stands: its sheet, and the row that "@" means. */
export interface FormulaPlace {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

export function tableAt(place: FormulaPlace): Table | undefined {
  return place.sheet.tables.find(
    ({ area }) =>
      place.row >= area.row &&
      place.row <= lastRow(area) &&
      place.column >= area.column &&
      place.column < area.column + area.columns,
  );
}

/** The cells that the reference means from `place`; null where there are none (#REF!). */
export function resolveStructured(
  workbook: Workbook,
  reference: StructuredReference,
  place: FormulaPlace | null,
): { readonly sheet: Sheet; readonly area: Area } | null {
  const own = place && reference.table === "" ? tableAt(place) : undefined;
  const found = own && place ? { sheet: place.sheet, table: own } : tableNamed(workbook, reference.table);
  if (!found) return null;
  const { sheet, table } = found;
  const indexes = reference.columns.map((name) => columnIndexOf(table, name));
  if (indexes.includes(-1)) return null;
  const first = indexes.length ? Math.min(...indexes) : 0;
  const last = indexes.length ? Math.max(...indexes) : table.columns.length - 1;
  const rows = rowsOf(table, reference.rows, place);
  if (!rows) return null;
  return {
    sheet,
    area: {
      row: rows[0],
      rows: rows[1] - rows[0] + 1,
      column: table.area.column + first,
      columns: last - first + 1,
    },
  };
}

function rowsOf(
  table: Table,
  specials: StructuredReference["rows"],
  place: FormulaPlace | null,
): readonly [number, number] | null {
  if (specials.includes("#This Row")) {
    const body = bodyArea(table);
    return place && place.row >= body.row && place.row <= lastRow(body) ? [place.row, place.row] : null;
  }
  const wanted = specials.length ? specials : ["#Data" as const];
  const bands = wanted.map((special) => {
    if (special === "#All") return table.area;
    if (special === "#Headers") return headerArea(table);
    if (special === "#Totals") return totalsArea(table);
    return bodyArea(table);
  });
  const present = bands.filter((band): band is Area => band !== null && band.rows > 0);
  if (present.length < bands.length) return null;
  return [Math.min(...present.map((band) => band.row)), Math.max(...present.map(lastRow))];
}

/** The formula with A1 references in the place of structured ones: what the evaluator is given. */
export function withoutStructured(workbook: Workbook, formula: string, place: FormulaPlace): string {
  if (!formula.includes("[")) return formula;
  return respell(formula, (piece) => {
    if (piece.kind !== "structured") return null;
    const reference = readStructured(piece.table, piece.inside);
    const found = reference && resolveStructured(workbook, reference, place);
    return found ? `${quoteSheetName(found.sheet.name)}!${formatAbsoluteArea(found.area)}` : "#REF!";
  });
}

/** As the file wants it: the table's name spelt out, this row's cell by [#This Row]. */
export function structuredForFile(formula: string, place: FormulaPlace | null): string {
  if (!formula.includes("[")) return formula;
  return respell(formula, (piece) => {
    const reference = piece.kind === "structured" ? readStructured(piece.table, piece.inside) : null;
    if (!reference) return null;
    const table = reference.table || (place ? tableAt(place)?.name : undefined) || "";
    return spellForFile({ ...reference, table });
  });
}

/** As Excel shows it in a cell of `table`: the table's own name left out before "@". */
export function structuredFromFile(formula: string, ownTable: string | null): string {
  if (!formula.includes("[")) return formula;
  return respell(formula, (piece) => {
    const reference = piece.kind === "structured" ? readStructured(piece.table, piece.inside) : null;
    if (!reference) return null;
    const thisRow = reference.rows.includes("#This Row");
    const own = ownTable !== null && reference.table.toLowerCase() === ownTable.toLowerCase();
    return spellStructured(thisRow && own ? { ...reference, table: "" } : reference);
  });
}

/** Follows a table's new name, or a column's. */
export function renameInFormula(
  formula: string,
  rename: { readonly table: string; readonly newTable: string; readonly column?: readonly [string, string] },
  ownTable: string | null,
): string {
  if (!formula.includes("[") && rename.table === rename.newTable) return formula;
  const isTable = (name: string): boolean =>
    (name === "" ? (ownTable ?? "") : name).toLowerCase() === rename.table.toLowerCase();
  return respell(formula, (piece) => {
    if (
      piece.kind === "name" &&
      piece.sheet === null &&
      piece.name.toLowerCase() === rename.table.toLowerCase()
    ) {
      return rename.newTable;
    }
    const reference = piece.kind === "structured" ? readStructured(piece.table, piece.inside) : null;
    if (!reference || !isTable(reference.table)) return null;
    const columns = reference.columns.map((name) =>
      rename.column && name.toLowerCase() === rename.column[0].toLowerCase() ? rename.column[1] : name,
    );
    return spellStructured({ ...reference, table: reference.table === "" ? "" : rename.newTable, columns });
  });
}
