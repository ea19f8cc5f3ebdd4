/** ClinicOptions (SPEC §3): one row for each setting. */
import { turnedMonth } from "../calendar/readMonth";
import { readMonth } from "../calendar/readMonth";
import { readDate } from "../calendar/readDate";
import { monthInWords } from "../calendar/months";
import { partsOf } from "../calendar/serials";
import type { IssueLog } from "../issues/issueLog";
import {
  PEOPLE,
  addIssue,
  dateEntry,
  isBlankEntry,
  numberEntry,
  queryEntry,
  textEntry,
  WHOLE_ABOVE_ZERO,
  wordEntry,
  wrongEntry,
  type EntryPlace,
} from "../entries/entries";
import { cellText, nameKey } from "../cells/names";
import type { SettingsTable } from "../entries/settingsTable";
import { type Audience, AUDIENCES, SMALL_NUMBERS, type SmallNumbers } from "./settings";

/** As the rows of ClinicOptions name them. */
export const OPTION_NAMES = {
  month: "Reporting month",
  asAt: "As-at date",
  caseloadThreshold: "Caseload highlight at or above",
  population: "Population aged 0 to 17",
  councilName: "Council name",
  copiesFor: "Copies for",
  smallNumbersInCopies: "Small numbers in copies",
  icpcOutcomes: "S47 outcomes that mean ICPC",
} as const;

export const DEFAULT_CASELOAD_THRESHOLD = 20;
export const DEFAULT_ICPC_OUTCOMES: readonly string[] = ["ICPC", "Initial Child Protection Conference"];

export interface EnteredOptions {
  /** "YYYY-MM" */
  readonly month?: string;
  /** Serial. */
  readonly asAt?: number;
  readonly caseloadThreshold?: number;
  readonly population?: number;
  readonly councilName?: string;
  readonly copiesFor?: Audience;
  readonly smallNumbersInCopies?: SmallNumbers;
  readonly icpcOutcomes?: readonly string[];
  /** Where the month and the as-at date stand, for what can only be checked against the extracts. */
  readonly places: Readonly<Partial<Record<"month" | "asAt", EntryPlace>>>;
}

export function readOptions(table: SettingsTable, date1904: boolean, log: IssueLog): EnteredOptions {
  const places = optionPlaces(table, log);
  const of = <T>(option: keyof typeof OPTION_NAMES, read: (place: EntryPlace) => T): T | undefined => {
    const place = places.get(option);
    return place && read(place);
  };
  const month = places.get("month");
  const asAt = places.get("asAt");
  return {
    month: of("month", (place) => monthEntry(place, date1904)),
    asAt: of("asAt", (place) => dateEntry(place, date1904)),
    caseloadThreshold: of("caseloadThreshold", (place) => numberEntry(place, WHOLE_ABOVE_ZERO)),
    population: of("population", (place) => numberEntry(place, PEOPLE)),
    councilName: of("councilName", textEntry),
    copiesFor: of("copiesFor", (place) => wordEntry(place, asWords(AUDIENCES), "clinic, council or outside")),
    smallNumbersInCopies: of("smallNumbersInCopies", (place) =>
      wordEntry(place, asWords(SMALL_NUMBERS), "shown or suppressed"),
    ),
    icpcOutcomes: of("icpcOutcomes", outcomesEntry),
    places: { ...(month && { month }), ...(asAt && { asAt }) },
  };
}

function asWords<Word extends string>(words: readonly Word[]): ReadonlyMap<string, Word> {
  return new Map(words.map((word) => [nameKey(word), word]));
}

type Option = keyof typeof OPTION_NAMES;

function optionPlaces(table: SettingsTable, log: IssueLog): ReadonlyMap<Option, EntryPlace> {
  const options = new Map(
    Object.entries(OPTION_NAMES).map(([option, name]) => [nameKey(name), option as Option]),
  );
  const places = new Map<Option, EntryPlace>();
  for (const row of table.filledRows) {
    const name = cellText(table.value(row, "Setting"));
    const option = options.get(nameKey(name));
    const named = { table, row, heading: "Setting", name: "Setting", log };
    if (option === undefined) {
      queryEntry(
        named,
        "unknown-setting",
        "The add-in does not know this setting, so it is not used.",
        "Check its spelling, or delete the row.",
      );
    } else if (places.has(option)) {
      addIssue(
        named,
        "error",
        "wrong-setting",
        "This setting is in two rows; the first is used.",
        "Delete one of the two rows.",
      );
    } else {
      places.set(option, { table, row, heading: "Value", name: OPTION_NAMES[option], log });
    }
  }
  return places;
}

function monthEntry(place: EntryPlace, date1904: boolean): string | undefined {
  if (isBlankEntry(place)) return undefined;
  const cell = place.table.value(place.row, place.heading);
  const month = readMonth(cell, date1904);
  if (month === null) return wrongEntry(place, "a month such as July 2023");
  if (typeof cell !== "number") return month;
  return monthTypedWithoutYear(place, readDate(cell, date1904)) ?? month;
}

/**
 * Excel takes a typed Jul-23 for 23 July this year and shows it as 23-Jul: only the format and a day that is
 * no first of a month tell (SPEC §9, for headings).
 */
function monthTypedWithoutYear(place: EntryPlace, serial: number): string | null {
  const showsNoYear = /^d{1,2}[-\s/]mmm$/i.test(
    place.table.format(place.row, place.heading).replace(/\[[^\]]*\]|;@$/g, ""),
  );
  if (!showsNoYear || partsOf(serial).day === 1) return null;
  const month = turnedMonth(serial);
  queryEntry(
    place,
    "month-turned-into-a-date",
    `Excel has turned this month into a day of the current year; it is read as ${monthInWords(month)}.`,
    "Type the month in full, such as July 2023.",
  );
  return month;
}

function outcomesEntry(place: EntryPlace): readonly string[] | undefined {
  const outcomes = textEntry(place)
    ?.split(";")
    .map((outcome) => outcome.trim())
    .filter((outcome) => nameKey(outcome) !== "");
  if (outcomes === undefined || outcomes.length > 0) return outcomes;
  return wrongEntry(place, "outcomes separated by semicolons");
}
