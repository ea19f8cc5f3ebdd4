/** Font, fill and alignment of whatever has a look: the cells of a range, or a cell style. */
import { HostFault } from "../model/fault";
import type { Workbook } from "../model/workbook";
import type { Font, Look } from "../../src/files/openxml/looks";
import {
  booleanArgument,
  type HostClass,
  type HostObject,
  hostObject,
  type Json,
  numberArgument,
  textArgument,
  wholeArgument,
  wordArgument,
} from "../host/hostObject";
import { fileColour, hexColour, shownColour } from "./colour";

export interface LookOwner {
  readonly workbook: Workbook;
  /** The one value that all its looks share; null where they differ. */
  common(of: (look: Look) => Json): Json;
  /** `key` names the change. */
  change(key: string, how: (look: Look) => Look): void;
}

export const fontObject = (owner: LookOwner): HostObject => hostObject(FONT, owner);
export const fillObject = (owner: LookOwner): HostObject => hostObject(FILL, owner);

const HORIZONTAL = {
  General: "general",
  Left: "left",
  Center: "center",
  Right: "right",
  Fill: "fill",
  Justify: "justify",
  CenterAcrossSelection: "centerContinuous",
  Distributed: "distributed",
} as const;
const VERTICAL = {
  Top: "top",
  Center: "center",
  Bottom: "bottom",
  Justify: "justify",
  Distributed: "distributed",
} as const;

/** The API's word for one of the file's, and the other way about. */
function apiWord(words: Readonly<Record<string, string>>, file: string): string {
  return Object.keys(words).find((word) => words[word] === file) ?? file;
}

function fileWord(words: Readonly<Record<string, string>>, value: Json): string {
  return words[wordArgument(value, Object.keys(words))]!;
}

const alignment = (owner: LookOwner, key: string, part: Partial<Look["alignment"]>): void =>
  owner.change(`${key} ${JSON.stringify(part)}`, (look) => ({
    ...look,
    alignment: { ...look.alignment, ...part },
  }));

/** The members about alignment of a class whose targets own a look. */
export function alignmentOf<T>(ownerOf: (target: T) => LookOwner): NonNullable<HostClass<T>["properties"]> {
  return {
    HorizontalAlignment: {
      get: (target) => ownerOf(target).common((look) => apiWord(HORIZONTAL, look.alignment.horizontal)),
      set: (target, value) =>
        alignment(ownerOf(target), "align", { horizontal: fileWord(HORIZONTAL, value) }),
    },
    VerticalAlignment: {
      get: (target) => ownerOf(target).common((look) => apiWord(VERTICAL, look.alignment.vertical)),
      set: (target, value) => alignment(ownerOf(target), "align", { vertical: fileWord(VERTICAL, value) }),
    },
    WrapText: {
      get: (target) => ownerOf(target).common((look) => look.alignment.wrap),
      set: (target, value) => alignment(ownerOf(target), "align", { wrap: booleanArgument(value) }),
    },
    IndentLevel: {
      get: (target) => ownerOf(target).common((look) => look.alignment.indent),
      set: (target, value) => alignment(ownerOf(target), "align", { indent: wholeArgument(value) }),
    },
    ShrinkToFit: {
      get: (target) => ownerOf(target).common((look) => look.alignment.shrink),
      set: (target, value) => alignment(ownerOf(target), "align", { shrink: booleanArgument(value) }),
    },
    TextOrientation: {
      get: (target) => ownerOf(target).common((look) => look.alignment.rotation),
      set: (target, value) => alignment(ownerOf(target), "align", { rotation: wholeArgument(value) }),
    },
  };
}

const font = (owner: LookOwner, part: Partial<Font>): void =>
  owner.change(`font ${JSON.stringify(part)}`, (look) => ({ ...look, font: renamed(look.font, part) }));

/** A font that gets another name leaves its family and its place in the theme behind. */
function renamed(old: Font, part: Partial<Font>): Font {
  const rest =
    part.name === undefined
      ? old.rest
      : old.rest.filter((node) => !["family", "scheme", "charset"].includes(node.name));
  return { ...old, rest, ...part };
}

const UNDERLINES = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;

const FONT: HostClass<LookOwner> = {
  name: "RangeFont",
  properties: {
    Name: {
      get: (owner) => owner.common((look) => look.font.name),
      set: (owner, value) => font(owner, { name: textArgument(value) }),
    },
    Size: {
      get: (owner) => owner.common((look) => look.font.size),
      set(owner, value) {
        const size = numberArgument(value);
        if (size < 1 || size > 409) throw new HostFault("InvalidArgument");
        font(owner, { size });
      },
    },
    Bold: {
      get: (owner) => owner.common((look) => look.font.bold),
      set: (owner, value) => font(owner, { bold: booleanArgument(value) }),
    },
    Italic: {
      get: (owner) => owner.common((look) => look.font.italic),
      set: (owner, value) => font(owner, { italic: booleanArgument(value) }),
    },
    Strikethrough: {
      get: (owner) => owner.common((look) => look.font.strikethrough),
      set: (owner, value) => font(owner, { strikethrough: booleanArgument(value) }),
    },
    Underline: {
      get: (owner) => owner.common((look) => look.font.underline),
      set: (owner, value) => font(owner, { underline: wordArgument(value, UNDERLINES) }),
    },
    Color: {
      get: (owner) => owner.common((look) => shownColour(owner.workbook, look.font.colour) ?? "#000000"),
      set: (owner, value) => font(owner, { colour: fileColour(hexColour(value)) }),
    },
  },
};

const FILL: HostClass<LookOwner> = {
  name: "RangeFill",
  properties: {
    Color: {
      get: (owner) =>
        owner.common((look) =>
          look.fill.pattern === "none"
            ? "#FFFFFF"
            : (shownColour(owner.workbook, look.fill.foreground) ?? "#FFFFFF"),
        ),
      set(owner, value) {
        const hex = hexColour(value);
        owner.change(`fill ${hex}`, (look) => ({
          ...look,
          fill: {
            pattern: "solid",
            foreground: fileColour(hex),
            background: { indexed: "64" },
            gradient: null,
          },
        }));
      },
    },
    Pattern: {
      get: (owner) =>
        owner.common((look) =>
          look.fill.pattern === "none" ? "None" : look.fill.pattern === "solid" ? "Solid" : look.fill.pattern,
        ),
    },
  },
  methods: {
    Clear: (owner) =>
      owner.change("fill none", (look) => ({
        ...look,
        fill: { pattern: "none", foreground: null, background: null, gradient: null },
      })),
  },
};
