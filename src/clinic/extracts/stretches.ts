/** Long work is done in stretches, so that the pane has its turn between them: a few milliseconds each. */
export const ROWS_A_STRETCH = 8_192;

/** Runs what pauses to its end without a pause. */
export function atOnce<Result>(steps: Generator<unknown, Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
