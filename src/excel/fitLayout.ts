/**
 * Brings a plan and a sheet that already stands together, so that tables keep their place in the workbook and
 * everything that points at them still holds (SPEC §5). The sheet gives way by whole inserted rows and columns,
 * the plan by moving right past tables that it no longer has. Pure.
 */
import type { SheetPlan, TablePlan } from "../pages/plan";
import { ClinicError } from "./clinicError";
import { movedColumn, movePlanColumns } from "./movePlan";
import { SETTINGS_TABLES } from "./marks";
import type { Rectangle } from "./rectangles";
import type { TableFound } from "./survey";

/** Whole rows or columns of the sheet, in the order in which they are to be done. */
export interface LayoutStep {
  readonly act: "insert" | "delete";
  readonly of: "rows" | "columns";
  /** Zero-based, before the step. */
  readonly at: number;
  readonly count: number;
}

export interface FittedLayout {
  readonly steps: readonly LayoutStep[];
  /** The plan with its columns where the tables will stand. */
  readonly plan: SheetPlan;
  /** Tables of the sheet as they stand after the steps, by lower-case name. */
  readonly standing: ReadonlyMap<string, TableFound>;
  /** Our tables that the plan no longer has: they are emptied, not deleted. */
  readonly retired: readonly TableFound[];
}

/** Throws ClinicError when our tables stand in another order than the plan needs. */
export function fitLayout(plan: SheetPlan, found: readonly TableFound[]): FittedLayout {
  const ground = createGround(found.filter((table) => !isSettings(table.name)));
  const planned = plan.tables.filter((table) => !table.keepExistingRows);
  matchWidths(ground, planned);
  matchRows(ground, planned, plan.name);
  const shifts = matchColumns(ground, planned, plan.name);
  const names = new Set(planned.map((table) => table.name.toLowerCase()));
  const standing = ground.tables();
  return {
    steps: ground.steps(),
    plan: shifts.some((shift) => shift.by !== 0) ? movePlanColumns(plan, shifts) : plan,
    standing: new Map(
      [...found.filter((t) => isSettings(t.name)), ...standing].map((t) => [t.name.toLowerCase(), t]),
    ),
    retired: standing.filter((table) => !names.has(table.name.toLowerCase())),
  };
}

/** From planned column `from` on, everything stands `by` columns further right. */
export interface ColumnShift {
  readonly from: number;
  readonly by: number;
}

interface Ground {
  tables(): readonly TableFound[];
  find(name: string): TableFound | undefined;
  apply(step: LayoutStep): void;
  steps(): readonly LayoutStep[];
}

/** The tables as they move while steps are added. */
function createGround(found: readonly TableFound[]): Ground {
  let tables = found;
  const steps: LayoutStep[] = [];
  return {
    tables: () => tables,
    find: (name) => tables.find((table) => table.name.toLowerCase() === name.toLowerCase()),
    apply(step) {
      steps.push(step);
      tables = tables.map((table) => ({ ...table, area: movedBy(table.area, step) }));
    },
    steps: () => steps,
  };
}

/** Where an area stands after a step; one that loses rows or columns is the shorter by them. */
export function movedBy(area: Rectangle, { act, of, at, count }: LayoutStep): Rectangle {
  const by = act === "insert" ? count : -count;
  const [start, length] = of === "rows" ? [area.row, area.rows] : [area.column, area.columns];
  const [newStart, newLength] =
    at <= start ? [start + by, length] : at < start + length ? [start, length + by] : [start, length];
  return of === "rows"
    ? { ...area, row: newStart, rows: newLength }
    : { ...area, column: newStart, columns: newLength };
}

/** A column that somebody added to one of our tables goes, one that somebody deleted comes back. */
function matchWidths(ground: Ground, planned: readonly TablePlan[]): void {
  for (const plan of planned) {
    const table = ground.find(plan.name);
    if (!table) continue;
    const surplus = table.area.columns - plan.headings.length;
    if (surplus > 0) {
      const strangeLast = [...table.headings.keys()].sort(
        (a, b) =>
          Number(plan.headings.includes(table.headings[b] ?? "")) -
            Number(plan.headings.includes(table.headings[a] ?? "")) || a - b,
      );
      const doomed = strangeLast.slice(-surplus).sort((a, b) => b - a);
      for (const i of doomed)
        ground.apply({ act: "delete", of: "columns", at: table.area.column + i, count: 1 });
    } else if (surplus < 0) {
      const missing = plan.headings.findIndex((heading) => !table.headings.includes(heading));
      const within = Math.min(Math.max(missing, 1), table.area.columns - 1);
      ground.apply({ act: "insert", of: "columns", at: table.area.column + within, count: -surplus });
    }
  }
}

