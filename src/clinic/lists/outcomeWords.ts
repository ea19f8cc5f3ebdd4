/** What the outcome of a Section 47 enquiry means. */
import { nameKey } from "../cells/names";
import type { CellValue } from "../cells/worksheet";

const DENYING_WORDS: ReadonlySet<string> = new Set(["no", "not", "without"]);

/**
 * Whether a Section 47 outcome means an initial child protection conference: it contains one of the entries,
 * matched as headings are, and none of the whole words no, not, without (SPEC §3).
 */
export function meansIcpc(entries: readonly string[]): (outcome: CellValue) => boolean {
  const wanted = entries.map(nameKey).filter((entry) => entry !== "");
  const answers = new Map<CellValue, boolean>();
  return (outcome) => {
    let answer = answers.get(outcome);
    if (answer === undefined) {
      answer = contains(String(outcome), wanted);
      answers.set(outcome, answer);
    }
    return answer;
  };
}

function contains(outcome: string, wanted: readonly string[]): boolean {
  const words = outcome.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  if (words.some((word) => DENYING_WORDS.has(word))) return false;
  const squeezed = nameKey(outcome);
  return wanted.some((entry) => squeezed.includes(entry));
}
