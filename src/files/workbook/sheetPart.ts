/** A fixed page → xl/worksheets/sheet#.xml. */
import type { FixedSheet } from "./fixedSheet";
import type { CellGrid, GridCell } from "./cellGrid";
import { address } from "../../pages/references";
import type { StringTable } from "../openxml/strings";
import { element, textNode, writeXml, XML_DECLARATION, type XmlNode } from "../openxml/xml";
import { OFFICE_RELATIONSHIPS } from "../openxml/package";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/** Pixels of padding in a column, in characters of seven. */
const PADDING = 5 / 7;
const DEFAULT_HEIGHT = 15;

export interface SheetPartNeeds {
  readonly grid: CellGrid;
  readonly strings: StringTable;
  /** The number of a cell's look. */
  readonly lookOf: (cell: GridCell) => number;
  readonly isFirst: boolean;
  /** Relationship ids of the sheet's parts. */
  readonly drawing: string | null;
  readonly tables: readonly string[];
}

export function sheetPart(sheet: FixedSheet, needs: SheetPartNeeds): string {
  const { print } = sheet;
  const root = element("worksheet", { xmlns: MAIN, "xmlns:r": OFFICE_RELATIONSHIPS }, [
    element("sheetPr", {}, [
      sheet.tabColour === null ? null : element("tabColor", { rgb: `FF${sheet.tabColour.slice(1)}` }),
      element("pageSetUpPr", { fitToPage: 1 }),
    ]),
    element("dimension", { ref: `A1:${address(print.lastRow, print.lastColumn)}` }),
    view(sheet, needs.isFirst),
    element("sheetFormatPr", { defaultRowHeight: DEFAULT_HEIGHT }),
    columns(sheet),
    element("sheetData"),
    links(sheet),
    element("printOptions", { horizontalCentered: 1 }),
    element("pageMargins", {
      left: 0.5,
      right: 0.5,
      top: 0.5,
      bottom: 48 / 72,
      header: 0.3,
      footer: 24 / 72,
    }),
    element("pageSetup", {
      paperSize: A4,
      orientation: print.orientation,
      fitToWidth: 1,
      fitToHeight: print.pagesTall ?? 0,
    }),
    element("headerFooter", {}, [element("oddFooter", {}, [textNode(footer(print.footer))])]),
    needs.drawing === null ? null : element("drawing", { "r:id": needs.drawing }),
    needs.tables.length === 0
      ? null
      : element(
          "tableParts",
          { count: needs.tables.length },
          needs.tables.map((id) => element("tablePart", { "r:id": id })),
        ),
  ]);
  const [before = "", after = ""] = writeXml(root).split("<sheetData/>");
  return `${XML_DECLARATION}${before}<sheetData>${rows(sheet, needs)}</sheetData>${after}`;
}

const A4 = 9;
const FOOTER_FONT = '&"Arial,Regular"&9';

/** In a footer "&" begins a code; Excel takes 255 letters. */
function footer(text: string): string {
  return `&L${FOOTER_FONT}${text.slice(0, 150).replaceAll("&", "&&")}&R${FOOTER_FONT}Page &P of &N`;
}

/** Opened at A1, on the first sheet. */
function view({ frozenRows }: FixedSheet, isFirst: boolean): XmlNode {
  const frozen = frozenRows > 0;
  return element("sheetViews", {}, [
    element("sheetView", { showGridLines: 0, tabSelected: isFirst ? 1 : undefined, workbookViewId: 0 }, [
      frozen
        ? element("pane", {
            ySplit: frozenRows,
            topLeftCell: address(frozenRows, 0),
            activePane: "bottomLeft",
            state: "frozen",
          })
        : null,
      element("selection", { pane: frozen ? "bottomLeft" : undefined, activeCell: "A1", sqref: "A1" }),
    ]),
  ]);
}

function columns({ columnWidths }: FixedSheet): XmlNode | null {
  const widths = Object.entries(columnWidths).map(([column, width]) => [Number(column), width] as const);
  if (widths.length === 0) return null;
  return element(
    "cols",
    {},
    widths
      .sort(([one], [other]) => one - other)
      .map(([column, width]) =>
        element("col", { min: column + 1, max: column + 1, width: width + PADDING, customWidth: 1 }),
      ),
  );
}

function rows(sheet: FixedSheet, { grid, strings, lookOf }: SheetPartNeeds): string {
  const { rowHeights = {}, rowHeight, print } = sheet;
  const lines: string[] = [];
  for (let row = 0; row <= print.lastRow; row++) {
    const height = rowHeights[row] ?? rowHeight;
    const cells = [...(grid.get(row) ?? [])].sort(([one], [other]) => one - other);
    const size = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
    const written = cells.map(([column, cell]) =>
      cellMarkup(address(row, column), cell, strings, lookOf(cell)),
    );
    lines.push(`<row r="${row + 1}"${size}>${written.join("")}</row>`);
  }
  return lines.join("");
}

function cellMarkup(place: string, { content }: GridCell, strings: StringTable, look: number): string {
  if (content === null || content === "") return `<c r="${place}" s="${look}"/>`;
  return typeof content === "number"
    ? `<c r="${place}" s="${look}"><v>${content}</v></c>`
    : `<c r="${place}" s="${look}" t="s"><v>${strings.indexOf(content)}</v></c>`;
}

function links({ links: planned }: FixedSheet): XmlNode | null {
  if (planned.length === 0) return null;
  return element(
    "hyperlinks",
    {},
    planned.map(({ row, column, sheet, cell, tip, text }) =>
      element("hyperlink", {
        ref: address(row, column),
        location: `'${sheet.replaceAll("'", "''")}'!${cell}`,
        tooltip: tip,
        display: text,
      }),
    ),
  );
}
