/**
 * The IDs of the children and workers that the lists hold: one that is met where a team or a status belongs has slipped
 * there, and is never printed. Gathered when first asked about a text that could be one.
 */
import { isBlank } from "../cells/cells";
import { isNothing } from "../cells/nothing";
import type { CellValue } from "../cells/worksheet";
import { columnSpec } from "../lists/lists";
import { comparableId } from "./childIndex";
import type { Recognition, SheetMatch } from "./recognition";

export interface KnownIds {
  /** Whether the cell is an ID of some list. Words that are plainly a team's are none, whatever a worker's column holds. */
  has(cell: CellValue): boolean;
}

/** One word with a digit, as IDs are; two or three words of letters, as workers' names are. */
const LIKE_ID = /^(?=.*\d)\S+$/;
const LIKE_NAME = /^\p{L}[\p{L}'’.-]*,?(?: \p{L}[\p{L}'’.-]*){1,3}$/u;
const LIKE_TEAM =
  /\b(?:team|duty|service|hub|unit|office|bit|swf|cwd|mash|edt|north|south|east|west|central|care|family|families|children|young|support|help)\b/i;

export function createKnownIds(recognition: Recognition): KnownIds {
  let ids: ReadonlySet<string> | null = null;
  const answers = new Map<CellValue, boolean>();
  return {
    has(cell) {
      let answer = answers.get(cell);
      if (answer === undefined) {
        const text = String(cell).replace(/\s+/g, " ").trim();
        const couldBe =
          typeof cell === "number" || LIKE_ID.test(text) || (LIKE_NAME.test(text) && !LIKE_TEAM.test(text));
        answer = couldBe && (ids ??= gather(recognition)).has(comparableId(cell));
        answers.set(cell, answer);
      }
      return answer;
    },
  };
}

function gather({ lists }: Recognition): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { sheets } of lists) for (const match of sheets) gatherFrom(match, ids);
  return ids;
}

function gatherFrom({ list, sheet, headerRow, columns }: SheetMatch, ids: Set<string>): void {
  for (const { key, index } of columns.values()) {
    if (columnSpec(list, key)?.type !== "id") continue;
    for (let row = headerRow + 1; row < sheet.rows.length; row++) {
      const cell = sheet.rows[row]?.[index];
      if (cell !== undefined && !isBlank(cell) && !isNothing(cell)) ids.add(comparableId(cell));
    }
  }
}
