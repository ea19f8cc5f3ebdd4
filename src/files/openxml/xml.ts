/** A small XML tree: elements keep their prefix, their attributes' order and everything in them. */

import { certain } from "../../clinic/cells/certain";

export interface XmlNode {
  /** With its prefix: "c:ser"; "" for text. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Of a text node, unescaped. */
  readonly text: string;
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  children: readonly (XmlNode | null)[] = [],
): XmlNode {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) kept[key] = String(value);
  return { name, attributes: kept, children: children.filter((child) => child !== null), text: "" };
}

export const textNode = (text: string): XmlNode => ({ name: "", attributes: {}, children: [], text });

/** The name without its prefix. */
export const localName = (node: XmlNode): string => node.name.slice(node.name.indexOf(":") + 1);

export function child(node: XmlNode | null | undefined, name: string): XmlNode | undefined {
  return node?.children.find((candidate) => localName(candidate) === name);
}

export function children(node: XmlNode | null | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((candidate) => localName(candidate) === name) ?? [];
}

/** Follows a path of local names down the tree. */
export function descend(node: XmlNode | null | undefined, ...path: readonly string[]): XmlNode | undefined {
  return path.reduce<XmlNode | undefined>((at, name) => child(at, name), node ?? undefined);
}

export function textOf(node: XmlNode | null | undefined): string {
  if (!node) return "";
  return node.name === "" ? node.text : node.children.map(textOf).join("");
}

/** The value that c:max, c:order and their like have. */
export const valueOf = (node: XmlNode | null | undefined): string | undefined => node?.attributes["val"];

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (name.startsWith("#x")) return String.fromCodePoint(parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
    return ENTITIES[name] ?? whole;
  });
}

export function escapeXml(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;")
    : text;
}

/** The part's root element. Throws where the text is not well-formed. */
export function parseXml(source: string): XmlNode {
  const stack: { name: string; attributes: Record<string, string>; children: XmlNode[] }[] = [
    { name: "", attributes: {}, children: [] },
  ];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("<", at);
    const top = certain(stack.at(-1));
    if (open < 0) break;
    if (open > at && stack.length > 1) {
      const text = source.slice(at, open);
      top.children.push(textNode(unescapeXml(text)));
    }
    if (source.startsWith("<!--", open)) {
      at = after(source, "-->", open);
    } else if (source.startsWith("<![CDATA[", open)) {
      at = after(source, "]]>", open);
      top.children.push(textNode(source.slice(open + 9, at - 3)));
    } else if (source.startsWith("<?", open) || source.startsWith("<!", open)) {
      at = after(source, ">", open);
    } else if (source[open + 1] === "/") {
      at = after(source, ">", open);
      if (stack.length < 2) throw new Error("The XML closes an element that is not open.");
      stack.pop();
      certain(stack.at(-1)).children.push({ ...top, children: tidy(top.children), text: "" });
    } else {
      const close = tagEnd(source, open);
      const empty = source[close - 1] === "/";
      const tag = readTag(source.slice(open + 1, empty ? close - 1 : close));
      if (empty) top.children.push({ ...tag, children: [], text: "" });
      else stack.push({ ...tag, children: [] });
      at = close + 1;
    }
  }
  const root = stack[0]?.children[0];
  if (stack.length !== 1 || !root) throw new Error("The XML is cut short.");
  return root;
}

/** Indentation between elements is dropped; text of its own is kept. */
function tidy(nodes: readonly XmlNode[]): readonly XmlNode[] {
  const mixed = nodes.some((node) => node.name !== "");
  return mixed ? nodes.filter((node) => node.name !== "" || node.text.trim() !== "") : nodes;
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  if (found < 0) throw new Error("The XML is cut short.");
  return found + mark.length;
}

function tagEnd(source: string, open: number): number {
  let quote = "";
  for (let at = open + 1; at < source.length; at++) {
    const letter = source.charAt(at);
    if (quote) {
      if (letter === quote) quote = "";
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === ">") return at;
  }
  throw new Error("The XML is cut short.");
}

const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function readTag(tag: string): { name: string; attributes: Record<string, string> } {
  const name = /^[^\s/]+/.exec(tag)?.[0] ?? "";
  return { name, attributes: readAttributes(tag.slice(name.length)) };
}

/** a="1" b="2" → { a, b }, unescaped. */
export function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, key = "", double, single] of text.matchAll(ATTRIBUTE)) {
    attributes[key] = unescapeXml((double ?? single ?? "").replace(/[\t\n\r]/g, " "));
  }
  return attributes;
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function writeXml(node: XmlNode): string {
  if (node.name === "") return escapeXml(node.text);
  const attributes = writeAttributes(node.attributes);
  if (node.children.length === 0) return `<${node.name}${attributes}/>`;
  return `<${node.name}${attributes}>${node.children.map(writeXml).join("")}</${node.name}>`;
}

export function writeAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value).replace(/\n/g, "&#10;").replace(/\t/g, "&#9;")}"`)
    .join("");
}
