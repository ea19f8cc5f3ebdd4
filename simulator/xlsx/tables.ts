/** xl/tables/table#.xml ↔ tables. */
import { formatArea, parseArea } from "../model/address";
import { cellAt, type Sheet } from "../model/sheet";
import { bodyArea, type Table, type TableColumn, totalsArea } from "../model/table";
import { formulaForFile, formulaFromFile, textForFile, textFromFile } from "./fileText";
import { isOn } from "./readStyles";
import { child, children, element, textNode, textOf, type XmlNode } from "./xml";

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
  return element(
    "table",
    {
      xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      ...table.rest,
      id: table.id,
      name: table.name,
      displayName: table.name,
      ref: formatArea(table.area),
      headerRowCount: table.showHeaders ? undefined : 0,
      totalsRowCount: table.showTotals ? 1 : undefined,
      totalsRowShown: table.showTotals ? undefined : 0,
    },
    [
      table.showFilterButton && table.showHeaders
        ? element("autoFilter", { ref: formatArea(filterArea) }, table.filter)
        : null,
      table.sort,
      element(
        "tableColumns",
        { count: table.columns.length },
        table.columns.map((column, index) => writeColumn(sheet, table, column, index)),
      ),
      element("tableStyleInfo", {
        name: table.style === "" ? undefined : table.style,
        showFirstColumn: table.highlightFirstColumn ? 1 : 0,
        showLastColumn: table.highlightLastColumn ? 1 : 0,
        showRowStripes: table.showBandedRows ? 1 : 0,
        showColumnStripes: table.showBandedColumns ? 1 : 0,
      }),
    ],
  );
}

/** The totals row's cells say what each column's total is: a label, a formula, or nothing. */
function writeColumn(sheet: Sheet, table: Table, column: TableColumn, index: number): XmlNode {
  const { totalsFormula: _kept, ...rest } = column.rest;
  const totals = totalsArea(table);
  const cell = totals ? cellAt(sheet, totals.row, totals.column + index) : undefined;
  const formula = cell?.formula ?? null;
  const standard = formula === null ? null : standardFunction(formula, table, column);
  const custom = formula !== null && standard === null;
  const label = totals
    ? typeof cell?.value === "string" && formula === null
      ? cell.value
      : undefined
    : (column.totalsLabel ?? undefined);
  const body = bodyArea(table);
  const place = { sheet, row: body.row, column: body.column + index };
  return element(
    "tableColumn",
    {
      ...rest,
      id: column.id,
      name: textForFile(column.name).replace(/\n/g, "_x000a_"),
      totalsRowFunction: totals
        ? custom
          ? "custom"
          : (standard ?? undefined)
        : (column.totalsFunction ?? undefined),
      totalsRowLabel: label === undefined ? undefined : textForFile(label),
    },
    [
      column.calculatedFormula === null
        ? null
        : element("calculatedColumnFormula", {}, [textNode(formulaForFile(column.calculatedFormula, place))]),
      custom
        ? element("totalsRowFormula", {}, [textNode(formulaForFile(formula, { ...place, row: totals!.row }))])
        : null,
      !totals && column.totalsFunction === "custom" && _kept !== undefined
        ? element("totalsRowFormula", {}, [textNode(formulaForFile(_kept, place))])
        : null,
    ],
  );
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
