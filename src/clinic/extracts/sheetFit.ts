/** Whether a sheet can be read as a list: its header row and where the list's columns stand (SPEC §2). */
import { readMonth } from "../calendar/readMonth";
import { annexASheet } from "./annexA";
import type { AnnexASheet } from "./annexA";
import { NO_NAME, nameFit, plainHeadingWithoutBrackets, plainSheetName } from "./headings";
import type { PlainSheetName } from "./headings";
import { columnSpec, LISTS } from "./lists";
import type { ListId, ListSpec } from "./lists";
import type { ColumnFound, SheetMatch } from "./recognition";
import { nameKey } from "../settings/names";
import type { SheetValues } from "./worksheet";

/** Header rows are looked for in so many rows, from the sheet's first (SPEC §2). */
export const HEADER_ROWS = 50;

/** The rows of a sheet that hold a heading of any list, with those headings made plain once. */
export interface HeaderRows {
  readonly sheet: SheetValues;
  readonly name: PlainSheetName;
  readonly rows: readonly HeaderRow[];
}

interface HeaderRow {
  readonly index: number;
  /** Zero-based column of the row's first text. */
  readonly firstColumn: number;
  /** Those that some list knows. */
  readonly headings: readonly PlainHeading[];
}

interface PlainHeading {
  readonly text: string;
  readonly plain: string;
  readonly withoutBrackets: string;
  readonly index: number;
}

