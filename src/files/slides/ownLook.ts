/** The deck's own master, layouts and theme: the pack's look, where a council has given no template of its own. */
import { ACCENT, TARGET_LINE } from "../../pages/look";
import {
  newPackage,
  OFFICE_RELATIONSHIPS,
  type Package,
  setContentType,
  writePart,
  writeRelationships,
} from "../openxml/package";
import { solid } from "../openxml/chartMarkup";
import { theme, THEME_TYPE } from "../openxml/theme";
import { element, textNode, type XmlNode } from "../openxml/xml";
import { WORKBOOK_TYPE } from "./chartData";
import { paragraph, placed, placeholder, textBody } from "./markup";
import { type Box, INCH } from "./slidePlan";
import type { Stage } from "./stage";

export const PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml";
export const NAMESPACES = {
  "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
  "xmlns:r": OFFICE_RELATIONSHIPS,
  "xmlns:p": "http://schemas.openxmlformats.org/presentationml/2006/main",
};
const COLOUR_MAP = {
  bg1: "lt1",
  tx1: "dk1",
  bg2: "lt2",
  tx2: "dk2",
  accent1: "accent1",
  accent2: "accent2",
  accent3: "accent3",
  accent4: "accent4",
  accent5: "accent5",
  accent6: "accent6",
  hlink: "hlink",
  folHlink: "folHlink",
};
/** PowerPoint numbers masters and layouts from here on. */
const FIRST_MASTER = 2_147_483_648;

export const OWN_PARTS = {
  presentation: "ppt/presentation.xml",
  titleOnly: "ppt/slideLayouts/slideLayout1.xml",
  title: "ppt/slideLayouts/slideLayout2.xml",
} as const;
const MASTER = "ppt/slideMasters/slideMaster1.xml";
const THEME = "ppt/theme/theme1.xml";

/** A deck without slides. */
export function ownDeck(stage: Stage): Package {
  const target = newPackage({ xlsx: WORKBOOK_TYPE });
  const put = (name: string, type: string, root: XmlNode) => {
    setContentType(target, name, type);
    writePart(target, name, root);
  };
  put(THEME, THEME_TYPE, theme());
  put(MASTER, `${PRESENTATION}.slideMaster+xml`, master(stage));
  put(OWN_PARTS.titleOnly, `${PRESENTATION}.slideLayout+xml`, titleOnlyLayout());
  put(OWN_PARTS.title, `${PRESENTATION}.slideLayout+xml`, titleLayout(stage));
  put(OWN_PARTS.presentation, `${PRESENTATION}.presentation.main+xml`, presentation(stage));
  writeRelationships(target, MASTER, [
    related("rId1", "slideLayout", OWN_PARTS.titleOnly),
    related("rId2", "slideLayout", OWN_PARTS.title),
    related("rId3", "theme", THEME),
  ]);
  for (const layout of [OWN_PARTS.titleOnly, OWN_PARTS.title])
    writeRelationships(target, layout, [related("rId1", "slideMaster", MASTER)]);
  writeRelationships(target, OWN_PARTS.presentation, [
    related("rId1", "slideMaster", MASTER),
    related("rId2", "theme", THEME),
  ]);
  return target;
}

export const related = (id: string, type: string, target: string) => ({ id, type, target, external: false });

function presentation(stage: Stage): XmlNode {
  return element("p:presentation", NAMESPACES, [
    element("p:sldMasterIdLst", {}, [element("p:sldMasterId", { id: FIRST_MASTER, "r:id": "rId1" })]),
    element("p:sldIdLst"),
    element("p:sldSz", { cx: stage.width, cy: stage.height }),
    element("p:notesSz", { cx: NOTES.width, cy: NOTES.height }),
  ]);
}

/** The group that every slide's shapes are in. */
export function shapeTree(shapes: readonly XmlNode[]): XmlNode {
  const nothing = { x: 0, y: 0 };
  return element("p:spTree", {}, [
    element("p:nvGrpSpPr", {}, [
      element("p:cNvPr", { id: 1, name: "" }),
      element("p:cNvGrpSpPr"),
      element("p:nvPr"),
    ]),
    element("p:grpSpPr", {}, [
      element("a:xfrm", {}, [
        element("a:off", nothing),
        element("a:ext", { cx: 0, cy: 0 }),
        element("a:chOff", nothing),
        element("a:chExt", { cx: 0, cy: 0 }),
      ]),
    ]),
    ...shapes,
  ]);
}

