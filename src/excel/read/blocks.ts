/**
 * Which cells share an answer of Excel's. The first rows of all regions come first: they show how much Excel has to say of
 * a cell. What is left comes in answers of nearly 4 MB, since Excel on the web refuses over 5 MB. Pure.
 */
import { certain } from "../../clinic/cells/certain";
import type { CellValue } from "../../clinic/cells/worksheet";
import type { Rectangle } from "../host/rectangles";

export interface Region {
  readonly sheetId: string;
  /** For error messages. */
  readonly sheet: string;
  readonly area: Rectangle;
}

export interface Block extends Region {
  /** Which region it is part of. */
  readonly region: number;
}

/** What is read before it is known how long the texts are: as cells of an ordinary extract go, about 1 MB. */
const CELLS_A_REQUEST = 60_000;

/** Enough to tell how long a sheet's texts are. */
const ROWS_FIRST = 1_000;

/** The parts whole where they fit into one request; of more, each part's first rows, and all of those that are short. */
export function firstBlocks(parts: readonly Block[]): { readonly first: Block[]; readonly rest: Block[] } {
  const first: Block[] = [];
  const rest: Block[] = [];
  let left = CELLS_A_REQUEST;
  const most = parts.reduce((sum, part) => sum + cellsOf(part), 0) > left ? ROWS_FIRST : Infinity;
  const shortestFirst = [...parts].sort((a, b) => cellsOf(a) - cellsOf(b));
  shortestFirst.forEach((part, i) => {
    const { area } = part;
    const share = Math.floor(left / (parts.length - i));
    const rows = Math.min(area.rows, most, Math.max(1, Math.floor(share / area.columns)));
    first.push({ ...part, area: { ...area, rows } });
    left -= rows * area.columns;
    if (rows < area.rows)
      rest.push({ ...part, area: { ...area, row: area.row + rows, rows: area.rows - rows } });
  });
  // In the sheets' order, so that what is said of the reading follows the tabs.
  return { first: inOrder(first), rest: inOrder(rest) };
}

function inOrder(blocks: readonly Block[]): Block[] {
  return [...blocks].sort(
    (a, b) => a.region - b.region || a.area.row - b.area.row || a.area.column - b.area.column,
  );
}

function cellsOf({ area }: Block): number {
  return area.rows * area.columns;
}

/** How many bytes a cell of each region takes, as its rows have shown so far. */
export interface Sizes {
  add(block: Block, rows: readonly (readonly CellValue[])[]): void;
  bytesACell(region: number): number;
}

/** The last rows of a block are most like those that follow: so many show how long the texts are. */
const ROWS_MEASURED = 500;
/** Bytes a cell: below blank rows there may be full ones. */
const LEAST_EXPECTED = 5;

export function createSizes(): Sizes {
  const met = new Map<number, number>();
  return {
    add({ region, area }, rows) {
      const measured = rows.slice(-ROWS_MEASURED);
      const cells = measured.length * area.columns;
      if (cells > 0) met.set(region, Math.max(LEAST_EXPECTED, bytesIn(measured) / cells));
    },
    bytesACell: (region) => certain(met.get(region)),
  };
}

const utf8 = new TextEncoder();

/** As Excel spells them in its answer: JSON in UTF-8. */
function bytesIn(rows: readonly (readonly CellValue[])[]): number {
  return utf8.encode(JSON.stringify(rows)).length;
}

/** What an answer is aimed at: one that comes out a quarter longer than the rows before it promise is still taken. */
const BYTES_A_REQUEST = 3_900_000;

/** The blocks of one request, of the parts that are left: about as long as an answer may be, the last cut between two rows. */
export function nextRequest(
  parts: readonly Block[],
  sizes: Sizes,
): { readonly blocks: Block[]; readonly rest: Block[] } {
  const blocks: Block[] = [];
  let bytes = BYTES_A_REQUEST;
  for (const [i, part] of parts.entries()) {
    const { area } = part;
    const bytesARow = area.columns * sizes.bytesACell(part.region);
    const rows = Math.min(area.rows, Math.max(blocks.length === 0 ? 1 : 0, Math.floor(bytes / bytesARow)));
    if (rows > 0) blocks.push({ ...part, area: { ...area, rows } });
    if (rows < area.rows) {
      const left = { ...part, area: { ...area, row: area.row + rows, rows: area.rows - rows } };
      return { blocks, rest: [left, ...parts.slice(i + 1)] };
    }
    bytes -= rows * bytesARow;
  }
  return { blocks, rest: [] };
}

/** How many more there will be, as far as is known. */
export function requestsFor(parts: readonly Block[], sizes: Sizes): number {
  const bytes = parts.reduce((sum, part) => sum + cellsOf(part) * sizes.bytesACell(part.region), 0);
  return Math.ceil(bytes / BYTES_A_REQUEST);
}

/** As a rule one. */
export function firstRequests(blocks: readonly Block[]): Block[][] {
  const requests: Block[][] = [];
  let cells = Infinity;
  for (const block of blocks) {
    if (cells + cellsOf(block) > CELLS_A_REQUEST) {
      requests.push([]);
      cells = 0;
    }
    requests[requests.length - 1]?.push(block);
    cells += cellsOf(block);
  }
  return requests;
}
