/** Excel.WorksheetCollection and Excel.Worksheet. */
import { liesOnSheet, parseArea, unquoteSheetName } from "../model/address";
import { HostFault } from "../model/fault";
import { refuseBadSheetName } from "../model/name";
import { holdsValue, type Sheet, usedArea, WHOLE_SHEET } from "../model/sheet";
import { everyFormula } from "../model/shift";
import { createSheet, nameFor, sheetNamed } from "../model/workbook";
import { asReference, forgetSheetInFormula, renameSheetInFormula } from "../formulas/references";
import { calculate } from "../calculation/calculate";
import { EVENT, WORKBOOK_TARGET } from "../host/events";
import {
  type Argument,
  booleanArgument,
  type HostClass,
  type HostObject,
  hostObject,
  type Json,
  textArgument,
  wholeArgument,
  wordArgument,
} from "../host/hostObject";
import { chartCollectionObject } from "./charts/charts";
import { hexColour } from "./colour";
import { type ObjectContext, standing } from "./context";
import { namesObject } from "./names";
import { pageLayoutObject } from "./pageLayout";
import { protectionObject } from "./protection";
import { rangeObject } from "./range";
import { rangeAreasObject } from "./rangeAreas";
import { tableCollectionObject } from "./tables";
import { freezePanesObject } from "./freezePanes";
import { autoFilterObject } from "./autoFilter";

export interface SheetTarget {
  readonly context: ObjectContext;
  readonly sheet: Sheet;
}

export function worksheetObject(context: ObjectContext, sheet: Sheet): HostObject {
  const worksheet = hostObject(WORKSHEET, { context, sheet });
  return sheet.hasCells ? worksheet : withoutCells(worksheet);
}

/** A chart or macro sheet can be told by its name, moved, hidden, shown and deleted, and nothing else. */
function withoutCells(worksheet: HostObject): HostObject {
  const allow = (members: readonly string[], member: string): void => {
    if (!members.includes(member.toLowerCase())) throw new HostFault("UnsupportedSheet");
  };
  return {
    ...worksheet,
    get(name) {
      allow(["id", "name", "position", "visibility"], name);
      return worksheet.get(name);
    },
    navigate(name) {
      allow([], name);
      return worksheet.navigate(name);
    },
    invoke(name, args) {
      allow(["activate", "delete"], name);
      return worksheet.invoke(name, args);
    },
  };
}

export const worksheetsObject = (context: ObjectContext): HostObject => hostObject(WORKSHEETS, context);

function find(context: ObjectContext, key: Argument | Json): Sheet | undefined {
  const wanted = textArgument(key);
  return context.workbook.sheets.find((sheet) => sheet.id === wanted) ?? sheetNamed(context.workbook, wanted);
}

const shownOnly = (context: ObjectContext, visibleOnly: Argument): readonly Sheet[] =>
  visibleOnly === true
    ? context.workbook.sheets.filter((sheet) => sheet.visibility === "Visible")
    : context.workbook.sheets;

function firstOf(context: ObjectContext, sheets: readonly Sheet[]): HostObject {
  if (!sheets[0]) throw new HostFault("ItemNotFound");
  return worksheetObject(context, sheets[0]);
}

function add(context: ObjectContext, name: Argument): HostObject {
  const { workbook } = context;
  refuseLocked(context);
  let wanted: string;
  if (name == null) {
    let count = workbook.sheets.length + 1;
    while (sheetNamed(workbook, `Sheet${count}`)) count++;
    wanted = `Sheet${count}`;
  } else {
    wanted = textArgument(name);
    refuseBadSheetName(wanted);
    if (sheetNamed(workbook, wanted)) throw new HostFault("ItemAlreadyExists");
  }
  const sheet = createSheet(workbook, wanted, null);
  workbook.sheets.push(sheet);
  context.events.add({
    type: EVENT.sheetAdded,
    targetId: WORKBOOK_TARGET,
    message: { worksheetId: sheet.id, source: "Local" },
  });
  return worksheetObject(context, sheet);
}

/** Sheets of a workbook whose structure is protected stay as they are. */
function refuseLocked({ workbook }: ObjectContext): void {
  if (workbook.structureLocked) throw new HostFault("AccessDenied");
}

/** Events are told to every listener whether or not it registered; the client drops those it did not ask for. */
const REGISTRATIONS = Object.fromEntries(
  [
    "_RegisterActivatedEvent",
    "_RegisterAddedEvent",
    "_RegisterDataChangedEvent",
    "_RegisterDeactivatedEvent",
    "_RegisterDeletedEvent",
    "_RegisterEventNameChanged",
    "_RegisterSelectionChangedEvent",
  ].flatMap((name) => [
    [name, () => null],
    [name.replace("_Register", "_Unregister"), () => null],
  ]),
) as Readonly<Record<string, () => null>>;

