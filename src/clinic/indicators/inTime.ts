/** Who is in time (SPEC §4): the tests that indicators share, and how far over a late record is. */
import { elapsed, inTime } from "../measures/measures";
import { numberIn } from "../cells/cells";
import type { Records } from "../extracts/readList";
import { MET, NOT_MET, NOT_YET_DUE } from "./entry";
import type { Lateness, Terms, Test, Timescale } from "./entry";
import { meansIcpc } from "../lists/outcomeWords";
import { dueAfter, earliestWithin, visitFrequency } from "./visitFrequency";
import type { Frequency } from "./visitFrequency";

/** Core groups and care plans: not yet due while this is kept from the start, whatever the settings. */
const FIRST_ONE_DUE: Timescale = { timescale: 10, unit: "working days" };

/** "Last … within the timescale"; with nothing recorded, due within the same timescale of the start. */
export function lastWithin<Last extends string>(column: Last): Test<Last | "start"> {
  return {
    columns: [column],
    judge: (list, terms, timescale) => judgeLast(list, column, terms, timescale, timescale),
  };
}

/** As `lastWithin`, but the first one is due 10 working days from the start. */
export function lastWithinFirstIn10<Last extends string>(column: Last): Test<Last | "start"> {
  return lastWithinFirstDue(column, FIRST_ONE_DUE);
}

/** As `lastWithin`, but the first one is due at its own time after the start. */
export function lastWithinFirstDue<Last extends string>(
  column: Last,
  first: Timescale,
): Test<Last | "start"> {
  return {
    columns: [column],
    judge: (list, terms, timescale) => judgeLast(list, column, terms, timescale, first),
  };
}

/** As `lastWithin`, but a child's own visit frequency, in days or calendar months, overrules the timescale and its unit. */
export function lastWithinOwnFrequency<Last extends string, Frequencies extends string>(
  column: Last,
  frequencyColumn: Frequencies,
): Test<Last | Frequencies | "start"> {
  return {
    columns: [column],
    alsoReads: [frequencyColumn],
    judge: (list, terms, timescale) => {
      const frequencies = list.values(frequencyColumn);
      const own = new Map<unknown, Frequency | null>();
      const frequencyOf = (row: number): Frequency | null => {
        const cell = frequencies[row] ?? "";
        let found = own.get(cell);
        if (found === undefined) own.set(cell, (found = visitFrequency(cell)));
        return found;
      };
      const last = list.dates(column);
      const start = list.dates("start");
      const { asAt } = terms;
      return {
        standing: (row) => {
          const frequency = frequencyOf(row);
          if (!frequency) return standingOf(last[row]!, start[row]!, terms, timescale, timescale);
          if (last[row]! > 0) return isWithin(last[row]!, asAt, frequency) ? MET : NOT_MET;
          return asAt <= dueAfter(start[row]!, frequency) ? NOT_YET_DUE : NOT_MET;
        },
        lateness: (row) => {
          const frequency = frequencyOf(row);
          if (!frequency) return latenessOf(last[row]!, start[row]!, terms, timescale, timescale);
          if (last[row]! > asAt) return doneSince(last[row]!, "days");
          const due = dueAfter(last[row]! || start[row]!, frequency);
          return { date: last[row]! || null, daysOver: asAt - due, unit: "days", due, state: "to do" };
        },
      };
    },
  };
}

/** Looking back from the as-at date: what lies after it does not show what happened before. */
function isWithin(last: number, asAt: number, frequency: Frequency): boolean {
  return last <= asAt && last >= earliestWithin(asAt, frequency);
}

/** The second date within the timescale of the first, both of the same record, in working days; nothing is ever not yet due. */
export function doneWithin<Column extends string>(from: Column, done: Column): Test<Column> {
  return {
    columns: [from, done],
    judge: (list, terms, { timescale }) => {
      const began = list.dates(from);
      const ended = list.dates(done);
      return {
        standing: (row) => {
          const start = began[row]!;
          const end = ended[row]!;
          const inOrder = start > 0 && end >= start;
          return inOrder && terms.calendar.kept(start, end) <= timescale ? MET : NOT_MET;
        },
        lateness: (row) => ({
          date: ended[row]! || null,
          daysOver: daysOverDone(began[row]!, ended[row]!, terms, timescale),
          unit: "working days",
          due: began[row] ? terms.calendar.addWorkingDays(began[row], timescale) : null,
          state: ended[row] ? "done" : "to do",
        }),
      };
    },
  };
}

