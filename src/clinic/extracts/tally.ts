/** Counts words met in a column, for the one sentence that is said of them all. */
import { withThousands } from "../cells/counts";

export interface Tally {
  add(word: string): void;
  readonly count: number;
  /** “NULL” 3, “N/A” 1: most frequent first, at most six; the others are counted together. */
  inWords(): string;
}

const WORDS_SHOWN = 6;
const LONGEST_SHOWN = 40;

export function createTally(): Tally {
  const counts = new Map<string, number>();
  let count = 0;
  return {
    add(word) {
      const plain = word.replace(/\s+/g, " ").trim();
      counts.set(plain, (counts.get(plain) ?? 0) + 1);
      count++;
    },
    get count() {
      return count;
    },
    inWords() {
      const sorted = [...counts].sort(([, a], [, b]) => b - a);
      const shown = sorted.slice(0, WORDS_SHOWN);
      const others = sorted.slice(WORDS_SHOWN).reduce((sum, [, met]) => sum + met, 0);
      return [
        ...shown.map(([word, met]) => `${wordShown(word)} ${withThousands(met)}`),
        ...(others > 0 ? [`other words ${withThousands(others)}`] : []),
      ].join(", ");
    },
  };
}

/** What looks like a number or an ID is not printed: it may be a child's, in a column that has slipped. */
function wordShown(word: string): string {
  if (word === "") return "blank";
  if (/\d{3}/.test(word)) return "words with numbers";
  return `“${word.length > LONGEST_SHOWN ? `${word.slice(0, LONGEST_SHOWN)}…` : word}”`;
}
