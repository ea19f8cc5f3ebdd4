/** Finds the sheet of each page of a plan, and fits the plan to it. Pure: works on a survey. */
import type { SheetPlan, WorkbookPlan } from "../../pages/plan";
import { useDates1904, useRealSheetNames } from "./adaptPlan";
import { refuseProtected, sheetOfPage } from "../read/ourSheets";
import { refuseClashes } from "./refuseClashes";
import type { SheetFound, Survey } from "../read/survey";

export interface PlacedPlan {
  readonly plan: WorkbookPlan;
  /** The standing sheet by the page's key; null = to be made. */
  readonly standing: ReadonlyMap<string, SheetFound | null>;
}

/** Finds each page's sheet, refuses what must not be overwritten, and gives the plan the names that the sheets really have. */
export function placeSheets(plan: WorkbookPlan, survey: Survey): PlacedPlan {
  const standing = new Map(
    plan.sheets.map((sheet) => {
      const sought = { page: sheet.page, name: sheet.name, tables: sheet.tables.map((table) => table.name) };
      return [sheet.page, sheetOfPage(survey, sought)] as const;
    }),
  );
  const ours = [...standing.values()].filter((sheet) => sheet !== null);
  refuseProtected(survey, ours, ours.length < plan.sheets.length);
  refuseClashes(plan, survey, standing);
  const real = new Map(
    plan.sheets.map((sheet) => [sheet.name, standing.get(sheet.page)?.name ?? sheet.name]),
  );
  const named = useRealSheetNames(plan, real);
  return { plan: survey.date1904 ? useDates1904(named) : named, standing };
}

/** Sheets are made at the end, or before the next of our pages that already stands. */
export function createAnchors({ plan, standing }: PlacedPlan): (sheet: SheetPlan) => number | null {
  const madeBefore: number[] = [];
  return (sheet) => {
    const after = plan.sheets.slice(plan.sheets.indexOf(sheet) + 1).map((each) => standing.get(each.page));
    const anchor = after.find((found) => found)?.position;
    if (anchor === undefined) return null;
    const position = anchor + madeBefore.filter((other) => other <= anchor).length;
    madeBefore.push(anchor);
    return position;
  };
}
