/**
 * Extracts run after month end (SPEC §4): only the latest visit, core group or supervision is in them, so whoever was
 * seen since the as-at date counts as late, whatever came before.
 */
import { certain } from "../../cells/certain";
import { formatDate } from "../../calendar/serials";
import { eventsFor } from "../../extracts/events";
import type { LastEvents } from "../../extracts/events";
import type { ExtractsAfterMonthEnd, LateByExtract } from "../../findings";
import { indicatorEntry } from "../../indicators/catalogue";
import type { Terms } from "../../indicators/entry";
import { columnSpec, listSpec } from "../../lists/lists";
import type { ListId } from "../../lists/lists";
import { percent } from "../../measures/measures";
import { figureInWords } from "../messages";
import { countByTeam, sum } from "../teamCounts";
import type { TeamCounts } from "../teamCounts";
import { isOwnRows } from "../needs";
import { latestDay } from "./latestDay";

/** Above this share of a denominator, in percent, the pages and the Summary say so. */
const SAID_ABOVE = 2;

export function extractsAfterMonthEnd(
  tables: Iterable<TeamCounts>,
  events: LastEvents,
  terms: Terms,
  today: number,
): ExtractsAfterMonthEnd | null {
  const measures = [...tables].flatMap((counts) => lateByExtract(counts, events, terms, today));
  if (measures.length === 0) return null;
  const lastDay = Math.max(...measures.map((measure) => measure.lastDay));
  const eventLists = measures.flatMap(({ indicator }) => eventListOf(indicator));
  return {
    kind: "extracts-after-month-end",
    asAt: terms.asAt,
    measures,
    sentence:
      `The extracts were run after ${formatDate(terms.asAt)} and hold only the latest date of each child: ` +
      "whoever was seen since then counts as late.",
    lines: measures.map((measure) => lineOf(measure, terms.asAt)),
    offers: [
      { act: "set-as-at", date: lastDay },
      ...(eventLists.length > 0 ? [{ act: "load-events", lists: [...new Set(eventLists)] } as const] : []),
    ],
  };
}

/** The sentence for the figure's page and the Summary, where it weighs; null where it does not. */
export function caution({ plansAfter, denominator, indicator }: LateByExtract, asAt: number): string | null {
  if (plansAfter * 100 <= SAID_ABOVE * denominator) return null;
  const { what } = certain(columnRead(indicator));
  const name = indicatorEntry(indicator).nameInMessages;
  return (
    `Read with care: ${plansAfter} of the ${denominator} counted in ${name} had a ${what} after ${formatDate(asAt)}, ` +
    "and the extract does not hold the one before, so they count as late."
  );
}

function lateByExtract(
  { entry, list, settings, denominator, numerator, listed }: TeamCounts,
  events: LastEvents,
  terms: Terms,
  today: number,
): LateByExtract[] {
  const { id } = list;
  if (entry.own || id === null) return [];
  const read = columnRead(entry.id);
  if (!read || eventsFor(events, id, read.column) !== null) return [];
  const dates = list.dates(read.column);
  const lastDay = latestDay({ id, has: list.has, dates: list.dates }, today);
  // What lies after the extract's own last day is a slip, and a query.
  const plansAfter = listed.filter((row) => isBetween(dates[row] ?? 0, terms.asAt, lastDay)).length;
  if (plansAfter === 0) return [];
  const moved = countByTeam(entry, list, { ...terms, asAt: lastDay }, settings);
  return [
    {
      indicator: entry.id,
      list: id,
      plansAfter,
      denominator: sum(denominator),
      asCounted: percent(sum(numerator), sum(denominator)),
      fromLastDay: percent(sum(moved.numerator), sum(moved.denominator)),
      lastDay,
    },
  ];
}

function lineOf(
  { indicator, list, plansAfter, denominator, asCounted, fromLastDay, lastDay }: LateByExtract,
  asAt: number,
) {
  const { nameInMessages } = indicatorEntry(indicator);
  return (
    `${listSpec(list).name}, ${nameInMessages}: ${plansAfter} of ${denominator} have a date after ${formatDate(asAt)}; ` +
    `${figureInWords("percent", asCounted)} as counted, ${figureInWords("percent", fromLastDay)} looking back from ${formatDate(lastDay)}.`
  );
}

/** The latest date that the indicator's test reads; null where it reads none. */
export function columnRead(id: LateByExtract["indicator"]) {
  const entry = indicatorEntry(id);
  if (entry.family !== "by team") return null;
  const { list } = entry.cohort;
  if (isOwnRows(list)) return null;
  for (const column of entry.test.columns) {
    const latest = columnSpec(list, column)?.latest;
    if (latest) return { column, ...latest };
  }
  return null;
}

function eventListOf(id: LateByExtract["indicator"]): ListId[] {
  const list = columnRead(id)?.eventList ?? null;
  return list === null ? [] : [list];
}

/** After the one, and no later than the other. */
function isBetween(date: number, asAt: number, lastDay: number): boolean {
  return date > asAt && date <= lastDay;
}
