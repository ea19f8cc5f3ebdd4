/**
 * The cells that need the add-in to be worked out again: for a workbook about to be shared with people who lack it.
 * Nothing is changed here; replaceClinicFormulas.ts does that.
 */
import type { CellValue } from "../../clinic/cells/worksheet";
import { callsClinic } from "./clinicCalls";
import { type CellsAt, type PresentCells, readPresent, readSpills } from "./presentCells";
import { readRegions } from "../read/readRegions";
import { addressOf, overlap, type Rectangle, rectanglesOf } from "../host/rectangles";
import { runInExcel } from "../host/run";
import { type SheetFound, surveyWorkbook } from "../read/survey";
import { whyBlockStays, whyCellStays } from "./whatStays";

export interface ClinicFormulas {
  /** Sheets with such a cell, in tab order. */
  readonly sheets: readonly SheetOfFormulas[];
  /** Defined names whose formula calls CLINIC: no value can stand for them. */
  readonly names: readonly NameOfFormula[];
}

export interface SheetOfFormulas {
  readonly sheetId: string;
  readonly sheet: string;
  readonly blocks: readonly FormulaBlock[];
  readonly left: readonly CellsLeft[];
}

/** Cells that can be replaced by what they show. */
export interface FormulaBlock {
  /** cells = a formula for each cell; spill and array = one formula that fills them all. */
  readonly kind: "cells" | "spill" | "array";
  readonly area: Rectangle;
  /** "C5:C16" */
  readonly address: string;
  readonly cells: number;
  /** What the first of them show. */
  readonly shows: readonly string[];
  /** Of a spill or an array: cells that show an error of their own, which they keep. */
  readonly errors: number;
  /** As found, row by row; of a spill its one formula. */
  readonly formulas: readonly (readonly CellValue[])[];
}

/** Cells that keep their formula. */
export interface CellsLeft {
  readonly address: string;
  readonly cells: number;
  readonly shows: string;
  /** A sentence. */
  readonly why: string;
}

export interface NameOfFormula {
  readonly name: string;
  /** The sheet that the name belongs to; null = the whole workbook. */
  readonly sheet: string | null;
}

/** Every sheet is read, ours and hidden ones too, in blocks: six requests for a workbook of ordinary size. Throws ClinicError. */
export async function findClinicFormulas(): Promise<ClinicFormulas> {
  return runInExcel("looking for CLINIC formulas", async (context, onSheet) => {
    const survey = await surveyWorkbook(context, onSheet);
    const finishNames = askNames(context, survey.sheets);
    await context.sync();
    const names = finishNames();

    const filled = survey.sheets.flatMap((sheet) => (sheet.used ? [{ sheet, used: sheet.used }] : []));
    const grids = await readRegions(
      context,
      filled.map(({ sheet, used }) => ({ sheetId: sheet.id, sheet: sheet.name, area: used })),
      { onSheet, what: "formulas" },
    );
    const asked = filled.flatMap(({ sheet, used }, i) =>
      rectanglesOf(callsIn(grids[i] ?? [], used), CELLS_A_RANGE).map((area) => cellsAt(sheet, area)),
    );
    const present = await readPresent(context, asked, onSheet);
    const calls = present.flatMap((cells, i) => callsOf(cells, asked[i]?.sheetId ?? ""));

    const anchors = calls.filter(({ maySpill }) => maySpill);
    const spills = await readSpills(context, anchors.map(asCells(survey.sheets)), onSheet);
    const spilt = anchors.flatMap(({ sheetId, formula }, i) => blockOf("spill", sheetId, spills[i], formula));
    const alone = calls.filter((call) => !isIn(call, spilt));

    const groups = arrayCandidates(alone, survey.sheets);
    const arrays = (await readPresent(context, groups, onSheet)).flatMap((cells, i) =>
      cells.array === true ? blockOf("array", groups[i]?.sheetId ?? "", cells, null) : [],
    );
    const single = alone.filter((call) => !isIn(call, arrays));
    const sheets = survey.sheets.map((sheet) => formulasOf(sheet, single, [...spilt, ...arrays]));
    return { sheets: sheets.filter(({ blocks, left }) => blocks.length + left.length > 0), names };
  });
}

