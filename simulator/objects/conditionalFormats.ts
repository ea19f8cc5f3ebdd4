/** Excel.ConditionalFormatCollection: custom rules are made and read; other kinds of a file are kept and can be deleted. */
import { type Area, covers, intersect, subtract } from "../model/address";
import { HostFault } from "../model/fault";
import { NO_RULE_LOOK, type Rule, type RuleLook } from "../model/rule";
import type { Sheet } from "../model/sheet";
import { newId } from "../model/workbook";
import { checkFormula } from "../formulas/check";
import {
  booleanArgument,
  type HostClass,
  type HostObject,
  hostObject,
  textArgument,
  wholeArgument,
  wordArgument,
} from "../host/hostObject";
import { fileColour, hexColour, shownColour } from "./colour";
import { type ObjectContext, place, type RangeTarget } from "./context";

interface RuleTarget {
  readonly context: ObjectContext;
  readonly sheet: Sheet;
  readonly rule: Rule;
}

export const conditionalFormatsObject = (range: RangeTarget): HostObject => hostObject(COLLECTION, range);

const rulesOf = (range: RangeTarget): readonly Rule[] => {
  const { sheet, area } = place(range);
  return sheet.rules
    .filter((rule) => rule.areas.some((each) => intersect(each, area)))
    .sort((one, other) => one.priority - other.priority);
};

const ruleObject = (range: RangeTarget, rule: Rule): HostObject =>
  hostObject(FORMAT, { context: range.context, sheet: range.sheet, rule });

function find(range: RangeTarget, id: unknown): Rule | undefined {
  return rulesOf(range).find((rule) => rule.id === id);
}

function open(sheet: Sheet): Sheet {
  if (sheet.protection.protected) throw new HostFault("AccessDenied");
  sheet.touched = true;
  return sheet;
}

const COLLECTION: HostClass<RangeTarget> = {
  name: "ConditionalFormatCollection",
  items: (range) => rulesOf(range).map((rule) => ruleObject(range, rule)),
  item(range, key) {
    const rule = find(range, key);
    if (!rule) throw new HostFault("ItemNotFound");
    return ruleObject(range, rule);
  },
  methods: {
    GetCount: (range) => rulesOf(range).length,
    GetItemAt(range, index) {
      const rule = rulesOf(range)[wholeArgument(index)];
      if (!rule) throw new HostFault("InvalidArgument");
      return ruleObject(range, rule);
    },
    GetItemOrNullObject(range, id) {
      const rule = find(range, id);
      return rule ? ruleObject(range, rule) : null;
    },
    Add(range, type) {
      const { workbook, area } = place(range);
      const sheet = open(range.sheet);
      if (
        wordArgument(type, [
          "Custom",
          "DataBar",
          "ColorScale",
          "IconSet",
          "TopBottom",
          "PresetCriteria",
          "ContainsText",
          "CellValue",
        ]) !== "Custom"
      ) {
        throw new HostFault(
          "ApiNotFound",
          "The simulated Excel makes conditional formats of the type Custom only.",
        );
      }
      // The newest rule is looked at first.
      for (const rule of sheet.rules) rule.priority++;
      const rule: Rule = {
        id: newId(workbook),
        areas: [area],
        priority: 1,
        stopIfTrue: false,
        kind: "expression",
        formulas: [],
        look: NO_RULE_LOOK,
        rest: {},
        children: [],
        fileLook: null,
      };
      sheet.rules.push(rule);
      return ruleObject(range, rule);
    },
    ClearAll(range) {
      const { area } = place(range);
      const sheet = open(range.sheet);
      sheet.rules = sheet.rules.filter((rule) => {
        rule.areas = rule.areas.flatMap((each) => (covers(area, each) ? [] : subtract(each, area)));
        return rule.areas.length > 0;
      });
    },
  },
};

const TYPES: Readonly<Record<string, string>> = {
  expression: "Custom",
  cellIs: "CellValue",
  colorScale: "ColorScale",
  dataBar: "DataBar",
  iconSet: "IconSet",
  top10: "TopBottom",
  containsText: "ContainsText",
};

function standing(target: RuleTarget): Rule {
  if (!target.sheet.rules.includes(target.rule)) throw new HostFault("ItemNotFound");
  return target.rule;
}

