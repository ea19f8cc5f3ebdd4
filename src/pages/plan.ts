/**
 * A workbook on paper: what each of the add-in's sheets shall hold, before anything is written.
 * Pure data: `pages/` makes it from a ClinicReport, `excel/` writes it, tests check it.
 * Addresses are zero-based rows and columns.
 */

/**
 * What a cell holds: text is never taken for a formula, a number or a date; a formula is native
 * Excel (no CLINIC.) and en-US; null leaves the cell blank.
 */
export type CellContent =
  | null
  | number
  | string
  | {
      readonly formula: string;
      /** what it comes to, for tests and for readers that do not calculate */ readonly expected?:
        number | string;
    };

/** The named looks of SPEC §5; `excel/` turns each into fonts, fills and borders, once. */
export type CellStyle =
  | "page-title"
  | "page-lead"
  | "what-matters"
  | "table-title"
  | "note"
  | "heading"
  | "heading-number"
  | "text"
  | "text-wrap"
  | "number"
  | "number-quiet"
  | "centred"
  | "heading-centred"
  | "total-text"
  | "total-number"
  | "total-number-quiet"
  | "total-centred"
  | "link"
  | "page-link";

/** A rectangle of cells written in one go. */
export interface BlockPlan {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly CellContent[])[];
}

/** A number format inside a table overrules the format of its column: rows of one column may be of different kinds. */
export interface StylePlan {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly style: CellStyle;
  /** en-US number format; absent = General. */
  readonly numberFormat?: string;
}

export interface ColumnPlan {
  readonly style: CellStyle;
  readonly numberFormat?: string;
  /** It holds names of our own sheets, or links that show them: a sheet that the user renamed is named as it is now. */
  readonly namesOurSheets?: true;
}

/**
 * A column of formulas has one text in every row: Excel fills a table's column with one formula, whatever was written
 * (`checkPlan` refuses another). What differs by row is found by a key in a column of the table.
 */
export interface TablePlan {
  /** "Clinic_cin_visits_6w" */
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly headings: readonly string[];
  /** Number formats and styles, one a column. */
  readonly columns: readonly ColumnPlan[];
  readonly rows: readonly (readonly CellContent[])[];
  /** The native totals row; null = none. */
  readonly total: readonly CellContent[] | null;
  readonly showFilter: boolean;
  /** Settings tables: rows that stand are never rewritten, `rows` are added after them. */
  readonly keepExistingRows: boolean;
  /** Of those, one that a stopped build left half-made: `rows` are all of its rows, and all of it is written. */
  readonly isHalfMade?: boolean;
  /**
   * Clinic History: rows that stand for other months, and rows that cannot be read, stay as they are; those of `rows`
   * whose first cell is this month ("2023-07") take the place of that month's own.
   */
  readonly keepsOtherMonths?: { readonly month: string };
  /** Its columns are the indicators that there are: those that a build wrote may be gone from the next one's plan. */
  readonly columnsVary?: true;
  /** Drop-down lists of a column (data validation), by zero-based column of the table. */
  readonly choices?: Readonly<Record<number, readonly string[]>>;
}

/** A native conditional format with a custom formula, written for the top-left cell of its range. */
export interface RulePlan {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** en-US, begins "="; relative to the top-left cell. */
  readonly formula: string;
  readonly look: "green" | "amber" | "red" | "highlight";
}

export interface LinkPlan {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** A sheet of the workbook and a cell on it. */
  readonly sheet: string;
  readonly cell: string;
  readonly tip: string;
}

export interface ChartPlan {
  /** Stable: "Clinic_chart_cin_visits_6w". */
  readonly name: string;
  readonly title: string;
  /** The table of figures it draws: Month, figure, Target. */
  readonly table: string;
  readonly hasTarget: boolean;
  readonly axis: {
    readonly minimum: number | null;
    readonly maximum: number | null;
    readonly numberFormat: string;
    /** "" = none. */
    readonly title: string;
    /** Between two gridlines; null = as Excel sees fit. */
    readonly majorUnit: number | null;
  };
  /** Every how many months the axis below has a label. */
  readonly monthsALabel: number;
  /** Which point of the line is labelled (zero-based); null when there is none with a figure. */
  readonly labelledPoint: number | null;
  readonly label: {
    readonly numberFormat: string;
    /** Of its point, where neither line runs through it. */
    readonly position: "above" | "below" | "right";
  };
  /** Cells that it covers. */
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetPlan {
  /** Stable key of the page, kept in the sheet's mark: "summary", "cin" … */
  readonly page: string;
  readonly name: string;
  readonly tabColour: string | null;
  readonly blocks: readonly BlockPlan[];
  readonly styles: readonly StylePlan[];
  readonly tables: readonly TablePlan[];
  readonly rules: readonly RulePlan[];
  readonly links: readonly LinkPlan[];
  readonly charts: readonly ChartPlan[];
  /** Widths in characters of the default font, by zero-based column. */
  readonly columnWidths: Readonly<Record<number, number>>;
  /** In points, by zero-based row: those that differ from `rowHeight`. */
  readonly rowHeights?: Readonly<Record<number, number>>;
  /** Height of all other rows down to the last printed one, in points; absent = left as they are. */
  readonly rowHeight?: number;
  /** Where table cells stand in rows that are higher than their text; absent = "top". */
  readonly verticalAlign?: "top" | "centre";
  /** First row that scrolls, 0 = none frozen. */
  readonly frozenRows: number;
  readonly print: {
    readonly orientation: "landscape" | "portrait";
    /** 1 = all on one sheet of paper; absent = one page wide, as many tall as it takes. */
    readonly pagesTall?: 1;
    /** Printed one after the other, each on paper of its own; absent = all from A1 to the last row and column. */
    readonly areas?: readonly PrintArea[];
    /** The page's last row and column, zero-based. */
    readonly lastRow: number;
    readonly lastColumn: number;
    /** Rows repeated on each printed page, zero-based, or null. */
    readonly titleRows: readonly [number, number] | null;
    readonly footer: string;
  };
}

/** Zero-based. */
export interface PrintArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A workbook-scoped defined name: `formula` begins "=". */
export interface NamePlan {
  readonly name: string;
  readonly formula: string;
  readonly comment: string;
}

export interface WorkbookPlan {
  readonly title: string;
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly NamePlan[];
}
