/** Something that never changes while the workbook is open, and that Excel has to be asked for. */
import { alarm, pauseAfter, TOLD_FROM_FAILURE } from "./pauses";

export interface AskedUntilKnown<Known> {
  /** Asks, and goes on asking until there is an answer; once begun it does nothing. */
  begin(): void;
  /** The answer, as soon as it is known. Rejects when Excel has failed to give one for some seconds: the asking goes on. */
  known(): Promise<Known>;
}

export function askedUntilKnown<Known>(ask: () => Promise<Known>): AskedUntilKnown<Known> {
  let answer: Promise<Known> | null = null;
  let begun = false;
  let failures = 0;
  let waiting: { resolve(known: Known): void; reject(reason: unknown): void }[] = [];

  const nextAttempt = alarm(() => void attempt());

  async function attempt(): Promise<void> {
    try {
      const known = await ask();
      answer = Promise.resolve(known);
      waiting.forEach(({ resolve }) => resolve(known));
      waiting = [];
    } catch (reason) {
      failures++;
      if (failures >= TOLD_FROM_FAILURE) {
        waiting.forEach(({ reject }) => reject(reason));
        waiting = [];
      }
      nextAttempt.set(pauseAfter(failures));
    }
  }

  const begin = (): void => {
    if (begun) return;
    begun = true;
    nextAttempt.set(0); // not from inside the evaluation that asks
  };

  return {
    begin,
    known() {
      if (answer) return answer;
      begin();
      if (failures >= TOLD_FROM_FAILURE) nextAttempt.bringForward(pauseAfter(1));
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
  };
}
