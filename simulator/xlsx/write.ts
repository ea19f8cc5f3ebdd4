/**
 * A workbook → an .xlsx. Parts of sheets that nothing touched are written back byte for byte; the rest are written
 * from the model, with whatever the host does not model taken over from the part they were read from.
 */
import type { ChartModel } from "../model/chart";
import type { Link, Sheet } from "../model/sheet";
import type { Table } from "../model/table";
import type { Workbook } from "../model/workbook";
import { otherAnchors, writeDrawing } from "./drawings";
import { emptyPackage } from "./emptyPackage";
import {
  freePart,
  type Package,
  readPart,
  readRelationships,
  readText,
  type Relationship,
  removePart,
  setContentType,
  writePart,
  writeRelationships,
  writeText,
} from "../../src/files/openxml/package";
import { writeApp, writeCore, writeCustom } from "./properties";
import { workbookPart } from "./read";
import { cutSheetData } from "./readCells";
import { isSettings, settingsItemProperties, writeSettings } from "./settingsPart";
import { extendStrings, type StringTable } from "../../src/files/openxml/strings";
import { writeTable } from "./tables";
import { CHART_TYPE, DRAWING_TYPE } from "../../src/files/openxml/drawing";
import { chartPart as chartMarkupPart } from "../../src/files/openxml/chartPart";
import { describeChart } from "./describeChart";
import { writeSheet } from "./writeSheet";
import { extendStyles, type StyleSheet } from "../../src/files/openxml/styles";
import { parseXml } from "../../src/files/openxml/xml";
import { packageBytes } from "../../src/files/openxml/zip";
import { workbookRoot } from "./workbookRoot";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export async function writeXlsx(workbook: Workbook): Promise<Uint8Array> {
  const target: Package = { parts: new Map((workbook.source ?? emptyPackage()).parts) };
  const part = workbookPart(target);
  const relationships = [...readRelationships(target, part)];
  const stylesPart = ensurePart(
    target,
    relationships,
    "styles",
    "xl/styles.xml",
    `${SPREADSHEET}.styles+xml`,
  );
  const styles = extendStyles(
    readPart(target, stylesPart) ?? readPart(emptyPackage(), "xl/styles.xml")!,
    workbook.looks,
    workbook.styles,
  );
  const oldStrings = relationships.find(({ type }) => type === "sharedStrings");
  const strings = extendStrings(oldStrings ? readText(target, oldStrings.target) : null);
  const sheetParts = writeSheets(workbook, target, relationships, styles, strings);
  writePart(target, stylesPart, styles.root());
  const stringsXml = strings.xml();
  if (stringsXml !== null) {
    writeText(
      target,
      ensurePart(
        target,
        relationships,
        "sharedStrings",
        "xl/sharedStrings.xml",
        `${SPREADSHEET}.sharedStrings+xml`,
      ),
      stringsXml,
    );
  }
  // Excel makes its calculation order anew; an old one may name cells that hold no formula any more.
  for (const { target: chain } of relationships.filter(({ type }) => type === "calcChain"))
    removePart(target, chain);
  const kept = relationships.filter(({ type }) => type !== "calcChain");
  writeSettingsPart(workbook, target, kept);
  writePart(target, part, workbookRoot(workbook, readPart(target, part)!, sheetParts, kept));
  writeRelationships(target, part, kept);
  writeDocumentProperties(workbook, target);
  return packageBytes(target);
}

/** The part of a relationship of this kind, made where there is none. */
function ensurePart(
  target: Package,
  relationships: Relationship[],
  type: string,
  part: string,
  contentType: string,
): string {
  const found = relationships.find((each) => each.type === type);
  if (found) return found.target;
  relationships.push({ id: freeId(relationships), type, target: part, external: false });
  setContentType(target, part, contentType);
  return part;
}

function freeId(relationships: readonly Relationship[]): string {
  let count = relationships.length + 1;
  while (relationships.some(({ id }) => id === `rId${count}`)) count++;
  return `rId${count}`;
}

/** The id by which a part was already known: a sheet written twice is the same. */
const keptId = (before: readonly Relationship[], type: string, target: string): string | undefined =>
  before.find((each) => each.type === type && each.target === target)?.id;

