/** Words that no figure knows (SPEC §8): they count as what they are not known to be, so each column has a query with their number. */
import { withThousands } from "../cells/counts";
import { certain } from "../cells/certain";
import { nameKey } from "../cells/names";
import { WORD_COLUMNS } from "../extracts/knownWords";
import { reporter, type RuleCode } from "../issues/rulesCatalogue";
import type { IssueSearch } from "./issueSearch";
import { headingCell } from "./rulesSheets";
import { eachRecord } from "./places";

/** Plans that are not known are errors of their cells, and case statuses are said where their rows are left out. */
const CODES: Readonly<Record<string, RuleCode>> = {
  "section-47": "outcome-not-known",
  allocations: "status-not-known",
};

interface Met {
  rows: number;
  readonly words: Set<string>;
  /** Row of the sheet in which the first is. */
  readonly firstRow: number;
}

/** The words themselves are shown in the pane only: in a column that has slipped they may be a child's. */
export function* wordRules({ lists, recognition, settings, log }: IssueSearch): Generator<void> {
  for (const { list: id, column, isKnown } of WORD_COLUMNS) {
    const code = CODES[id];
    const list = code && lists.get(id);
    if (!code || !list?.has(column)) continue;
    const words = list.values(column);
    const unknown = new Map<number, Met>();
    const answers = new Map<unknown, boolean>([["", true]]);
    yield* eachRecord(list, (record) => {
      const word = words[record] ?? "";
      let known = answers.get(word);
      if (known === undefined) answers.set(word, (known = isKnown(word, settings)));
      if (known) return;
      const sheet = list.sheetOf?.[record] ?? 0;
      const met = unknown.get(sheet) ?? { rows: 0, words: new Set(), firstRow: certain(list.rowOf[record]) };
      met.rows++;
      met.words.add(nameKey(String(word)));
      unknown.set(sheet, met);
    });
    for (const [sheet, met] of unknown) {
      const match = recognition.get(id)?.sheets[sheet];
      if (!match) continue;
      const said = {
        count: withThousands(met.rows),
        different: withThousands(met.words.size),
        first: `${list.columnLetter(column, sheet) ?? "A"}${met.firstRow}`,
      };
      reporter(log, code, id, said)(match.sheet.name, headingCell(match, column));
    }
  }
}
