/** A problem met outside the pane (on the ribbon) for the pane to show, now or when it is next opened. */
import type { ClinicError } from "./clinicError";

type OnProblem = (problem: ClinicError) => void;

let waiting: ClinicError | null = null;
let listener: OnProblem | null = null;

export function tellPane(problem: ClinicError): void {
  if (listener) listener(problem);
  else waiting = problem;
}

/** The pane's one listener: hears at once of a problem that waits. The result stops it. */
export function onProblemForPane(hear: OnProblem): () => void {
  listener = hear;
  if (waiting) hear(waiting);
  waiting = null;
  return () => {
    if (listener === hear) listener = null;
  };
}
