/** A table of ours, column by column: heading, look, format and width in one place. */
import { CELL_LOOKS } from "../look";
import type { CellContent, CellStyle, TablePlan } from "../plan";
import type { PagePart } from "./part";
import { INDENT_WIDTH, headingStyle } from "./rowHeights";
import { BODY_FONT, HEADING_FONT, TITLE_FONT, textWidth, widthFor } from "./textWidth";
import { TABLE_TITLE_ROW } from "./pageTop";

export interface TableColumn {
  readonly heading: string;
  readonly style: CellStyle;
  readonly numberFormat?: string;
  /** In characters. */
  readonly width: number;
  readonly namesOurSheets?: true;
}

export const AS_TEXT = "@";
export const WHOLE = "#,##0";
export const ONE_DECIMAL_PERCENT = "0.0%";
export const DATE = "dd/mm/yyyy";
/** As typed: 95, 92.5 */
export const AS_TYPED = "0.##";

/** Text that comes from the workbook, kept as it is: never a number, a date or a formula. */
export function textColumn(heading: string, width: number): TableColumn {
  return { heading, style: "text", numberFormat: AS_TEXT, width };
}

/** Names from the workbook: as wide as they need, and on several lines where one is longer than `widest` characters. */
export function nameColumn(
  heading: string,
  names: Iterable<string>,
  narrowest: number,
  widest: number,
): TableColumn {
  const all = [...names];
  const isLong = all.some((name) => textWidth(name, BODY_FONT) + INDENT_WIDTH > widest);
  const width = widthOfTexts(all, narrowest, widest);
  return { heading, style: isLong ? "text-wrap" : "text", numberFormat: AS_TEXT, width };
}

/** Words of a live formula: a text format would show the formula itself. */
export function wordColumn(heading: string, width: number): TableColumn {
  return { heading, style: "text", width };
}

/** Sentences of ours. */
export function proseColumn(heading: string, width: number): TableColumn {
  return { heading, style: "text-wrap", width };
}

/** One word of a few, such as RAG. */
export function centredColumn(heading: string, width: number): TableColumn {
  return { heading, style: "centred", width };
}

export function numberColumn(heading: string, width: number, numberFormat = WHOLE): TableColumn {
  return { heading, style: "number", numberFormat, width };
}

/** A number that another is made of or held against. */
export function quietColumn(heading: string, width: number, numberFormat = WHOLE): TableColumn {
  return { heading, style: "number-quiet", numberFormat, width };
}

/** Dates are all of one length: they stand at the left like words. */
export function dateColumn(heading: string, width: number): TableColumn {
  return { heading, style: "text", numberFormat: DATE, width };
}

/** Names of our own sheets, as their tabs have them. */
export function ourSheetColumn(heading: string, width: number): TableColumn {
  return { heading, style: "text", width, namesOurSheets: true };
}

export function linkColumn(heading: string, width: number): TableColumn {
  return { heading, style: "link", width };
}

export interface TitledTable {
  readonly name: string;
  readonly title: string;
  readonly column: number;
  /** Zero-based row of the title; the headings stand below it. */
  readonly titleRow?: number;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly CellContent[])[];
  readonly total: readonly CellContent[] | null;
  readonly showFilter: boolean;
}

/** The table with its title in the cell above its first heading. */
export function titledTable(titled: TitledTable): PagePart & { readonly tables: readonly [TablePlan] } {
  const { name, title, column, columns, rows, total, showFilter } = titled;
  const titleRow = titled.titleRow ?? TABLE_TITLE_ROW;
  const table: TablePlan = {
    name,
    row: titleRow + 1,
    column,
    headings: columns.map(({ heading }) => heading),
    columns: columns.map(({ style, numberFormat, namesOurSheets }) => ({
      style,
      ...(numberFormat === undefined ? {} : { numberFormat }),
      ...(namesOurSheets === undefined ? {} : { namesOurSheets }),
    })),
    rows,
    total,
    showFilter,
    keepExistingRows: false,
  };
  return {
    blocks: [{ row: titleRow, column, cells: [[title]] }],
    styles: [{ row: titleRow, column, rows: 1, columns: 1, style: "table-title" }],
    tables: [table],
    columnWidths: Object.fromEntries(widthsUnder(title, columns).map((width, i) => [column + i, width])),
    rowHeights: { [titleRow]: TITLE_HEIGHT },
  };
}

/** Points: air above the title, which stands at the foot of its row. */
export const TITLE_HEIGHT = 30;

/** A heading takes two lines at the most; a title stands over its own table: all columns grow alike until it does. */
function widthsUnder(title: string, columns: readonly TableColumn[]): readonly number[] {
  const widths = columns.map(({ heading, style, width }) => {
    const indent = CELL_LOOKS[headingStyle(style)].indent * INDENT_WIDTH;
    return Math.max(width, widthFor(heading, HEADING_FONT, 2) + indent);
  });
  const room = widths.reduce((sum, width) => sum + width, 0) + PADDING * (widths.length - 1);
  const grown = Math.min(MOST_GROWN, Math.max(1, textWidth(title, TITLE_FONT) / room));
  return widths.map((width) => Math.ceil(width * grown * 2) / 2);
}

/** Of each column, in characters. */
const PADDING = 5 / 7;
const MOST_GROWN = 2;

/** Zero-based column of the next table beside this one: one blank column between. */
export function columnBeside(part: { readonly tables: readonly [TablePlan] }): number {
  const [table] = part.tables;
  return table.column + table.headings.length + 1;
}

/** The width of the blank column between two tables. */
export function gapBefore(column: number): PagePart {
  return column === 0 ? {} : { columnWidths: { [column - 1]: GAP_WIDTH } };
}

const GAP_WIDTH = 2;

/** Wide enough for a text column's words, between bounds. Long columns are not spread into arguments. */
export function widthOfTexts(texts: Iterable<string>, narrowest: number, widest: number): number {
  let width = narrowest;
  for (const text of texts) width = Math.max(width, textWidth(text, BODY_FONT) + INDENT_WIDTH);
  return Math.min(widest, Math.ceil(width * 2) / 2);
}
