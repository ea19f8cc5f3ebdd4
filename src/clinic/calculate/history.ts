/** SPEC §5 History: the month built now replaces its own rows only. */
import { certain } from "../cells/certain";
import type { HistoryRow } from "../report";
import type { ClinicSettings } from "../settings/settings";
import { percent } from "../measures/measures";
import { countedBy } from "../past/countedBy";
import { settingsOf } from "./monthFigures";
import type { MonthFigures } from "./monthFigures";
import { byCharacter, teamsByName } from "./teamCounts";

const TOTAL = "Total";

export function historyAfter(
  kept: readonly HistoryRow[],
  month: string,
  figures: MonthFigures,
  settings: ClinicSettings,
): readonly HistoryRow[] {
  const others = kept.filter((row) => row.month !== month);
  // A stable sort: rows of one month stay as they were published.
  return [...others, ...rowsOfMonth(month, figures, settings)].sort((a, b) => byCharacter(a.month, b.month));
}

/** A Total and a row for each team for each indicator that has a figure. */
function rowsOfMonth(
  month: string,
  { figures, tables }: MonthFigures,
  settings: ClinicSettings,
): HistoryRow[] {
  const { teams, catalogue } = settings;
  const order = teamsByName(teams);
  return catalogue.entries.flatMap((entry): HistoryRow[] => {
    const figure = figures.get(entry.id);
    if (!figure || figure.unavailable !== null) return [];
    const { value, denominator } = figure;
    const numerator = denominator === null ? null : figure.numerator;
    const how = (of: "total" | "team") => countedBy(entry, settingsOf(settings, entry), teams, of);
    const total: HistoryRow = {
      month,
      indicator: entry.id,
      team: TOTAL,
      numerator,
      denominator,
      value,
      countedBy: how("total"),
    };
    const counts = entry.family === "by team" ? tables.get(entry.id) : undefined;
    if (!counts) return [total];
    const ofTeams = how("team");
    const byTeam = order
      .map((code) => ({
        team: certain(teams[code]).name,
        numerator: certain(counts.numerator[code]),
        denominator: certain(counts.denominator[code]),
      }))
      .filter((row) => row.denominator > 0)
      .map((row): HistoryRow => ({
        month,
        indicator: entry.id,
        ...row,
        value: percent(row.numerator, row.denominator),
        countedBy: ofTeams,
      }));
    return [total, ...byTeam];
  });
}