export function headerRowsOf(sheet: SheetValues): HeaderRows {
  const rows = sheet.rows.slice(0, Math.max(0, HEADER_ROWS - sheet.firstRow)).flatMap((cells, index) => {
    const headings: PlainHeading[] = [];
    let firstColumn = -1;
    cells.forEach((cell, column) => {
      if (typeof cell !== "string" || cell === "") return;
      if (firstColumn < 0 && nameKey(cell) !== "") firstColumn = column;
      if (hasForeignDigits(cell)) return;
      const plain = nameKey(cell);
      const withoutBrackets = /[([]/.test(cell) ? plainHeadingWithoutBrackets(cell) : plain;
      if (!KNOWN_HEADINGS.has(plain) && !KNOWN_HEADINGS.has(withoutBrackets)) return;
      headings.push({ text: cell.replace(/\s+/g, " ").trim(), plain, withoutBrackets, index: column });
    });
    // A row of records is no header of any list, and need not be held against each.
    return headings.length > 0 ? [{ index, firstColumn, headings }] : [];
  });
  return { sheet, name: plainSheetName(sheet.name), rows };
}

/**
 * The sheet read as the list, or null when none of its first rows holds all that the list requires.
 * @param chosen the analyst chose this sheet, so general headings ("Start Date") count as on a sheet that bears the list's name.
 */
export function fitSheet(from: HeaderRows, spec: ListSpec, chosen: boolean): SheetMatch | null {
  const annexA = annexAOf(from, spec.id);
  const name = nameFit(spec.id, from.name);
  if (spec.byNameOnly && !chosen && name === NO_NAME) return null;
  const wanted = wantedHeadings(spec, chosen || name !== NO_NAME);
  for (const row of from.rows) {
    const found = columnsIn(row.headings, wanted);
    if (lacking(spec, found.columns, annexA).length > 0) continue;
    if (spec.monthHeadings && !hasMonths(from.sheet, row.index, found.columns)) continue;
    return {
      list: spec.id,
      sheet: from.sheet,
      headerRow: row.index,
      columns: found.columns,
      duplicates: found.duplicates,
      missingColumns: spec.columns.filter((c) => !found.columns.has(c.key)).map((c) => c.heading),
      nameFit: name,
      annexA,
    };
  }
  return null;
}

/** How near a sheet comes that does not fit. */
export interface NearFit {
  readonly list: ListId;
  readonly headerRow: number;
  /** Zero-based column of the row's first heading. */
  readonly firstColumn: number;
  readonly matched: readonly string[];
  readonly missing: readonly string[];
}

/** The row that holds most of the list's columns, and what it lacks; null when no row holds any. */
export function nearestFit(from: HeaderRows, spec: ListSpec, chosen: boolean): NearFit | null {
  const named = chosen || nameFit(spec.id, from.name) !== NO_NAME;
  const wanted = wantedHeadings(spec, named);
  let nearest: NearFit | null = null;
  for (const row of from.rows) {
    const { columns } = columnsIn(row.headings, wanted);
    if (columns.size === 0 || columns.size <= (nearest?.matched.length ?? 0)) continue;
    nearest = {
      list: spec.id,
      headerRow: row.index,
      firstColumn: row.firstColumn,
      matched: [...columns.keys()],
      missing: lacking(spec, columns, annexAOf(from, spec.id)),
    };
  }
  return nearest;
}

/** What is required and not there, as an issue words it: "Allocated Team", "Strategy Discussion Date or Section 47 Completed Date". */
export function lacking(
  spec: ListSpec,
  columns: ReadonlyMap<string, ColumnFound>,
  annexA: AnnexASheet | null,
): string[] {
  const headingOf = (key: string): string => columnSpec(spec.id, key)?.heading ?? key;
  const required = spec.columns.filter((c) => c.required).map((c) => c.key);
  const single = [...required, ...(annexA?.alsoRequired ?? [])].filter((key) => !columns.has(key));
  const groups = spec.atLeastOneOf.filter((group) => !group.some((key) => columns.has(key)));
  return [...single.map(headingOf), ...groups.map((group) => group.map(headingOf).join(" or "))];
}

function annexAOf(from: HeaderRows, list: ListId): AnnexASheet | null {
  const entry = annexASheet(from.sheet.name);
  return entry?.list === list ? entry : null;
}

/** Past Figures: a month a row, or a month a column. */
function hasMonths(
  sheet: SheetValues,
  headerRow: number,
  columns: ReadonlyMap<string, ColumnFound>,
): boolean {
  if (columns.has("month") && (columns.has("value") || columns.has("numerator"))) return true;
  return (sheet.rows[headerRow] ?? []).some((cell) => readMonth(cell, false) !== null);
}

interface WantedHeading {
  readonly key: string;
  /** 0 = SPEC's own heading, 1 = another name, 2 = a general one. */
  readonly rank: number;
}

function columnsIn(headings: readonly PlainHeading[], wanted: ReadonlyMap<string, WantedHeading>) {
  const columns = new Map<string, ColumnFound & { readonly rank: number }>();
  const later: (ColumnFound & { readonly rank: number })[] = [];
  for (const heading of headings) {
    const hit = wanted.get(heading.plain) ?? wanted.get(heading.withoutBrackets);
    if (!hit) continue;
    const found = { key: hit.key, heading: heading.text, isOwnName: hit.rank === 0, index: heading.index };
    const standing = columns.get(hit.key);
    if (!standing || hit.rank < standing.rank) columns.set(hit.key, { ...found, rank: hit.rank });
    else later.push({ ...found, rank: hit.rank });
  }
  const duplicates = later.filter((found) => columns.get(found.key)?.rank === found.rank);
  return { columns: columns as ReadonlyMap<string, ColumnFound>, duplicates };
}

const NAMED = wantedByList(true);
const UNNAMED = wantedByList(false);
const KNOWN_HEADINGS: ReadonlySet<string> = new Set(
  [...NAMED.values()].flatMap((wanted) => [...wanted.keys()]),
);
const DIGITS_OF_HEADINGS: ReadonlySet<string> = new Set(
  [...KNOWN_HEADINGS].flatMap((heading) => heading.match(/\d+/g) ?? []),
);

/** Digits that no heading has outside brackets ("47" is one): an ID or a date, dismissed before it is made plain. */
function hasForeignDigits(cell: string): boolean {
  const [digits] = /\d+/.exec(cell) ?? [];
  return digits !== undefined && !DIGITS_OF_HEADINGS.has(digits) && !/[([]/.test(cell);
}

function wantedHeadings(spec: ListSpec, named: boolean): ReadonlyMap<string, WantedHeading> {
  return (named ? NAMED : UNNAMED).get(spec.id) ?? new Map();
}

function wantedByList(named: boolean): ReadonlyMap<ListId, ReadonlyMap<string, WantedHeading>> {
  return new Map(
    LISTS.map((spec) => {
      const wanted = new Map<string, WantedHeading>();
      const add = (heading: string, key: string, rank: number): void => {
        const plain = nameKey(heading);
        if (!wanted.has(plain)) wanted.set(plain, { key, rank });
      };
      for (const c of spec.columns) add(c.heading, c.key, 0);
      for (const c of spec.columns) for (const name of c.otherNames) add(name, c.key, 1);
      if (named) for (const c of spec.columns) for (const name of c.whenNamed) add(name, c.key, 2);
      return [spec.id, wanted];
    }),
  );
}
