/** Fixed pages → an .xlsx without formulas, rules or names of its own: native tables and charts, ready to print. */
import { areasOf } from "../../pages/layout/paper";
import { describeLineChart } from "../lineChart";
import { monthLabelCells } from "./chartCells";
import { chartPart } from "../openxml/chartPart";
import { addProperties, type FileProperties } from "../openxml/documentProperties";
import { CHART_TYPE, chartAnchor, drawingPart, DRAWING_TYPE } from "../openxml/drawing";
import { createLookTable } from "../openxml/looks";
import {
  newPackage,
  OFFICE_RELATIONSHIPS,
  type Package,
  type Relationship,
  setContentType,
  writePart,
  writeRelationships,
  writeText,
} from "../openxml/package";
import { extendStrings } from "../openxml/strings";
import { extendStyles } from "../openxml/styles";
import { tablePart } from "../openxml/table";
import { theme, THEME_TYPE } from "../openxml/theme";
import { element, parseXml, textNode, type XmlNode } from "../openxml/xml";
import { packageBytes } from "../openxml/zip";
import { address, onSheet } from "../../pages/references";
import { lookOf } from "./cellLooks";
import { cellGrid } from "./cellGrid";
import type { FixedSheet, FixedTable } from "./fixedSheet";
import { sheetPart } from "./sheetPart";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/** Excel's plainest: the looks of pages/look.ts come over it. */
const TABLE_STYLE = "TableStyleLight1";

export interface FixedWorkbook {
  readonly properties: Omit<FileProperties, "application">;
  /** The first is the one that is seen first. */
  readonly sheets: readonly FixedSheet[];
}

export function writeWorkbook({ properties, sheets }: FixedWorkbook): Uint8Array {
  const target = newPackage();
  const looks = createLookTable();
  const strings = extendStrings(null);
  const part = counter(target);
  const relationships = sheets.map((sheet, i): Relationship => {
    const own: Relationship[] = [];
    const add = (type: string, to: string): string => {
      const id = `rId${own.length + 1}`;
      own.push({ id, type, target: to, external: false });
      return id;
    };
    const tables = sheet.tables.map((table) => add("table", writeTable(target, table, part)));
    const drawing = sheet.charts.length === 0 ? null : add("drawing", writeDrawing(target, sheet, part));
    const name = part("xl/worksheets/sheet#.xml", `${SPREADSHEET}.worksheet+xml`).name;
    const text = sheetPart(sheet, {
      grid: cellGrid(sheet),
      strings,
      lookOf: (cell) => looks.indexOf(lookOf(cell.format, sheet.verticalAlign)),
      isFirst: i === 0,
      drawing,
      tables,
    });
    writeText(target, name, text);
    writeRelationships(target, name, own);
    return { id: `rId${i + 1}`, type: "worksheet", target: name, external: false };
  });
  const ownParts = [
    sharedPart(target, "styles", "xl/styles.xml", `${SPREADSHEET}.styles+xml`),
    sharedPart(target, "theme", "xl/theme/theme1.xml", THEME_TYPE),
    sharedPart(target, "sharedStrings", "xl/sharedStrings.xml", `${SPREADSHEET}.sharedStrings+xml`),
  ].map((each, i) => ({ ...each, id: `rId${sheets.length + 1 + i}` }));
  writePart(target, "xl/styles.xml", extendStyles(parseXml(PLAIN_STYLES), looks).root());
  writePart(target, "xl/theme/theme1.xml", theme());
  writeText(target, "xl/sharedStrings.xml", strings.xml() ?? NO_STRINGS);
  setContentType(target, "xl/workbook.xml", `${SPREADSHEET}.sheet.main+xml`);
  writePart(target, "xl/workbook.xml", workbookPart(sheets));
  writeRelationships(target, "xl/workbook.xml", [...relationships, ...ownParts]);
  writeRelationships(target, "", [
    { id: "rId1", type: "officeDocument", target: "xl/workbook.xml", external: false },
    ...addProperties(target, { ...properties, application: "Microsoft Excel" }),
  ]);
  return packageBytes(target);
}

const NO_STRINGS = `<sst xmlns="${MAIN}"/>`;

const PLAIN_STYLES =
  `<styleSheet xmlns="${MAIN}">` +
  '<fonts><font><sz val="11"/><color theme="1"/><name val="Calibri"/></font></fonts>' +
  '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>" +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '<dxfs count="0"/></styleSheet>';

interface NewPart {
  readonly name: string;
  readonly number: number;
}
type NewParts = (pattern: string, type: string) => NewPart;

