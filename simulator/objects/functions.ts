/** Excel.Functions: any worksheet function, worked out as a formula would be. */
import { formatAbsoluteArea, quoteSheetName } from "../model/address";
import { HostFault } from "../model/fault";
import { isError, type Scalar } from "../model/sheet";
import { evaluate } from "../calculation/calculate";
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
  // A function that takes any number of values is handed them as one list.
  const spelt = args
    .flatMap((argument) => (Array.isArray(argument) ? (argument as readonly Argument[]) : [argument]))
    .map(spell)
    .join(",");
  const formula = `${name.replace(/_/g, ".").toUpperCase()}(${spelt})`;
  const value = evaluate(context.workbook, formula, context.workbook.activeSheet);
  return hostObject(RESULT, value);
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
