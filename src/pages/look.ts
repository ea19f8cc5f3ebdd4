/** The look of SPEC §5: one typeface, one accent, pale fills under dark words. `excel/` makes cell styles of it. */
import type { CellStyle, RulePlan } from "./plan";

export const TYPEFACE = "Arial";
export const ACCENT = "#12436D";
export const TARGET_LINE = "#3D3D3D";
export const RULE_GREY = "#BFBFBF";
/** The rule above totals. */
export const TOTAL_RULE = "#3D3D3D";
/** Lines of a chart that only help to read it. */
export const GRID_GREY = "#D9D9D9";
/** Behind the one sentence that matters: the accent, very pale. */
const BAND = "#E7EDF3";
export const WHITE = "#FFFFFF";
const INK = "#0B0C0C";

export interface CellLook {
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  /** null = no fill: the sheet's white. */
  readonly fill: string | null;
  readonly align: "left" | "right" | "centre";
  /** In its row; "table" = as the page's tables have it. */
  readonly vertical: "table" | "centre" | "bottom";
  /** Steps away from the edge it is aligned to: keeps numbers, words and fills apart. */
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
  vertical: "table",
  indent: 0,
  wrap: false,
  rule: null,
  underline: false,
};

const TOP: CellLook = { ...BODY, vertical: "centre" };
const HEADING: CellLook = {
  ...BODY,
  bold: true,
  colour: WHITE,
  fill: ACCENT,
  wrap: true,
  vertical: "centre",
  indent: 1,
};
const CELL: CellLook = { ...BODY, rule: "below", indent: 1 };
const TOTAL: CellLook = { ...BODY, bold: true, rule: "above", vertical: "centre", indent: 1 };

export const CELL_LOOKS: Readonly<Record<CellStyle, CellLook>> = {
  "page-title": { ...TOP, size: 16, bold: true, colour: ACCENT },
  "page-lead": TOP,
  "what-matters": { ...TOP, bold: true, fill: BAND, indent: 1 },
  "table-title": { ...TOP, size: 14, bold: true, colour: ACCENT, vertical: "bottom" },
  note: { ...TOP, colour: TARGET_LINE },
  heading: HEADING,
  "heading-number": { ...HEADING, align: "right" },
  "heading-centred": { ...HEADING, align: "centre", indent: 0 },
  text: CELL,
  "text-wrap": { ...CELL, wrap: true },
  number: { ...CELL, align: "right" },
  // What another number is made of or held against.
  "number-quiet": { ...CELL, align: "right", colour: TARGET_LINE },
  centred: { ...CELL, align: "centre", indent: 0 },
  "total-text": TOTAL,
  "total-number": { ...TOTAL, align: "right" },
  "total-number-quiet": { ...TOTAL, align: "right", colour: TARGET_LINE },
  "total-centred": { ...TOTAL, align: "centre", indent: 0 },
  link: { ...CELL, colour: ACCENT, underline: true },
  "page-link": { ...TOP, colour: ACCENT, underline: true },
};

/** What each look is called among the workbook's cell styles: a council that edits one there has its own look. */
const STYLE_NAMES: Readonly<Record<CellStyle, string>> = {
  "page-title": "Clinic Title",
  "page-lead": "Clinic Lead",
  "what-matters": "Clinic Key Message",
  "table-title": "Clinic Table Title",
  note: "Clinic Note",
  heading: "Clinic Heading",
  "heading-number": "Clinic Heading Number",
  "heading-centred": "Clinic Heading Centred",
  text: "Clinic Text",
  "text-wrap": "Clinic Wrapped Text",
  number: "Clinic Number",
  "number-quiet": "Clinic Quiet Number",
  centred: "Clinic Centred",
  "total-text": "Clinic Total",
  "total-number": "Clinic Total Number",
  "total-number-quiet": "Clinic Total Quiet Number",
  "total-centred": "Clinic Total Centred",
  link: "Clinic Link",
  "page-link": "Clinic Page Link",
};

/** The page's typeface for cells that hold nothing: whatever a manager types there looks like the page. */
export const PAGE_STYLE = "Clinic Page";

/** Lists whose rows are as high as their longest text have their cells at the top: those are styles of their own. */
export function styleNameOf(style: CellStyle, inTables: "top" | "centre"): string {
  const name = STYLE_NAMES[style];
  return CELL_LOOKS[style].vertical === "table" && inTables === "top" ? `${name} Top` : name;
}

/** Pale fill, dark text of 4.5:1 or better; the word or figure always stands there too. */
export const RULE_LOOKS: Readonly<
  Record<RulePlan["look"], { readonly fill: string; readonly colour: string }>
> = {
  green: { fill: "#D5EDDB", colour: "#0B4F2A" },
  amber: { fill: "#FFE8B3", colour: "#5C3D00" },
  red: { fill: "#F8D7DA", colour: "#7A0012" },
  highlight: { fill: "#FFE8B3", colour: "#5C3D00" },
};
