/** The plans that a cell of an event list names (SPEC §2 Visits, Core Groups, Supervisions). */
import type { CellValue } from "../cells/worksheet";

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
  const words = plainWords(String(cell));
  let plans = NO_PLAN;
  for (const type of ["cin", "cp", "cla"] as const) if (WORDS[type].test(words)) plans |= PLAN_BITS[type];
  return plans;
}

/** The words but for those that name a plan. */
export function withoutPlans(text: string): string {
  return Object.values(WORDS).reduce(
    (words, plan) => words.replace(new RegExp(plan.source, "g"), " "),
    plainWords(text),
  );
}

/** How the plans are written in a cell. */
const PLAN_WORDS: Readonly<Record<PlanType, string>> = { cin: "CIN", cp: "CP", cla: "CLA" };

/** "CIN, CP": what `plansNamed` reads as these plans again. */
export function plansInWords(plans: number): string {
  return (["cin", "cp", "cla"] as const)
    .filter((type) => (plans & PLAN_BITS[type]) !== 0)
    .map((type) => PLAN_WORDS[type])
    .join(", ");
}

function plainWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ");
}
