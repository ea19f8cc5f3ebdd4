/**
 * Works a plan's formulas out with the workbook library's evaluator, straight from paper: what a manager without the
 * add-in would see. Nothing of src/excel or the simulator has a hand in it.
 */
import {
  calculateFormulas,
  type CellLike,
  type RowLike,
  type WorksheetLike,
} from "@cj-tech-master/excelts/formula";
import type { CellValue, TableValues } from "../../src/clinic/cells/worksheet";
import type { CellContent, SheetPlan, TablePlan, WorkbookPlan } from "../../src/pages/plan";
import { columnLetters } from "../../src/clinic/cells/addresses";

export type Calculated = number | string | boolean | { readonly error: string } | null;

export interface CalculatedPlan {
  /** Zero-based. */
  at(sheet: string, row: number, column: number): Calculated;
  /** Every formula of the plan's sheets with what it comes to. */
  readonly formulas: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly formula: string;
    readonly expected: number | string | undefined;
    readonly result: Calculated;
  }[];
}

/** `standing`: settings tables that are in the workbook already, as the analyst has them. */
export function calculatePlan(plan: WorkbookPlan, standing: readonly TableValues[] = []): CalculatedPlan {
  const sheets = plan.sheets.map((sheet, i) => paperSheet(i + 1, sheet, standing));
  calculateFormulas({
    worksheets: sheets.map(({ view }) => view),
    getWorksheet: (id) => sheets.find(({ view }) => view.name === id || view.id === id)?.view,
    definedNames: {
      getAllEntries: () => plan.names.map(({ name, formula }) => ({ name, ranges: [formula.slice(1)] })),
      getAllNames: () => plan.names.map(({ name }) => ({ name })),
    },
  });
  return {
    at: (name, row, column) => {
      const cell = sheets.find(({ view }) => view.name === name)?.cell(row, column);
      return (cell?.formula === undefined ? cell?.value : cell.result) as Calculated;
    },
    formulas: sheets.flatMap(({ view, formulas }) =>
      formulas.map(({ cell, content }) => ({
        sheet: view.name,
        cell: `R${cell.row}C${cell.col}`,
        formula: content.formula,
        expected: content.expected,
        result: (cell.result ?? null) as Calculated,
      })),
    ),
  };
}

type Formula = Extract<CellContent, { readonly formula: string }>;

interface PaperSheet {
  readonly view: WorksheetLike;
  readonly cell: (row: number, column: number) => CellLike | undefined;
  readonly formulas: readonly { readonly cell: CellLike; readonly content: Formula }[];
}

function paperSheet(id: number, plan: SheetPlan, standing: readonly TableValues[]): PaperSheet {
  const cells = new Map<number, Map<number, CellLike>>();
  const formulas: { cell: CellLike; content: Formula }[] = [];
  const put = (row: number, column: number, content: CellContent | CellValue): CellLike => {
    const isFormula = typeof content === "object" && content !== null;
    const cell: CellLike = {
      row: row + 1,
      col: column + 1,
      type: isFormula ? 6 : content === null || content === "" ? 0 : typeof content === "number" ? 2 : 3,
      ...(isFormula ? { formula: ownRowSpelt(content.formula.slice(1), row, plan.tables) } : {}),
      model: isFormula ? { formula: ownRowSpelt(content.formula.slice(1), row, plan.tables) } : {},
      value: isFormula ? null : content,
      result: undefined,
    };
    if (isFormula) formulas.push({ cell, content });
    let line = cells.get(row + 1);
    if (!line) cells.set(row + 1, (line = new Map()));
    line.set(column + 1, cell);
    return cell;
  };
  for (const block of plan.blocks) {
    block.cells.forEach((row, i) =>
      row.forEach((content, j) => put(block.row + i, block.column + j, content)),
    );
  }
  const tables = plan.tables.map((table) => {
    const kept = standing.find(({ name }) => name === table.name)?.rows ?? [];
    const rows = [table.headings, ...kept, ...table.rows, ...(table.total ? [table.total] : [])];
    const workedOut = (i: number) => i <= MOST_ROWS || i > rows.length - MOST_ROWS;
    rows.forEach((row, i) =>
      row.forEach((content, j) =>
        put(table.row + i, table.column + j, workedOut(i) ? content : shownAs(content)),
      ),
    );
    return tableView(table, kept.length + table.rows.length);
  });
  const find = (row: number, column: number) => cells.get(row)?.get(column);
  const rowNumbers = [...cells.keys()].sort((a, b) => a - b);
  const view: WorksheetLike = {
    id,
    name: plan.name,
    dimensions: { top: 1, left: 1, bottom: Math.max(1, ...rowNumbers), right: 80 },
    eachRow(first: unknown, second?: unknown) {
      const visit = (second ?? first) as (row: RowLike, number: number) => void;
      for (const number of rowNumbers) visit(rowView(cells.get(number) ?? new Map()), number);
    },
    findCell: find,
    getCell: (row, column) => find(row, column) ?? put(row - 1, column - 1, null),
    getTables: () => tables.map((table) => ({ table })),
  };
  return { view, cell: (row, column) => find(row + 1, column + 1), formulas };
}

/** Formulas of a long list are worked out in its first and last rows: the evaluator knows 10,000 texts at the most. */
const MOST_ROWS = 1000;

function shownAs(content: CellContent | CellValue): CellContent | CellValue {
  return typeof content === "object" && content !== null ? (content.expected ?? null) : content;
}

/** The evaluator takes the whole column for what a cell of its own row depends on: for a long list, more than there is memory. */
function ownRowSpelt(formula: string, row: number, tables: readonly TablePlan[]): string {
  return formula.replaceAll(
    /(Clinic_\w+)\[\[#This Row\],\[((?:[^\]']|'.)*)\]\]/g,
    (spelt, name: string, heading: string) => {
      const table = tables.find((each) => each.name === name);
      const at = table?.headings.indexOf(heading.replaceAll(/'(.)/g, "$1")) ?? -1;
      return table && at >= 0 ? `$${columnLetters(table.column + at)}$${row + 1}` : spelt;
    },
  );
}

function rowView(line: ReadonlyMap<number, CellLike>): RowLike {
  return {
    eachCell(first: unknown, second?: unknown) {
      const visit = (second ?? first) as (cell: CellLike, column: number) => void;
      for (const column of [...line.keys()].sort((a, b) => a - b)) {
        const cell = line.get(column);
        if (cell) visit(cell, column);
      }
    },
  };
}

function tableView(table: TablePlan, rows: number) {
  return {
    name: table.name,
    displayName: table.name,
    tl: { row: table.row + 1, col: table.column + 1 },
    columns: table.headings.map((name) => ({ name })),
    rows: Array.from({ length: rows }, () => null),
    headerRow: true,
    totalsRow: table.total !== null,
  };
}
