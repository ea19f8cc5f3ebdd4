import type { IndicatorEntry } from "./entry";
import type { IndicatorSettings } from "./indicatorSettings";

/** Whether the out-of-time list names those in the numerator: repeat plans, and any share of which less is better. */
export function listsNumerator(entry: IndicatorEntry, betterWhen: IndicatorSettings["betterWhen"]): boolean {
  if (!("listed" in entry)) return false;
  return entry.listed === "the worse side" ? betterWhen === "lower" : entry.listed === "in the numerator";
}
