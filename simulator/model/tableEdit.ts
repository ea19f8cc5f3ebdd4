/** Making, growing, shrinking and renaming tables. */
import { type Area, covers, lastColumn, lastRow, MAX_ROWS, overlaps, sameArea } from "./address";
import { HostFault } from "./fault";
import { refuseBadName } from "./name";
import { cellAt, cellFor, holdsValue, type Sheet, usedArea } from "./sheet";
import { everyFormula, shiftCells } from "./shift";
import { bodyArea, newColumn, type Table, type TableColumn } from "./table";
import { allTables, type Workbook } from "./workbook";
import { asReference } from "../formulas/references";
import { renameInFormula } from "../formulas/structured";
import { respell } from "../formulas/scan";
import { ownTable, settleHeadings } from "./headings";

/** Makes a table of `area`. Without headings of its own a row of Column1, Column2 … is put above the cells. */
export function addTable(workbook: Workbook, sheet: Sheet, area: Area, hasHeaders: boolean): Table {
  if (sheet.protection.protected) throw new HostFault("AccessDenied");
  let place = area;
  if (!hasHeaders) {
    shiftCells(workbook, sheet, {
      sheet: sheet.name,
      along: "rows",
      kind: "insert",
      area: { ...area, rows: 1 },
    });
    place = { ...area, rows: area.rows + 1 };
  }
  if (place.rows === 1) place = { ...place, rows: 2 };
  refuseOverlap(sheet, place, null);
  const numbers = new Set(allTables(workbook).map(({ table }) => table.id));
  let id = 1;
  while (numbers.has(id)) id++;
  const table: Table = {
    id,
    name: freeTableName(workbook),
    area: place,
    columns: [],
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    style: "TableStyleMedium2",
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    filter: [],
    sort: null,
    rest: {},
    part: null,
    touched: true,
  };
  const columns: TableColumn[] = [];
  for (let index = 0; index < place.columns; index++) {
    columns.push(newColumn(index + 1, `\u0000${index}`));
  }
  table.columns = columns;
  sheet.tables.push(table);
  settleHeadings(workbook, sheet, { ...place, rows: 1 });
  sheet.touched = true;
  return table;
}

function freeTableName(workbook: Workbook): string {
  const taken = new Set([
    ...allTables(workbook).map(({ table }) => table.name.toLowerCase()),
    ...workbook.names.map((name) => name.name.toLowerCase()),
  ]);
  let count = 1;
  while (taken.has(`table${count}`)) count++;
  return `Table${count}`;
}

/** Throws InvalidArgument where another table, a merged cell or the edge of the sheet is in the way. */
function refuseOverlap(sheet: Sheet, area: Area, except: Table | null): void {
  if (sheet.tables.some((table) => table !== except && overlaps(table.area, area))) {
    throw new HostFault("InvalidArgument", "A table can't overlap another table.");
  }
  if (sheet.merges.some((merge) => overlaps(merge, area))) {
    throw new HostFault("InvalidArgument", "A table can't hold merged cells.");
  }
}

/** Gives the table a name; throws InvalidArgument for one that Excel would not take. */
export function renameTable(workbook: Workbook, table: Table, name: string): void {
  if (name === table.name) return;
  refuseBadName(name);
  const wanted = name.toLowerCase();
  const taken =
    allTables(workbook).some(({ table: other }) => other !== table && other.name.toLowerCase() === wanted) ||
    workbook.names.some((entry) => entry.name.toLowerCase() === wanted);
  if (taken) throw new HostFault("InvalidArgument", "The name is already in use.");
  const rename = { table: table.name, newTable: name };
  const old = table.name;
  everyFormula(workbook, (formula, _home, cell) => renameInFormula(formula, rename, ownTable(cell)));
  if (table.name === old) table.name = name;
  touch(workbook, table);
}

function touch(workbook: Workbook, table: Table): void {
  table.touched = true;
  const owner = workbook.sheets.find((sheet) => sheet.tables.includes(table));
  if (owner) owner.touched = true;
  workbook.needsCalculation = true;
}

/**
 * Makes room for `count` body rows before body row `at`. Cells under the table in its own columns move down with its
 * totals row; what points at the whole body grows with it. Throws InvalidOperation where another table is in the way.
 */
