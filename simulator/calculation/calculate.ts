/**
 * Works out every formula of a workbook. The evaluator is the workbook library's; it is handed a view of the model in
 * which structured references are already plain ones (its own reading of them is not needed then), and only the sheets
 * that a formula can see, so that long extract sheets cost nothing.
 */
import {
  calculateFormulas,
  type CellLike,
  type RowLike,
  type WorkbookLike,
  type WorksheetLike,
} from "@cj-tech-master/excelts/formula";
import { type Area, lastColumn, lastRow, unquoteSheetName } from "../model/address";
import {
  type Cell,
  cellAt,
  eachCell,
  isError,
  rowFor,
  type Scalar,
  type Sheet,
  sortedRows,
  usedArea,
  WHOLE_SHEET,
} from "../model/sheet";
import { sheetNamed, type Workbook } from "../model/workbook";
import { asReference } from "../formulas/references";
import { callsAddIn } from "../formulas/addIn";
import { scanFormula } from "../formulas/scan";
import { withoutStructured } from "../formulas/structured";
import { lookupsOf } from "./lookups";
import { stillHolds } from "./unchanged";

/** Brings the values of all formula cells up to date; does nothing where they are. */
export function calculate(workbook: Workbook): void {
  if (!workbook.needsCalculation) return;
  workbook.needsCalculation = false;
  const sheets = sheetsToShow(workbook);
  if (sheets.length === 0) return;
  const results: Outcomes = [];
  calculateFormulas(viewOf(workbook, sheets, results));
  for (const { cell, sheet, value } of results) {
    // What Excel could work out and our evaluator cannot keeps the value that was saved with it.
    if (isError(value) && cannotDo(value.error, cell)) continue;
    if (sameValue(cell.value, value)) continue;
    cell.value = value;
    sheet.touched = true;
  }
}

/** A function that only a newer Excel, or an add-in, knows; of a file's formula also one that fails only here. */
function cannotDo(error: string, { value, saved }: Cell): boolean {
  if (value === null || isError(value)) return false;
  return error === "#NAME?" || (saved === true && error === "#VALUE!");
}

/** What one formula comes to on a sheet, without leaving a mark: for defined names and the add-in's own sums. */
export function evaluate(workbook: Workbook, formula: string, sheet: Sheet): Scalar {
  const rests = restsOnFormulas(workbook, formula, sheet);
  if (rests) calculate(workbook);
  // Just past the sheet's last cell: farther off, a whole column would be as long as the sheet can be.
  const used = usedArea(sheet, WHOLE_SHEET, () => true);
  const row = used ? lastRow(used) + 1 : 0;
  const column = used ? lastColumn(used) + 1 : 0;
  const stood = sheet.rows.has(row);
  const record = rowFor(sheet, row);
  const probe: Cell = { value: null, formula, look: 0 };
  const results: Outcomes = [];
  record.cells[column] = probe;
  try {
    // What rests on plain cells sees no sheet but theirs.
    const seen = rests ? workbook.sheets : [sheet, ...sheetsNamed(workbook, formula)];
    const shown = sheetsToShow(workbook, formula, sheet).filter((each) => seen.includes(each));
    calculateFormulas(viewOf(workbook, shown, results));
  } finally {
    record.cells.length = column;
    if (!stood) sheet.rows.delete(row);
  }
  return results.find((result) => result.cell === probe)?.value ?? null;
}

/** Whether what it refers to may have to be worked out first: plain cells, or none, need not wait for the whole workbook. */
function restsOnFormulas(workbook: Workbook, formula: string, sheet: Sheet): boolean {
  return scanFormula(formula).some((piece) => {
    if (piece.kind === "name" || piece.kind === "structured") return true;
    if (piece.kind !== "reference") return false;
    const found = asReference(piece.text);
    const of = found && sheetNamed(workbook, found.sheet ?? sheet.name);
    if (!found || !of) return true;
    return holdsFormula(of, found.area);
  });
}

function sheetsNamed(workbook: Workbook, formula: string): readonly Sheet[] {
  return scanFormula(formula).flatMap((piece) => {
    const name = piece.kind === "reference" ? asReference(piece.text)?.sheet : undefined;
    return (name && sheetNamed(workbook, name)) || [];
  });
}

export function holdsFormula(sheet: Sheet, area: Area): boolean {
  let any = false;
  eachCell(sheet, area, (cell) => {
    any ||= cell.formula !== null;
  });
  return any;
}

