/** Tells the pane and the worksheet functions, which share one runtime, that a build has finished. */
export type OnBuilt = () => void;

const listeners = new Set<OnBuilt>();

/** Calls `listener` after each finished build; the result stops it. */
export function onClinicBuilt(listener: OnBuilt): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** One listener's failure keeps no other from hearing of it. */
export function announceBuilt(): void {
  for (const listener of [...listeners]) {
    try {
      listener();
    } catch {
      continue;
    }
  }
}
