/** Whether a sheet can be read as a list: its header row and where the list's columns stand (SPEC §2). */
import { readMonth } from "../calendar/readMonth";
import { annexASheet, isList6, LIST_6 } from "./annexA";
import type { AnnexASheet } from "./annexA";
import type { ColumnMatch } from "./columnMatches";
import { HEADER_ROWS } from "./headerRows";
import {
  GENERAL,
  hasForeignDigits,
  headingIn,
  headingMatched,
  matchedMeanings,
  requiredKeys,
} from "./headingMeanings";
import type { Heading, Meaning } from "./headingMeanings";
import { NO_NAME, nameFit, plainSheetName, planInName } from "./headings";
import type { PlainSheetName } from "./headings";
import { columnSpec, LISTS } from "../lists/lists";
import { NO_PLAN, plansInWords } from "../lists/planWords";
import type { ListId, ListSpec } from "../lists/lists";
import type { ColumnFound, SheetMatch } from "./recognition";
import { nameKey } from "../cells/names";
import type { CellValue, SheetValues } from "../cells/worksheet";

export { HEADER_ROWS };

/** The rows of a sheet that hold a heading of any list, with those headings made plain once. */
export interface HeaderRows {
  readonly sheet: SheetValues;
  readonly name: PlainSheetName;
  readonly annexA: AnnexASheet | null;
  readonly rows: readonly HeaderRow[];
}

interface HeaderRow {
  readonly index: number;
  /** Those that some list knows. */
  readonly headings: readonly PlainHeading[];
}

interface PlainHeading {
  readonly heading: Heading;
  readonly index: number;
}

/** @param matches the analyst's own: a heading that they name means what they say, before every built-in name. */
export function headerRowsOf(
  sheets: readonly SheetValues[],
  matches: readonly ColumnMatch[] = [],
): readonly HeaderRows[] {
  /** By the cell's text, null for what is no heading: teams and statuses stand in row after row. */
  const met = new Map<string, Heading | null>();
  return sheets.map((sheet) => {
    const ofSheet = matches.filter((match) => isOfSheet(match, sheet));
    const rows = ofSheet.length > 0 ? rowsMatched(sheet, ofSheet) : rowsWithHeadings(sheet, met);
    const annexA = annexASheet(sheet.name) ?? (rows.some((row) => isRowOfList6(sheet, row)) ? LIST_6 : null);
    return { sheet, name: plainSheetName(sheet.name), annexA, rows };
  });
}

/** Whether the row of ClinicColumns is about the sheet: it names it, or none. */
export function isOfSheet(match: ColumnMatch, sheet: SheetValues): boolean {
  return match.sheet === "" || nameKey(match.sheet) === nameKey(sheet.name);
}

function rowsMatched(sheet: SheetValues, matches: readonly ColumnMatch[]): readonly HeaderRow[] {
  const meanings = matchedMeanings(matches);
  const end = Math.min(sheet.rows.length, HEADER_ROWS - sheet.firstRow);
  return Array.from({ length: Math.max(0, end) }, (_, index): HeaderRow => {
    const headings = (sheet.rows[index] ?? []).flatMap((cell, column): PlainHeading[] => {
      if (typeof cell !== "string" || cell === "") return [];
      const heading = headingMatched(cell, meanings);
      return heading === null ? [] : [{ heading, index: column }];
    });
    return { index, headings };
  }).filter(({ headings }) => headings.length > 0);
}

const CIN_PLANS = LISTS.findIndex(({ id }) => id === LIST_6.list);

function isRowOfList6(sheet: SheetValues, { index, headings }: HeaderRow): boolean {
  if (!headings.some(({ heading }) => heading.meanings[CIN_PLANS]?.key === "caseStatus")) return false;
  return isList6((sheet.rows[index] ?? []).map((cell) => (typeof cell === "string" ? nameKey(cell) : "")));
}

function rowsWithHeadings(sheet: SheetValues, met: Map<string, Heading | null>): readonly HeaderRow[] {
  const found: HeaderRow[] = [];
  const end = Math.min(sheet.rows.length, HEADER_ROWS - sheet.firstRow);
  for (let row = 0; row < end; row++) {
    const cells = sheet.rows[row] ?? [];
    let headings: PlainHeading[] | null = null;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (typeof cell !== "string" || cell === "" || hasForeignDigits(cell)) continue;
      let heading = met.get(cell);
      if (heading === undefined) met.set(cell, (heading = headingIn(cell)));
      if (heading !== null) (headings ??= []).push({ heading, index: column });
    }
    // A row of records is no header of any list, and need not be held against each.
    if (headings !== null) found.push({ index: row, headings });
  }
  return found;
}

/**
 * The sheet read as the list, or null when none of its first rows holds all that the list requires.
 * @param chosen the analyst chose this sheet, so general headings ("Start Date") count as on a sheet that has the list's name.
 */
export function fitSheet(from: HeaderRows, spec: ListSpec, chosen: boolean): SheetMatch | null {
  const annexA = annexAOf(from, spec.id);
  const name = nameFit(spec.id, from.name);
  if (spec.byNameOnly && !chosen && name === NO_NAME) return null;
  const given = constantsOf(from, spec);
  const wanted = wantedBy(spec, chosen || name !== NO_NAME, given);
  for (const row of from.rows) {
    if (!holdsRequired(row.headings, wanted)) continue;
    const found = columnsIn(row.headings, wanted);
    if (lacking(spec, found.columns, annexA, given).length > 0) continue;
    if (spec.monthHeadings && !hasMonths(from.sheet, row.index, found.columns)) continue;
    return {
      list: spec.id,
      sheet: from.sheet,
      headerRow: row.index,
      columns: found.columns,
      constants: new Map([...given].filter(([key]) => !found.columns.has(key))),
      duplicates: found.duplicates,
      missingColumns: spec.columns
        .filter((c) => !found.columns.has(c.key) && !given.has(c.key))
        .map((c) => c.heading),
      nameFit: name,
      annexA,
      only: null,
    };
  }
  return null;
}

