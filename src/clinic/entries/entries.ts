/** Reads one entry of a settings table: what it says, or undefined where it is blank or wrong (then an issue). */
import { readDate } from "../calendar/readDate";
import { partsOf } from "../calendar/serials";
import { isBlank } from "../cells/cells";
import type { IssueSeverity } from "../issues/dataIssue";
import type { IssueLog } from "../issues/issueLog";
import { cellText, isExcelError, nameKey } from "../cells/names";
import type { SettingsTable } from "./settingsTable";

/** Where an entry stands, and what it is called in messages. */
export interface EntryPlace {
  readonly table: SettingsTable;
  readonly row: number;
  readonly heading: string;
  /** "Target", "Reporting month" */
  readonly name: string;
  /** What becomes of a wrong entry; absent = "the default is used instead". */
  readonly otherwise?: string;
  readonly log: IssueLog;
}

/** A row's entries by heading, for tables whose wrong rows are left out. */
export function entriesOfRow(
  table: SettingsTable,
  row: number,
  log: IssueLog,
): (heading: string) => EntryPlace {
  return (heading) => ({ table, row, heading, name: heading, otherwise: "the row is not used", log });
}

/** What a cell of Yes or No may say. */
export const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["y", true],
  ["true", true],
  ["no", false],
  ["n", false],
  ["false", false],
]);

export interface NumberRule {
  readonly accepts: (value: number) => boolean;
  /** "a number, 0 or more" */
  readonly expected: string;
}

/** No council has more; what is above it, or a part of a child, would make a rate that is none. */
const MOST_PEOPLE = 100_000_000;
export const PEOPLE: NumberRule = {
  accepts: (value) => value >= 1 && value <= MOST_PEOPLE,
  expected: "a number of people, 1 or more",
};
export const NOT_NEGATIVE: NumberRule = { accepts: (value) => value >= 0, expected: "a number, 0 or more" };
export const ABOVE_ZERO: NumberRule = { accepts: (value) => value > 0, expected: "a number above 0" };
export const WHOLE_ABOVE_ZERO: NumberRule = {
  accepts: (value) => value >= 1 && Number.isInteger(value),
  expected: "a whole number, 1 or more",
};
export const PERCENT_POINTS: NumberRule = {
  accepts: (value) => value >= 0 && value <= 100,
  expected: "a number of percentage points from 0 to 100",
};

export function isBlankEntry({ table, row, heading }: EntryPlace): boolean {
  return isBlank(table.value(row, heading));
}

/** "none" or "-": the analyst wants no target, no amber, no better direction. */
export function saysNone({ table, row, heading }: EntryPlace): boolean {
  const cell = table.value(row, heading);
  return typeof cell === "string" && NONE.test(cellText(cell));
}

const NONE = /^(?:none|nil|no target|n\/?a|[-‐-―−])$/i;

/** @param scale turns what is in the cell into the unit of the rule. */
export function numberEntry(
  place: EntryPlace,
  rule: NumberRule,
  scale: (value: number) => number = (value) => value,
): number | undefined {
  if (isBlankEntry(place)) return undefined;
  const cell = place.table.value(place.row, place.heading);
  const value = typeof cell === "number" && Number.isFinite(cell) ? scale(cell) : NaN;
  if (rule.accepts(value)) return value;
  return wrongEntry(place, rule.expected);
}

/** @param words what each accepted word means, by `nameKey`. */
export function wordEntry<T>(
  place: EntryPlace,
  words: ReadonlyMap<string, T>,
  expected: string,
): T | undefined {
  if (isBlankEntry(place)) return undefined;
  const meaning = words.get(nameKey(cellText(place.table.value(place.row, place.heading))));
  return meaning === undefined ? wrongEntry(place, expected) : meaning;
}

/** A serial of the years 1990 to 2089: a number outside is not meant as a date. */
export function dateEntry(place: EntryPlace, date1904: boolean): number | undefined {
  if (isBlankEntry(place)) return undefined;
  const serial = readDate(place.table.value(place.row, place.heading), date1904);
  const year = serial > 0 ? partsOf(serial).year : 0;
  return year >= 1990 && year <= 2089 ? serial : wrongEntry(place, "a date such as 31/07/2023");
}

export function textEntry(place: EntryPlace): string | undefined {
  if (isBlankEntry(place)) return undefined;
  const cell = place.table.value(place.row, place.heading);
  return isExcelError(cell) ? wrongEntry(place, "text, not an Excel error") : cellText(cell);
}

/** SPEC §3: a wrong entry is an issue that names the cell, and the default is used. */
export function wrongEntry(place: EntryPlace, expected: string): undefined {
  addIssue(
    place,
    "error",
    "wrong-setting",
    `${place.name} cannot be used as it stands; ${place.otherwise ?? "the default is used instead"}.`,
    `Type ${expected}, or clear the cell.`,
  );
  return undefined;
}

export function queryEntry(place: EntryPlace, code: string, message: string, fix: string): void {
  addIssue(place, "query", code, message, fix);
}

export function addIssue(
  { table, row, heading, log }: EntryPlace,
  severity: IssueSeverity,
  code: string,
  message: string,
  fix: string,
): void {
  log.add({
    severity,
    code,
    list: "settings",
    sheet: table.sheet,
    cell: table.address(row, heading),
    message,
    fix,
  });
}
