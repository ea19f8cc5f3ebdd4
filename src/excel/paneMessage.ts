/**
 * What is met outside the pane (on the ribbon) for the pane to show, now or when it is next opened: a problem, or the
 * step at which the analyst has something to decide.
 */
import type { ClinicError } from "./host/clinicError";

interface Channel<Message> {
  /** Told to the pane at once, or kept until it listens. */
  tell(message: Message): void;
  /** The pane's one listener: hears at once of a message that waits. The result stops it. */
  listen(hear: (message: Message) => void): () => void;
}

function channel<Message>(): Channel<Message> {
  let waiting: { readonly message: Message } | null = null;
  let listener: ((message: Message) => void) | null = null;
  return {
    tell(message) {
      if (listener) listener(message);
      else waiting = { message };
    },
    listen(hear) {
      listener = hear;
      if (waiting) hear(waiting.message);
      waiting = null;
      return () => {
        if (listener === hear) listener = null;
      };
    },
  };
}

const problems = channel<ClinicError>();
const steps = channel<"build">();

export const tellPane = problems.tell;
export const onProblemForPane = problems.listen;

/** The pane goes to the step, and reads the workbook anew. */
export const sendPaneTo = steps.tell;
export const onStepForPane = steps.listen;
