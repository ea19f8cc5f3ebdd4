/** xl/drawings/drawing#.xml: a chart's frame over the cells that it covers. */
import { element, textNode, type XmlNode } from "./xml";

const EMU_PER_POINT = 12_700;
export const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
export const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const SPREADSHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/** A cell, zero-based, and how far into it, in points. */
export interface Corner {
  readonly row: number;
  readonly column: number;
  readonly rowOffset: number;
  readonly columnOffset: number;
}

export interface ChartFrame {
  readonly from: Corner;
  readonly to: Corner;
  /** Unlike every other shape's of the drawing. */
  readonly id: number;
  readonly name: string;
  /** Alternative text. */
  readonly description: string | undefined;
  /** Of the chart's part. */
  readonly relationship: string;
}

export function drawingPart(
  anchors: readonly XmlNode[],
  attributes: Readonly<Record<string, string>> = {},
): XmlNode {
  const spaces = { "xmlns:xdr": SPREADSHEET_DRAWING, "xmlns:a": DRAWING };
  return element("xdr:wsDr", { ...spaces, ...attributes }, anchors);
}

export function chartAnchor(frame: ChartFrame): XmlNode {
  return element("xdr:twoCellAnchor", {}, [
    cornerNode("xdr:from", frame.from),
    cornerNode("xdr:to", frame.to),
    element("xdr:graphicFrame", { macro: "" }, [
      element("xdr:nvGraphicFramePr", {}, [
        element("xdr:cNvPr", { id: frame.id, name: frame.name, descr: frame.description }),
        element("xdr:cNvGraphicFramePr"),
      ]),
      element("xdr:xfrm", {}, [element("a:off", { x: 0, y: 0 }), element("a:ext", { cx: 0, cy: 0 })]),
      element("a:graphic", {}, [
        element("a:graphicData", { uri: CHART }, [
          element("c:chart", { "xmlns:c": CHART, "xmlns:r": RELATIONSHIPS, "r:id": frame.relationship }),
        ]),
      ]),
    ]),
    element("xdr:clientData"),
  ]);
}

function cornerNode(name: string, { row, column, rowOffset, columnOffset }: Corner): XmlNode {
  const number = (part: string, value: number): XmlNode =>
    element(`xdr:${part}`, {}, [textNode(String(Math.round(value)))]);
  return element(name, {}, [
    number("col", column),
    number("colOff", columnOffset * EMU_PER_POINT),
    number("row", row),
    number("rowOff", rowOffset * EMU_PER_POINT),
  ]);
}