/** Six properties of each come back: far below 5 MB. */
const CELLS_A_RANGE = 5_000;

/** How many cells of a block the analyst is shown. */
const CELLS_SHOWN = 3;

interface Call {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value: CellValue;
  readonly text: string;
  readonly isError: boolean;
  readonly maySpill: boolean;
  readonly mayBeArray: boolean;
}

interface Filled {
  readonly kind: "spill" | "array";
  readonly sheetId: string;
  readonly cells: PresentCells;
  readonly formulas: readonly (readonly CellValue[])[];
}

function askNames(
  context: Excel.RequestContext,
  sheets: readonly SheetFound[],
): () => readonly NameOfFormula[] {
  const lists = [
    { sheet: null, names: context.workbook.names },
    ...sheets.map(({ id, name }) => ({
      sheet: name,
      names: context.workbook.worksheets.getItem(id).names,
    })),
  ];
  for (const { names } of lists) names.load("items/name,items/formula,items/scope");
  return () =>
    lists.flatMap(({ sheet, names }) =>
      names.items
        // Each list can hold names of the other's scope too (o-js#1011).
        .filter(({ scope }) => scope === (sheet === null ? "Workbook" : "Worksheet"))
        .filter(({ formula }) => callsClinic(String(formula)))
        .map(({ name }) => ({ name, sheet })),
    );
}

function callsIn(
  grid: readonly (readonly CellValue[])[],
  used: Rectangle,
): { readonly row: number; readonly column: number }[] {
  return grid.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      typeof cell === "string" && callsClinic(cell)
        ? [{ row: used.row + row, column: used.column + column }]
        : [],
    ),
  );
}

function callsOf(cells: PresentCells, sheetId: string): Call[] {
  return cells.formulas.flatMap((row, i) =>
    row.map((formula, j) => ({
      sheetId,
      row: cells.area.row + i,
      column: cells.area.column + j,
      formula: String(formula),
      value: cells.values[i]?.[j] ?? "",
      text: shownIn(cells, i, j),
      isError: cells.isError[i]?.[j] ?? false,
      maySpill: cells.spill !== false,
      mayBeArray: cells.array !== false,
    })),
  );
}

/** Cells that one formula may fill: neighbours with the very same formula. */
function arrayCandidates(calls: readonly Call[], sheets: readonly SheetFound[]): CellsAt[] {
  const groups = new Map<string, Call[]>();
  for (const call of calls.filter(({ mayBeArray }) => mayBeArray)) {
    const key = `${call.sheetId} ${call.formula}`;
    groups.set(key, [...(groups.get(key) ?? []), call]);
  }
  return sheets.flatMap((sheet) =>
    [...groups.values()]
      .filter(([first]) => first?.sheetId === sheet.id)
      .flatMap((same) => rectanglesOf(same))
      .filter(({ rows, columns }) => rows * columns > 1)
      .map((area) => cellsAt(sheet, area)),
  );
}

function blockOf(
  kind: Filled["kind"],
  sheetId: string,
  cells: PresentCells | null | undefined,
  formula: string | null,
): Filled[] {
  if (!cells || cells.area.rows * cells.area.columns < 2) return [];
  return [{ kind, sheetId, cells, formulas: formula === null ? cells.formulas : [[formula]] }];
}

function isIn({ sheetId, row, column }: Call, blocks: readonly Filled[]): boolean {
  const cell = { row, column, rows: 1, columns: 1 };
  return blocks.some((block) => block.sheetId === sheetId && overlap(block.cells.area, cell));
}

