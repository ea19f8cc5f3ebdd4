/** By-team tables pooled by the teams' localities (ClinicTeams). */
import { percent, rag, shown } from "../../clinic/measures/measures";
import type { TeamRow, TeamTable } from "../../clinic/report";
import type { ClinicSettings } from "../../clinic/settings/settings";

const NO_LOCALITY = "Locality not recorded";

/** A–Z, teams without a locality last. */
export function tablesByLocality(
  tables: readonly TeamTable[],
  { teams, indicators }: Pick<ClinicSettings, "teams" | "indicators">,
): readonly TeamTable[] {
  const localities = new Map(teams.map(({ name, locality }) => [name, locality.trim()]));
  return tables.map((table) => ({ ...table, rows: rowsByLocality(table, localities, indicators) }));
}

function rowsByLocality(
  { id, rows }: TeamTable,
  localities: ReadonlyMap<string, string>,
  indicators: ClinicSettings["indicators"],
): readonly TeamRow[] {
  const { target = null, betterWhen = null, amberWithin = null } = indicators.get(id) ?? {};
  const pooled = new Map<string, { denominator: number; numerator: number }>();
  for (const { team, denominator, numerator } of rows) {
    const locality = localities.get(team) || NO_LOCALITY;
    const sums = pooled.get(locality) ?? { denominator: 0, numerator: 0 };
    pooled.set(locality, {
      denominator: sums.denominator + denominator,
      numerator: sums.numerator + numerator,
    });
  }
  return [...pooled]
    .sort(([one], [other]) => order(one, other))
    .map(([team, sums]) => {
      const share = percent(sums.numerator, sums.denominator);
      return {
        team,
        ...sums,
        percent: share,
        rag: rag(shown("percent", share), target, betterWhen, amberWithin),
      };
    });
}

function order(one: string, other: string): number {
  if (one === NO_LOCALITY || other === NO_LOCALITY) return one === other ? 0 : one === NO_LOCALITY ? 1 : -1;
  return one.localeCompare(other, "en");
}
