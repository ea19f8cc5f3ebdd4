/**
 * Excel answers no request while it works out cells (o-js#1395, #6841), and it calls our functions in just that time. So
 * what a cell needs of the workbook is read after the call, and again after growing pauses until Excel answers.
 */

/** Milliseconds after the first failure, the second, and so on; the last holds for all after it. */
const PAUSES = [250, 1_000, 3_000, 10_000, 30_000, 60_000] as const;

/** Most failures are over within seconds; from this one on the cells say what they wait for. */
export const TOLD_FROM_FAILURE = 3;

/** Milliseconds to wait after so many failures one after the other, from 1 on. */
export function pauseAfter(failures: number): number {
  return PAUSES[Math.min(Math.max(failures, 1), PAUSES.length) - 1] ?? PAUSES[0];
}

export interface Alarm {
  /** Rings after so many milliseconds, and at no other time. */
  set(pause: number): void;
  /** Rings after so many milliseconds where it would have rung later; an alarm that is not set stays so. */
  bringForward(pause: number): void;
  stop(): void;
}

/** One timer. */
export function alarm(ring: () => void): Alarm {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due: number | null = null;
  const set = (pause: number): void => {
    clearTimeout(timer);
    due = Date.now() + pause;
    timer = setTimeout(() => {
      due = null;
      ring();
    }, pause);
  };
  return {
    set,
    bringForward(pause) {
      if (due !== null && due > Date.now() + pause) set(pause);
    },
    stop() {
      clearTimeout(timer);
      due = null;
    },
  };
}
