/** Moving cells: what Excel does to everything that points at them. */
import {
  type Area,
  covers,
  intersect,
  isWholeColumns,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
  overlaps,
} from "./address";
import type { ChartModel } from "./chart";
import { HostFault } from "./fault";
import { type Cell, rowFor, type Sheet, sortedRows } from "./sheet";
import { bodyArea, headerArea, newColumn, type Table, type TableColumn, totalsArea } from "./table";
import type { Workbook } from "./workbook";
import { type CellShift, shiftArea, shiftFormula } from "../formulas/references";

/**
 * Moves the cells below (or right of) `shift.area` and lets tables, rules, links, charts, names, held ranges and every
 * formula of the workbook follow. Throws InvalidOperation where part of a table would move without the rest.
 */
export function shiftCells(workbook: Workbook, sheet: Sheet, shift: CellShift): void {
  refuseTornTables(sheet, shift);
  moveCells(sheet, shift);
  moveTables(sheet, shift);
  const follow = (areas: readonly Area[]): readonly Area[] =>
    areas.map((area) => shiftArea(area, shift)).filter((area): area is Area => area !== null);
  sheet.merges = follow(sheet.merges);
  sheet.rules = sheet.rules
    .map((rule) => Object.assign(rule, { areas: follow(rule.areas) }))
    .filter((rule) => rule.areas.length > 0);
  sheet.validations = sheet.validations
    .map((validation) => Object.assign(validation, { areas: follow(validation.areas) }))
    .filter((validation) => validation.areas.length > 0);
  sheet.links = sheet.links.flatMap((link) => {
    const area = shiftArea(link.area, shift);
    return area ? [{ ...link, area }] : [];
  });
  for (const chart of sheet.charts) moveChart(chart, shift);
  for (const held of workbook.tracked) {
    if (held.sheet !== sheet || !held.alive) continue;
    const area = shiftArea(held.area, shift);
    if (area) held.area = area;
    else held.alive = false;
  }
  sheet.touched = true;
  everyFormula(workbook, (formula, home) => shiftFormula(formula, home, shift));
  workbook.needsCalculation = true;
}

/** Rewrites every formula of the workbook: cells, names, rules, validation, charts. `rewrite` gives the same text back to leave one alone. */
export function everyFormula(
  workbook: Workbook,
  rewrite: (formula: string, home: string, cell?: FormulaCell) => string,
): void {
  for (const sheet of workbook.sheets) {
    for (const [row, record] of sheet.rows) {
      record.cells.forEach((cell, column) => {
        if (!cell || cell.formula === null) return;
        const formula = rewrite(cell.formula, sheet.name, { sheet, row, column });
        if (formula === cell.formula) return;
        cell.formula = formula;
        sheet.touched = true;
      });
    }
    for (const rule of sheet.rules) {
      const formulas = rule.formulas.map((formula) => rewrite(formula, sheet.name));
      if (formulas.join("\n") === rule.formulas.join("\n")) continue;
      rule.formulas = formulas;
      sheet.touched = true;
    }
    for (const validation of sheet.validations) {
      const formulas = validation.formulas.map((formula) => rewrite(formula, sheet.name));
      if (formulas.join("\n") === validation.formulas.join("\n")) continue;
      validation.formulas = formulas;
      sheet.touched = true;
    }
    for (const table of sheet.tables) rewriteCalculatedColumns(sheet, table, rewrite);
    for (const chart of sheet.charts) rewriteChart(sheet, chart, rewrite);
    sheet.links = sheet.links.map((link) => {
      if (link.location === null) return link;
      const location = rewrite(link.location, sheet.name);
      if (location === link.location) return link;
      sheet.touched = true;
      return { ...link, location };
    });
  }
  for (const name of workbook.names) {
    const home = workbook.sheets.find((sheet) => sheet.id === name.scope)?.name ?? "";
    name.formula = rewrite(name.formula, home);
  }
}

export interface FormulaCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** What a column's new rows are filled with follows like the formulas of the rows themselves. */
function rewriteCalculatedColumns(
  sheet: Sheet,
  table: Table,
  rewrite: (formula: string, home: string, cell?: FormulaCell) => string,
): void {
  const { row, column } = bodyArea(table);
  table.columns = table.columns.map((each, index) => {
    if (each.calculatedFormula === null) return each;
    const formula = rewrite(each.calculatedFormula, sheet.name, { sheet, row, column: column + index });
    if (formula === each.calculatedFormula) return each;
    table.touched = true;
    sheet.touched = true;
    return { ...each, calculatedFormula: formula };
  });
}

function rewriteChart(
  sheet: Sheet,
  chart: ChartModel,
  rewrite: (formula: string, home: string) => string,
): void {
  for (const series of chart.series) {
    for (const part of ["nameFormula", "values", "categories"] as const) {
      const formula = series[part];
      if (formula === null) continue;
      const rewritten = rewrite(formula, sheet.name);
      if (rewritten === formula) continue;
      series[part] = rewritten;
      // The markup of the file names the old cells: what is written from now on comes from the model.
      chart.source = null;
      sheet.touched = true;
    }
  }
}