const WORKSHEETS: HostClass<ObjectContext> = {
  name: "WorksheetCollection",
  items: (context) => context.workbook.sheets.map((sheet) => worksheetObject(context, sheet)),
  item(context, key) {
    const sheet = find(context, key);
    if (!sheet) throw new HostFault("ItemNotFound");
    return worksheetObject(context, sheet);
  },
  methods: {
    ...REGISTRATIONS,
    Add: add,
    GetItemOrNullObject(context, key) {
      const sheet = find(context, key);
      return sheet ? worksheetObject(context, sheet) : null;
    },
    GetActiveWorksheet: (context) => worksheetObject(context, context.workbook.activeSheet),
    GetCount: (context, visibleOnly) => shownOnly(context, visibleOnly).length,
    GetFirst: (context, visibleOnly) => firstOf(context, shownOnly(context, visibleOnly)),
    GetLast: (context, visibleOnly) => firstOf(context, shownOnly(context, visibleOnly).slice(-1)),
  },
};

const live = ({ context, sheet }: SheetTarget): Sheet => standing(context, sheet);

function touched(target: SheetTarget): Sheet {
  const sheet = live(target);
  sheet.touched = true;
  return sheet;
}

function rename(target: SheetTarget, name: string): void {
  const sheet = live(target);
  const { workbook, events } = target.context;
  if (name === sheet.name) return;
  refuseLocked(target.context);
  refuseBadSheetName(name);
  const other = sheetNamed(workbook, name);
  if (other && other !== sheet) throw new HostFault("ItemAlreadyExists");
  const before = sheet.name;
  everyFormula(workbook, (formula) => renameSheetInFormula(formula, before, name));
  sheet.name = name;
  const message = { worksheetId: sheet.id, nameBefore: before, nameAfter: name, source: "Local" };
  events.add({ type: EVENT.sheetNameChanged, targetId: sheet.id, message });
  events.add({ type: EVENT.sheetNameChanged, targetId: WORKBOOK_TARGET, message });
}

function remove(target: SheetTarget): void {
  const sheet = live(target);
  const { workbook, events } = target.context;
  refuseLocked(target.context);
  const others = workbook.sheets.filter((other) => other !== sheet);
  if (!others.some((other) => other.visibility === "Visible")) throw new HostFault("InvalidOperation");
  if (sheet.visibility === "VeryHidden") throw new HostFault("InvalidOperation");
  const at = workbook.sheets.indexOf(sheet);
  workbook.sheets = others;
  if (workbook.activeSheet === sheet) {
    const near = [...others.slice(at), ...others.slice(0, at).reverse()];
    workbook.activeSheet = near.find((other) => other.visibility === "Visible")!;
  }
  workbook.names = workbook.names.filter((name) => name.scope !== sheet.id);
  everyFormula(workbook, (formula) => forgetSheetInFormula(formula, sheet.name));
  workbook.needsCalculation = true;
  events.add({
    type: EVENT.sheetDeleted,
    targetId: WORKBOOK_TARGET,
    message: { worksheetId: sheet.id, source: "Local" },
  });
}

function move(target: SheetTarget, position: number): void {
  const sheet = live(target);
  const { workbook } = target.context;
  if (position === workbook.sheets.indexOf(sheet)) return;
  refuseLocked(target.context);
  if (position < 0 || position >= workbook.sheets.length) throw new HostFault("InvalidArgument");
  const others = workbook.sheets.filter((other) => other !== sheet);
  others.splice(position, 0, sheet);
  workbook.sheets = others;
}

function show(target: SheetTarget, value: Json): void {
  const sheet = live(target);
  const { workbook } = target.context;
  const visibility = wordArgument(value, ["Visible", "Hidden", "VeryHidden"]);
  if (visibility === sheet.visibility) return;
  refuseLocked(target.context);
  const others = workbook.sheets.filter((other) => other !== sheet && other.visibility === "Visible");
  if (visibility !== "Visible" && others.length === 0) throw new HostFault("InvalidOperation");
  sheet.visibility = visibility;
  if (visibility !== "Visible" && workbook.activeSheet === sheet) workbook.activeSheet = others[0]!;
}

function activate(target: SheetTarget): void {
  const sheet = live(target);
  const { workbook, events } = target.context;
  if (sheet.visibility !== "Visible") throw new HostFault("InvalidOperation");
  if (workbook.activeSheet === sheet) return;
  const left = workbook.activeSheet;
  workbook.activeSheet = sheet;
  for (const targetId of [left.id, WORKBOOK_TARGET]) {
    events.add({ type: EVENT.sheetDeactivated, targetId, message: { worksheetId: left.id } });
  }
  for (const targetId of [sheet.id, WORKBOOK_TARGET]) {
    events.add({ type: EVENT.sheetActivated, targetId, message: { worksheetId: sheet.id } });
  }
}

