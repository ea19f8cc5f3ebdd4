/** Excel.RangeBorderCollection and its edges: a line of the file is a style and a weight of the API. */
import { type Area, lastColumn, lastRow } from "../model/address";
import { lookAt } from "../model/sheet";
import type { Edge, Side } from "../model/style";
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

export const bordersObject = (range: RangeTarget): HostObject => hostObject(BORDERS, range);

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

interface BorderTarget {
  readonly range: RangeTarget;
  readonly edge: EdgeName;
}

const BORDERS: HostClass<RangeTarget> = {
  name: "RangeBorderCollection",
  properties: { Count: { get: () => EDGES.length } },
  items: (range) => EDGES.map((edge) => hostObject(BORDER, { range, edge })),
  item: (range, key) => hostObject(BORDER, { range, edge: wordArgument(key, EDGES) }),
  methods: {
    GetItemAt: (range, index) =>
      hostObject(BORDER, { range, edge: EDGES[wholeArgument(index)] ?? "EdgeTop" }),
  },
};

/** Which sides of which cells an edge of the range is. */
function sides({ range, edge }: BorderTarget): readonly { readonly area: Area; readonly side: Side }[] {
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

function changeEdge(
  border: BorderTarget,
  key: string,
  how: (edge: Edge | undefined) => Edge | undefined,
): void {
  for (const { area, side } of sides(border)) {
    changeLooks(border.range, area, `border ${border.edge} ${side} ${key}`, (look) => {
      const { [side]: old, ...others } = look.borders.edges;
      const edge = how(old);
      return {
        ...look,
        borders: {
          edges: edge ? { ...others, [side]: edge } : others,
          diagonalUp: look.borders.diagonalUp || (border.edge === "DiagonalUp" && edge !== undefined),
          diagonalDown: look.borders.diagonalDown || (border.edge === "DiagonalDown" && edge !== undefined),
        },
      };
    });
  }
}

function edgeOf(border: BorderTarget, of: (edge: Edge | undefined) => Json): Json {
  const values = new Set<Json>();
  const { workbook, sheet } = place(border.range);
  for (const { area, side } of sides(border)) {
    for (let row = area.row; row <= Math.min(lastRow(area), area.row + 2000); row++) {
      for (let column = area.column; column <= Math.min(lastColumn(area), area.column + 500); column++) {
        values.add(of(workbook.looks.look(lookAt(sheet, row, column)).borders.edges[side]));
      }
    }
  }
  return values.size === 1 ? [...values][0]! : values.size === 0 ? of(undefined) : null;
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
      get: (border) => edgeOf(border, (edge) => (edge ? (LINES[edge.style]?.style ?? "Continuous") : "None")),
      set(border, value) {
        const style = wordArgument(value, STYLES);
        changeEdge(border, `style ${style}`, (edge) =>
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
      get: (border) => edgeOf(border, (edge) => LINES[edge?.style ?? "thin"]?.weight ?? "Thin"),
      set(border, value) {
        const weight = wordArgument(value, WEIGHTS);
        changeEdge(border, `weight ${weight}`, (edge) => ({
          style: lineFor(LINES[edge?.style ?? "thin"]!.style, weight),
          colour: edge?.colour ?? AUTOMATIC,
        }));
      },
    },
    Color: {
      get: (border) =>
        edgeOf(
          border,
          (edge) => shownColour(border.range.context.workbook, edge?.colour ?? null) ?? "#000000",
        ),
      set(border, value) {
        const hex = hexColour(value);
        changeEdge(border, `colour ${hex}`, (edge) => ({
          style: edge?.style ?? "thin",
          colour: fileColour(hex),
        }));
      },
    },
  },
};