function refuseTornTables(sheet: Sheet, shift: CellShift): void {
  for (const table of sheet.tables) {
    const moving = movingArea(shift);
    const hit = intersect(table.area, moving);
    if (!hit) continue;
    if (shift.along === "rows") {
      const whole = table.area.column >= moving.column && lastColumn(table.area) <= lastColumn(moving);
      if (!whole) throw torn();
      const fixed = [headerArea(table), totalsArea(table)];
      const eaten =
        shift.kind === "delete" && fixed.some((area) => area !== null && overlaps(area, shift.area));
      if (eaten && !covers(shift.area, table.area)) throw torn();
    } else {
      const whole = table.area.row >= moving.row && lastRow(table.area) <= lastRow(moving);
      if (!whole) throw torn();
      // Whole columns of the sheet take the table's own with them, and bring it new ones.
      if (isWholeColumns(shift.area)) continue;
      if (
        shift.kind === "insert" &&
        shift.area.column > table.area.column &&
        overlaps(table.area, shift.area)
      ) {
        throw torn();
      }
      if (shift.kind === "delete" && overlaps(table.area, shift.area) && !covers(shift.area, table.area))
        throw torn();
    }
  }
}

const torn = (): HostFault =>
  new HostFault(
    "InvalidOperation",
    "This operation is not allowed. The operation is attempting to shift cells in a table on your worksheet.",
  );

/** Everything from the shift's area to the end of its columns (or rows). */
function movingArea({ area, along }: CellShift): Area {
  return along === "rows"
    ? { ...area, rows: MAX_ROWS - area.row }
    : { ...area, columns: MAX_COLUMNS - area.column };
}

function moveCells(sheet: Sheet, shift: CellShift): void {
  const moving = movingArea(shift);
  const by =
    (shift.along === "rows" ? shift.area.rows : shift.area.columns) * (shift.kind === "insert" ? 1 : -1);
  const lifted: { row: number; column: number; cell: Cell }[] = [];
  for (const row of sortedRows(sheet)) {
    if (row < moving.row || row > lastRow(moving)) continue;
    const record = sheet.rows.get(row)!;
    for (
      let column = moving.column;
      column <= Math.min(lastColumn(moving), record.cells.length - 1);
      column++
    ) {
      const cell = record.cells[column];
      if (!cell) continue;
      delete record.cells[column];
      const gone = shift.kind === "delete" && within(shift.area, row, column);
      if (!gone) lifted.push({ row, column, cell });
    }
  }
  for (const { row, column, cell } of lifted) {
    const newRow = shift.along === "rows" ? row + by : row;
    const newColumn = shift.along === "rows" ? column : column + by;
    if (newRow >= MAX_ROWS || newColumn >= MAX_COLUMNS) {
      throw new HostFault("InvalidOperation", "Cells that hold values would be pushed off the sheet.");
    }
    rowFor(sheet, newRow).cells[newColumn] = cell;
  }
}

const within = (area: Area, row: number, column: number): boolean =>
  row >= area.row && row <= lastRow(area) && column >= area.column && column <= lastColumn(area);

function moveTables(sheet: Sheet, shift: CellShift): void {
  sheet.tables = sheet.tables.filter((table) => {
    const area = shiftArea(table.area, shift);
    if (!area) return false;
    if (area !== table.area) {
      table.columns = columnsAfter(table, shift, area.columns);
      table.area = area;
      table.touched = true;
    }
    return true;
  });
}

/** Columns that came into a table have no heading yet. */
function columnsAfter({ area, columns }: Table, shift: CellShift, count: number): readonly TableColumn[] {
  const change = count - columns.length;
  const at = shift.area.column - area.column;
  if (change < 0) return columns.filter((_, i) => i < at || i >= at + shift.area.columns);
  const next = Math.max(0, ...columns.map(({ id }) => id)) + 1;
  const made = Array.from({ length: change }, (_, i) => newColumn(next + i, `\u0000${next + i}`));
  return [...columns.slice(0, Math.max(0, at)), ...made, ...columns.slice(Math.max(0, at))];
}

/** A chart that moves with its cells goes as its corners go. */
function moveChart(chart: ChartModel, shift: CellShift): void {
  for (const end of ["from", "to"] as const) {
    const corner = chart[end];
    const cell = { row: corner.row, column: corner.column, rows: 1, columns: 1 };
    const wholeSpan =
      shift.along === "rows"
        ? shift.area.column <= chart.from.column && lastColumn(shift.area) >= chart.to.column
        : shift.area.row <= chart.from.row && lastRow(shift.area) >= chart.to.row;
    if (!wholeSpan) return;
    const moved = shiftArea(cell, shift);
    chart[end] = moved
      ? { ...corner, row: moved.row, column: moved.column }
      : { ...corner, row: shift.area.row, rowOffset: 0 };
  }
}