function counter(target: Package): NewParts {
  const counts = new Map<string, number>();
  return (pattern, type) => {
    const number = (counts.get(pattern) ?? 0) + 1;
    counts.set(pattern, number);
    const name = pattern.replace("#", String(number));
    setContentType(target, name, type);
    return { name, number };
  };
}

function sharedPart(
  target: Package,
  type: string,
  name: string,
  contentType: string,
): Omit<Relationship, "id"> {
  setContentType(target, name, contentType);
  return { type, target: name, external: false };
}

function writeTable(target: Package, table: FixedTable, part: NewParts): string {
  const { name, number } = part("xl/tables/table#.xml", `${SPREADSHEET}.table+xml`);
  const lastColumn = table.column + table.headings.length - 1;
  const place = (rows: number): string =>
    `${address(table.row, table.column)}:${address(table.row + rows, lastColumn)}`;
  const rows = table.rows.length;
  writePart(
    target,
    name,
    tablePart({
      id: number,
      name: table.name,
      ref: place(rows + (table.total ? 1 : 0)),
      showHeaders: true,
      showTotals: table.total !== null,
      filter: table.showFilter ? { ref: place(rows), filters: [] } : null,
      sort: null,
      columns: table.headings.map((heading, i) => {
        const total = table.total?.[i];
        return {
          id: i + 1,
          name: heading,
          totalsFunction: null,
          totalsLabel: typeof total === "string" ? total : null,
          calculatedFormula: null,
          totalsFormula: null,
          rest: {},
        };
      }),
      style: TABLE_STYLE,
      highlightFirstColumn: false,
      highlightLastColumn: false,
      bandedRows: false,
      bandedColumns: false,
      description: table.description,
      rest: {},
    }),
  );
  return name;
}

function writeDrawing(target: Package, sheet: FixedSheet, part: NewParts): string {
  const { name } = part("xl/drawings/drawing#.xml", DRAWING_TYPE);
  const relationships: Relationship[] = [];
  const anchors = sheet.charts.flatMap((chart, i) => {
    const table = sheet.tables.find((each) => each.name === chart.table);
    if (!table) return [];
    const chartName = part("xl/charts/chart#.xml", CHART_TYPE).name;
    writePart(target, chartName, chartPart(describeLineChart(chart, monthLabelCells(table, sheet.name))));
    const id = `rId${i + 1}`;
    relationships.push({ id, type: "chart", target: chartName, external: false });
    const corner = (row: number, column: number) => ({ row, column, rowOffset: 0, columnOffset: 0 });
    return [
      chartAnchor({
        from: corner(chart.top, chart.left),
        to: corner(chart.bottom + 1, chart.right + 1),
        id: i + 2,
        name: chart.name,
        description: chartInWords(chart.title, table),
        relationship: id,
      }),
    ];
  });
  writePart(target, name, drawingPart(anchors));
  writeRelationships(target, name, relationships);
  return name;
}

/** "Line chart of 13 months: % of CIN visits …; the figures stand in the table Figures of chart 1." */
function chartInWords(title: string, table: FixedTable): string {
  return `Line chart of ${table.rows.length} months: ${title}. Its figures are in the table “${table.description.title}”.`;
}

function workbookPart(sheets: readonly FixedSheet[]): XmlNode {
  return element("workbook", { xmlns: MAIN, "xmlns:r": OFFICE_RELATIONSHIPS }, [
    element("workbookPr"),
    element("bookViews", {}, [element("workbookView", { activeTab: 0 })]),
    element(
      "sheets",
      {},
      sheets.map((sheet, i) => element("sheet", { name: sheet.name, sheetId: i + 1, "r:id": `rId${i + 1}` })),
    ),
    element("definedNames", {}, printNames(sheets)),
  ]);
}

/** What prints, and the headings on each sheet of paper: the only names, each of its own sheet. */
function printNames(sheets: readonly FixedSheet[]): readonly XmlNode[] {
  const name = (kind: string, at: number, text: string): XmlNode =>
    element("definedName", { name: `_xlnm.Print_${kind}`, localSheetId: at }, [textNode(text)]);
  return [
    ...sheets.map(({ name: sheet, print }, i) =>
      name(
        "Area",
        i,
        areasOf(print)
          .map(
            ({ row, column, rows, columns }) =>
              `${onSheet(sheet)}${absolute(row, column)}:${absolute(row + rows - 1, column + columns - 1)}`,
          )
          .join(","),
      ),
    ),
    ...sheets.flatMap(({ name: sheet, print }, i) =>
      print.titleRows === null
        ? []
        : [name("Titles", i, `${onSheet(sheet)}$${print.titleRows[0] + 1}:$${print.titleRows[1] + 1}`)],
    ),
  ];
}

function absolute(row: number, column: number): string {
  return address(row, column).replace(/^([A-Z]+)/, "$$$1$$");
}
