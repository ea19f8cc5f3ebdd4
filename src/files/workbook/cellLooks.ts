/** The pack's looks (pages/look.ts) as a file spells them. */
import { CELL_LOOKS, type CellLook, RULE_GREY, RULE_LOOKS, TOTAL_RULE, TYPEFACE } from "../../pages/look";
import type { CellStyle, RulePlan, SheetPlan } from "../../pages/plan";
import { DEFAULT_LOOK, type Edge, type FileColour, type Look } from "../openxml/looks";

export interface CellFormat {
  readonly style: CellStyle;
  readonly numberFormat: string;
  /** What a rule of the page's comes to. */
  readonly fill: RulePlan["look"] | null;
}

const rgb = (colour: string): FileColour => ({ rgb: `FF${colour.slice(1)}` });
const HORIZONTAL = { left: "left", centre: "center", right: "right" } as const;
const VERTICAL = { top: "top", centre: "center", bottom: "bottom" } as const;

export function lookOf(
  { style, numberFormat, fill }: CellFormat,
  inTables: SheetPlan["verticalAlign"] = "top",
): Look {
  const look = CELL_LOOKS[style];
  const ruled = fill === null ? null : RULE_LOOKS[fill];
  const background = ruled?.fill ?? look.fill;
  return {
    ...DEFAULT_LOOK,
    numberFormat,
    font: {
      ...DEFAULT_LOOK.font,
      name: TYPEFACE,
      size: look.size,
      bold: look.bold,
      underline: look.underline ? "Single" : "None",
      colour: rgb(ruled?.colour ?? look.colour),
    },
    fill:
      background === null
        ? DEFAULT_LOOK.fill
        : { pattern: "solid", foreground: rgb(background), background: { indexed: "64" }, gradient: null },
    borders: { ...DEFAULT_LOOK.borders, edges: ruleOf(look) },
    alignment: {
      ...DEFAULT_LOOK.alignment,
      horizontal: HORIZONTAL[look.align],
      vertical: VERTICAL[look.vertical === "table" ? inTables : look.vertical],
      wrap: look.wrap,
      indent: look.indent,
    },
  };
}

function ruleOf({ rule }: CellLook): Look["borders"]["edges"] {
  const edge = (colour: string): Edge => ({ style: "thin", colour: rgb(colour) });
  if (rule === "above") return { top: edge(TOTAL_RULE) };
  return rule === "below" ? { bottom: edge(RULE_GREY) } : {};
}
