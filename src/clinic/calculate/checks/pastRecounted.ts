/** Published figures of the months before, beside what today's extracts give for them: what was recorded late shows. */
import { certain } from "../../cells/certain";
import { addMonths, monthEnd, monthInWords, monthStart } from "../../calendar/months";
import type { PastRecounted } from "../../findings";
import { nameKey } from "../../cells/names";
import { headingsIn } from "../../conditions/condition";
import type { Catalogue } from "../../indicators/catalogue";
import type { DemandMonthEndEntry, DemandMonthEntry, Terms } from "../../indicators/entry";
import type { IndicatorId } from "../../indicators/ids";
import { firstDayCounted } from "../../indicators/own/ownCohort";
import type { OwnMeasure } from "../../indicators/own/ownMeasure";
import type { Records } from "../../extracts/readList";
import { figureInWords } from "../messages";
import { countChildren, NO_TIMESCALE } from "../countChildren";
import { needsOf, recordsOf, whatIsMissing } from "../needs";
import type { ListsRead } from "../needs";
import type { FiguresOfOtherMonths } from "../monthFigures";

const MONTHS_LOOKED_BACK = 3;
/** An extract that holds less than half of what was published does not hold that month whole. */
const HOLDS_THE_MONTH = 0.5;

type Recount = PastRecounted["months"][number];

/** Built-in counts and the council's own. Pauses after each indicator. */
export function* pastRecounted(
  catalogue: Catalogue,
  lists: ListsRead,
  past: FiguresOfOtherMonths,
  terms: Terms,
  reportingMonth: string,
): Generator<void, PastRecounted | null> {
  const months: Recount[] = [];
  for (const entry of [...catalogue.demandInTheMonth, ...catalogue.demandAtMonthEnd]) {
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
        catalogue,
        indicator,
        months.filter((each) => each.indicator === indicator),
      ),
    ),
    offers: [],
  };
}

/** "Number of contacts: June 2023 published 1,900, now 1,950; May 2023 …" */
function lineOf(catalogue: Catalogue, indicator: IndicatorId, months: readonly Recount[]): string {
  const { wording, kind } = catalogue.entry(indicator);
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
  { measure, own }: DemandMonthEntry | DemandMonthEndEntry,
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
  if (measure.counts === "plans" && own) {
    const list = recordsOf(lists, measure.cohort.list);
    return list && holdsMonth(own, list, terms)
      ? measure.cohort.rows(list, terms, NO_TIMESCALE).length
      : null;
  }
  if (measure.counts !== "children") return null;
  const holds = measure.cohorts.every(({ list }) => holdsEnded(recordsOf(lists, list), terms.monthEnd));
  return holds ? yield* countChildren(measure.cohorts, lists, terms) : null;
}

/** Whether the rows of a council's own count can tell that month: not where a condition is judged on the reporting month's last day. */
function holdsMonth({ counted, onlyWhere }: OwnMeasure, list: Records, terms: Terms): boolean {
  const condition = onlyWhere ?? [];
  const isOfThisMonth =
    condition.some(({ says }) => says === "open longer") ||
    headingsIn(condition).some((heading) => nameKey(heading) === "age");
  if (isOfThisMonth) return false;
  if (counted === "open at month end")
    return list.dates("end").some((date) => date > 0 && date <= terms.monthEnd);
  const first = firstDayCounted(counted, terms.monthStart, terms.monthEnd);
  return list.dates("by").some((date) => date > 0 && date < first);
}

/** Of a list of open plans only, who was open at an earlier day cannot be told. */
function holdsEnded(list: Records | null, day: number): boolean {
  if (!list) return false;
  const key = list.id === "assessments" ? "authorised" : "end";
  return list.has(key) && list.dates(key).some((date) => date > 0 && date <= day);
}