/** A1 text, a defined name, or nothing for the whole sheet. */
function rangeOf(target: SheetTarget, address: Argument): HostObject {
  const sheet = live(target);
  const { workbook } = target.context;
  if (address == null) return rangeObject(target.context, sheet, WHOLE_SHEET);
  const text = textArgument(address);
  const bang = text.lastIndexOf("!");
  const named = bang < 0 ? sheet : sheetNamed(workbook, unquoteSheetName(text.slice(0, bang)));
  if (!named || named !== sheet) throw new HostFault("InvalidArgument");
  const area = parseArea(text.slice(bang + 1));
  if (area) return rangeObject(target.context, sheet, area);
  const name = nameFor(workbook, text, sheet);
  const reference = name && asReference(name.formula);
  const table = sheet.tables.find((each) => each.name.toLowerCase() === text.toLowerCase());
  if (table) return rangeObject(target.context, sheet, { ...table.area });
  if (!reference) throw new HostFault("InvalidArgument");
  return rangeObject(target.context, sheet, reference.area);
}

function used(target: SheetTarget, valuesOnly: Argument): HostObject | null {
  const sheet = live(target);
  const area = usedArea(
    sheet,
    WHOLE_SHEET,
    valuesOnly === true ? holdsValue : (cell) => holdsValue(cell) || cell.look !== 0,
  );
  return area && rangeObject(target.context, sheet, area);
}

const neighbour = (target: SheetTarget, step: number, visibleOnly: Argument): Sheet | undefined => {
  const sheets = target.context.workbook.sheets;
  for (let at = sheets.indexOf(live(target)) + step; at >= 0 && at < sheets.length; at += step) {
    if (visibleOnly !== true || sheets[at]!.visibility === "Visible") return sheets[at];
  }
  return undefined;
};

const gridlines = {
  get: (target: SheetTarget): boolean => live(target).showGridlines,
  set(target: SheetTarget, value: Argument): void {
    touched(target).showGridlines = booleanArgument(value);
  },
};

const WORKSHEET: HostClass<SheetTarget> = {
  name: "Worksheet",
  identity: ({ sheet }) => ({ Id: sheet.id }),
  properties: {
    Id: { get: (target) => live(target).id },
    Name: { get: (target) => live(target).name, set: (target, value) => rename(target, textArgument(value)) },
    Position: {
      get: (target) => target.context.workbook.sheets.indexOf(live(target)),
      set: (target, value) => move(target, wholeArgument(value)),
    },
    Visibility: { get: (target) => live(target).visibility, set: show },
    TabColor: {
      get: (target) => live(target).tabColour,
      set(target, value) {
        touched(target).tabColour = value === "" ? "" : hexColour(value);
      },
    },
    ShowGridlines: gridlines,
    // The client reads ShowGridlines and sets Gridlines.
    Gridlines: gridlines,
    ShowHeadings: {
      get: (target) => live(target).showHeadings,
      set(target, value) {
        touched(target).showHeadings = booleanArgument(value);
      },
    },
    StandardWidth: { get: (target) => live(target).standardWidth },
    StandardHeight: { get: (target) => live(target).standardHeight },
    EnableCalculation: { get: () => true },
  },
  navigation: {
    Tables: (target) => tableCollectionObject(target.context, live(target)),
    Charts: (target) => chartCollectionObject(target.context, live(target)),
    Names: (target) => namesObject(target.context, live(target)),
    PageLayout: (target) => pageLayoutObject(target.context, live(target)),
    Protection: (target) => protectionObject(target.context, live(target)),
    FreezePanes: (target) => freezePanesObject(target.context, live(target)),
    AutoFilter: (target) => autoFilterObject(target.context, live(target), null),
  },
  methods: {
    ...REGISTRATIONS,
    GetRange: rangeOf,
    GetRanges: (target, address) => rangeAreasObject(target.context, live(target), address),
    GetRangeByIndexes(target, row, column, rows, columns) {
      const area = {
        row: wholeArgument(row),
        column: wholeArgument(column),
        rows: wholeArgument(rows),
        columns: wholeArgument(columns),
      };
      if (!liesOnSheet(area)) throw new HostFault("InvalidArgument");
      return rangeObject(target.context, live(target), area);
    },
    GetCell: (target, row, column) =>
      rangeObject(target.context, live(target), {
        row: wholeArgument(row),
        column: wholeArgument(column),
        rows: 1,
        columns: 1,
      }),
    GetUsedRange: (target, valuesOnly) =>
      used(target, valuesOnly) ??
      rangeObject(target.context, live(target), { row: 0, column: 0, rows: 1, columns: 1 }),
    GetUsedRangeOrNullObject: used,
    GetNext(target, visibleOnly) {
      const sheet = neighbour(target, 1, visibleOnly);
      if (!sheet) throw new HostFault("ItemNotFound");
      return worksheetObject(target.context, sheet);
    },
    GetNextOrNullObject(target, visibleOnly) {
      const sheet = neighbour(target, 1, visibleOnly);
      return sheet ? worksheetObject(target.context, sheet) : null;
    },
    GetPreviousOrNullObject(target, visibleOnly) {
      const sheet = neighbour(target, -1, visibleOnly);
      return sheet ? worksheetObject(target.context, sheet) : null;
    },
    Activate: activate,
    Delete: remove,
    Calculate: (target) => calculate(target.context.workbook),
  },
};
