/** The top of each page, in the order in which it is read: what it is, the month, what matters, notes. */
import { monthInWords } from "../../clinic/calendar/months";
import type { ClinicReport } from "../../clinic/report";
import type { PageName } from "../pageNames";
import type { CellContent, CellStyle } from "../plan";
import type { PageFrame, PagePart } from "./part";

const NOTE_ROW = 3;
/** Zero-based row of the tables' titles; their headings stand below it. */
export const TABLE_TITLE_ROW = 4;
const HEADING_ROW = TABLE_TITLE_ROW + 1;

export interface PageTop {
  readonly title: CellContent;
  readonly lead: string;
  readonly sentence: CellContent;
  /** Sentences that a reader needs for the tables below; none leaves the row blank. */
  readonly notes: readonly string[];
}

export function pageTop({ title, lead, sentence, notes }: PageTop): PagePart {
  const lines: readonly (readonly [CellContent, CellStyle])[] = [
    [title, "page-title"],
    [lead, "page-lead"],
    [sentence, "what-matters"],
  ];
  return {
    blocks: [
      { row: 0, column: 0, cells: lines.map(([content]) => [content]) },
      { row: NOTE_ROW, column: 0, cells: [[notes.length > 0 ? notes.join(" ") : null]] },
    ],
    styles: [
      ...lines.map(([, style], row) => ({ row, column: 0, rows: 1, columns: 1, style })),
      ...(notes.length > 0
        ? [{ row: NOTE_ROW, column: 0, rows: 1, columns: 1, style: "note" as const }]
        : []),
    ],
    rowHeights: {
      0: TOP_HEIGHTS.title,
      1: TOP_HEIGHTS.lead,
      2: TOP_HEIGHTS.sentence,
      [NOTE_ROW]: notes.length > 0 ? TOP_HEIGHTS.note : TOP_HEIGHTS.blank,
    },
  };
}

/** A note above a table that is not the page's first. */
export function noteAbove(column: number, sentences: readonly string[]): PagePart {
  return {
    blocks: [{ row: NOTE_ROW, column, cells: [[sentences.join(" ")]] }],
    styles: [{ row: NOTE_ROW, column, rows: 1, columns: 1, style: "note" }],
  };
}

/** Points, of the rows above the tables. */
export const TOP_HEIGHTS = { title: 27, lead: 18, sentence: 24, note: 19.5, blank: 6 } as const;

/** "July 2023 – Anyshire County Council" */
export function monthAndCouncil(report: ClinicReport): string {
  const council = report.settings.councilName.trim();
  const month = monthInWords(report.month);
  return council === "" ? month : `${month} – ${council}`;
}

/** What a page's foot says; null before there is a month to build. */
export interface MonthOfPage {
  readonly month: string | null;
}

/** A page whose charts and tables are seen as one. */
export function picturePage(name: PageName, report: MonthOfPage): PageFrame {
  return {
    ...named(name, report),
    frozenRows: 0,
    titleRows: null,
    rowHeight: 16.5,
    verticalAlign: "centre",
    paper: "one",
  };
}

/** A page of long tables: their headings stay in sight and are printed on each sheet of paper. */
export function listPage(name: PageName, report: ClinicReport): PageFrame {
  return {
    ...named(name, report),
    frozenRows: HEADING_ROW + 1,
    titleRows: [HEADING_ROW, HEADING_ROW],
    rowHeight: 16.5,
    verticalAlign: "top",
    paper: "each table by itself",
  };
}

function named(
  name: PageName,
  { month }: MonthOfPage,
): Pick<PageFrame, "page" | "name" | "tabColour" | "footer"> {
  return {
    page: name.page,
    name: name.sheet,
    tabColour: name.tabColour,
    footer: `Assurance Clinic${month === null ? "" : `, ${monthInWords(month)}`} – ${name.sheet}`,
  };
}
