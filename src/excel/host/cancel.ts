/** The analyst pressed Cancel: thrown between two requests that write, never in the middle of one. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Cancelled("Cancelled.");
}

/**
 * What `answer` resolves to; throws Cancelled as soon as the signal is set, whatever Excel is still at: the answer to a
 * question is then nobody's. Only for reading: of what writes the end has to be known.
 */
export function unlessCancelled<Answer>(answer: Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
  if (!signal) return answer;
  return new Promise((resolve, reject) => {
    const cancel = () => reject(new Cancelled("Cancelled."));
    signal.addEventListener("abort", cancel, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener("abort", cancel));
  });
}
