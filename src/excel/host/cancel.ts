/** The analyst pressed Cancel: thrown between two requests, never in the middle of one. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Cancelled("Cancelled.");
}
