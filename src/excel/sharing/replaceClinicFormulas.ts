/** Puts what the cells show now in the place of their CLINIC formulas, for a workbook about to be shared. */
import type { CellValue } from "../../clinic/cells/worksheet";
import { setNumberFormat, TEXT_FORMAT, textForExcel } from "../host/cellText";
import {
  type CellsLeft,
  type ClinicFormulas,
  type FormulaBlock,
  type SheetOfFormulas,
  whyProtected,
} from "./clinicFormulas";
import { type CellsAt, type PresentCells, readPresent, readSpills } from "./presentCells";
import { oneAtATime } from "../host/oneAtATime";
import { addressOf, type Rectangle, rectanglesOf } from "../host/rectangles";
import { bytesOf, CALL_BYTES, groupJobs, sendGroups, type WriteJob } from "../host/requests";
import { type OnSheet, runInExcel } from "../host/run";
import { whyBlockStays, whyCellStays } from "./whatStays";

export interface Replacement {
  /** Sheets that were written, in tab order. */
  readonly replaced: readonly { readonly sheet: string; readonly cells: number }[];
  /** What was to be replaced and was not, because it is no longer as it was found. */
  readonly left: readonly (CellsLeft & { readonly sheet: string })[];
}

/**
 * Replaces the cells found by their values of this moment: texts stay texts, numbers and dates keep their format, a
 * spill becomes values over all of it. All is read again first, and only what still holds the formula that was found
 * is written: four requests, one of them the writing. Throws ClinicError, also while something else is writing.
 */
export function replaceClinicFormulas(found: ClinicFormulas): Promise<Replacement> {
  return oneAtATime("formulas", () => replaceFound(found));
}

async function replaceFound(found: ClinicFormulas): Promise<Replacement> {
  return runInExcel("replacing CLINIC formulas", async (context, onSheet) => {
    const listed = found.sheets.flatMap((sheet) => sheet.blocks.map((block) => ({ sheet, block })));
    const stands = await standingSheets(context, found.sheets);
    const open = listed.filter(({ sheet }) => stands.get(sheet.sheetId) === "open");
    const present = await readAgain(context, open, onSheet);
    const outcomes = open.map(({ sheet, block }, i) => outcomeOf(sheet.sheet, block, present[i] ?? null));

    const writes = outcomes.flatMap((outcome, i) =>
      outcome.writes.map((write) => ({ ...write, ...(open[i]?.sheet as SheetOfFormulas) })),
    );
    const jobs = writes.map(({ sheetId, sheet, area, cells }) =>
      writeJob(context, sheetId, sheet, area, cells),
    );
    await sendGroups(context, groupJobs(jobs), { onSheet, onSent: () => undefined });
    return {
      replaced: found.sheets
        .map(({ sheetId, sheet }) => ({
          sheet,
          cells: writes
            .filter((write) => write.sheetId === sheetId)
            .reduce((sum, { area }) => sum + area.rows * area.columns, 0),
        }))
        .filter(({ cells }) => cells > 0),
      left: [
        ...listed.flatMap(({ sheet, block }) => closedTo(sheet.sheet, block, stands.get(sheet.sheetId))),
        ...outcomes.flatMap(({ left }) => left),
      ],
    };
  });
}

type Stand = "open" | "protected" | "gone";

async function standingSheets(
  context: Excel.RequestContext,
  sheets: readonly SheetOfFormulas[],
): Promise<ReadonlyMap<string, Stand>> {
  const asked = sheets.map(({ sheetId }) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    sheet.load("protection/protected");
    return { sheetId, sheet };
  });
  await context.sync();
  return new Map(
    asked.map(({ sheetId, sheet }) => {
      if (sheet.isNullObject) return [sheetId, "gone"];
      return [sheetId, sheet.protection.protected ? "protected" : "open"];
    }),
  );
}

function closedTo(sheet: string, block: FormulaBlock, stand: Stand | undefined): Replacement["left"] {
  if (stand === "open") return [];
  const why = stand === "protected" ? whyProtected(sheet) : `The sheet "${sheet}" is gone.`;
  return [leftOf(sheet, block.area, block.shows[0] ?? "", why)];
}

