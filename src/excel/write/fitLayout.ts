/**
 * Brings a plan and a sheet that already stands together, so that tables keep their place in the workbook and
 * everything that points at them still holds (SPEC §5). The sheet gives way by whole inserted rows and columns,
 * the plan by moving right past tables that it no longer has. Pure.
 */
import type { SheetPlan, TablePlan } from "../../pages/plan";
import { ClinicError } from "../host/clinicError";
import { type ColumnShift, movedColumn, movePlanColumns } from "./movePlan";
import { pageOfSettingsTable } from "../host/marks";
import type { Rectangle } from "../host/rectangles";
import type { TableFound } from "../read/survey";

/** Whole rows or columns of the sheet, in the order in which they are to be done. */
export interface LayoutStep {
  /** append: columns at the end of a table, which an insertion beside it would leave outside. */
  readonly act: "insert" | "delete" | "append";
  readonly of: "rows" | "columns";
  /** Zero-based, before the step. */
  readonly at: number;
  readonly count: number;
  /** The one that columns are appended to. */
  readonly table?: string;
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
  for (const table of planned) {
    if (table.keepsOtherMonths) matchKeptColumns(ground, table, plan.name);
    else matchWidth(ground, table);
  }
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
  if (act === "append" && area.column + area.columns === at)
    return { ...area, columns: area.columns + count };
  const by = act === "delete" ? -count : count;
  const [start, length] = of === "rows" ? [area.row, area.rows] : [area.column, area.columns];
  const [newStart, newLength] =
    at <= start ? [start + by, length] : at < start + length ? [start, length + by] : [start, length];
  return of === "rows"
    ? { ...area, row: newStart, rows: newLength }
    : { ...area, column: newStart, columns: newLength };
}

/**
 * A column that somebody added to one of our tables goes, one that is missing comes in at its own place: formulas that name
 * the others go on meaning them.
 */
function matchWidth(ground: Ground, plan: TablePlan): void {
  const table = ground.find(plan.name);
  if (!table) return;
  const left = dropSurplus(ground, plan, table);
  let missing = plan.headings.length - left.length;
  plan.headings.forEach((heading, i) => {
    const stands = left[i];
    // A heading that is not ours was one of ours, and gets its name back.
    const isRenamed = stands !== undefined && !plan.headings.includes(stands);
    if (missing === 0 || stands === heading || isRenamed) return;
    const { area } = ground.find(plan.name) ?? table;
    const end = area.column + area.columns;
    const isLast = ground.tables().every((other) => other.area.column < end);
    const index = isLast ? Math.max(i, 1) : Math.min(Math.max(i, 1), area.columns - 1);
    if (index >= area.columns)
      ground.apply({ act: "append", of: "columns", at: end, count: 1, table: table.foundAs });
    else ground.apply({ act: "insert", of: "columns", at: area.column + index, count: 1 });
    left.splice(index, 0, heading);
    missing -= 1;
  });
}

/** Gives the headings that are left. */
function dropSurplus(ground: Ground, plan: TablePlan, table: TableFound): string[] {
  const surplus = table.area.columns - plan.headings.length;
  const left = [...table.headings];
  if (surplus <= 0) return left;
  const strangeLast = [...table.headings.keys()].sort(
    (a, b) =>
      Number(plan.headings.includes(table.headings[b] ?? "")) -
        Number(plan.headings.includes(table.headings[a] ?? "")) || a - b,
  );
  const doomed = strangeLast.slice(-surplus).sort((a, b) => b - a);
  for (const i of doomed) {
    ground.apply({ act: "delete", of: "columns", at: table.area.column + i, count: 1 });
    left.splice(i, 1);
  }
  return left;
}

/**
 * Of a table whose rows are not all rewritten the columns stay where their rows are: those that are missing come in at
 * their place, those that a later release added at the end. Throws ClinicError where they stand in another order.
 */
function matchKeptColumns(ground: Ground, plan: TablePlan, sheet: string): void {
  const found = ground.find(plan.name);
  if (!found) return;
  const standing = dropSurplus(ground, plan, found);
  plan.headings.forEach((heading, i) => {
    if (standing[i] === heading) return;
    if (standing.includes(heading)) throw columnsMoved(plan, sheet);
    // As wide as it should be: the column was only given another name, which it gets back.
    if (standing.length === plan.headings.length && !plan.headings.includes(standing[i] ?? "")) return;
    const { area } = ground.find(plan.name) ?? found;
    if (i === standing.length)
      ground.apply({
        act: "append",
        of: "columns",
        at: area.column + area.columns,
        count: 1,
        table: found.foundAs,
      });
    else if (i > 0) ground.apply({ act: "insert", of: "columns", at: area.column + i, count: 1 });
    else throw columnsMoved(plan, sheet);
    standing.splice(i, 0, heading);
  });
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

function columnsMoved(plan: TablePlan, sheet: string): ClinicError {
  return new ClinicError(
    `The columns of the table on the sheet "${sheet}" are in another order, so its months cannot be kept as they are.`,
    `Put them back in this order: ${plan.headings.join(", ")}. Then build again; nothing has been written.`,
    `Code ColumnsMoved, table ${plan.name}, sheet "${sheet}".`,
  );
}

function isSettings(name: string): boolean {
  return pageOfSettingsTable(name) !== null;
}
