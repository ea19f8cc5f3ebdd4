/** xl/styles.xml → looks. */
import {
  type Alignment,
  type Borders,
  DEFAULT_LOOK,
  type Edge,
  type FileColour,
  type Fill,
  type Font,
  type Look,
  type Side,
  type Underline,
} from "../../src/files/openxml/looks";
import { BUILT_IN_FORMATS } from "../../src/files/openxml/numberFormats";
import { type NamedStyle, normalStyle } from "../model/namedStyle";
import { NO_RULE_LOOK, type RuleLook } from "../model/rule";
import { child, children, descend, localName, valueOf, type XmlNode } from "../../src/files/openxml/xml";

export interface FileStyles {
  readonly looks: readonly Look[];
  /** Looks of rules, by their number. */
  readonly ruleLooks: readonly RuleLook[];
  readonly styles: readonly NamedStyle[];
}

/** Of a style, a part counts unless the file says "0". */
function partsIncluded({ attributes }: XmlNode): NamedStyle["includes"] {
  const includes = (part: string): boolean => {
    const value = attributes[`apply${part}`];
    return value === undefined || isOn(value);
  };
  return {
    Number: includes("NumberFormat"),
    Font: includes("Font"),
    Fill: includes("Fill"),
    Border: includes("Border"),
    Alignment: includes("Alignment"),
    Protection: includes("Protection"),
  };
}

export function readStyles(root: XmlNode | null): FileStyles {
  if (!root) return { looks: [DEFAULT_LOOK], ruleLooks: [], styles: [normalStyle()] };
  const formats = new Map<number, string>(
    Object.entries(BUILT_IN_FORMATS).map(([id, code]) => [Number(id), code]),
  );
  for (const { attributes } of children(child(root, "numFmts"), "numFmt")) {
    formats.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "General");
  }
  const fonts = children(child(root, "fonts"), "font").map(readFont);
  const fills = children(child(root, "fills"), "fill").map(readFill);
  const borders = children(child(root, "borders"), "border").map(readBorders);
  const readLook = (xf: XmlNode): Look => {
    const { attributes } = xf;
    const protection = child(xf, "protection")?.attributes ?? {};
    return {
      numberFormat: formats.get(Number(attributes["numFmtId"] ?? 0)) ?? "General",
      font: fonts[Number(attributes["fontId"] ?? 0)] ?? DEFAULT_LOOK.font,
      fill: fills[Number(attributes["fillId"] ?? 0)] ?? DEFAULT_LOOK.fill,
      borders: borders[Number(attributes["borderId"] ?? 0)] ?? DEFAULT_LOOK.borders,
      alignment: readAlignment(child(xf, "alignment")),
      locked: protection["locked"] !== "0" && protection["locked"] !== "false",
      formulaHidden: isOn(protection["hidden"]),
      quotePrefix: isOn(attributes["quotePrefix"]),
      namedStyle: Number(attributes["xfId"] ?? 0),
    };
  };
  const looks = children(child(root, "cellXfs"), "xf").map(readLook);
  const styleXfs = children(child(root, "cellStyleXfs"), "xf");
  const styles = children(child(root, "cellStyles"), "cellStyle").flatMap(({ attributes }): NamedStyle[] => {
    const place = Number(attributes["xfId"] ?? 0);
    const xf = styleXfs[place];
    const builtIn = attributes["builtinId"] !== undefined;
    if (!xf) return [];
    const look = { ...readLook(xf), namedStyle: place };
    return [
      { name: attributes["name"] ?? "", builtIn, place, look, includes: partsIncluded(xf), touched: false },
    ];
  });
  const ruleLooks = children(child(root, "dxfs"), "dxf").map(readRuleLook);
  return { looks: looks.length > 0 ? looks : [DEFAULT_LOOK], ruleLooks, styles };
}

export const isOn = (value: string | undefined): boolean => value === "1" || value === "true";

const colourOf = (node: XmlNode | undefined): FileColour | null => (node ? node.attributes : null);

/** <b/> is on, <b val="0"/> is off. */
const flag = (node: XmlNode | undefined): boolean =>
  node !== undefined && valueOf(node) !== "0" && valueOf(node) !== "false";

const UNDERLINES: Readonly<Record<string, Underline>> = {
  single: "Single",
  double: "Double",
  singleAccounting: "SingleAccountant",
  doubleAccounting: "DoubleAccountant",
  none: "None",
};

const MODELLED = ["b", "i", "strike", "color", "sz", "u", "name", "rFont"];

function readFont(node: XmlNode): Font {
  const underline = child(node, "u");
  return {
    name: valueOf(child(node, "name")) ?? valueOf(child(node, "rFont")) ?? "Calibri",
    size: Number(valueOf(child(node, "sz")) ?? 11),
    bold: flag(child(node, "b")),
    italic: flag(child(node, "i")),
    strikethrough: flag(child(node, "strike")),
    underline: underline ? (UNDERLINES[valueOf(underline) ?? "single"] ?? "Single") : "None",
    colour: colourOf(child(node, "color")),
    rest: node.children.filter((inner) => !MODELLED.includes(localName(inner))),
  };
}

function readFill(node: XmlNode): Fill {
  const gradient = child(node, "gradientFill") ?? null;
  const pattern = child(node, "patternFill");
  return {
    pattern: pattern?.attributes["patternType"] ?? "none",
    foreground: colourOf(child(pattern, "fgColor")),
    background: colourOf(child(pattern, "bgColor")),
    gradient,
  };
}

const SIDES: readonly Side[] = ["left", "right", "top", "bottom", "diagonal"];

function readBorders(node: XmlNode): Borders {
  const edges: Partial<Record<Side, Edge>> = {};
  for (const side of SIDES) {
    const edge = child(node, side);
    const style = edge?.attributes["style"];
    if (style && style !== "none") edges[side] = { style, colour: colourOf(child(edge, "color")) };
  }
  return {
    edges,
    diagonalUp: isOn(node.attributes["diagonalUp"]),
    diagonalDown: isOn(node.attributes["diagonalDown"]),
  };
}

function readAlignment(node: XmlNode | undefined): Alignment {
  const attributes = node?.attributes ?? {};
  return {
    horizontal: attributes["horizontal"] ?? "general",
    vertical: attributes["vertical"] ?? "bottom",
    wrap: isOn(attributes["wrapText"]),
    indent: Number(attributes["indent"] ?? 0),
    shrink: isOn(attributes["shrinkToFit"]),
    rotation: Number(attributes["textRotation"] ?? 0),
    readingOrder: Number(attributes["readingOrder"] ?? 0),
  };
}

function readRuleLook(node: XmlNode): RuleLook {
  const font = child(node, "font");
  const fill = descend(node, "fill", "patternFill");
  const ground = child(fill, "bgColor") ?? child(fill, "fgColor");
  const rgb = ground?.attributes["rgb"];
  const optional = (name: string): boolean | null => {
    const found = child(font, name);
    return found ? flag(found) : null;
  };
  return {
    ...NO_RULE_LOOK,
    fill: rgb ? `#${rgb.slice(-6).toUpperCase()}` : null,
    fontColour: colourOf(child(font, "color")),
    bold: optional("b"),
    italic: optional("i"),
    strikethrough: optional("strike"),
    underline: child(font, "u") ? (UNDERLINES[valueOf(child(font, "u")) ?? "single"] ?? null) : null,
    numberFormat: child(node, "numFmt")?.attributes["formatCode"] ?? null,
    source: node,
  };
}
