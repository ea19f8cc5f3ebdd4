/** Looks that a file does not have yet, put after those it has: numbers that stand keep their meaning. */
import { certain } from "../../clinic/cells/certain";
import { DEFAULT_LOOK, type FileColour, type Look, type LookTable } from "./looks";
import type { NamedLook } from "./namedLooks";
import { BUILT_IN_FORMATS } from "./numberFormats";
import { child, children, element, writeXml, type XmlNode } from "./xml";

export interface StyleSheet {
  /** The number of a rule's look, a dxf. */
  ruleLook(dxf: XmlNode): number;
  /** The number of a number format. */
  formatId(code: string): number;
  root(): XmlNode;
}

/** `root` is the styles of the file that was opened, or of an empty workbook; `named` are its cell styles. */
export function extendStyles(root: XmlNode, looks: LookTable, named: readonly NamedLook[] = []): StyleSheet {
  const fonts = collection(root, "fonts");
  const fills = collection(root, "fills");
  const borders = collection(root, "borders");
  const xfs = collection(root, "cellXfs");
  const dxfs = collection(root, "dxfs");
  const formats = createFormats(root);
  const styleXfs = collection(root, "cellStyleXfs");
  const cellStyles = collection(root, "cellStyles");
  const idsOf = (look: Look): LookIds => ({
    numFmtId: formats.idOf(look.numberFormat),
    fontId: fonts.indexOf(writeFont(look)),
    fillId: fills.indexOf(writeFill(look)),
    borderId: borders.indexOf(writeBorders(look)),
  });
  for (const style of named.filter(({ touched }) => touched)) {
    if (style.place >= styleXfs.count())
      cellStyles.append(element("cellStyle", { name: style.name, xfId: style.place }));
    styleXfs.put(style.place, writeNamedLook(style, idsOf(style.look)));
  }
  const styleOf = new Map(named.map((style) => [style.place, style]));
  for (let index = xfs.count(); index < looks.size; index++) {
    const look = looks.look(index);
    xfs.append(
      writeLook(look, idsOf(look), look.namedStyle === 0 ? undefined : styleOf.get(look.namedStyle)),
    );
  }
  return {
    ruleLook: (dxf) => dxfs.indexOf(dxf),
    formatId: (code) => formats.idOf(code),
    root() {
      const parts: Readonly<Record<string, XmlNode>> = {
        numFmts: formats.node(),
        fonts: fonts.node(),
        fills: fills.node(),
        borders: borders.node(),
        cellStyleXfs: styleXfs.node(),
        cellXfs: xfs.node(),
        cellStyles: cellStyles.node(),
        dxfs: dxfs.node(),
      };
      const kept = root.children.filter((node) => !(node.name in parts));
      const all = [
        ...kept,
        ...Object.values(parts).filter((node) => node.children.length > 0 || node.name === "dxfs"),
      ];
      return {
        ...root,
        children: all.sort((one, other) => ORDER.indexOf(one.name) - ORDER.indexOf(other.name)),
      };
    },
  };
}

const ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

function collection(root: XmlNode, name: string) {
  const old = child(root, name);
  const nodes = [...(old?.children ?? [])];
  const numbers = new Map(nodes.map((node, index) => [writeXml(node), index] as const).reverse());
  return {
    count: () => nodes.length,
    append: (node: XmlNode): number => nodes.push(node) - 1,
    put: (index: number, node: XmlNode): void => void (nodes[index] = node),
    indexOf(node: XmlNode): number {
      const spelling = writeXml(node);
      const known = numbers.get(spelling);
      if (known !== undefined) return known;
      const index = nodes.push(node) - 1;
      numbers.set(spelling, index);
      return index;
    },
    node: (): XmlNode => ({
      name,
      attributes: { ...without(old?.attributes ?? {}, "x14ac:knownFonts"), count: String(nodes.length) },
      children: nodes,
      text: "",
    }),
  };
}

function without(attributes: Readonly<Record<string, string>>, name: string): Record<string, string> {
  const { [name]: _dropped, ...others } = attributes;
  return others;
}

const FIRST_FREE_FORMAT = 164;

function createFormats(root: XmlNode) {
  const nodes = [...children(child(root, "numFmts"), "numFmt")];
  const ids = new Map<string, number>();
  for (const [id, code] of Object.entries(BUILT_IN_FORMATS)) if (!ids.has(code)) ids.set(code, Number(id));
  for (const { attributes } of nodes) ids.set(attributes["formatCode"] ?? "", Number(attributes["numFmtId"]));
  let next = Math.max(
    FIRST_FREE_FORMAT,
    ...nodes.map(({ attributes }) => Number(attributes["numFmtId"]) + 1),
  );
  return {
    idOf(code: string): number {
      const known = ids.get(code);
      if (known !== undefined) return known;
      const id = next++;
      ids.set(code, id);
      nodes.push(element("numFmt", { numFmtId: id, formatCode: code }));
      return id;
    },
    node: (): XmlNode => element("numFmts", { count: nodes.length }, nodes),
  };
}

