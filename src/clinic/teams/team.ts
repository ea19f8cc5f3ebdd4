/** A team as ClinicTeams describes it (SPEC §3), or as an extract names it. */

/** The services that a team's name may tell. A council may have any others (SPEC §3 ClinicServices). */
export type GuessedService = "BIT" | "SWF" | "CWD" | "Frontline" | "Other";

export interface Team {
  readonly name: string;
  readonly shortName: string;
  readonly otherNames: readonly string[];
  /** A service's name; null when not recorded. Compare by `nameKey`. */
  readonly service: string | null;
  /** "Central"; "" when not recorded. */
  readonly locality: string;
  readonly inClinicTables: boolean;
  /** A reorganisation (SPEC §3): from which month it is which other teams; absent = it goes on. */
  readonly became?: Became;
  /** known = a row of ClinicTeams; unknown = met in an extract only; blank = "Team not recorded". */
  readonly origin: "known" | "unknown" | "blank";
}

export interface Became {
  /** Full names of rows of ClinicTeams: one = renamed or merged, several = split. */
  readonly teams: readonly string[];
  /** "YYYY-MM": the first month in which they are the team. */
  readonly from: string;
}
