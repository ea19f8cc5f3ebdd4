/** Who is in time (SPEC §4): the tests that indicators share, and how far over a late record is. */
import { elapsed, inTime } from "../calculate/measures";
import { numberIn } from "../extracts/cells";
import type { ReadList } from "../extracts/readList";
import { MET, NOT_MET, NOT_YET_DUE } from "./entry";
import type { Lateness, Terms, Test, Timescale } from "./entry";
import { meansIcpc } from "./outcomes";
import { visitFrequencyInDays } from "./visitFrequency";

/** Core groups and care plans: not yet due while this is kept from the start, whatever the settings. */
const FIRST_ONE_DUE: Timescale = { timescale: 10, unit: "working days" };

/** "Last … within the timescale"; with nothing recorded, due within the same timescale of the start. */
export function lastWithin(column: string): Test {
  return {
    columns: [column],
    judge: (list, terms, timescale) => judgeLast(list, column, terms, timescale, timescale),
  };
}

/** As `lastWithin`, but the first one is due 10 working days from the start. */
export function lastWithinFirstIn10(column: string): Test {
  return {
    columns: [column],
    judge: (list, terms, timescale) => judgeLast(list, column, terms, timescale, FIRST_ONE_DUE),
  };
}

/** As `lastWithin`, but a child's own visit frequency, in days, overrules the timescale and its unit. */
export function lastWithinOwnFrequency(column: string, frequencyColumn: string): Test {
  return {
    columns: [column],
    judge: (list, terms, timescale) => {
      const frequencies = list.values(frequencyColumn);
      const own = new Map<unknown, Timescale>();
      const timescaleOf = (row: number): Timescale => {
        const cell = frequencies[row] ?? "";
        let found = own.get(cell);
        if (found === undefined) {
          const days = visitFrequencyInDays(cell);
          found = days === null ? timescale : { timescale: days, unit: "days" };
          own.set(cell, found);
        }
        return found;
      };
      const last = list.dates(column);
      const start = list.dates("start");
      return {
        standing: (row) => {
          const within = timescaleOf(row);
          return standingOf(last[row]!, start[row]!, terms, within, within);
        },
        lateness: (row) => {
          const within = timescaleOf(row);
          return latenessOf(last[row]!, start[row]!, terms, within, within);
        },
      };
    },
  };
}

/** The second date within the timescale of the first, both of the same record, in working days; nothing is ever not yet due. */
export function doneWithin(from: string, done: string): Test {
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
        }),
      };
    },
  };
}

/** A count of 1 or more; blank counts as 0. */
export function oneOrMore(column: string): Test {
  return {
    columns: [column],
    judge: (list) => {
      const cells = list.values(column);
      return {
        standing: (row) => ((numberIn(cells[row] ?? "") ?? 0) >= 1 ? MET : NOT_MET),
        lateness: () => ({ date: null, daysOver: null, unit: "days" }),
      };
    },
  };
}

/** SPEC §3: the outcome contains an entry of the option and none of the words no, not, without. */
export function outcomeIsIcpc(column: string): Test {
  return {
    columns: [column],
    judge: (list, terms) => {
      const outcomes = list.values(column);
      const means = meansIcpc(terms.icpcOutcomes);
      return {
        standing: (row) => (means(outcomes[row] ?? "") ? MET : NOT_MET),
        lateness: () => ({ date: null, daysOver: null, unit: "days" }),
      };
    },
  };
}

function judgeLast(list: ReadList, column: string, terms: Terms, within: Timescale, first: Timescale) {
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
  if (last > asAt) return { date: last, daysOver: null, unit: within.unit };
  if (last > 0) {
    const over = elapsed(last, asAt, within.unit, calendar) - within.timescale;
    return { date: last, daysOver: over, unit: within.unit };
  }
  const over = elapsed(start, asAt, first.unit, calendar) - first.timescale;
  return { date: null, daysOver: over, unit: first.unit };
}

/** Up to the as-at date where nothing is recorded; null without a start, and for a date before it or after the as-at date. */
function daysOverDone(start: number, end: number, terms: Terms, timescale: number): number | null {
  const until = end === 0 ? terms.asAt : end;
  if (start === 0 || until < start || until > terms.asAt) return null;
  return Math.max(0, terms.calendar.kept(start, until) - timescale);
}
