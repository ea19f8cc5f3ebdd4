/**
 * Figures of the months before the reporting month (SPEC §4): Clinic History wins, because it was published,
 * and Past Figures fill its gaps.
 */
import { monthInWords } from "../calendar/months";
import { shown } from "../calculate/measures";
import type { TableValues } from "../extracts/worksheet";
import { indicatorEntry } from "../indicators/catalogue";
import type { IndicatorId } from "../indicators/ids";
import type { IssueLog } from "../issues/issueLog";
import type { HistoryRow } from "../report";
import type { ClinicSettings } from "../settings/settings";
import { queryContradictions } from "./contradictions";
import { addPastIssue, type PastFigure, type PastSheet } from "./pastFigure";
import { readHistory } from "./readHistory";
import { isTidy, readTidy } from "./readTidy";
import { readWide } from "./readWide";

export interface PastFigures {
  /** The figure of a month other than the reporting month, as it was published; percents 0–100; null = a gap. */
  value(indicator: IndicatorId, month: string): number | null;
  /** Clinic History before this build. */
  readonly history: readonly HistoryRow[];
}

export interface PastInput {
  /** The sheets read as Past Figures, in order; none = []. */
  readonly sheets: readonly PastSheet[];
  /** The table Clinic_history of the last build. */
  readonly history: TableValues | null;
  readonly settings: Pick<ClinicSettings, "month" | "indicators">;
  readonly date1904: boolean;
}

export function readPastFigures(
  { sheets, history, settings, date1904 }: PastInput,
  log: IssueLog,
): PastFigures {
  const found = sheets.flatMap((sheet) =>
    (isTidy(sheet) ? readTidy : readWide)(sheet, settings.month, date1904, log),
  );
  const published = readHistory(history, date1904, log);
  const entered = latestOfEach(found, log);
  const kept = latestOfEach(published.figures, log);
  const figureOf = (indicator: IndicatorId, month: string): PastFigure | undefined =>
    kept.get(keyOf(indicator, month)) ?? entered.get(keyOf(indicator, month));
  queryDifferences(entered, kept, settings.month, log);
  queryContradictions([...entered.values()], figureIn(entered, kept), settings.indicators, log);
  return {
    value: (indicator, month) =>
      month === settings.month ? null : (figureOf(indicator, month)?.value ?? null),
    history: published.rows,
  };
}

function keyOf(indicator: IndicatorId, month: string): string {
  return `${indicator} ${month}`;
}

/** A count to hold a rate of Past Figures against: one of the same sheet if there is one. */
function figureIn(entered: ReadonlyMap<string, PastFigure>, kept: ReadonlyMap<string, PastFigure>) {
  return (indicator: IndicatorId, month: string): number | null => {
    const key = keyOf(indicator, month);
    return (entered.get(key) ?? kept.get(key))?.value ?? null;
  };
}

/** SPEC §4: the later of two rows for one month wins, with a query. */
function latestOfEach(figures: readonly PastFigure[], log: IssueLog): ReadonlyMap<string, PastFigure> {
  const latest = new Map<string, PastFigure>();
  for (const figure of figures) {
    const key = keyOf(figure.indicator, figure.month);
    if (latest.has(key)) {
      addPastIssue(
        log,
        figure.place,
        "query",
        "past-figure-twice",
        "The same indicator and month stand above too; this later figure is used.",
        "Delete the one that is out of date.",
      );
    }
    latest.set(key, figure);
  }
  return latest;
}

/** SPEC §4: a difference is a query. Past Figures are often rounded, so both are compared as shown. */
function queryDifferences(
  entered: ReadonlyMap<string, PastFigure>,
  kept: ReadonlyMap<string, PastFigure>,
  reportingMonth: string,
  log: IssueLog,
): void {
  for (const [key, { indicator, month, value, place }] of entered) {
    const published = kept.get(key);
    if (!published || month === reportingMonth) continue;
    const { kind, wording } = indicatorEntry(indicator);
    if (shown(kind, value) === shown(kind, published.value)) continue;
    addPastIssue(
      log,
      place,
      "query",
      "past-figure-differs-from-history",
      `${wording}, ${monthInWords(month)}: Clinic History has another figure, which is used because it was published.`,
      "Correct the past figure, or the row of Clinic History if it is that which is wrong.",
    );
  }
}
