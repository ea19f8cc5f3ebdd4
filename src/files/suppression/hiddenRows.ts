/**
 * Which cells of the by-team tables are [c]: small counts, and as many more as it takes that none of them can be worked
 * out from what is shown.
 *
 * Tables of one cohort (all those held against one headline count) have the same denominators, so a denominator is
 * hidden in all of them or in none. A row's share is its numerator, percent and RAG; where it is hidden the numerator
 * could be any number between bounds that follow from the total, and those bounds are held at least `CANDIDATES` apart.
 * Where no row can be added to achieve that, the total is hidden too.
 */
import { INDICATORS } from "../../clinic/indicators/catalogue";
import type { TeamTableId } from "../../clinic/indicators/ids";
import type { TeamTable } from "../../clinic/report";
import { CANDIDATES, isSmall, isSmallShare } from "./small";

export interface HiddenInTable {
  /** Rows, by what their first cell says, of which numerator, percent and RAG are [c]. */
  readonly shares: ReadonlySet<string>;
  /** Rows of which the denominator is [c] as well. */
  readonly denominators: ReadonlySet<string>;
  readonly totalShare: boolean;
  readonly totalDenominator: boolean;
}

export function hiddenInTables(tables: readonly TeamTable[]): ReadonlyMap<TeamTableId, HiddenInTable> {
  const hidden = new Map<TeamTableId, HiddenInTable>();
  for (const family of families(tables)) {
    const [first] = family;
    const alike = family.filter((table) => first && (table === first || sameDenominators(table, first)));
    const denominators = hiddenDenominators(alike);
    for (const table of alike) hidden.set(table.id, hiddenShares(table, denominators));
    const tells = denominators.teams.size > 0 || denominators.total;
    for (const table of family.filter((each) => !alike.includes(each))) {
      const isSafeAlone = !tells && !table.rows.some(({ denominator }) => isSmall(denominator));
      hidden.set(table.id, isSafeAlone ? hiddenShares(table, denominators) : allHidden(table));
    }
  }
  return hidden;
}

/** A table that counts a part of its cohort bounds every denominator of the others: it says all or nothing. */
function allHidden({ rows }: TeamTable): HiddenInTable {
  const teams = new Set(rows.map(({ team }) => team));
  return { shares: teams, denominators: teams, totalShare: true, totalDenominator: true };
}

/**
 * Tables whose rows count the same plans: those of one headline; and any of no headline that has the same denominators as one of
 * them. Two of different headlines that happen to be alike stay apart: each is bounded by its own headline's tables.
 */
function families(tables: readonly TeamTable[]): readonly (readonly TeamTable[])[] {
  const found = new Map<string, TeamTable[]>();
  for (const table of tables) {
    const headline = headlineOf(table.id);
    if (headline !== null) found.set(headline, [...(found.get(headline) ?? []), table]);
  }
  for (const table of tables) {
    if (headlineOf(table.id) !== null) continue;
    const family = [...found.values()].find((each) => each.some((other) => sameDenominators(other, table)));
    if (family) family.push(table);
    else found.set(table.id, [table]);
  }
  return [...found.values()];
}

function headlineOf(id: TeamTableId): string | null {
  const entry = INDICATORS.find((each) => each.id === id);
  return entry && "headline" in entry ? entry.headline : null;
}

function sameDenominators(one: TeamTable, other: TeamTable): boolean {
  return (
    one.rows.length === other.rows.length &&
    one.rows.length > 0 &&
    one.rows.every(({ team, denominator }, i) => {
      const row = other.rows[i];
      return row?.team === team && row.denominator === denominator;
    })
  );
}

interface HiddenDenominators {
  readonly teams: ReadonlySet<string>;
  readonly total: boolean;
}

/** Rows with nobody are left out of a table, so a hidden denominator is 1 at the least. */
function hiddenDenominators(family: readonly TeamTable[]): HiddenDenominators {
  const teams = new Set<string>();
  for (const { rows } of family)
    for (const { team, denominator } of rows) if (isSmall(denominator)) teams.add(team);
  let total = family.some((table) => isSmall(table.total.denominator));
  if (teams.size === 0) return { teams, total };
  for (const { rows } of family) {
    while (!total && !isSafe(rows.filter(({ team }) => teams.has(team)))) {
      const next = smallest(rows.filter(({ team }) => !teams.has(team)));
      if (next === null) total = true;
      else teams.add(next);
    }
  }
  return { teams, total };
}

/** At least two rows, whose sum leaves each of them `CANDIDATES` values; no row at all has nothing to hide. */
function isSafe(rows: readonly { readonly denominator: number }[]): boolean {
  if (rows.length === 0) return true;
  const sum = rows.reduce((all, { denominator }) => all + denominator, 0);
  return rows.length > 1 && sum - rows.length + 1 >= CANDIDATES;
}

function smallest(rows: readonly { readonly team: string; readonly denominator: number }[]): string | null {
  let least: { readonly team: string; readonly denominator: number } | null = null;
  for (const row of rows) if (least === null || row.denominator < least.denominator) least = row;
  return least?.team ?? null;
}

function hiddenShares(table: TeamTable, { teams, total: hideTotal }: HiddenDenominators): HiddenInTable {
  const { rows, total } = table;
  const own = rows.filter(({ team }) => teams.has(team)).map(({ team }) => team);
  const shares = new Set([...own, ...rows.filter(isSmallShare).map(({ team }) => team)]);
  const denominators = new Set(own);
  let totalShare = hideTotal || isSmall(total.denominator) || isSmallShare(total);
  while (!totalShare && fewestCandidates(table, shares, denominators) < CANDIDATES) {
    const next = bestToAdd(table, shares, denominators);
    if (next === null) totalShare = true;
    else shares.add(next);
  }
  return { shares, denominators, totalShare, totalDenominator: hideTotal || isSmall(total.denominator) };
}

/** The smallest row after which all are protected, else the one that helps most. */
function bestToAdd(
  table: TeamTable,
  shares: ReadonlySet<string>,
  denominators: ReadonlySet<string>,
): string | null {
  let best: { readonly team: string; readonly candidates: number; readonly denominator: number } | null =
    null;
  for (const { team, denominator } of table.rows) {
    if (shares.has(team)) continue;
    const candidates = Math.min(
      CANDIDATES,
      fewestCandidates(table, new Set([...shares, team]), denominators),
    );
    if (
      best === null ||
      candidates > best.candidates ||
      (candidates === best.candidates && denominator < best.denominator)
    )
      best = { team, candidates, denominator };
  }
  return best?.team ?? null;
}

/** Of all hidden numerators, with the total shown: how many values the narrowest can still have. */
function fewestCandidates(
  { rows }: TeamTable,
  shares: ReadonlySet<string>,
  denominators: ReadonlySet<string>,
): number {
  const hidden = rows.filter(({ team }) => shares.has(team));
  if (hidden.length === 0) return Infinity;
  const free = hidden.filter(({ team }) => denominators.has(team));
  const numerators = hidden.reduce((sum, { numerator }) => sum + numerator, 0);
  const capacity = hidden.reduce((sum, { denominator }) => sum + denominator, 0);
  const freeCapacity = free.reduce((sum, { denominator }) => sum + denominator, 0);
  let fewest = Infinity;
  for (const { team, denominator } of hidden) {
    const isFree = denominators.has(team);
    const largest = isFree ? freeCapacity - free.length + 1 : denominator;
    const least = isFree ? 1 : denominator;
    const highest = Math.min(largest, numerators);
    const lowest = Math.max(0, numerators - (capacity - least));
    fewest = Math.min(fewest, highest - lowest + 1);
  }
  return fewest;
}
