/**
 * The rows of a council's own indicator (SPEC §3 ClinicMeasures): of a list that is read, with its own columns where a
 * heading is one of theirs (so that event lists replace them), or of any sheet with a child's ID. A heading that is not there is an
 * issue at the cell of Clinic Setup that names it.
 */
import { partsOf } from "../../calendar/serials";
import { readDate } from "../../calendar/readDate";
import type { WorkingCalendar } from "../../calendar/workingDays";
import { nameKey } from "../../cells/names";
import type { CellValue } from "../../cells/worksheet";
import { headingsIn, type Condition, type ParsedCondition } from "../../conditions/condition";
import { isValue, meets, type RowsAsked } from "../../conditions/meets";
import { parseCondition } from "../../conditions/parseCondition";
import { addIssue, queryEntry } from "../../entries/entries";
import { createKnownIds, type KnownIds } from "../../extracts/knownIds";
import type { MeasureColumn } from "../../indicators/own/measureRows";
import { ONLY_WHERE, OWN_COLUMNS, WITH, type ReadColumn } from "../../indicators/own/ownCohort";
import type { OwnRows } from "../../indicators/entry";
import type { OwnMeasure } from "../../indicators/own/ownMeasure";
import { columnSpec } from "../../lists/lists";
import type { TeamDirectory } from "../../teams/teams";
import {
  asksForAge,
  queryRowsWithoutAge,
  readOwnDates,
  readOwnTeams,
  reportUnmeasured,
  saidOnce,
} from "./ownCells";
import { ownDefaults, type OwnDefaults } from "./ownDefaults";
import type { ConditionColumn, OwnRecords } from "./ownRecords";
import { sourceOf, type Source, type Workbook } from "./ownSource";

export interface OwnReading extends Workbook {
  readonly directory: TeamDirectory;
  readonly knownIds: KnownIds;
  readonly monthEnd: number;
  readonly calendar: WorkingCalendar;
  readonly date1904: boolean;
}

/** The rows, or a plain sentence why they cannot be counted; what is wrong in Clinic Setup is then also an issue. */
function readOwnRows(measure: OwnMeasure, reading: OwnReading): OwnRecords | string {
  const source = sourceOf(measure, reading);
  if (typeof source === "string") return source;
  const missing = missingHeadings(measure, source);
  return missing ?? rowsOf(measure, source, reading);
}

const COLUMN_OF = {
  by: "Counted by",
  start: "Start",
  end: "End",
  date: "Date",
  due: "Due date",
  frequency: "Frequency",
  team: "Team",
} as const satisfies Readonly<Record<ReadColumn, MeasureColumn>>;

const OF_TEAMS_AND_CHILD = new Set(["service", "locality", "age"]);
const BIRTH = new Set([
  "dateofbirth",
  "dob",
  "birthdate",
  "childdateofbirth",
  "childsdateofbirth",
  "childdob",
]);

function isThere(heading: string, source: Source): boolean {
  return source.hasHeading(heading) || source.keyOf(heading) !== null;
}

/** The first thing that is missing, in words; every one is an issue. */
function missingHeadings(measure: OwnMeasure, source: Source): string | null {
  const reasons: string[] = [];
  const say = (column: MeasureColumn, message: string, fix: string): void => {
    reasons.push(message);
    addIssue(
      measure.row.place(column),
      "error",
      "wrong-measure",
      `${message} This indicator has no figure.`,
      fix,
    );
  };
  const some = source.headings.slice(0, MOST_HEADINGS_TOLD).join(", ");
  for (const key of OWN_COLUMNS) {
    const heading = measure.headings[key];
    if (heading === "" || isThere(heading, source)) continue;
    say(COLUMN_OF[key], `${source.name} has no heading “${heading}”.`, `Type one of its headings: ${some}.`);
  }
  for (const [column, text] of [
    ["With", measure.withText],
    ["Only where", measure.onlyWhereText],
  ] as const) {
    for (const heading of headingsIn(conditionFor(text, source) ?? [])) {
      if (isThere(heading, source)) continue;
      if (!OF_TEAMS_AND_CHILD.has(nameKey(heading))) {
        say(column, `${source.name} has no heading “${heading}”.`, `Use one of its headings: ${some}.`);
      } else if (nameKey(heading) === "age" && birthHeading(source) === null) {
        say(
          column,
          `${source.name} has no Date of Birth to tell an age by.`,
          "Add a column Date of Birth to the extract.",
        );
      }
    }
  }
  const needsStart = measure.counted === "open at month end" || measure.measure.startsWith("share done");
  if (needsStart && measure.headings.start === "" && ownKey("start", source) === null) {
    say("Start", `${source.name} has no start date of its own.`, `Type one of its headings: ${some}.`);
  }
  const needsDay =
    measure.counted !== "open at month end" && !measure.countedWhenDue && byHeading(measure) === "";
  if (needsDay && ownKey("by", source) === null) {
    say(
      "Counted by",
      `${source.name} has no date of its own to count by.`,
      `Type one of its headings: ${some}.`,
    );
  }
  return reasons[0] ?? null;
}

