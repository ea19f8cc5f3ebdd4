/**
 * What the user typed on a page of ours, outside our tables: it stays where it is, and where the pack has to write or
 * to delete, the build is refused before anything is written (SPEC §5). Pure.
 */
import type { CellValue } from "../../clinic/cells/worksheet";
import type { CellContent, SheetPlan, TablePlan } from "../../pages/plan";
import { ClinicError } from "../host/clinicError";
import { type FittedLayout, type LayoutStep, movedBy } from "./fitLayout";
import { addressOf, isWithin, outside, overlap, type Rectangle, rectanglesOf } from "../host/rectangles";
import type { SheetFound, TableFound } from "../read/survey";
import { NOT_FINISHED } from "../host/marks";
import { NO_FIGURES } from "./ownTexts";
import { bodyRows, type TableRows } from "./tableRows";

export interface FilledCell {
  /** Zero-based, as surveyed. */
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

/** Where a page that stands can hold something of the user's: outside our tables, and in columns added to them. */
export function areasToRead(
  planned: SheetPlan,
  sheet: SheetFound,
  tables: readonly TableFound[],
): Rectangle[] {
  if (!sheet.used) return [];
  return outside(
    sheet.used,
    tables.filter((table) => !hasAddedColumns(table, planned)).map(({ area }) => area),
  );
}

/**
 * Where the user's cells stand once the layout's steps are done, in few rectangles.
 * Throws ClinicError when one is in the way.
 */
export function usersCells(
  planned: SheetPlan,
  tables: readonly TableFound[],
  { plan, steps, standing }: FittedLayout,
  filled: readonly FilledCell[],
): Rectangle[] {
  const theirs = filled.filter((cell) => !isWarning(cell) && !isOurs(cell, planned, tables));
  if (steps.some(({ act, of }) => act === "delete" && of === "rows")) refuseBanner(planned, tables, filled);
  const made = plan.tables.filter(({ name }) => !standing.has(name.toLowerCase()));
  const kept: FilledCell[] = [];
  for (const cell of theirs) {
    const now = steps.reduce<FilledCell | null>((at, step) => at && afterStep(at, step), cell);
    if (now === null || made.some((table) => isInTheWay(now, table, plan)))
      throw inTheWay(plan.name, theirs, cell);
    kept.push(now);
  }
  return rectanglesOf(kept);
}

/** Where warnings of a build that stopped ended up, once the layout's steps are done: beside A1, and not above a table. */
export function ownWarnings({ steps, standing }: FittedLayout, filled: readonly FilledCell[]): Rectangle[] {
  const titles = [...standing.values()].map(({ area }) => area);
  return filled
    .filter(isWarning)
    .flatMap(
      (cell) => steps.reduce<FilledCell | null>((now, step) => now && afterStep(now, step), cell) ?? [],
    )
    .filter(({ row, column }) => row > 0 || column > 0)
    .filter((cell) => !titles.some((area) => cell.row === area.row - 1 && cell.column === area.column))
    .map(at);
}

/** The writer's own words: they are where they are because rows or columns were put in while it wrote. */
function isWarning({ value }: FilledCell): boolean {
  return value === NOT_FINISHED || value === NO_FIGURES;
}

/**
 * A table that gains or loses rows moves the cells below it, and Excel moves no table in part: one of the user's that
 * stands below and partly beside would stop the build half-way. Throws ClinicError.
 */
export function refuseTornTables(
  planned: SheetPlan,
  tables: readonly TableFound[],
  others: readonly TableFound[],
  rowsOf: (table: TablePlan) => TableRows,
): void {
  for (const table of tables) {
    const { name, area } = table;
    const plan = planned.tables.find((each) => each.name.toLowerCase() === name.toLowerCase());
    const rows = plan && rowsOf(plan);
    const moves = rows ? rows.insert.count > 0 || rows.remove.length > 0 : bodyRows(table) !== 1;
    if (!moves) continue;
    const below = { ...area, row: area.row + area.rows, rows: MOST_ROWS };
    // On Clinic Settings the analyst may have moved ours too.
    const movable = plan?.keepExistingRows ? [...others, ...tables] : others;
    const torn = movable.find((other) => overlap(other.area, below) && !isWithin(other.area, below));
    if (torn) throw tableInTheWay(planned.name, torn);
  }
}

const MOST_ROWS = 1_048_576;

function hasAddedColumns(table: TableFound, { tables }: SheetPlan): boolean {
  const plan = tables.find(({ name }) => name.toLowerCase() === table.name.toLowerCase());
  return plan !== undefined && table.area.columns > plan.headings.length;
}

/** The lines above the first table, the tables' titles, and the tables but for what was added to them. */
function isOurs(cell: FilledCell, planned: SheetPlan, tables: readonly TableFound[]): boolean {
  if (cell.column === 0 && cell.row < firstTitleRow(planned, tables)) return true;
  return tables.some((table) => {
    const { area } = table;
    if (cell.row === area.row - 1 && cell.column === area.column) return true;
    if (!overlap(at(cell), area)) return false;
    const plan = planned.tables.find(({ name }) => name.toLowerCase() === table.name.toLowerCase());
    const heading = table.headings[cell.column - area.column] ?? "";
    const isBuilt = table.builtHeadings?.includes(heading) === true;
    return cell.row === area.row || !plan || plan.headings.includes(heading) || isBuilt;
  });
}

function firstTitleRow(planned: SheetPlan, tables: readonly TableFound[]): number {
  const tops = tables.length > 0 ? tables.map(({ area }) => area.row) : planned.tables.map(({ row }) => row);
  return Math.max(1, Math.min(...tops) - 1);
}

/**
 * Rows inserted above the tables are taken out again: a line of the user's among ours would go with them. A line of ours
 * may be there twice, and a table's title above its place, where a row came in while a build wrote.
 */
function refuseBanner(
  planned: SheetPlan,
  tables: readonly TableFound[],
  filled: readonly FilledCell[],
): void {
  const above = (title: number) => (place: { readonly row: number; readonly column: number }) =>
    place.column === 0 && place.row < title;
  const titles = new Set<unknown>(
    planned.blocks
      .filter((block) => !above(firstTitleRow(planned, []))(block))
      .flatMap(({ cells }) => cells.flat())
      .filter((cell) => typeof cell === "string"),
  );
  const lines = filled
    .filter(above(firstTitleRow(planned, tables)))
    .filter((cell) => cell.row === 0 || !(isWarning(cell) || titles.has(cell.value)));
  const ours = planned.blocks.filter(above(firstTitleRow(planned, []))).flatMap(({ cells }) => cells);
  const [first] = lines;
  if (first && new Set(lines.map(({ value }) => value)).size > ours.length)
    throw inTheWay(planned.name, lines, first);
}

function afterStep(cell: FilledCell, step: LayoutStep): FilledCell | null {
  const position = step.of === "rows" ? cell.row : cell.column;
  if (step.act === "delete" && position >= step.at && position < step.at + step.count) return null;
  const { row, column } = movedBy(at(cell), step);
  return { ...cell, row, column };
}

/** A table that is yet to be made needs its cells, and the one above for its title; the same text there is no loss. */
function isInTheWay(cell: FilledCell, table: TablePlan, plan: SheetPlan): boolean {
  const { row, column, headings, rows, total } = table;
  const area = {
    row: row - 1,
    column,
    rows: 2 + Math.max(1, rows.length) + (total ? 1 : 0),
    columns: headings.length,
  };
  return overlap(at(cell), area) && textOf(plannedAt(cell, table, plan)) !== String(cell.value);
}

function plannedAt(cell: FilledCell, { row, column, headings }: TablePlan, plan: SheetPlan): CellContent {
  if (cell.row === row) return headings[cell.column - column] ?? null;
  const block = plan.blocks.find((each) => each.row === cell.row && each.column === cell.column);
  return block?.cells[0]?.[0] ?? null;
}

function textOf(content: CellContent): string | null {
  return typeof content === "string" || typeof content === "number" ? String(content) : null;
}

function tableInTheWay(sheet: string, { name, area }: TableFound): ClinicError {
  return new ClinicError(
    `On the sheet "${sheet}" your table ${name} (${addressOf(area)}) is partly below a clinic table that changes length.`,
    "Move it to a sheet of your own, or to the right of the clinic tables, then build again; nothing has been written.",
    `Code UserTable, sheet "${sheet}", cells ${addressOf(area)}.`,
  );
}

function at({ row, column }: FilledCell): Rectangle {
  return { row, column, rows: 1, columns: 1 };
}

/** Names the whole of what was typed there together, as it was found. */
function inTheWay(sheet: string, all: readonly FilledCell[], cell: FilledCell): ClinicError {
  const area = rectanglesOf(all).find((each) => overlap(each, at(cell))) ?? at(cell);
  const address = addressOf(area);
  return new ClinicError(
    `On the sheet "${sheet}" there is something of yours in ${address}, which the build would overwrite.`,
    "Move it to a sheet of your own, or below or to the right of the clinic tables, then build again; nothing has been written.",
    `Code UserCells, sheet "${sheet}", cells ${address}.`,
  );
}