type LookIds = Readonly<Record<"numFmtId" | "fontId" | "fillId" | "borderId", number>>;

/** A style says outright which parts it leaves out. */
function writeNamedLook({ look, includes }: NamedLook, ids: LookIds): XmlNode {
  const left = (part: keyof NamedLook["includes"]): 0 | undefined => (includes[part] ? undefined : 0);
  return element(
    "xf",
    {
      ...ids,
      applyNumberFormat: left("Number"),
      applyFont: left("Font"),
      applyFill: left("Fill"),
      applyBorder: left("Border"),
      applyAlignment: left("Alignment"),
      applyProtection: left("Protection"),
    },
    partsOf(look),
  );
}

/** `style`: what a cell shares with it is the style's, and follows when somebody edits the style. */
function writeLook(look: Look, ids: LookIds, style?: NamedLook): XmlNode {
  const own = (part: keyof Look): 1 | undefined =>
    style && JSON.stringify(style.look[part]) === JSON.stringify(look[part]) ? undefined : 1;
  return element(
    "xf",
    {
      ...ids,
      xfId: look.namedStyle,
      quotePrefix: look.quotePrefix ? 1 : undefined,
      applyNumberFormat: ids.numFmtId === 0 ? undefined : 1,
      applyFont: ids.fontId === 0 && !style ? undefined : own("font"),
      applyFill: ids.fillId === 0 && !style ? undefined : own("fill"),
      applyBorder: ids.borderId === 0 && !style ? undefined : own("borders"),
      applyAlignment: isAligned(look) || style ? own("alignment") : undefined,
      applyProtection: isGuarded(look) ? 1 : undefined,
    },
    partsOf(look),
  );
}

const isGuarded = (look: Look): boolean => !look.locked || look.formulaHidden;

function isAligned(look: Look): boolean {
  return Object.values(alignmentOf(look)).some((value) => value !== undefined);
}

function alignmentOf({ alignment }: Look) {
  const plain = DEFAULT_LOOK.alignment;
  return {
    horizontal: alignment.horizontal === plain.horizontal ? undefined : alignment.horizontal,
    vertical: alignment.vertical === plain.vertical ? undefined : alignment.vertical,
    textRotation: alignment.rotation === 0 ? undefined : alignment.rotation,
    wrapText: alignment.wrap ? 1 : undefined,
    indent: alignment.indent === 0 ? undefined : alignment.indent,
    shrinkToFit: alignment.shrink ? 1 : undefined,
    readingOrder: alignment.readingOrder === 0 ? undefined : alignment.readingOrder,
  };
}

function partsOf(look: Look): (XmlNode | null)[] {
  return [
    isAligned(look) ? element("alignment", alignmentOf(look)) : null,
    isGuarded(look)
      ? element("protection", {
          locked: look.locked ? undefined : 0,
          hidden: look.formulaHidden ? 1 : undefined,
        })
      : null,
  ];
}

export const colour = (name: string, value: FileColour | null): XmlNode | null =>
  value ? element(name, value) : null;

export const UNDERLINES: Readonly<Record<string, string>> = {
  Single: "single",
  Double: "double",
  SingleAccountant: "singleAccounting",
  DoubleAccountant: "doubleAccounting",
};

function writeFont({ font }: Look): XmlNode {
  const rest = (name: string): XmlNode | null => font.rest.find((node) => node.name === name) ?? null;
  return element("font", {}, [
    font.bold ? element("b") : null,
    font.italic ? element("i") : null,
    font.strikethrough ? element("strike") : null,
    ...["outline", "shadow", "condense", "extend"].map(rest),
    font.underline === "None"
      ? null
      : element("u", font.underline === "Single" ? {} : { val: certain(UNDERLINES[font.underline]) }),
    rest("vertAlign"),
    element("sz", { val: font.size }),
    colour("color", font.colour),
    element("name", { val: font.name }),
    ...["family", "charset", "scheme"].map(rest),
  ]);
}

function writeFill({ fill }: Look): XmlNode {
  if (fill.gradient) return element("fill", {}, [fill.gradient]);
  return element("fill", {}, [
    element("patternFill", { patternType: fill.pattern }, [
      colour("fgColor", fill.foreground),
      colour("bgColor", fill.background),
    ]),
  ]);
}

function writeBorders({ borders }: Look): XmlNode {
  const edge = (side: "left" | "right" | "top" | "bottom" | "diagonal"): XmlNode => {
    const given = borders.edges[side];
    return given ? element(side, { style: given.style }, [colour("color", given.colour)]) : element(side);
  };
  return element(
    "border",
    { diagonalUp: borders.diagonalUp ? 1 : undefined, diagonalDown: borders.diagonalDown ? 1 : undefined },
    [edge("left"), edge("right"), edge("top"), edge("bottom"), edge("diagonal")],
  );
}
