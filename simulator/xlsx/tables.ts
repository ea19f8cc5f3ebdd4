/** xl/tables/table#.xml ↔ tables. */
import { formatArea, parseArea } from "../model/address";
import { cellAt, type Sheet } from "../model/sheet";
import { bodyArea, type Table, type TableColumn, totalsArea } from "../model/table";
import { formulaForFile, formulaFromFile } from "./fileText";
import { textFromFile } from "../../src/files/openxml/text";
import { isOn } from "./readStyles";
import { type TableColumnDescription, tablePart } from "../../src/files/openxml/table";
import { child, children, textOf, type XmlNode } from "../../src/files/openxml/xml";

export function readTable(root: XmlNode, part: string): Table | null {
  const {
    id,
    name,
    displayName,
    ref,
    totalsRowCount,
    headerRowCount,
    totalsRowShown: _shown,
    ...rest
  } = root.attributes;
  const area = parseArea(ref ?? "");
  if (!area) return null;
  const style = child(root, "tableStyleInfo")?.attributes ?? {};
  const filter = child(root, "autoFilter");
  const ownName = displayName ?? name ?? "";
  return {
    id: Number(id),
    name: ownName,
    area,
    columns: children(child(root, "tableColumns"), "tableColumn").map((node) => readColumn(node, ownName)),
    showHeaders: headerRowCount !== "0",
    showTotals: Number(totalsRowCount ?? 0) > 0,
    showFilterButton: filter !== undefined,
    style: style["name"] ?? "",
    showBandedRows: isOn(style["showRowStripes"]),
    showBandedColumns: isOn(style["showColumnStripes"]),
    highlightFirstColumn: isOn(style["showFirstColumn"]),
    highlightLastColumn: isOn(style["showLastColumn"]),
    filter: filter?.children ?? [],
    sort: child(root, "sortState") ?? null,
    rest: Object.fromEntries(Object.entries(rest).filter(([key]) => !key.includes(":") && key !== "xmlns")),
    part,
    touched: false,
  };
}

function readColumn(node: XmlNode, table: string): TableColumn {
  const { id, name, totalsRowFunction, totalsRowLabel, ...rest } = node.attributes;
  const formula = child(node, "calculatedColumnFormula");
  const total = child(node, "totalsRowFormula");
  return {
    id: Number(id),
    name: textFromFile(name ?? ""),
    totalsFunction:
      totalsRowFunction === undefined || totalsRowFunction === "none" ? null : totalsRowFunction,
    totalsLabel: totalsRowLabel === undefined ? null : textFromFile(totalsRowLabel),
    calculatedFormula: formula ? formulaFromFile(textOf(formula), table) : null,
    rest: {
      ...Object.fromEntries(Object.entries(rest).filter(([key]) => !key.includes(":"))),
      ...(total ? { totalsFormula: formulaFromFile(textOf(total), table) } : {}),
    },
  };
}

export function writeTable(sheet: Sheet, table: Table): XmlNode {
  const filterArea = { ...table.area, rows: table.area.rows - (table.showTotals ? 1 : 0) };
  return tablePart({
    ...table,
    ref: formatArea(table.area),
    filter:
      table.showFilterButton && table.showHeaders
        ? { ref: formatArea(filterArea), filters: table.filter }
        : null,
    columns: table.columns.map((column, index) => describeColumn(sheet, table, column, index)),
    bandedRows: table.showBandedRows,
    bandedColumns: table.showBandedColumns,
    description: null,
  });
}

/** The totals row's cells say what each column's total is: a label, a formula, or nothing. */
function describeColumn(
  sheet: Sheet,
  table: Table,
  column: TableColumn,
  index: number,
): TableColumnDescription {
  const { totalsFormula: kept, ...rest } = column.rest;
  const totals = totalsArea(table);
  const cell = totals ? cellAt(sheet, totals.row, totals.column + index) : undefined;
  const formula = cell?.formula ?? null;
  const standard = formula === null ? null : standardFunction(formula, table, column);
  const custom = formula !== null && standard === null;
  const label = typeof cell?.value === "string" && formula === null ? cell.value : null;
  const body = bodyArea(table);
  const place = { sheet, row: body.row, column: body.column + index };
  return {
    id: column.id,
    name: column.name,
    totalsFunction: !totals ? column.totalsFunction : custom ? "custom" : standard,
    totalsLabel: totals ? label : column.totalsLabel,
    calculatedFormula:
      column.calculatedFormula === null ? null : formulaForFile(column.calculatedFormula, place),
    totalsFormula: custom
      ? formulaForFile(formula, { ...place, row: totals!.row })
      : !totals && column.totalsFunction === "custom" && kept !== undefined
        ? formulaForFile(kept, place)
        : null,
    rest,
  };
}

const STANDARD: Readonly<Record<string, string>> = {
  101: "average",
  102: "countNums",
  103: "count",
  104: "max",
  105: "min",
  107: "stdDev",
  109: "sum",
  110: "var",
};

/** SUBTOTAL(109,Table[Column]) of the column itself is Excel's "sum". */
function standardFunction(formula: string, table: Table, column: TableColumn): string | null {
  const match = /^SUBTOTAL\((\d+),(\w*)\[(.*)\]\)$/i.exec(formula);
  if (!match || (match[2] !== "" && match[2]!.toLowerCase() !== table.name.toLowerCase())) return null;
  return match[3]!.replace(/'(.)/g, "$1").toLowerCase() === column.name.toLowerCase()
    ? (STANDARD[match[1]!] ?? null)
    : null;
}
