/** The plans that a cell of an event list names (SPEC §2 Visits, Core Groups, Supervisions). */
import type { CellValue } from "./worksheet";

export type PlanType = "cin" | "cp" | "cla";

/** Bits, because one event may be of two plans ("CP and CLA"). */
export const PLAN_BITS: Readonly<Record<PlanType, number>> = { cin: 1, cp: 2, cla: 4 };
export const NO_PLAN = 0;

const WORDS: Readonly<Record<PlanType, RegExp>> = {
  cin: /\b(?:cins?|cinp|s17|section 17)\b|\bchild(?:ren)?s? ?in ?need\b/,
  cp: /\b(?:cp|cpp|cps|cpps)\b|\bchild(?:ren)?s? ?protection\b/,
  cla: /\b(?:cla|lac|cic|clas|lacs)\b|\blooked ?after\b|\bchild(?:ren)?s? ?in ?care\b|\bour care\b/,
};

/** The sum of the plans' bits; `NO_PLAN` (0) when the cell is blank or names none. */
export function plansNamed(cell: CellValue): number {
  const words = String(cell)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ");
  let plans = NO_PLAN;
  for (const type of ["cin", "cp", "cla"] as const) if (WORDS[type].test(words)) plans |= PLAN_BITS[type];
  return plans;
}