/** As `doneWithin`, in the unit of the settings. */
export function doneWithinUnit<Column extends string>(from: Column, done: Column): Test<Column> {
  return {
    columns: [from, done],
    judge: (list, terms, { timescale, unit }) => {
      const began = list.dates(from);
      const ended = list.dates(done);
      const between = (start: number, end: number) => elapsed(start, end, unit, terms.calendar);
      return {
        standing: (row) => {
          const [start, end] = [began[row]!, ended[row]!];
          return start > 0 && end >= start && between(start, end) <= timescale ? MET : NOT_MET;
        },
        lateness: (row) => {
          const [start, end] = [began[row]!, ended[row]!];
          const until = end === 0 ? terms.asAt : end;
          const isKnown = start > 0 && until >= start && until <= terms.asAt;
          const daysOver = isKnown ? Math.max(0, between(start, until) - timescale) : null;
          const due = start === 0 ? null : dueOn(start, { timescale, unit }, terms);
          return { date: end || null, daysOver, unit, due, state: end ? "done" : "to do" };
        },
      };
    },
  };
}

/** Late where the due date lies before the as-at date and nothing is done on or after it; without a due date nothing is late. */
export function notOverdue<Column extends string>(due: Column, done: Column): Test<Column> {
  return {
    columns: [due],
    judge: (list, { asAt }) => {
      const [dueBy, doneOn] = [list.dates(due), list.dates(done)];
      return {
        standing: (row) =>
          dueBy[row]! > 0 && dueBy[row]! < asAt && doneOn[row]! < dueBy[row]! ? NOT_MET : MET,
        lateness: (row) => ({
          date: doneOn[row]! || null,
          daysOver: asAt - dueBy[row]!,
          unit: "days",
          due: dueBy[row]! || null,
          state: doneOn[row]! < dueBy[row]! ? "to do" : "done",
        }),
      };
    },
  };
}

/** A column of TRUE and FALSE. */
export function whereTrue<Column extends string>(column: Column): Test<Column> {
  return {
    columns: [column],
    judge: (list) => {
      const cells = list.values(column);
      return {
        standing: (row) => (cells[row] === true ? MET : NOT_MET),
        lateness: () => COUNTED,
      };
    },
  };
}

/** A count of 1 or more; blank counts as 0. */
export function oneOrMore<Column extends string>(column: Column): Test<Column> {
  return {
    columns: [column],
    judge: (list) => {
      const cells = list.values(column);
      return {
        standing: (row) => ((numberIn(cells[row] ?? "") ?? 0) >= 1 ? MET : NOT_MET),
        lateness: () => COUNTED,
      };
    },
  };
}

/** SPEC §3: the outcome contains an entry of the option and none of the words no, not, without. */
export function outcomeIsIcpc<Column extends string>(column: Column): Test<Column> {
  return {
    columns: [column],
    judge: (list, terms) => {
      const outcomes = list.values(column);
      const means = meansIcpc(terms.icpcOutcomes);
      return {
        standing: (row) => (means(outcomes[row] ?? "") ? MET : NOT_MET),
        lateness: () => COUNTED,
      };
    },
  };
}

function judgeLast<Last extends string>(
  list: Records<Last | "start">,
  column: Last,
  terms: Terms,
  within: Timescale,
  first: Timescale,
) {
  const last = list.dates(column);
  const start = list.dates("start");
  return {
    standing: (row: number) => standingOf(last[row]!, start[row]!, terms, within, first),
    lateness: (row: number) => latenessOf(last[row]!, start[row]!, terms, within, first),
  };
}

function standingOf(last: number, start: number, terms: Terms, within: Timescale, first: Timescale) {
  const { asAt, calendar } = terms;
  if (last > 0) return inTime(last, asAt, within.timescale, within.unit, calendar) ? MET : NOT_MET;
  return elapsed(start, asAt, first.unit, calendar) <= first.timescale ? NOT_YET_DUE : NOT_MET;
}

function latenessOf(
  last: number,
  start: number,
  terms: Terms,
  within: Timescale,
  first: Timescale,
): Lateness {
  const { asAt, calendar } = terms;
  if (last > asAt) return doneSince(last, within.unit);
  const [from, { timescale, unit }] = last > 0 ? [last, within] : [start, first];
  const due = dueOn(from, { timescale, unit }, terms);
  const daysOver = elapsed(from, asAt, unit, calendar) - timescale;
  return { date: last || null, daysOver, unit, due, state: "to do" };
}

/** The last day within the timescale of `from`. Serials. */
function dueOn(from: number, { timescale, unit }: Timescale, { calendar }: Terms): number {
  return unit === "days" ? from + timescale : calendar.addWorkingDays(from, timescale);
}

/** After the as-at date: it does not show what happened before, but it is done. */
function doneSince(date: number, unit: Lateness["unit"]): Lateness {
  return { date, daysOver: null, unit, due: null, state: "done" };
}

/** Nothing that anyone could still do. */
const COUNTED: Lateness = { date: null, daysOver: null, unit: "days", due: null, state: "counted" };

/** Up to the as-at date where nothing is recorded; null without a start, and for a date before it or after the as-at date. */
function daysOverDone(start: number, end: number, terms: Terms, timescale: number): number | null {
  const until = end === 0 ? terms.asAt : end;
  if (start === 0 || until < start || until > terms.asAt) return null;
  return Math.max(0, terms.calendar.kept(start, until) - timescale);
}
