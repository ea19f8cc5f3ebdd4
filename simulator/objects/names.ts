/** Excel.NamedItemCollection and Excel.NamedItem. */
import { formatAbsoluteArea, quoteSheetName } from "../model/address";
import { HostFault } from "../model/fault";
import { refuseBadName } from "../model/name";
import { isError, type Scalar, type Sheet } from "../model/sheet";
import { allTables, type DefinedName, newId, sheetNamed } from "../model/workbook";
import { checkFormula } from "../formulas/check";
import { asReference } from "../formulas/references";
import { scanFormula } from "../formulas/scan";
import { readStructured, resolveStructured } from "../formulas/structured";
import { evaluate } from "../calculation/calculate";
import {
  type Argument,
  booleanArgument,
  type HostClass,
  type HostObject,
  hostObject,
  type Json,
  textArgument,
} from "../host/hostObject";
import { type ObjectContext, rangeIn } from "./context";
import { addressOf } from "./context";
import { shown } from "./grid";
import { rangeObject } from "./range";

interface NamesTarget {
  readonly context: ObjectContext;
  /** null = the workbook's own. */
  readonly sheet: Sheet | null;
}

interface NameTarget {
  readonly context: ObjectContext;
  readonly name: DefinedName;
}

export const namesObject = (context: ObjectContext, sheet: Sheet | null): HostObject =>
  hostObject(NAMES, { context, sheet });

/** Excel's own (print areas, filters) are kept apart from those that a user sees. */
const ownNames = ({ context, sheet }: NamesTarget): readonly DefinedName[] =>
  context.workbook.names.filter(
    (name) => name.scope === (sheet?.id ?? null) && !name.name.startsWith("_xlnm."),
  );

/** What a client is shown: a sheet's own first, then, in some Excels, the workbook's too. */
function shownNames(target: NamesTarget): readonly DefinedName[] {
  const own = ownNames(target);
  const { context, sheet } = target;
  if (sheet === null || !context.manners.sheetsHoldWorkbookNames) return own;
  return [...own, ...ownNames({ context, sheet: null })];
}

function find(target: NamesTarget, key: Argument | Json): DefinedName | undefined {
  const wanted = textArgument(key).toLowerCase();
  return shownNames(target).find((name) => name.name.toLowerCase() === wanted);
}

function add(target: NamesTarget, name: Argument, reference: Argument, comment: Argument): HostObject {
  const { context, sheet } = target;
  const { workbook } = context;
  const wanted = textArgument(name);
  refuseBadName(wanted);
  const isTable = allTables(workbook).some(({ table }) => table.name.toLowerCase() === wanted.toLowerCase());
  const stands = ownNames(target).some((each) => each.name.toLowerCase() === wanted.toLowerCase());
  if (stands || isTable) throw new HostFault("ItemAlreadyExists");
  const entry: DefinedName = {
    id: newId(workbook),
    name: wanted,
    scope: sheet?.id ?? null,
    formula: formulaOf(context, reference, sheet),
    comment: comment == null ? "" : textArgument(comment),
    visible: true,
    rest: {},
  };
  if (entry.comment.length > 255) throw new HostFault("InvalidArgument");
  workbook.names.push(entry);
  workbook.needsCalculation = true;
  return hostObject(NAME, { context, name: entry });
}

function formulaOf(context: ObjectContext, reference: Argument, sheet: Sheet | null): string {
  const range = rangeIn(reference);
  if (range) return `${quoteSheetName(range.sheet.name)}!${formatAbsoluteArea(range.area)}`;
  if (typeof reference === "number" || typeof reference === "boolean") return String(reference).toUpperCase();
  const text = textArgument(reference);
  if (!text.startsWith("=")) return `"${text.replace(/"/g, '""')}"`;
  const formula = text.slice(1);
  checkFormula(context.workbook, formula, {
    sheet: sheet ?? context.workbook.activeSheet,
    row: -1,
    column: -1,
  });
  return formula;
}

