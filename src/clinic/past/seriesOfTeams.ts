/** Figures of teams through a reorganisation (SPEC §3): a past row's team is resolved, the history is never rewritten. */
import { percent } from "../measures/measures";
import type { HistoryRow } from "../report";
import type { Succession } from "../teams/succession";
import { teamsLeftOut } from "./countedBy";

const TOTAL = "Total";

/**
 * Rows under the team that each belongs to today: renamed = the same figure; merged = numerators and denominators
 * added where each part has both, else no row: nor where a part was outside the clinic tables, so that it has no
 * row of its own to miss. Totals, and teams that were split, stay as they are.
 */
export function seriesOfTeams(rows: readonly HistoryRow[], { seriesOf }: Succession): readonly HistoryRow[] {
  const series = new Map<string, { readonly team: string; readonly parts: Map<string, HistoryRow> }>();
  for (const row of rows) {
    const team = row.team === TOTAL ? TOTAL : seriesOf(row.team, row.month);
    const key = `${row.indicator}|${row.month}|${team}`;
    const found = series.get(key) ?? { team, parts: new Map<string, HistoryRow>() };
    if (found.parts.size === 0) series.set(key, found);
    // Of two rows for one team and month the later wins (SPEC §4).
    found.parts.set(row.team, row);
  }
  const partOnly = seriesWithTeamsLeftOut(rows, seriesOf);
  return [...series].flatMap(([key, { team, parts }]) =>
    partOnly.has(key) ? [] : (merged(team, [...parts.values()]) ?? []),
  );
}

/** Keys of the series that lack a team in a month, as that month's Total says that it left the team out. */
function seriesWithTeamsLeftOut(
  rows: readonly HistoryRow[],
  seriesOf: Succession["seriesOf"],
): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ team, indicator, month, countedBy }) =>
      team === TOTAL && countedBy
        ? teamsLeftOut(countedBy).map((name) => `${indicator}|${month}|${seriesOf(name, month)}`)
        : [],
    ),
  );
}

function merged(team: string, parts: readonly HistoryRow[]): HistoryRow | null {
  const [first] = parts;
  if (!first) return null;
  if (parts.length === 1) return first.team === team ? first : { ...first, team };
  let numerator = 0;
  let denominator = 0;
  for (const part of parts) {
    if (part.numerator === null || part.denominator === null) return null;
    numerator += part.numerator;
    denominator += part.denominator;
  }
  return { ...first, team, numerator, denominator, value: percent(numerator, denominator) };
}
