/** Published figures of the months before, beside what today's extracts give for them: what was recorded late shows. */
import { certain } from "../../cells/certain";
import { addMonths, monthEnd, monthInWords, monthStart } from "../../calendar/months";
import type { PastRecounted } from "../../findings";
import { DEMAND_AT_MONTH_END, DEMAND_IN_THE_MONTH, indicatorEntry } from "../../indicators/catalogue";
import type { DemandMonthEndEntry, DemandMonthEntry, Terms } from "../../indicators/entry";
import type { IndicatorId } from "../../indicators/ids";
import type { Records } from "../../extracts/readList";
import { figureInWords } from "../messages";
import { countChildren } from "../countChildren";
import { needsOf, recordsOf, whatIsMissing } from "../needs";
import type { ListsRead } from "../needs";
import type { FiguresOfOtherMonths } from "../monthFigures";

const MONTHS_LOOKED_BACK = 3;
/** An extract that holds less than half of what was published does not hold that month whole. */
const HOLDS_THE_MONTH = 0.5;

type Recount = PastRecounted["months"][number];

/** Pauses after each indicator. */
export function* pastRecounted(
  lists: ListsRead,
  past: FiguresOfOtherMonths,
  terms: Terms,
  reportingMonth: string,
): Generator<void, PastRecounted | null> {
  const months: Recount[] = [];
  for (const entry of [...DEMAND_IN_THE_MONTH, ...DEMAND_AT_MONTH_END]) {
    if (whatIsMissing(needsOf(entry), lists) !== null) continue;
    for (let back = 1; back <= MONTHS_LOOKED_BACK; back++) {
      const month = addMonths(reportingMonth, -back);
      const published = past.value(entry.id, month);
      if (published === null) continue;
      const recounted = yield* recount(entry, lists, { ...terms, ...daysOf(month) });
      if (recounted === null || recounted === published || recounted < published * HOLDS_THE_MONTH) continue;
      months.push({ indicator: entry.id, month, published, recounted });
    }
    yield;
  }
  if (months.length === 0) return null;
  return {
    kind: "past-recounted",
    months,
    sentence: "Today’s extracts give other figures for months that were published: the published ones stay.",
    lines: [...new Set(months.map(({ indicator }) => indicator))].map((indicator) =>
      lineOf(
        indicator,
        months.filter((each) => each.indicator === indicator),
      ),
    ),
    offers: [],
  };
}

/** "Number of contacts: June 2023 published 1,900, now 1,950; May 2023 …" */
function lineOf(indicator: IndicatorId, months: readonly Recount[]): string {
  const { wording, kind } = indicatorEntry(indicator);
  const sides = months.map(
    ({ month, published, recounted }) =>
      `${monthInWords(month)} published ${figureInWords(kind, published)}, now ${figureInWords(kind, recounted)}`,
  );
  return `${wording}: ${sides.join("; ")}.`;
}

function daysOf(month: string): Pick<Terms, "monthStart" | "monthEnd" | "asAt"> {
  return { monthStart: monthStart(month), monthEnd: monthEnd(month), asAt: monthEnd(month) };
}

/** null where the figure is no count, or the extract cannot hold that month. */
function* recount(
  { measure }: DemandMonthEntry | DemandMonthEndEntry,
  lists: ListsRead,
  terms: Terms,
): Generator<void, number | null> {
  if (measure.counts === "rows in the month") {
    const dates = certain(lists.get(measure.list)).dates(measure.date);
    if (!dates.some((date) => date > 0 && date < terms.monthStart)) return null;
    return dates.reduce(
      (rows, date) => rows + (date >= terms.monthStart && date <= terms.monthEnd ? 1 : 0),
      0,
    );
  }
  if (measure.counts !== "children") return null;
  const holds = measure.cohorts.every(({ list }) => holdsEnded(recordsOf(lists, list), terms.monthEnd));
  return holds ? yield* countChildren(measure.cohorts, lists, terms) : null;
}

/** Of a list of open plans only, who was open at an earlier day cannot be told. */
function holdsEnded(list: Records | null, day: number): boolean {
  if (!list) return false;
  const key = list.id === "assessments" ? "authorised" : "end";
  return list.has(key) && list.dates(key).some((date) => date > 0 && date <= day);
}
