/**
 * A sheet to which the user has moved the only table of a page is not that page: its first lines are the user's. What else
 * a page is known by, its name or its title, has to agree. Pure.
 */
import type { SheetPlan, WorkbookPlan } from "../../pages/plan";
import { ClinicError } from "../host/clinicError";
import { isAnalystsPage, NOT_FINISHED } from "../host/marks";
import { sameName } from "../read/ourSheets";
import type { SheetFound } from "../read/survey";
import type { CellsFound } from "./readUsersCells";

/** `plan`: with the names that its sheets have when they are made. Throws ClinicError. */
export function refuseStrangers(
  plan: WorkbookPlan,
  standing: ReadonlyMap<string, SheetFound | null>,
  cells: ReadonlyMap<string, CellsFound>,
): void {
  for (const sheet of plan.sheets) {
    const found = standing.get(sheet.page);
    if (!found || isAnalystsPage(sheet.page) || sameName(found.name, sheet.name)) continue;
    const title = titleOf(sheet);
    const top = cells.get(sheet.page)?.filled.find(({ row, column }) => row === 0 && column === 0)?.value;
    if (title !== null && top !== title && top !== NOT_FINISHED) throw strange(found.name, sheet.name, title);
  }
}

function titleOf({ blocks }: SheetPlan): string | null {
  const title = blocks.find(({ row, column }) => row === 0 && column === 0)?.cells[0]?.[0];
  return typeof title === "string" ? title : null;
}

function strange(sheet: string, page: string, title: string): ClinicError {
  return new ClinicError(
    `The sheet "${sheet}" holds a table of the page "${page}", but neither that name nor the title "${title}", so it may be a sheet of yours.`,
    `If it is the page, give it the name "${page}"; if not, move the table back to its page or delete it. Then build again; nothing has been written.`,
    `Code PageNotSure, sheet "${sheet}", page "${page}".`,
  );
}
