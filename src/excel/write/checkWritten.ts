/**
 * The checking request, before any title goes in: our tables are read back and held against the plan. Whatever got in
 * between (a colleague's rows, a formula that Excel put into every row of a column) stops the build, and the pages keep
 * the warning that they are not finished.
 */
import { partOf } from "../host/ranges";
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

const NOTHING_TO_SAY: WrittenFound = { differences: [], spelt: [] };

/** What the parts of a check have found, as one. */
export function foundTogether(parts: readonly WrittenFound[]): WrittenFound {
  return {
    differences: parts.flatMap(({ differences }) => differences),
    spelt: [...new Set(parts.flatMap(({ spelt }) => spelt))],
  };
}

/** A part of the check that has an answer of its own. */
export interface PartOfCheck {
  /** What its answer comes to, roughly. */
  readonly bytes: number;
  /** Adds the question to the request that is being put together; the result is to be called after its answer. */
  readonly ask: () => () => WrittenFound;
}

/** The check of all tables in parts that are each far below what Excel hands over at a time. */
export function partsOfCheck(
  context: Excel.RequestContext,
  tables: readonly TableToCheck[],
): readonly PartOfCheck[] {
  return tables.flatMap((table) => partsOfTable(context, table));
}

export function notAsWritten({ kind, table, address }: Difference): ClinicError {
  return new ClinicError(
    `What was written on the sheet "${table.sheet}" is not what is there now (${address}).`,
    "Check that nobody else is working on the clinic sheets, then build again. Until then the pages say that they are not finished.",
    `Code NotAsWritten, ${kind}, table ${table.name}, sheet "${table.sheet}", cell ${address}.`,
  );
}

/** Parts that share a request. */
export function groupParts(parts: readonly PartOfCheck[]): PartOfCheck[][] {
  const groups: PartOfCheck[][] = [];
  let bytes = Infinity;
  for (const part of parts) {
    if (bytes + part.bytes > BYTES_A_REQUEST) {
      groups.push([]);
      bytes = 0;
    }
    groups[groups.length - 1]?.push(part);
    bytes += part.bytes;
  }
  return groups;
}

/** Cells of a table that are read back whole; of a longer one its headings and its columns of formulas are. */
const CELLS_READ_WHOLE = 4_000;

/** Of an answer; Excel on the web refuses 5 MB. */
const BYTES_A_PART = 2_000_000;
const BYTES_A_REQUEST = 4_000_000;
/** What a cell shows; what its formula says comes to it. */
const BYTES_A_CELL = 30;

function partsOfTable({ workbook }: Excel.RequestContext, table: TableToCheck): PartOfCheck[] {
  const all = { row: 0, column: 0, rows: table.area.rows, columns: table.area.columns };
  const ownRows = table.rows.length + (table.total ? 1 : 0) === table.area.rows - 1;
  const isRead = ownRows && all.rows * all.columns <= CELLS_READ_WHOLE;
  const spelt = new Map<string, CellValue>();
  let asked: Excel.Table | undefined;
  const found = () => (asked ??= workbook.tables.getItem(table.name));
  const bytesACell = BYTES_A_CELL + longestFormula(table);
  const bytesOf = ({ rows, columns }: Rectangle) => rows * columns * bytesACell;
  const foundIn = (part: Rectangle, range: Excel.Range): WrittenFound => {
    const formulas = hasFormula(table, part) ? (range.formulas as CellValue[][]) : null;
    const difference = differenceIn(table, part, range.values as CellValue[][], formulas, spelt);
    return {
      differences: difference ? [difference] : [],
      spelt: formulas ? spellingsIn(table, part, formulas) : [],
    };
  };
  const compared = (part: Rectangle, rangeOf: (excels: Excel.Table) => Excel.Range): PartOfCheck => ({
    bytes: bytesOf(part),
    ask() {
      const range = rangeOf(found());
      range.load(contentOf(table, part));
      return () => foundIn(part, range);
    },
  });
  /** Where the table is, and where it is short all that it holds as well: by one range. */
  const whole: PartOfCheck = {
    bytes: isRead ? bytesOf(all) : 0,
    ask() {
      const range = found().getRange();
      if (!isRead) range.load("rowIndex,columnIndex,rowCount,columnCount");
      else if (hasFormula(table, all))
        range.load("rowIndex,columnIndex,rowCount,columnCount,values,formulas");
      else range.load("rowIndex,columnIndex,rowCount,columnCount,values");
      return () => {
        const address = addressOf(rectangleOf(range));
        if (address !== addressOf(table.area))
          return { differences: [{ kind: "place", table, address }], spelt: [] };
        return isRead ? foundIn(all, range) : NOTHING_TO_SAY;
      };
    },
  };
  if (isRead) return [whole];
  const header = { row: 0, column: 0, rows: 1, columns: table.area.columns };
  return [
    whole,
    compared(header, (excels) => excels.getHeaderRowRange()),
    ...bodyParts(table, bytesACell).map((part) =>
      compared(part, (excels) => partOf(excels.getDataBodyRange(), { ...part, row: part.row - 1 })),
    ),
  ];
}

/** Of our rows in a long table its columns of formulas, of a short one all; no part longer than one answer takes. */
function bodyParts(table: TableToCheck, bytesACell: number): Rectangle[] {
  const { columns } = table.area;
  const count = table.rows.length;
  const wanted = count * columns <= CELLS_READ_WHOLE ? [{ column: 0, columns }] : formulaColumns(table);
  return wanted.flatMap((across) => {
    const most = Math.max(1, Math.floor(BYTES_A_PART / (across.columns * bytesACell)));
    return Array.from({ length: Math.ceil(count / most) }, (_, i) => ({
      ...across,
      row: 1 + table.from + i * most,
      rows: Math.min(most, count - i * most),
    }));
  });
}

/** In letters; Excel spells formulas about as long as they were written. */
function longestFormula({ rows, total }: TableToCheck): number {
  let longest = 0;
  for (const row of [...rows, total ?? []])
    for (const cell of row) if (isFormula(cell)) longest = Math.max(longest, cell.formula.length);
  return longest;
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
): string[] {
  const pairs = new Map<string, readonly [column: number, formula: string, found: string]>();
  formulas.forEach((row, r) =>
    row.forEach((found, c) => {
      const content = expectedAt(table, part.row + r, part.column + c) ?? null;
      if (!isFormula(content) || typeof found !== "string" || found === content.formula) return;
      const column = part.column + c;
      pairs.set(`${column} ${content.formula} ${found}`, [column, content.formula, found]);
    }),
  );
  return [...pairs.values()].map(([column, formula, found]) =>
    spellingOf({ table: table.name, column }, formula, found),
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
  /** How Excel spells the formulas of each column, as met in the parts before. */
  spelt = new Map<string, CellValue>(),
): Difference | null {
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
