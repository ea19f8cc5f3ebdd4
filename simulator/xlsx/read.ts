/** An .xlsx → a workbook. What the host does not model stays in the package and is written back from it. */
import { createLookTable } from "../../src/files/openxml/looks";
import type { Visibility } from "../model/sheet";
import {
  createSheet,
  createSheetWithoutCells,
  emptyWorkbook,
  newId,
  OFFICE_THEME,
  type Workbook,
} from "../model/workbook";
import { readCharts } from "./drawings";
import { formulaFromFile } from "./fileText";
import {
  decodeXml,
  type Package,
  readPart,
  readRelationships,
  readText,
  type Relationship,
} from "../../src/files/openxml/package";
import { readProperties } from "./properties";
import { cutSheetData, readCells } from "./readCells";
import { readSheetFrame } from "./readSheet";
import { type FileStyles, isOn, readStyles } from "./readStyles";
import { isSettings, readSettings } from "./settingsPart";
import { type FileStrings, readStrings } from "../../src/files/openxml/strings";
import { readTable } from "./tables";
import { UnreadableWorkbook } from "./unreadable";
import { child, children, descend, parseXml, textOf, type XmlNode } from "../../src/files/openxml/xml";
import { readPackage } from "./zip";

/** Throws UnreadableWorkbook where the bytes are no .xlsx, or a damaged or protected one. */
export async function readXlsx(bytes: Uint8Array): Promise<Workbook> {
  const source = await readPackage(bytes);
  try {
    return readWorkbook(source);
  } catch (fault) {
    if (fault instanceof UnreadableWorkbook) throw fault;
    throw new UnreadableWorkbook("The file is damaged: a part of the workbook cannot be read.", {
      cause: fault,
    });
  }
}

/** The part that the package's own relationships call the workbook. */
export function workbookPart(source: Package): string {
  const found = readRelationships(source, "").find(({ type }) => type === "officeDocument");
  if (!found || !source.parts.has(found.target))
    throw new UnreadableWorkbook("The file is not an Excel workbook (.xlsx).");
  return found.target;
}

function readWorkbook(source: Package): Workbook {
  plainPrefixes(source);
  const part = workbookPart(source);
  const root = readPart(source, part)!;
  if (!child(root, "sheets")) throw new UnreadableWorkbook("The file is not an Excel workbook (.xlsx).");
  const relationships = readRelationships(source, part);
  const partOf = (type: string): string | null =>
    relationships.find((each) => each.type === type)?.target ?? null;
  const workbook = emptyWorkbook();
  workbook.source = source;
  workbook.date1904 = isOn(child(root, "workbookPr")?.attributes["date1904"]);
  workbook.structureLocked = isOn(child(root, "workbookProtection")?.attributes["lockStructure"]);
  const mode = child(root, "calcPr")?.attributes["calcMode"];
  workbook.calculationMode =
    mode === "manual" ? "Manual" : mode === "autoNoTable" ? "AutomaticExceptTables" : "Automatic";
  readTheme(workbook, partOf("theme") === null ? null : readPart(source, partOf("theme")!));
  const styles = readStyles(partOf("styles") === null ? null : readPart(source, partOf("styles")!));
  workbook.looks = createLookTable(styles.looks);
  workbook.styles = [...styles.styles];
  const strings = readStrings(
    partOf("sharedStrings") === null ? null : readText(source, partOf("sharedStrings")!),
  );
  for (const node of children(child(root, "sheets"), "sheet"))
    readSheet(workbook, source, node, relationships, styles, strings);
  if (!workbook.sheets.some(({ hasCells }) => hasCells))
    throw new UnreadableWorkbook("The workbook has no worksheet.");
  const view = descend(root, "bookViews", "workbookView");
  const active = children(child(root, "sheets"), "sheet")[Number(view?.attributes["activeTab"] ?? 0)]
    ?.attributes["name"];
  workbook.activeSheet =
    workbook.sheets.find((sheet) => sheet.name === active) ??
    workbook.sheets.find((sheet) => sheet.visibility === "Visible") ??
    workbook.sheets[0]!;
  readNames(workbook, root);
  readOwnParts(workbook, source, relationships);
  return workbook;
}

const VISIBILITY: Readonly<Record<string, Visibility>> = { hidden: "Hidden", veryHidden: "VeryHidden" };

