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

/** Clinic Settings that stands is the analyst's: only that it does not spread over many sheets of paper. */
export function settingsPaperJob(): SheetJob {
  return { bytes: 6 * CALL_BYTES, write: (sheet) => fitOnePageWide(sheet.pageLayout, "Landscape") };
}

function setUpPaper(paper: Excel.PageLayout, sheet: Excel.Worksheet, print: SheetPlan["print"]): void {
  fitOnePageWide(paper, print.orientation === "landscape" ? "Landscape" : "Portrait", print.pagesTall);
  paper.setPrintArea(sheet.getRangeByIndexes(0, 0, print.lastRow + 1, print.lastColumn + 1));
  if (print.titleRows) paper.setPrintTitleRows(`$${print.titleRows[0] + 1}:$${print.titleRows[1] + 1}`);
  paper.centerHorizontally = true;
  paper.leftMargin = MARGIN;
  paper.rightMargin = MARGIN;
  paper.topMargin = MARGIN;
  paper.bottomMargin = MARGIN + FOOTER_HEIGHT;
  paper.footerMargin = MARGIN - FOOTER_HEIGHT;
  const { defaultForAllPages } = paper.headersFooters;
  defaultForAllPages.leftFooter = FOOTER_FONT + inFooter(print.footer);
  defaultForAllPages.rightFooter = `${FOOTER_FONT}Page &P of &N`;
}

/** 0 pages tall = as many as it takes. */
function fitOnePageWide(
  paper: Excel.PageLayout,
  orientation: "Landscape" | "Portrait",
  pagesTall: 1 | 0 = 0,
): void {
  paper.orientation = orientation;
  paper.paperSize = "A4";
  paper.zoom = { horizontalFitToPages: 1, verticalFitToPages: pagesTall };
}

/** In a footer "&" begins a code. */
function inFooter(text: string): string {
  return text.replaceAll("&", "&&");
}

const FOOTER_FONT = '&"Arial,Regular"&9';
/** Points. */
const MARGIN = 36;
const FOOTER_HEIGHT = 12;
