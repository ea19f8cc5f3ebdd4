/**
 * Whether somebody can see the pane. The shared runtime loads its page hidden for any CLINIC cell and any ribbon click, and
 * the page stays when the pane is closed.
 */

export interface PaneView {
  isSeen(): boolean;
  /** Calls back when that has changed; the result stops it. */
  onChange(changed: () => void): () => void;
}

/** Tells of changes only: not whether the pane is seen at the start, and in some hosts nothing at all. */
export type VisibilityMode = (hear: (mode: "seen" | "hidden") => void) => void;

/** What nobody makes without a pane to see. */
const USED = ["pointerdown", "pointermove", "keydown", "focusin", "focus"] as const;

/** Seen is what has a size on a page that is not hidden, what is used, and what Office says; the latest word counts. */
export function paneView(page: Window, visibilityMode: VisibilityMode): PaneView {
  const listeners = new Set<() => void>();
  let seen = looksSeen(page, false);
  let looked = seen;
  const take = (now: boolean): void => {
    if (now === seen) return;
    seen = now;
    for (const listener of [...listeners]) listener();
  };
  // A browser's tab in the background is a reason not to start, but none to read everything again afterwards.
  const lookAgain = (): void => {
    const now = looksSeen(page, seen);
    if (now === looked) return;
    looked = now;
    take(now);
  };
  page.addEventListener("resize", lookAgain);
  page.document.addEventListener("visibilitychange", lookAgain);
  for (const used of USED) page.addEventListener(used, () => take(true), { capture: true, passive: true });
  visibilityMode((mode) => take(mode === "seen"));
  return {
    isSeen: () => seen,
    onChange(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
  };
}

/** Where there is no runtime to hide the page. */
export const ALWAYS_SEEN: PaneView = { isSeen: () => true, onChange: () => () => undefined };

/** Calls back once: at once, or when the pane is first seen. */
export function whenSeen(view: PaneView, show: () => void): void {
  if (view.isSeen()) return show();
  const stop = view.onChange(() => {
    if (!view.isSeen()) return;
    stop();
    show();
  });
}

function looksSeen(page: Window, wasSeen: boolean): boolean {
  const hasSize = page.innerWidth > 0 && page.innerHeight > 0;
  return hasSize && (wasSeen || !page.document.hidden);
}