function readSheet(
  workbook: Workbook,
  source: Package,
  node: XmlNode,
  relationships: readonly Relationship[],
  styles: FileStyles,
  strings: FileStrings,
): void {
  const id = Object.entries(node.attributes).find(([name]) => name.endsWith(":id"))?.[1];
  const relationship = relationships.find((each) => each.id === id);
  const name = node.attributes["name"] ?? "";
  if (!relationship) return;
  const visibility = VISIBILITY[node.attributes["state"] ?? ""] ?? "Visible";
  if (relationship.type !== "worksheet") {
    workbook.sheets.push({ ...createSheetWithoutCells(workbook, name, relationship.target), visibility });
    return;
  }
  const xml = readText(source, relationship.target);
  if (xml === null) throw new UnreadableWorkbook("The file is damaged: a sheet of the workbook is missing.");
  const sheet = createSheet(workbook, name, relationship.target);
  sheet.visibility = visibility;
  workbook.sheets.push(sheet);
  const own = readRelationships(source, relationship.target);
  sheet.tables = own
    .filter(({ type }) => type === "table")
    .flatMap(({ target }) => {
      const tableRoot = readPart(source, target);
      const table = tableRoot && readTable(tableRoot, target);
      return table ? [table] : [];
    });
  const { frame, cells } = cutSheetData(xml);
  readSheetFrame(sheet, parseXml(frame), {
    relationships: own,
    ruleLooks: styles.ruleLooks,
    newId: () => newId(workbook),
  });
  readCells(cells, sheet, strings);
  const drawing = own.find(({ type }) => type === "drawing");
  if (drawing) sheet.charts = readCharts(source, drawing.target, sheet, () => newId(workbook));
}

function readTheme(workbook: Workbook, theme: XmlNode | null): void {
  const scheme = descend(theme, "themeElements", "clrScheme");
  if (!scheme) return;
  const colours = scheme.children.map(
    (entry) => entry.children[0]?.attributes["lastClr"] ?? entry.children[0]?.attributes["val"] ?? "000000",
  );
  // The file counts light before dark; the theme lists dark before light.
  const [dark1, light1, dark2, light2, ...others] = colours;
  workbook.themeColours = [light1, dark1, light2, dark2, ...others].map(
    (colour, index) => colour ?? OFFICE_THEME[index]!,
  );
}

function readNames(workbook: Workbook, root: XmlNode): void {
  const order = children(child(root, "sheets"), "sheet").map(({ attributes }) => attributes["name"]);
  for (const node of children(child(root, "definedNames"), "definedName")) {
    const { name = "", localSheetId, comment, hidden, ...rest } = node.attributes;
    const owner =
      localSheetId === undefined
        ? null
        : workbook.sheets.find((sheet) => sheet.name === order[Number(localSheetId)]);
    if (owner === undefined) continue;
    workbook.names.push({
      id: newId(workbook),
      name,
      scope: owner?.id ?? null,
      formula: formulaFromFile(textOf(node), null),
      comment: comment ?? "",
      visible: !isOn(hidden),
      rest,
    });
  }
}

function readOwnParts(workbook: Workbook, source: Package, relationships: readonly Relationship[]): void {
  const packageWide = readRelationships(source, "");
  const document = (type: string): XmlNode | null => {
    const part = packageWide.find((each) => each.type === type)?.target;
    return part === undefined ? null : readPart(source, part);
  };
  readProperties(
    workbook.properties,
    document("core-properties"),
    document("extended-properties"),
    document("custom-properties"),
  );
  for (const { type, target } of relationships) {
    const item = type === "customXml" ? readPart(source, target) : null;
    if (item && isSettings(item)) workbook.settings.push(...readSettings(item));
  }
}

/** Some programs spell <x:row> for <row>: such parts are respelt once, so that the rest need not care. */
function plainPrefixes(source: Package): void {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  for (const part of source.parts.keys()) {
    if (!/^xl\/.*\.xml$/.test(part) || part.startsWith("xl/charts") || part.startsWith("xl/drawings"))
      continue;
    const head = decodeXml(source.parts.get(part)!.subarray(0, 2000));
    const prefix = new RegExp(`xmlns:(\\w+)="${main}"`).exec(head)?.[1];
    if (!prefix || !new RegExp(`<${prefix}:`).test(head)) continue;
    const text = readText(source, part)!
      .replace(new RegExp(`<(/?)${prefix}:`, "g"), "<$1")
      .replace(`xmlns:${prefix}="${main}"`, `xmlns="${main}"`);
    source.parts.set(part, new TextEncoder().encode(text));
  }
}
