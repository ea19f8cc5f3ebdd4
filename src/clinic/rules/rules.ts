/**
 * Finds the data issues of the lists (SPEC §8). Those of settings, past figures and recognition are raised where
 * they are read. Each rule is a generator that yields after a stretch of rows, so that the pane can breathe.
 */
import { lastEvents } from "../extracts/events";
import { listSpec, LISTS } from "../lists/lists";
import type { IssueSearch } from "./issueSearch";
import { impossibleDates, lastDatesOutOfPlace, datesOutOfOrder } from "./rulesDates";
import { duplicateRows } from "./rulesDuplicates";
import { idsApartByZeros } from "./rulesIds";
import { planRules } from "./rulesPlans";
import { sheetRules } from "./rulesSheets";
import { wordRules } from "./rulesWords";
import { workerRules } from "./rulesWorkers";

/** Run to its end, every column of every list has been read and every issue of the lists is in `search.log`. */
export function* findIssues(search: IssueSearch): Generator<void> {
  const { lists, log, settings, today } = search;
  const present = LISTS.flatMap((spec) => lists.get(spec.id) ?? []);
  // Whether or not an indicator used it, each column's unreadable cells are issues.
  for (const { id } of present)
    yield* lists.prepare(
      id,
      listSpec(id).columns.map(({ key }) => key),
    );

  const events = lastEvents(lists, settings.asAt);
  for (const list of present) {
    yield* impossibleDates(list, Math.max(today, settings.asAt), log);
    yield* datesOutOfOrder(list, log);
    yield* lastDatesOutOfPlace(list, events, settings, today, log);
    yield* duplicateRows(list, search.recognition, log);
  }
  yield* idsApartByZeros(present, search);
  yield* planRules(search);
  yield* workerRules(lists.get("allocations"), search.recognition, log);
  yield* wordRules(search);
  yield* sheetRules(present, search);
}
