/** Text, tables and frames as PowerPoint spells them. */
import { RULE_GREY, RULE_LOOKS, TOTAL_RULE, ACCENT, WHITE } from "../../pages/look";
import { solid } from "../openxml/chartMarkup";
import { element, textNode, type XmlNode } from "../openxml/xml";
import { INK } from "./look";
import type { Box, ChartFrame, SlideCell, TableFrame, TextFrame } from "./slidePlan";
import { CELL_MARGIN } from "./tableFit";

const TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table";
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const LANGUAGE = "en-GB";
const HUNDREDTHS = 100;

export const placed = (prefix: "a" | "p", { x, y, width, height }: Box): XmlNode =>
  element(`${prefix}:xfrm`, {}, [
    element("a:off", { x: Math.round(x), y: Math.round(y) }),
    element("a:ext", { cx: Math.round(width), cy: Math.round(height) }),
  ]);

interface RunLook {
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
}

/** Letters that XML refuses, for which PowerPoint has no spelling, are left out. */
function words(text: string): XmlNode {
  // The letters that XML refuses are the very ones looked for.
  // eslint-disable-next-line no-control-regex
  return textNode(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ""));
}

function runProperties(name: string, { size, bold, colour }: RunLook): XmlNode {
  return element(
    name,
    {
      lang: LANGUAGE,
      sz: size === undefined ? undefined : Math.round(size * HUNDREDTHS),
      b: bold === undefined ? undefined : bold ? 1 : 0,
    },
    [
      colour === undefined ? null : solid(colour),
      // Text outside a placeholder would else have the program's own typeface.
      size === undefined ? null : element("a:latin", { typeface: "+mn-lt" }),
    ],
  );
}

function run(text: string, look: RunLook = {}): XmlNode {
  return element("a:r", {}, [runProperties("a:rPr", look), element("a:t", {}, [words(text)])]);
}

export function paragraph(text: string, look: RunLook = {}, properties: XmlNode | null = null): XmlNode {
  return element("a:p", {}, [
    properties,
    text === "" ? null : run(text, look),
    text === "" ? runProperties("a:endParaRPr", look) : null,
  ]);
}

export function textBody(
  prefix: "a" | "p",
  paragraphs: readonly XmlNode[],
  body = element("a:bodyPr"),
  listStyle = element("a:lstStyle"),
): XmlNode {
  return element(`${prefix}:txBody`, {}, [body, listStyle, ...paragraphs]);
}

interface PlaceholderLook {
  /** Left out or null: where the layout has it. */
  readonly box?: Box | null;
  readonly listStyle?: XmlNode;
  readonly body?: XmlNode;
}

/** A shape that fills a placeholder of the layout. */
export function placeholder(
  id: number,
  name: string,
  kind: Readonly<Record<string, string | number | undefined>>,
  paragraphs: readonly XmlNode[],
  { box = null, listStyle, body }: PlaceholderLook = {},
): XmlNode {
  return element("p:sp", {}, [
    element("p:nvSpPr", {}, [
      element("p:cNvPr", { id, name }),
      element("p:cNvSpPr", {}, [element("a:spLocks", { noGrp: 1 })]),
      element("p:nvPr", {}, [element("p:ph", kind)]),
    ]),
    element("p:spPr", {}, [box === null ? null : placed("a", box)]),
    textBody("p", paragraphs, body, listStyle),
  ]);
}

const NO_INSETS = { lIns: 0, tIns: 0, rIns: 0, bIns: 0, wrap: "square" };

