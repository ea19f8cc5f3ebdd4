/**
 * The checking request, before any title goes in: our tables are read back and held against the plan. Whatever got in
 * between (a colleague's rows, a formula that Excel put into every row of a column) stops the build, and the pages keep
 * the warning that they are not finished.
 */
import { once, partOnce } from "../host/once";
import type { CellValue } from "../../clinic/cells/worksheet";
import type { CellContent, TablePlan } from "../../pages/plan";
import { ClinicError } from "../host/clinicError";
import { addressOf, type Rectangle, rectangleOf } from "../host/rectangles";
import { spellingOf } from "./differences";
import { isSame } from "./sameCell";
import { bodyRowsAfter, type TableRows, writtenFrom } from "./tableRows";

/** A table as it should stand when all is written. */
export interface TableToCheck {
  readonly name: string;
  readonly sheet: string;
  /** Headings, body and totals row. */
  readonly area: Rectangle;
  readonly headings: readonly string[];
  /** Body rows that this build wrote, from the first on; others are not ours to judge. */
  readonly from: number;
  readonly rows: readonly (readonly CellContent[])[];
  readonly total: readonly CellContent[] | null;
}

export type Difference = {
  readonly kind: "place" | "heading" | "cell" | "formula" | "result";
  readonly table: TableToCheck;
  /** Of the first cell that differs. */
  readonly address: string;
};

export function tableToCheck(sheet: string, plan: TablePlan, rows: TableRows): TableToCheck {
  const { name, row, column, headings, total } = plan;
  return {
    name,
    sheet,
    area: {
      row,
      column,
      rows: 1 + bodyRowsAfter(rows) + (total ? 1 : 0),
      columns: headings.length,
    },
    headings,
    from: writtenFrom(rows),
    rows: rows.content.slice(0, rows.filled),
    total,
  };
}

export interface WrittenFound {
  readonly differences: readonly Difference[];
  /** How Excel spells formulas of ours in its own way (`spellingOf`). */
  readonly spelt: readonly string[];
}

/** Adds the question to the request that is being put together; the result is to be called after its answer. */
export function askWritten(
  context: Excel.RequestContext,
  tables: readonly TableToCheck[],
): () => WrittenFound {
  const spelt = new Set<string>();
  const asked = tables.map((table) => askTable(context, table, spelt));
  return () => ({ differences: asked.flatMap((differencesOf) => differencesOf()), spelt: [...spelt] });
}

export function notAsWritten({ kind, table, address }: Difference): ClinicError {
  return new ClinicError(
    `What was written on the sheet "${table.sheet}" is not what is there now (${address}).`,
    "Check that nobody else is working on the clinic sheets, then build again. Until then the pages say that they are not finished.",
    `Code NotAsWritten, ${kind}, table ${table.name}, sheet "${table.sheet}", cell ${address}.`,
  );
}

/** Cells of a table that are read back whole; of a longer one its headings and its columns of formulas are. */
const CELLS_READ_WHOLE = 4_000;

/** Adds to `spelt`. */
function askTable(
  { workbook }: Excel.RequestContext,
  table: TableToCheck,
  spelt: Set<string>,
): () => Difference[] {
  const found = workbook.tables.getItem(table.name);
  const whole = once(found.getRange());
  const all = { row: 0, column: 0, rows: table.area.rows, columns: table.area.columns };
  const ownRows = table.rows.length + (table.total ? 1 : 0) === table.area.rows - 1;
  const isRead = ownRows && all.rows * all.columns <= CELLS_READ_WHOLE;
  if (!isRead) whole.load(PLACE);
  else whole.load(hasFormula(table, all) ? PLACE_AND_FORMULAS : PLACE_AND_VALUES);
  const parts = isRead ? [{ part: all, range: whole }] : askParts(found, table);
  return () => {
    const area = rectangleOf(whole);
    if (addressOf(area) !== addressOf(table.area))
      return [{ kind: "place", table, address: addressOf(area) }];
    return parts.flatMap(({ part, range }) => {
      const formulas = hasFormula(table, part) ? (range.formulas as CellValue[][]) : null;
      if (formulas) for (const each of spellingsIn(table, part, formulas)) spelt.add(each);
      return differenceIn(table, part, range.values as CellValue[][], formulas) ?? [];
    });
  };
}

interface PartAsked {
  /** Counted from the table's own top left. */
  readonly part: Rectangle;
  readonly range: Excel.Range;
}

const PLACE = "rowIndex,columnIndex,rowCount,columnCount";
const PLACE_AND_VALUES = "rowIndex,columnIndex,rowCount,columnCount,values";
const PLACE_AND_FORMULAS = "rowIndex,columnIndex,rowCount,columnCount,values,formulas";

