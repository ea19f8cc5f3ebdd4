/** Excel.RangeBorderCollection and its edges: a line of the file is a style and a weight of the API. */
import { type Area, lastColumn, lastRow } from "../model/address";
import { lookAt } from "../model/sheet";
import { HostFault } from "../model/fault";
import type { Workbook } from "../model/workbook";
import type { Edge, Look, Side } from "../../src/files/openxml/looks";
import type { LookOwner } from "./lookParts";
import {
  type HostClass,
  type HostObject,
  hostObject,
  type Json,
  wholeArgument,
  wordArgument,
} from "../host/hostObject";
import { fileColour, hexColour, shownColour } from "./colour";
import { place, type RangeTarget } from "./context";
import { changeLooks } from "./looks";

export const bordersObject = (range: RangeTarget): HostObject => hostObject(BORDERS, edgesOf(range));

/** The same of a cell style, which has no inside. */
export const styleBordersObject = (style: LookOwner): HostObject => hostObject(BORDERS, styleEdges(style));

const EDGES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type EdgeName = (typeof EDGES)[number];

interface EdgeOwner {
  readonly workbook: Workbook;
  changeEdge(edge: EdgeName, key: string, how: EdgeChange): void;
  commonEdge(edge: EdgeName, of: (edge: Edge | undefined) => Json): Json;
}

type EdgeChange = (edge: Edge | undefined) => Edge | undefined;

interface BorderTarget {
  readonly owner: EdgeOwner;
  readonly edge: EdgeName;
}

const BORDERS: HostClass<EdgeOwner> = {
  name: "RangeBorderCollection",
  properties: { Count: { get: () => EDGES.length } },
  items: (owner) => EDGES.map((edge) => hostObject(BORDER, { owner, edge })),
  item: (owner, key) => hostObject(BORDER, { owner, edge: wordArgument(key, EDGES) }),
  methods: {
    GetItemAt: (owner, index) =>
      hostObject(BORDER, { owner, edge: EDGES[wholeArgument(index)] ?? "EdgeTop" }),
  },
};

/** Which sides of which cells an edge of the range is. */
function sides(range: RangeTarget, edge: EdgeName): readonly { readonly area: Area; readonly side: Side }[] {
  const { area } = place(range);
  const bottom = lastRow(area);
  const right = lastColumn(area);
  switch (edge) {
    case "EdgeTop":
      return [{ area: { ...area, rows: 1 }, side: "top" }];
    case "EdgeBottom":
      return [{ area: { ...area, row: bottom, rows: 1 }, side: "bottom" }];
    case "EdgeLeft":
      return [{ area: { ...area, columns: 1 }, side: "left" }];
    case "EdgeRight":
      return [{ area: { ...area, column: right, columns: 1 }, side: "right" }];
    case "InsideHorizontal":
      return area.rows < 2 ? [] : [{ area: { ...area, rows: area.rows - 1 }, side: "bottom" }];
    case "InsideVertical":
      return area.columns < 2 ? [] : [{ area: { ...area, columns: area.columns - 1 }, side: "right" }];
    default:
      return [{ area, side: "diagonal" }];
  }
}

const LINES: Readonly<Record<string, { readonly style: string; readonly weight: string }>> = {
  hair: { style: "Continuous", weight: "Hairline" },
  thin: { style: "Continuous", weight: "Thin" },
  medium: { style: "Continuous", weight: "Medium" },
  thick: { style: "Continuous", weight: "Thick" },
  dashed: { style: "Dash", weight: "Thin" },
  mediumDashed: { style: "Dash", weight: "Medium" },
  dotted: { style: "Dot", weight: "Thin" },
  dashDot: { style: "DashDot", weight: "Thin" },
  mediumDashDot: { style: "DashDot", weight: "Medium" },
  dashDotDot: { style: "DashDotDot", weight: "Thin" },
  mediumDashDotDot: { style: "DashDotDot", weight: "Medium" },
  double: { style: "Double", weight: "Thick" },
  slantDashDot: { style: "SlantDashDot", weight: "Medium" },
};

function lineFor(style: string, weight: string): string {
  const both = Object.keys(LINES).find(
    (line) => LINES[line]!.style === style && LINES[line]!.weight === weight,
  );
  return both ?? Object.keys(LINES).find((line) => LINES[line]!.style === style && line !== "hair") ?? "thin";
}

