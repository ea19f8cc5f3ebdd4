/** A list that ends long before the others: an old extract beside new ones. */
import { formatDate } from "../../calendar/serials";
import type { ReadList } from "../../extracts/readList";
import type { ListsEndEarly } from "../../findings";
import { listSpec } from "../../lists/lists";
import { likelySilence } from "../../rules/silence";
import { latestDay } from "./latestDay";

export function listsEndEarly(lists: readonly ReadList[], today: number): ListsEndEarly | null {
  const days = lists
    .map((list) => ({ list, runsTo: latestDay(list, today) }))
    .filter(({ runsTo }) => runsTo > 0);
  const othersRunTo = days.reduce((latest, { runsTo }) => Math.max(latest, runsTo), 0);
  const early = days.filter(({ list, runsTo }) => {
    const likely = likelySilence(list, runsTo);
    return likely !== null && othersRunTo - runsTo > likely;
  });
  if (early.length === 0) return null;
  return {
    kind: "lists-end-early",
    lists: early.map(({ list, runsTo }) => ({ list: list.id, runsTo })),
    othersRunTo,
    sentence: `The other lists run to ${formatDate(othersRunTo)}; ${early.length === 1 ? "one ends" : `${early.length} end`} long before: an old extract may be mixed with new ones.`,
    lines: early.map(({ list, runsTo }) => `${listSpec(list.id).name} ends on ${formatDate(runsTo)}.`),
    offers: [],
  };
}
