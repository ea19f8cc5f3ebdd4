/** The files that were chosen, held against the workbook: what becomes which list, and what is not loaded and why. */
import { counted, withThousands } from "../clinic/cells/counts";
import { readDate } from "../clinic/calendar/readDate";
import { formatDate, DAYS_1904 } from "../clinic/calendar/serials";
import { isBlank, numberIn } from "../clinic/cells/cells";
import { cellText, nameKey } from "../clinic/cells/names";
import type { CellValue, WorkbookValues } from "../clinic/cells/worksheet";
import { columnMatchesIn } from "../clinic/extracts/columnMatches";
import { recogniseLists } from "../clinic/extracts/recognise";
import { rowKinds } from "../clinic/extracts/records";
import { createIssueLog } from "../clinic/issues/issueLog";
import { listSpec } from "../clinic/lists/lists";
import { PAGES } from "../pages/pageNames";
import type { FileOutcome, FileRead, Refusal, SheetOfFile } from "./fileSheets";
import type { Extent, FilledColumn, LoadPlan, NotLoaded, SheetLoad } from "./loadPlan";
import { recogniseFile, sourceList, type SourceColumn, type SourceList } from "./sourceList";
import { targetOf, type Target, type Workbook } from "./target";

/** @param sheetNames of every sheet of the workbook, the blank ones and the pack's too. */
export function planLoad(
  files: readonly FileOutcome[],
  values: WorkbookValues,
  sheetNames: readonly string[],
): LoadPlan {
  const matches = columnMatchesIn(values.settings);
  const workbook: Workbook = {
    sheets: values.sheets,
    recognition: recogniseLists(values.sheets, values.choices, createIssueLog(), matches),
    matches,
    sheetNames,
  };
  const lines = files.flatMap((file) =>
    file.refused
      ? [{ file: file.file, fileSheet: null, kind: "refused" as const, refusal: file.refused }]
      : linesOf(file, workbook, values.date1904),
  );
  return settleRivals(lines);
}

type Line = SheetLoad | NotLoaded;
type StandingSheet = Extract<Target, { kind: "standing" }>;

const isLoad = (line: Line): line is SheetLoad => "target" in line;

function linesOf(file: FileRead, workbook: Workbook, date1904: boolean): readonly Line[] {
  if (file.sheets.length === 0) return [notLoaded(file, null, "refused", NOTHING_IN_IT)];
  const recognition = recogniseFile(file, workbook.matches);
  const matchesOf = (sheet: SheetOfFile) =>
    recognition.lists.flatMap(({ sheets }) => sheets).filter((match) => match.sheet === sheet);
  const rivalOf = (sheet: SheetOfFile) =>
    recognition.lists.find(({ otherCandidates }) => otherCandidates.some((match) => match.sheet === sheet));
  const anyRecognised = recognition.lists.length > 0;
  return file.sheets.flatMap((sheet): readonly Line[] => {
    const no = (kind: NotLoaded["kind"], refusal: Refusal) => [notLoaded(file, sheet, kind, refusal)];
    if (isOfPack(sheet)) return no("skipped", OF_THE_PACK);
    const rival = rivalOf(sheet);
    if (rival) return no("refused", fitsToo(listSpec(rival.list).name, rival.sheets[0]?.sheet.name ?? ""));
    const [match = null, ...others] = matchesOf(sheet);
    const source = sourceList(file, sheet, match);
    if (!source || (source.records.length === 0 && !match))
      return no(anyRecognised ? "skipped" : "refused", NO_ROWS);
    if (!match && anyRecognised && source.columns.length < 2) return no("skipped", NO_ROWS);
    const sources = [source, ...others.flatMap((other) => sourceList(file, sheet, other) ?? [])];
    return onceEach(sources.map((each) => ({ source: each, target: targetOf(each, workbook) }))).map((each) =>
      lineOf(each.source, each.target, workbook, date1904),
    );
  });
}

interface OnItsWay {
  readonly source: SourceList;
  readonly target: Target;
}

/** A sheet that feeds several lists goes once to each sheet that they are read from; to a new one only where there is none. */
function onceEach(all: readonly OnItsWay[]): readonly OnItsWay[] {
  const standing = all.filter(({ target }) => target.kind !== "new");
  if (standing.length === 0) return all.slice(0, 1);
  const met = new Set<string>();
  return standing.filter(({ target }) => {
    if (target.kind !== "standing") return true;
    const isFirst = !met.has(target.sheet.name);
    met.add(target.sheet.name);
    return isFirst;
  });
}

