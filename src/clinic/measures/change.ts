/** How large a change has to be to say something (SPEC §5 "about the same"). */
import { certain } from "../cells/certain";
import { shown } from "./measures";
import type { FigureKind } from "./terms";

/** With fewer monthly changes than these, no usual one can be told from them. */
const CHANGES_NEEDED = 6;
/** … then a percent may move by so many points, another figure by so large a share of the month before. */
const POINTS = 2;
const SHARE = 0.05;

/**
 * A change up to this size is "about the same": the larger of what one child makes and the median monthly change of
 * the last 12 months, the change to the last value left out; in points for a percent. All figures as shown.
 * @param values oldest first; null = no figure. The last is the month in question.
 * @param isBreak whether the value at a place cannot be compared with the one before it.
 * @param oneChild by how much one child moves the figure: 1 for a count, 100 ÷ the denominator for a percent.
 */
export function usualChange(
  kind: FigureKind,
  values: readonly (number | null)[],
  oneChild: number,
  isBreak: (at: number) => boolean = () => false,
): number {
  const skipped = Math.max(0, values.length - 1 - 12);
  const before = values
    .slice(0, -1)
    .slice(-12)
    .map((value) => shown(kind, value));
  const changes = before.flatMap((value, at) => {
    const previous = before[at - 1];
    return isBreak(skipped + at) || value === null || previous === null || previous === undefined
      ? []
      : [Math.abs(value - previous)];
  });
  if (changes.length >= CHANGES_NEEDED) return Math.max(oneChild, median(changes));
  return Math.max(oneChild, kind === "percent" ? POINTS : SHARE * Math.abs(before.at(-1) ?? 0));
}

/** Whether a change, as shown, says nothing: equal to six places is equal. */
export function isUsual(change: number, usual = 0): boolean {
  return Math.abs(change) <= usual + 1e-6;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = certain(sorted[middle]);
  return sorted.length % 2 === 1 ? upper : (certain(sorted[middle - 1]) + upper) / 2;
}
