/** xl/drawings/drawing#.xml: where charts lie. Pictures and shapes beside them are kept as they are. */
import { chartAnchor, type Corner, drawingPart } from "../../src/files/openxml/drawing";
import type { ChartModel } from "../model/chart";
import type { Sheet } from "../model/sheet";
import { columnAtPoint, pointsAbove, pointsBefore, rowAtPoint } from "../objects/geometry";
import {
  type Package,
  readPart,
  readRelationships,
  type Relationship,
} from "../../src/files/openxml/package";
import { readChart } from "./readChart";
import { child, descend, localName, textOf, type XmlNode } from "../../src/files/openxml/xml";

const EMU_PER_POINT = 12_700;

export function readCharts(source: Package, part: string, sheet: Sheet, newId: () => string): ChartModel[] {
  const root = readPart(source, part);
  const relationships = readRelationships(source, part);
  return (root?.children ?? []).flatMap((anchor) => {
    const target = chartPart(anchor, relationships);
    const chartRoot = target === null ? null : readPart(source, target);
    if (target === null || !chartRoot) return [];
    const chart = readChart(chartRoot, target, { chart: newId(), newId });
    chart.name = descend(anchor, "graphicFrame", "nvGraphicFramePr", "cNvPr")?.attributes["name"] ?? "Chart";
    return [Object.assign(chart, corners(anchor, sheet))];
  });
}

/** The chart part that an anchor shows; null for a picture or a shape. */
function chartPart(anchor: XmlNode, relationships: readonly Relationship[]): string | null {
  const shown = descend(anchor, "graphicFrame", "graphic", "graphicData", "chart");
  if (!shown || shown.attributes["xmlns:cx"]) return null;
  const id = Object.entries(shown.attributes).find(([name]) => name.endsWith(":id"))?.[1];
  const found = relationships.find((relationship) => relationship.id === id);
  return found?.type === "chart" ? found.target : null;
}

function corners(anchor: XmlNode, sheet: Sheet): { from: Corner; to: Corner } {
  const from = corner(child(anchor, "from"));
  const to = child(anchor, "to");
  if (to) return { from, to: corner(to) };
  const size = child(anchor, "ext")?.attributes ?? {};
  const position = child(anchor, "pos")?.attributes;
  const left = position
    ? Number(position["x"]) / EMU_PER_POINT
    : pointsBefore(sheet, from.column) + from.columnOffset;
  const top = position
    ? Number(position["y"]) / EMU_PER_POINT
    : pointsAbove(sheet, from.row) + from.rowOffset;
  const at = (x: number, y: number): Corner => {
    const across = columnAtPoint(sheet, x);
    const down = rowAtPoint(sheet, y);
    return { row: down.row, column: across.column, rowOffset: down.offset, columnOffset: across.offset };
  };
  return {
    from: at(left, top),
    to: at(left + Number(size["cx"] ?? 0) / EMU_PER_POINT, top + Number(size["cy"] ?? 0) / EMU_PER_POINT),
  };
}

function corner(node: XmlNode | undefined): Corner {
  const number = (name: string): number => Number(textOf(child(node, name)) || 0);
  return {
    row: number("row"),
    column: number("col"),
    rowOffset: number("rowOff") / EMU_PER_POINT,
    columnOffset: number("colOff") / EMU_PER_POINT,
  };
}

/** The anchors of a drawing that show no chart of the host's. */
export function otherAnchors(
  root: XmlNode | null,
  relationships: readonly Relationship[],
): readonly XmlNode[] {
  return (root?.children ?? []).filter((anchor) => chartPart(anchor, relationships) === null);
}

/** `idOf` gives the relationship of a chart's part. */
export function writeDrawing(
  root: XmlNode | null,
  others: readonly XmlNode[],
  charts: readonly ChartModel[],
  idOf: (chart: ChartModel) => string,
): XmlNode {
  const used = new Set(others.flatMap((anchor) => shapeIds(anchor)));
  let next = 2;
  const freeId = (): number => {
    while (used.has(next)) next++;
    return next++;
  };
  const frames = charts.map((chart) =>
    chartAnchor({
      from: chart.from,
      to: chart.to,
      id: freeId(),
      name: chart.name,
      description: chart.title.visible && chart.title.text ? `Chart: ${chart.title.text}` : undefined,
      relationship: idOf(chart),
    }),
  );
  return drawingPart([...others, ...frames], root?.attributes);
}

function shapeIds(node: XmlNode): readonly number[] {
  const own = localName(node) === "cNvPr" ? [Number(node.attributes["id"])] : [];
  return [...own, ...node.children.flatMap(shapeIds)];
}