function isOfPack(sheet: SheetOfFile): boolean {
  return !sheet.isText && PAGES.some((page) => page.sheet.toLowerCase() === sheet.name.toLowerCase());
}

function lineOf(source: SourceList, target: Target, workbook: Workbook, date1904: boolean): Line {
  const { file, sheet } = source;
  const refuse = (refusal: Refusal) => notLoaded(file, sheet, "refused", refusal);
  if (source.tornRow !== null) return refuse(torn(source.tornRow));
  if (target.kind === "refused") return refuse(target.refusal);
  const refusal = target.kind === "standing" ? cannotFill(source, target, workbook) : cannotMake(source);
  if (refusal) return refuse(refusal);
  const columns = target.kind === "standing" ? standingColumns(source, target) : newColumns(source);
  const rows = source.records.map((row) =>
    columns.map((column) => cellOf(row[column.from] ?? "", column, source, date1904)),
  );
  const load: SheetLoad = {
    file: file.file,
    fileSheet: sheet.isText ? null : sheet.name,
    list: source.match?.list ?? null,
    name: source.match
      ? listSpec(source.match.list).name
      : target.kind === "new"
        ? target.sheet
        : target.sheet.name,
    target:
      target.kind === "new"
        ? target
        : { kind: "standing", sheet: target.sheet.name, headerRow: target.sheet.firstRow + target.headerRow },
    columns,
    rows,
    before:
      target.kind === "standing"
        ? extentOf(standingRows(target), mainDate(target.match)?.index ?? null, date1904)
        : null,
    after: extentOf(source.records, mainDate(source.match)?.index ?? null, file.date1904),
    leftOut: leftOut(source, target),
    queries: [],
  };
  return { ...load, queries: queriesAbout(load, source, target, date1904) };
}

function mainDate(match: SourceList["match"]) {
  const key = match && listSpec(match.list).activityDates.find((date) => match.columns.has(date));
  return key ? (match.columns.get(key) ?? null) : null;
}

/** The file's columns that stand on the sheet: the list's own by what they are, all others by their heading. */
function standingColumns(source: SourceList, target: StandingSheet): readonly FilledColumn[] {
  const headings = target.sheet.rows[target.headerRow] ?? [];
  const used = new Set<number>();
  const place = (column: SourceColumn): number | undefined => {
    const own = column.key === null ? undefined : target.match?.columns.get(column.key)?.index;
    const wanted = nameKey(column.heading);
    const found =
      own ??
      headings.findIndex(
        (cell, i) =>
          !used.has(i) && wanted !== "" && nameKey(cellText(cell)) === wanted && !isListColumn(target, i),
      );
    return found < 0 ? undefined : found;
  };
  // The list's columns first: none of them may lose its place to a heading that only reads alike.
  const inOrder = [...source.columns].sort((a, b) => Number(a.key === null) - Number(b.key === null));
  const filled = inOrder.flatMap((column): FilledColumn[] => {
    const index = place(column);
    if (index === undefined || used.has(index)) return [];
    used.add(index);
    return [filledColumn(source, column, cellText(headings[index] ?? ""), target.sheet.firstColumn + index)];
  });
  return filled.sort((a, b) => a.to - b.to);
}

function isListColumn(target: StandingSheet, index: number): boolean {
  return [...(target.match?.columns.values() ?? [])].some((column) => column.index === index);
}

function newColumns(source: SourceList): readonly FilledColumn[] {
  return source.columns.map((column, to) => filledColumn(source, column, column.heading, to));
}

function filledColumn(source: SourceList, column: SourceColumn, heading: string, to: number): FilledColumn {
  const isDate =
    column.type === "date" || (column.type === null && source.sheet.dateColumns.has(column.index));
  return { heading, from: column.index, to, type: column.type, isDate };
}

/** Text stays text but for plain numbers in a CSV's number columns; days are counted as the workbook counts them. */
function cellOf(
  cell: CellValue,
  column: FilledColumn,
  { sheet, file }: SourceList,
  date1904: boolean,
): CellValue {
  if (typeof cell === "number" && column.isDate && file.date1904 !== date1904 && cell >= 1)
    return file.date1904 ? cell + DAYS_1904 : cell - DAYS_1904;
  if (sheet.isText && column.type === "number" && typeof cell === "string" && isPlainNumber(cell))
    return Number(cell);
  return cell;
}

