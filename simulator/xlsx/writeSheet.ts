/** A worksheet → its part. What stood round its cells and is not modelled comes from the part that it was read from. */
import { cellAddress, formatArea, isWholeColumns, type Area } from "../model/address";
import { defaultPrintSetup } from "../model/print";
import type { Rule, Validation } from "../model/rule";
import { type Link, type Sheet, usedArea, WHOLE_SHEET } from "../model/sheet";
import { DEFAULT_HEIGHT } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { formulaForFile } from "./fileText";
import { OFFICE_RELATIONSHIPS } from "../../src/files/openxml/package";
import type { StringTable } from "../../src/files/openxml/strings";
import type { StyleSheet } from "../../src/files/openxml/styles";
import {
  child,
  element,
  localName,
  textNode,
  writeXml,
  XML_DECLARATION,
  type XmlNode,
} from "../../src/files/openxml/xml";
import { writeCells } from "./writeCells";
import { ruleLook } from "./writeRuleLook";

export interface SheetPartNeeds {
  readonly workbook: Workbook;
  readonly styles: StyleSheet;
  readonly strings: StringTable;
  /** Relationship ids of the sheet's parts. */
  readonly links: ReadonlyMap<Link, string>;
  readonly tables: readonly string[];
  readonly drawing: string | null;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** `old` is the frame of the part that the sheet was read from. */
export function writeSheet(sheet: Sheet, old: XmlNode | null, needs: SheetPartNeeds): string {
  const modelled = modelledParts(sheet, old, needs);
  const names = new Set(MODELLED);
  const kept = (old?.children ?? [])
    .filter((node) => !names.has(localName(node)))
    .map((node) =>
      sheet.filterCleared && localName(node) === "autoFilter" ? { ...node, children: [] } : node,
    );
  const all = [...kept, ...modelled].sort(
    (one, other) => ORDER.indexOf(localName(one)) - ORDER.indexOf(localName(other)),
  );
  const root = {
    name: "worksheet",
    attributes: { xmlns: MAIN, "xmlns:r": OFFICE_RELATIONSHIPS, ...old?.attributes },
    children: all,
    text: "",
  };
  const [before, after] = writeXml(root).split("<sheetData/>") as [string, string];
  return `${XML_DECLARATION}${before}<sheetData>${writeCells(sheet, needs.strings)}</sheetData>${after}`;
}

const MODELLED = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetProtection",
  "mergeCells",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "drawing",
  "tableParts",
];

const ORDER = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "customProperties",
  "cellWatches",
  "ignoredErrors",
  "smartTags",
  "drawing",
  "legacyDrawing",
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "AlternateContent",
  "extLst",
];

function modelledParts(sheet: Sheet, old: XmlNode | null, needs: SheetPartNeeds): readonly XmlNode[] {
  const used = usedArea(sheet, WHOLE_SHEET, () => true) ?? { row: 0, column: 0, rows: 1, columns: 1 };
  const parts: (XmlNode | null)[] = [
    sheetProperties(sheet, child(old, "sheetPr")),
    element("dimension", { ref: formatArea(used) }),
    views(sheet, child(old, "sheetViews"), needs.workbook.activeSheet === sheet),
    element("sheetFormatPr", {
      defaultRowHeight: DEFAULT_HEIGHT,
      ...child(old, "sheetFormatPr")?.attributes,
    }),
    columns(sheet),
    element("sheetData"),
    sheet.protection.protected
      ? element("sheetProtection", { ...sheet.protection.attributes, sheet: 1 })
      : null,
    list(
      "mergeCells",
      sheet.merges.map((area) => element("mergeCell", { ref: formatArea(area) })),
    ),
    ...ruleGroups(sheet, needs.styles),
    list(
      "dataValidations",
      sheet.validations.map((validation) => validationNode(validation, sheet)),
    ),
    list(
      "hyperlinks",
      sheet.links.map((link) => linkNode(link, needs)),
      false,
    ),
    printOptions(sheet),
    ...paper(sheet, old),
    headerFooter(sheet),
    needs.drawing === null ? null : element("drawing", { "r:id": needs.drawing }),
    list(
      "tableParts",
      needs.tables.map((id) => element("tablePart", { "r:id": id })),
    ),
  ];
  return parts.filter((part) => part !== null);
}

