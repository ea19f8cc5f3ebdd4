/** A worksheet's part round its cells: views, columns, rules, validation, links, print, protection. */
import { type Area, parseArea } from "../model/address";
import { NO_RULE_LOOK, type Rule, type RuleLook, type Validation } from "../model/rule";
import type { Link, Sheet } from "../model/sheet";
import type { Relationship } from "../../src/files/openxml/package";
import { formulaFromFile } from "./fileText";
import { isOn } from "./readStyles";
import { child, children, descend, localName, textOf, type XmlNode } from "../../src/files/openxml/xml";

export interface SheetSurroundings {
  readonly relationships: readonly Relationship[];
  readonly ruleLooks: readonly RuleLook[];
  newId(): string;
}

export function readSheetFrame(sheet: Sheet, root: XmlNode, around: SheetSurroundings): void {
  readViews(sheet, root);
  readColumns(sheet, root);
  sheet.merges = children(child(root, "mergeCells"), "mergeCell").flatMap(({ attributes }) =>
    areaList(attributes["ref"]),
  );
  sheet.rules = children(root, "conditionalFormatting").flatMap((group) => readRules(group, around));
  sheet.validations = children(child(root, "dataValidations"), "dataValidation").flatMap(readValidation);
  sheet.links = children(child(root, "hyperlinks"), "hyperlink").flatMap((node) =>
    readLink(node, around.relationships),
  );
  readPrint(sheet, root);
  const protection = child(root, "sheetProtection");
  sheet.protection = {
    protected: isOn(protection?.attributes["sheet"]),
    attributes: protection?.attributes ?? {},
  };
}

function areaList(text: string | undefined): readonly Area[] {
  return (text ?? "")
    .split(/\s+/)
    .map((spelling) => parseArea(spelling))
    .filter((area): area is Area => area !== null);
}

function readViews(sheet: Sheet, root: XmlNode): void {
  const colour = descend(root, "sheetPr", "tabColor")?.attributes["rgb"];
  sheet.tabColour = colour ? `#${colour.slice(-6).toUpperCase()}` : "";
  const view = descend(root, "sheetViews", "sheetView");
  const attributes = view?.attributes ?? {};
  sheet.showGridlines = attributes["showGridLines"] !== "0" && attributes["showGridLines"] !== "false";
  sheet.showHeadings = attributes["showRowColHeaders"] !== "0" && attributes["showRowColHeaders"] !== "false";
  const pane = child(view, "pane")?.attributes;
  if (pane && (pane["state"] === "frozen" || pane["state"] === "frozenSplit")) {
    sheet.frozen = { rows: Number(pane["ySplit"] ?? 0), columns: Number(pane["xSplit"] ?? 0) };
  }
  const selections = children(view, "selection");
  const selected = areaList(selections[selections.length - 1]?.attributes["sqref"])[0];
  if (selected) sheet.selection = selected;
  const format = child(root, "sheetFormatPr")?.attributes;
  if (format?.["defaultRowHeight"]) sheet.standardHeight = Number(format["defaultRowHeight"]);
  if (format?.["defaultColWidth"]) sheet.standardWidth = Number(format["defaultColWidth"]);
}

function readColumns(sheet: Sheet, root: XmlNode): void {
  sheet.columns = children(child(root, "cols"), "col").map(({ attributes }) => {
    const { min, max, width, hidden, style, ...rest } = attributes;
    return {
      first: Number(min) - 1,
      last: Number(max) - 1,
      width: width === undefined ? null : Number(width),
      hidden: isOn(hidden),
      look: Number(style ?? 0),
      rest,
    };
  });
}

function readRules(group: XmlNode, { ruleLooks, newId }: SheetSurroundings): readonly Rule[] {
  const areas = areaList(group.attributes["sqref"]);
  if (areas.length === 0) return [];
  return children(group, "cfRule").map((node) => {
    const { type = "expression", priority, stopIfTrue, dxfId, ...rest } = node.attributes;
    const fileLook = dxfId === undefined ? null : Number(dxfId);
    return {
      id: newId(),
      areas,
      priority: Number(priority ?? 1),
      stopIfTrue: isOn(stopIfTrue),
      kind: type,
      formulas: children(node, "formula").map((formula) => formulaFromFile(textOf(formula), null)),
      look: (fileLook === null ? undefined : ruleLooks[fileLook]) ?? NO_RULE_LOOK,
      rest,
      children: node.children.filter((inner) => localName(inner) !== "formula"),
      fileLook,
    };
  });
}

function readValidation(node: XmlNode): readonly Validation[] {
  const { type = "none", sqref, ...attributes } = node.attributes;
  const areas = areaList(sqref);
  if (areas.length === 0) return [];
  const formulas = [...children(node, "formula1"), ...children(node, "formula2")].map((formula) =>
    formulaFromFile(textOf(formula), null),
  );
  return [{ areas, kind: type, formulas, attributes }];
}

function readLink(node: XmlNode, relationships: readonly Relationship[]): readonly Link[] {
  const { ref, location, display, tooltip } = node.attributes;
  const id = Object.entries(node.attributes).find(([name]) => name.endsWith(":id"))?.[1];
  const address = relationships.find((relationship) => relationship.id === id)?.target ?? null;
  return areaList(ref).map((area) => ({
    area,
    location: location ?? null,
    address,
    display: display ?? null,
    tip: tooltip ?? null,
  }));
}

function readPrint(sheet: Sheet, root: XmlNode): void {
  const { print } = sheet;
  const margins = child(root, "pageMargins")?.attributes;
  const inches = (key: keyof typeof print.margins): number => Number(margins?.[key] ?? print.margins[key]);
  print.margins = {
    left: inches("left"),
    right: inches("right"),
    top: inches("top"),
    bottom: inches("bottom"),
    header: inches("header"),
    footer: inches("footer"),
  };
  const { orientation, paperSize, scale, fitToWidth, fitToHeight, blackAndWhite, draft, ...rest } =
    child(root, "pageSetup")?.attributes ?? {};
  print.orientation = orientation === "landscape" ? "Landscape" : "Portrait";
  if (paperSize) print.paper = Number(paperSize);
  print.scale = Number(scale ?? 100);
  const fits = isOn(descend(root, "sheetPr", "pageSetUpPr")?.attributes["fitToPage"]);
  const pages = (count: string | undefined): number | null => (count === "0" ? null : Number(count ?? 1));
  print.fit = fits ? { wide: pages(fitToWidth), tall: pages(fitToHeight) } : null;
  print.blackAndWhite = isOn(blackAndWhite);
  print.draft = isOn(draft);
  print.rest = rest;
  const options = child(root, "printOptions")?.attributes ?? {};
  print.centreHorizontally = isOn(options["horizontalCentered"]);
  print.centreVertically = isOn(options["verticalCentered"]);
  print.gridlines = isOn(options["gridLines"]);
  print.headings = isOn(options["headings"]);
  const texts = child(root, "headerFooter");
  print.headerFooterRest = texts?.attributes ?? {};
  const text = (name: string): string => textOf(child(texts, name));
  print.headerFooter = {
    oddHeader: text("oddHeader"),
    oddFooter: text("oddFooter"),
    evenHeader: text("evenHeader"),
    evenFooter: text("evenFooter"),
    firstHeader: text("firstHeader"),
    firstFooter: text("firstFooter"),
  };
}
