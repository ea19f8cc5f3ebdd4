/** What cells hold and show at this moment, for cells that are scattered over sheets. */
import type { CellValue } from "../../clinic/cells/worksheet";
import type { Rectangle } from "../host/rectangles";
import type { OnSheet } from "../host/run";

export interface CellsAt {
  readonly sheetId: string;
  /** For error messages. */
  readonly sheet: string;
  readonly area: Rectangle;
}

type Grid<Value> = readonly (readonly Value[])[];

/** Grids of the area's rows and columns. */
export interface PresentCells {
  readonly area: Rectangle;
  readonly formulas: Grid<CellValue>;
  readonly values: Grid<CellValue>;
  /** As the sheet shows them: "97.7%", "14/08/2023". */
  readonly texts: Grid<string>;
  readonly formats: Grid<string>;
  readonly isError: Grid<boolean>;
  /** false = none of the cells is filled by a formula that spills; true and null = all and some. */
  readonly spill: boolean | null;
  /** The same of formulas entered with Ctrl+Shift+Enter, and of spills. */
  readonly array: boolean | null;
}

const RANGES_A_REQUEST = 500;
const CELLS_A_REQUEST = 20_000;

/** One answer each, in their order; few requests however many there are. */
export async function readPresent(
  context: Excel.RequestContext,
  asked: readonly CellsAt[],
  onSheet: OnSheet,
): Promise<PresentCells[]> {
  const found = await readInTurn(context, asked, onSheet, (ask) => {
    const range = rangeAt(context, ask);
    loadCells(range);
    return range;
  });
  return found.map(presentOf);
}

/**
 * For each cell the whole area that its formula spills over; null where it spills over none. Excel without spills
 * (before ExcelApi 1.12) has none.
 */
export async function readSpills(
  context: Excel.RequestContext,
  anchors: readonly CellsAt[],
  onSheet: OnSheet,
): Promise<(PresentCells | null)[]> {
  if (!knowsSpills()) return anchors.map(() => null);
  const found = await readInTurn(context, anchors, onSheet, (ask) => {
    const spill = rangeAt(context, ask).getSpillingToRangeOrNullObject();
    loadCells(spill);
    return spill;
  });
  return found.map((spill) => (spill.isNullObject ? null : presentOf(spill)));
}

function rangeAt(context: Excel.RequestContext, { sheetId, area }: CellsAt): Excel.Range {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  return sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
}

const CELLS = "rowIndex,columnIndex,rowCount,columnCount,formulas,values,text,numberFormat,valueTypes";

function loadCells(range: Excel.Range): void {
  range.load(knowsSpills() ? `${CELLS},hasSpill,savedAsArray` : CELLS);
}

function presentOf(range: Excel.Range): PresentCells {
  const spills = knowsSpills();
  return {
    area: {
      row: range.rowIndex,
      column: range.columnIndex,
      rows: range.rowCount,
      columns: range.columnCount,
    },
    formulas: range.formulas as CellValue[][],
    values: range.values as CellValue[][],
    texts: range.text,
    formats: range.numberFormat as string[][],
    isError: range.valueTypes.map((row) => row.map((type) => type === "Error")),
    spill: spills ? range.hasSpill : false,
    array: spills ? range.savedAsArray : false,
  };
}

function knowsSpills(): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", "1.12");
}

async function readInTurn(
  context: Excel.RequestContext,
  asked: readonly CellsAt[],
  onSheet: OnSheet,
  ask: (cells: CellsAt) => Excel.Range,
): Promise<Excel.Range[]> {
  const groups = groupCells(asked);
  const found: Excel.Range[] = [];
  const readFrom = async (next: number): Promise<void> => {
    const group = groups[next];
    if (!group) return;
    const sheets = new Set(group.map(({ sheet }) => sheet));
    const [only] = sheets;
    onSheet(sheets.size === 1 && only !== undefined ? only : null);
    found.push(...group.map(ask));
    await context.sync();
    return readFrom(next + 1);
  };
  await readFrom(0);
  return found;
}

function groupCells(asked: readonly CellsAt[]): CellsAt[][] {
  const groups: CellsAt[][] = [];
  let cells = Infinity;
  for (const one of asked) {
    const size = one.area.rows * one.area.columns;
    const last = groups[groups.length - 1];
    if (!last || last.length >= RANGES_A_REQUEST || cells + size > CELLS_A_REQUEST) {
      groups.push([one]);
      cells = size;
    } else {
      last.push(one);
      cells += size;
    }
  }
  return groups;
}