/** Kinds of sheets: of cells, of a chart, of old macros and dialogues. */
const SHEET_TYPES = ["worksheet", "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"];

function writeSheets(
  workbook: Workbook,
  target: Package,
  relationships: Relationship[],
  styles: StyleSheet,
  strings: StringTable,
): ReadonlyMap<Sheet, string> {
  const parts = new Map<Sheet, string>();
  const alive = new Set(workbook.sheets.map(({ part }) => part));
  for (const gone of relationships.filter(
    ({ type, target: to }) => SHEET_TYPES.includes(type) && !alive.has(to),
  )) {
    removeSheet(target, gone.target);
    relationships.splice(relationships.indexOf(gone), 1);
  }
  for (const sheet of workbook.sheets) {
    const part = sheet.part ?? freePart(target, "xl/worksheets/sheet#.xml");
    parts.set(sheet, part);
    if (sheet.part === null) {
      relationships.push({ id: freeId(relationships), type: "worksheet", target: part, external: false });
      setContentType(target, part, `${SPREADSHEET}.worksheet+xml`);
      target.parts.set(part, new Uint8Array());
    }
    if (sheet.touched && sheet.hasCells) writeTouchedSheet(workbook, target, sheet, part, styles, strings);
    else if (workbook.activeSheet !== sheet) deselect(target, part);
  }
  return parts;
}

/** A deleted sheet's own parts go with it. */
function removeSheet(target: Package, part: string): void {
  for (const { type, target: own, external } of readRelationships(target, part)) {
    if (
      external ||
      !["table", "drawing", "comments", "vmlDrawing", "printerSettings", "threadedComment"].includes(type)
    )
      continue;
    if (type === "drawing") {
      for (const inner of readRelationships(target, own))
        if (inner.type === "chart") removePart(target, inner.target);
    }
    removePart(target, own);
  }
  removePart(target, part);
}

/** Only the active sheet may be selected: two would be written to as a group. */
function deselect(target: Package, part: string): void {
  const text = readText(target, part) ?? "";
  const start = text.indexOf("<sheetView ");
  const end = text.indexOf(">", start);
  const tag = start < 0 ? "" : text.slice(start, end);
  if (!/ tabSelected="(1|true)"/.test(tag)) return;
  const plain = tag.replace(/ tabSelected="[^"]*"/, "");
  writeText(target, part, text.slice(0, start) + plain + text.slice(end));
}

function writeTouchedSheet(
  workbook: Workbook,
  target: Package,
  sheet: Sheet,
  part: string,
  styles: StyleSheet,
  strings: StringTable,
): void {
  const old = sheet.part === null ? null : parseXml(cutSheetData(readText(target, part)!).frame);
  const before = readRelationships(target, part);
  const relationships = before.filter(({ type }) => !["table", "hyperlink", "drawing"].includes(type));
  const add = (type: string, to: string, external: boolean): string => {
    const id = keptId(before, type, to) ?? freeId([...relationships, ...before]);
    relationships.push({ id, type, target: to, external });
    return id;
  };
  const links = new Map<Link, string>();
  for (const link of sheet.links)
    if (link.address !== null) links.set(link, add("hyperlink", link.address, true));
  const tables = writeTables(target, sheet, before).map((table) => add("table", table, false));
  const drawingPart = writeSheetDrawing(
    workbook,
    target,
    sheet,
    before.find(({ type }) => type === "drawing")?.target ?? null,
  );
  const drawing = drawingPart === null ? null : add("drawing", drawingPart, false);
  writeText(target, part, writeSheet(sheet, old, { workbook, styles, strings, links, tables, drawing }));
  writeRelationships(target, part, relationships);
}

function writeTables(target: Package, sheet: Sheet, before: readonly Relationship[]): readonly string[] {
  const alive = new Set(sheet.tables.map(({ part }) => part));
  for (const { target: part } of before.filter(({ type, target: to }) => type === "table" && !alive.has(to)))
    removePart(target, part);
  return sheet.tables.map((table: Table) => {
    const part = table.part ?? freePart(target, "xl/tables/table#.xml");
    if (table.part === null) setContentType(target, part, `${SPREADSHEET}.table+xml`);
    writePart(target, part, writeTable(sheet, table));
    return part;
  });
}

