/**
 * Event lists (SPEC §2): where Visits, Core Groups or Supervisions hold a row of a plan type, the "last …" column of
 * that plan type's list is the child's latest event on or before the as-at date, whatever the list itself says.
 */
import { columnSpec } from "../lists/lists";
import type { ListId } from "../lists/lists";
import { NO_PLAN, PLAN_BITS, plansNamed } from "../lists/planWords";
import type { PlanType } from "../lists/planWords";
import type { ReadList } from "./readList";
import type { Lists } from "./readLists";
import type { CellValue } from "../cells/worksheet";

/** The latest event of each child. */
export interface EventLookup {
  /** The event list that it is from. */
  readonly list: ReadList;
  /** Serial of the child's latest event on or before the as-at date; 0 = nothing recorded. */
  dateOf(child: number): number;
  /** Record number of that event in `list`; -1 when there is none. */
  recordOf(child: number): number;
}

type ByPlan = Readonly<Record<PlanType, EventLookup | null>>;

/** null = no event list has a row of the plan type, so the list's own column counts. */
export interface LastEvents {
  readonly visits: ByPlan;
  readonly coreGroups: EventLookup | null;
  readonly supervisions: ByPlan;
}

/** @param asAt serial; events after it are left aside. */
export function lastEvents(lists: Lists, asAt: number): LastEvents {
  return {
    visits: byPlan(lists.get("visits"), asAt),
    coreGroups: coreGroupsOf(lists.get("core-groups"), asAt),
    supervisions: byPlan(lists.get("supervisions"), asAt),
  };
}

/** The lookup that replaces a list's column, or null where its own column counts. */
export function eventsFor(events: LastEvents, list: ListId, column: string): EventLookup | null {
  const plan = PLAN_OF_LIST[list];
  const eventList = columnSpec(list, column)?.latest?.eventList ?? null;
  if (!plan || eventList === null) return null;
  if (eventList === "core-groups") return plan === "cp" ? events.coreGroups : null;
  return events[eventList][plan];
}

/** The lists with every "last …" column replaced that an event list replaces. */
export function withLastEvents(lists: Lists, events: LastEvents): Pick<Lists, "get"> {
  const replaced = new Map<ListId, ReadList>();
  return {
    get(id) {
      const own = lists.get(id);
      if (!own || !hasEvents(events, id)) return own;
      let list = replaced.get(id);
      if (!list) replaced.set(id, (list = replaceColumns(own, events)));
      return list;
    },
  };
}

const PLAN_OF_LIST: Readonly<Partial<Record<ListId, PlanType>>> = {
  "cin-plans": "cin",
  "cp-plans": "cp",
  cla: "cla",
};

function hasEvents({ visits, coreGroups, supervisions }: LastEvents, list: ListId): boolean {
  const plan = PLAN_OF_LIST[list];
  if (!plan) return false;
  return visits[plan] !== null || supervisions[plan] !== null || (plan === "cp" && coreGroups !== null);
}

function replaceColumns(own: ReadList, events: LastEvents): ReadList {
  const columns = new Map<string, Int32Array>();
  return {
    ...own,
    has: (column) => eventsFor(events, own.id, column) !== null || own.has(column),
    dates(column) {
      const lookup = eventsFor(events, own.id, column);
      if (!lookup) return own.dates(column);
      let dates = columns.get(column);
      if (!dates) columns.set(column, (dates = own.children().map((child) => lookup.dateOf(child))));
      return dates;
    },
  };
}

function byPlan(list: ReadList | null, asAt: number): ByPlan {
  if (!list) return { cin: null, cp: null, cla: null };
  const plans = plansOf(list, NO_PLAN);
  return {
    cin: latest(list, plans, PLAN_BITS.cin, asAt),
    cp: latest(list, plans, PLAN_BITS.cp, asAt),
    cla: latest(list, plans, PLAN_BITS.cla, asAt),
  };
}

/** Core groups are of CP plans: a row need not say so. */
function coreGroupsOf(list: ReadList | null, asAt: number): EventLookup | null {
  return list && latest(list, plansOf(list, PLAN_BITS.cp), PLAN_BITS.cp, asAt);
}

function plansOf(list: ReadList, whenNoneNamed: number): Uint8Array {
  const named = new Map<CellValue, number>();
  return Uint8Array.from(list.values("plan"), (cell) => {
    let plans = named.get(cell);
    if (plans === undefined) named.set(cell, (plans = plansNamed(cell) || whenNoneNamed));
    return plans;
  });
}

function latest(list: ReadList, plans: Uint8Array, plan: number, asAt: number): EventLookup | null {
  if (!plans.some((named) => (named & plan) !== 0)) return null;
  const dates = list.dates("date");
  const children = list.children();
  const recordOf = new Int32Array(children.reduce((most, child) => Math.max(most, child), -1) + 1).fill(-1);
  for (let i = 0; i < list.rowCount; i++) {
    const date = dates[i]!;
    if ((plans[i]! & plan) === 0 || date === 0 || date > asAt) continue;
    const held = recordOf[children[i]!]!;
    if (held < 0 || date > dates[held]!) recordOf[children[i]!] = i;
  }
  return {
    list,
    recordOf: (child) => recordOf[child] ?? -1,
    dateOf: (child) => dates[recordOf[child] ?? -1] ?? 0,
  };
}