/** Each block as it is now; of a spill the whole of it. null = it is not what it was. */
async function readAgain(
  context: Excel.RequestContext,
  listed: readonly { readonly sheet: SheetOfFormulas; readonly block: FormulaBlock }[],
  onSheet: OnSheet,
): Promise<(PresentCells | null)[]> {
  const asked = listed.map(({ sheet, block }): CellsAt => {
    const area = block.kind === "spill" ? { ...block.area, rows: 1, columns: 1 } : block.area;
    return { sheetId: sheet.sheetId, sheet: sheet.sheet, area };
  });
  const cells = await readPresent(context, asked, onSheet);
  const anchors = asked.filter((_, i) => listed[i]?.block.kind === "spill");
  const spills = await readSpills(context, anchors, onSheet);
  let next = 0;
  return listed.map(({ block }, i) => {
    const own = cells[i];
    if (block.kind !== "spill") return own ?? null;
    const spill = spills[next++] ?? null;
    return own?.formulas[0]?.[0] === block.formulas[0]?.[0] ? spill : null;
  });
}

interface Outcome {
  readonly writes: readonly { readonly area: Rectangle; readonly cells: PresentCells }[];
  readonly left: Replacement["left"];
}

function outcomeOf(sheet: string, block: FormulaBlock, cells: PresentCells | null): Outcome {
  const stays = (why: string): Outcome => ({
    writes: [],
    left: [leftOf(sheet, block.area, block.shows[0] ?? "", why)],
  });
  if (cells === null) return stays(CHANGED);
  if (block.kind === "cells") return outcomeOfCells(sheet, block, cells);
  if (block.kind === "array" && !sameFormulas(block, cells)) return stays(CHANGED);
  const why = whyBlockStays(cells);
  return why === null ? { writes: [{ area: cells.area, cells }], left: [] } : stays(why);
}

const CHANGED = "It has changed since it was listed: look again.";

/** Cell by cell: those that are as they were found are written, in rectangles. */
function outcomeOfCells(sheet: string, block: FormulaBlock, cells: PresentCells): Outcome {
  const judged = cells.formulas.flatMap((row, i) =>
    row.map((formula, j) => {
      const value = cells.values[i]?.[j] ?? "";
      const same = formula === block.formulas[i]?.[j] && cells.spill === false;
      const why = same ? whyCellStays({ value, isError: cells.isError[i]?.[j] ?? false }) : CHANGED;
      return {
        row: cells.area.row + i,
        column: cells.area.column + j,
        why,
        shows: cells.texts[i]?.[j] ?? "",
      };
    }),
  );
  const good = judged.filter(({ why }) => why === null);
  return {
    writes: rectanglesOf(good).map((area) => ({ area, cells })),
    left: judged.flatMap(({ row, column, why, shows }) =>
      why === null ? [] : [leftOf(sheet, { row, column, rows: 1, columns: 1 }, shows, why)],
    ),
  };
}

function sameFormulas(block: FormulaBlock, cells: PresentCells): boolean {
  return cells.formulas.every((row, i) => row.every((formula, j) => formula === block.formulas[i]?.[j]));
}

function leftOf(sheet: string, area: Rectangle, shows: string, why: string): Replacement["left"][number] {
  return { sheet, address: addressOf(area), cells: area.rows * area.columns, shows, why };
}

/** In a cell formatted as text a number would become one: such cells are General while they are written. */
function writeJob(
  context: Excel.RequestContext,
  sheetId: string,
  sheetName: string,
  area: Rectangle,
  cells: PresentCells,
): WriteJob {
  const rowFrom = area.row - cells.area.row;
  const columnFrom = area.column - cells.area.column;
  const places = Array.from({ length: area.rows }, (_, i) =>
    Array.from({ length: area.columns }, (_, j) => ({ row: rowFrom + i, column: columnFrom + j })),
  );
  const values = places.map((row) =>
    row.map(({ row: i, column: j }) => typed(cells.values[i]?.[j] ?? "", cells.isError[i]?.[j] ?? false)),
  );
  const textCells = places
    .flat()
    .filter(({ row, column }) => cells.formats[row]?.[column] === TEXT_FORMAT)
    .map(({ row, column }) => ({ row: cells.area.row + row, column: cells.area.column + column }));
  const asText = rectanglesOf(textCells);
  return {
    sheet: sheetName,
    bytes: bytesOf(values.map((row) => row.map(String))) + (1 + 4 * asText.length) * CALL_BYTES,
    write() {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      const at = ({ row, column, rows, columns }: Rectangle) =>
        sheet.getRangeByIndexes(row, column, rows, columns);
      for (const each of asText) setNumberFormat(at(each), "General");
      at(area).values = values;
      for (const each of asText) setNumberFormat(at(each), TEXT_FORMAT);
    },
  };
}

/** An error value is written as it is typed; a text so that it stays one. */
function typed(value: CellValue, isError: boolean): CellValue {
  return typeof value === "string" && !isError ? textForExcel(value) : value;
}
