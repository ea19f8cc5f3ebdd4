import type { IndicatorEntry } from "../indicators/entry";
import type { MonthFigures } from "./monthFigures";

/** By how much one child more or less moves the figure; 0 where it has no denominator. */
export function oneChild({ id, kind }: IndicatorEntry, figures: MonthFigures["figures"]): number {
  if (kind === "count") return 1;
  const denominator = figures.get(id)?.denominator ?? 0;
  return denominator > 0 ? (kind === "percent" ? 100 : 10_000) / denominator : 0;
}