const MOST_HEADINGS_TOLD = 15;

/** Done within is counted by the day it was done unless another heading is named. */
function byHeading({ measure, headings }: OwnMeasure): string {
  return headings.by !== "" || measure !== "share done within" ? headings.by : headings.date;
}

/** The list's own column where the row names none. */
function ownKey(key: keyof OwnDefaults, { base }: Source): string | null {
  return base && (ownDefaults(base.id)[key].find((each) => base.has(each)) ?? null);
}

function conditionFor(text: string, source: Source): Condition | null {
  return parsedFor(text, source)?.condition ?? null;
}

function parsedFor(text: string, source: Source): ParsedCondition | null {
  return text === "" ? null : parseCondition(text, (heading) => isThere(heading, source));
}

function birthHeading(source: Source): string | null {
  return source.headings.find((heading) => BIRTH.has(nameKey(heading))) ?? null;
}

function rowsOf(measure: OwnMeasure, source: Source, reading: OwnReading): OwnRecords {
  const { rowCount, base } = source;
  const dates = createDateReader(source, reading);
  const none = new Int32Array(rowCount);
  const dateColumn = (key: string): Int32Array => {
    switch (key) {
      case "by":
        return dates(byHeading(measure), ownKey("by", source));
      case "start":
        return dates(measure.headings.start, ownKey("start", source));
      case "end":
        return dates(measure.headings.end, ownKey("end", source));
      case "date":
        return dates(measure.headings.date, null);
      case "due":
        return dates(measure.headings.due, null);
      default:
        return none;
    }
  };
  let children: Int32Array | null = null;
  const codes = (): Int32Array => (children ??= source.children());
  const teams = teamsOf(measure, source, reading);
  const own = measure.counted === "open at month end" ? "start" : "by";
  const asked: RowsAsked = {
    cell: cellReader(source, teams, reading),
    dates: (heading) => byRow(dates(heading, null)),
    ownDate: (row) => dateColumn(own)[row]!,
    start: (row) => dateColumn("start")[row]!,
    child: (row) => codes()[row]!,
    rowCount,
    monthEnd: reading.monthEnd,
    calendar: reading.calendar,
    date1904: reading.date1904,
  };
  const truths = (text: string, column: ConditionColumn): readonly boolean[] => {
    const condition = conditionFor(text, source);
    if (!condition) return new Array<boolean>(rowCount).fill(true);
    queryUnmetValues(condition, asked, source, measure, column);
    reportUnmeasured(condition, source, reading.date1904, reading.log);
    if (asksForAge(condition, source)) {
      queryRowsWithoutAge(dates(birthHeading(source) ?? "", null), measure, source, column);
    }
    const holds = meets(condition, asked);
    return Array.from({ length: rowCount }, (_, row) => holds(row));
  };
  const conditions = new Map<string, readonly boolean[]>([
    [ONLY_WHERE, truths(measure.onlyWhereText, "Only where")],
    [WITH, truths(measure.withText, "With")],
  ]);
  return {
    id: base?.id ?? null,
    sheets: source.sheets,
    rowCount,
    sheetOf: source.sheetOf,
    rowOf: source.rowOf,
    columnLetter: (column, sheet) => base?.columnLetter(column, sheet) ?? null,
    has: () => true,
    dates: dateColumn,
    values: (key) => {
      if (key === "child") return Array.from({ length: rowCount }, (_, row) => source.childCell(row));
      if (key === "frequency") return column(rowCount, source, measure.headings.frequency);
      return conditions.get(key) ?? [];
    },
    children: codes,
    childrenOf: (records) => records.map((row) => codes()[row]!),
    teams: () => teams,
    cell: asked.cell,
    headingOf: (key) => headingOf(key, measure, source),
    clauses: (place) => {
      const { condition, texts } =
        parsedFor(place === "With" ? measure.withText : measure.onlyWhereText, source) ?? NO_CONDITION;
      return (condition ?? []).map((clause, at) => ({
        clause,
        text: texts[at] ?? "",
        isMet: meets([clause], asked),
      }));
    },
  };
}

const NO_CONDITION: ParsedCondition = { condition: [], texts: [], fault: null };

function headingOf(key: ReadColumn, measure: OwnMeasure, source: Source): string | null {
  const named = key === "by" ? byHeading(measure) : measure.headings[key];
  if (named !== "") return named;
  if (key !== "by" && key !== "start" && key !== "end" && key !== "team") return null;
  const own = ownKey(key, source);
  if (own === null || !source.base)
    return key === "team" && !source.base ? teamHeading(source) || null : null;
  return columnSpec(source.base.id, own)?.heading ?? null;
}

function column(rowCount: number, source: Source, heading: string): readonly CellValue[] {
  const key = source.keyOf(heading);
  if (key !== null && source.base) return source.base.values(key);
  const cell = source.cell(heading);
  return Array.from({ length: rowCount }, (_, row) => cell(row));
}

function byRow(dates: Int32Array): (row: number) => number {
  return (row) => dates[row]!;
}

