/** docProps/core.xml, app.xml and custom.xml ↔ document properties. */
import type { DocumentProperties } from "../model/workbook";
import {
  child,
  children,
  element,
  localName,
  textNode,
  textOf,
  type XmlNode,
} from "../../src/files/openxml/xml";

const CORE: Readonly<Record<string, keyof DocumentProperties>> = {
  title: "title",
  subject: "subject",
  creator: "author",
  keywords: "keywords",
  description: "comments",
  lastModifiedBy: "lastAuthor",
  category: "category",
  created: "created",
};

export function readProperties(
  properties: DocumentProperties,
  core: XmlNode | null,
  app: XmlNode | null,
  custom: XmlNode | null,
): void {
  const texts = properties as unknown as Record<string, string>;
  for (const node of core?.children ?? []) {
    const key = CORE[localName(node)];
    if (key) texts[key] = textOf(node);
  }
  properties.revision = Number(textOf(child(core, "revision")) || 0);
  properties.manager = textOf(child(app, "Manager"));
  properties.company = textOf(child(app, "Company"));
  for (const node of children(custom, "property")) {
    const held = node.children[0];
    const name = node.attributes["name"];
    if (!held || name === undefined) continue;
    const text = textOf(held);
    const kind = localName(held);
    const number = ["i4", "int", "r8", "i8"].includes(kind);
    properties.custom.set(name, number ? Number(text) : kind === "bool" ? text === "true" : text);
  }
}

const PREFIXES: Readonly<Record<string, string>> = {
  title: "dc:title",
  subject: "dc:subject",
  creator: "dc:creator",
  keywords: "cp:keywords",
  description: "dc:description",
  lastModifiedBy: "cp:lastModifiedBy",
  category: "cp:category",
};

export function writeCore(properties: DocumentProperties, old: XmlNode | null): XmlNode {
  const texts = properties as unknown as Record<string, string>;
  const ours = Object.keys(PREFIXES);
  const kept = (old?.children ?? []).filter((node) => !ours.includes(localName(node)));
  const given = ours.flatMap((name) => {
    const text = texts[CORE[name]!] ?? "";
    return text === "" ? [] : [element(PREFIXES[name]!, {}, [textNode(text)])];
  });
  return element(
    "cp:coreProperties",
    {
      "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
      "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      "xmlns:dcterms": "http://purl.org/dc/terms/",
      "xmlns:dcmitype": "http://purl.org/dc/dcmitype/",
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    },
    [...given, ...kept],
  );
}

/** What the file says of the sheets' titles would be stale: Excel writes it anew. */
export function writeApp(properties: DocumentProperties, old: XmlNode | null): XmlNode {
  const dropped = ["TitlesOfParts", "HeadingPairs", "Manager", "Company"];
  const kept = (old?.children ?? [element("Application", {}, [textNode("Microsoft Excel")])]).filter(
    (node) => !dropped.includes(localName(node)),
  );
  const text = (name: string, value: string): XmlNode | null =>
    value === "" ? null : element(name, {}, [textNode(value)]);
  return element(
    "Properties",
    {
      xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
      "xmlns:vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    },
    [...kept, text("Manager", properties.manager), text("Company", properties.company)],
  );
}

export function writeCustom(properties: DocumentProperties): XmlNode {
  const kinds = { string: "vt:lpwstr", number: "vt:r8", boolean: "vt:bool" } as const;
  return element(
    "Properties",
    {
      xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
      "xmlns:vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    },
    [...properties.custom].map(([name, value], index) =>
      element("property", { fmtid: "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", pid: index + 2, name }, [
        element(kinds[typeof value as keyof typeof kinds], {}, [textNode(String(value))]),
      ]),
    ),
  );
}
