/** Lines, fills, text and titles, as every part of a chart spells them. */
import type { ChartTitle, LineLook, TextLook } from "./chartDescription";
import { element, textNode, type XmlNode } from "./xml";

export const val = (name: string, value: string | number): XmlNode => element(`c:${name}`, { val: value });

const hex = (colour: string): XmlNode => element("a:srgbClr", { val: colour.slice(1) });
export const solid = (colour: string): XmlNode => element("a:solidFill", {}, [hex(colour)]);

export function shapeLook(fill: string | null, line: LineLook): XmlNode | null {
  const parts = [fill === null ? null : fill === "none" ? element("a:noFill") : solid(fill), lineNode(line)];
  return parts.some((part) => part !== null) ? element("c:spPr", {}, parts) : null;
}

const DASHES: Readonly<Record<string, string>> = {
  Continuous: "solid",
  Dash: "dash",
  DashDot: "dashDot",
  DashDotDot: "lgDashDotDot",
  Dot: "sysDash",
  RoundDot: "sysDot",
};
const EMU_PER_POINT = 12_700;

function lineNode(line: LineLook): XmlNode | null {
  if (!line.visible) return element("a:ln", {}, [element("a:noFill")]);
  if (line.colour === null && line.weight === null && line.dash === null) return null;
  const rounded = line.weight !== null && line.weight >= 1 ? element("a:round") : null;
  return element(
    "a:ln",
    {
      w: line.weight === null ? undefined : Math.round(line.weight * EMU_PER_POINT),
      cap: rounded && line.dash === "Continuous" ? "rnd" : undefined,
    },
    [
      line.colour === null ? null : solid(line.colour),
      line.dash === null ? null : element("a:prstDash", { val: DASHES[line.dash] ?? "solid" }),
      rounded,
    ],
  );
}

const plainText = (font: TextLook): boolean => Object.values(font).every((value) => value === null);

function runProperties(name: string, font: TextLook): XmlNode {
  return element(
    name,
    {
      lang: name === "a:rPr" ? "en-GB" : undefined,
      sz: font.size === null ? undefined : Math.round(font.size * 100),
      b: font.bold === null ? undefined : font.bold ? 1 : 0,
      i: font.italic === null ? undefined : font.italic ? 1 : 0,
    },
    [
      font.colour === null ? null : solid(font.colour),
      font.name === null ? null : element("a:latin", { typeface: font.name }),
      font.name === null ? null : element("a:cs", { typeface: font.name }),
    ],
  );
}

/** Text properties of labels and of the chart as a whole; null where nothing is set. */
export function textLook(font: TextLook, rotation: number | null): XmlNode | null {
  if (plainText(font) && !rotation) return null;
  return element("c:txPr", {}, [
    element("a:bodyPr", rotation ? { rot: Math.round(-rotation * 60_000), vert: "horz" } : {}),
    element("a:lstStyle"),
    element("a:p", {}, [
      element("a:pPr", {}, [runProperties("a:defRPr", font)]),
      element("a:endParaRPr", { lang: "en-GB" }),
    ]),
  ]);
}

export function title(model: ChartTitle, rotation?: number): XmlNode | null {
  if (!model.visible) return null;
  const body = element("a:bodyPr", rotation === undefined ? {} : { rot: rotation, vert: "horz" });
  const text =
    model.text === null
      ? null
      : element("c:tx", {}, [
          element("c:rich", {}, [
            body,
            element("a:lstStyle"),
            element("a:p", {}, [
              element("a:pPr", {}, [runProperties("a:defRPr", model.font)]),
              element("a:r", {}, [
                runProperties("a:rPr", model.font),
                element("a:t", {}, [textNode(model.text)]),
              ]),
            ]),
          ]),
        ]);
  return element("c:title", {}, [
    text,
    val("overlay", model.overlay ? 1 : 0),
    text ? null : textLook(model.font, null),
  ]);
}
