import { indicatorEntry } from "../../indicators/catalogue";
import type { IndicatorId } from "../../indicators/ids";
import type { TargetsToAgree } from "../../findings";
import { counted } from "../../cells/counts";

export function targetsNotAgreed(indicators: readonly IndicatorId[]): TargetsToAgree | null {
  if (indicators.length === 0) return null;
  return {
    kind: "targets-to-agree",
    indicators,
    sentence: `${counted(indicators.length, "target is a starting value that nobody has", "targets are starting values that nobody has")} agreed yet: RAG uses ${indicators.length === 1 ? "it" : "them"} all the same.`,
    lines: indicators.map((id) => indicatorEntry(id).wording),
    offers: [{ act: "set-targets" }],
  };
}
