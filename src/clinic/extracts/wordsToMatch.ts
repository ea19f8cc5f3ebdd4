/** The words of a list's plan, status and outcome cells that are not known, or that ClinicWords gives a meaning, with their rows. */
import { isBlank } from "../cells/cells";
import { isExcelError, nameKey } from "../cells/names";
import { isNothing } from "../cells/nothing";
import { createIssueLog } from "../issues/issueLog";
import { columnSpec, listSpec, type ListId } from "../lists/lists";
import { WORD_COLUMNS, type WordColumn, type WordSettings } from "./knownWords";
import { recordsOf } from "./records";
import type { ListMatch, Recognition, SheetMatch } from "./recognition";
import { atOnce } from "./stretches";
import { meaningsOf, type WordMeaning } from "./wordMeanings";

interface WordMet {
  readonly word: string;
  readonly rows: number;
  /** As ClinicWords has it; null = nobody has said. */
  readonly means: string | null;
}

export interface WordsToMatch {
  readonly list: ListId;
  /** "Visits" */
  readonly name: string;
  /** Key of the list's column, and its heading as SPEC §2 has it. */
  readonly column: string;
  readonly heading: string;
  /** Most rows first. */
  readonly words: readonly WordMet[];
  /** Rows whose words look like numbers, IDs or sentences: they are not shown. */
  readonly rowsNotShown: number;
  readonly meanings: readonly string[];
}

const MOST_WORDS = 40;
const LONGEST_WORD = 60;

/** A column for each list; one without such a word is left out. */
export function wordsToMatch(
  recognition: Recognition,
  list: ListId,
  words: readonly WordMeaning[],
  settings: WordSettings,
  date1904: boolean,
): readonly WordsToMatch[] {
  const match = recognition.get(list);
  if (!match) return [];
  return WORD_COLUMNS.filter((each) => each.list === list && choosesRows(match, each)).flatMap((each) => {
    const { column } = each;
    const rows = wordsMet(match, each, words, settings, date1904);
    const shown = [...rows.values()].filter(({ word }) => maySay(word)).sort((a, b) => b.rows - a.rows);
    const notShown = [...rows.values()].filter(({ word }) => !maySay(word)).concat(shown.slice(MOST_WORDS));
    if (rows.size === 0) return [];
    return {
      list,
      name: listSpec(list).name,
      column,
      heading: columnSpec(list, column)?.heading ?? column,
      words: shown.slice(0, MOST_WORDS),
      rowsNotShown: notShown.reduce((sum, { rows: count }) => sum + count, 0),
      meanings: each.meanings(settings),
    };
  });
}

/** Of CIN Plans only Ofsted's List 6 goes by the case status. */
function choosesRows({ sheets }: ListMatch, { column }: WordColumn): boolean {
  return column !== "caseStatus" || sheets.some(({ annexA }) => annexA?.onlyCinPlans === true);
}

function wordsMet(
  { list, sheets }: ListMatch,
  { column, isKnown }: WordColumn,
  words: readonly WordMeaning[],
  settings: WordSettings,
  date1904: boolean,
): ReadonlyMap<string, WordMet> {
  const given = meaningsOf(words)(list, column);
  const met = new Map<string, WordMet>();
  for (const match of sheets) {
    const index = match.columns.get(column)?.index;
    if (index === undefined) continue;
    for (const row of atOnce(recordsOf(beforeStatuses(match), readingOf(date1904)))) {
      const cell = match.sheet.rows[row]?.[index] ?? "";
      if (isBlank(cell) || isExcelError(cell) || isNothing(cell)) continue;
      const key = nameKey(String(cell));
      const means = given?.get(key) ?? null;
      const before = met.get(key);
      if (before) met.set(key, { ...before, rows: before.rows + 1 });
      else if (means !== null || !isKnown(cell, settings))
        met.set(key, { word: String(cell).replace(/\s+/g, " ").trim(), rows: 1, means });
    }
  }
  return met;
}

/** With the rows that their status leaves out. */
const beforeStatuses = (match: SheetMatch): SheetMatch => ({ ...match, annexA: null });

const readingOf = (date1904: boolean) => ({ log: createIssueLog(), date1904, meaningsOf: () => null });

/** What looks like a number, an ID or a sentence may be a child's, in a column that has slipped. */
function maySay(word: string): boolean {
  return !/\d{3}/.test(word) && word.length <= LONGEST_WORD;
}
