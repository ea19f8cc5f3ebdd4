/** ClinicTargets (SPEC §3): one row for each indicator. */
import type { Catalogue } from "../indicators/catalogue";
import type { IndicatorDefaults, IndicatorEntry } from "../indicators/entry";
import type { IndicatorId } from "../indicators/ids";
import type { IssueLog } from "../issues/issueLog";
import {
  PEOPLE,
  addIssue,
  isBlankEntry,
  NOT_NEGATIVE,
  numberEntry,
  PERCENT_POINTS,
  queryEntry,
  saysNone,
  WHOLE_ABOVE_ZERO,
  wordEntry,
  type EntryPlace,
  YES_NO,
} from "../entries/entries";
import { cellText } from "../cells/names";
import type { BetterWhen, NotYetDue, TeamScope, TimeUnit } from "../measures/terms";
import type { SettingsTable } from "../entries/settingsTable";

/** What the analyst typed; undefined = the indicator's default, null = none. */
export interface EnteredTarget {
  readonly betterWhen?: BetterWhen | null;
  readonly target?: number | null;
  readonly amberWithin?: number | null;
  readonly timescale?: number;
  readonly unit?: TimeUnit;
  readonly notYetDue?: NotYetDue;
  readonly teams?: TeamScope;
  readonly population?: number;
  /** false = the indicator is left out everywhere. */
  readonly isShown?: boolean;
}

const BETTER_WHEN: ReadonlyMap<string, BetterWhen> = new Map([
  ["higher", "higher"],
  ["high", "higher"],
  ["lower", "lower"],
  ["low", "lower"],
  ["near", "near"],
  ["neartarget", "near"],
]);

const UNITS: ReadonlyMap<string, TimeUnit> = new Map([
  ["days", "days"],
  ["day", "days"],
  ["calendardays", "days"],
  ["workingdays", "working days"],
  ["workingday", "working days"],
  ["wd", "working days"],
]);

const NOT_YET_DUE: ReadonlyMap<string, NotYetDue> = new Map([
  ["intime", "in time"],
  ["excluded", "excluded"],
  ["exclude", "excluded"],
]);

const TEAMS: ReadonlyMap<string, TeamScope> = new Map([
  ["clinic", "clinic"],
  ["clinicteams", "clinic"],
  ["all", "all"],
  ["allteams", "all"],
]);

export function readTargets(
  table: SettingsTable,
  catalogue: Catalogue,
  log: IssueLog,
): ReadonlyMap<IndicatorId, EnteredTarget> {
  const targets = new Map<IndicatorId, EnteredTarget>();
  for (const row of table.filledRows) {
    const place = { table, row, heading: "ID", name: "ID", log };
    const id = catalogue.of(cellText(table.value(row, "ID")));
    if (id === null) {
      addIssue(
        place,
        "error",
        "wrong-setting",
        "This is not the ID of an indicator; the row is not used.",
        "Type one of the IDs listed on Clinic Definitions, or delete the row.",
      );
    } else if (targets.has(id)) {
      addIssue(
        place,
        "error",
        "wrong-setting",
        "This indicator is in two rows; the first is used.",
        "Delete one of the two rows.",
      );
    } else {
      targets.set(id, readTarget(catalogue.entry(id), table, row, log));
    }
  }
  return targets;
}

function readTarget(entry: IndicatorEntry, table: SettingsTable, row: number, log: IssueLog): EnteredTarget {
  const at = (heading: string): EntryPlace => ({ table, row, heading, name: heading, log });
  return {
    betterWhen: blankIsNone(at("Better when"), (place) =>
      wordEntry(place, BETTER_WHEN, "higher, lower, near or none"),
    ),
    target: blankIsNone(at("Target"), (place) => targetEntry(place, entry)),
    amberWithin: blankIsNone(at("Amber within"), (place) => amberEntry(place, entry)),
    timescale: numberEntry(at("Timescale"), WHOLE_ABOVE_ZERO),
    unit: unitEntry(at("Unit"), entry),
    notYetDue:
      noneOr(at("Not yet due"), (place) => wordEntry(place, NOT_YET_DUE, "in time or excluded")) ?? undefined,
    teams: wordEntry(at("Teams"), TEAMS, "clinic or all"),
    population: numberEntry(at("Population"), PEOPLE),
    isShown: wordEntry(at("Show"), YES_NO, "Yes or No"),
  };
}

/** A blank in a row that stands says none; only where the column itself is gone does the default hold (SPEC §3). */
function blankIsNone<T>(place: EntryPlace, read: (place: EntryPlace) => T | undefined): T | null | undefined {
  if (!place.table.has(place.heading)) return undefined;
  return isBlankEntry(place) ? null : noneOr(place, read);
}

function noneOr<T>(place: EntryPlace, read: (place: EntryPlace) => T | undefined): T | null | undefined {
  return saysNone(place) ? null : read(place);
}

function targetEntry(place: EntryPlace, { kind }: IndicatorEntry): number | undefined {
  if (kind !== "percent") return numberEntry(place, NOT_NEGATIVE);
  if (isPercentFormat(place)) return numberEntry(place, PERCENT_POINTS, toPoints);
  const target = numberEntry(place, PERCENT_POINTS);
  if (target !== undefined && target <= 1) {
    queryEntry(
      place,
      "target-of-1-or-less",
      "This target is 1 percentage point or less, and is used as it stands.",
      "Type 90 for 90%, or format the cell as a percent.",
    );
  }
  return target;
}

function amberEntry(place: EntryPlace, { kind }: IndicatorEntry): number | undefined {
  const inPoints = kind === "percent" && isPercentFormat(place);
  return inPoints ? numberEntry(place, PERCENT_POINTS, toPoints) : numberEntry(place, NOT_NEGATIVE);
}

/** What happens once (an assessment, a conference) is counted in working days whatever is entered here (SPEC §3). */
export function isAlwaysWorkingDays({ unit, notYetDue }: IndicatorDefaults): boolean {
  return unit === "working days" && notYetDue === null;
}

function unitEntry(place: EntryPlace, { defaults }: IndicatorEntry): TimeUnit | undefined {
  const unit = noneOr(place, (entry) => wordEntry(entry, UNITS, "days or working days")) ?? undefined;
  if (unit === "days" && isAlwaysWorkingDays(defaults)) {
    queryEntry(
      place,
      "always-working-days",
      "This indicator is always counted in working days.",
      "Type working days.",
    );
  }
  return unit;
}

function isPercentFormat({ table, row, heading }: EntryPlace): boolean {
  return table
    .format(row, heading)
    .replace(/"[^"]*"|\\./g, "")
    .includes("%");
}

/** 0.57 → 57 and not 56.99999999999999. */
function toPoints(ratio: number): number {
  return Number((ratio * 100).toPrecision(12));
}
