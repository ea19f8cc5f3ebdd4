/** Where a figure cannot be compared with the month before: another timescale, unit or teams counted (SPEC §5 [b]). */
import { addMonths } from "../calendar/months";
import type { IndicatorId } from "../indicators/ids";
import type { CountedBy, HistoryRow } from "../report";
import type { Succession } from "../teams/succession";
import { teamsLeftOut } from "./countedBy";

/** Why the figure of a month is not compared with that of the month before, in words that follow "since"; null = it is. */
export type BreakAt = (indicator: IndicatorId, month: string) => string | null;

const TOTAL = "Total";

interface OfMonth {
  total: HistoryRow | null;
  readonly teams: string[];
}

/** @param history all of it, the month that is built among it. */
export function createBreaks(history: readonly HistoryRow[], succession: Succession): BreakAt {
  const months = new Map<string, OfMonth>();
  const keyOf = (indicator: IndicatorId, month: string): string => `${indicator}|${month}`;
  for (const row of history) {
    const key = keyOf(row.indicator, row.month);
    const ofMonth = months.get(key) ?? { total: null, teams: [] };
    if (row.team === TOTAL) ofMonth.total = row;
    else ofMonth.teams.push(row.team);
    months.set(key, ofMonth);
  }
  return (indicator, month) => {
    const before = addMonths(month, -1);
    const [then, now] = [months.get(keyOf(indicator, before)), months.get(keyOf(indicator, month))];
    const [countedThen, countedNow] = [then?.total?.countedBy, now?.total?.countedBy];
    if (!then || !now || !countedThen || !countedNow) return null;
    const resolved = (names: readonly string[], of: string): ReadonlySet<string> =>
      new Set(names.flatMap((name) => succession.today(name, of)));
    const isMoved =
      meet(resolved(teamsLeftOut(countedThen), before), resolved(now.teams, month)) ||
      meet(resolved(teamsLeftOut(countedNow), month), resolved(then.teams, before));
    return otherTimescale(countedThen, countedNow) ?? (isMoved ? "other teams are counted" : null);
  };
}

function otherTimescale(then: CountedBy, now: CountedBy): string | null {
  if (then.timescale === now.timescale && then.unit === now.unit) return null;
  return `the timescale was ${inWords(then)} and is ${inWords(now)}`;
}

function inWords({ timescale, unit }: CountedBy): string {
  return timescale === null ? "none" : `${timescale} ${unit ?? ""}`.trim();
}

/** A team that is counted in one of the months and left out in the other. */
function meet(leftOut: ReadonlySet<string>, counted: ReadonlySet<string>): boolean {
  return [...leftOut].some((name) => counted.has(name));
}
