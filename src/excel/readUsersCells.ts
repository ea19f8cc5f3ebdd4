/** Reads what stands on our pages outside our tables: what of it is the user's, usersCells.ts tells. */
import type { SheetPlan, WorkbookPlan } from "../pages/plan";
import { ourTablesOn } from "./ourSheets";
import { readRegions, type Region } from "./readRegions";
import type { OnSheet } from "./run";
import type { SheetFound, Survey } from "./survey";
import { areasToRead, type FilledCell } from "./usersCells";

/** By the page's key: the cells that hold something, of pages that stand. One request, as a rule. */
export async function readFilledCells(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  survey: Survey,
  standing: ReadonlyMap<string, SheetFound | null>,
  onSheet: OnSheet,
): Promise<ReadonlyMap<string, readonly FilledCell[]>> {
  const regions = plan.sheets.flatMap((sheet) => regionsOf(sheet, survey, standing.get(sheet.page) ?? null));
  const grids = await readRegions(context, regions, { onSheet });
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

function regionsOf(
  plan: SheetPlan,
  survey: Survey,
  sheet: SheetFound | null,
): (Region & { readonly page: string })[] {
  if (!sheet) return [];
  const areas = areasToRead(plan, sheet, ourTablesOn(survey, sheet, plan.tables));
  return areas.map((area) => ({ page: plan.page, sheetId: sheet.id, sheet: sheet.name, area }));
}