/** Each heading's dates are read once. */
function createDateReader(source: Source, { date1904, log }: OwnReading) {
  const read = new Map<string, Int32Array>();
  return (heading: string, ownColumn: string | null): Int32Array => {
    const key = heading === "" ? ownColumn : source.keyOf(heading);
    if (key !== null && source.base) return source.base.dates(key);
    const name = nameKey(heading);
    let dates = read.get(name);
    if (!dates) read.set(name, (dates = readOwnDates(heading, source, date1904, log)));
    return dates;
  };
}

function teamsOf(
  { headings, row }: OwnMeasure,
  source: Source,
  { directory, knownIds, log }: OwnReading,
): Int32Array {
  const key = headings.team === "" ? ownKey("team", source) : source.keyOf(headings.team);
  if (key === "team" && source.base) return source.base.teams();
  const heading = headings.team !== "" ? headings.team : source.base ? "" : teamHeading(source);
  if (heading === "") {
    queryEntry(
      row.place("Team"),
      "own-measure-without-team",
      `${source.name} has no team that is known, so all rows of this indicator are under “Team not recorded”.`,
      "Type the heading of the team, if the extract has one.",
    );
  }
  return readOwnTeams(heading, source, directory, knownIds, log);
}

const TEAM_HEADINGS: ReadonlySet<string> = new Set(
  [columnSpec("assessments", "team")].flatMap((spec) =>
    spec ? [spec.heading, ...spec.otherNames, ...spec.whenNamed].map(nameKey) : [],
  ),
);

function teamHeading({ headings }: Source): string {
  return headings.find((heading) => TEAM_HEADINGS.has(nameKey(heading))) ?? "";
}

/** Cells under the sheet's headings; and, where it has none of the name, the team's service and locality and the child's age. */
function cellReader(source: Source, teams: Int32Array, { directory, monthEnd, date1904 }: OwnReading) {
  return (heading: string): ((row: number) => CellValue) => {
    if (isThere(heading, source)) {
      const key = source.hasHeading(heading) ? null : source.keyOf(heading);
      if (key === null || !source.base) return source.cell(heading);
      const values = source.base.values(key);
      return (row) => values[row] ?? "";
    }
    switch (nameKey(heading)) {
      case "service":
        return (row) => directory.teams[teams[row]!]?.service ?? "";
      case "locality":
        return (row) => directory.teams[teams[row]!]?.locality ?? "";
      default: {
        const birth = source.cell(birthHeading(source) ?? "");
        return (row) => ageAt(readDate(birth(row), date1904), monthEnd);
      }
    }
  };
}

/** Whole years; "" without a date of birth. */
function ageAt(birth: number, day: number): number | "" {
  if (birth <= 0 || birth > day) return "";
  const [born, now] = [partsOf(birth), partsOf(day)];
  const hadBirthday = now.month > born.month || (now.month === born.month && now.day >= born.day);
  return now.year - born.year - (hadBirthday ? 0 : 1);
}

/** A slip in a value would count nothing, and look like a figure. */
function queryUnmetValues(
  condition: Condition,
  asked: RowsAsked,
  source: Source,
  measure: OwnMeasure,
  place: ConditionColumn,
): void {
  if (asked.rowCount === 0) return;
  for (const clause of condition) {
    if (clause.says !== "compares" || clause.comparison !== "=") continue;
    const cell = asked.cell(clause.heading);
    const is = clause.values.map((value) => isValue(value, asked.date1904));
    const cells = new Set(Array.from({ length: asked.rowCount }, (_, row) => cell(row)));
    if ([...cells].some((each) => is.some((test) => test(each)))) continue;
    queryEntry(
      measure.row.place(place),
      "own-measure-value-not-met",
      `No row of ${source.name} has under “${clause.heading}” what this asks for, so nothing meets it.`,
      "Check the spelling of the value against the extract.",
    );
  }
}

/** A reading of each, made once; those without a timescale that need one are told. */
export function createOwnRows(
  measures: readonly OwnMeasure[],
  timescaleOf: (measure: OwnMeasure) => number | null,
  workbook: Omit<OwnReading, "knownIds">,
): (rows: OwnRows) => OwnRecords | string {
  const reading: OwnReading = {
    ...workbook,
    log: saidOnce(workbook.log),
    knownIds: createKnownIds(workbook.recognition),
  };
  const found = new Map<OwnRows, OwnRecords | string>(
    measures.map((measure) => {
      const rows = readOwnRows(measure, reading);
      const isRead = typeof rows !== "string";
      return [`own ${measure.id}`, (isRead && withoutTimescale(measure, timescaleOf(measure))) || rows];
    }),
  );
  return (rows) => found.get(rows) ?? "Clinic Setup has no such indicator.";
}

export const NO_TIMESCALE = "This indicator has no timescale yet.";

function withoutTimescale({ measure, row }: OwnMeasure, timescale: number | null): string | null {
  if (timescale !== null || !/within$/.test(measure)) return null;
  const reason = NO_TIMESCALE;
  addIssue(
    row.place("ID"),
    "error",
    "wrong-measure",
    reason,
    "Type its timescale in its row of ClinicTargets on Clinic Settings (a build adds the row), then build again.",
  );
  return reason;
}
