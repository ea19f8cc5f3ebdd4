/** Runs a stepped calculation without holding up the pane: Office restarts an add-in that is silent for five seconds. */
import { stopIfCancelled } from "./cancel";

/** Milliseconds of work between two pauses: below one frame. */
const SLICE = 12;

/** Throws what the steps throw; Cancelled when the signal is set in a pause. */
export async function runInSlices<Result>(
  steps: Generator<string, Result>,
  onStep: (step: string) => void,
  signal?: AbortSignal,
): Promise<Result> {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const next = steps.next();
      if (next.done) return next.value;
      onStep(next.value);
    } while (performance.now() < until);
    await breath();
    stopIfCancelled(signal);
  }
}

/** Lets events through; a message is not slowed down in the background as timers are. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}
