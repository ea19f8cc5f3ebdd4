/**
 * For a sheet that is not read, or not wholly, as a list: the headings seen on it, what their cells look like, and for
 * each column of the list those headings with the most likely first. A suggestion is never applied by itself (SPEC §3).
 */
import { isBlank } from "../cells/cells";
import { cellText, nameKey } from "../cells/names";
import type { CellValue, SheetValues } from "../cells/worksheet";
import { listSpec, LISTS } from "../lists/lists";
import type { ColumnSpec, ListId } from "../lists/lists";
import type { ColumnMatch } from "./columnMatches";
import { isLikelyDate, lookOf, ROWS_LOOKED_AT, type CellLook } from "./columnKinds";
import { headingIn } from "./headingMeanings";
import { HEADER_ROWS } from "./headerRows";
import { likelihood } from "./headingLikeness";

export interface HeadingSeen {
  /** As the sheet has it, on one line. */
  readonly heading: string;
  /** Zero-based within the rows of `SheetValues`. */
  readonly index: number;
  readonly look: CellLook;
}

export interface ColumnSuggestion {
  /** Key of the list's column. */
  readonly key: string;
  /** As SPEC words it. */
  readonly column: string;
  readonly required: boolean;
  /** Every heading of the sheet, the most likely first; likelihood 0–1. */
  readonly ranked: readonly { readonly heading: string; readonly likelihood: number }[];
  /** The heading suggested: of two columns that one heading fits, the better has it. null = none is likely. */
  readonly suggested: string | null;
}

export interface SuggestedColumns {
  readonly list: ListId;
  readonly sheet: string;
  /** Index into `sheet.rows`. */
  readonly headerRow: number;
  readonly headings: readonly HeadingSeen[];
  /** The list's columns, those that it requires first. */
  readonly columns: readonly ColumnSuggestion[];
}

/** Below it a heading is not suggested: two names that share one common word ("Date") come to less. */
const LIKELY = 0.5;

/** A council's exports share their words: "Kid Ref" on one sheet is "Kid Ref" on the next. */
const AS_ELSEWHERE = 0.97;

/** By heading as names are compared: keys of the columns that the analyst has matched it to, on whichever sheet. */
export type MatchedElsewhere = ReadonlyMap<string, ReadonlySet<string>>;

export function matchedElsewhere(matches: readonly ColumnMatch[]): MatchedElsewhere {
  const columns = new Map<string, Set<string>>();
  for (const match of matches) {
    if (match.kind !== "column") continue;
    const key = nameKey(match.heading);
    columns.set(key, (columns.get(key) ?? new Set()).add(match.column));
  }
  return columns;
}

const NOTHING_MATCHED: MatchedElsewhere = new Map();

/** @returns null where none of the sheet's first rows can be a row of headings. */
export function suggestColumns(
  sheet: SheetValues,
  list: ListId,
  date1904: boolean,
  matched: MatchedElsewhere = NOTHING_MATCHED,
): SuggestedColumns | null {
  const headerRow = likeliestHeaderRow(sheet, date1904);
  if (headerRow === null) return null;
  const headings = headingsSeen(sheet, headerRow, date1904);
  const { columns } = listSpec(list);
  const inOrder = [...columns.filter(({ required }) => required), ...columns.filter((c) => !c.required)];
  const ranked = inOrder.map((column) => ({ column, ranking: rank(column, list, headings, matched) }));
  const suggested = giveOut(ranked);
  return {
    list,
    sheet: sheet.name,
    headerRow,
    headings,
    columns: ranked.map(({ column, ranking }) => ({
      key: column.key,
      column: column.heading,
      required: column.required,
      ranked: ranking,
      suggested: suggested.get(column.key) ?? null,
    })),
  };
}

interface Ranked {
  readonly column: ColumnSpec;
  readonly ranking: ColumnSuggestion["ranked"];
}

function rank(
  column: ColumnSpec,
  list: ListId,
  headings: readonly HeadingSeen[],
  matched: MatchedElsewhere,
): ColumnSuggestion["ranked"] {
  return headings
    .map(({ heading, look }) => {
      const isMatched = matched.get(nameKey(heading))?.has(column.key) === true;
      return {
        heading,
        likelihood: Math.max(likelihood(heading, look, column, list), isMatched ? AS_ELSEWHERE : 0),
      };
    })
    .sort((a, b) => b.likelihood - a.likelihood);
}

