/** A planned deck → a .pptx: slides, charts with their workbooks, notes, all tied to the layouts that are there. */
import { describeLineChart, type WordSizes } from "../lineChart";
import { chartPart } from "../openxml/chartPart";
import { CHART_TYPE } from "../openxml/drawing";
import { addProperties, type FileProperties } from "../openxml/documentProperties";
import {
  freePart,
  type Package,
  readPart,
  readRelationships,
  type Relationship,
  setContentType,
  writePart,
  writeRelationships,
} from "../openxml/package";
import { element, localName } from "../openxml/xml";
import { packageBytes } from "../openxml/zip";
import { chartDataCells, chartWorkbook } from "./chartData";
import { chartShape, paragraph, placeholder, tableShape, textShape } from "./markup";
import {
  addNotesMaster,
  FOOTER_PLACE,
  NAMESPACES,
  notesPicture,
  PRESENTATION,
  related,
  shapeTree,
  slideNumber,
} from "./ownLook";
import { SMALLEST } from "./tableFit";
import type { DeckGround } from "./ground";
import type { ChartFrame, DeckPlan, SlidePlan } from "./slidePlan";

const ON_A_SLIDE: WordSizes = { title: 14, label: 12, others: 10.5 };
/** Slides are numbered from here on. */
const FIRST_SLIDE = 256;

export function writeDeck(
  plan: DeckPlan,
  ground: DeckGround,
  properties: Omit<FileProperties, "application">,
): Uint8Array {
  const target = ground.deck;
  const notesMaster = ground.notesMaster ?? addNotesMaster(target, freePart(target, "ppt/theme/theme#.xml"));
  const slides = plan.slides.map((slide) => writeSlide(target, slide, plan.footer, ground, notesMaster));
  writePresentation(target, ground.presentation, slides, notesMaster);
  writeRelationships(target, "", [
    { id: "rId1", type: "officeDocument", target: ground.presentation, external: false },
    ...addProperties(target, { ...properties, application: "Microsoft Office PowerPoint" }),
  ]);
  return packageBytes(target);
}

function writeSlide(
  target: Package,
  slide: SlidePlan,
  footer: string,
  ground: DeckGround,
  notesMaster: string,
): string {
  const name = freePart(target, "ppt/slides/slide#.xml");
  setContentType(target, name, `${PRESENTATION}.slide+xml`);
  const isTitle = slide.layout === "title";
  const relationships: Relationship[] = [
    related("rId1", "slideLayout", isTitle ? ground.titleLayout : ground.contentLayout),
  ];
  const add = (type: string, to: string): string => {
    const id = `rId${relationships.length + 1}`;
    relationships.push(related(id, type, to));
    return id;
  };
  let lastId = 1;
  const id = () => (lastId += 1);
  const title = placeholder(id(), "Title", { type: isTitle ? ground.titleKind : "title" }, [
    paragraph(slide.title),
  ]);
  const subtitle =
    slide.subtitle === null || !ground.hasSubtitle
      ? null
      : placeholder(
          id(),
          "Subtitle",
          { type: "subTitle", idx: 1 },
          slide.subtitle.split("\n").map((line) => paragraph(line)),
        );
  const frames = slide.frames.map((frame) => {
    if (frame.kind === "text") return textShape(id(), frame);
    if (frame.kind === "table") return tableShape(id(), frame);
    return chartShape(id(), frame, add("chart", writeChart(target, frame)));
  });
  const foot = isTitle
    ? []
    : [
        placeholder(
          id(),
          "Footer",
          { type: "ftr", sz: "quarter", idx: FOOTER_PLACE },
          [paragraph(footer, { size: SMALLEST })],
          { box: ground.isOwn ? null : ground.stage.footer },
        ),
        slideNumber(id(), ground.isOwn ? null : ground.stage.number),
      ];
  if (slide.notes.length > 0) add("notesSlide", writeNotes(target, slide.notes, name, notesMaster));
  writePart(
    target,
    name,
    element("p:sld", NAMESPACES, [
      element("p:cSld", {}, [
        shapeTree([title, ...(subtitle === null ? [] : [subtitle]), ...frames, ...foot]),
      ]),
      element("p:clrMapOvr", {}, [element("a:masterClrMapping")]),
    ]),
  );
  writeRelationships(target, name, relationships);
  return name;
}

function writeChart(target: Package, frame: ChartFrame): string {
  const name = freePart(target, "ppt/charts/chart#.xml");
  const workbook = freePart(target, "ppt/embeddings/Microsoft_Excel_Worksheet#.xlsx");
  target.parts.set(workbook, chartWorkbook(frame));
  setContentType(target, name, CHART_TYPE);
  writePart(
    target,
    name,
    chartPart(describeLineChart(frame.look, chartDataCells(frame), "rId1", ON_A_SLIDE)),
  );
  writeRelationships(target, name, [related("rId1", "package", workbook)]);
  return name;
}

function writeNotes(target: Package, lines: readonly string[], slide: string, master: string): string {
  const name = freePart(target, "ppt/notesSlides/notesSlide#.xml");
  setContentType(target, name, `${PRESENTATION}.notesSlide+xml`);
  writePart(
    target,
    name,
    element("p:notes", NAMESPACES, [
      element("p:cSld", {}, [
        shapeTree([
          notesPicture(2),
          placeholder(
            3,
            "Notes",
            { type: "body", idx: 1 },
            lines.map((line) => paragraph(line)),
          ),
        ]),
      ]),
      element("p:clrMapOvr", {}, [element("a:masterClrMapping")]),
    ]),
  );
  writeRelationships(target, name, [related("rId1", "notesMaster", master), related("rId2", "slide", slide)]);
  return name;
}

/** In the order of the schema: masters, the notes' master, slides, and what else the deck had. */
function writePresentation(
  target: Package,
  name: string,
  slides: readonly string[],
  notesMaster: string,
): void {
  const before = readRelationships(target, name).filter(
    ({ type }) => type !== "slide" && type !== "notesMaster",
  );
  const used = new Set(before.map(({ id }) => id));
  let next = 0;
  const freeId = (): string => {
    do next += 1;
    while (used.has(`rId${next}`));
    return `rId${next}`;
  };
  const notesId = freeId();
  const slideIds = slides.map(() => freeId());
  const root = readPart(target, name);
  if (!root) throw new RangeError("The deck has no presentation part.");
  const kept = root.children.filter(
    (node) => !["sldIdLst", "notesMasterIdLst", "extLst", "custShowLst"].includes(localName(node)),
  );
  const masters = kept.filter((node) => localName(node) === "sldMasterIdLst");
  const others = kept.filter((node) => localName(node) !== "sldMasterIdLst");
  writePart(target, name, {
    ...root,
    attributes: { ...root.attributes, ...NAMESPACES },
    children: [
      ...masters,
      element("p:notesMasterIdLst", {}, [element("p:notesMasterId", { "r:id": notesId })]),
      ...others.filter((node) => localName(node) === "handoutMasterIdLst"),
      element(
        "p:sldIdLst",
        {},
        slideIds.map((id, i) => element("p:sldId", { id: FIRST_SLIDE + i, "r:id": id })),
      ),
      ...others.filter((node) => localName(node) !== "handoutMasterIdLst"),
    ],
  });
  writeRelationships(target, name, [
    ...before,
    related(notesId, "notesMaster", notesMaster),
    ...slides.map((slide, i) => related(slideIds[i] ?? "", "slide", slide)),
  ]);
}