const NAMES: HostClass<NamesTarget> = {
  name: "NamedItemCollection",
  items: (target) => shownNames(target).map((name) => hostObject(NAME, { context: target.context, name })),
  item(target, key) {
    const name = find(target, key);
    if (!name) throw new HostFault("ItemNotFound");
    return hostObject(NAME, { context: target.context, name });
  },
  methods: {
    Add: add,
    AddFormulaLocal: add,
    GetCount: (target) => shownNames(target).length,
    GetItemOrNullObject(target, key) {
      const name = find(target, key);
      return name ? hostObject(NAME, { context: target.context, name }) : null;
    },
  },
};

function live({ context, name }: NameTarget): DefinedName {
  if (!context.workbook.names.includes(name)) throw new HostFault("ItemNotFound");
  return name;
}

const scopeOf = ({ context, name }: NameTarget): Sheet | null =>
  context.workbook.sheets.find((sheet) => sheet.id === name.scope) ?? null;

/** The cells that the name stands for; null where it stands for none. */
function cells(
  target: NameTarget,
): { readonly sheet: Sheet; readonly area: NonNullable<ReturnType<typeof asReference>>["area"] } | null {
  const { formula } = live(target);
  const { workbook } = target.context;
  const reference = asReference(formula);
  if (reference) {
    const sheet = reference.sheet === null ? scopeOf(target) : sheetNamed(workbook, reference.sheet);
    return sheet ? { sheet, area: reference.area } : null;
  }
  const [piece, ...others] = scanFormula(formula);
  const structured =
    piece?.kind === "structured" && others.length === 0 ? readStructured(piece.table, piece.inside) : null;
  return structured && resolveStructured(workbook, structured, null);
}

function value(target: NameTarget): Scalar {
  const { context } = target;
  const { formula } = live(target);
  const text = /^"((?:[^"]|"")*)"$/.exec(formula);
  if (text) return text[1]!.replace(/""/g, '"');
  if (/^-?\d+(\.\d+)?$/.test(formula)) return Number(formula);
  return evaluate(context.workbook, formula, scopeOf(target) ?? context.workbook.activeSheet);
}

const NAME: HostClass<NameTarget> = {
  name: "NamedItem",
  identity: ({ name }) => ({ _Id: name.name }),
  properties: {
    _Id: { get: (target) => live(target).name },
    Name: { get: (target) => live(target).name },
    Formula: {
      get: (target) => `=${live(target).formula}`,
      set(target, given) {
        const name = live(target);
        name.formula = formulaOf(target.context, given, scopeOf(target));
        target.context.workbook.needsCalculation = true;
      },
    },
    Value: {
      get(target) {
        const found = cells(target);
        return found ? addressOf(found.sheet, found.area) : shown(value(target));
      },
    },
    Type: {
      get(target) {
        if (cells(target)) return "Range";
        const given = value(target);
        if (isError(given)) return "Error";
        if (typeof given === "number") return Number.isInteger(given) ? "Integer" : "Double";
        return typeof given === "boolean" ? "Boolean" : "String";
      },
    },
    Visible: {
      get: (target) => live(target).visible,
      set(target, given) {
        live(target).visible = booleanArgument(given);
      },
    },
    Comment: {
      get: (target) => live(target).comment,
      set(target, given) {
        const comment = textArgument(given);
        if (comment.length > 255) throw new HostFault("InvalidArgument");
        live(target).comment = comment;
      },
    },
    Scope: { get: (target) => (live(target).scope === null ? "Workbook" : "Worksheet") },
  },
  navigation: {
    Worksheet(target) {
      const sheet = scopeOf(target);
      if (!sheet) throw new HostFault("ItemNotFound");
      return target.context.make.worksheet(sheet);
    },
    WorksheetOrNullObject(target) {
      const sheet = scopeOf(target);
      return sheet && target.context.make.worksheet(sheet);
    },
  },
  methods: {
    GetRange(target) {
      const found = cells(target);
      if (!found) throw new HostFault("ItemNotFound");
      return rangeObject(target.context, found.sheet, found.area);
    },
    GetRangeOrNullObject(target) {
      const found = cells(target);
      return found && rangeObject(target.context, found.sheet, found.area);
    },
    Delete(target) {
      const name = live(target);
      const { workbook } = target.context;
      workbook.names = workbook.names.filter((other) => other !== name);
      workbook.needsCalculation = true;
    },
  },
};