function list(name: string, nodes: readonly XmlNode[], counted = true): XmlNode | null {
  return nodes.length === 0 ? null : element(name, counted ? { count: nodes.length } : {}, nodes);
}

function sheetProperties(sheet: Sheet, old: XmlNode | undefined): XmlNode {
  const others = (old?.children ?? []).filter(
    (node) => !["tabColor", "pageSetUpPr"].includes(localName(node)),
  );
  const oldColour = child(old, "tabColor");
  const oldSetup = child(old, "pageSetUpPr")?.attributes ?? {};
  const { fitToPage: _fit, ...setup } = oldSetup;
  const themed = oldColour && !oldColour.attributes["rgb"] && sheet.tabColour === "";
  return element("sheetPr", { ...old?.attributes }, [
    themed
      ? oldColour
      : sheet.tabColour === ""
        ? null
        : element("tabColor", { rgb: `FF${sheet.tabColour.slice(1)}` }),
    ...others,
    sheet.print.fit || Object.keys(setup).length > 0
      ? element("pageSetUpPr", { ...setup, fitToPage: sheet.print.fit ? 1 : undefined })
      : null,
  ]);
}

function views(sheet: Sheet, old: XmlNode | undefined, active: boolean): XmlNode {
  const oldView = child(old, "sheetView");
  const {
    showGridLines: _lines,
    showRowColHeaders: _heads,
    tabSelected: _tab,
    topLeftCell: _top,
    workbookViewId = "0",
    ...rest
  } = oldView?.attributes ?? {};
  const { rows, columns: across } = sheet.frozen;
  const frozen = rows > 0 || across > 0;
  const pane = rows > 0 && across > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const selection = {
    activeCell: cellAddress(sheet.selection.row, sheet.selection.column),
    sqref: formatArea(sheet.selection),
  };
  const kept = (oldView?.children ?? []).filter((node) => !["pane", "selection"].includes(localName(node)));
  const view = element(
    "sheetView",
    {
      ...rest,
      showGridLines: sheet.showGridlines ? undefined : 0,
      showRowColHeaders: sheet.showHeadings ? undefined : 0,
      tabSelected: active ? 1 : undefined,
      workbookViewId,
    },
    [
      frozen
        ? element("pane", {
            xSplit: across || undefined,
            ySplit: rows || undefined,
            topLeftCell: cellAddress(rows, across),
            activePane: pane,
            state: "frozen",
          })
        : null,
      element("selection", { pane: frozen ? pane : undefined, ...selection }),
      ...kept,
    ],
  );
  return element("sheetViews", {}, [view, ...(old?.children.slice(1) ?? [])]);
}

function columns(sheet: Sheet): XmlNode | null {
  const runs = sheet.columns.filter(
    (run) => run.width !== null || run.hidden || run.look !== 0 || Object.keys(run.rest).length > 0,
  );
  return list(
    "cols",
    runs.map((run) =>
      element("col", {
        min: run.first + 1,
        max: run.last + 1,
        width: run.width ?? 9.140625,
        style: run.look === 0 ? undefined : run.look,
        hidden: run.hidden ? 1 : undefined,
        customWidth: run.width === null ? undefined : 1,
        ...without(run.rest, "customWidth"),
      }),
    ),
    false,
  );
}

function without(
  attributes: Readonly<Record<string, string>>,
  name: string,
): Readonly<Record<string, string>> {
  const { [name]: _dropped, ...others } = attributes;
  return others;
}

/** Rules of one place stand in one group; the order between them is their priority. */
function ruleGroups(sheet: Sheet, styles: StyleSheet): readonly XmlNode[] {
  const groups = new Map<string, Rule[]>();
  for (const rule of sheet.rules) {
    const place = sqref(rule.areas);
    groups.set(place, [...(groups.get(place) ?? []), rule]);
  }
  const priorities = [...sheet.rules].sort((one, other) => one.priority - other.priority);
  return [...groups].map(([place, rules]) =>
    element(
      "conditionalFormatting",
      { sqref: place },
      rules.map((rule) => ruleNode(rule, priorities.indexOf(rule) + 1, styles, sheet)),
    ),
  );
}

