/** What the words of a status mean, however a case system spells them. */
import type { CellValue } from "../cells/worksheet";

const SAYS_NO = /\b(?:no|not|without|never|assessment|referral|closed|ended)\b/;
const CIN_PLAN = /\b(?:cin|cinp)\b|\bchild(?:ren)?s? in need\b/;
/** "c) Child in need plan", "c)", "c": Annex A's code, and what it says. */
const CODE_AND_WORDS = /^(?:([a-z]) ?\)|([a-z])$)? ?(.*)$/;
const CODE_OF_CIN_PLAN = "c";

/** Whether a case status of Annex A's List 6 means a child in need plan: Ofsted's words, their code, or CIN (SPEC §2). */
export function meansCinPlan(status: CellValue): boolean {
  const text = String(status)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();
  const [, code, codeAlone, words = ""] = CODE_AND_WORDS.exec(text) ?? [];
  const given = code ?? codeAlone;
  if (given !== undefined && given !== CODE_OF_CIN_PLAN) return false;
  if (given !== undefined && words === "") return true;
  return CIN_PLAN.test(words) && !SAYS_NO.test(words);
}

/** V3 and V4: a series of short breaks, which is in no figure of children in our care (SPEC §4). */
export function isShortBreak(legalStatus: CellValue): boolean {
  return /(?:^|[^a-z0-9])v[34](?:[^a-z0-9]|$)/i.test(String(legalStatus));
}
