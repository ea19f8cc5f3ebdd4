/** The words of a list that want a meaning, from an inspection. */
import { wordsToMatch, type WordsToMatch } from "../../clinic/extracts/wordsToMatch";
import type { ListId } from "../../clinic/lists/lists";
import { DEFAULT_ICPC_OUTCOMES } from "../../clinic/settings/readOptions";
import type { Inspection } from "../../excel/inspectWorkbook";

export function wordsOfList(
  { recognition, entered, values }: Pick<Inspection, "recognition" | "entered" | "values">,
  list: ListId,
): readonly WordsToMatch[] {
  const { options, statuses, words } = entered;
  const settings = { icpcOutcomes: options.icpcOutcomes ?? DEFAULT_ICPC_OUTCOMES, statuses };
  return wordsToMatch(recognition, list, words, settings, values.date1904);
}