/** Up to 15 digits, as many as Excel keeps, and no zero before them. */
function isPlainNumber(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) && text.replace(/\D/g, "").length <= 15;
}

const LAST_ROW = 1_048_576;

function cannotMake({ records }: SourceList): Refusal | null {
  return records.length + 1 > LAST_ROW ? TOO_MANY_ROWS : null;
}

function cannotFill(source: SourceList, target: StandingSheet, { recognition }: Workbook): Refusal | null {
  if (source.match?.list === "past-figures") return PAST_FIGURES;
  if (target.sheet.firstRow + target.headerRow + 1 + source.records.length > LAST_ROW) return TOO_MANY_ROWS;
  if (!target.match || !source.match) return null;
  const had = new Set(source.match.columns.keys());
  const headings = new Set(source.columns.map(({ heading }) => nameKey(heading)));
  // What another list reads from the sheet has to be in the file as well.
  const read = recognition.lists
    .flatMap(({ list, sheets }) => (list === source.match?.list ? [] : sheets))
    .filter(({ sheet }) => sheet.name === target.sheet.name)
    .flatMap(({ columns }) => [...columns.values()]);
  const missing = [
    ...[...target.match.columns.values()].filter(({ key }) => !had.has(key)),
    ...read.filter(({ heading }) => !headings.has(nameKey(heading))),
  ];
  return missing.length > 0
    ? lacksColumns([...new Set(missing.map(({ heading }) => heading))], target.sheet.name)
    : null;
}

function standingRows({ sheet, headerRow, match }: StandingSheet): readonly (readonly CellValue[])[] {
  const below = sheet.rows.slice(headerRow + 1);
  if (!match) return below.filter((row) => !row.every(isBlank));
  const kindOf = rowKinds(match);
  return below.filter((row) => kindOf(row) === "record");
}

function extentOf(
  rows: readonly (readonly CellValue[])[],
  dateColumn: number | null,
  date1904: boolean,
): Extent {
  let first = 0;
  let last = 0;
  if (dateColumn !== null) {
    for (const row of rows) {
      const date = readDate(row[dateColumn] ?? "", date1904);
      if (date <= 0) continue;
      if (first === 0 || date < first) first = date;
      if (date > last) last = date;
    }
  }
  return { rows: rows.length, firstDate: first || null, lastDate: last || null };
}

function leftOut(source: SourceList, target: Target): readonly string[] {
  const sentences: string[] = [];
  if (source.footers > 0)
    sentences.push(
      `${counted(source.footers, "row", "rows")} left out that ${source.footers === 1 ? "is" : "are"} not a record (a total, a note, a repeated heading).`,
    );
  if (target.kind !== "standing") return sentences;
  const filled = new Set(standingColumns(source, target).map(({ from }) => from));
  const lost = source.columns.filter(({ index }) => !filled.has(index)).map(({ heading }) => `“${heading}”`);
  if (lost.length > 0)
    sentences.push(
      `${lost.join(", ")} ${lost.length === 1 ? "is" : "are"} in the file and not on the sheet, so not loaded.`,
    );
  return sentences;
}

/** Where exports and programs stop: Power BI, and the last row of a sheet of .xls and of .xlsx. */
const CUT_OFF = [30_000, 65_536, 150_000, LAST_ROW];
const LONGEST_TEXT = 32_000;

function queriesAbout(
  load: SheetLoad,
  source: SourceList,
  target: Target,
  date1904: boolean,
): readonly string[] {
  const queries: string[] = [];
  const { before, after } = load;
  if (!source.match && target.kind === "new") queries.push(NOT_RECOGNISED);
  const rows = source.records.length + source.footers;
  const limit = CUT_OFF.find((most) =>
    [source.records.length, rows, source.sheet.rows.length].includes(most),
  );
  if (limit !== undefined)
    queries.push(`The file has exactly ${withThousands(limit)} rows: the export was probably cut off there.`);
  if (after.rows === 0) queries.push("The file has no rows: the list will be empty.");
  if (target.kind === "standing" && isSame(load, target, date1904))
    queries.push("The file holds just what the sheet holds already: is it last month's file?");
  else if (before?.lastDate && after.lastDate && after.lastDate < before.lastDate)
    queries.push(
      `It runs to ${formatDate(after.lastDate)} only, and the sheet to ${formatDate(before.lastDate)}: is it an older file?`,
    );
  const long = load.rows.reduce(
    (sum, row) => sum + row.filter((cell) => typeof cell === "string" && cell.length > LONGEST_TEXT).length,
    0,
  );
  if (long > 0)
    queries.push(
      `${counted(long, "cell", "cells")} with more than 32,000 characters will be cut to that length.`,
    );
  return queries;
}

