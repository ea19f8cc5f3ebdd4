/** Past figures that contradict themselves (SPEC §8): a rate more than 1 from count × 10,000 ÷ population. */
import { addMonths, monthInWords } from "../calendar/months";
import { rate, roundHalfUp } from "../measures/measures";
import { BUILT_IN, type Catalogue } from "../indicators/catalogue";
import type { Measure } from "../indicators/entry";
import type { IndicatorId } from "../indicators/ids";
import type { IssueLog } from "../issues/issueLog";
import type { IndicatorSettings } from "../indicators/indicatorSettings";
import { addPastIssue, type FiguresByMonth } from "./pastFigure";

const TOLERATED = 1;

type FigureOf = (indicator: IndicatorId, month: string) => number | null;

interface ContradictionSettings {
  readonly indicators: ReadonlyMap<IndicatorId, IndicatorSettings>;
  readonly catalogue?: Catalogue;
}

/** @param figures those of Past Figures; what the add-in itself put into Clinic History needs no check. */
export function queryContradictions(
  figures: FiguresByMonth,
  figureOf: FigureOf,
  { indicators: settings, catalogue = BUILT_IN }: ContradictionSettings,
  log: IssueLog,
): void {
  for (const [indicator, months] of figures) {
    const entry = catalogue.entry(indicator);
    if (entry.kind !== "rate" || entry.family === "by team") continue;
    const population = settings.get(indicator)?.population ?? null;
    for (const { month, value, place } of months.values()) {
      const count = countOf(entry.measure, month, figureOf);
      const expected = count === null ? null : rate(count, population);
      if (expected === null || Math.abs(value - expected) <= TOLERATED) continue;
      addPastIssue(
        log,
        place,
        "query",
        "past-figures-contradict",
        `${entry.wording}, ${monthInWords(month)}: the rate is more than 1 away from count × 10,000 ÷ population, which gives ${roundHalfUp(expected, 1)}.`,
        "Check the rate, the count and the population; the figure is used as it stands.",
      );
    }
  }
}

/** The count that the rate divides; for a rolling rate the sum of its months, when all are there. */
function countOf(measure: Measure, month: string, figureOf: FigureOf): number | null {
  if (measure.counts === "rate") return figureOf(measure.of, month);
  if (measure.counts !== "rolling rate") return null;
  let sum = 0;
  for (let back = measure.months - 1; back >= 0; back--) {
    const count = figureOf(measure.of, addMonths(month, -back));
    if (count === null) return null;
    sum += count;
  }
  return sum;
}
