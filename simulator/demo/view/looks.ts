/** A cell's look as CSS. */
import type { RuleLook } from "../../model/rule";
import type { Edge, Look } from "../../../src/files/openxml/looks";
import { screenColour } from "./colours";

const EDGE_WIDTHS: Readonly<Record<string, string>> = {
  hair: "1px",
  thin: "1px",
  dotted: "1px",
  dashed: "1px",
  medium: "2px",
  mediumDashed: "2px",
  thick: "3px",
  double: "3px",
};
const EDGE_LINES: Readonly<Record<string, string>> = {
  dotted: "dotted",
  hair: "dotted",
  dashed: "dashed",
  mediumDashed: "dashed",
  double: "double",
};

/** `isNumber`: whether the cell's value goes to the right where its alignment is general. */
export function lookStyle(look: Look, isNumber: boolean, theme: readonly string[]): string {
  const { font, fill, alignment, borders } = look;
  const background =
    fill.pattern === "none"
      ? null
      : (screenColour(fill.foreground, theme) ?? screenColour(fill.background, theme));
  const colour = screenColour(font.colour, theme);
  return [
    `font:${font.italic ? "italic " : ""}${font.bold ? "700" : "400"} ${font.size}pt/1.2 "${font.name.replace(/[^\w -]/g, "")}",Arial,sans-serif`,
    font.underline === "None" ? "" : "text-decoration:underline",
    colour === null ? "" : `color:${colour}`,
    background === null ? "" : `background-color:${background}`,
    `text-align:${alignmentOf(alignment.horizontal, isNumber)}`,
    `vertical-align:${alignment.vertical === "center" ? "middle" : alignment.vertical === "top" ? "top" : "bottom"}`,
    alignment.wrap ? "white-space:normal;overflow-wrap:anywhere" : "",
    alignment.indent > 0 ? `padding-left:${3 + alignment.indent * 9}px` : "",
    edgeStyle("top", borders.edges.top, theme),
    edgeStyle("bottom", borders.edges.bottom, theme),
    edgeStyle("left", borders.edges.left, theme),
    edgeStyle("right", borders.edges.right, theme),
  ]
    .filter((part) => part !== "")
    .join(";");
}

/** What a conditional format lays over the cell's own look. */
export function ruleStyle(look: RuleLook, theme: readonly string[]): string {
  const colour = screenColour(look.fontColour, theme);
  return [
    look.fill === null
      ? ""
      : `background-color:${look.fill.startsWith("#") ? look.fill : `#${look.fill.slice(-6)}`}`,
    colour === null ? "" : `color:${colour}`,
    look.bold === true ? "font-weight:700" : "",
  ]
    .filter((part) => part !== "")
    .join(";");
}

function alignmentOf(horizontal: string, isNumber: boolean): string {
  if (horizontal === "left" || horizontal === "center" || horizontal === "right") return horizontal;
  return isNumber ? "right" : "left";
}

function edgeStyle(side: string, edge: Edge | undefined, theme: readonly string[]): string {
  if (!edge || edge.style === "none") return "";
  const width = EDGE_WIDTHS[edge.style] ?? "1px";
  return `border-${side}:${width} ${EDGE_LINES[edge.style] ?? "solid"} ${screenColour(edge.colour, theme) ?? "#000"}`;
}
