/**
 * How a cell looks, and the workbook's table of looks: a cell has a number into it, as in the file.
 * A look never changes; formatting a cell gives it another number.
 */
import { certain } from "../../clinic/cells/certain";
import type { XmlNode } from "./xml";

/** A colour as the file spells it: { rgb: "FF12436D" }, { theme: "1", tint: "0.5" }, { indexed: "64" }, { auto: "1" }. */
export type FileColour = Readonly<Record<string, string>>;

export type Underline = "None" | "Single" | "Double" | "SingleAccountant" | "DoubleAccountant";

export interface Font {
  readonly name: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strikethrough: boolean;
  readonly underline: Underline;
  readonly colour: FileColour | null;
  /** Parts of a file's font that the host does not model: family, scheme, vertAlign … */
  readonly rest: readonly XmlNode[];
}

export interface Fill {
  /** "none", "solid", "gray125" … as in the file. */
  readonly pattern: string;
  readonly foreground: FileColour | null;
  readonly background: FileColour | null;
  /** A gradient of a file, kept as it is. */
  readonly gradient: XmlNode | null;
}

/** One edge: `style` as in the file ("thin", "medium", "dashed" …). */
export interface Edge {
  readonly style: string;
  readonly colour: FileColour | null;
}

export type Side = "left" | "right" | "top" | "bottom" | "diagonal";

export interface Borders {
  readonly edges: Readonly<Partial<Record<Side, Edge>>>;
  readonly diagonalUp: boolean;
  readonly diagonalDown: boolean;
}

export interface Alignment {
  /** As in the file: "general", "left", "center", "right", "fill", "justify" … */
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly shrink: boolean;
  readonly rotation: number;
  readonly readingOrder: number;
}

export interface Look {
  readonly numberFormat: string;
  readonly font: Font;
  readonly fill: Fill;
  readonly borders: Borders;
  readonly alignment: Alignment;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  /** Text by the apostrophe that stands before it. */
  readonly quotePrefix: boolean;
  /** The named style of the file that it goes back to ("Normal" is 0). */
  readonly namedStyle: number;
}

export const DEFAULT_LOOK: Look = {
  numberFormat: "General",
  font: {
    name: "Calibri",
    size: 11,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: "None",
    colour: { theme: "1" },
    rest: [],
  },
  fill: { pattern: "none", foreground: null, background: null, gradient: null },
  borders: { edges: {}, diagonalUp: false, diagonalDown: false },
  alignment: {
    horizontal: "general",
    vertical: "bottom",
    wrap: false,
    indent: 0,
    shrink: false,
    rotation: 0,
    readingOrder: 0,
  },
  locked: true,
  formulaHidden: false,
  quotePrefix: false,
  namedStyle: 0,
};

/** The looks of a workbook; number 0 is what an untouched cell has. */
export interface LookTable {
  look(index: number): Look;
  /** The number of `look`, new or known. */
  indexOf(look: Look): number;
  /** The number of what `index` becomes under `change`; `key` tells one change from another. */
  changed(index: number, key: string, change: (look: Look) => Look): number;
  readonly size: number;
}

export function createLookTable(looks: readonly Look[] = [DEFAULT_LOOK]): LookTable {
  const table = [...looks];
  const numbers = new Map<string, number>();
  const changes = new Map<string, number>();
  table.forEach((look, index) => {
    const spelling = spell(look);
    if (!numbers.has(spelling)) numbers.set(spelling, index);
  });
  const indexOf = (look: Look): number => {
    const spelling = spell(look);
    let index = numbers.get(spelling);
    if (index === undefined) {
      index = table.push(look) - 1;
      numbers.set(spelling, index);
    }
    return index;
  };
  const lookAt = (index: number): Look => table[index] ?? certain(table[0]);
  return {
    look: lookAt,
    indexOf,
    changed(index, key, change) {
      const step = `${index} ${key}`;
      let next = changes.get(step);
      if (next === undefined) {
        next = indexOf(change(lookAt(index)));
        changes.set(step, next);
      }
      return next;
    },
    get size() {
      return table.length;
    },
  };
}

/** Two looks are one when they are spelt alike, whichever of their edges was drawn first. */
function spell(look: Look): string {
  const edges = Object.entries(look.borders.edges).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify({ ...look, borders: { ...look.borders, edges } });
}
