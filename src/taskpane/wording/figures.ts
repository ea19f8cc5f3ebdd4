/** Figures and what changed, in the pane's sentences; the words and roundings are the pack's own. */
import { shown } from "../../clinic/measures/measures";
import type { FigureKind } from "../../clinic/measures/terms";
import type { Headline } from "../../clinic/report";
import {
  ABOUT_THE_SAME,
  BREAK_MARK,
  TRAVEL_WORDS,
  figureText as packFigureText,
  wholeNumber,
} from "../../pages/wording";

export { counted, ragWord, RAG_WORDS, wholeNumber } from "../../pages/wording";

/** "87.5%", "61", "1,204"; "not available" without a figure. */
export function figureText(value: number | null, kind: FigureKind): string {
  return value === null ? "not available" : packFigureText(kind, value);
}

/** A target as typed: "90%", "61.5". */
export function targetText(target: number | null, kind: FigureKind): string {
  if (target === null) return "none";
  return kind === "percent" ? `${target}%` : String(target);
}

/** What changed since the month before, as shown: "up 2.1 points", "no change"; null without both figures. */
export function changeText(value: number | null, previous: number | null, kind: FigureKind): string | null {
  if (value === null || previous === null) return null;
  // Shown percents end in a tenth: their difference does too, once the binary rest is rounded away.
  const change = Math.round((shown(kind, value) - shown(kind, previous)) * 10) / 10;
  if (change === 0) return "no change";
  const size = Math.abs(change);
  return `${change > 0 ? "up" : "down"} ${kind === "percent" ? `${size.toFixed(1)} points` : wholeNumber(size)}`;
}

/** "Up 2.1 points on last month, ↑ improving." The arrow is about performance, as on the pack's pages. */
export function changeInWords(
  headline: Pick<Headline, "value" | "previous" | "kind" | "travel" | "isAboutTheSame" | "breakReason">,
): string {
  if (headline.breakReason !== undefined)
    return `${BREAK_MARK} Not compared with last month, since ${headline.breakReason}.`;
  const change = changeText(headline.value, headline.previous, headline.kind);
  if (change === null) return headline.value === null ? "No figure this month." : "No figure last month.";
  // The arrow and its word stay on one line.
  const words = headline.travel && (headline.isAboutTheSame ? ABOUT_THE_SAME : TRAVEL_WORDS[headline.travel]);
  const travel = words === null ? "" : `, ${words.toLowerCase().replaceAll(" ", "\u00a0")}`;
  return `${change.charAt(0).toUpperCase()}${change.slice(1)} on last month${travel}.`;
}
