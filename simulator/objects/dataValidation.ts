/** Excel.DataValidation. */
import { covers, intersect, quoteSheetName, formatAbsoluteArea, subtract } from "../model/address";
import { HostFault } from "../model/fault";
import type { Validation } from "../model/rule";
import {
  type HostClass,
  type HostObject,
  hostObject,
  isHostObject,
  type Json,
  recordArgument,
  wordArgument,
} from "../host/hostObject";
import { place, rangeIn, type RangeTarget } from "./context";

export const dataValidationObject = (range: RangeTarget): HostObject => hostObject(VALIDATION, range);

const KINDS: Readonly<Record<string, string>> = {
  wholeNumber: "whole",
  decimal: "decimal",
  date: "date",
  time: "time",
  textLength: "textLength",
};
const OPERATORS = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqualTo",
  "LessThanOrEqualTo",
] as const;
const FILE_OPERATORS: Readonly<Record<string, string>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
};

function at(range: RangeTarget): Validation | undefined {
  const { sheet, area } = place(range);
  return sheet.validations.find((each) => each.areas.some((inner) => intersect(inner, area)));
}

/** Takes validation off the range's cells, and puts another on them. */
function replace(range: RangeTarget, validation: Validation | null): void {
  const { sheet, area } = place(range);
  if (sheet.protection.protected) throw new HostFault("AccessDenied");
  sheet.validations = sheet.validations.flatMap((each) => {
    const areas = each.areas.flatMap((inner) => (covers(area, inner) ? [] : subtract(inner, area)));
    return areas.length > 0 ? [Object.assign(each, { areas })] : [];
  });
  if (validation) sheet.validations.push(validation);
  sheet.touched = true;
}

function alter(range: RangeTarget, attributes: Readonly<Record<string, string>>): void {
  const { area } = place(range);
  const old = at(range);
  if (!old) throw new HostFault("InvalidOperation");
  replace(range, { ...old, areas: [area], attributes: { ...old.attributes, ...attributes } });
}

function formulaOf(value: Json | undefined): string {
  if (typeof value === "number") return String(value);
  if (isHostObject(value)) {
    const found = rangeIn(value);
    if (found) return `${quoteSheetName(found.sheet.name)}!${formatAbsoluteArea(found.area)}`;
  }
  if (typeof value !== "string") throw new HostFault("InvalidArgument");
  if (value.startsWith("=")) return value.slice(1);
  return value;
}

function setRule(range: RangeTarget, value: Json): void {
  const rule = recordArgument(value);
  const [kind, ...others] = Object.keys(rule).filter((key) => rule[key] != null);
  if (!kind || others.length > 0) throw new HostFault("InvalidArgument");
  const given = recordArgument(rule[kind]);
  const { area } = place(range);
  const keep = at(range)?.attributes ?? { allowBlank: "1", showInputMessage: "1", showErrorMessage: "1" };
  const { operator: _operator, ...attributes } = keep;
  if (kind === "list") {
    replace(range, {
      areas: [area],
      kind: "list",
      formulas: [listFormula(given["source"])],
      attributes: listArrow(attributes, given),
    });
    return;
  }
  if (kind === "custom") {
    replace(range, { areas: [area], kind: "custom", formulas: [formulaOf(given["formula"])], attributes });
    return;
  }
  const fileKind = KINDS[kind];
  if (!fileKind) throw new HostFault("InvalidArgument");
  const operator = FILE_OPERATORS[wordArgument(given["operator"], OPERATORS)]!;
  const formulas = [formulaOf(given["formula1"])];
  if (given["formula2"] != null && given["formula2"] !== "") formulas.push(formulaOf(given["formula2"]));
  replace(range, { areas: [area], kind: fileKind, formulas, attributes: { ...attributes, operator } });
}

/** A list typed out is one text of entries and commas, of 255 characters at the most. */
function listFormula(source: Json | undefined): string {
  if (isHostObject(source)) {
    const found = rangeIn(source);
    if (found) return `${quoteSheetName(found.sheet.name)}!${formatAbsoluteArea(found.area)}`;
  }
  if (typeof source !== "string" || source === "") throw new HostFault("InvalidArgument");
  if (source.startsWith("=")) return source.slice(1);
  if (source.length > 255) throw new HostFault("InvalidArgument");
  return `"${source.replace(/"/g, '""')}"`;
}

function listArrow(
  attributes: Readonly<Record<string, string>>,
  given: Readonly<Record<string, Json>>,
): Record<string, string> {
  const { showDropDown: _showDropDown, ...others } = attributes;
  // The file says when the arrow is left out.
  return given["inCellDropDown"] === false ? { ...others, showDropDown: "1" } : others;
}

function ruleOf(validation: Validation | undefined): Json {
  if (!validation) return {};
  const [first = "", second] = validation.formulas;
  if (validation.kind === "list") {
    const source = first.startsWith('"') ? first.slice(1, -1).replace(/""/g, '"') : `=${first}`;
    return { list: { inCellDropDown: validation.attributes["showDropDown"] !== "1", source } };
  }
  if (validation.kind === "custom") return { custom: { formula: `=${first}` } };
  const kind = Object.keys(KINDS).find((name) => KINDS[name] === validation.kind) ?? validation.kind;
  const operator = OPERATORS.find(
    (name) => FILE_OPERATORS[name] === (validation.attributes["operator"] ?? "between"),
  )!;
  return { [kind]: { formula1: first, ...(second === undefined ? {} : { formula2: second }), operator } };
}

const STYLES: Readonly<Record<string, string>> = {
  Stop: "stop",
  Warning: "warning",
  Information: "information",
};

const VALIDATION: HostClass<RangeTarget> = {
  name: "DataValidation",
  properties: {
    Rule: { get: (range) => ruleOf(at(range)), set: setRule },
    Type: {
      get(range) {
        const found = at(range);
        if (!found) return "None";
        const kind = Object.keys(KINDS).find((name) => KINDS[name] === found.kind) ?? found.kind;
        return kind.charAt(0).toUpperCase() + kind.slice(1);
      },
    },
    IgnoreBlanks: {
      get: (range) => at(range)?.attributes["allowBlank"] === "1",
      set: (range, value) => alter(range, { allowBlank: value === true ? "1" : "0" }),
    },
    ErrorAlert: {
      get(range) {
        const attributes = at(range)?.attributes ?? {};
        const style = Object.keys(STYLES).find(
          (name) => STYLES[name] === (attributes["errorStyle"] ?? "stop"),
        )!;
        return {
          message: attributes["error"] ?? "",
          showAlert: attributes["showErrorMessage"] === "1",
          style,
          title: attributes["errorTitle"] ?? "",
        };
      },
      set(range, value) {
        const given = recordArgument(value);
        alter(range, {
          error: String(given["message"] ?? ""),
          errorTitle: String(given["title"] ?? ""),
          errorStyle: STYLES[wordArgument(given["style"] ?? "Stop", Object.keys(STYLES))]!,
          showErrorMessage: given["showAlert"] === false ? "0" : "1",
        });
      },
    },
    Prompt: {
      get(range) {
        const attributes = at(range)?.attributes ?? {};
        return {
          message: attributes["prompt"] ?? "",
          showPrompt: attributes["showInputMessage"] === "1",
          title: attributes["promptTitle"] ?? "",
        };
      },
      set(range, value) {
        const given = recordArgument(value);
        alter(range, {
          prompt: String(given["message"] ?? ""),
          promptTitle: String(given["title"] ?? ""),
          showInputMessage: given["showPrompt"] === false ? "0" : "1",
        });
      },
    },
  },
  methods: { Clear: (range) => replace(range, null) },
};
