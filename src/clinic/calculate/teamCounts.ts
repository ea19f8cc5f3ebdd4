/** Denominators and numerators by team (SPEC §4 By team): rows are plans, not children. */
import type { Records } from "../extracts/readList";
import { MET, NOT_YET_DUE } from "../indicators/entry";
import type { Judgement, TeamTableEntry, Terms, Timescale } from "../indicators/entry";
import type { TeamRow, TeamTable } from "../report";
import type { IndicatorSettings } from "../indicators/indicatorSettings";
import type { Team } from "../teams/team";
import { listsNumerator } from "../indicators/listed";
import { percent, rag, shown } from "../measures/measures";

export interface TeamCounts {
  readonly entry: TeamTableEntry;
  readonly settings: IndicatorSettings;
  readonly list: Records;
  readonly judgement: Judgement;
  /** By team code. */
  readonly denominator: Int32Array;
  readonly numerator: Int32Array;
  /** Records of the cohort whose team is not in the table, by team code. */
  readonly outside: Int32Array;
  /** Not yet due, and so left out of the denominator. */
  readonly leftOut: number;
  /** The records that the out-of-time list names, in worksheet order. */
  readonly listed: readonly number[];
}

/** The list must hold all columns that the entry needs. */
export function countByTeam(
  entry: TeamTableEntry,
  list: Records,
  terms: Terms,
  settings: IndicatorSettings,
): TeamCounts {
  const timescale = timescaleOf(settings);
  const judgement = entry.test.judge(list, terms, timescale);
  const teams = list.teams();
  const inTable = terms.teams.map((team) => isInTable(team, settings));
  const denominator = new Int32Array(terms.teams.length);
  const numerator = new Int32Array(terms.teams.length);
  const outside = new Int32Array(terms.teams.length);
  const newOnesLeftOut = settings.notYetDue === "excluded";
  const listNumerator = listsNumerator(entry, settings.betterWhen);
  const listed: number[] = [];
  let leftOut = 0;

  const rows = entry.cohort.rows(list, terms, timescale);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const team = teams[row]!;
    if (!inTable[team]) {
      outside[team]!++;
      continue;
    }
    const standing = judgement.standing(row);
    if (standing === NOT_YET_DUE && newOnesLeftOut) {
      leftOut++;
      continue;
    }
    const met = standing === MET || standing === NOT_YET_DUE;
    denominator[team]!++;
    if (met) numerator[team]!++;
    if (met === listNumerator) listed.push(row);
  }
  return { entry, settings, list, judgement, denominator, numerator, outside, leftOut, listed };
}

/** Whether the indicator's table has rows of the team. */
export function isInTable({ inClinicTables }: Team, { teams }: IndicatorSettings): boolean {
  return teams === "all" || inClinicTables;
}

/** The tables as they are shown: teams with a denominator by name, the pooled total apart. */
export function teamTables(tables: Iterable<TeamCounts>, teams: readonly Team[]): readonly TeamTable[] {
  const order = teamsByName(teams);
  return Array.from(tables, (counts) => teamTable(counts, teams, order));
}

function teamTable(counts: TeamCounts, teams: readonly Team[], order: readonly number[]): TeamTable {
  const { entry, settings, denominator, numerator } = counts;
  const rows = order
    .filter((code) => denominator[code]! > 0)
    .map((code) => ({ team: teams[code]!.name, ...share(numerator[code]!, denominator[code]!, settings) }));
  return {
    id: entry.id,
    title: entry.wording,
    rows,
    total: share(sum(numerator), sum(denominator), settings),
    outside: sum(counts.outside),
  };
}

/** Team codes in the order of tables: full name, lower-cased, by character. */
export function teamsByName(teams: readonly Team[]): readonly number[] {
  const names = teams.map((team) => team.name.toLowerCase());
  return names.map((_, code) => code).sort((a, b) => byCharacter(names[a]!, names[b]!) || a - b);
}

export function byCharacter(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function sum(counts: Int32Array): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

function share(numerator: number, denominator: number, settings: IndicatorSettings): Omit<TeamRow, "team"> {
  const value = percent(numerator, denominator);
  const { target, betterWhen, amberWithin } = settings;
  return {
    denominator,
    numerator,
    percent: value,
    rag: rag(shown("percent", value), target, betterWhen, amberWithin),
  };
}

export function timescaleOf({ timescale, unit }: IndicatorSettings): Timescale {
  return { timescale: timescale ?? 0, unit: unit ?? "days" };
}
