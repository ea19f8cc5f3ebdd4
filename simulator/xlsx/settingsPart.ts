/**
 * Settings of an add-in, kept in a custom XML part: it travels with the file through Excel, which keeps parts that it
 * does not know. (Excel itself keeps them with the add-in's pane, under the add-in's own id.)
 */
import type { Setting } from "../model/workbook";
import { child, children, element, textNode, textOf, type XmlNode } from "../../src/files/openxml/xml";

const SETTINGS_NAMESPACE = "urn:simulated-excel:settings";

export function readSettings(root: XmlNode): readonly Setting[] {
  return children(root, "setting").map((node) => ({
    key: node.attributes["key"] ?? "",
    value: JSON.parse(textOf(node) || "null") as unknown,
  }));
}

export function writeSettings(settings: readonly Setting[]): XmlNode {
  return element(
    "settings",
    { xmlns: SETTINGS_NAMESPACE },
    settings.map(({ key, value }) => element("setting", { key }, [textNode(JSON.stringify(value ?? null))])),
  );
}

/** The item's own description, which Excel wants beside it. */
export function settingsItemProperties(): XmlNode {
  const namespace = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
  return element(
    "ds:datastoreItem",
    { "ds:itemID": "{6C1B2A54-5D0C-4B47-9C8E-0B4B6F6E1F10}", "xmlns:ds": namespace },
    [element("ds:schemaRefs", {}, [element("ds:schemaRef", { "ds:uri": SETTINGS_NAMESPACE })])],
  );
}

export const isSettings = (root: XmlNode): boolean =>
  root.attributes["xmlns"] === SETTINGS_NAMESPACE && child(root, "settings") === undefined;
