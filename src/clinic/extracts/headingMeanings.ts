/** What the text of a cell is to each list as a heading (SPEC §2). */
import { nameKey } from "../cells/names";
import type { ColumnMatch } from "./columnMatches";
import { plainHeadingWithoutBrackets } from "./headings";
import { LISTS, listSpec } from "../lists/lists";
import type { ListSpec } from "../lists/lists";

export interface Heading {
  readonly text: string;
  /** What it is to each list, by the list's place in `LISTS`. */
  readonly meanings: readonly (Meaning | null)[];
}

/** What a heading is to one list. */
export interface Meaning {
  readonly key: string;
  /** 0 = SPEC's own heading, 1 = another name, 2 = a general one, for a sheet that has the list's name. */
  readonly rank: number;
  /** Place among the list's required columns; -1 for another. */
  readonly required: number;
}

export const GENERAL = 2;

/** By plain heading; within, by the list's place in `LISTS`. */
const MEANINGS = meaningsOfHeadings();

function meaningsOfHeadings(): ReadonlyMap<string, readonly (Meaning | null)[]> {
  const meanings = new Map<string, (Meaning | null)[]>();
  LISTS.forEach((spec, list) => {
    const required = requiredKeys(spec);
    const add = (heading: string, key: string, rank: number): void => {
      const plain = nameKey(heading);
      let ofLists = meanings.get(plain);
      if (!ofLists) meanings.set(plain, (ofLists = LISTS.map(() => null)));
      ofLists[list] ??= { key, rank, required: required.indexOf(key) };
    };
    for (const c of spec.columns) add(c.heading, c.key, 0);
    for (const c of spec.columns) for (const name of c.otherNames) add(name, c.key, 1);
    for (const c of spec.columns) for (const name of c.whenNamed) add(name, c.key, GENERAL);
  });
  return meanings;
}

export function requiredKeys(spec: ListSpec): readonly string[] {
  return spec.columns.filter((c) => c.required).map((c) => c.key);
}

/** null where no list knows it. */
export function headingIn(cell: string): Heading | null {
  return SPEC_HEADINGS.get(cell) ?? makeHeading(cell);
}

function makeHeading(cell: string): Heading | null {
  const plain = nameKey(cell);
  const own = MEANINGS.get(plain);
  const bare = /[([]/.test(cell) ? MEANINGS.get(plainHeadingWithoutBrackets(cell)) : undefined;
  const meanings = own && bare ? own.map((meaning, list) => meaning ?? bare[list] ?? null) : (own ?? bare);
  return meanings === undefined ? null : { text: cell.replace(/\s+/g, " ").trim(), meanings };
}

/** Before every built-in name. */
const MATCHED = -1;

/** By plain heading, what the analyst's own matches make of it, by the list's place in `LISTS`. */
export type MatchedMeanings = ReadonlyMap<string, ReadonlyMap<number, Meaning>>;

export function matchedMeanings(matches: readonly ColumnMatch[]): MatchedMeanings {
  const meanings = new Map<string, Map<number, Meaning>>();
  for (const match of matches) {
    if (match.kind !== "column") continue;
    const plain = nameKey(match.heading);
    const list = LISTS.findIndex(({ id }) => id === match.list);
    const ofHeading = meanings.get(plain) ?? new Map<number, Meaning>();
    const required = requiredKeys(listSpec(match.list)).indexOf(match.column);
    if (!ofHeading.has(list)) ofHeading.set(list, { key: match.column, rank: MATCHED, required });
    meanings.set(plain, ofHeading);
  }
  return meanings;
}

/** As `headingIn`, with the analyst's own matches put first. */
export function headingMatched(cell: string, matched: MatchedMeanings): Heading | null {
  const own = matched.get(nameKey(cell));
  const known = hasForeignDigits(cell) ? null : headingIn(cell);
  if (!own) return known;
  const meanings = LISTS.map((_, list) => own.get(list) ?? known?.meanings[list] ?? null);
  return { text: cell.replace(/\s+/g, " ").trim(), meanings };
}

/** Those that stand just as SPEC words them, as most do. */
const SPEC_HEADINGS: ReadonlyMap<string, Heading | null> = new Map(
  LISTS.flatMap(({ columns }) => columns.map(({ heading }) => [heading, makeHeading(heading)] as const)),
);

const DIGITS_OF_HEADINGS: ReadonlySet<string> = new Set(
  [...MEANINGS.keys()].flatMap((heading) => heading.match(/\d+/g) ?? []),
);

const MOST_DIGITS = Math.max(...[...DIGITS_OF_HEADINGS].map((digits) => digits.length));

/** Digits that no heading has outside brackets ("47" is one): an ID or a date, dismissed before it is made plain. */
export function hasForeignDigits(cell: string): boolean {
  let from = 0;
  while (from < cell.length && !isDigit(cell, from)) from++;
  if (from === cell.length) return false;
  let end = from + 1;
  while (end < cell.length && isDigit(cell, end)) end++;
  const isForeign = end - from > MOST_DIGITS || !DIGITS_OF_HEADINGS.has(cell.slice(from, end));
  return isForeign && !/[([]/.test(cell);
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
