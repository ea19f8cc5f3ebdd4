/** How a page looks as a sheet and on paper: A4, one page wide, gridlines off, headings that stay. */
import type { SheetPlan } from "../pages/plan";
import { CALL_BYTES, type SheetJob } from "./requests";

export function sheetJobs(plan: SheetPlan): SheetJob[] {
  return [{ bytes: 30 * CALL_BYTES, write: (sheet) => setUpSheet(sheet, plan) }];
}

function setUpSheet(sheet: Excel.Worksheet, plan: SheetPlan): void {
  sheet.showGridlines = false;
  if (plan.tabColour !== null) sheet.tabColor = plan.tabColour;
  if (plan.frozenRows > 0) sheet.freezePanes.freezeRows(plan.frozenRows);
  else sheet.freezePanes.unfreeze();
  setUpPaper(sheet.pageLayout, sheet, plan.print);
}

function setUpPaper(paper: Excel.PageLayout, sheet: Excel.Worksheet, print: SheetPlan["print"]): void {
  paper.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
  paper.paperSize = "A4";
  paper.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  paper.setPrintArea(sheet.getRangeByIndexes(0, 0, print.lastRow + 1, print.lastColumn + 1));
  if (print.titleRows) paper.setPrintTitleRows(`$${print.titleRows[0] + 1}:$${print.titleRows[1] + 1}`);
  paper.leftMargin = MARGIN;
  paper.rightMargin = MARGIN;
  paper.headersFooters.defaultForAllPages.leftFooter = print.footer;
}

/** Points. */
const MARGIN = 36;
