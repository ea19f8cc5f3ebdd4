/** A sheet's headings held against a list, in the pane's words: what is read so now, what is suggested, and which words choose rows. */
import { cellText, nameKey } from "../../clinic/cells/names";
import {
  likeliestLists,
  matchedElsewhere,
  suggestColumns,
  type HeadingSeen,
} from "../../clinic/extracts/suggestColumns";
import { listSpec, type ListId } from "../../clinic/lists/lists";
import { NO_PLAN, plansNamed } from "../../clinic/lists/planWords";
import type { SheetValues } from "../../clinic/cells/worksheet";
import type { Inspection } from "../../excel/inspectWorkbook";
import type { ColumnsToMatch, RowWords } from "../ports";

/** @param list null = the one that the sheet most likely is. null where the sheet is gone or has no row of headings. */
export function columnsToMatch(
  { values, recognition, entered }: Inspection,
  sheetName: string,
  list: ListId | null,
): ColumnsToMatch | null {
  const sheet = values.sheets.find(({ name }) => name === sheetName);
  if (!sheet) return null;
  const matched = matchedElsewhere(entered.columnMatches);
  const id = list ?? likeliestLists(sheet, values.date1904, matched)[0];
  const suggestions = id === undefined ? null : suggestColumns(sheet, id, values.date1904, matched);
  if (id === undefined || !suggestions) return null;
  const { headerRow, headings } = suggestions;
  const own = entered.columnMatches.filter(
    (match) => match.list === id && nameKey(match.sheet) === nameKey(sheetName),
  );
  const read = recognition.get(id)?.sheets.find((match) => match.sheet.name === sheetName)?.columns;
  const headingNow = (key: string): string | null => {
    const matched = own.find((match) => match.kind === "column" && match.column === key);
    const heading = read?.get(key)?.heading ?? (matched?.kind === "column" ? matched.heading : undefined);
    return headings.find((each) => nameKey(each.heading) === nameKey(heading ?? ""))?.heading ?? null;
  };
  const condition = own.find(({ kind }) => kind === "only where");
  return {
    list: id,
    name: listSpec(id).name,
    sheet: sheetName,
    headings: headings.map(({ heading, look }) => ({ heading, looks: look.inWords })),
    columns: suggestions.columns.map(({ key, column, required, ranked, suggested }) => ({
      key,
      column,
      required,
      ranked: ranked.map(({ heading }) => heading),
      now: headingNow(key),
      suggested,
    })),
    rowWords: headings.flatMap((heading) => wordsThatChoose(sheet, headerRow, heading)),
    onlyWhere: condition ? cellText(condition.place.table.value(condition.place.row, "Heading")) : "",
  };
}

const CHOOSES = /\b(?:plan|status|type|category|stage|service|legal|open)\b/i;
const MOST_WORDS = 12;

/** Words of a plan or status, with their rows. */
function wordsThatChoose(sheet: SheetValues, headerRow: number, seen: HeadingSeen): RowWords[] {
  return fewWords(sheet, headerRow, seen).filter(({ heading, words }) => {
    const namesPlans = words.filter(({ word }) => plansNamed(word) !== NO_PLAN).length * 2 >= words.length;
    return CHOOSES.test(heading) || namesPlans;
  });
}

/** A column's words with their rows: few, met again and again, and without an ID's digits. */
export function fewWords(
  sheet: SheetValues,
  headerRow: number,
  { heading, index, look }: HeadingSeen,
): RowWords[] {
  if (look.kind !== "text") return [];
  const rows = new Map<string, number>();
  for (const cells of sheet.rows.slice(headerRow + 1)) {
    const word = cellText(cells[index] ?? "");
    if (word === "") continue;
    if (/\d{3}/.test(word) || word.length > 60) return [];
    rows.set(word, (rows.get(word) ?? 0) + 1);
    if (rows.size > MOST_WORDS) return [];
  }
  const words = [...rows].map(([word, count]) => ({ word, rows: count }));
  return words.length > 0 ? [{ heading, words }] : [];
}
