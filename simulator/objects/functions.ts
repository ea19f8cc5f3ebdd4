/** Excel.Functions: any worksheet function, worked out as a formula would be. */
import { formatAbsoluteArea, quoteSheetName } from "../model/address";
import { HostFault } from "../model/fault";
import { isError, type Scalar } from "../model/sheet";
import { calculate, evaluate, holdsFormula } from "../calculation/calculate";
import { type Argument, type HostClass, type HostObject, hostObject, isHostObject } from "../host/hostObject";
import { type ObjectContext, rangeIn } from "./context";
import { shown } from "./grid";

/** A member is a function's name: Date, EDate, StDev_P. */
export function functionsObject(context: ObjectContext): HostObject {
  return hostObject({ ...FUNCTIONS, methods: anyMethod(context) }, context);
}

const FUNCTIONS: HostClass<ObjectContext> = { name: "Functions" };

function anyMethod(context: ObjectContext): NonNullable<HostClass<ObjectContext>["methods"]> {
  return new Proxy(
    {},
    {
      get: (_members, name) =>
        typeof name === "string"
          ? (_target: ObjectContext, ...args: readonly Argument[]) => call(context, name, args)
          : undefined,
      getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, writable: true, value: null }),
    },
  );
}

function call(context: ObjectContext, name: string, args: readonly Argument[]): HostObject {
  const quick = quickly(context, name, args);
  if (quick !== null) return hostObject(RESULT, quick);
  // A function that takes any number of values is handed them as one list.
  const spelt = args
    .flatMap((argument) => (Array.isArray(argument) ? (argument as readonly Argument[]) : [argument]))
    .map(spell)
    .join(",");
  const formula = `${name.replace(/_/g, ".").toUpperCase()}(${spelt})`;
  const value = evaluate(context.workbook, formula, context.workbook.activeSheet);
  return hostObject(RESULT, value);
}

/** COUNTA and SUM of ranges straight from the cells: worked out as formulas they would cost as much as the whole workbook. */
function quickly({ workbook }: ObjectContext, name: string, args: readonly Argument[]): Scalar {
  const counts = name.toLowerCase() === "counta";
  if (!counts && name.toLowerCase() !== "sum") return null;
  const ranges = args.flat().map((argument) => rangeIn(argument as Argument));
  if (ranges.some((range) => range === null || range === undefined)) return null;
  if (ranges.some((range) => holdsFormula(range!.sheet, range!.area))) calculate(workbook);
  let total = 0;
  for (const range of ranges) {
    const { row, column, rows, columns } = range!.area;
    for (const [at, record] of range!.sheet.rows) {
      if (at < row || at >= row + rows) continue;
      for (let c = column; c < Math.min(column + columns, record.cells.length); c++) {
        const cell = record.cells[c];
        if (!cell) continue;
        if (counts) total += cell.value !== null || cell.formula !== null ? 1 : 0;
        else if (isError(cell.value)) return cell.value;
        else if (typeof cell.value === "number") total += cell.value;
      }
    }
  }
  return total;
}

function spell(argument: Argument): string {
  const range = rangeIn(argument);
  if (range) return `${quoteSheetName(range.sheet.name)}!${formatAbsoluteArea(range.area)}`;
  if (isHostObject(argument)) {
    if (argument.className !== "FunctionResult") throw new HostFault("InvalidArgument");
    return spell(shown(argument.target as Scalar));
  }
  if (typeof argument === "string") return `"${argument.replace(/"/g, '""')}"`;
  if (typeof argument === "number") return String(argument);
  if (typeof argument === "boolean") return argument ? "TRUE" : "FALSE";
  if (argument == null) return "";
  throw new HostFault("InvalidArgument");
}

const RESULT: HostClass<Scalar> = {
  name: "FunctionResult",
  properties: {
    Value: { get: (value) => (isError(value) ? null : shown(value)) },
    Error: { get: (value) => (isError(value) ? value.error : null) },
  },
};
