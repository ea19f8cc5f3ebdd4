/** How a page looks as a sheet and on paper: A4, one page wide, gridlines off, headings that stay. */
import { tableOn } from "../host/ranges";
import { addressOf } from "../host/rectangles";
import { areasOf } from "../../pages/layout/paper";
import type { SheetPlan } from "../../pages/plan";
import { isAnalystsPage } from "../host/marks";
import type { SheetFound, TableFound } from "../read/survey";
import { CALL_BYTES, type SheetJob } from "../host/requests";

export function tabJobs({ tabColour }: SheetPlan): SheetJob[] {
  return tabColour === null
    ? []
    : [{ bytes: CALL_BYTES, write: (sheet) => void (sheet.tabColor = tabColour) }];
}

/** Some printers' drivers refuse it (o-js#1860): it is sent last, and a pack without it is a pack. */
export function paperJob({ print }: SheetPlan): SheetJob {
  return { bytes: 30 * CALL_BYTES, write: (sheet) => setUpPaper(sheet.pageLayout, print) };
}

/** What changes from month to month. */
export function footerJob({ print }: SheetPlan): SheetJob {
  return { bytes: 5 * CALL_BYTES, write: (sheet) => setFooter(sheet.pageLayout, print.footer) };
}

/**
 * Gridlines, frozen rows and filters, each only where it differs: Excel refuses them while another workbook is in front
 * (o-js#6365). `found` null = the sheet is being made.
 */
export function viewJobs(
  plan: SheetPlan,
  found: SheetFound | null,
  tables: readonly TableFound[],
): SheetJob[] {
  const filtered = filtersInTheWay(plan, tables);
  const isTheirs = found !== null && isAnalystsPage(plan.page) && found.isUnfinished !== true;
  const gridlines = !isTheirs && found?.showsGridlines !== false;
  const freezes = !isTheirs && (found ? found.frozenRows !== plan.frozenRows : plan.frozenRows > 0);
  if (!gridlines && !freezes && filtered.length === 0) return [];
  return [
    {
      bytes: (4 + 2 * filtered.length) * CALL_BYTES,
      write(sheet) {
        for (const table of filtered) tableOn(sheet, table.foundAs).clearFilters();
        if (gridlines) sheet.showGridlines = false;
        if (!freezes) return;
        if (plan.frozenRows > 0) sheet.freezePanes.freezeRows(plan.frozenRows);
        else sheet.freezePanes.unfreeze();
      },
    },
  ];
}

/** Behind a filter Excel leaves rows out of what is written (o-js#224). The analyst's table keeps its own unless rows come. */
export function filtersInTheWay(plan: SheetPlan, tables: readonly TableFound[]): readonly TableFound[] {
  const filtered = tables.filter(({ isFiltered }) => isFiltered);
  if (!isAnalystsPage(plan.page)) return filtered;
  const given = new Set(
    plan.tables.filter(({ rows }) => rows.length > 0).map(({ name }) => name.toLowerCase()),
  );
  return filtered.filter(({ name }) => given.has(name.toLowerCase()));
}

/** Clinic Settings that stands is the analyst's: only that it does not spread over many sheets of paper. */
export function settingsPaperJob(): SheetJob {
  return { bytes: 6 * CALL_BYTES, write: (sheet) => fitOnePageWide(sheet.pageLayout, "Landscape") };
}

function setUpPaper(paper: Excel.PageLayout, print: SheetPlan["print"]): void {
  fitOnePageWide(paper, print.orientation === "landscape" ? "Landscape" : "Portrait", print.pagesTall);
  paper.setPrintArea(areasOf(print).map(addressOf).join(","));
  if (print.titleRows) paper.setPrintTitleRows(`$${print.titleRows[0] + 1}:$${print.titleRows[1] + 1}`);
  paper.centerHorizontally = true;
  paper.setPrintMargins("Points", MARGINS);
  setFooter(paper, print.footer);
}

function setFooter(paper: Excel.PageLayout, footer: string): void {
  const { defaultForAllPages } = paper.headersFooters;
  defaultForAllPages.leftFooter = FOOTER_FONT + inFooter(footer);
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
const MARGINS = {
  left: MARGIN,
  right: MARGIN,
  top: MARGIN,
  bottom: MARGIN + FOOTER_HEIGHT,
  footer: MARGIN - FOOTER_HEIGHT,
};
