/** Why a share that reads a latest date has no figure for a month before the extracts' own (SPEC §4). */
import { monthInWords } from "../../calendar/months";
import { eventsFor } from "../../extracts/events";
import type { LastEvents } from "../../extracts/events";
import type { LatestDatesNotKept, Offer } from "../../findings";
import { indicatorEntry } from "../../indicators/catalogue";
import type { IndicatorId } from "../../indicators/ids";
import { columnSpec, listSpec } from "../../lists/lists";
import type { ListId } from "../../lists/lists";
import { isOwnRows } from "../needs";
import type { Need } from "../needs";
import { columnRead } from "./afterMonthEnd";

export interface WhenCounted {
  readonly month: string;
  readonly monthOfExtracts: string;
  /** null = no date shows of which month the extracts are: then nothing is held against it. */
  readonly extractsRunTo: number | null;
  readonly events: LastEvents;
}

/** A plain sentence; null where the figure can be made. */
export function whyNotKept(
  needs: readonly Need[],
  { month, monthOfExtracts, extractsRunTo, events }: WhenCounted,
): string | null {
  if (extractsRunTo === null || month >= monthOfExtracts) return null;
  for (const { list, columns } of needs) {
    if (isOwnRows(list)) continue;
    for (const column of columns) {
      const latest = columnSpec(list, column)?.latest;
      if (!latest || eventsFor(events, list, column) !== null) continue;
      const known = `${listSpec(list).name} holds only the latest ${latest.what} as of ${monthInWords(monthOfExtracts)}, not that of ${monthInWords(month)}.`;
      const help =
        latest.eventList === null
          ? "An extract that was run then would have it."
          : `The list ${listSpec(latest.eventList).name} can give it.`;
      return `${known} ${help}`;
    }
  }
  return null;
}

export function latestDatesNotKept(
  refused: readonly IndicatorId[],
  { month, monthOfExtracts }: Pick<WhenCounted, "month" | "monthOfExtracts">,
): LatestDatesNotKept | null {
  if (refused.length === 0) return null;
  const lists = refused.flatMap((id): ListId[] => {
    const list = columnRead(id)?.eventList ?? null;
    return list === null ? [] : [list];
  });
  const load: Offer[] = lists.length > 0 ? [{ act: "load-events", lists: [...new Set(lists)] }] : [];
  return {
    kind: "latest-dates-not-kept",
    indicators: refused,
    sentence:
      `The extracts are of ${monthInWords(monthOfExtracts)} and hold only the latest dates: ` +
      `${refused.length === 1 ? "1 figure is" : `${refused.length} figures are`} not available for ${monthInWords(month)}.`,
    lines: refused.map((id) => indicatorEntry(id).wording),
    offers: [...load, { act: "report-month", month: null }],
  };
}
