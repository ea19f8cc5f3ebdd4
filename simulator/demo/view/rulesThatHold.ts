/**
 * Which conditional formats hold where, on one sheet. All of a sheet's rules are worked out in one calculation:
 * each is written, moved to its cell, far to the right of the sheet, calculated, and taken away again.
 */
import { lastColumn, lastRow } from "../../model/address";
import { rowFor, type Row, type Scalar, type Sheet } from "../../model/sheet";
import type { Rule } from "../../model/rule";
import type { Workbook } from "../../model/workbook";
import { calculate } from "../../calculation/calculate";
import { offsetFormula } from "../../formulas/references";

/** By "row,column": the rules that hold, the weakest first. */
export type RulesByCell = ReadonlyMap<string, readonly Rule[]>;

const FAR_RIGHT = 16_000;
/** A rule over a long list is worked out for its first rows only: nobody scrolls further in a demonstration. */
const CELLS_A_RULE = 2_000;

interface Probe {
  readonly rule: Rule;
  readonly row: number;
  readonly column: number;
  readonly record: Row;
  readonly at: number;
}

export function findRulesThatHold(workbook: Workbook, sheet: Sheet): RulesByCell {
  const rules = sheet.rules.filter((rule) => rule.kind === "expression" && rule.formulas[0] !== undefined);
  if (rules.length === 0) return new Map();
  const { touched } = sheet;
  const lengths = new Map<Row, number>();
  const probes: Probe[] = [];
  for (const rule of rules) probes.push(...placeProbes(sheet, rule, lengths));
  const wasOutOfDate = workbook.needsCalculation;
  workbook.needsCalculation = true;
  const held = new Map<string, Rule[]>();
  try {
    calculate(workbook);
    for (const probe of probes) {
      if (!isTrue(probe.record.cells[probe.at]?.value ?? null)) continue;
      const key = `${probe.row},${probe.column}`;
      held.set(key, [...(held.get(key) ?? []), probe.rule]);
    }
  } finally {
    for (const { record, at } of probes) Reflect.deleteProperty(record.cells, at);
    for (const [record, length] of lengths) record.cells.length = length;
    sheet.touched = touched;
    workbook.needsCalculation = wasOutOfDate && workbook.calculationMode !== "Automatic";
  }
  // The rule looked at first (priority 1) wins: it is laid over the others last.
  for (const found of held.values()) found.sort((one, other) => other.priority - one.priority);
  return held;
}

function placeProbes(sheet: Sheet, rule: Rule, lengths: Map<Row, number>): readonly Probe[] {
  const first = rule.areas[0];
  const formula = rule.formulas[0];
  if (!first || formula === undefined) return [];
  const probes: Probe[] = [];
  for (const area of rule.areas) {
    for (let row = area.row; row <= lastRow(area); row++) {
      for (let column = area.column; column <= lastColumn(area); column++) {
        if (probes.length >= CELLS_A_RULE) return probes;
        const record = rowFor(sheet, row);
        if (!lengths.has(record)) lengths.set(record, record.cells.length);
        let at = FAR_RIGHT;
        while (record.cells[at]) at++;
        record.cells[at] = {
          value: null,
          formula: offsetFormula(formula, row - first.row, column - first.column),
          look: 0,
        };
        probes.push({ rule, row, column, record, at });
      }
    }
  }
  return probes;
}

const isTrue = (value: Scalar): boolean => value === true || (typeof value === "number" && value !== 0);
