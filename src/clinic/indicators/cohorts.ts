/** Who counts (SPEC §4): the groups of records that indicators share. */
import type { ListId } from "../lists/lists";
import type { Records } from "../extracts/readList";
import { edate } from "../calendar/months";
import { isOfDisabledChildren } from "../teams/service";
import type { Team } from "../teams/team";
import type { Cohort, ColumnIn, Terms } from "./entry";

const EIGHTEEN_MONTHS = 18;

export const openCinPlans = openIn("cin-plans");
export const openCpPlans = openIn("cp-plans");
export const openCla = openIn("cla");
export const openCareLeavers = openIn("care-leavers");
export const openEarlyHelp = openIn("early-help");

export const openAssessments: Cohort<"assessments"> = {
  list: "assessments",
  columns: ["start", "authorised"],
  rows: (list, terms) => openAt(list, "authorised", terms.monthEnd),
};

/** CIN*: not allocated to a CWD team. */
export const openCinNotCwd: Cohort<"cin-plans"> = {
  list: "cin-plans",
  columns: ["start", "team"],
  alsoReads: ["end"],
  rows: (list, terms) => openOfTeams(list, terms, (team) => !isOfDisabledChildren(team, terms.services)),
};

export const openCinCwd: Cohort<"cin-plans"> = {
  list: "cin-plans",
  columns: ["start", "team"],
  alsoReads: ["end"],
  rows: (list, terms) => openOfTeams(list, terms, (team) => isOfDisabledChildren(team, terms.services)),
};

export const openCpPlans18Months: Cohort<"cp-plans"> = {
  list: "cp-plans",
  columns: ["start"],
  alsoReads: ["end"],
  rows: (list, terms) => {
    const start = list.dates("start");
    const latestStart = edate(terms.monthEnd, -EIGHTEEN_MONTHS);
    return openAt(list, "end", terms.monthEnd).filter((row) => start[row]! <= latestStart);
  },
};

/** Those whose last day to be in time (the 20th working day after the start) lies in the month. */
export const assessmentsFallingDue: Cohort<"assessments"> = {
  list: "assessments",
  columns: ["start", "authorised", "team"],
  rows: (list, { calendar, monthStart, monthEnd }, { timescale }) => {
    const start = list.dates("start");
    return rowsWhere(list.rowCount, (row) => {
      const from = start[row]!;
      if (from === 0 || from > monthEnd) return false;
      const due = calendar.addWorkingDays(from, timescale);
      return due >= monthStart && due <= monthEnd;
    });
  },
};

/** Begun by the end of the month, with no date of authorisation, before it or after. */
export const assessmentsNotAuthorised: Cohort<"assessments"> = {
  list: "assessments",
  columns: ["start", "authorised", "team"],
  rows: (list, { monthEnd }) => {
    const [start, authorised] = [list.dates("start"), list.dates("authorised")];
    return rowsWhere(list.rowCount, (row) => {
      const from = start[row]!;
      return from > 0 && from <= monthEnd && authorised[row] === 0;
    });
  },
};

export const assessmentsAuthorised = datedIn("assessments", "authorised", ["start", "team"]);
export const s47Completed = datedIn("section-47", "completed", []);

/**
 * One record for each child and ICPC date in the month: the one with the latest strategy discussion on or before
 * the conference; a tie, or none, the first.
 */
export const icpcsHeld: Cohort<"section-47"> = {
  list: "section-47",
  columns: ["strategy", "icpc", "team"],
  rows: (list, { monthStart, monthEnd }) => {
    const conference = list.dates("icpc");
    const strategy = list.dates("strategy");
    const inMonth = rowsWhere(
      list.rowCount,
      (row) => conference[row]! >= monthStart && conference[row]! <= monthEnd,
    );
    const children = list.childrenOf(inMonth);
    const daysInMonth = monthEnd - monthStart + 1;
    const chosen = new Map<number, number>();
    inMonth.forEach((row, i) => {
      const held = conference[row]!;
      const key = children[i]! * daysInMonth + (held - monthStart);
      const first = chosen.get(key);
      if (first === undefined) chosen.set(key, row);
      else if (before(strategy[row]!, held) > before(strategy[first]!, held)) chosen.set(key, row);
    });
    return Int32Array.from(chosen.values()).sort();
  },
};

/** The records open at a day, found once for all the indicators that count them. */
function openAt<End extends string>(list: Records<"start" | End>, end: End, day: number): Int32Array {
  let found = openOf.get(list);
  if (found?.day !== day) {
    found = { day, rows: openRows(list.dates("start"), list.dates(end), day) };
    openOf.set(list, found);
  }
  return found.rows;
}

const openOf = new WeakMap<object, { readonly day: number; readonly rows: Int32Array }>();

/** SPEC §1 "open at": start ≤ day and (end blank or end > day). An end before the start is then before the day too. */
export function openRows(start: Int32Array, end: Int32Array, day: number): Int32Array {
  const open = new Int32Array(start.length);
  let count = 0;
  for (let row = 0; row < start.length; row++) {
    const from = start[row]!;
    if (from === 0 || from > day) continue;
    const to = end[row]!;
    if (to === 0 || to > day) open[count++] = row;
  }
  return open.subarray(0, count);
}

/** The lists of which a record is open from its start to its end. */
type ListWithEnd = "cin-plans" | "cp-plans" | "cla" | "care-leavers" | "early-help";

function openIn<L extends ListWithEnd>(list: L): Cohort<L> {
  return {
    list,
    columns: ["start"],
    alsoReads: ["end"],
    rows: (read, terms) => openAt(read, "end", terms.monthEnd),
  };
}

function datedIn<L extends ListId>(
  list: L,
  date: ColumnIn<L>,
  alsoNeeded: readonly ColumnIn<L>[],
): Cohort<L> {
  return {
    list,
    columns: [date, ...alsoNeeded],
    allDatedBy: date,
    rows: (read, { monthStart, monthEnd }) => {
      const dates = read.dates(date);
      return rowsWhere(read.rowCount, (row) => dates[row]! >= monthStart && dates[row]! <= monthEnd);
    },
  };
}

function openOfTeams(
  list: Records<"start" | "end">,
  terms: Terms,
  counts: (team: Team) => boolean,
): Int32Array {
  const teams = list.teams();
  const isWanted = terms.teams.map(counts);
  const open = openAt(list, "end", terms.monthEnd);
  const rows = new Int32Array(open.length);
  let count = 0;
  for (let i = 0; i < open.length; i++) {
    const row = open[i]!;
    if (isWanted[teams[row]!]) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

function rowsWhere(rowCount: number, counts: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row++) if (counts(row)) rows[count++] = row;
  return rows.subarray(0, count);
}

/** The strategy discussion's date when it shows a wait up to the conference, else 0. */
function before(strategy: number, conference: number): number {
  return strategy <= conference ? strategy : 0;
}
