/** ClinicWords (SPEC §3): a word in a cell, and the known word that it means. */
import { nameKey } from "../cells/names";
import { addIssue, isBlankEntry, textEntry, type EntryPlace, entriesOfRow } from "../entries/entries";
import type { SettingsTable } from "../entries/settingsTable";
import type { IssueLog } from "../issues/issueLog";
import type { ListId } from "../lists/lists";
import { columnEntry, listEntry } from "./columnMatches";

export interface WordMeaning {
  readonly list: ListId;
  /** Key of the list's column. */
  readonly column: string;
  /** As typed; compare by `nameKey`. */
  readonly word: string;
  readonly means: string;
  /** Where the meaning stands, for issues about it. */
  readonly place: EntryPlace;
}

/** Rows that can be used, in the table's order; each of the others is an issue. */
export function readWordMeanings(table: SettingsTable, log: IssueLog): readonly WordMeaning[] {
  const words: WordMeaning[] = [];
  const met = new Set<string>();
  for (const row of table.filledRows) {
    const at = entriesOfRow(table, row, log);
    const list = listEntry(at("List"));
    const column = list && columnEntry(at("Column"), list);
    if (!list || !column) continue;
    const word = filledText(at("Word"), "the word as the cells have it");
    const means = filledText(at("Means"), "the word that it means");
    if (word === null || means === null) continue;
    const key = [list, column.key, nameKey(word)].join("\u0000");
    if (met.has(key)) {
      addIssue(
        at("Word"),
        "error",
        "wrong-setting",
        "This word is given a meaning twice; the first row is used.",
        "Delete one of the two rows.",
      );
    } else {
      met.add(key);
      words.push({ list, column: column.key, word, means, place: at("Means") });
    }
  }
  return words;
}

function filledText(place: EntryPlace, expected: string): string | null {
  if (!isBlankEntry(place)) return textEntry(place) ?? null;
  const message = `${place.name} is blank, so the row is not used.`;
  addIssue(place, "error", "wrong-setting", message, `Type ${expected}.`);
  return null;
}

/** The known words that a column's cells mean, by plain word; null where the analyst has given none. */
export type MeaningsOf = (list: ListId, column: string) => ReadonlyMap<string, string> | null;

export function meaningsOf(words: readonly WordMeaning[]): MeaningsOf {
  const columns = new Map<string, Map<string, string>>();
  const keyOf = (list: ListId, column: string): string => `${list} ${column}`;
  for (const { list, column, word, means } of words) {
    const key = keyOf(list, column);
    const ofColumn = columns.get(key) ?? new Map<string, string>();
    columns.set(key, ofColumn.set(nameKey(word), means));
  }
  return (list, column) => columns.get(keyOf(list, column)) ?? null;
}
