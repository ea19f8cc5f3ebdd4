/** Finds the team that a cell names, under any of its names (SPEC §2 Teams). */
import { certain } from "../cells/certain";
import { distance } from "fastest-levenshtein";
import type { CellValue } from "../cells/worksheet";
import { guessTeam, guessTeamOf } from "./guessTeam";
import { cellText, isExcelError, nameKey } from "../cells/names";
import type { Team } from "./team";

export const TEAM_NOT_RECORDED = "Team not recorded";

export interface TeamSuggestion {
  /** The unknown team, as first met. */
  readonly met: string;
  /** The full name of the known team that it may be; null when none is near. Never applied by itself. */
  readonly suggestion: string | null;
}

export interface TeamDirectory {
  /** Known teams first, then those met: grows while lists are read, and codes stay what they are. */
  readonly teams: readonly Team[];
  /** Index into `teams` of the team that the cell names; a new team for a name not met before. */
  codeOf(cell: CellValue): number;
  /** Whether a row of ClinicTeams has the name. */
  isKnown(cell: CellValue): boolean;
  /** Whether two teams share the name: `codeOf` then gives the one that comes first (SPEC §2). */
  ambiguous(cell: CellValue): boolean;
  /** Puts a team into the clinic tables after all: what its name made of it was only a guess. */
  putInClinicTables(code: number): void;
  /** One entry for each unknown team met so far. */
  suggestions(): readonly TeamSuggestion[];
}

/**
 * @param known the rows of ClinicTeams, in their order. Without any, this is a first build: the teams met
 *   become known ones with what their names say, just as they are then written to ClinicTeams, so that the
 *   next build finds the same figures. With some, a name that none has is an unknown team of its own and is
 *   left to the analyst, because it may be a new spelling of one that is there.
 */
export function createTeamDirectory(known: readonly Team[]): TeamDirectory {
  const teams: Team[] = [...known];
  const names = namesOf(known);
  const anyShared = [...names.values()].some((bearers) => bearers.length > 1);
  const namesKnown: ReadonlySet<string> = new Set(names.keys());
  const codes = new Map<CellValue, number>();
  const meetTeam = known.length === 0 ? meetForFirstTime : meetUnknown;
  /** On a first build: the team of each short name that the spellings met come down to. */
  const guessed = new Map<string, number>();
  let notRecorded = -1;

  function codeOf(cell: CellValue): number {
    const cached = codes.get(cell);
    if (cached !== undefined) return cached;
    const code = find(cell);
    codes.set(cell, code);
    return code;
  }

  function find(cell: CellValue): number {
    const spelling = isExcelError(cell) ? "" : cellText(cell);
    const key = keyOf(spelling);
    const bearers = names.get(key);
    if (bearers) return certain(bearers[0]);
    if (spelling === "" || key === nameKey(TEAM_NOT_RECORDED)) return codeOfNotRecorded();
    const code = meetTeam(spelling);
    names.set(key, [code]);
    return code;
  }

  /** The analyst may have given it a row of its own. */
  function codeOfNotRecorded(): number {
    const [row] = names.get(nameKey(TEAM_NOT_RECORDED)) ?? [];
    if (row !== undefined) return row;
    if (notRecorded < 0) {
      notRecorded = teams.push({ ...unknownTeam(TEAM_NOT_RECORDED), origin: "blank" }) - 1;
    }
    return notRecorded;
  }

  function meetUnknown(spelling: string): number {
    return teams.push(unknownTeam(spelling)) - 1;
  }

  /** "BIT East 1" and "Brief Intervention Team East 1" are one team, whichever comes first. */
  function meetForFirstTime(spelling: string): number {
    const team = guessTeam(spelling);
    const shortKey = keyOf(team.shortName);
    const code = guessed.get(shortKey);
    if (code === undefined) {
      guessed.set(shortKey, teams.length);
      return teams.push(team) - 1;
    }
    const { name, otherNames } = certain(teams[code]);
    teams[code] = guessTeamOf([name, spelling, ...otherNames]);
    return code;
  }

  return {
    teams,
    codeOf,
    putInClinicTables(code) {
      const team = teams[code];
      if (team) teams[code] = { ...team, inClinicTables: true };
    },
    isKnown: (cell) => namesKnown.has(keyOf(cellText(cell))),
    ambiguous: (cell) => anyShared && (names.get(keyOf(cellText(cell)))?.length ?? 0) > 1,
    suggestions: () =>
      teams
        .filter((team) => team.origin === "unknown")
        .map((team) => ({ met: team.name, suggestion: nearestTeam(team.name, known) })),
  };
}

/**
 * The teams that have each name, the one that it means first: full name before short name before other
 * names, then the higher row.
 */
export function namesOf(known: readonly Team[]): Map<string, number[]> {
  const names = new Map<string, number[]>();
  const kindsOfName = [
    (team: Team) => [team.name],
    (team: Team) => [team.shortName],
    (team: Team) => team.otherNames,
  ];
  for (const namesOfKind of kindsOfName) {
    known.forEach((team, code) => {
      for (const name of namesOfKind(team)) {
        const key = keyOf(cellText(name));
        if (key === "") continue;
        const bearers = names.get(key);
        if (!bearers) names.set(key, [code]);
        else if (!bearers.includes(code)) bearers.push(code);
      }
    });
  }
  return names;
}

/** A name of signs only ("-") is a name all the same. */
function keyOf(spelling: string): string {
  return nameKey(spelling) || spelling;
}

function unknownTeam(name: string): Team {
  return {
    name,
    shortName: name,
    otherNames: [],
    service: null,
    locality: "",
    inClinicTables: true,
    origin: "unknown",
  };
}

/** At most three letters in ten differ, and the same numbers: "SWF East 4" is not a slip for "SWF East 1". */
function nearestTeam(name: string, known: readonly Team[]): string | null {
  const key = nameKey(name);
  let nearest: string | null = null;
  let least = 0.3;
  for (const team of known) {
    for (const other of [team.name, team.shortName, ...team.otherNames]) {
      const otherKey = nameKey(other);
      if (otherKey.replace(/\D+/g, "-") !== key.replace(/\D+/g, "-")) continue;
      const difference = distance(key, otherKey) / Math.max(key.length, otherKey.length, 1);
      if (difference < least) {
        least = difference;
        nearest = team.name;
      }
    }
  }
  return nearest;
}
