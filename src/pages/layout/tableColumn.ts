/** A table of ours, column by column: heading, look, format and width in one place. */
import type { CellContent, CellStyle, TablePlan } from "../plan";
import type { PagePart } from "./part";
import { TABLE_TITLE_ROW } from "./pageTop";

export interface TableColumn {
  readonly heading: string;
  readonly style: CellStyle;
  readonly numberFormat?: string;
  /** In characters. */
  readonly width: number;
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

/** Words of a live formula: a text format would show the formula itself. */
export function wordColumn(heading: string, width: number): TableColumn {
  return { heading, style: "text", width };
}

/** Sentences of ours. */
export function proseColumn(heading: string, width: number): TableColumn {
  return { heading, style: "text-wrap", width };
}

export function numberColumn(heading: string, width: number, numberFormat = WHOLE): TableColumn {
  return { heading, style: "number", numberFormat, width };
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
    columns: columns.map(({ style, numberFormat }) =>
      numberFormat === undefined ? { style } : { style, numberFormat },
    ),
    rows,
    total,
    showFilter,
    keepExistingRows: false,
  };
  return {
    blocks: [{ row: titleRow, column, cells: [[title]] }],
    styles: [{ row: titleRow, column, rows: 1, columns: 1, style: "table-title" }],
    tables: [table],
    columnWidths: Object.fromEntries(columns.map(({ width }, i) => [column + i, width])),
    rowHeights: { [titleRow + 1]: headingHeight(columns) },
  };
}

/** Zero-based column of the next table beside this one: one blank column between. */
export function columnBeside(part: { readonly tables: readonly [TablePlan] }): number {
  const [table] = part.tables;
  return table.column + table.headings.length + 1;
}

/** The width of the blank column between two tables. */
export function gapBefore(column: number): PagePart {
  return column === 0 ? {} : { columnWidths: { [column - 1]: GAP_WIDTH } };
}

/** Arial 11 in Excel's units of a digit: letters take a tenth more, bold ones a fifth. */
export function widthFor(text: string): number {
  return Math.ceil(text.length * 1.1) + 2;
}

const GAP_WIDTH = 2;
const POINTS_A_LINE = 15;
const BOLD_LETTER = 1.12;
const PADDING = 0.7;

function headingHeight(columns: readonly TableColumn[]): number {
  const lines = columns.map(({ heading, width }) => linesIn(heading, width));
  return POINTS_A_LINE * Math.max(1, ...lines) + 3;
}

/** Wrapped at words, as Excel does. */
function linesIn(heading: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of heading.split(" ")) {
    const length = word.length * BOLD_LETTER;
    if (used > 0 && used + BOLD_LETTER + length > width - PADDING) {
      lines += 1;
      used = length;
    } else {
      used += (used > 0 ? BOLD_LETTER : 0) + length;
    }
  }
  return lines;
}