interface Outcome {
  readonly cell: Cell;
  readonly sheet: Sheet;
  value: Scalar;
}
type Outcomes = Outcome[];

function sameValue(one: Scalar, other: Scalar): boolean {
  if (isError(one) && isError(other)) return one.error === other.error;
  if (typeof one === "number" && typeof other === "number")
    return Math.abs(one - other) <= Math.abs(one) * 1e-14;
  return one === other;
}

/** Sheets with formulas, and those that a formula or a name points at. */
function sheetsToShow(workbook: Workbook, extra?: string, home?: Sheet): readonly Sheet[] {
  const names = new Set<string>();
  const shown = new Set<Sheet>(home ? [home] : []);
  const follow = (formula: string): void => {
    if (!formula.includes("!") && !formula.includes("[") && !formula.includes("INDIRECT")) return;
    for (const piece of scanFormula(formula)) {
      if ((piece.kind === "reference" || piece.kind === "name") && piece.sheet !== null) {
        names.add(unquoteSheetName(piece.sheet).toLowerCase());
      }
      if (piece.kind === "structured" && piece.table !== "") names.add(`table ${piece.table.toLowerCase()}`);
      if (piece.kind === "function" && piece.text.toUpperCase() === "INDIRECT") {
        for (const sheet of workbook.sheets) shown.add(sheet);
      }
    }
  };
  if (extra !== undefined) follow(extra);
  for (const sheet of workbook.sheets) {
    for (const record of sheet.rows.values()) {
      record.cells.forEach((cell) => {
        if (!cell || cell.formula === null) return;
        shown.add(sheet);
        follow(cell.formula);
      });
    }
  }
  if (shown.size === 0) return [];
  for (const name of workbook.names) follow(name.formula);
  for (const sheet of workbook.sheets) {
    const named =
      names.has(sheet.name.toLowerCase()) ||
      sheet.tables.some((table) => names.has(`table ${table.name.toLowerCase()}`));
    if (named) shown.add(sheet);
  }
  return workbook.sheets.filter((sheet) => shown.has(sheet));
}

function viewOf(workbook: Workbook, sheets: readonly Sheet[], results: Outcomes): WorkbookLike {
  const links = countFormulas(sheets) > MOST_TEXTS ? "friendly names" : "formulas";
  const holds = stillHolds(workbook);
  const views = sheets.map((sheet, index) =>
    sheetView({ workbook, sheet, results, links, holds }, index + 1),
  );
  const position = new Map(sheets.map((sheet, index) => [sheet.id, index]));
  const names = workbook.names.filter((name) => name.scope === null || position.has(name.scope));
  const found = lookupsOf(workbook);
  return {
    worksheets: views,
    getWorksheet: (id) => views.find((view) => view.id === id || view.name === id),
    definedNames: {
      getAllEntries: () =>
        names.map((name) => ({
          name: name.name,
          ranges: [found(nameBody(workbook, name.formula, sheets[0]!))],
          ...(name.scope === null ? {} : { localSheetId: position.get(name.scope)! }),
        })),
      getAllNames: () => names.map((name) => ({ name: name.name })),
    },
    properties: { date1904: workbook.date1904 },
  };
}

function nameBody(workbook: Workbook, formula: string, sheet: Sheet): string {
  const plain = withoutStructured(workbook, formula, { sheet, row: -1, column: -1 });
  return asReference(plain) ? plain.replace(/\$/g, "$") : plain;
}

/** The evaluator forgets what it has read of a formula once it has met 10,000 other texts, and gives #NAME? then. */
const MOST_TEXTS = 9_000;

function countFormulas(sheets: readonly Sheet[]): number {
  let count = 0;
  for (const sheet of sheets) {
    for (const record of sheet.rows.values()) {
      record.cells.forEach((cell) => {
        if (cell && cell.formula !== null) count++;
      });
    }
  }
  return count;
}

interface Viewed {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly results: Outcomes;
  /** A long list's links, each to another row, are one text once only their friendly names are worked out. */
  readonly links: "formulas" | "friendly names";
  readonly holds: (cell: Cell, sheet: Sheet) => boolean;
}

