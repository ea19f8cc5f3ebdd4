/** Reads what stands on our pages outside our tables: what of it is the user's, usersCells.ts tells. */
import type { CellValue } from "../../clinic/cells/worksheet";
import type { SheetPlan, WorkbookPlan } from "../../pages/plan";
import { ourTablesOn } from "../read/ourSheets";
import { bodyOf } from "../read/readWorkbook";
import { readRegions, type Region } from "../read/readRegions";
import type { OnSheet } from "../host/run";
import type { SheetFound, Survey } from "../read/survey";
import { areasToRead, type FilledCell } from "./usersCells";

/** What stands on a page. */
export interface CellsFound {
  /** Outside our tables: the cells that hold something. */
  readonly filled: readonly FilledCell[];
  /** The rows of its table whose other months are kept; null = it has none. */
  readonly months: readonly (readonly CellValue[])[] | null;
}

/** By the page's key, of pages that stand. One request, as a rule. */
export async function readFilledCells(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  survey: Survey,
  standing: ReadonlyMap<string, SheetFound | null>,
  onSheet: OnSheet,
): Promise<ReadonlyMap<string, CellsFound>> {
  const outside = plan.sheets.flatMap((sheet) => regionsOf(sheet, survey, standing.get(sheet.page) ?? null));
  const months = plan.sheets.flatMap((sheet) => monthsOf(sheet, survey, standing.get(sheet.page) ?? null));
  const grids = await readRegions(context, [...outside, ...months], { onSheet });
  const filled = filledIn(outside, grids);
  const rows = new Map(months.map(({ page }, i) => [page, grids[outside.length + i] ?? []]));
  return new Map(
    plan.sheets.map(({ page }) => [page, { filled: filled.get(page) ?? [], months: rows.get(page) ?? null }]),
  );
}

interface PageRegion extends Region {
  readonly page: string;
}

function filledIn(
  regions: readonly PageRegion[],
  grids: readonly (readonly (readonly CellValue[])[])[],
): ReadonlyMap<string, readonly FilledCell[]> {
  const filled = new Map<string, FilledCell[]>();
  regions.forEach(({ page, area }, i) => {
    const cells = filled.get(page) ?? [];
    filled.set(page, cells);
    (grids[i] ?? []).forEach((row, r) =>
      row.forEach((value, c) => {
        if (value !== "") cells.push({ row: area.row + r, column: area.column + c, value });
      }),
    );
  });
  return filled;
}

function regionsOf(plan: SheetPlan, survey: Survey, sheet: SheetFound | null): PageRegion[] {
  if (!sheet) return [];
  const areas = areasToRead(plan, sheet, ourTablesOn(survey, sheet, plan.tables));
  return areas.map((area) => ({ page: plan.page, sheetId: sheet.id, sheet: sheet.name, area }));
}

function monthsOf(plan: SheetPlan, survey: Survey, sheet: SheetFound | null): PageRegion[] {
  const names = plan.tables.flatMap(({ name, keepsOtherMonths }) =>
    keepsOtherMonths ? [name.toLowerCase()] : [],
  );
  if (!sheet || names.length === 0) return [];
  return ourTablesOn(survey, sheet, plan.tables)
    .filter((table) => names.includes(table.name.toLowerCase()))
    .map((table) => ({ page: plan.page, sheetId: sheet.id, sheet: sheet.name, area: bodyOf(table) }));
}
