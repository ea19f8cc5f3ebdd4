/** Which counts are small (SPEC §10). */

/** What stands in place of a suppressed figure. */
export const SUPPRESSED = "[c]";

/** As few values as a suppressed count may be narrowed to, by whoever adds and subtracts what else is shown. */
export const CANDIDATES = 5;
const MOST = 5;

export function isSmall(count: number): boolean {
  return count >= 1 && count <= MOST;
}

/** A share says how many were, and how many were not. */
export function isSmallShare({
  numerator,
  denominator,
}: {
  readonly numerator: number;
  readonly denominator: number;
}): boolean {
  return isSmall(numerator) || isSmall(denominator - numerator);
}
