/** SPEC §5 History: the month built now replaces its own rows only. */
import { INDICATORS } from "../indicators/catalogue";
import type { HistoryRow } from "../report";
import type { Team } from "../settings/settings";
import { percent } from "./measures";
import type { MonthFigures } from "./monthFigures";
import { byCharacter, teamsByName } from "./teamCounts";

const TOTAL = "Total";

export function historyAfter(
  kept: readonly HistoryRow[],
  month: string,
  figures: MonthFigures,
  teams: readonly Team[],
): readonly HistoryRow[] {
  const others = kept.filter((row) => row.month !== month);
  // A stable sort: rows of one month stay as they were published.
  return [...others, ...rowsOfMonth(month, figures, teams)].sort((a, b) => byCharacter(a.month, b.month));
}

/** A Total and a row a team for each indicator that has a figure. */
function rowsOfMonth(month: string, { figures, tables }: MonthFigures, teams: readonly Team[]): HistoryRow[] {
  const order = teamsByName(teams);
  return INDICATORS.flatMap((entry): HistoryRow[] => {
    const figure = figures.get(entry.id);
    if (!figure || figure.unavailable !== null) return [];
    const { value, denominator } = figure;
    const numerator = denominator === null ? null : figure.numerator;
    const total: HistoryRow = { month, indicator: entry.id, team: TOTAL, numerator, denominator, value };
    const counts = entry.family === "by team" ? tables.get(entry.id) : undefined;
    if (!counts) return [total];
    const byTeam = order
      .filter((code) => counts.denominator[code]! > 0)
      .map((code): HistoryRow => ({
        month,
        indicator: entry.id,
        team: teams[code]!.name,
        numerator: counts.numerator[code]!,
        denominator: counts.denominator[code]!,
        value: percent(counts.numerator[code]!, counts.denominator[code]!),
      }));
    return [total, ...byTeam];
  });
}