export function textShape(id: number, frame: TextFrame): XmlNode {
  const look = { size: frame.size, bold: frame.bold, colour: frame.colour };
  const indent = Math.round(frame.size * 12_700);
  const bullet = frame.bulleted
    ? element("a:pPr", { marL: indent, indent: -indent }, [
        element("a:spcAft", {}, [element("a:spcPts", { val: 900 })]),
        element("a:buFont", { typeface: "Arial" }),
        element("a:buChar", { char: "•" }),
      ])
    : null;
  return element("p:sp", {}, [
    element("p:nvSpPr", {}, [
      element("p:cNvPr", { id, name: frame.name }),
      element("p:cNvSpPr", { txBox: 1 }),
      element("p:nvPr"),
    ]),
    element("p:spPr", {}, [
      placed("a", frame.box),
      element("a:prstGeom", { prst: "rect" }, [element("a:avLst")]),
      element("a:noFill"),
    ]),
    textBody(
      "p",
      frame.paragraphs.map((text) => paragraph(text, look, bullet)),
      element("a:bodyPr", frame.bulleted ? NO_INSETS : { ...NO_INSETS, anchor: "b" }, [
        element("a:normAutofit"),
      ]),
    ),
  ]);
}

function graphicFrame(
  id: number,
  { name, description, box }: TableFrame | ChartFrame,
  uri: string,
  content: XmlNode,
): XmlNode {
  return element("p:graphicFrame", {}, [
    element("p:nvGraphicFramePr", {}, [
      element("p:cNvPr", { id, name, descr: description }),
      element("p:cNvGraphicFramePr", {}, [element("a:graphicFrameLocks", { noGrp: 1 })]),
      element("p:nvPr"),
    ]),
    placed("p", box),
    element("a:graphic", {}, [element("a:graphicData", { uri }, [content])]),
  ]);
}

export function chartShape(id: number, frame: ChartFrame, relationship: string): XmlNode {
  return graphicFrame(id, frame, CHART, element("c:chart", { "xmlns:c": CHART, "r:id": relationship }));
}

export function tableShape(id: number, frame: TableFrame): XmlNode {
  const row = (cells: readonly SlideCell[], height: number, place: RowPlace): XmlNode =>
    element(
      "a:tr",
      { h: Math.round(height) },
      cells.map((cell) => tableCell(cell, frame.size, place)),
    );
  const last = frame.rows.length - 1;
  return graphicFrame(
    id,
    frame,
    TABLE,
    element("a:tbl", {}, [
      element("a:tblPr", { firstRow: 1, lastRow: frame.hasTotal ? 1 : undefined }),
      element(
        "a:tblGrid",
        {},
        frame.columnWidths.map((width) => element("a:gridCol", { w: Math.round(width) })),
      ),
      row(frame.headings, frame.headingHeight, "heading"),
      ...frame.rows.map((cells, i) =>
        row(cells, frame.rowHeights[i] ?? 0, frame.hasTotal && i === last ? "total" : "body"),
      ),
    ]),
  );
}

type RowPlace = "heading" | "body" | "total";
const ALIGN = { left: "l", right: "r", centre: "ctr" } as const;
const HAIR = 6350;

function tableCell({ text, align, bold, fill }: SlideCell, size: number, place: RowPlace): XmlNode {
  const heading = place === "heading";
  const ruled = fill === null ? null : RULE_LOOKS[fill];
  const colour = heading ? WHITE : (ruled?.colour ?? INK);
  const background = heading ? ACCENT : (ruled?.fill ?? null);
  return element("a:tc", {}, [
    textBody("a", [
      paragraph(text, { size, bold: bold || heading, colour }, element("a:pPr", { algn: ALIGN[align] })),
    ]),
    element(
      "a:tcPr",
      {
        marL: CELL_MARGIN.across,
        marR: CELL_MARGIN.across,
        marT: CELL_MARGIN.down,
        marB: CELL_MARGIN.down,
        anchor: "ctr",
      },
      [
        edge("a:lnL", null),
        edge("a:lnR", null),
        edge("a:lnT", place === "total" ? TOTAL_RULE : null),
        edge("a:lnB", heading ? null : RULE_GREY),
        background === null ? element("a:noFill") : solid(background),
      ],
    ),
  ]);
}

function edge(name: string, colour: string | null): XmlNode {
  return colour === null
    ? element(name, { w: 0 }, [element("a:noFill")])
    : element(name, { w: HAIR }, [solid(colour)]);
}