export function insertTableRows(
  workbook: Workbook,
  sheet: Sheet,
  table: Table,
  at: number,
  count: number,
): void {
  if (sheet.protection.protected) throw new HostFault("AccessDenied");
  const body = bodyArea(table);
  if (at < 0 || at > body.rows) throw new HostFault("InvalidArgument");
  const atEnd = at === body.rows;
  const row = body.row + at;
  const band: Area = { row, column: table.area.column, rows: count, columns: table.area.columns };
  const below = { ...band, rows: MAX_ROWS - row };
  const cellsBelow = usedArea(sheet, below, holdsValue) !== null;
  const spread = atEnd ? coveringBody(workbook, sheet, body) : null;
  if (atEnd && !table.showTotals && !cellsBelow) {
    if (lastRow(body) + count >= MAX_ROWS) throw new HostFault("InvalidOperation");
    const grown = { ...table.area, rows: table.area.rows + count };
    refuseOverlap(sheet, grown, table);
    table.area = grown;
  } else {
    shiftCells(workbook, sheet, { sheet: sheet.name, along: "rows", kind: "insert", area: band });
    // A row put in after the last body row lies inside the table only by our say.
    if (atEnd && !table.showTotals) table.area = { ...table.area, rows: table.area.rows + count };
  }
  spread?.({ ...body, rows: body.rows + count });
  copyBodyLook(sheet, table, row, count, at === 0 ? row + count : row - 1);
  fillCalculatedColumns(sheet, table, row, count);
  sheet.touched = true;
  touch(workbook, table);
}

/** New rows look as the row they were put next to. */
function copyBodyLook(sheet: Sheet, table: Table, row: number, count: number, model: number): void {
  for (let column = table.area.column; column <= lastColumn(table.area); column++) {
    const look = cellAt(sheet, model, column)?.look;
    if (look === undefined) continue;
    for (let added = 0; added < count; added++) cellFor(sheet, row + added, column).look = look;
  }
}

function fillCalculatedColumns(sheet: Sheet, table: Table, row: number, count: number): void {
  table.columns.forEach((column, index) => {
    if (column.calculatedFormula === null) return;
    for (let added = 0; added < count; added++) {
      cellFor(sheet, row + added, table.area.column + index).formula = column.calculatedFormula;
    }
  });
}

/**
 * What points at whole columns of the body before it grows (references, rules, validation, charts), and a function
 * that lets it point at the grown body: Excel keeps those whole.
 */
function coveringBody(workbook: Workbook, sheet: Sheet, body: Area): (grown: Area) => void {
  const whole = (area: Area): boolean =>
    area.row === body.row &&
    area.rows === body.rows &&
    area.column >= body.column &&
    lastColumn(area) <= lastColumn(body);
  const rules = sheet.rules.filter((rule) => rule.areas.some(whole));
  const validations = sheet.validations.filter((validation) => validation.areas.some(whole));
  return (grown) => {
    const grow = (area: Area): Area => (whole(area) ? { ...area, rows: grown.rows } : area);
    for (const rule of rules) rule.areas = rule.areas.map(grow);
    for (const validation of validations) validation.areas = validation.areas.map(grow);
    if (body.rows < 2) return;
    everyFormula(workbook, (formula, home) => growReferences(formula, home, sheet.name, whole, grown.rows));
  };
}

function growReferences(
  formula: string,
  home: string,
  sheet: string,
  whole: (area: Area) => boolean,
  rows: number,
): string {
  return respell(formula, (piece) => {
    if (piece.kind !== "reference") return null;
    const found = asReference(piece.text);
    if (!found || (found.sheet ?? home).toLowerCase() !== sheet.toLowerCase() || !whole(found.area))
      return null;
    const [first = "", last = first] = piece.cells.split(":");
    const end = last.replace(/\d+$/, String(found.area.row + rows));
    return `${piece.sheet === null ? "" : `${piece.sheet}!`}${first}:${end}`;
  });
}

/**
 * Takes the rows of `area` (of the table's full width or wider) out of the table; the last body row is emptied, not
 * taken, as a table always has one. Returns what is left to be shifted.
 */
export function withoutLastBodyRow(sheet: Sheet, area: Area): Area {
  for (const table of sheet.tables) {
    const body = bodyArea(table);
    if (!overlaps(body, area) || covers(area, table.area)) continue;
    const takesAll = area.row <= body.row && lastRow(area) >= lastRow(body);
    if (!takesAll || area.row < body.row || lastRow(area) > lastRow(body)) continue;
    for (let column = table.area.column; column <= lastColumn(table.area); column++) {
      const cell = cellAt(sheet, body.row, column);
      if (cell) Object.assign(cell, { value: null, formula: null });
    }
    return { ...area, row: area.row + 1, rows: area.rows - 1 };
  }
  return area;
}

