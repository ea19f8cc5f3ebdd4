/** Figures, dates and counts in words, the way the pack's pages show them. */
import type { FigureKind, Headline, Travel } from "../../clinic/report";

/** "87.5%", "61", "1,204"; "not available" without a figure. Half up, as SPEC §4 shows them. */
export function figureText(value: number | null, kind: FigureKind): string {
  if (value === null) return "not available";
  if (kind === "percent") return `${roundHalfUp(value, 1).toFixed(1)}%`;
  return wholeNumber(roundHalfUp(value, 0));
}

/** A target as typed: "90%", "61.5". */
export function targetText(target: number | null, kind: FigureKind): string {
  if (target === null) return "no target";
  return kind === "percent" ? `${target}%` : target.toLocaleString("en-GB");
}

/** What changed since the month before, as shown: "up 2.1 points", "no change"; null without both figures. */
export function changeText(value: number | null, previous: number | null, kind: FigureKind): string | null {
  if (value === null || previous === null) return null;
  const places = kind === "percent" ? 1 : 0;
  const change = roundHalfUp(roundHalfUp(value, places) - roundHalfUp(previous, places), places);
  if (change === 0) return "no change";
  const size = Math.abs(change);
  const amount = kind === "percent" ? `${size.toFixed(1)} points` : wholeNumber(size);
  return `${change > 0 ? "up" : "down"} ${amount}`;
}

const TRAVELS: Readonly<Record<Travel, string>> = {
  improving: "↑ improving",
  worsening: "↓ worsening",
  same: "→ the same",
};

/** "Up 2.1 points on last month, ↑ improving." The arrow is about performance, as on the pack's pages. */
export function changeInWords(headline: Pick<Headline, "value" | "previous" | "kind" | "travel">): string {
  const change = changeText(headline.value, headline.previous, headline.kind);
  if (change === null) return "No figure last month.";
  const travel = headline.travel === null ? "" : `, ${TRAVELS[headline.travel]}`;
  return `${change.charAt(0).toUpperCase()}${change.slice(1)} on last month${travel}.`;
}

export function wholeNumber(count: number): string {
  return count.toLocaleString("en-GB", { maximumFractionDigits: 0 });
}

/** "1 row", "412 rows" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${wholeNumber(count)} ${count === 1 ? one : many}`;
}

function roundHalfUp(value: number, places: number): number {
  const scale = 10 ** places;
  return (Math.sign(value) * Math.round(Math.abs(value) * scale + 1e-9)) / scale || 0;
}
