/** The pane's changes of settings as edits of the tables on Clinic Settings. */
import { guessTeam } from "../../clinic/teams/guessTeam";
import { OPTION_NAMES } from "../../clinic/settings/readOptions";
import {
  addTeam,
  mapTeam,
  type Saved,
  setOption,
  setTarget,
  setTeam,
  setTeams,
} from "../../excel/saveSettings";
import type { SettingChange } from "../ports";

/** What the name itself says, as for the teams of a first build. */
function guessedEntries(name: string) {
  const { shortName, service, locality, inClinicTables } = guessTeam(name);
  return {
    "Short name": shortName,
    ...(service === null ? {} : { Service: service }),
    ...(locality === "" ? {} : { Locality: locality }),
    "In clinic tables": inClinicTables ? "Yes" : "No",
  };
}

export function changeSetting(change: SettingChange): Promise<Saved> {
  switch (change.setting) {
    case "month":
      return setOption(OPTION_NAMES.month, change.month);
    case "asAt":
      return setOption(OPTION_NAMES.asAt, change.date === null ? null : { date: change.date });
    case "caseloadThreshold":
      return setOption(OPTION_NAMES.caseloadThreshold, change.allocations);
    case "population":
      return setOption(OPTION_NAMES.population, change.population);
    case "councilName":
      return setOption(OPTION_NAMES.councilName, change.name === "" ? null : change.name);
    case "target":
      return setTarget(change.id, "Target", change.target);
    case "amberWithin":
      return setTarget(change.id, "Amber within", change.amberWithin);
    case "betterWhen":
      return setTarget(change.id, "Better when", change.betterWhen);
    case "teamAlsoKnownAs":
      return mapTeam(change.met, change.team);
    case "newTeam":
      return addTeam(change.name, guessedEntries(change.name));
    case "teamService":
      return setTeam(change.team, "Service", change.service);
    case "teamInClinicTables":
      return setTeam(change.team, "In clinic tables", change.inClinicTables ? "Yes" : "No");
    case "teams":
      return setTeams(change.teams, {
        ...(change.service !== undefined && { Service: change.service }),
        ...(change.inClinicTables !== undefined && {
          "In clinic tables": change.inClinicTables ? "Yes" : "No",
        }),
      });
  }
}
