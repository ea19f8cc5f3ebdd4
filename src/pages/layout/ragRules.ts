/** RAG colours: native conditional formats on the cells whose live formulas say the word. */
import type { RulePlan } from "../plan";
import { columnLetters } from "../../clinic/cells/addresses";
import { RAG_WORDS } from "../wording";

/** Zero-based; `rows` includes the total where it has a word. */
export function ragRules(row: number, column: number, rows: number): readonly RulePlan[] {
  const first = `$${columnLetters(column)}${row + 1}`;
  return (["green", "amber", "red"] as const).map((look) => ({
    row,
    column,
    rows,
    columns: 1,
    formula: `=${first}="${RAG_WORDS[look]}"`,
    look,
  }));
}