/** The drawing's part; null where the sheet has neither charts nor anything else that floats. */
function writeSheetDrawing(
  workbook: Workbook,
  target: Package,
  sheet: Sheet,
  old: string | null,
): string | null {
  const root = old === null ? null : readPart(target, old);
  const before = old === null ? [] : readRelationships(target, old);
  const others = otherAnchors(root, before);
  if (sheet.charts.length === 0 && others.length === 0) {
    if (old !== null) {
      for (const { type, target: part } of before) if (type === "chart") removePart(target, part);
      removePart(target, old);
    }
    return null;
  }
  const part = old ?? freePart(target, "xl/drawings/drawing#.xml");
  if (old === null) setContentType(target, part, DRAWING_TYPE);
  const relationships = before.filter(({ type }) => type !== "chart");
  const free = before.filter(({ type }) => type === "chart").map(({ target: chart }) => chart);
  const ids = new Map<ChartModel, string>();
  const kept = new Set(sheet.charts.map((chart) => chart.source?.part));
  const reusable = free.filter((chart) => !kept.has(chart));
  for (const chart of sheet.charts) {
    const chartPart = chart.source?.part ?? reusable.shift() ?? freePart(target, "xl/charts/chart#.xml");
    if (chart.source) writePart(target, chartPart, chart.source.root);
    else {
      setContentType(target, chartPart, CHART_TYPE);
      writeRelationships(target, chartPart, []);
      writePart(target, chartPart, chartMarkupPart(describeChart(workbook, sheet, chart)));
    }
    const id = keptId(before, "chart", chartPart) ?? freeId([...relationships, ...before]);
    relationships.push({ id, type: "chart", target: chartPart, external: false });
    ids.set(chart, id);
  }
  for (const chart of reusable) removePart(target, chart);
  writePart(
    target,
    part,
    writeDrawing(root, others, sheet.charts, (chart) => ids.get(chart)!),
  );
  writeRelationships(target, part, relationships);
  return part;
}

function writeSettingsPart(workbook: Workbook, target: Package, relationships: Relationship[]): void {
  const known = relationships.find(({ type, target: item }) => {
    const root = type === "customXml" ? readPart(target, item) : null;
    return root !== null && isSettings(root);
  });
  if (workbook.settings.length === 0) {
    if (!known) return;
    for (const { target: described } of readRelationships(target, known.target))
      removePart(target, described);
    removePart(target, known.target);
    relationships.splice(relationships.indexOf(known), 1);
    return;
  }
  const part = known?.target ?? freePart(target, "customXml/item#.xml");
  if (!known) {
    const described = freePart(target, "customXml/itemProps#.xml");
    writePart(target, described, settingsItemProperties());
    setContentType(
      target,
      described,
      "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    );
    writeRelationships(target, part, [
      { id: "rId1", type: "customXmlProps", target: described, external: false },
    ]);
    relationships.push({ id: freeId(relationships), type: "customXml", target: part, external: false });
  }
  writePart(target, part, writeSettings(workbook.settings));
}

function writeDocumentProperties(workbook: Workbook, target: Package): void {
  const relationships = [...readRelationships(target, "")];
  const { properties } = workbook;
  const core = ensurePart(
    target,
    relationships,
    "core-properties",
    "docProps/core.xml",
    "application/vnd.openxmlformats-package.core-properties+xml",
  );
  if (workbook.propertiesTouched || !target.parts.has(core))
    writePart(target, core, writeCore(properties, readPart(target, core)));
  const app = ensurePart(
    target,
    relationships,
    "extended-properties",
    "docProps/app.xml",
    "application/vnd.openxmlformats-officedocument.extended-properties+xml",
  );
  writePart(target, app, writeApp(properties, readPart(target, app)));
  if (properties.custom.size > 0) {
    const custom = ensurePart(
      target,
      relationships,
      "custom-properties",
      "docProps/custom.xml",
      "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    );
    if (workbook.propertiesTouched) writePart(target, custom, writeCustom(properties));
  }
  writeRelationships(target, "", relationships);
}
