/**
 * What each table of Clinic Settings and Clinic Setup shall hold after a build (SPEC §3): the rows that stand are the
 * analyst's and stay; only missing ones are added, with the defaults by which the build went.
 */
import type { CellValue, TableValues } from "../cells/worksheet";
import type { Catalogue } from "../indicators/catalogue";
import type { IndicatorEntry } from "../indicators/entry";
import { cellText, nameKey } from "../cells/names";
import { DEFAULT_CASELOAD_THRESHOLD, DEFAULT_ICPC_OUTCOMES, OPTION_NAMES } from "./readOptions";
import type { ClinicService } from "../teams/service";
import type { GuessedService, Team } from "../teams/team";
import { columnsByHeading, settingsTable } from "../entries/settingsTable";
import { COUNTED_WORDS, MEASURE_WORDS } from "../indicators/own/measureRows";
import { ANALYST_TABLES, type SettingsTableName } from "./settingsTables";

export interface SettingsTableRows {
  readonly name: SettingsTableName;
  /** The table as it stands in the workbook; null before the first build. */
  readonly standing: TableValues | null;
  /** The standing table's own headings in their order; SPEC §3's where there is no table. */
  readonly headings: readonly string[];
  /** Rows to add below those that stand, in the order of `headings`; of a half-made table those that stand as well. */
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
  readonly setup: SetupRows;
}

/** The tables of Clinic Setup. */
export interface SetupRows {
  readonly columns: SettingsTableRows;
  readonly words: SettingsTableRows;
  readonly services: SettingsTableRows;
  readonly statuses: SettingsTableRows;
  readonly measures: SettingsTableRows;
}

/** What the build met that has rows of its own in the tables. */
export interface FoundByBuild {
  /**
   * All teams. They become rows only while ClinicTeams has none: later an unknown team may be a new spelling of one
   * that stands there, which only the analyst can tell.
   */
  readonly teams: readonly Team[];
  /** Qualifying statuses as the pack shows them. */
  readonly statuses: readonly string[];
  /** Those in force: the words that a team's service takes. */
  readonly services: readonly ClinicService[];
  readonly catalogue: Catalogue;
}

/** "starting value: confirm" is SPEC §3's wording for a target that the published pack does not state. */
const STARTING_VALUE = "starting value: confirm";

/** @param tables those that exist. */
export function settingsRows(tables: readonly TableValues[], found: FoundByBuild): SettingsRows {
  const standing = (name: SettingsTableName): TableValues | null =>
    tables.find((table) => nameKey(table.name) === nameKey(name)) ?? null;
  const rows = (name: SettingsTableName, missing: Missing = () => [], choices?: Choices): SettingsTableRows =>
    rowsOf(name, standing(name), missing, choices);
  return {
    options: rows("ClinicOptions", missingOptions),
    targets: rows("ClinicTargets", (ids) => missingTargets(ids, found.catalogue)),
    teams: rows("ClinicTeams", (named) => (named.length === 0 ? teamRows(found.teams) : []), {
      ...CHOICES.ClinicTeams,
      Service: found.services.map(({ name }) => name).filter((name) => !name.includes(",")),
    }),
    holidays: rows("ClinicHolidays"),
    setup: {
      columns: rows("ClinicColumns"),
      words: rows("ClinicWords"),
      services: rows("ClinicServices", (named) => (named.length === 0 ? serviceRows(found.services) : [])),
      statuses: rows("ClinicStatuses", (named) => missingStatuses(named, found.statuses)),
      measures: rows("ClinicMeasures"),
    },
  };
}

/** Clinic Setup as it stands, with nothing to add: what a build has to meet first stays blank for it. */
export function setupAsItStands(tables: readonly TableValues[]): SetupRows {
  const rows = (name: SettingsTableName): SettingsTableRows =>
    rowsOf(name, tables.find((table) => nameKey(table.name) === nameKey(name)) ?? null, () => []);
  return {
    columns: rows("ClinicColumns"),
    words: rows("ClinicWords"),
    services: rows("ClinicServices"),
    statuses: rows("ClinicStatuses"),
    measures: rows("ClinicMeasures"),
  };
}

/** A row by heading. */
type Entries = Readonly<Record<string, CellValue>>;

/** The rows to add, given what stands in the table's first column of SPEC §3 (its key). */
type Missing = (keys: readonly string[]) => readonly Entries[];

