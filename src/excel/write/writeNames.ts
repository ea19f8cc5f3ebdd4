/** Workbook-scoped names: those that stand are given their formula, the others are added. */
import type { NamePlan } from "../../pages/plan";
import { CALL_BYTES, type WriteJob } from "../host/requests";

/** `standing`: formulas by lower-case name. A name that already says the same is left alone. */
export function nameJobs(
  workbook: Excel.Workbook,
  names: readonly NamePlan[],
  standing: ReadonlyMap<string, string>,
): WriteJob[] {
  return names
    .filter(({ name, formula }) => standing.get(name.toLowerCase()) !== formula)
    .map(({ name, formula, comment }) => ({
      sheet: "",
      bytes: 3 * CALL_BYTES + formula.length + comment.length,
      write() {
        if (standing.has(name.toLowerCase())) workbook.names.getItem(name).formula = formula;
        else workbook.names.add(name, formula, comment);
      },
    }));
}
