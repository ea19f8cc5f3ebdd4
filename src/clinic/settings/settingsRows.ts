/**
 * What each table of Clinic Settings shall hold after a build (SPEC §3): the rows that stand are the
 * analyst's and stay; only missing ones are added, with the defaults by which the build went.
 */
import type { CellValue, TableValues } from "../extracts/worksheet";
import { INDICATORS, indicatorOf } from "../indicators/catalogue";
import type { IndicatorEntry } from "../indicators/entry";
import { cellText, nameKey } from "./names";
import { DEFAULT_CASELOAD_THRESHOLD, DEFAULT_ICPC_OUTCOMES, OPTION_NAMES } from "./readOptions";
import type { Service, Team } from "./settings";
import { columnsByHeading, SETTINGS_TABLES, settingsTable, type SettingsTableName } from "./settingsTable";

export interface SettingsTableRows {
  readonly name: SettingsTableName;
  /** The table as it stands in the workbook; null before the first build. */
  readonly standing: TableValues | null;
  /** The standing table's own headings in their order; SPEC §3's where there is no table. */
  readonly headings: readonly string[];
  /** Rows to add below those that stand, in the order of `headings`. */
  readonly missingRows: readonly (readonly CellValue[])[];
  /** Number format of each cell of `missingRows`. */
  readonly missingFormats: readonly (readonly string[])[];
  /** Words that a column takes, by its place in `headings`. */
  readonly choices: Readonly<Record<number, readonly string[]>>;
}

export interface SettingsRows {
  readonly options: SettingsTableRows;
  readonly targets: SettingsTableRows;
  readonly teams: SettingsTableRows;
  readonly holidays: SettingsTableRows;
}

/** "starting value: confirm" is SPEC §3's wording for a target that the published pack does not state. */
export const STARTING_VALUE = "starting value: confirm";

/**
 * @param tables those of the four that exist.
 * @param teams all teams of the build. They become rows only while ClinicTeams has none: later an unknown
 *   team may be a new spelling of one that stands there, which only the analyst can tell.
 */
export function settingsRows(tables: readonly TableValues[], teams: readonly Team[]): SettingsRows {
  const standing = (name: SettingsTableName): TableValues | null =>
    tables.find((table) => nameKey(table.name) === nameKey(name)) ?? null;
  return {
    options: rowsOf("ClinicOptions", standing("ClinicOptions"), missingOptions),
    targets: rowsOf("ClinicTargets", standing("ClinicTargets"), missingTargets),
    teams: rowsOf("ClinicTeams", standing("ClinicTeams"), (named) =>
      named.length === 0 ? teamRows(teams) : [],
    ),
    holidays: rowsOf("ClinicHolidays", standing("ClinicHolidays"), () => []),
  };
}

/** A row by heading. */
type Entries = Readonly<Record<string, CellValue>>;

/** @param missing the rows to add, given what stands in the table's first column of SPEC §3 (its key). */
function rowsOf(
  name: SettingsTableName,
  standing: TableValues | null,
  missing: (keys: readonly string[]) => readonly Entries[],
): SettingsTableRows {
  const headings: readonly string[] = standing?.headings ?? SETTINGS_TABLES[name];
  const key = SETTINGS_TABLES[name][0];
  const keys = standing ? keysOf(standing, key) : [];
  const rows = keys === null ? [] : missing(keys);
  return {
    name,
    standing,
    headings,
    missingRows: rows.map((entries) => headings.map((heading) => entryUnder(asOurs(heading), entries))),
    missingFormats: rows.map((entries) => headings.map((heading) => formatOf(heading, entries))),
    choices: choicesOf(headings),
  };
}

/** Null where the key column is gone: rows added without it would say nothing. */
function keysOf(standing: TableValues, key: string): readonly string[] | null {
  const table = settingsTable(standing);
  if (!table.has(key)) return null;
  return table.filledRows.map((row) => cellText(table.value(row, key))).filter((text) => text !== "");
}

/** The note column is the analyst's to name (SPEC §3: "then any note"). */
function asOurs(heading: string): string {
  return /^(?:notes?|comments?|remarks?)$/.test(nameKey(heading)) ? "Note" : heading;
}

