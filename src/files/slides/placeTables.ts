/** Tables side by side on as many slides as they take, each piece under its title. */
import { ACCENT } from "../../pages/look";
import type { PageTable } from "./pageTables";
import { type Box, type Frame, INCH, POINT, type TableFrame, type TextFrame } from "./slidePlan";
import { heightOf, likedWidth, type Measured, pieces, stretched } from "./tableFit";

export const GAP = 0.3 * INCH;
const TITLE_SIZE = 14;
const TITLE_HEIGHT = Math.round(TITLE_SIZE * 1.5 * POINT);
const MOST_BESIDE = 3;
export const CONTINUED = " (continued)";

/** A slide's worth of frames, and how much of its width they leave free on the right. */
export interface FilledSlide {
  readonly frames: readonly Frame[];
  readonly slotsUsed: number;
  readonly slots: number;
}

/** `titled`: whether each table has its title above it (not where the slide's own title says it). */
export function placeTables(
  tables: readonly PageTable[],
  area: Box,
  titled: boolean,
): readonly FilledSlide[] {
  const slots = Math.min(MOST_BESIDE, ...tables.map((table) => slotsFor(table, area)));
  const width = (area.width - (slots - 1) * GAP) / slots;
  const height = area.height - (titled ? TITLE_HEIGHT : 0);
  const all = tables.flatMap((table) =>
    pieces(table, width, height, tables.length === 1 ? slots : 1).map((piece, i) => ({
      piece,
      isContinued: i > 0,
    })),
  );
  return inGroups(all, slots).map((group) => {
    const fitted = stretched(
      group.map(({ piece }) => piece),
      height,
    );
    return {
      slots,
      slotsUsed: group.length,
      frames: fitted.flatMap((piece, i) => {
        const x = area.x + i * (width + GAP);
        const title = `${piece.table.title}${group[i]?.isContinued ? CONTINUED : ""}`;
        const top = area.y + (titled ? TITLE_HEIGHT : 0);
        return [
          ...(titled ? [tableTitle(title, { x, y: area.y, width, height: TITLE_HEIGHT })] : []),
          tableFrame(piece, title, x, top),
        ];
      }),
    };
  });
}

function slotsFor(table: PageTable, area: Box): number {
  return Math.max(1, Math.floor((area.width + GAP) / (likedWidth(table) + GAP)));
}

function inGroups<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const groups: T[][] = [];
  all.forEach((each, i) => {
    if (i % size === 0) groups.push([]);
    groups[groups.length - 1]?.push(each);
  });
  return groups;
}

function tableTitle(text: string, box: Box): TextFrame {
  return {
    kind: "text",
    name: `Title of table: ${text}`,
    box,
    size: TITLE_SIZE,
    bold: true,
    colour: ACCENT,
    paragraphs: [text],
    bulleted: false,
  };
}

function tableFrame(piece: Measured, title: string, x: number, y: number): TableFrame {
  const { table, columnWidths, size, headingHeight, rowHeights } = piece;
  return {
    kind: "table",
    box: { x, y, width: columnWidths.reduce((sum, each) => sum + each, 0), height: heightOf(piece) },
    name: `Table: ${title}`,
    description: table.description,
    size,
    columnWidths,
    headings: table.headings,
    rows: table.rows,
    headingHeight,
    rowHeights,
    hasTotal: table.hasTotal,
  };
}
