/** Reads what stands on our pages: what of it is the user's, usersCells.ts tells; what is not there yet, differences.ts. */
import type { CellValue } from "../../clinic/cells/worksheet";
import type { SheetPlan, WorkbookPlan } from "../../pages/plan";
import { outside } from "../host/rectangles";
import { ourTablesOn } from "../read/ourSheets";
import { bodyOf } from "../read/readWorkbook";
import { readRegions, type Region } from "../read/readRegions";
import type { OnSheet } from "../host/run";
import type { SheetFound, Survey } from "../read/survey";
import type { CellsThere } from "./differences";
import { areasToRead, type FilledCell } from "./usersCells";

/** What stands on a page. */
export interface CellsFound {
  /** Outside our tables: the cells that hold something. */
  readonly filled: readonly FilledCell[];
  /** The rows of its table whose other months are kept; null = it has none. */
  readonly months: readonly (readonly CellValue[])[] | null;
  readonly there: CellsThere;
}

interface PageCells extends Region {
  readonly page: string;
}

type Grid = readonly (readonly CellValue[])[];

/** By the page's key, of pages that stand. One request, as a rule, and one for the published months. */
export async function readPageCells(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  survey: Survey,
  standing: ReadonlyMap<string, SheetFound | null>,
  onSheet: OnSheet,
): Promise<ReadonlyMap<string, CellsFound>> {
  const pages = plan.sheets.flatMap((sheet) => {
    const found = standing.get(sheet.page);
    return found ? [{ sheet, found, months: monthsOn(sheet, survey, found) }] : [];
  });
  const months = pages.flatMap((page) => page.months);
  const cells = pages.flatMap(({ sheet, found, months: kept }) =>
    (found.used ? outside(found.used, areas(kept)) : []).map((area): PageCells => ({
      page: sheet.page,
      sheetId: found.id,
      sheet: found.name,
      area,
    })),
  );
  const formulas = await readRegions(context, cells, { onSheet, what: "formulas" });
  const values = months.length > 0 ? await readRegions(context, months, { onSheet }) : [];
  const rowsOf = (wanted: readonly PageCells[], grids: readonly Grid[], page: string) =>
    wanted.flatMap((region, i) =>
      region.page === page ? [{ area: region.area, rows: grids[i] ?? [] }] : [],
    );
  return new Map(
    pages.map(({ sheet, found }) => {
      const rows = rowsOf(months, values, sheet.page);
      const parts = [...rowsOf(cells, formulas, sheet.page), ...rows];
      const there: CellsThere = (row, column) => {
        const part = parts.find(({ area }) => holds(area, row, column));
        return part?.rows[row - part.area.row]?.[column - part.area.column] ?? "";
      };
      return [
        sheet.page,
        { filled: filledOn(sheet, survey, found, there), months: rows[0]?.rows ?? null, there },
      ];
    }),
  );
}

function filledOn(plan: SheetPlan, survey: Survey, sheet: SheetFound, there: CellsThere): FilledCell[] {
  const filled: FilledCell[] = [];
  for (const area of areasToRead(plan, sheet, ourTablesOn(survey, sheet, plan.tables)))
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        const value = there(row, column);
        if (value !== "") filled.push({ row, column, value });
      }
  return filled;
}

function monthsOn(plan: SheetPlan, survey: Survey, sheet: SheetFound): PageCells[] {
  const names = plan.tables.flatMap(({ name, keepsOtherMonths }) =>
    keepsOtherMonths ? [name.toLowerCase()] : [],
  );
  if (names.length === 0) return [];
  return ourTablesOn(survey, sheet, plan.tables)
    .filter((table) => names.includes(table.name.toLowerCase()))
    .map((table) => ({ page: plan.page, sheetId: sheet.id, sheet: sheet.name, area: bodyOf(table) }));
}

const areas = (regions: readonly PageCells[]) => regions.map(({ area }) => area);

function holds(area: PageCells["area"], row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}
