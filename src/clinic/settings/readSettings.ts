/** Reads the tables of Clinic Settings and Clinic Setup as the analyst left them (SPEC §3). */
import type { TableValues } from "../cells/worksheet";
import type { IndicatorId } from "../indicators/ids";
import type { IssueLog } from "../issues/issueLog";
import { nameKey } from "../cells/names";
import { readColumnMatches, type ColumnMatch } from "../extracts/columnMatches";
import { readWordMeanings, type WordMeaning } from "../extracts/wordMeanings";
import { BUILT_IN, TEAM_PAGES, createCatalogue, type Catalogue } from "../indicators/catalogue";
import { readMeasureRows } from "../indicators/own/measureRows";
import { ownEntry } from "../indicators/own/ownEntry";
import type { OwnMeasure } from "../indicators/own/ownMeasure";
import { readMeasures, type MeasuresKnown } from "../indicators/own/readMeasures";
import { readClosures, type Closure } from "./readClosures";
import { readOptions, type EnteredOptions } from "./readOptions";
import { readServices, readStatuses, type ClinicStatus } from "./readServices";
import { readTargets, type EnteredTarget } from "./readTargets";
import { readTeams } from "./readTeams";
import type { ClinicService } from "../teams/service";
import type { Team } from "../teams/team";
import { settingsTable, type SettingsTable } from "../entries/settingsTable";
import { ANALYST_TABLES, type SettingsTableName } from "./settingsTables";

/** What the analyst entered: nothing in it is a default, and every wrong entry is already an issue. */
export interface EnteredSettings {
  readonly options: EnteredOptions;
  readonly targets: ReadonlyMap<IndicatorId, EnteredTarget>;
  /** Known teams in the table's order; empty before the first build. */
  readonly teams: readonly Team[];
  readonly closures: readonly Closure[];
  readonly columnMatches: readonly ColumnMatch[];
  readonly words: readonly WordMeaning[];
  /** null = the workbook has no ClinicServices yet. */
  readonly services: readonly ClinicService[] | null;
  readonly statuses: readonly ClinicStatus[];
  /** The council's own indicators: rows of ClinicMeasures that can be used. */
  readonly measures: readonly OwnMeasure[];
  readonly catalogue: Catalogue;
  /** The tables that exist, for the rows that they still lack. */
  readonly tables: ReadonlyMap<SettingsTableName, TableValues>;
}

/** @param tables those that exist, in any order; a workbook without Clinic Setup is read as before there was one. */
export function readSettings(
  tables: readonly TableValues[],
  log: IssueLog,
  date1904: boolean,
): EnteredSettings {
  const found = new Map<SettingsTableName, TableValues>();
  for (const name of Object.keys(ANALYST_TABLES) as SettingsTableName[]) {
    const table = tables.find((candidate) => nameKey(candidate.name) === nameKey(name));
    if (table) found.set(name, table);
  }
  const read = <T>(name: SettingsTableName, reader: (table: SettingsTable) => T, none: T): T => {
    const table = found.get(name);
    const view = table && settingsTable(table);
    return view && hasItsColumns(name, view, log) ? reader(view) : none;
  };
  const measures = readMeasures(
    read("ClinicMeasures", (table) => readMeasureRows(table, log), []),
    MEASURES_KNOWN,
  );
  const own = measures.map(ownEntry);
  const targets = read<EnteredSettings["targets"]>(
    "ClinicTargets",
    (table) => readTargets(table, createCatalogue(own), log),
    new Map(),
  );
  const services = read<EnteredSettings["services"]>(
    "ClinicServices",
    (table) => readServices(table, log),
    null,
  );
  return {
    catalogue:
      own.length === 0 && !switchesOff(targets)
        ? BUILT_IN
        : createCatalogue(own, (id) => targets.get(id)?.isShown !== false),
    options: read("ClinicOptions", (table) => readOptions(table, date1904, log), { places: {} }),
    targets,
    teams: read("ClinicTeams", (table) => readTeams(table, services, date1904, log), []),
    closures: read("ClinicHolidays", (table) => readClosures(table, date1904, log), []),
    columnMatches: read("ClinicColumns", (table) => readColumnMatches(table, log), []),
    words: read("ClinicWords", (table) => readWordMeanings(table, log), []),
    services,
    statuses: read("ClinicStatuses", (table) => readStatuses(table, log), []),
    measures,
    tables: found,
  };
}

function switchesOff(targets: EnteredSettings["targets"]): boolean {
  return [...targets.values()].some(({ isShown }) => isShown === false);
}

const MEASURES_KNOWN: MeasuresKnown = {
  isBuiltIn: (id) => BUILT_IN.all.some((entry) => entry.id === id),
  pages: TEAM_PAGES,
};

/** Columns without which a table says nothing. */
const NEEDED: Readonly<Record<SettingsTableName, readonly string[]>> = {
  ClinicOptions: ["Setting", "Value"],
  ClinicTargets: ["ID"],
  ClinicTeams: ["Team"],
  ClinicHolidays: ["Date"],
  ClinicColumns: ["List", "Column", "Heading"],
  ClinicWords: ["List", "Column", "Word", "Means"],
  ClinicServices: ["Service"],
  ClinicStatuses: ["Qualifying Status"],
  ClinicMeasures: ["ID", "Measure", "List"],
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
