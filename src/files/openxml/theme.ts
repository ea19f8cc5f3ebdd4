/** The pack's look as an Office theme: its typeface and its colours (SPEC §5), for workbooks and slides alike. */
import { ACCENT, TARGET_LINE, TYPEFACE, WHITE } from "../../pages/look";
import { element, type XmlNode } from "./xml";

const MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
export const THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml";

/** In the order of the schema; the accents are the Government Analysis Function's palette. */
const COLOURS: readonly (readonly [name: string, colour: string])[] = [
  ["dk1", "#000000"],
  ["lt1", WHITE],
  ["dk2", ACCENT],
  ["lt2", "#F2F2F2"],
  ["accent1", ACCENT],
  ["accent2", "#28A197"],
  ["accent3", "#801650"],
  ["accent4", "#F46A25"],
  ["accent5", TARGET_LINE],
  ["accent6", "#A285D1"],
  ["hlink", ACCENT],
  ["folHlink", "#801650"],
];

const threeTimes = (node: XmlNode): readonly XmlNode[] => [node, node, node];
const FILL = element("a:solidFill", {}, [element("a:schemeClr", { val: "phClr" })]);

function fonts(name: string): XmlNode {
  return element(`a:${name}`, {}, [
    element("a:latin", { typeface: TYPEFACE }),
    element("a:ea", { typeface: "" }),
    element("a:cs", { typeface: "" }),
  ]);
}

export function theme(): XmlNode {
  return element("a:theme", { "xmlns:a": MAIN, name: "Clinic" }, [
    element("a:themeElements", {}, [
      element(
        "a:clrScheme",
        { name: "Clinic" },
        COLOURS.map(([name, colour]) =>
          element(`a:${name}`, {}, [element("a:srgbClr", { val: colour.slice(1) })]),
        ),
      ),
      element("a:fontScheme", { name: "Clinic" }, [fonts("majorFont"), fonts("minorFont")]),
      element("a:fmtScheme", { name: "Clinic" }, [
        element("a:fillStyleLst", {}, threeTimes(FILL)),
        element("a:lnStyleLst", {}, threeTimes(element("a:ln", { w: 6350 }, [FILL]))),
        element("a:effectStyleLst", {}, threeTimes(element("a:effectStyle", {}, [element("a:effectLst")]))),
        element("a:bgFillStyleLst", {}, threeTimes(FILL)),
      ]),
    ]),
  ]);
}
