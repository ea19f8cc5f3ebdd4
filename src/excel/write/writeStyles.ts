/**
 * The looks of pages/look.ts as cell styles of the workbook ("Clinic Heading"). Each is made once and never changed
 * again: whoever edits one in Excel gives the pack a look of their own, and every build keeps it.
 */
import {
  CELL_LOOKS,
  type CellLook,
  PAGE_STYLE,
  RULE_GREY,
  styleNameOf,
  TOTAL_RULE,
  TYPEFACE,
} from "../../pages/look";
import type { CellStyle, WorkbookPlan } from "../../pages/plan";
import type { StylesFound } from "../read/stylesFound";
import { CALL_BYTES, type WriteJob } from "../host/requests";
import { tableParts } from "./writeFormats";

export function styleJobs(workbook: Excel.Workbook, plan: WorkbookPlan, found: StylesFound): WriteJob[] {
  return [...wanted(plan)]
    .filter(([name]) => !found.finished.has(name.toLowerCase()))
    .map(([name, { look, vertical }]) => ({
      sheet: "",
      bytes: 25 * CALL_BYTES,
      write() {
        const { styles } = workbook;
        if (!found.begun.has(name.toLowerCase())) styles.add(name);
        const style = styles.getItem(name);
        drawFont(style, look);
        if (vertical === null) leaveOut(style);
        else drawCells(style, look, vertical);
        style.includeProtection = false;
        style.includeNumber = false;
      },
    }));
}

interface Drawn {
  readonly look: CellLook;
  /** null = it is of the typeface only. */
  readonly vertical: "top" | "centre" | "bottom" | null;
}

/** The styles that the plan's pages have, by name. */
function wanted({ sheets }: WorkbookPlan): ReadonlyMap<string, Drawn> {
  const all = new Map<string, Drawn>([[PAGE_STYLE, { look: CELL_LOOKS["page-lead"], vertical: null }]]);
  for (const { styles, tables, verticalAlign: inTables = "top" } of sheets) {
    const used: CellStyle[] = [
      ...styles.map(({ style }) => style),
      ...tables.flatMap((table) => tableParts(table, 1, 1).map(({ style }) => style)),
    ];
    for (const style of new Set(used)) {
      const look = CELL_LOOKS[style];
      const vertical = look.vertical === "table" ? inTables : look.vertical;
      all.set(styleNameOf(style, inTables), { look, vertical });
    }
  }
  return all;
}

function drawFont({ font }: Excel.Style, look: CellLook): void {
  font.name = TYPEFACE;
  font.size = look.size;
  font.color = look.colour;
  if (look.bold) font.bold = true;
  if (look.underline) font.underline = "Single";
}

/** A manager's own alignment, fill and borders stay. */
function leaveOut(style: Excel.Style): void {
  style.includeAlignment = false;
  style.includePatterns = false;
  style.includeBorder = false;
}

function drawCells(style: Excel.Style, look: CellLook, vertical: keyof typeof VERTICAL): void {
  if (look.fill !== null) style.fill.color = look.fill;
  if (look.wrap) style.wrapText = true;
  style.horizontalAlignment = HORIZONTAL[look.align];
  style.verticalAlignment = VERTICAL[vertical];
  if (look.indent > 0) style.indentLevel = look.indent;
  if (look.rule !== null) {
    const edge = style.borders.getItem(look.rule === "above" ? "EdgeTop" : "EdgeBottom");
    edge.style = "Continuous";
    edge.weight = "Thin";
    edge.color = look.rule === "above" ? TOTAL_RULE : RULE_GREY;
  }
}

const HORIZONTAL = { left: "Left", centre: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", centre: "Center", bottom: "Bottom" } as const;
