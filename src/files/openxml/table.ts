/** xl/tables/table#.xml: the markup of one Excel table. */
import { element, textNode, type XmlNode } from "./xml";
import { textForFile } from "./text";

export interface TableColumnDescription {
  readonly id: number;
  /** As the heading's cell has it. */
  readonly name: string;
  /** Of the totals row: "sum", "custom" …; null = none. */
  readonly totalsFunction: string | null;
  readonly totalsLabel: string | null;
  /** As a file spells them. */
  readonly calculatedFormula: string | null;
  readonly totalsFormula: string | null;
  /** Attributes that a file held as well. */
  readonly rest: Readonly<Record<string, string>>;
}

export interface TableDescription {
  readonly id: number;
  readonly name: string;
  /** "A4:E17": headings, body and totals row. */
  readonly ref: string;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  /** The filter's place and what is filtered; null = no filter buttons. */
  readonly filter: { readonly ref: string; readonly filters: readonly XmlNode[] } | null;
  readonly sort: XmlNode | null;
  readonly columns: readonly TableColumnDescription[];
  /** "" = none. */
  readonly style: string;
  readonly highlightFirstColumn: boolean;
  readonly highlightLastColumn: boolean;
  readonly bandedRows: boolean;
  readonly bandedColumns: boolean;
  /** Alternative text: its title and what the table holds. */
  readonly description: { readonly title: string; readonly text: string } | null;
  /** Attributes that a file held as well. */
  readonly rest: Readonly<Record<string, string>>;
}

const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";

export function tablePart(table: TableDescription): XmlNode {
  return element(
    "table",
    {
      xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      ...table.rest,
      id: table.id,
      name: table.name,
      displayName: table.name,
      ref: table.ref,
      headerRowCount: table.showHeaders ? undefined : 0,
      totalsRowCount: table.showTotals ? 1 : undefined,
      totalsRowShown: table.showTotals ? undefined : 0,
    },
    [
      table.filter ? element("autoFilter", { ref: table.filter.ref }, table.filter.filters) : null,
      table.sort,
      element("tableColumns", { count: table.columns.length }, table.columns.map(columnNode)),
      element("tableStyleInfo", {
        name: table.style === "" ? undefined : table.style,
        showFirstColumn: table.highlightFirstColumn ? 1 : 0,
        showLastColumn: table.highlightLastColumn ? 1 : 0,
        showRowStripes: table.bandedRows ? 1 : 0,
        showColumnStripes: table.bandedColumns ? 1 : 0,
      }),
      table.description
        ? element("extLst", {}, [
            element("ext", { uri: "{504A1905-F514-4f6f-8877-14C23A59335A}", "xmlns:x14": X14 }, [
              element("x14:table", {
                altText: table.description.title,
                altTextSummary: table.description.text,
              }),
            ]),
          ])
        : null,
    ],
  );
}

function columnNode(column: TableColumnDescription): XmlNode {
  const { calculatedFormula, totalsFormula } = column;
  return element(
    "tableColumn",
    {
      ...column.rest,
      id: column.id,
      name: textForFile(column.name).replace(/\n/g, "_x000a_"),
      totalsRowFunction: column.totalsFunction ?? undefined,
      totalsRowLabel: column.totalsLabel === null ? undefined : textForFile(column.totalsLabel),
    },
    [
      calculatedFormula === null
        ? null
        : element("calculatedColumnFormula", {}, [textNode(calculatedFormula)]),
      totalsFormula === null ? null : element("totalsRowFormula", {}, [textNode(totalsFormula)]),
    ],
  );
}
