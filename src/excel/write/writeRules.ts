/** Native conditional formats: those that stand on the page go, the plan's come, so that none is ever there twice. */
import { cellsAt } from "../host/ranges";
import { RULE_LOOKS } from "../../pages/look";
import type { RulePlan, SheetPlan } from "../../pages/plan";
import { addressOf, type Rectangle } from "../host/rectangles";
import { CALL_BYTES, type SheetJob } from "../host/requests";

/** `page`: all cells of the sheet that the add-in writes or has written. */
export function ruleJobs(plan: SheetPlan, page: Rectangle): SheetJob[] {
  const clear: SheetJob = {
    bytes: 2 * CALL_BYTES,
    write: (sheet) =>
      cellsAt(sheet, page.row, page.column, page.rows, page.columns).conditionalFormats.clearAll(),
  };
  return [clear, ...rulesByPlace(plan.rules).map(addJob)];
}

/** Rules of one place together, in their order. */
function rulesByPlace(rules: readonly RulePlan[]): RulePlan[][] {
  const places = new Map<string, RulePlan[]>();
  for (const rule of rules) {
    const address = addressOf(rule);
    places.set(address, [...(places.get(address) ?? []), rule]);
  }
  return [...places.values()];
}

function addJob(rules: readonly RulePlan[]): SheetJob {
  return {
    bytes: rules.reduce((sum, { formula }) => sum + 10 * CALL_BYTES + formula.length, 0),
    write(sheet) {
      const [first] = rules;
      if (!first) return;
      const { conditionalFormats } = cellsAt(sheet, first.row, first.column, first.rows, first.columns);
      for (const { formula, look } of rules) {
        const { fill, colour } = RULE_LOOKS[look];
        const { custom } = conditionalFormats.add("Custom");
        custom.rule.formula = formula;
        custom.format.fill.color = fill;
        custom.format.font.color = colour;
      }
    },
  };
}

/** Drop-down lists of table columns; they warn, they do not forbid: a wrong entry is an issue of the next build. */
export function choiceJobs(
  body: Rectangle,
  choices: Readonly<Record<number, readonly string[]>>,
): SheetJob[] {
  return Object.entries(choices)
    .map(([column, offered]) => ({ column: Number(column), source: offered.join(",") }))
    .filter(({ source }) => source.length > 0 && source.length <= LONGEST_LIST)
    .map(({ column, source }) => ({
      bytes: 4 * CALL_BYTES,
      write(sheet) {
        const { dataValidation } = cellsAt(sheet, body.row, body.column + column, body.rows, 1);
        dataValidation.clear();
        dataValidation.rule = { list: { inCellDropDown: true, source } };
        dataValidation.ignoreBlanks = true;
        dataValidation.errorAlert = {
          showAlert: true,
          style: "Warning",
          title: "Assurance Clinic",
          message: "If an entry is not in the list, the next build uses the default.",
        };
      },
    }));
}

/** Excel's own limit for a list typed into the rule. */
const LONGEST_LIST = 255;
