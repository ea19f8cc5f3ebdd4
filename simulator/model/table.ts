/** An Excel table: its place, columns and looks. Headings stand in cells too, and the cells follow the columns. */
import type { Area } from "./address";
import type { XmlNode } from "../../src/files/openxml/xml";

export interface TableColumn {
  readonly id: number;
  readonly name: string;
  /** Of the totals row: "none", "sum", "custom" … as in the file. */
  readonly totalsFunction: string | null;
  readonly totalsLabel: string | null;
  /** What new rows are filled with, or null. */
  readonly calculatedFormula: string | null;
  /** Attributes and children of a file that the host does not model. */
  readonly rest: Readonly<Record<string, string>>;
}

export const newColumn = (id: number, name: string): TableColumn => ({
  id,
  name,
  totalsFunction: null,
  totalsLabel: null,
  calculatedFormula: null,
  rest: {},
});

export interface Table {
  readonly id: number;
  name: string;
  /** Headings, body and totals row together. */
  area: Area;
  columns: readonly TableColumn[];
  showHeaders: boolean;
  showTotals: boolean;
  showFilterButton: boolean;
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  /** Filters that a file holds on it, as they stand. */
  filter: readonly XmlNode[];
  sort: XmlNode | null;
  rest: Readonly<Record<string, string>>;
  readonly part: string | null;
  touched: boolean;
}

export function headerArea(table: Table): Area | null {
  return table.showHeaders ? { ...table.area, rows: 1 } : null;
}

export function bodyArea(table: Table): Area {
  const head = table.showHeaders ? 1 : 0;
  const foot = table.showTotals ? 1 : 0;
  return { ...table.area, row: table.area.row + head, rows: table.area.rows - head - foot };
}

export function totalsArea(table: Table): Area | null {
  return table.showTotals ? { ...table.area, row: table.area.row + table.area.rows - 1, rows: 1 } : null;
}

export function columnIndexOf(table: Table, name: string): number {
  const wanted = name.toLowerCase();
  return table.columns.findIndex((column) => column.name.toLowerCase() === wanted);
}