const text = (words: string) => [paragraph(words)];

/** Where a shape stands by itself, its type is its own too. */
const smallType = (box: Box | null): XmlNode =>
  element("a:lstStyle", {}, box === null ? [] : [level(10, false, TARGET_LINE, "Mn")]);

export const slideNumber = (id: number, box: Box | null) =>
  element("p:sp", {}, [
    element("p:nvSpPr", {}, [
      element("p:cNvPr", { id, name: "Slide number" }),
      element("p:cNvSpPr", {}, [element("a:spLocks", { noGrp: 1 })]),
      element("p:nvPr", {}, [element("p:ph", { type: "sldNum", sz: "quarter", idx: NUMBER_PLACE })]),
    ]),
    element("p:spPr", {}, [box === null ? null : placed("a", box)]),
    textBody(
      "p",
      [
        element("a:p", {}, [
          box === null ? null : element("a:pPr", { algn: "r" }),
          element("a:fld", { id: "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type: "slidenum" }, [
            element("a:rPr", { lang: "en-GB", sz: 1000 }, [element("a:latin", { typeface: "+mn-lt" })]),
            element("a:t", {}, [textNode("‹#›")]),
          ]),
        ]),
      ],
      undefined,
      smallType(box),
    ),
  ]);

export const FOOTER_PLACE = 10;
const NUMBER_PLACE = 11;

function footerShapes(stage: Stage | null, from: number): readonly XmlNode[] {
  const footer = { type: "ftr", sz: "quarter", idx: FOOTER_PLACE };
  return [
    placeholder(
      from,
      "Footer",
      footer,
      [
        element("a:p", {}, [
          element("a:endParaRPr", { lang: "en-GB", sz: stage === null ? undefined : 1000 }),
        ]),
      ],
      { box: stage?.footer ?? null, listStyle: smallType(stage?.footer ?? null) },
    ),
    slideNumber(from + 1, stage?.number ?? null),
  ];
}

const level = (size: number, bold: boolean, colour: string, place: "Mj" | "Mn") =>
  element("a:lvl1pPr", { algn: "l" }, [
    element("a:defRPr", { sz: size * 100, b: bold ? 1 : 0 }, [
      solid(colour),
      element("a:latin", { typeface: place === "Mj" ? "+mj-lt" : "+mn-lt" }),
    ]),
  ]);

function master(stage: Stage): XmlNode {
  return element("p:sldMaster", NAMESPACES, [
    element("p:cSld", {}, [
      element("p:bg", {}, [element("p:bgRef", { idx: 1001 }, [element("a:schemeClr", { val: "bg1" })])]),
      shapeTree([
        placeholder(2, "Title", { type: "title" }, text("Click to edit the title"), {
          box: stage.title,
          body: element("a:bodyPr", { lIns: 0, rIns: 0, anchor: "ctr" }, [element("a:normAutofit")]),
        }),
        ...footerShapes(stage, 3),
      ]),
    ]),
    element("p:clrMap", COLOUR_MAP),
    element("p:sldLayoutIdLst", {}, [
      element("p:sldLayoutId", { id: FIRST_MASTER + 1, "r:id": "rId1" }),
      element("p:sldLayoutId", { id: FIRST_MASTER + 2, "r:id": "rId2" }),
    ]),
    element("p:txStyles", {}, [
      element("p:titleStyle", {}, [level(24, true, ACCENT, "Mj")]),
      element("p:bodyStyle", {}, [level(18, false, TARGET_LINE, "Mn")]),
      element("p:otherStyle", {}, [level(10, false, TARGET_LINE, "Mn")]),
    ]),
  ]);
}

const layout = (type: string, name: string, shapes: readonly XmlNode[]): XmlNode =>
  element("p:sldLayout", { ...NAMESPACES, type, preserve: 1 }, [
    element("p:cSld", { name }, [shapeTree(shapes)]),
    element("p:clrMapOvr", {}, [element("a:masterClrMapping")]),
  ]);