function askParts(found: Excel.Table, table: TableToCheck): PartAsked[] {
  const { columns } = table.area;
  const header: PartAsked = {
    part: { row: 0, column: 0, rows: 1, columns },
    range: once(found.getHeaderRowRange()),
  };
  const ownRows = { row: 1 + table.from, rows: table.rows.length };
  const isShort = ownRows.rows * columns <= CELLS_READ_WHOLE;
  const wanted = isShort ? [{ column: 0, columns }] : formulaColumns(table);
  const body = once(found.getDataBodyRange());
  const parts =
    ownRows.rows === 0
      ? []
      : wanted.map((across): PartAsked => {
          const part = { ...ownRows, ...across };
          return { part, range: partOnce(body, { ...part, row: table.from }) };
        });
  const asked = [header, ...parts];
  for (const { part, range } of asked) range.load(contentOf(table, part));
  return asked;
}

function contentOf(table: TableToCheck, part: Rectangle): string {
  return hasFormula(table, part) ? "values,formulas" : "values";
}

function formulaColumns({ rows, headings }: TableToCheck): { column: number; columns: number }[] {
  return headings.flatMap((_, column) =>
    rows.some((row) => isFormula(row[column] ?? null)) ? [{ column, columns: 1 }] : [],
  );
}

function hasFormula(table: TableToCheck, { row, column, rows, columns }: Rectangle): boolean {
  for (let r = row; r < row + rows; r++)
    for (let c = column; c < column + columns; c++)
      if (isFormula(expectedAt(table, r, c) ?? null)) return true;
  return false;
}

function isFormula(content: CellContent): content is Exclude<CellContent, null | number | string> {
  return typeof content === "object" && content !== null;
}

function spellingsIn(
  table: TableToCheck,
  part: Rectangle,
  formulas: readonly (readonly CellValue[])[],
): Set<string> {
  const pairs = new Map<string, readonly [column: number, formula: string, found: string]>();
  formulas.forEach((row, r) =>
    row.forEach((found, c) => {
      const content = expectedAt(table, part.row + r, part.column + c) ?? null;
      if (!isFormula(content) || typeof found !== "string" || found === content.formula) return;
      const column = part.column + c;
      pairs.set(`${column} ${content.formula} ${found}`, [column, content.formula, found]);
    }),
  );
  return new Set(
    [...pairs.values()].map(([column, formula, found]) =>
      spellingOf({ table: table.name, column }, formula, found),
    ),
  );
}

/** undefined = not ours to judge. */
function expectedAt(table: TableToCheck, row: number, column: number): CellContent | undefined {
  if (row === 0) return table.headings[column];
  if (table.total && row === table.area.rows - 1) return table.total[column] ?? null;
  const own = table.rows[row - 1 - table.from];
  return own && (own[column] ?? null);
}

/**
 * The first difference; null for none. Formulas are held against each other only: Excel rewrites their text in its own
 * way, but in one way for all rows of a column.
 */
export function differenceIn(
  table: TableToCheck,
  part: Rectangle,
  values: readonly (readonly CellValue[])[],
  formulas: readonly (readonly CellValue[])[] | null,
): Difference | null {
  const spelt = new Map<string, CellValue>();
  for (let r = 0; r < part.rows; r++) {
    for (let c = 0; c < part.columns; c++) {
      const [row, column] = [part.row + r, part.column + c];
      const content = expectedAt(table, row, column);
      if (content === undefined) continue;
      const kind =
        kindOfResult(content, values[r]?.[c] ?? "", row === 0) ??
        kindOfFormula(content, formulas?.[r]?.[c], `${column} `, spelt);
      if (kind === null) continue;
      const at = { row: table.area.row + row, column: table.area.column + column, rows: 1, columns: 1 };
      return { kind, table, address: addressOf(at) };
    }
  }
  return null;
}

function kindOfResult(content: CellContent, value: CellValue, isHeading: boolean): Difference["kind"] | null {
  if (isFormula(content))
    return content.expected === undefined || isSame(content.expected, value) ? null : "result";
  if (isSame(content ?? "", value)) return null;
  return isHeading ? "heading" : "cell";
}

/** `spelt`: how Excel spells each formula of a column, as met so far. */
function kindOfFormula(
  content: CellContent,
  formula: CellValue | undefined,
  column: string,
  spelt: Map<string, CellValue>,
): Difference["kind"] | null {
  if (formula === undefined) return null;
  const isOne = typeof formula === "string" && formula.startsWith("=");
  // A text that begins as a formula does reads the same; its result has been looked at.
  if (!isFormula(content)) return isOne && typeof content !== "string" ? "formula" : null;
  if (!isOne) return "formula";
  const key = column + content.formula;
  const before = spelt.get(key) ?? formula;
  spelt.set(key, before);
  return before === formula ? null : "formula";
}
