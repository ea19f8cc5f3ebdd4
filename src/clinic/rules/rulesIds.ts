/** IDs that are probably one child's (SPEC §8). No ID is in the message. */
import { comparableId } from "../extracts/childIndex";
import type { ReadList } from "../extracts/readList";
import { reporter } from "../issues/rulesCatalogue";
import type { IssueSearch } from "./issueSearch";
import { cellAsFound, eachRecord, reportAt } from "./places";

/** A program that takes IDs for numbers drops their leading zeros: 00123 and 123 are then two children. Every list must have been read. */
export function* idsApartByZeros(present: readonly ReadList[], search: IssueSearch): Generator<void> {
  const apart = search.lists.idsApartByZeros();
  if (apart.size === 0) return;
  for (const list of present.filter((each) => each.has("child"))) {
    const report = reporter(search.log, "ids-differ-by-zeros", list.id);
    yield* eachRecord(list, (record) => {
      const id = comparableId(cellAsFound(search.recognition, list, record, "child"));
      if (apart.has(id)) reportAt(report, list, record, "child");
    });
  }
}
