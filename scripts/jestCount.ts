/** What a run of Jest came to, by its own JSON. */
import { existsSync, readFileSync } from "node:fs";

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** @param file what --outputFile named, removed before the run; @param code the run's exit code. */
export function jestCount(file: string, code: number | null): Count {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const results = JSON.parse(readFileSync(file, "utf8")) as Record<string, number>;
  const count = (name: string): number => results[name] ?? 0;
  // A test that was left out counts as failed.
  const failed =
    count("numFailedTests") +
    count("numPendingTests") +
    count("numTodoTests") +
    count("numRuntimeErrorTestSuites");
  // Jest can end badly with every test green (a leak, a crash in its own machinery): that is a failure too.
  return { passed: count("numPassedTests"), failed: failed === 0 && code !== 0 ? 1 : failed };
}

export function add(one: Count, other: Count): Count {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

/** How every run of ours ends. */
export function inWords({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`;
}
