/** What a conditional format changes of a cell's look → its dxf. */
import { colour, type StyleSheet, UNDERLINES } from "../../src/files/openxml/styles";
import { element, type XmlNode } from "../../src/files/openxml/xml";
import type { RuleLook } from "../model/rule";

/** As the file had it where nothing of it was set. */
export function ruleLook(look: RuleLook, styles: StyleSheet): number {
  return styles.ruleLook(look.source ?? dxf(look, styles));
}

function dxf(look: RuleLook, styles: StyleSheet): XmlNode {
  const flag = (name: string, value: boolean | null): XmlNode | null =>
    value === null ? null : element(name, { val: value ? 1 : 0 });
  const font = [
    flag("b", look.bold),
    flag("i", look.italic),
    flag("strike", look.strikethrough),
    look.underline === null || look.underline === "None"
      ? null
      : element("u", { val: UNDERLINES[look.underline] ?? "single" }),
    colour("color", look.fontColour),
  ];
  const hasFont = font.some((node) => node !== null);
  return element("dxf", {}, [
    hasFont ? element("font", {}, font) : null,
    look.numberFormat === null
      ? null
      : element("numFmt", { numFmtId: styles.formatId(look.numberFormat), formatCode: look.numberFormat }),
    look.fill === null
      ? null
      : element("fill", {}, [
          // Excel takes a rule's colour from the background of a solid fill.
          element("patternFill", { patternType: "solid" }, [
            element("fgColor", { rgb: `FF${look.fill.slice(1)}` }),
            element("bgColor", { rgb: `FF${look.fill.slice(1)}` }),
          ]),
        ]),
  ]);
}