/** Rows inserted or deleted above a table are undone, top table first. */
function matchRows(ground: Ground, planned: readonly TablePlan[], sheet: string): void {
  for (const plan of [...planned].sort((a, b) => a.row - b.row)) {
    const table = ground.find(plan.name);
    if (!table) continue;
    const by = plan.row - table.area.row;
    const title = Math.max(table.area.row - 1, 0);
    if (by > 0) ground.apply({ act: "insert", of: "rows", at: title, count: by });
    if (by < 0) {
      const from = title + by;
      if (from < 0 || ground.tables().some(({ area }) => area.row < title && area.row + area.rows > from))
        throw outOfPlace(plan, sheet);
      ground.apply({ act: "delete", of: "rows", at: from, count: -by });
    }
  }
}

/** Left to right: the sheet makes room for what is new, the plan for what is retired. */
function matchColumns(ground: Ground, planned: readonly TablePlan[], sheet: string): ColumnShift[] {
  const shifts: ColumnShift[] = [];
  let by = 0;
  let end = -1; // first column that the planned tables so far leave free, with its gap
  let retiredEnd = 0;
  for (const each of inOrder(ground, planned)) {
    if (each.plan === null) {
      const table = ground.find(each.name);
      if (!table) continue;
      const at = table.area.column;
      if (at < end) ground.apply({ act: "insert", of: "columns", at, count: end - at });
      retiredEnd = Math.max(at, end) + table.area.columns + 1;
      continue;
    }
    const { plan } = each;
    by = Math.max(by, retiredEnd - plan.column);
    const table = ground.find(plan.name);
    if (table) {
      const wanted = plan.column + by;
      const at = table.area.column;
      if (wanted > at) ground.apply({ act: "insert", of: "columns", at, count: wanted - at });
      else by += at - wanted;
    }
    shifts.push({ from: plan.column, by });
    end = Math.max(end, plan.column + by + plan.headings.length + 1);
  }
  for (const plan of planned) {
    const table = ground.find(plan.name);
    if (table && table.area.column !== movedColumn(plan.column, shifts)) throw outOfPlace(plan, sheet);
  }
  return shifts;
}

interface InOrder {
  readonly name: string;
  /** null = retired. */
  readonly plan: TablePlan | null;
}

/** Planned and retired tables from left to right; a new one before the first standing one that the plan has after it. */
function inOrder(ground: Ground, planned: readonly TablePlan[]): InOrder[] {
  const waiting = [...planned].sort((a, b) => a.column - b.column || a.row - b.row);
  const order: InOrder[] = [];
  const takeUpTo = (column: number, except: string) => {
    while (waiting[0] && waiting[0].column < column && !ground.find(waiting[0].name)) take(waiting[0].name);
    take(except);
  };
  const take = (name: string) => {
    const i = waiting.findIndex((plan) => plan.name === name);
    const [plan] = i < 0 ? [] : waiting.splice(i, 1);
    if (plan) order.push({ name, plan });
  };
  for (const table of [...ground.tables()].sort(
    (a, b) => a.area.column - b.area.column || a.area.row - b.area.row,
  )) {
    const plan = planned.find((each) => each.name.toLowerCase() === table.name.toLowerCase());
    if (plan) takeUpTo(plan.column, plan.name);
    else order.push({ name: table.name, plan: null });
  }
  for (const plan of waiting.slice()) take(plan.name);
  return order;
}

function outOfPlace(plan: TablePlan, sheet: string): ClinicError {
  return new ClinicError(
    `The tables on the sheet "${sheet}" have been moved, so they cannot be rewritten in place.`,
    "Put them back side by side in their order, or delete that sheet, then build again.",
    `Code TablesMoved, table ${plan.name}, sheet "${sheet}".`,
  );
}

function isSettings(name: string): boolean {
  return SETTINGS_TABLES.has(name.toLowerCase());
}
