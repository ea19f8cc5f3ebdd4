/**
 * What `npm run bench -- --check` holds the add-in to. Counted figures are the same on every machine; memory nearly so;
 * ratios are of two things timed in turns, so that a busy machine slows both. Nothing here is in seconds.
 */

/** One build from one workbook, as endToEnd.ts measures it. */
export interface BuildFigures {
  readonly requests: number;
  readonly actions: number;
  /** Of the actions, those that change the workbook. */
  readonly writes: number;
  readonly kilobytesSent: number;
  readonly kilobytesReceived: number;
  /** In bytes ÷ 1,048,576. */
  readonly largestAnswerMegabytes: number;
  /** Of the whole process, the simulated Excel's included. */
  readonly peakMegabytes: number;
  /** Milliseconds of processor time in which the add-in let nobody else have a turn. */
  readonly longestStretch: number;
  /** Of processor time, the simulated Excel's included. */
  readonly seconds: number;
}

/** Name of a build → the most that each of its figures may be. */
export const BUILD_BUDGETS: Readonly<Record<string, Partial<BuildFigures>>> = {
  "×1, first build": { requests: 14, actions: 3_000, kilobytesSent: 900 },
  "×1, same extracts again": { requests: 14, actions: 1_200, writes: 300, kilobytesSent: 200 },
  "×1, next month": { requests: 14, actions: 2_400 },
  "×52 (431,000 rows)": {
    requests: 30,
    peakMegabytes: 1_200,
    largestAnswerMegabytes: 4,
    longestStretch: 200,
  },
  "×100 (830,000 rows)": { peakMegabytes: 2_000, largestAnswerMegabytes: 4, longestStretch: 200 },
  "a sheet of 1,048,576 rows": { peakMegabytes: 2_000, largestAnswerMegabytes: 4, longestStretch: 200 },
};

/** Copies of the sample → how many times as long as the hand-written loop the engine may take: the median of nine rounds. */
export const ENGINE_BUDGETS: Readonly<Record<number, number>> = { 1: 1.5, 10: 1.2, 100: 1.05 };

export interface Held {
  readonly budget: string;
  readonly figure: number | null;
  readonly most: number;
}

/** A figure that is not there misses its budget: the build failed. */
export function isMet({ figure, most }: Held): boolean {
  return figure !== null && figure <= most;
}

export function heldBuilds(found: Readonly<Record<string, BuildFigures | null>>): readonly Held[] {
  return Object.entries(found).flatMap(([build, figures]) =>
    Object.entries(BUILD_BUDGETS[build] ?? {}).map(([name, most]) => ({
      budget: `${build}: ${WORDS[name as keyof BuildFigures]}`,
      figure: figures?.[name as keyof BuildFigures] ?? null,
      most,
    })),
  );
}

export function heldEngine(ratios: Readonly<Record<number, number>>): readonly Held[] {
  return Object.entries(ratios).flatMap(([times, figure]) => {
    const most = ENGINE_BUDGETS[Number(times)];
    return most === undefined
      ? []
      : [{ budget: `engine ×${times}: times the hand-written loop`, figure, most }];
  });
}

export const WORDS: Readonly<Record<keyof BuildFigures, string>> = {
  requests: "requests",
  actions: "actions",
  writes: "write actions",
  kilobytesSent: "KB sent",
  kilobytesReceived: "KB received",
  largestAnswerMegabytes: "largest answer, MB",
  peakMegabytes: "peak memory, MB",
  longestStretch: "longest stretch, ms",
  seconds: "seconds",
};