function isSame(load: SheetLoad, target: StandingSheet, date1904: boolean): boolean {
  const rows = standingRows(target);
  if (rows.length !== load.rows.length || rows.length === 0) return false;
  return rows.every((row, i) =>
    load.columns.every((column, j) =>
      sameCell(row[column.to - target.sheet.firstColumn] ?? "", load.rows[i]?.[j] ?? "", column, date1904),
    ),
  );
}

function sameCell(a: CellValue, b: CellValue, { type }: FilledColumn, date1904: boolean): boolean {
  if (a === b) return true;
  if (type === "date") return readDate(a, date1904) === readDate(b, date1904) && !isBlank(a) === !isBlank(b);
  const [number, other] = [numberIn(a), numberIn(b)];
  return number !== null && other !== null ? number === other : cellText(a) === cellText(b);
}

/** Two files for one sheet: neither is loaded, as it is not certain which is meant. */
function settleRivals(lines: readonly Line[]): LoadPlan {
  const loads = lines.filter(isLoad);
  const key = ({ target }: SheetLoad) => target.sheet.toLowerCase();
  const rivals = new Set(loads.filter((a) => loads.some((b) => b !== a && key(a) === key(b))));
  return {
    loads: loads.filter((load) => !rivals.has(load)),
    notLoaded: [
      ...lines.filter((line): line is NotLoaded => !isLoad(line)),
      ...[...rivals].map(({ file, fileSheet, name }): NotLoaded => ({
        file,
        fileSheet,
        kind: "refused",
        refusal: {
          why: `More than one of the files is ${name}.`,
          whatToDo: "Choose only the right one; for two parts of one list, put them into one file first.",
        },
      })),
    ],
  };
}

function notLoaded(
  file: FileRead,
  sheet: SheetOfFile | null,
  kind: NotLoaded["kind"],
  refusal: Refusal,
): NotLoaded {
  return { file: file.file, fileSheet: sheet && !sheet.isText ? sheet.name : null, kind, refusal };
}

const NOT_RECOGNISED =
  "It is not recognised as a list yet: match its columns under Extracts once it is loaded.";

const NOTHING_IN_IT: Refusal = {
  why: "The workbook holds nothing.",
  whatToDo: "Run the export again, and check that it has rows before you choose the file.",
};
const OF_THE_PACK: Refusal = {
  why: "It is a sheet of the clinic pack, not an extract.",
  whatToDo: "Nothing needs to be done.",
};
const NO_ROWS: Refusal = {
  why: "It has no row of headings with rows below it.",
  whatToDo: "Check that the export has its headings, then choose the file again.",
};
const TOO_MANY_ROWS: Refusal = {
  why: "It has more rows than fit on the sheet: a sheet of Excel ends at row 1,048,576.",
  whatToDo: "Export a shorter period, then choose the file again.",
};
const PAST_FIGURES: Refusal = {
  why: "The workbook has Past Figures already, and a load would replace them.",
  whatToDo: "Copy the new months into that sheet by hand.",
};

function fitsToo(list: string, read: string): Refusal {
  return {
    why: `It fits ${list} too, and “${read}” of the same file is used.`,
    whatToDo: "If this is the right sheet, delete the other from the file.",
  };
}

function torn(row: number): Refusal {
  return {
    why: `Row ${row + 1} has more cells than there are headings: a separator inside a text has pushed its cells to the right.`,
    whatToDo: "Export the list as .xlsx, or with texts in quotation marks, then choose that file.",
  };
}

function lacksColumns(headings: readonly string[], sheet: string): Refusal {
  const named = headings.map((heading) => `“${heading}”`).join(", ");
  return {
    why: `The file lacks ${named}, which the sheet “${sheet}” has: last month's cells would be left beside this month's children.`,
    whatToDo: "Add the column to the export, or delete it from the sheet, then choose the file again.",
  };
}