/** How near a sheet comes that does not fit. */
export interface NearFit {
  readonly list: ListId;
  readonly headerRow: number;
  /** Zero-based column of the row's first text. */
  readonly firstColumn: number;
  readonly matched: readonly string[];
  readonly missing: readonly string[];
}

/** The row that holds most of the list's columns, and what it lacks; null when no row holds any. */
export function nearestFit(from: HeaderRows, spec: ListSpec, chosen: boolean): NearFit | null {
  const named = chosen || nameFit(spec.id, from.name) !== NO_NAME;
  const given = constantsOf(from, spec);
  const wanted = wantedBy(spec, named, given);
  let nearest: NearFit | null = null;
  for (const row of from.rows) {
    const { columns } = columnsIn(row.headings, wanted);
    if (columns.size === 0 || columns.size <= (nearest?.matched.length ?? 0)) continue;
    nearest = {
      list: spec.id,
      headerRow: row.index,
      firstColumn: firstText(from.sheet, row.index),
      matched: [...columns.keys()],
      missing: lacking(spec, columns, annexAOf(from, spec.id), given),
    };
  }
  return nearest;
}

/** What is required and not there, as an issue words it: "Allocated Team", "Strategy Discussion Date or Section 47 Completed Date". */
function lacking(
  spec: ListSpec,
  columns: ReadonlyMap<string, ColumnFound>,
  annexA: AnnexASheet | null,
  given: Constants,
): string[] {
  const headingOf = (key: string): string => columnSpec(spec.id, key)?.heading ?? key;
  const single = [...requiredKeys(spec), ...(annexA?.alsoRequired ?? [])].filter(
    (key) => !columns.has(key) && !given.has(key),
  );
  const groups = spec.atLeastOneOf.filter((group) => !group.some((key) => columns.has(key)));
  return [...single.map(headingOf), ...groups.map((group) => group.map(headingOf).join(" or "))];
}

type Constants = ReadonlyMap<string, CellValue>;

/** What the sheet's name says of every row: the plan of an event list. */
function constantsOf(from: HeaderRows, spec: ListSpec): Constants {
  const plans = spec.byNameOnly ? planInName(spec.id, from.name) : NO_PLAN;
  return plans === NO_PLAN ? NO_CONSTANTS : new Map([["plan", plansInWords(plans)]]);
}

const NO_CONSTANTS: Constants = new Map();

function annexAOf(from: HeaderRows, list: ListId): AnnexASheet | null {
  return from.annexA?.list === list ? from.annexA : null;
}

function firstText(sheet: SheetValues, row: number): number {
  return (sheet.rows[row] ?? []).findIndex((cell) => typeof cell === "string" && nameKey(cell) !== "");
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

/** One list, as the headings of a sheet are held against it. */
interface Wanted {
  /** Place in `LISTS`. */
  readonly list: number;
  /** How many columns it requires, and as bits by their place those that the sheet's name makes up for. */
  readonly required: number;
  readonly given: number;
  /** Whether general headings count. */
  readonly named: boolean;
}

const REQUIRED: readonly number[] = LISTS.map((spec) => requiredKeys(spec).length);

function wantedBy(spec: ListSpec, named: boolean, constants: Constants): Wanted {
  const list = LISTS.indexOf(spec);
  let given = 0;
  if (constants.size > 0)
    requiredKeys(spec).forEach((key, place) => {
      if (constants.has(key)) given |= 1 << place;
    });
  return { list, required: REQUIRED[list] ?? 0, given, named };
}

function meaningIn({ heading }: PlainHeading, { list, named }: Wanted): Meaning | null {
  const meaning = heading.meanings[list] ?? null;
  return meaning !== null && (named || meaning.rank < GENERAL) ? meaning : null;
}

/** Dismisses most rows for most lists before anything is made of them. */
function holdsRequired(headings: readonly PlainHeading[], wanted: Wanted): boolean {
  let found = wanted.given;
  if (found === 0 && headings.length < wanted.required) return false;
  for (const heading of headings) {
    const place = meaningIn(heading, wanted)?.required ?? -1;
    if (place >= 0) found |= 1 << place;
  }
  return found === (1 << wanted.required) - 1;
}

interface RankedColumn extends ColumnFound {
  readonly rank: number;
}

function columnsIn(headings: readonly PlainHeading[], wanted: Wanted) {
  const columns = new Map<string, RankedColumn>();
  const later: RankedColumn[] = [];
  for (const plain of headings) {
    const meaning = meaningIn(plain, wanted);
    if (!meaning) continue;
    const { key, rank } = meaning;
    const found = { key, heading: plain.heading.text, isOwnName: rank === 0, index: plain.index, rank };
    const standing = columns.get(key);
    if (!standing || rank < standing.rank) columns.set(key, found);
    else later.push(found);
  }
  const duplicates = later.filter((found) => columns.get(found.key)?.rank === found.rank);
  return { columns: columns as ReadonlyMap<string, ColumnFound>, duplicates };
}