function titleOnlyLayout(): XmlNode {
  return layout("titleOnly", "Title only", [
    placeholder(2, "Title", { type: "title" }, text("Click to edit the title")),
    ...footerShapes(null, 3),
  ]);
}

function titleLayout(stage: Stage): XmlNode {
  const { x, width } = stage.title;
  const title = { x, y: stage.height * 0.36, width, height: 1.1 * INCH };
  const subtitle = { x, y: title.y + title.height + 0.15 * INCH, width, height: 1.2 * INCH };
  const band = { x: 0, y: 0, width: 0.18 * INCH, height: stage.height };
  return layout("title", "Title slide", [
    element("p:sp", {}, [
      element("p:nvSpPr", {}, [
        element("p:cNvPr", { id: 5, name: "Band" }),
        element("p:cNvSpPr"),
        element("p:nvPr", { userDrawn: 1 }),
      ]),
      element("p:spPr", {}, [
        placed("a", band),
        element("a:prstGeom", { prst: "rect" }, [element("a:avLst")]),
        solid(ACCENT),
        element("a:ln", {}, [element("a:noFill")]),
      ]),
      textBody("p", [element("a:p", {}, [element("a:endParaRPr", { lang: "en-GB" })])]),
    ]),
    element("p:sp", {}, [
      element("p:nvSpPr", {}, [
        element("p:cNvPr", { id: 2, name: "Title" }),
        element("p:cNvSpPr", {}, [element("a:spLocks", { noGrp: 1 })]),
        element("p:nvPr", {}, [element("p:ph", { type: "ctrTitle" })]),
      ]),
      element("p:spPr", {}, [placed("a", title)]),
      element("p:txBody", {}, [
        element("a:bodyPr", { anchor: "b" }),
        element("a:lstStyle", {}, [level(36, true, ACCENT, "Mj")]),
        paragraph("Click to edit the title"),
      ]),
    ]),
    placeholder(3, "Subtitle", { type: "subTitle", idx: 1 }, text("Click to edit the subtitle"), {
      box: subtitle,
    }),
  ]);
}

const NOTES = { width: 6_858_000, height: 9_144_000 };
const NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml";

/** Notes need a master with a theme of its own. Gives the master's part. */
export function addNotesMaster(target: Package, themePart: string): string {
  setContentType(target, themePart, THEME_TYPE);
  writePart(target, themePart, theme());
  setContentType(target, NOTES_MASTER, `${PRESENTATION}.notesMaster+xml`);
  const edge = 0.6 * INCH;
  const width = NOTES.width - 2 * edge;
  const picture = { x: edge, y: edge, width, height: (width * 9) / 16 };
  const body = {
    x: edge,
    y: picture.y + picture.height + 0.3 * INCH,
    width,
    height: NOTES.height - picture.height - 2.2 * INCH,
  };
  writePart(
    target,
    NOTES_MASTER,
    element("p:notesMaster", NAMESPACES, [
      element("p:cSld", {}, [
        element("p:bg", {}, [element("p:bgRef", { idx: 1001 }, [element("a:schemeClr", { val: "bg1" })])]),
        shapeTree([
          notesPicture(2, picture),
          placeholder(3, "Notes", { type: "body", sz: "quarter", idx: 1 }, text("Notes"), { box: body }),
        ]),
      ]),
      element("p:clrMap", COLOUR_MAP),
      element("p:notesStyle", {}, [level(12, false, "#000000", "Mn")]),
    ]),
  );
  writeRelationships(target, NOTES_MASTER, [related("rId1", "theme", themePart)]);
  return NOTES_MASTER;
}

export function notesPicture(id: number, box: Box | null = null): XmlNode {
  return element("p:sp", {}, [
    element("p:nvSpPr", {}, [
      element("p:cNvPr", { id, name: "Slide" }),
      element("p:cNvSpPr", {}, [element("a:spLocks", { noGrp: 1, noRot: 1, noChangeAspect: 1 })]),
      element("p:nvPr", {}, [element("p:ph", { type: "sldImg", idx: box === null ? undefined : 2 })]),
    ]),
    element(
      "p:spPr",
      {},
      box === null ? [] : [placed("a", box), element("a:prstGeom", { prst: "rect" }, [element("a:avLst")])],
    ),
  ]);
}
