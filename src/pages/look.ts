/** The look of SPEC §5: one typeface, one accent, pale fills under dark words. `excel/` turns it into formats. */
import type { CellStyle, RulePlan } from "./plan";

export const TYPEFACE = "Arial";
export const ACCENT = "#12436D";
export const TARGET_LINE = "#3D3D3D";
export const RULE_GREY = "#BFBFBF";
export const WHITE = "#FFFFFF";
const INK = "#0B0C0C";

/** Colours of the Government Analysis Function palette, in the order in which charts use them. */
export const CHART_COLOURS = [ACCENT, "#28A197", "#801650", "#F46A25", TARGET_LINE, "#A285D1"] as const;

export interface CellLook {
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  /** null = no fill: the sheet's white. */
  readonly fill: string | null;
  readonly align: "left" | "right";
  /** Steps away from the edge it is aligned to: keeps a number off the word to its right. */
  readonly indent: 0 | 1;
  readonly wrap: boolean;
  /** A thin grey rule on this edge. */
  readonly rule: "above" | "below" | null;
  readonly underline: boolean;
}

const BODY: CellLook = {
  size: 11,
  bold: false,
  colour: INK,
  fill: null,
  align: "left",
  indent: 0,
  wrap: false,
  rule: null,
  underline: false,
};

export const CELL_LOOKS: Readonly<Record<CellStyle, CellLook>> = {
  "page-title": { ...BODY, size: 16, bold: true, colour: ACCENT },
  "page-lead": BODY,
  "what-matters": { ...BODY, bold: true },
  "table-title": { ...BODY, size: 14, bold: true, colour: ACCENT },
  note: { ...BODY, colour: TARGET_LINE },
  heading: { ...BODY, bold: true, colour: WHITE, fill: ACCENT, wrap: true },
  "heading-number": {
    ...BODY,
    bold: true,
    colour: WHITE,
    fill: ACCENT,
    wrap: true,
    align: "right",
    indent: 1,
  },
  text: { ...BODY, rule: "below" },
  "text-wrap": { ...BODY, rule: "below", wrap: true },
  number: { ...BODY, rule: "below", align: "right", indent: 1 },
  "total-text": { ...BODY, bold: true, rule: "above" },
  "total-number": { ...BODY, bold: true, rule: "above", align: "right", indent: 1 },
  link: { ...BODY, rule: "below", colour: ACCENT, underline: true },
  "page-link": { ...BODY, colour: ACCENT, underline: true },
};

/** Pale fill, dark text of 4.5:1 or better; the word or figure always stands there too. */
export const RULE_LOOKS: Readonly<
  Record<RulePlan["look"], { readonly fill: string; readonly colour: string }>
> = {
  green: { fill: "#D5EDDB", colour: "#0B4F2A" },
  amber: { fill: "#FFE8B3", colour: "#5C3D00" },
  red: { fill: "#F8D7DA", colour: "#7A0012" },
  highlight: { fill: "#FFE8B3", colour: "#5C3D00" },
};
