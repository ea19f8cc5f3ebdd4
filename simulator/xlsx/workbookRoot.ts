/** xl/workbook.xml: sheets in their order, names, views, calculation. */
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { formulaForFile } from "./fileText";
import type { Relationship } from "../../src/files/openxml/package";
import { child, children, element, localName, textNode, type XmlNode } from "../../src/files/openxml/xml";

export function workbookRoot(
  workbook: Workbook,
  old: XmlNode,
  parts: ReadonlyMap<Sheet, string>,
  relationships: readonly Relationship[],
): XmlNode {
  const entries = children(child(old, "sheets"), "sheet");
  const idOf = (part: string): string => relationships.find(({ target }) => target === part)!.id;
  const relationOf = (entry: XmlNode): string | undefined =>
    Object.entries(entry.attributes).find(([name]) => name.endsWith(":id"))?.[1];
  let nextSheetId = Math.max(0, ...entries.map(({ attributes }) => Number(attributes["sheetId"]))) + 1;
  const ours = workbook.sheets.map((sheet) => {
    const id = idOf(parts.get(sheet)!);
    const known = entries.find((entry) => relationOf(entry) === id);
    return element("sheet", {
      name: sheet.name,
      sheetId: known?.attributes["sheetId"] ?? nextSheetId++,
      state: { Visible: undefined, Hidden: "hidden", VeryHidden: "veryHidden" }[sheet.visibility],
      "r:id": id,
    });
  });
  const names = definedNames(workbook);
  const replaced: Readonly<Record<string, XmlNode | null>> = {
    workbookPr: element("workbookPr", {
      ...child(old, "workbookPr")?.attributes,
      date1904: workbook.date1904 ? 1 : undefined,
    }),
    workbookProtection: structureLock(workbook, child(old, "workbookProtection")),
    bookViews: bookViews(workbook, child(old, "bookViews")),
    sheets: element("sheets", {}, ours),
    definedNames: names.length === 0 ? null : element("definedNames", {}, names),
    calcPr: calculation(workbook, child(old, "calcPr")),
  };
  const kept = old.children.filter((node) => !(localName(node) in replaced));
  const all = [...kept, ...Object.values(replaced).filter((node) => node !== null)];
  const attributes = {
    ...old.attributes,
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  };
  return {
    ...old,
    attributes,
    children: all.sort((one, other) => ORDER.indexOf(localName(one)) - ORDER.indexOf(localName(other))),
  };
}

const ORDER = [
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "AlternateContent",
  "revisionPtr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
  "calcPr",
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
];

function structureLock(workbook: Workbook, old: XmlNode | undefined): XmlNode | null {
  if (!workbook.structureLocked) return null;
  return old ?? element("workbookProtection", { lockStructure: 1 });
}

function bookViews(workbook: Workbook, old: XmlNode | undefined): XmlNode {
  const view = child(old, "workbookView");
  const { firstSheet: _first, ...rest } = view?.attributes ?? {};
  const active = workbook.sheets.indexOf(workbook.activeSheet);
  return element("bookViews", {}, [
    element("workbookView", { ...rest, activeTab: active > 0 ? active : undefined }, view?.children ?? []),
    ...(old?.children.slice(1) ?? []),
  ]);
}

function calculation(workbook: Workbook, old: XmlNode | undefined): XmlNode | null {
  const mode = { Automatic: undefined, AutomaticExceptTables: "autoNoTable", Manual: "manual" }[
    workbook.calculationMode
  ];
  const { calcMode: _mode, ...rest } = old?.attributes ?? {};
  return old || mode ? element("calcPr", { ...rest, calcMode: mode }) : null;
}

function definedNames(workbook: Workbook): readonly XmlNode[] {
  return [...workbook.names]
    .map((name) => {
      const local =
        name.scope === null ? undefined : workbook.sheets.findIndex((sheet) => sheet.id === name.scope);
      return element(
        "definedName",
        {
          name: name.name,
          comment: name.comment === "" ? undefined : name.comment,
          localSheetId: local,
          hidden: name.visible ? undefined : 1,
          ...name.rest,
        },
        [textNode(formulaForFile(name.formula, null))],
      );
    })
    .sort((one, other) =>
      one.attributes["name"]!.toLowerCase().localeCompare(other.attributes["name"]!.toLowerCase(), "en"),
    );
}
