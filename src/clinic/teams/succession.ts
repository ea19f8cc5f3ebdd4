/** Whose figures a team's past figures are today (SPEC §3 Became, From). The history itself is never rewritten. */
import { nameKey } from "../cells/names";
import type { Team } from "./team";
import { namesOf } from "./teams";

export interface Succession {
  /**
   * Full names of the teams that stand today for what a name meant in a month ("YYYY-MM"): one where it goes on, was
   * renamed or merged; several where it was split. A name that ClinicTeams lacks stands for itself.
   */
  today(name: string, month: string): readonly string[];
  /** The one team whose series a figure belongs to; a team that was split keeps its own. */
  seriesOf(name: string, month: string): string;
}

export function createSuccession(teams: readonly Team[]): Succession {
  const names = namesOf(teams);
  const teamNamed = (name: string): Team | undefined => teams[names.get(nameKey(name) || name)?.[0] ?? -1];
  const known = new Map<string, readonly string[]>();

  function today(name: string, month: string): readonly string[] {
    const key = `${month}|${name}`;
    let found = known.get(key);
    if (!found) known.set(key, (found = [...new Set(follow(name, month))]));
    return found;
  }

  /** A reorganisation counts where it came after the month: each leads to a later month, so this ends even where two teams swap names. */
  function follow(name: string, month: string): readonly string[] {
    const team = teamNamed(name);
    if (!team) return [name];
    const { became } = team;
    if (!became || became.from <= month) return [team.name];
    return became.teams.flatMap((each) => follow(each, became.from));
  }

  return {
    today,
    seriesOf(name, month) {
      const [only, ...others] = today(name, month);
      return only !== undefined && others.length === 0 ? only : (teamNamed(name)?.name ?? name);
    },
  };
}