function sheetView(viewed: Viewed, id: number): WorksheetLike {
  const { sheet, holds } = viewed;
  const used = usedArea(sheet, WHOLE_SHEET, (cell) => cell.value !== null || cell.formula !== null);
  const views = new Map<Cell, CellLike>();
  const viewCell = (cell: Cell, row: number, column: number): CellLike => {
    let view = views.get(cell);
    if (!view) {
      // An array formula of a file keeps the values that were saved with it, and so does a function of the add-in's.
      const plain =
        cell.formula === null ||
        cell.arrayRange !== undefined ||
        holds(cell, sheet) ||
        (cell.value !== null && callsAddIn(cell.formula));
      view = plain ? valueCell(cell, row, column) : formulaCell(viewed, cell, row, column);
      views.set(cell, view);
    }
    return view;
  };
  const rowView = (row: number): RowLike => ({
    hidden: sheet.rows.get(row)?.hidden ?? false,
    eachCell(...args: readonly unknown[]) {
      const visit = args[args.length - 1] as (cell: CellLike, column: number) => void;
      sheet.rows.get(row)?.cells.forEach((cell, column) => {
        if (cell && (cell.value !== null || cell.formula !== null))
          visit(viewCell(cell, row, column), column + 1);
      });
    },
  });
  const cellView = (row: number, column: number): CellLike | undefined => {
    const cell = sheet.rows.get(row - 1)?.cells[column - 1];
    return cell && viewCell(cell, row - 1, column - 1);
  };
  return {
    id,
    name: sheet.name,
    dimensions: used && {
      top: used.row + 1,
      left: used.column + 1,
      bottom: used.row + used.rows,
      right: used.column + used.columns,
    },
    eachRow(...args: readonly unknown[]) {
      const visit = args[args.length - 1] as (row: RowLike, number: number) => void;
      for (const row of sortedRows(sheet)) visit(rowView(row), row + 1);
    },
    findCell: cellView,
    // What an array formula spills over is not kept: the add-in writes none.
    getCell: (row, column) =>
      cellView(row, column) ?? valueCell({ value: null, formula: null, look: 0 }, row - 1, column - 1),
  };
}

function valueCell(cell: Cell, row: number, column: number): CellLike {
  return {
    row: row + 1,
    col: column + 1,
    type: cell.value === null ? 0 : 2,
    model: {},
    value: cell.value,
    result: undefined,
  };
}

function formulaCell(
  { workbook, sheet, results, links }: Viewed,
  cell: Cell,
  row: number,
  column: number,
): CellLike {
  const friendly =
    links === "friendly names" ? friendlyName(workbook, cell.formula!, { sheet, row, column }) : null;
  const formula =
    friendly ?? withoutLostSheets(withoutStructured(workbook, cell.formula!, { sheet, row, column }));
  const outcome = { cell, sheet, value: cell.value };
  results.push(outcome);
  return {
    row: row + 1,
    col: column + 1,
    type: 6,
    formula,
    model: { formula },
    value: cell.value,
    get result() {
      return undefined;
    },
    set result(value) {
      outcome.value = scalarOf(value);
    },
  };
}

/** Of a cell that is nothing but a link, or one unless a plain cell of its row says otherwise: what it shows; else null. */
function friendlyName(
  workbook: Workbook,
  formula: string,
  place: { readonly sheet: Sheet; readonly row: number; readonly column: number },
): string | null {
  const [, own, word, otherwise, link = formula] = UNLESS.exec(formula) ?? [];
  const shown = LINK.exec(link)?.[1] ?? null;
  if (shown === null || own === undefined) return shown;
  const area = asReference(withoutStructured(workbook, own, place))?.area;
  const cell = area && cellAt(place.sheet, area.row, area.column);
  if (!cell || cell.formula !== null) return null;
  const says = String(cell.value ?? "").toLowerCase() === (word ?? "").toLowerCase();
  return says ? (otherwise ?? null) : shown;
}

const LINK = /^HYPERLINK\([^()]*(?:\([^()]*\)[^()]*)*,("[^"]*")\)$/;
const UNLESS = /^IF\((\[@[^\]]+\])="([^"]*)",("[^"]*"),(HYPERLINK\(.*\))\)$/;

/** Excel leaves 'Plans'!#REF! of a cell that was deleted; the evaluator knows the error only without its sheet. */
function withoutLostSheets(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!#REF!/gu, (piece) =>
    piece.startsWith('"') ? piece : "#REF!",
  );
}

function scalarOf(value: unknown): Scalar {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : { error: "#NUM!" };
  if (typeof value === "object" && value !== null && "error" in value) return { error: String(value.error) };
  // Excel shows 0 for a formula that points at a blank cell.
  return 0;
}
