/** Whether building the month would replace published figures, or go back behind a month that was built: then a yes is asked. */
import { monthInWords } from "../../calendar/months";
import { formatDate } from "../../calendar/serials";
import type { MonthQuestion } from "../../findings";

export interface MonthSituation {
  readonly month: string;
  readonly monthOfExtracts: string;
  /** Serial; null = no date shows it. */
  readonly extractsRunTo: number | null;
  /** Months that Clinic History holds, in any order. */
  readonly monthsBuilt: ReadonlySet<string>;
}

/** null = routine: a new month, or the extracts' own month built again. */
export function monthQuestion({
  month,
  monthOfExtracts,
  extractsRunTo,
  monthsBuilt,
}: MonthSituation): MonthQuestion | null {
  const isInHistory = monthsBuilt.has(month);
  const isOwnMonth = month === monthOfExtracts;
  const latest = [...monthsBuilt].reduce((one, other) => (one > other ? one : other), "");
  const laterMonth = latest > month ? latest : null;
  if (!(isInHistory && !isOwnMonth) && laterMonth === null) return null;
  const runTo = extractsRunTo === null ? null : `Your extracts run to ${formatDate(extractsRunTo)}`;
  const stands = isInHistory
    ? `${monthInWords(month)} is in the history`
    : `the history already holds ${monthInWords(laterMonth ?? latest)}`;
  const facts =
    runTo === null ? `${stands.charAt(0).toUpperCase()}${stands.slice(1)}` : `${runTo}, and ${stands}`;
  const instead = isOwnMonth ? `Build ${monthInWords(month)}?` : `Build ${monthInWords(monthOfExtracts)}?`;
  return {
    kind: "month",
    month,
    monthOfExtracts,
    extractsRunTo,
    isInHistory,
    laterMonth,
    sentence: `${facts}. ${instead}`,
    lines: [
      isInHistory
        ? `Building ${monthInWords(month)} replaces its published figures with figures from these extracts.`
        : `Building ${monthInWords(month)} adds a month before one that was published, from these extracts.`,
    ],
    offers: isOwnMonth ? [] : [{ act: "report-month", month: null }],
  };
}
