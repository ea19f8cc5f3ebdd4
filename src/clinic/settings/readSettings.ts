/** Reads the four tables of Clinic Settings as the analyst left them (SPEC §3). */
import type { TableValues } from "../extracts/worksheet";
import type { IndicatorId } from "../indicators/ids";
import type { IssueLog } from "../issues/issueLog";
import { nameKey } from "./names";
import { readClosures, type Closure } from "./readClosures";
import { readOptions, type EnteredOptions } from "./readOptions";
import { readTargets, type EnteredTarget } from "./readTargets";
import { readTeams } from "./readTeams";
import type { Team } from "./settings";
import { SETTINGS_TABLES, settingsTable, type SettingsTable, type SettingsTableName } from "./settingsTable";

/** What the analyst entered: nothing in it is a default, and every wrong entry is already an issue. */
export interface EnteredSettings {
  readonly options: EnteredOptions;
  readonly targets: ReadonlyMap<IndicatorId, EnteredTarget>;
  /** Known teams in the table's order; empty before the first build. */
  readonly teams: readonly Team[];
  readonly closures: readonly Closure[];
  /** The tables that exist, for the rows that they still lack. */
  readonly tables: ReadonlyMap<SettingsTableName, TableValues>;
}

/** @param tables those of the four that exist, in any order. */
export function readSettings(
  tables: readonly TableValues[],
  log: IssueLog,
  date1904: boolean,
): EnteredSettings {
  const found = new Map<SettingsTableName, TableValues>();
  for (const name of Object.keys(SETTINGS_TABLES) as SettingsTableName[]) {
    const table = tables.find((candidate) => nameKey(candidate.name) === nameKey(name));
    if (table) found.set(name, table);
  }
  const read = <T>(name: SettingsTableName, reader: (table: SettingsTable) => T, none: T): T => {
    const table = found.get(name);
    const view = table && settingsTable(table);
    return view && hasItsColumns(name, view, log) ? reader(view) : none;
  };
  return {
    options: read("ClinicOptions", (table) => readOptions(table, date1904, log), { places: {} }),
    targets: read<EnteredSettings["targets"]>("ClinicTargets", (table) => readTargets(table, log), new Map()),
    teams: read("ClinicTeams", (table) => readTeams(table, log), []),
    closures: read("ClinicHolidays", (table) => readClosures(table, date1904, log), []),
    tables: found,
  };
}

/** Columns without which a table says nothing. */
const NEEDED: Readonly<Record<SettingsTableName, readonly string[]>> = {
  ClinicOptions: ["Setting", "Value"],
  ClinicTargets: ["ID"],
  ClinicTeams: ["Team"],
  ClinicHolidays: ["Date"],
};

function hasItsColumns(name: SettingsTableName, table: SettingsTable, log: IssueLog): boolean {
  const missing = NEEDED[name].filter((heading) => !table.has(heading));
  for (const heading of missing) {
    log.add({
      severity: "error",
      code: "wrong-setting",
      list: "settings",
      sheet: table.sheet,
      cell: table.address(-1, heading),
      message: `The table ${name} has no column “${heading}”; defaults are used for all that it holds.`,
      fix: `Name a column of the table “${heading}”.`,
    });
  }
  return missing.length === 0;
}