function entryUnder(heading: string, entries: Entries): CellValue {
  const named = Object.entries(entries).find(([name]) => nameKey(name) === nameKey(heading));
  return named?.[1] ?? "";
}

function missingOptions(settings: readonly string[]): readonly Entries[] {
  const standing = new Set(settings.map(nameKey));
  const defaults: Readonly<Record<string, CellValue>> = {
    [OPTION_NAMES.month]: "",
    [OPTION_NAMES.asAt]: "",
    [OPTION_NAMES.caseloadThreshold]: DEFAULT_CASELOAD_THRESHOLD,
    [OPTION_NAMES.population]: "",
    [OPTION_NAMES.councilName]: "",
    [OPTION_NAMES.icpcOutcomes]: DEFAULT_ICPC_OUTCOMES.join("; "),
  };
  return Object.entries(defaults)
    .filter(([setting]) => !standing.has(nameKey(setting)))
    .map(([setting, value]) => ({ Setting: setting, Value: value }));
}

function missingTargets(ids: readonly string[]): readonly Entries[] {
  const standing = new Set(ids.map(indicatorOf));
  return [...INDICATORS]
    .filter(({ id }) => !standing.has(id))
    .sort((a, b) => placeInTargets(a) - placeInTargets(b))
    .map(({ id, wording, defaults }) => ({
      ID: id,
      Indicator: wording,
      "Better when": defaults.betterWhen ?? "",
      Target: defaults.target ?? "",
      "Amber within": defaults.amberWithin ?? "",
      Timescale: defaults.timescale ?? "",
      Unit: defaults.unit ?? "",
      "Not yet due": defaults.notYetDue ?? "",
      Teams: defaults.teams,
      Note: defaults.target !== null && !defaults.targetIsPublished ? STARTING_VALUE : "",
    }));
}

/** Rates and by-team tables first: what most councils set a target for. The sort keeps pack order within each. */
function placeInTargets({ kind, family }: IndicatorEntry): number {
  if (kind === "rate") return family === "demand at month end" ? 0 : 1;
  return family === "by team" ? 2 : 3;
}

const SERVICE_ORDER: readonly Service[] = ["BIT", "SWF", "Frontline", "CWD", "Other"];

function teamRows(teams: readonly Team[]): readonly Entries[] {
  const place = (team: Team): number => SERVICE_ORDER.indexOf(team.service ?? "Other");
  return teams
    .filter((team) => team.origin === "known")
    .sort((a, b) => place(a) - place(b) || compareNames(a.name, b.name))
    .map((team) => ({
      Team: team.name,
      "Also known as": team.otherNames.join("; "),
      "Short name": team.shortName,
      Service: team.service ?? "Other",
      Locality: team.locality,
      "In clinic tables": team.inClinicTables ? "Yes" : "No",
    }));
}

function compareNames(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A month typed as Jul-23 stays text where the cell is text; Excel would make 23 July of it. */
const OPTION_FORMATS: ReadonlyMap<CellValue, string> = new Map<CellValue, string>([
  [OPTION_NAMES.month, "@"],
  [OPTION_NAMES.asAt, "dd/mm/yyyy"],
  [OPTION_NAMES.population, "#,##0"],
]);

const COLUMN_FORMATS: ReadonlyMap<string, string> = new Map([
  ["population", "#,##0"],
  ["date", "dd/mm/yyyy"],
]);

function formatOf(heading: string, entries: Entries): string {
  const column = nameKey(heading);
  const byRow =
    column === "value" ? OPTION_FORMATS.get(entries["Setting"] ?? "") : COLUMN_FORMATS.get(column);
  return byRow ?? "General";
}

const CHOICES: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["betterwhen", ["higher", "lower", "near"]],
  ["unit", ["days", "working days"]],
  ["notyetdue", ["in time", "excluded"]],
  ["teams", ["clinic", "all"]],
  ["service", SERVICE_ORDER],
  ["inclinictables", ["Yes", "No"]],
]);

function choicesOf(headings: readonly string[]): Readonly<Record<number, readonly string[]>> {
  const columns = columnsByHeading({ headings });
  return Object.fromEntries(
    [...CHOICES].flatMap(([heading, words]) => {
      const column = columns.get(heading);
      return column === undefined ? [] : [[column, words]];
    }),
  );
}
