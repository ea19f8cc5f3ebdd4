/** What a deck stands on: the pack's own look, or a council's template with its master, layouts and theme. */
import { unzipSync } from "fflate";
import {
  type Package,
  readPart,
  readRelationships,
  removePart,
  setContentType,
  writeRelationships,
} from "../openxml/package";
import { child, children, descend, localName, type XmlNode } from "../openxml/xml";
import { WORKBOOK_TYPE } from "./chartData";
import { addDefaultType } from "./contentTypes";
import { OWN_PARTS, ownDeck, PRESENTATION } from "./ownLook";
import type { Box } from "./slidePlan";
import { type Stage, stageOf } from "./stage";

export interface DeckGround {
  readonly deck: Package;
  readonly stage: Stage;
  readonly presentation: string;
  readonly contentLayout: string;
  readonly titleLayout: string;
  /** The kind of the title layout's title placeholder. */
  readonly titleKind: "ctrTitle" | "title";
  readonly hasSubtitle: boolean;
  /** The part; null = to be made. */
  readonly notesMaster: string | null;
  readonly isOwn: boolean;
}

/** A file that cannot be used as a template; `message` is a plain sentence. */
export class TemplateRefused extends Error {}

export function ownGround(): DeckGround {
  const stage = stageOf();
  return {
    deck: ownDeck(stage),
    stage,
    presentation: OWN_PARTS.presentation,
    contentLayout: OWN_PARTS.titleOnly,
    titleLayout: OWN_PARTS.title,
    titleKind: "ctrTitle",
    hasSubtitle: true,
    notesMaster: null,
    isOwn: true,
  };
}

/**
 * A .potx or .pptx without its slides: only what its masters, layouts and themes need is kept.
 * @throws TemplateRefused where it is no PowerPoint file or has no layout with a title.
 */
export function templateGround(bytes: Uint8Array): DeckGround {
  const deck: Package = { parts: partsOf(bytes) };
  const presentation = readRelationships(deck, "").find(({ type }) => type === "officeDocument")?.target;
  const root = presentation === undefined ? null : readPart(deck, presentation);
  if (presentation === undefined || root === null || localName(root) !== "presentation")
    throw new TemplateRefused("This file is not a PowerPoint template. Choose a .potx or .pptx file.");
  const layouts = layoutsOf(deck, presentation);
  const contentLayout =
    layouts.find(({ type, title }) => type === "titleOnly" && title !== null) ??
    layouts.filter(({ title }) => title !== null).sort((a, b) => a.places - b.places)[0];
  if (!contentLayout)
    throw new TemplateRefused(
      "The template has no layout with a title. Add a “Title Only” layout to it, then choose it again.",
    );
  const titleLayout = layouts.find(({ type, title }) => type === "title" && title !== null) ?? contentLayout;
  const size = child(root, "sldSz")?.attributes ?? {};
  const width = Number(size["cx"]) || undefined;
  const height = Number(size["cy"]) || undefined;
  const notesMaster = readRelationships(deck, presentation).find(({ type }) => type === "notesMaster");
  dropSlides(deck, presentation);
  setContentType(deck, presentation, `${PRESENTATION}.presentation.main+xml`);
  addDefaultType(deck, "xlsx", WORKBOOK_TYPE);
  return {
    deck,
    stage: stageOf(width, height, contentLayout.title),
    presentation,
    contentLayout: contentLayout.part,
    titleLayout: titleLayout.part,
    titleKind: titleLayout.kind,
    hasSubtitle: titleLayout.hasSubtitle,
    notesMaster: notesMaster?.target ?? null,
    isOwn: false,
  };
}

function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    return new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith("/")));
  } catch {
    throw new TemplateRefused(
      "This file could not be opened. Choose a .potx or .pptx file that PowerPoint opens.",
    );
  }
}

interface Layout {
  readonly part: string;
  readonly type: string;
  /** Where its title stands; null = it has none. */
  readonly title: Box | null;
  readonly kind: "ctrTitle" | "title";
  readonly hasSubtitle: boolean;
  /** How many placeholders it has besides title, date, footer and number. */
  readonly places: number;
}

/** The layouts of the first master, in its order. */
function layoutsOf(deck: Package, presentation: string): readonly Layout[] {
  const master = readRelationships(deck, presentation).find(({ type }) => type === "slideMaster")?.target;
  if (master === undefined) return [];
  const masterTitle = titleOf(readPart(deck, master));
  return readRelationships(deck, master)
    .filter(({ type }) => type === "slideLayout")
    .flatMap(({ target }) => {
      const root = readPart(deck, target);
      if (root === null) return [];
      const kinds = placeholders(root).map(kindOf);
      const own = titleOf(root);
      const hasTitle = kinds.some((kind) => kind === "title" || kind === "ctrTitle");
      return [
        {
          part: target,
          type: root.attributes["type"] ?? "",
          title: hasTitle ? (own ?? masterTitle ?? stageOf().title) : null,
          kind: kinds.includes("ctrTitle") ? ("ctrTitle" as const) : ("title" as const),
          hasSubtitle: kinds.includes("subTitle"),
          places: kinds.filter((kind) => !["title", "ctrTitle", "dt", "ftr", "sldNum"].includes(kind)).length,
        },
      ];
    });
}

function placeholders(root: XmlNode | null): readonly XmlNode[] {
  const shapes = children(descend(root, "cSld", "spTree"), "sp");
  return shapes.filter((shape) => descend(shape, "nvSpPr", "nvPr", "ph") !== undefined);
}

function kindOf(shape: XmlNode): string {
  return descend(shape, "nvSpPr", "nvPr", "ph")?.attributes["type"] ?? "obj";
}

function titleOf(root: XmlNode | null): Box | null {
  const shape = placeholders(root).find((each) => /^(ctrT|t)itle$/.test(kindOf(each)));
  const place = descend(shape, "spPr", "xfrm");
  const [off, ext] = [child(place, "off")?.attributes, child(place, "ext")?.attributes];
  const [x, y, width, height] = [off?.["x"], off?.["y"], ext?.["cx"], ext?.["cy"]].map(Number);
  return [x, y, width, height].some((each) => each === undefined || Number.isNaN(each))
    ? null
    : { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
}

/** What hangs on a presentation and is not its look: who commented, data, macros. */
const LEFT_BEHIND = /^(slide|comments|commentAuthors|authors|customXml|printerSettings|tags|vbaProject)$/;

/** Takes the slides out, then every part that nothing leads to any more: their pictures, notes, comments. */
function dropSlides(deck: Package, presentation: string): void {
  const kept = readRelationships(deck, presentation).filter(({ type }) => !LEFT_BEHIND.test(type));
  writeRelationships(deck, presentation, kept);
  writeRelationships(
    deck,
    "",
    readRelationships(deck, "").filter(({ type }) => type === "officeDocument"),
  );
  const reached = new Set<string>(["[Content_Types].xml"]);
  const follow = (part: string): void => {
    for (const { target, external } of readRelationships(deck, part)) {
      if (external || reached.has(target)) continue;
      reached.add(target);
      follow(target);
    }
  };
  follow("");
  for (const part of [...deck.parts.keys()])
    if (!reached.has(part) && !part.endsWith(".rels")) removePart(deck, part);
}