/** One side of one look, changed. */
function withEdge(look: Look, side: Side, edge: EdgeName, how: EdgeChange): Look {
  const { [side]: old, ...others } = look.borders.edges;
  const drawn = how(old);
  return {
    ...look,
    borders: {
      edges: drawn ? { ...others, [side]: drawn } : others,
      diagonalUp: look.borders.diagonalUp || (edge === "DiagonalUp" && drawn !== undefined),
      diagonalDown: look.borders.diagonalDown || (edge === "DiagonalDown" && drawn !== undefined),
    },
  };
}

function edgesOf(range: RangeTarget): EdgeOwner {
  return {
    workbook: range.context.workbook,
    changeEdge(edge, key, how) {
      for (const { area, side } of sides(range, edge))
        changeLooks(range, area, `border ${edge} ${side} ${key}`, (look) => withEdge(look, side, edge, how));
    },
    commonEdge(edge, of) {
      const values = new Set<Json>();
      const { workbook, sheet } = place(range);
      for (const { area, side } of sides(range, edge)) {
        for (let row = area.row; row <= Math.min(lastRow(area), area.row + 2000); row++) {
          for (let column = area.column; column <= Math.min(lastColumn(area), area.column + 500); column++) {
            values.add(of(workbook.looks.look(lookAt(sheet, row, column)).borders.edges[side]));
          }
        }
      }
      return values.size === 1 ? [...values][0]! : values.size === 0 ? of(undefined) : null;
    },
  };
}

const STYLE_SIDES: Readonly<Partial<Record<EdgeName, Side>>> = {
  EdgeTop: "top",
  EdgeBottom: "bottom",
  EdgeLeft: "left",
  EdgeRight: "right",
  DiagonalDown: "diagonal",
  DiagonalUp: "diagonal",
};

function styleEdges(style: LookOwner): EdgeOwner {
  const sideOf = (edge: EdgeName): Side => {
    const side = STYLE_SIDES[edge];
    if (!side) throw new HostFault("InvalidArgument");
    return side;
  };
  return {
    workbook: style.workbook,
    changeEdge(edge, key, how) {
      const side = sideOf(edge);
      style.change(`border ${edge} ${key}`, (look) => withEdge(look, side, edge, how));
    },
    commonEdge: (edge, of) => style.common((look) => of(look.borders.edges[sideOf(edge)])),
  };
}

const STYLES = [
  "None",
  "Continuous",
  "Dash",
  "DashDot",
  "DashDotDot",
  "Dot",
  "Double",
  "SlantDashDot",
] as const;
const WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"] as const;
const AUTOMATIC = { auto: "1" };

const BORDER: HostClass<BorderTarget> = {
  name: "RangeBorder",
  identity: ({ edge }) => ({ Id: edge }),
  properties: {
    SideIndex: { get: ({ edge }) => edge },
    Style: {
      get: (border) =>
        border.owner.commonEdge(border.edge, (edge) =>
          edge ? (LINES[edge.style]?.style ?? "Continuous") : "None",
        ),
      set(border, value) {
        const style = wordArgument(value, STYLES);
        border.owner.changeEdge(border.edge, `style ${style}`, (edge) =>
          style === "None"
            ? undefined
            : {
                style: lineFor(style, LINES[edge?.style ?? "thin"]!.weight),
                colour: edge?.colour ?? AUTOMATIC,
              },
        );
      },
    },
    Weight: {
      get: (border) =>
        border.owner.commonEdge(border.edge, (edge) => LINES[edge?.style ?? "thin"]?.weight ?? "Thin"),
      set(border, value) {
        const weight = wordArgument(value, WEIGHTS);
        border.owner.changeEdge(border.edge, `weight ${weight}`, (edge) => ({
          style: lineFor(LINES[edge?.style ?? "thin"]!.style, weight),
          colour: edge?.colour ?? AUTOMATIC,
        }));
      },
    },
    Color: {
      get: (border) =>
        border.owner.commonEdge(
          border.edge,
          (edge) => shownColour(border.owner.workbook, edge?.colour ?? null) ?? "#000000",
        ),
      set(border, value) {
        const hex = hexColour(value);
        border.owner.changeEdge(border.edge, `colour ${hex}`, (edge) => ({
          style: edge?.style ?? "thin",
          colour: fileColour(hex),
        }));
      },
    },
  },
};