/** `Table.resize`: the heading row must stay; a totals row stays last. */
export function resizeTable(workbook: Workbook, sheet: Sheet, table: Table, area: Area): void {
  if (sheet.protection.protected) throw new HostFault("AccessDenied");
  if (area.row !== table.area.row || !overlaps(area, table.area)) throw new HostFault("InvalidArgument");
  if (area.rows < (table.showTotals ? 3 : 2)) throw new HostFault("InvalidArgument");
  if (table.showTotals && lastRow(area) !== lastRow(table.area)) {
    throw new HostFault(
      "InvalidOperation",
      "A table with a totals row is resized by adding or deleting rows.",
    );
  }
  if (sameArea(area, table.area)) return;
  refuseOverlap(sheet, area, table);
  const old = table;
  const next = Math.max(0, ...table.columns.map((column) => column.id)) + 1;
  const columns: TableColumn[] = [];
  for (let index = 0; index < area.columns; index++) {
    const kept = old.columns[area.column + index - old.area.column];
    columns.push(kept ?? newColumn(next + index, `\u0000${index}`));
  }
  table.area = area;
  table.columns = columns;
  settleHeadings(workbook, sheet, { ...area, rows: 1 });
  touch(workbook, table);
}

/** The table takes in the column to its right. */
export function addTableColumn(workbook: Workbook, sheet: Sheet, table: Table): void {
  const id = Math.max(0, ...table.columns.map((column) => column.id)) + 1;
  table.columns = [...table.columns, newColumn(id, `\u0000${id}`)];
  table.area = { ...table.area, columns: table.area.columns + 1 };
  settleHeadings(workbook, sheet, { ...table.area, rows: 1 });
  touch(workbook, table);
}

/** Switches the totals row on or off, as the ribbon's box does. */
export function showTotals(workbook: Workbook, sheet: Sheet, table: Table, show: boolean): void {
  if (show === table.showTotals) return;
  const width = { column: table.area.column, columns: table.area.columns };
  if (show) {
    const row = lastRow(table.area) + 1;
    const below = { ...width, row, rows: MAX_ROWS - row };
    if (usedArea(sheet, below, holdsValue)) {
      shiftCells(workbook, sheet, {
        sheet: sheet.name,
        along: "rows",
        kind: "insert",
        area: { ...width, row, rows: 1 },
      });
    } else refuseOverlap(sheet, { ...table.area, rows: table.area.rows + 1 }, table);
    table.area = { ...table.area, rows: table.area.rows + 1 };
    table.showTotals = true;
    writeTotals(sheet, table);
  } else {
    const row = lastRow(table.area);
    forgetTotals(workbook, table);
    table.columns = table.columns.map((column, index) => rememberTotal(sheet, table, column, index));
    table.showTotals = false;
    table.area = { ...table.area, rows: table.area.rows - 1 };
    shiftCells(workbook, sheet, {
      sheet: sheet.name,
      along: "rows",
      kind: "delete",
      area: { ...width, row, rows: 1 },
    });
  }
  touch(workbook, table);
}

/** Excel writes "Total" into the first cell and sums (or counts) the last column when a totals row first comes. */
function writeTotals(sheet: Sheet, table: Table): void {
  const row = lastRow(table.area);
  const fresh = table.columns.every(
    (column) => column.totalsFunction === null && column.totalsLabel === null,
  );
  const last = table.columns.length - 1;
  table.columns.forEach((column, index) => {
    const cell = cellFor(sheet, row, table.area.column + index);
    if (fresh && index === 0) cell.value = "Total";
    else if (fresh && index === last) {
      const numeric = typeof cellAt(sheet, row - 1, table.area.column + index)?.value === "number";
      cell.formula = `SUBTOTAL(${numeric ? 109 : 103},${table.name}[${column.name.replace(/[[\]#'@]/g, "'$&")}])`;
    } else if (column.totalsLabel !== null) cell.value = column.totalsLabel;
    else if (column.totalsFunction !== null) cell.formula = column.rest["totalsFormula"] ?? null;
  });
}

function rememberTotal(sheet: Sheet, table: Table, column: TableColumn, index: number): TableColumn {
  const cell = cellAt(sheet, lastRow(table.area), table.area.column + index);
  if (!cell) return column;
  if (cell.formula !== null) {
    return {
      ...column,
      totalsFunction: "custom",
      totalsLabel: null,
      rest: { ...column.rest, totalsFormula: cell.formula },
    };
  }
  return { ...column, totalsFunction: null, totalsLabel: typeof cell.value === "string" ? cell.value : null };
}

/** References to a totals row that goes are #REF! afterwards, as in Excel. */
function forgetTotals(workbook: Workbook, table: Table): void {
  const wanted = table.name.toLowerCase();
  everyFormula(workbook, (formula, _home, cell) =>
    respell(formula, (piece) => {
      if (piece.kind !== "structured" || !/#totals/i.test(piece.inside)) return null;
      const name = (piece.table || ownTable(cell) || "").toLowerCase();
      return name === wanted ? "#REF!" : null;
    }),
  );
}

/** Turns a table back into cells: references to it become plain ones. */
export function removeTable(workbook: Workbook, sheet: Sheet, table: Table): void {
  sheet.tables = sheet.tables.filter((other) => other !== table);
  sheet.touched = true;
  workbook.needsCalculation = true;
}
