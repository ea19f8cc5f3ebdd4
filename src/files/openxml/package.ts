/** The parts of an .xlsx package, by name without a leading "/". */
import { certain } from "../../clinic/cells/certain";
import { children, element, parseXml, writeXml, XML_DECLARATION, type XmlNode } from "./xml";

export interface Package {
  readonly parts: Map<string, Uint8Array>;
}

export interface Relationship {
  readonly id: string;
  /** The last word of its type: "worksheet", "table" … */
  readonly type: string;
  /** The whole type as a file spells it; absent in a new one. */
  readonly typeUri?: string;
  /** A part's name; for an outside target the address as it stands. */
  readonly target: string;
  readonly external: boolean;
}

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
export const OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A part of XML as text: its lines end with a line feed alone, as XML has it, and it says of itself what it is then written as. */
export function readText(source: Package, part: string): string | null {
  const bytes = source.parts.get(part);
  if (!bytes) return null;
  const text = decodeXml(bytes);
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** UTF-8, or UTF-16 with or without its mark: Excel writes the parts of Power Query so. */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return encoding === "utf-8"
    ? text
    : text.replace(/^(<\?xml[^>]*?encoding=)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"');
}

function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? "utf-16be" : "utf-8";
}

export function readPart(source: Package, part: string): XmlNode | null {
  const text = readText(source, part);
  return text === null ? null : parseXml(text);
}

export function writeText(target: Package, part: string, text: string): void {
  target.parts.set(part, new TextEncoder().encode(text));
}

export function writePart(target: Package, part: string, root: XmlNode): void {
  writeText(target, part, XML_DECLARATION + writeXml(root));
}

const relationshipsPart = (part: string): string => {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
};

export function readRelationships(source: Package, part: string): readonly Relationship[] {
  const root = readPart(source, relationshipsPart(part));
  return children(root, "Relationship").map(({ attributes }) => {
    const external = attributes["TargetMode"] === "External";
    const target = attributes["Target"] ?? "";
    return {
      id: attributes["Id"] ?? "",
      type: (attributes["Type"] ?? "").replace(/^.*\//, ""),
      typeUri: attributes["Type"] ?? "",
      target: external ? target : resolvePart(part, target),
      external,
    };
  });
}

export function writeRelationships(
  target: Package,
  part: string,
  relationships: readonly Relationship[],
): void {
  const name = relationshipsPart(part);
  if (relationships.length === 0) {
    target.parts.delete(name);
    return;
  }
  writePart(
    target,
    name,
    element(
      "Relationships",
      { xmlns: RELATIONSHIPS },
      [...relationships].sort(byId).map(({ id, type, typeUri, target: to, external }) =>
        element("Relationship", {
          Id: id,
          Type: typeUri ?? fullType(type),
          Target: external ? to : relativeTo(part, to),
          TargetMode: external ? "External" : undefined,
        }),
      ),
    ),
  );
}

const byId = (one: Relationship, other: Relationship): number =>
  one.id.localeCompare(other.id, "en", { numeric: true });

const PACKAGE_TYPES = ["core-properties"];
function fullType(type: string): string {
  if (PACKAGE_TYPES.includes(type))
    return `http://schemas.openxmlformats.org/package/2006/relationships/metadata/${type}`;
  return `${OFFICE_RELATIONSHIPS}/${type}`;
}

/** A target as it stands in the relationships of `part`, from the package's root. */
function resolvePart(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}

/** The way from a part to another, as relationships spell it. */
function relativeTo(part: string, target: string): string {
  const from = part.split("/").slice(0, -1);
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

/** The lowest number that no part of this name has: "xl/charts/chart#.xml" → "xl/charts/chart3.xml". */
export function freePart(target: Package, pattern: string): string {
  let count = 1;
  while (target.parts.has(pattern.replace("#", String(count)))) count++;
  return pattern.replace("#", String(count));
}

const CONTENT_TYPES = "[Content_Types].xml";
const RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml";

export function setContentType(target: Package, part: string, type: string): void {
  const root = certain(readPart(target, CONTENT_TYPES));
  const partName = `/${part}`;
  const known = root.children.find((entry) => entry.attributes["PartName"] === partName);
  if (known?.attributes["ContentType"] === type) return;
  const others = root.children.filter((entry) => entry.attributes["PartName"] !== partName);
  writePart(target, CONTENT_TYPES, {
    ...root,
    children: [...others, element("Override", { PartName: partName, ContentType: type })],
  });
}

/** Takes a part out of the package, with its relationships and its content type. */
export function removePart(target: Package, part: string): void {
  target.parts.delete(part);
  target.parts.delete(relationshipsPart(part));
  const root = readPart(target, CONTENT_TYPES);
  if (!root) return;
  const kept = root.children.filter((entry) => entry.attributes["PartName"] !== `/${part}`);
  if (kept.length < root.children.length) writePart(target, CONTENT_TYPES, { ...root, children: kept });
}

/** A package that holds nothing but its own list of types; `extensions` = the types of parts by their ending. */
export function newPackage(extensions: Readonly<Record<string, string>> = {}): Package {
  const target: Package = { parts: new Map() };
  const types = { rels: RELATIONSHIPS_TYPE, xml: "application/xml", ...extensions };
  writePart(
    target,
    CONTENT_TYPES,
    element(
      "Types",
      { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" },
      Object.entries(types).map(([extension, type]) =>
        element("Default", { Extension: extension, ContentType: type }),
      ),
    ),
  );
  return target;
}