const sqref = (areas: readonly Area[]): string => areas.map(formatForList).join(" ");
const formatForList = (area: Area): string =>
  isWholeColumns(area)
    ? `${cellAddress(0, area.column)}:${cellAddress(1_048_575, area.column + area.columns - 1)}`
    : formatArea(area);

function ruleNode(rule: Rule, priority: number, styles: StyleSheet, sheet: Sheet): XmlNode {
  const first = rule.areas[0]!;
  const untouched = rule.fileLook !== null && rule.look.source !== null;
  const looks =
    rule.look.source !== null ||
    Object.entries(rule.look).some(([key, value]) => key !== "source" && value !== null);
  const dxfId = untouched
    ? rule.fileLook
    : looks
      ? ruleLook(rule.look, styles)
      : (rule.fileLook ?? undefined);
  return element(
    "cfRule",
    { type: rule.kind, dxfId, priority, stopIfTrue: rule.stopIfTrue ? 1 : undefined, ...rule.rest },
    [
      ...rule.formulas.map((formula) =>
        element("formula", {}, [
          textNode(formulaForFile(formula, { sheet, row: first.row, column: first.column })),
        ]),
      ),
      ...rule.children,
    ],
  );
}

function validationNode(validation: Validation, sheet: Sheet): XmlNode {
  const first = validation.areas[0]!;
  const place = { sheet, row: first.row, column: first.column };
  return element(
    "dataValidation",
    {
      type: validation.kind === "none" ? undefined : validation.kind,
      ...validation.attributes,
      sqref: sqref(validation.areas),
    },
    validation.formulas.map((formula, index) =>
      element(`formula${index + 1}`, {}, [textNode(formulaForFile(formula, place))]),
    ),
  );
}

function linkNode(link: Link, needs: SheetPartNeeds): XmlNode {
  return element("hyperlink", {
    ref: formatArea(link.area),
    "r:id": needs.links.get(link),
    location: link.location ?? undefined,
    tooltip: link.tip ?? undefined,
    display: link.display ?? undefined,
  });
}

function printOptions({ print }: Sheet): XmlNode | null {
  const attributes = {
    headings: print.headings ? 1 : undefined,
    gridLines: print.gridlines ? 1 : undefined,
    horizontalCentered: print.centreHorizontally ? 1 : undefined,
    verticalCentered: print.centreVertically ? 1 : undefined,
  };
  return Object.values(attributes).some((value) => value !== undefined)
    ? element("printOptions", attributes)
    : null;
}

/** A sheet whose printing nobody set up says nothing of it. */
function paper(sheet: Sheet, old: XmlNode | null): readonly (XmlNode | null)[] {
  const plain = JSON.stringify(sheet.print) === JSON.stringify(defaultPrintSetup());
  const margins = element("pageMargins", { ...sheet.print.margins });
  return [
    plain && !child(old, "pageMargins") ? null : margins,
    plain && !child(old, "pageSetup") ? null : pageSetup(sheet),
  ];
}

function pageSetup({ print }: Sheet): XmlNode {
  return element("pageSetup", {
    ...print.rest,
    paperSize: print.paper,
    orientation: print.orientation === "Landscape" ? "landscape" : "portrait",
    scale: print.fit || print.scale === 100 ? undefined : print.scale,
    fitToWidth: print.fit ? (print.fit.wide ?? 0) : undefined,
    fitToHeight: print.fit ? (print.fit.tall ?? 0) : undefined,
    blackAndWhite: print.blackAndWhite ? 1 : undefined,
    draft: print.draft ? 1 : undefined,
  });
}

function headerFooter({ print }: Sheet): XmlNode | null {
  const order = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"] as const;
  const texts = order.filter((name) => print.headerFooter[name] !== "");
  if (texts.length === 0 && Object.keys(print.headerFooterRest).length === 0) return null;
  return element(
    "headerFooter",
    print.headerFooterRest,
    texts.map((name) => element(name, {}, [textNode(print.headerFooter[name])])),
  );
}