function rowsOf(
  name: SettingsTableName,
  standing: TableValues | null,
  missing: Missing,
  choices: Choices = CHOICES[name] ?? {},
): SettingsTableRows {
  const headings: readonly string[] = standing?.headings ?? ANALYST_TABLES[name];
  const key = ANALYST_TABLES[name][0];
  const keys = standing ? keysOf(standing, key) : [];
  const rows = keys === null ? [] : missing(keys);
  const kept = standing?.isHalfMade ? rowsThatStand(standing) : [];
  return {
    name,
    standing,
    headings,
    missingRows: [
      ...kept.map(({ cells }) => cells),
      ...rows.map((entries) => headings.map((heading) => entryUnder(asOurs(heading), entries))),
    ],
    missingFormats: [
      ...kept.map(({ formats }) => formats),
      ...rows.map((entries) => headings.map((heading) => formatOf(heading, entries))),
    ],
    choices: choicesOf(choices, headings),
  };
}

/** What the analyst entered since the build stopped is among them. */
function rowsThatStand({ headings, rows, formats }: TableValues): readonly {
  readonly cells: readonly CellValue[];
  readonly formats: readonly string[];
}[] {
  return rows.flatMap((row, r) => {
    if (row.every((cell) => cellText(cell) === "")) return [];
    const entries = Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ""]));
    const formatAt = (heading: string, at: number): string => {
      const format = formats?.[r]?.[at] ?? "General";
      return format === "General" || format === "@" ? formatOf(heading, entries) : format;
    };
    return [{ cells: headings.map((_, at) => row[at] ?? ""), formats: headings.map(formatAt) }];
  });
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
    [OPTION_NAMES.copiesFor]: "clinic",
    [OPTION_NAMES.smallNumbersInCopies]: "shown",
    [OPTION_NAMES.icpcOutcomes]: DEFAULT_ICPC_OUTCOMES.join("; "),
  };
  return Object.entries(defaults)
    .filter(([setting]) => !standing.has(nameKey(setting)))
    .map(([setting, value]) => ({ Setting: setting, Value: value }));
}

function missingTargets(ids: readonly string[], catalogue: Catalogue): readonly Entries[] {
  const standing = new Set(ids.map(catalogue.of));
  return [...catalogue.all]
    .filter(({ id }) => !standing.has(id))
    .sort((a, b) => placeInTargets(a) - placeInTargets(b))
    .map(startingTarget);
}

/** An indicator's row of ClinicTargets as a first build makes it, by heading: its defaults. */
export function startingTarget({ id, wording, defaults }: IndicatorEntry): Entries {
  return {
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
  };
}

/** Rates and by-team tables first: what most councils set a target for. The sort keeps pack order within each. */
function placeInTargets({ kind, family }: IndicatorEntry): number {
  if (kind === "rate") return family === "demand at month end" ? 0 : 1;
  return family === "by team" ? 2 : 3;
}

const SERVICE_ORDER: readonly GuessedService[] = ["BIT", "SWF", "Frontline", "CWD", "Other"];

function teamRows(teams: readonly Team[]): readonly Entries[] {
  const place = (team: Team): number => SERVICE_ORDER.findIndex((name) => name === (team.service ?? "Other"));
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

function serviceRows(services: readonly ClinicService[]): readonly Entries[] {
  return services.map(({ name, caseloads, title, isDisabledChildren }) => ({
    Service: name,
    Caseloads: caseloads,
    Title: caseloads === "none" ? "" : title,
    "Disabled children": isDisabledChildren ? "Yes" : "",
  }));
}

function missingStatuses(standing: readonly string[], met: readonly string[]): readonly Entries[] {
  const named = new Set(standing.map(nameKey));
  return met
    .filter((status) => !named.has(nameKey(status)))
    .sort(compareNames)
    .map((status) => ({ "Qualifying Status": status, "Highlight at or above": "" }));
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

type Choices = Readonly<Record<string, readonly string[]>>;

const YES_NO = ["Yes", "No"];

/** By heading. A service, a list or a measure may be of the council's own, so those take other words too. */
const CHOICES: Readonly<Partial<Record<SettingsTableName, Choices>>> = {
  ClinicTargets: {
    "Better when": ["higher", "lower", "near"],
    Unit: ["days", "working days"],
    "Not yet due": ["in time", "excluded"],
    Teams: ["clinic", "all"],
    Show: YES_NO,
  },
  ClinicTeams: { "In clinic tables": YES_NO },
  ClinicServices: { Caseloads: ["one table", "by locality", "none"], "Disabled children": YES_NO },
  ClinicMeasures: {
    Measure: MEASURE_WORDS,
    Each: ["row", "child", "child and date"],
    Counted: COUNTED_WORDS,
    Chart: YES_NO,
  },
};

function choicesOf(
  choices: Choices,
  headings: readonly string[],
): Readonly<Record<number, readonly string[]>> {
  const columns = columnsByHeading({ headings });
  return Object.fromEntries(
    Object.entries(choices).flatMap(([heading, words]) => {
      const column = columns.get(nameKey(heading));
      return column === undefined ? [] : [[column, words]];
    }),
  );
}