/** The most likely pair first; a heading that is given is no other column's, and of two alike the required column has it. */
function giveOut(ranked: readonly Ranked[]): ReadonlyMap<string, string> {
  const pairs = ranked
    .flatMap(({ column, ranking }) => ranking.map((each) => ({ key: column.key, ...each })))
    .filter((pair) => pair.likelihood >= LIKELY)
    .sort((a, b) => b.likelihood - a.likelihood);
  const given = new Map<string, string>();
  const taken = new Set<string>();
  for (const { key, heading } of pairs) {
    if (given.has(key) || taken.has(heading)) continue;
    given.set(key, heading);
    taken.add(heading);
  }
  return given;
}

/** Of headings that are spelt alike the first: a match names a heading, not a column. */
export function headingsSeen(
  sheet: SheetValues,
  headerRow: number,
  date1904: boolean,
): readonly HeadingSeen[] {
  const below = sheet.rows.slice(headerRow + 1, headerRow + 1 + ROWS_LOOKED_AT * 5);
  const met = new Set<string>();
  return (sheet.rows[headerRow] ?? []).flatMap((cell, index): HeadingSeen[] => {
    const key = typeof cell === "string" ? nameKey(cell) : "";
    if (key === "" || met.has(key)) return [];
    met.add(key);
    const cells = below.map((row) => row[index] ?? "");
    return [{ heading: cellText(cell), index, look: lookOf(cells, date1904) }];
  });
}

const LONGEST_HEADING = 100;

/**
 * The row of the first 50 that holds most texts that may be headings, those that any list knows counting double: each
 * once in its row and not again below it, and no dates or numbers beside them.
 */
function likeliestHeaderRow({ rows, firstRow }: SheetValues, date1904: boolean): number | null {
  const looked = Math.min(rows.length, Math.max(0, HEADER_ROWS - firstRow));
  let likeliest: number | null = null;
  let most = 1;
  for (let row = 0; row < looked; row++) {
    const likeness = likenessToHeader(rows, row, date1904);
    if (likeness <= most) continue;
    most = likeness;
    likeliest = row;
  }
  return likeliest;
}

function likenessToHeader(rows: SheetValues["rows"], row: number, date1904: boolean): number {
  const cells = rows[row] ?? [];
  const below = rows.slice(row + 1, row + 1 + ROWS_LOOKED_AT);
  const met = new Set<string>();
  let likeness = 0;
  cells.forEach((cell, column) => {
    if (isBlank(cell)) return;
    if (!mayBeHeading(cell, date1904) || met.has(nameKey(cellText(cell)))) {
      likeness--;
      return;
    }
    met.add(nameKey(cellText(cell)));
    const isKnown = headingIn(cellText(cell)) !== null;
    const stands = below.some((each) => !isBlank(each[column] ?? ""));
    const again = below.some((each) => each[column] === cell);
    // A title above the list has nothing beneath it but, at most, one heading.
    likeness += again ? -1 : isKnown ? 2 : stands ? 1 : 0.5;
  });
  return likeness;
}

function mayBeHeading(cell: CellValue, date1904: boolean): boolean {
  return (
    typeof cell === "string" &&
    cell.length <= LONGEST_HEADING &&
    /\p{L}{2}/u.test(cell) &&
    !isLikelyDate(cell, date1904) &&
    !/^\p{L}{1,3}[-/ ]?\d{3,}$/u.test(cell.trim())
  );
}

/** The lists that a sheet may be, the most likely first: by what its headings suggest for the columns that each requires. */
export function likeliestLists(
  sheet: SheetValues,
  date1904: boolean,
  matched: MatchedElsewhere = NOTHING_MATCHED,
): readonly ListId[] {
  const scored = LISTS.filter(({ monthHeadings }) => !monthHeadings).map(({ id }) => {
    const suggestions = suggestColumns(sheet, id, date1904, matched)?.columns ?? [];
    const likelihoods = suggestions.map(({ suggested, ranked, required }) => {
      const found = suggested === null ? 0 : (ranked.find((r) => r.heading === suggested)?.likelihood ?? 0);
      return required ? found * 2 - 1 : found;
    });
    return { id, score: likelihoods.reduce((sum, each) => sum + each, 0) };
  });
  return scored.sort((a, b) => b.score - a.score).map(({ id }) => id);
}
