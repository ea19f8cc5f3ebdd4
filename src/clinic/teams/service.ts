/** A service of the council (SPEC §3 ClinicServices): which caseload tables it has, and whether its CIN plans are CWD. */
import { nameKey } from "../cells/names";
import type { Team } from "./team";

export type CaseloadsShown = "one table" | "by locality" | "none";

/** A row of ClinicServices. */
export interface ClinicService {
  /** As typed: what ClinicTeams.Service holds. Compare by `nameKey`. */
  readonly name: string;
  readonly caseloads: CaseloadsShown;
  /** Heads its table, or each of its tables before the locality. */
  readonly title: string;
  /** Its teams' CIN plans are CWD. */
  readonly isDisabledChildren: boolean;
}

const BIT = service("BIT", "one table", "Caseloads in BIT");
const SWF = service("SWF", "by locality", "Caseloads - SWF");
/** Where a council has neither: one table of every team with allocations. */
const SOCIAL_WORK = service("Social work", "one table", "Caseloads by team");
const STANDING: readonly ClinicService[] = [
  service("Frontline", "none", "Caseloads in Frontline"),
  { ...service("CWD", "none", "Caseloads in CWD"), isDisabledChildren: true },
  service("Other", "none", "Caseloads in Other"),
];

/** The services that ClinicServices starts with: those that the teams show. */
export function defaultServices(teams: readonly Team[]): readonly ClinicService[] {
  const served = [BIT, SWF].filter((each) => teams.some((team) => isOf(team, each)));
  return [...(served.length > 0 ? served : [SOCIAL_WORK]), ...STANDING];
}

/** @param entered the rows of ClinicServices; null or none = there are none yet. */
export function servicesInForce(
  entered: readonly ClinicService[] | null,
  teams: readonly Team[],
): readonly ClinicService[] {
  return entered === null || entered.length === 0 ? defaultServices(teams) : entered;
}

/** Which teams a service has. "Social work" has all of them, as long as no team is put into it by name. */
export function teamsOf(each: ClinicService, teams: readonly Team[]): (team: Team) => boolean {
  const isOfEveryTeam =
    nameKey(each.name) === nameKey(SOCIAL_WORK.name) && !teams.some((team) => isOf(team, each));
  return isOfEveryTeam ? () => true : (team) => isOf(team, each);
}

/** Whether the team's service is one of disabled children: CWD, unless ClinicServices says otherwise. */
export function isOfDisabledChildren(team: Team, services: readonly ClinicService[]): boolean {
  return services.some((each) => each.isDisabledChildren && isOf(team, each));
}

function isOf(team: Team, each: ClinicService): boolean {
  return team.service !== null && nameKey(team.service) === nameKey(each.name);
}

function service(name: string, caseloads: CaseloadsShown, title: string): ClinicService {
  return { name, caseloads, title, isDisabledChildren: false };
}
