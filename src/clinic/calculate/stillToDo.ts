/** SPEC §5 Out of Time: what is still to be done for which child, late already or due soon. One entry for each child. */
import { certain } from "../cells/certain";
import type { Records } from "../extracts/readList";
import { NOT_MET } from "../indicators/entry";
import type { Terms } from "../indicators/entry";
import type { ChildToDo, ToDo } from "../report";
import { timescaleOf } from "./teamCounts";
import type { TeamCounts } from "./teamCounts";

/** How far ahead "due soon" looks. */
const WORKING_DAYS_AHEAD = 10;

export interface StillToDo {
  /** Longest overdue first. */
  readonly outstanding: readonly ChildToDo[];
  /** What is due first, first; what is due on the as-at date itself is still in time. */
  readonly dueSoon: readonly ChildToDo[];
}

/** Of the teams that each table counts; new plans too that it leaves out as not yet due. Pauses after each table. */
export function* stillToDo(tables: Iterable<TeamCounts>, terms: Terms): Generator<void, StillToDo> {
  const late = new Map<number, ToDo[]>();
  const soon = new Map<number, ToDo[]>();
  const lastDay = terms.calendar.addWorkingDays(terms.asAt, WORKING_DAYS_AHEAD);
  for (const counts of tables) {
    const { list, judgement } = counts;
    const rows = rowsOf(counts, terms);
    const children = list.childrenOf(rows);
    for (const [i, row] of rows.entries()) {
      const child = certain(children[i]);
      const { state, due } = judgement.lateness(row);
      if (state !== "to do" || due === null) continue;
      const isLate = due < terms.asAt && judgement.standing(row) === NOT_MET;
      if (isLate) put(late, child, toDo(counts, row, terms, due));
      else if (due <= lastDay) put(soon, child, toDo(counts, row, terms, Math.max(due, terms.asAt)));
    }
    yield;
  }
  return { outstanding: byDueDate(late), dueSoon: byDueDate(soon) };
}

/** The cohort, and what it counts only once it is done or due; in the teams of the table. */
function rowsOf({ entry, settings, list }: TeamCounts, terms: Terms): Int32Array {
  const timescale = timescaleOf(settings);
  const counted = entry.cohort.rows(list, terms, timescale);
  const beyond = entry.notYetDone?.rows(list, terms, timescale) ?? new Int32Array();
  const rows = beyond.length === 0 ? counted : Int32Array.from(new Set([...counted, ...beyond])).sort();
  const teams = list.teams();
  return rows.filter((row) => {
    const team = terms.teams[certain(teams[row])];
    return team !== undefined && (settings.teams === "all" || team.inClinicTables);
  });
}

function toDo({ entry, list, judgement }: TeamCounts, row: number, terms: Terms, due: number): ToDo {
  const { date, daysOver, unit } = judgement.lateness(row);
  return {
    indicator: entry.id,
    what: entry.toDo ?? entry.nameInMessages,
    team: certain(terms.teams[certain(list.teams()[row])]).name,
    child: String(list.values("child")[row] ?? "").trim(),
    date,
    daysOver,
    unit,
    due,
    ...placeOf(list, row),
  };
}

function placeOf(list: Records, row: number): Pick<ToDo, "sheet" | "row"> {
  return { sheet: list.sheets[list.sheetOf?.[row] ?? 0] ?? "", row: certain(list.rowOf[row]) };
}

/** One record that several indicators judge (an assessment within 20 and 45 days) is told once, by the last of them. */
function put(children: Map<number, ToDo[]>, child: number, thing: ToDo): void {
  const things = children.get(child);
  if (!things) {
    children.set(child, [thing]);
    return;
  }
  const same = things.findIndex(
    ({ sheet, row, what }) => sheet === thing.sheet && row === thing.row && what === thing.what,
  );
  if (same < 0) things.push(thing);
  else things[same] = thing;
}

/** Ties stand as they were met: in pack order, then in worksheet order. */
function byDueDate(children: ReadonlyMap<number, readonly ToDo[]>): readonly ChildToDo[] {
  return [...children.values()]
    .map((things): ChildToDo => {
      const inOrder = [...things].sort((a, b) => a.due - b.due);
      return {
        child: certain(inOrder[0]).child,
        teams: [...new Set(inOrder.map(({ team }) => team))],
        things: inOrder,
      };
    })
    .sort((a, b) => certain(a.things[0]).due - certain(b.things[0]).due);
}