function formulasOf(
  { id, name, isProtected }: SheetFound,
  calls: readonly Call[],
  filled: readonly Filled[],
): SheetOfFormulas {
  const blocks: FormulaBlock[] = [];
  const left: CellsLeft[] = [];
  for (const block of filled.filter(({ sheetId }) => sheetId === id)) {
    const why = isProtected ? whyProtected(name) : whyBlockStays(block.cells);
    if (why === null) blocks.push(filledBlock(block));
    else left.push(leftAt(block.cells.area, shownIn(block.cells, 0, 0), why));
  }
  const own = calls.filter(({ sheetId }) => sheetId === id);
  const stays = (call: Call) => (isProtected ? whyProtected(name) : whyCellStays(call));
  blocks.push(...cellBlocks(own.filter((call) => stays(call) === null)));
  left.push(...leftCells(own, stays));
  const byPlace = <Placed extends { readonly address: string }>(a: Placed, b: Placed) =>
    a.address.localeCompare(b.address, "en", { numeric: true });
  return { sheetId: id, sheet: name, blocks: blocks.sort(byPlace), left: left.sort(byPlace) };
}

function filledBlock({ kind, cells, formulas }: Filled): FormulaBlock {
  const { area } = cells;
  const places = cells.texts.flatMap((row, i) => row.map((_, j) => [i, j] as const));
  return {
    kind,
    area,
    address: addressOf(area),
    cells: area.rows * area.columns,
    shows: places.slice(0, CELLS_SHOWN).map(([i, j]) => shownIn(cells, i, j)),
    errors: cells.isError.flat().filter(Boolean).length,
    formulas,
  };
}

function cellBlocks(calls: readonly Call[]): FormulaBlock[] {
  const byPlace = new Map(calls.map((call) => [placeKey(call.row, call.column), call]));
  return rectanglesOf(calls, CELLS_A_RANGE).map((area) => {
    const rows = Array.from({ length: area.rows }, (_, i) =>
      Array.from({ length: area.columns }, (_, j) => byPlace.get(placeKey(area.row + i, area.column + j))),
    );
    const inOrder = rows.flat();
    return {
      kind: "cells",
      area,
      address: addressOf(area),
      cells: inOrder.length,
      shows: inOrder.slice(0, CELLS_SHOWN).map((call) => call?.text ?? ""),
      errors: 0,
      formulas: rows.map((row) => row.map((call) => call?.formula ?? "")),
    };
  });
}

/** Cells that stay for one reason and show the same stand together. */
function leftCells(calls: readonly Call[], stays: (call: Call) => string | null): CellsLeft[] {
  const groups = new Map<string, { readonly why: string; readonly shows: string; readonly calls: Call[] }>();
  for (const call of calls) {
    const why = stays(call);
    if (why === null) continue;
    const key = `${why} ${call.text}`;
    const group = groups.get(key) ?? { why, shows: call.text, calls: [] };
    group.calls.push(call);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ why, shows, calls: same }) =>
    rectanglesOf(same).map((area) => leftAt(area, shows, why)),
  );
}

function leftAt(area: Rectangle, shows: string, why: string): CellsLeft {
  return { address: addressOf(area), cells: area.rows * area.columns, shows, why };
}

export function whyProtected(sheet: string): string {
  return `The sheet "${sheet}" is protected: choose Review, then Unprotect Sheet on it, then look again.`;
}

/** A number in a column too narrow for it shows as "####". */
function shownIn(cells: PresentCells, row: number, column: number): string {
  const text = cells.texts[row]?.[column] ?? "";
  return /^#+$/.test(text) ? String(cells.values[row]?.[column] ?? "") : text;
}

function cellsAt({ id, name }: SheetFound, area: Rectangle): CellsAt {
  return { sheetId: id, sheet: name, area };
}

function asCells(sheets: readonly SheetFound[]): (call: Call) => CellsAt {
  const names = new Map(sheets.map(({ id, name }) => [id, name]));
  return ({ sheetId, row, column }) => ({
    sheetId,
    sheet: names.get(sheetId) ?? "",
    area: { row, column, rows: 1, columns: 1 },
  });
}

const placeKey = (row: number, column: number): string => `${row} ${column}`;