const FORMAT: HostClass<RuleTarget> = {
  name: "ConditionalFormat",
  identity: ({ rule }) => ({ Id: rule.id }),
  properties: {
    Id: { get: (target) => standing(target).id },
    Type: { get: (target) => TYPES[standing(target).kind] ?? "PresetCriteria" },
    Priority: {
      get: (target) => standing(target).priority - 1,
      set(target, value) {
        const wanted = wholeArgument(value) + 1;
        const rule = standing(target);
        const others = open(target.sheet).rules.filter((other) => other !== rule);
        for (const other of others) if (other.priority >= wanted) other.priority++;
        rule.priority = wanted;
      },
    },
    StopIfTrue: {
      get: (target) => standing(target).stopIfTrue,
      set(target, value) {
        open(target.sheet);
        standing(target).stopIfTrue = booleanArgument(value);
      },
    },
  },
  navigation: {
    Custom: (target) => {
      if (standing(target).kind !== "expression") throw new HostFault("InvalidOperation");
      return hostObject(CUSTOM, target);
    },
    CustomOrNullObject: (target) =>
      standing(target).kind === "expression" ? hostObject(CUSTOM, target) : null,
  },
  methods: {
    GetRange: (target) => target.context.make.range(target.sheet, firstArea(standing(target))),
    GetRangeOrNullObject: (target) => target.context.make.range(target.sheet, firstArea(standing(target))),
    Delete(target) {
      const rule = standing(target);
      open(target.sheet).rules = target.sheet.rules.filter((other) => other !== rule);
    },
  },
};

const firstArea = (rule: Rule): Area => rule.areas[0]!;

const CUSTOM: HostClass<RuleTarget> = {
  name: "CustomConditionalFormat",
  navigation: {
    Rule: (target) => hostObject(RULE, target),
    Format: (target) => hostObject(RULE_FORMAT, target),
  },
};

const RULE: HostClass<RuleTarget> = {
  name: "ConditionalFormatRule",
  properties: {
    Formula: {
      get: (target) => `=${standing(target).formulas[0] ?? ""}`,
      set(target, value) {
        const formula = textArgument(value).replace(/^=/, "");
        const rule = standing(target);
        const { row, column } = firstArea(rule);
        // Excel refuses structured references in a rule.
        if (/[A-Za-z_]\w*\[|\[@/.test(formula.replace(/"[^"]*"/g, "")))
          throw new HostFault("InvalidArgument");
        checkFormula(target.context.workbook, formula, { sheet: target.sheet, row, column });
        open(target.sheet);
        rule.formulas = [formula];
      },
    },
  },
};

function relook(target: RuleTarget, part: Partial<RuleLook>): void {
  open(target.sheet);
  const rule = standing(target);
  rule.look = { ...rule.look, ...part, source: null };
}

const RULE_FORMAT: HostClass<RuleTarget> = {
  name: "ConditionalRangeFormat",
  properties: {
    NumberFormat: {
      get: (target) => standing(target).look.numberFormat ?? "",
      set: (target, value) => relook(target, { numberFormat: textArgument(value) }),
    },
  },
  navigation: {
    Fill: (target) => hostObject(RULE_FILL, target),
    Font: (target) => hostObject(RULE_FONT, target),
  },
};

const RULE_FILL: HostClass<RuleTarget> = {
  name: "ConditionalRangeFill",
  properties: {
    Color: {
      get: (target) => standing(target).look.fill ?? "",
      set: (target, value) => relook(target, { fill: hexColour(value) }),
    },
  },
  methods: { Clear: (target) => relook(target, { fill: null }) },
};

const RULE_FONT: HostClass<RuleTarget> = {
  name: "ConditionalRangeFont",
  properties: {
    Color: {
      get: (target) => shownColour(target.context.workbook, standing(target).look.fontColour) ?? "",
      set: (target, value) => relook(target, { fontColour: fileColour(hexColour(value)) }),
    },
    Bold: {
      get: (target) => standing(target).look.bold ?? false,
      set: (target, value) => relook(target, { bold: booleanArgument(value) }),
    },
    Italic: {
      get: (target) => standing(target).look.italic ?? false,
      set: (target, value) => relook(target, { italic: booleanArgument(value) }),
    },
    Underline: {
      get: (target) => standing(target).look.underline ?? "None",
      set: (target, value) =>
        relook(target, { underline: wordArgument(value, ["None", "Single", "Double"]) }),
    },
    Strikethrough: {
      get: (target) => standing(target).look.strikethrough ?? false,
      set: (target, value) => relook(target, { strikethrough: booleanArgument(value) }),
    },
  },
  methods: {
    Clear: (target) =>
      relook(target, { fontColour: null, bold: null, italic: null, underline: null, strikethrough: null }),
  },
};
